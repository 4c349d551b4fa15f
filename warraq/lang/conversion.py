"""The same date in another calendar, never finer than the source: a year becomes the years that it touches."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from warraq.lang.calendars import common_era_calendar, from_day_number
from warraq.lang.edtf_value import date_of
from warraq.lang.historic_date import End, HistoricDate, Kind, Moment
from warraq.lang.language import CalendarName
from warraq.lang.moments import moment_of


@lru_cache(maxsize=4096)
def in_calendar(date: HistoricDate, calendar: CalendarName, *, coarsest_year: bool = False) -> HistoricDate:
    """The date in another calendar; with `coarsest_year` a day or month is given as its year only.

    `gregorian` means the common era: days before 15 October 1582 are given in the Julian calendar. A day
    becomes a day, a month one or two months, everything coarser one or more years. Days converted from or
    to the Islamic calendar may differ by a day from what was observed (`calendars.day_tolerance`).
    """
    if date.kind == "moment":
        return _single(date.known_moments[0], calendar, coarsest_year)
    if date.kind in ("choice", "set", "span"):
        known = sorted(date.known_moments, key=lambda moment: (moment.first_day, moment.last_day))
        pairs = pairwise(known)
        if date.kind != "span" and any(later.first_day > earlier.last_day + 1 for earlier, later in pairs):
            by_year = coarsest_year or any(moment.precision != "day" for moment in known)
            members = [m for moment in known for m in _members(moment, calendar, by_year)]
            return date_of(tuple(dict.fromkeys(members)), date.kind)
        last = max(known, key=lambda moment: moment.last_day)
        return _joined(
            _edge(known[0], calendar, coarsest_year, last=False),
            _edge(last, calendar, coarsest_year, last=True),
        )
    begin, end = date.moments
    ends: tuple[Moment | End, ...] = (
        begin if isinstance(begin, str) else _edge(begin, calendar, coarsest_year, last=False),
        end if isinstance(end, str) else _edge(end, calendar, coarsest_year, last=True),
    )
    return date_of(ends[:1], "moment") if ends[0] == ends[1] else date_of(ends, "interval")


def year_of(number: int, calendar: CalendarName) -> int:
    """The year of a day in a calendar, `gregorian` standing for the common era."""
    return from_day_number(number, _named(number, calendar)).year


def century_of_day(number: int) -> int:
    """The century of the common era that a day lies in; those before the era are negative."""
    year = year_of(number, "gregorian")
    # There is no century 0: the first one before the era holds the astronomical years -99 to 0.
    return (year - 1) // 100 + 1 if year > 0 else -(-year // 100 + 1)


def main_year(first_day: int, last_day: int, calendar: CalendarName) -> int:
    """The year of a calendar that holds most days of a span, the earlier one of equals."""
    return year_of((first_day + last_day) // 2, calendar)


def _single(moment: Moment, calendar: CalendarName, coarsest_year: bool) -> HistoricDate:
    if moment.precision == "day" and not coarsest_year:
        return date_of((_edge(moment, calendar, False, last=False),), "moment")
    return _joined(
        _edge(moment, calendar, coarsest_year, last=False), _edge(moment, calendar, coarsest_year, last=True)
    )


def _members(moment: Moment, calendar: CalendarName, by_year: bool) -> list[Moment]:
    """The day, or the years, of another calendar that one of several moments is or touches."""
    first, last = (_edge(moment, calendar, by_year, last=is_last) for is_last in (False, True))
    if not by_year:
        return [first]
    years = range(first.year, last.year + 1)
    return [replace(moment_of(year, calendar=calendar), approximate=first.approximate) for year in years]


def _joined(first: Moment, last: Moment) -> HistoricDate:
    kind: Kind = "span"
    if first == last:
        return date_of((first,), "moment")
    return date_of((first, last), kind)


def _edge(moment: Moment, calendar: CalendarName, coarsest_year: bool, *, last: bool) -> Moment:
    """The first or last day, month or year of another calendar that a moment touches."""
    number = moment.last_day if last else moment.first_day
    named = _named(number, calendar)
    day = from_day_number(number, named)
    if moment.precision == "day" and not coarsest_year:
        found = moment_of(*day, calendar=named)
    elif moment.precision == "month" and not coarsest_year:
        found = moment_of(day.year, day.month, calendar=named)
    else:
        found = moment_of(day.year, calendar=calendar)
    return replace(found, approximate=moment.approximate, uncertain=moment.uncertain)


def _named(number: int, calendar: CalendarName) -> CalendarName:
    return common_era_calendar(number) if calendar in ("gregorian", "julian") else calendar
