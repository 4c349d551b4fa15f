"""Moments built from numbers, refused when the calendar has no such day, month, season, year or century."""

from __future__ import annotations

from dataclasses import replace

from warraq.lang.calendars import day_exists, day_tolerance, month_length, to_day_number
from warraq.lang.historic_date import DateError, Moment, Part, Precision
from warraq.lang.language import CalendarName

_REFORM = (1582, 10, 15)
_REFORM_YEAR = 1582
_FIRST_SEASON_CODE = 21

# EDTF leaves open which months a season has. Solar Hijri seasons are exact; elsewhere the meteorological
# ones of the northern hemisphere stand, winter running into the following year.
_FIRST_MONTH_OF_SPRING = {"persian": 1, "gregorian": 3, "julian": 3}

_SHARES: dict[Part, tuple[int, int, int]] = {
    "early": (0, 1, 3), "mid": (1, 2, 3), "late": (2, 3, 3),
    "first-half": (0, 1, 2), "second-half": (1, 2, 2),
    "first-quarter": (0, 1, 4), "second-quarter": (1, 2, 4), "third-quarter": (2, 3, 4), "last-quarter": (3, 4, 4),
}  # fmt: skip
"""Begin and end of each part, and of how many equal parts: "mid" is the second of three."""


def moment_of(
    year: int,
    month: int | None = None,
    day: int | None = None,
    *,
    calendar: CalendarName | None = None,
    approximate: bool = False,
    uncertain: bool = False,
) -> Moment:
    """The day, month, season (months 21–24 as in EDTF) or year.

    Without a calendar it is of the common era: days, months and seasons before 15 October 1582 are Julian,
    as in the literature; a year is `gregorian` and its days are counted as its contemporaries counted them.
    Raises DateError when there is no such moment.
    """
    if calendar is None:
        is_early = month is not None and (year, month % 20, day or 31) < _REFORM
        calendar = "julian" if is_early else "gregorian"
    _check_year(year, calendar)
    precision: Precision = "year"
    if month is None:
        first, last = year_days(year, year, calendar)
    elif month in range(_FIRST_SEASON_CODE, _FIRST_SEASON_CODE + 4) and day is None:
        precision, month = "season", month - _FIRST_SEASON_CODE + 1
        first, last = _season_days(year, month, calendar)
    else:
        if not 1 <= month <= 12:
            raise DateError("no-such-month", {"month": month, "year": year, "calendar": calendar})
        precision = "month" if day is None else "day"
        first = to_day_number(year, month, 1, calendar)
        last = first + month_length(year, month, calendar) - 1
        if day is not None:
            _check_day(year, month, day, calendar)
            first = last = first + day - 1
    return Moment(
        precision=precision, year=year, month=month, day=day, calendar=calendar,
        approximate=approximate, uncertain=uncertain, first_day=first, last_day=last,
    )  # fmt: skip


def decade_of(
    first_year: int,
    *,
    calendar: CalendarName | None = None,
    approximate: bool = False,
    uncertain: bool = False,
) -> Moment:
    """The ten years from a year that ends in 0."""
    calendar = calendar or "gregorian"
    _check_year(first_year + 9, calendar)
    first, last = year_days(max(first_year, 1) if calendar in ("persian", "islamic") else first_year,
                            first_year + 9, calendar)  # fmt: skip
    return Moment(
        precision="decade", year=first_year, calendar=calendar, approximate=approximate, uncertain=uncertain,
        first_day=first, last_day=last,
    )  # fmt: skip


def century_of(
    number: int, *, calendar: CalendarName | None = None, approximate: bool = False, uncertain: bool = False
) -> Moment:
    """The hundred years of a century by its number: the 16th is 1501–1600, the -5th is 500–401 BCE."""
    calendar = calendar or "gregorian"
    # Prehistory is told in centuries too; of the eras that count forward no hundred have passed.
    if not -9999 <= number <= 99 or number == 0 or (number < 0 and calendar in ("persian", "islamic")):
        raise DateError("no-such-century", {"century": number, "calendar": calendar})
    first_year, last_year = century_years(number)
    first, last = year_days(first_year, last_year, calendar)
    return Moment(
        precision="century", year=number, calendar=calendar, approximate=approximate, uncertain=uncertain,
        first_day=first, last_day=last,
    )  # fmt: skip


