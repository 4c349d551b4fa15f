"""Days counted in one line (Julian day numbers) and their names in four calendars.

A Julian day number is the integer of the day at noon: 1 January 2000 is 2451545. Years are astronomical
(year 0 is 1 BCE). The sources of the rules:

- Solar Hijri: `persiantools`, which agrees with the published new years of 1206–1498. Outside its years
  1–9377 the 33-year cycle continues, only so that any day has a name.
- Islamic: `hijridate` (the printed Umm al-Qura calendars) for 1343–1450 AH, the tabular civil calendar
  elsewhere. Where the two meet, one month before 1343 and one before 1451 take up the difference of a day.
- Julian, Gregorian and tabular: own arithmetic, because each is three lines by day number; `convertdate`
  would be exact too but brings five megabytes of astronomy.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from warraq.lang.language import CalendarName

GREGORIAN_REFORM = 2299161
"""The day number of 15 October 1582, the first day of the Gregorian calendar."""

CALENDARS: tuple[CalendarName, ...] = ("gregorian", "julian", "persian", "islamic")

_UMM_AL_QURA = range(1343, 1451)
_OFFICIAL_UMM_AL_QURA = range(1420, 1451)
_PERSIAN_CYCLE_YEARS, _PERSIAN_CYCLE_DAYS = 33, 12053
_PERSIAN_LAST_YEAR = 9377
_PERSIAN_EPOCH = 1948321
_ISLAMIC_EPOCH = 1948440
_ORDINAL_TO_DAY_NUMBER = 1721425


class Day(NamedTuple):
    """A day by its year, month and number in one calendar."""

    year: int
    month: int
    day: int


def to_day_number(year: int, month: int, day: int, calendar: CalendarName) -> int:
    """The Julian day number of a day; `day` may run past the month's end and is then counted on.

    Raises ValueError when the month is not 1–12.
    """
    if not 1 <= month <= 12:
        raise ValueError(f"month {month} is not 1-12")
    return _month_start(year, month, calendar) + day - 1


def from_day_number(number: int, calendar: CalendarName) -> Day:
    """The year, month and day that a Julian day number has in a calendar."""
    if calendar == "persian":
        return _persian_day(number)
    if calendar == "islamic":
        return _islamic_day(number)
    return _solar_day(number, calendar)


def common_era_calendar(number: int) -> CalendarName:
    """The calendar in which the common era counts a day: Julian before 15 October 1582, Gregorian from then on."""
    return "julian" if number < GREGORIAN_REFORM else "gregorian"


@lru_cache(maxsize=65536)
def common_era_century(number: int) -> int:
    """The century of the common era that a day lies in; those before the era are negative."""
    year = from_day_number(number, common_era_calendar(number)).year
    # There is no century 0: the first one before the era holds the astronomical years -99 to 0.
    return (year - 1) // 100 + 1 if year > 0 else -(-year // 100 + 1)


def month_length(year: int, month: int, calendar: CalendarName) -> int:
    """The number of days in a month."""
    following = (year, month + 1) if month < 12 else (year + 1, 1)
    return to_day_number(*following, 1, calendar) - to_day_number(year, month, 1, calendar)


def is_leap(year: int, calendar: CalendarName) -> bool:
    """Whether the year has a day more than its calendar's common years."""
    length = to_day_number(year + 1, 1, 1, calendar) - to_day_number(year, 1, 1, calendar)
    return length > (354 if calendar == "islamic" else 365)


def day_exists(year: int, month: int, day: int, calendar: CalendarName) -> bool:
    """Whether the calendar as computed has this day."""
    return 1 <= month <= 12 and 1 <= day <= month_length(year, month, calendar)


def day_tolerance(year: int, calendar: CalendarName) -> int:
    """How many days the calendar as computed may differ from the days that people counted in that year.

    It is 1 for Islamic years that were not computed in advance (all but 1420–1450 AH), in which a month began
    with the sighting of the moon, and 0 for everything else.
    """
    return 1 if calendar == "islamic" and year not in _OFFICIAL_UMM_AL_QURA else 0


