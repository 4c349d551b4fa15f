"""The types of a historic date: what a source says about when, kept in the source's own calendar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from warraq.lang.language import CalendarName

Precision = Literal["day", "month", "season", "year", "decade", "century", "interval"]
Kind = Literal["moment", "interval", "span", "choice", "set"]
End = Literal["open", "unknown", "inclusive"]
"""What stands for an end that no source gives: `open` beyond the other end, `inclusive` from or up to the other
end, which belongs to the time itself ("since 1948", "by 1258"), `unknown` when there was an end at some time."""
Naming = Literal["imperial", "zodiac"]
"""Solar Hijri dates that were not written in the form of today: in imperial years, or by zodiac months."""
Part = Literal[
    "early", "mid", "late",
    "first-half", "second-half",
    "first-quarter", "second-quarter", "third-quarter", "last-quarter",
]  # fmt: skip


class DateError(ValueError):
    """A date that cannot be, with a stable `code` and the `values` that a sentence about it needs.

    Codes and their values: `not-a-date` (text), `time-of-day` (text), `calendar-missing` (text),
    `unknown-calendar` (calendar), `unknown-key` (key), `no-such-year` (year, calendar), `no-such-month`
    (month, year, calendar), `no-such-season` (season, calendar), `no-such-day` (day, month, year, calendar,
    length), `no-such-century` (century), `ends-before-it-begins` (begin, end), `month-of-another-calendar`
    (month, calendar), `no-table-of-months` (month, year), `ambiguous-double-date` (first, second). The
    exception holds no prose; the caller looks it up by the code.
    """

    def __init__(self, code: str, values: Mapping[str, str | int]) -> None:
        super().__init__(code, dict(values))
        self.code = code
        self.values: dict[str, str | int] = dict(values)


@dataclass(frozen=True, kw_only=True)
class Moment:
    """One end or one alternative of a date: a day, a month, a season, a year, a decade or a century."""

    precision: Precision
    year: int
    """Astronomical year (0 is 1 BCE); a decade's first year; a century's number, negative before the era."""
    month: int | None = None
    """1–12, or the season 1–4 from spring on."""
    day: int | None = None
    calendar: CalendarName
    approximate: bool = False
    uncertain: bool = False
    part: Part | None = None
    """The part of the century, decade, year or month that is meant, None for the whole of it."""
    naming: Naming | None = None
    """How the source counts or names it, where that is not the calendar's form of today."""
    first_day: int
    """Julian day number."""
    last_day: int


@dataclass(frozen=True, kw_only=True)
class HistoricDate:
    """When something was, as the source says it, with the days that it covers for sorting and filtering."""

    value: str
    """EDTF (ISO 8601-2) with ASCII digits, in the years of `calendar`: `0428`, `1565~`, `1599/1602`."""
    calendar: CalendarName
    kind: Kind
    """`moment`; `interval` with its two ends; `span` of years that stand for one ("15XX"); `choice` of
    several; `set`, all of several."""
    moments: tuple[Moment | End, ...]
    first_day: int | None
    """Julian day number of the first day that it may mean, None when the beginning is open or unknown."""
    last_day: int | None
    also: tuple[HistoricDate, ...] = ()
    """The same date in other calendars, exactly as the source gives it."""
    labels: tuple[tuple[str, str], ...] = ()
    """Pairs of language code and text that replace the printed date in that language."""

    @property
    def precision(self) -> Precision:
        """The precision of a single moment, or `interval`."""
        only = self.moments[0]
        return only.precision if self.kind == "moment" and not isinstance(only, str) else "interval"

    @property
    def approximate(self) -> bool:
        """Whether any part of it is approximate ("circa")."""
        return any(moment.approximate for moment in self.known_moments)

    @property
    def uncertain(self) -> bool:
        """Whether the source doubts any part of it."""
        return any(moment.uncertain for moment in self.known_moments)

    @property
    def known_moments(self) -> tuple[Moment, ...]:
        """The moments without open and unknown ends."""
        return tuple(moment for moment in self.moments if not isinstance(moment, str))

    def label(self, code: str) -> str | None:
        """The text that the editor wants printed in a language instead of the date."""
        return dict(self.labels).get(code)


def sort_day(date: HistoricDate) -> int:
    """The day number to sort by: the first day, or the last one when the beginning is open or unknown."""
    if date.first_day is not None:
        return date.first_day
    return date.last_day if date.last_day is not None else 0
