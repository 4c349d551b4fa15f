"""From days to places on a line, and the lines of a calendar between them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from warraq.lang.calendars import GREGORIAN_REFORM, common_era_calendar, from_day_number, to_day_number
from warraq.lang.language import CalendarName


class Scale(NamedTuple):
    """A stretch of time that is drawn so long; before the first day and after the last nothing has a place."""

    first_day: int
    last_day: int
    length: float

    def place(self, day: float) -> float:
        """Where a day lies, from 0 at the first day on."""
        share = (day - self.first_day) / (self.last_day - self.first_day)
        return self.length * min(1.0, max(0.0, share))

    def years(self, length: float) -> float:
        """How many years a length stands for."""
        return length / self.length * (self.last_day - self.first_day) / _YEAR


_YEAR = 365.2425


class Line(NamedTuple):
    """The first day of a year that is counted by hundreds, or whatever a scale has room for."""

    day: int
    year: int
    """Astronomical."""


def lines_of(scale: Scale, calendar: CalendarName, apart: float) -> list[Line]:
    """The lines of a calendar in round years, not nearer to each other than so much."""
    step = step_of(scale.years(apart))
    first = _year(scale.first_day, calendar)
    last = _year(scale.last_day, calendar)
    start = -(-first // step) * step
    return [
        Line(day, year) for day, year in _starts(range(start, last + 1, step), calendar)
        if scale.first_day <= day <= scale.last_day
    ]  # fmt: skip


def step_of(years: float) -> int:
    """The smallest round number of years that is not less: 1, 2, 5, 10, 20 and so on."""
    step = 1
    while True:
        for times in (1, 2, 5):
            if step * times >= years:
                return step * times
        step *= 10


def _starts(years: range, calendar: CalendarName) -> Iterator[tuple[int, int]]:
    for year in years:
        if calendar in ("persian", "islamic") and year < 1:
            continue
        yield first_day_of(year, calendar), year


def first_day_of(year: int, calendar: CalendarName) -> int:
    """The first day of a year; the common era is Julian before October 1582."""
    day = to_day_number(year, 1, 1, calendar)
    if calendar == "gregorian" and day < GREGORIAN_REFORM:
        return to_day_number(year, 1, 1, "julian")
    return day


def _year(day: int, calendar: CalendarName) -> int:
    return from_day_number(day, common_era_calendar(day) if calendar == "gregorian" else calendar).year