def part_of(moment: Moment, part: Part) -> Moment:
    """The part of a century or decade in whole years, of a year in whole months, of a month in days.

    Thirds of a century are its years 1–33, 34–67 and 68–100; of a month its days 1–10, 11–20 and the rest.
    Raises ValueError for a moment that has no parts.
    """
    begin, end, shares = _SHARES[part]
    unit = {"century": 100, "decade": 10, "year": 12, "month": 30}.get(moment.precision)
    if unit is None or moment.part is not None:
        raise ValueError(f"a {moment.precision} has no parts")
    first, following = (round(unit * share / shares) for share in (begin, end))
    if moment.precision == "month":
        last_day = moment.last_day if end == shares else moment.first_day + following - 1
        return replace(moment, part=part, first_day=moment.first_day + first, last_day=last_day)
    if moment.precision == "year":
        months = [
            moment_of(moment.year, month, calendar=_calendar_of_months(moment))
            for month in (first + 1, following)
        ]
        return replace(moment, part=part, first_day=months[0].first_day, last_day=months[1].last_day)
    first_year = century_years(moment.year)[0] if moment.precision == "century" else moment.year
    days = year_days(first_year + first, first_year + following - 1, moment.calendar)
    return replace(moment, part=part, first_day=days[0], last_day=days[1])


def _calendar_of_months(year: Moment) -> CalendarName | None:
    """The calendar that the months of a year are in: those of the common era follow the rule for days."""
    return None if year.calendar == "gregorian" else year.calendar


def century_years(number: int) -> tuple[int, int]:
    """The first and last astronomical year of a century."""
    if number > 0:
        return 100 * number - 99, 100 * number
    return 100 * number + 1, 100 * number + 100


def year_days(first_year: int, last_year: int, calendar: CalendarName) -> tuple[int, int]:
    """The day numbers of the first day of one year and the last day of another."""
    # A year of the common era before 1582 began on 1 January of the Julian calendar, whichever way it is
    # written.
    start: CalendarName = "julian" if calendar == "gregorian" and first_year <= _REFORM_YEAR else calendar
    end: CalendarName = "julian" if calendar == "gregorian" and last_year < _REFORM_YEAR else calendar
    return to_day_number(first_year, 1, 1, start), to_day_number(last_year + 1, 1, 1, end) - 1


def _season_days(year: int, season: int, calendar: CalendarName) -> tuple[int, int]:
    if calendar not in _FIRST_MONTH_OF_SPRING:
        raise DateError("no-such-season", {"season": season, "calendar": calendar})
    first_month = _FIRST_MONTH_OF_SPRING[calendar] + 3 * (season - 1)
    starts = [(year + (month - 1) // 12, (month - 1) % 12 + 1) for month in (first_month, first_month + 3)]
    first, following = (to_day_number(*start, 1, calendar) for start in starts)
    return first, following - 1


def _check_year(year: int, calendar: CalendarName) -> None:
    if calendar in ("persian", "islamic") and year < 1:
        raise DateError("no-such-year", {"year": year, "calendar": calendar})


def _check_day(year: int, month: int, day: int, calendar: CalendarName) -> None:
    # A month that began with the sighting of the moon may have had 30 days where the computed one has 29.
    is_possible = day_exists(year, month, day, calendar) or (
        day_tolerance(year, calendar) > 0 and 1 <= day <= 30
    )
    if not is_possible:
        length = month_length(year, month, calendar)
        values = {"day": day, "month": month, "year": year, "calendar": calendar, "length": length}
        raise DateError("no-such-day", values)