@lru_cache(maxsize=4096)
def _month_start(year: int, month: int, calendar: CalendarName) -> int:
    if calendar == "persian":
        return _nowruz(year) + (31 * (month - 1) if month <= 7 else 186 + 30 * (month - 7))
    if calendar == "islamic":
        return _islamic_month_start(12 * year + month - 1)
    # Years that begin with March put the leap day last, which makes the month lengths regular.
    shifted_year, shifted_month = (year, month - 3) if month > 2 else (year - 1, month + 9)
    days = 365 * shifted_year + shifted_year // 4 + (153 * shifted_month + 2) // 5
    if calendar == "julian":
        return days + 1721118
    return days - shifted_year // 100 + shifted_year // 400 + 1721120


def _solar_day(number: int, calendar: CalendarName) -> Day:
    if calendar == "julian":
        shifted_year, day_of_year = _within(4 * (number - 1721118) + 3, 1461)
    else:
        century, day_of_century = _within(4 * (number - 1721120) + 3, 146097)
        shifted_year, day_of_year = _within(4 * day_of_century + 3, 1461)
        shifted_year += 100 * century
    shifted_month = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * shifted_month + 2) // 5 + 1
    year, month = (
        (shifted_year, shifted_month + 3) if shifted_month < 10 else (shifted_year + 1, shifted_month - 9)
    )
    return Day(year, month, day)


def _within(quarters: int, quarters_in_unit: int) -> tuple[int, int]:
    """The whole units, and the days left over, of a span counted in quarter days."""
    units, rest = divmod(quarters, quarters_in_unit)
    return units, rest // 4


@lru_cache(maxsize=4096)
def _nowruz(year: int) -> int:
    from persiantools.jdatetime import JalaliDate

    if year < 1:
        cycles = -((year - 1) // _PERSIAN_CYCLE_YEARS)
    else:
        cycles = -max(0, (year - _PERSIAN_LAST_YEAR + _PERSIAN_CYCLE_YEARS - 1) // _PERSIAN_CYCLE_YEARS)
    # The library is typed, but its constructor is not.
    within: date = JalaliDate(year + cycles * _PERSIAN_CYCLE_YEARS, 1, 1).to_gregorian()  # type: ignore[no-untyped-call]
    return within.toordinal() + _ORDINAL_TO_DAY_NUMBER - cycles * _PERSIAN_CYCLE_DAYS


def _persian_day(number: int) -> Day:
    year = (number - _PERSIAN_EPOCH) * _PERSIAN_CYCLE_YEARS // _PERSIAN_CYCLE_DAYS + 1
    while _nowruz(year) > number:
        year -= 1
    while _nowruz(year + 1) <= number:
        year += 1
    day_of_year = number - _nowruz(year)
    if day_of_year < 186:
        return Day(year, day_of_year // 31 + 1, day_of_year % 31 + 1)
    return Day(year, (day_of_year - 186) // 30 + 7, (day_of_year - 186) % 30 + 1)


@lru_cache(maxsize=8192)
def _islamic_month_start(index: int) -> int:
    year, month = divmod(index, 12)
    if year in _UMM_AL_QURA:
        from hijridate import Hijri

        return Hijri(year, month + 1, 1).to_julian()
    days = 354 * (year - 1) + (3 + 11 * year) // 30 + (59 * month + 1) // 2
    # The printed calendars begin 1343 a day before the tabular one; without this the month before had 28
    # days.
    before_the_printed_calendars = 1 if index == 12 * _UMM_AL_QURA.start - 1 else 0
    return _ISLAMIC_EPOCH + days - before_the_printed_calendars


def _islamic_day(number: int) -> Day:
    index = 12 + (number - _ISLAMIC_EPOCH) * 360 // 10631
    while _islamic_month_start(index) > number:
        index -= 1
    while _islamic_month_start(index + 1) <= number:
        index += 1
    return Day(index // 12, index % 12 + 1, number - _islamic_month_start(index) + 1)
