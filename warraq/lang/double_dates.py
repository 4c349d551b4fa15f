"""Whether a source's date and what it gives for it in other calendars can be the same time."""

from __future__ import annotations

from warraq.lang.historic_date import HistoricDate

DAYS_APART = 2
"""How far two days may lie from each other: months began with the moon, and days with sunset or midnight."""
DAYS_APART_IF_APPROXIMATE = 5 * 365
"""How far they may lie from each other when one of the two is only about right."""


def contradicting(date: HistoricDate) -> HistoricDate | None:
    """The first equivalent of the source that cannot be the same time as the date, None when all can.

    Days may differ by two, approximate dates by five years; of months and years one day in common is enough.
    """
    return next((other for other in date.also if not _can_be_same(date, other)), None)


def _can_be_same(one: HistoricDate, other: HistoricDate) -> bool:
    are_days = one.precision == other.precision == "day"
    tolerance = DAYS_APART if are_days or "islamic" in (one.calendar, other.calendar) else 0
    if one.approximate or other.approximate:
        tolerance = DAYS_APART_IF_APPROXIMATE
    return _begins_before_end(one, other, tolerance) and _begins_before_end(other, one, tolerance)


def _begins_before_end(one: HistoricDate, other: HistoricDate, tolerance: int) -> bool:
    if one.first_day is None or other.last_day is None:
        return True
    return one.first_day <= other.last_day + tolerance
