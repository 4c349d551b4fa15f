"""Dates of which some digits are not known: `156X`, `15XX`, `1985-04-1X`, `15XX-12-25`."""

from __future__ import annotations

from functools import partial

from warraq.lang.calendars import month_length
from warraq.lang.edtf_value import date_of, qualifier_of
from warraq.lang.historic_date import DateError, HistoricDate, Moment
from warraq.lang.language import CalendarName
from warraq.lang.moments import decade_of, moment_of


def unspecified_date(
    sign: str,
    year: str,
    month: str | None,
    day: str | None,
    *,
    calendar: CalendarName | None,
    approximate: bool,
    uncertain: bool,
) -> HistoricDate:
    """The date of a notation with the letter X in place of digits: the whole or the span that it leaves open.

    A month or day of which nothing is known is left out, so that `1985-XX-11` is the year. Raises DateError
    when nothing that the notation allows exists.
    """
    if month == "XX":
        month = day = None
    if day == "XX":
        day = None
    moment = partial(moment_of, calendar=calendar, approximate=approximate, uncertain=uncertain)
    qualifier = qualifier_of(approximate=approximate, uncertain=uncertain)
    if "X" in year:
        return _of_unknown_year(sign, year, month, day, moment, calendar, approximate, uncertain)
    number = int(sign + year)
    if month is None:
        return date_of((moment(number),), "moment")
    if "X" in month:
        if day is not None:
            raise DateError("not-a-date", {"text": f"{sign}{year}-{month}-{day}"})
        first, last = (1, 9) if month[0] == "0" else (10, 12)
        value = f"{sign}{year.zfill(4)}-{month}{qualifier}"
        return date_of((moment(number, first), moment(number, last)), "span", value=value)
    whole = moment(number, int(month))
    if day is None:
        return date_of((whole,), "moment")
    lowest, highest = max(1, 10 * int(day[0])), 10 * int(day[0]) + 9
    highest = min(highest, month_length(number, int(month), whole.calendar))
    if highest < lowest or whole.precision != "month":
        raise DateError("not-a-date", {"text": f"{sign}{year}-{month}-{day}"})
    ends = dict.fromkeys(moment(number, int(month), bound) for bound in (lowest, highest))
    if len(ends) == 1:
        return date_of(tuple(ends), "moment")
    value = f"{sign}{year.zfill(4)}-{month.zfill(2)}-{day}{qualifier}"
    return date_of(tuple(ends), "span", value=value)


def _of_unknown_year(
    sign: str,
    year: str,
    month: str | None,
    day: str | None,
    moment: partial[Moment],
    calendar: CalendarName | None,
    approximate: bool,
    uncertain: bool,
) -> HistoricDate:
    if month is None and not sign and year.count("X") == 1:
        decade = decade_of(
            int(year.replace("X", "0")), calendar=calendar, approximate=approximate, uncertain=uncertain
        )
        return date_of((decade,), "moment")
    if "X" in (month or "") + (day or ""):
        raise DateError("not-a-date", {"text": "-".join(filter(None, (sign + year, month, day)))})
    lowest, highest = sorted(int(sign + year.replace("X", digit)) for digit in "09")
    if calendar in ("persian", "islamic"):
        lowest = max(lowest, 1)
    ends = (moment(lowest), moment(highest))
    mask = "-".join(filter(None, (year.zfill(4), month and month.zfill(2), day and day.zfill(2))))
    value = sign + mask + qualifier_of(approximate=approximate, uncertain=uncertain)
    if month is None:
        return date_of(ends, "span", value=value)
    numbers = (int(month), int(day) if day else None)
    years = range(lowest, highest + 1)
    days = _first_of(years, numbers, moment).first_day, _first_of(years[::-1], numbers, moment).last_day
    return date_of(ends, "span", value=value, days=days)


def _first_of(years: range, numbers: tuple[int, int | None], moment: partial[Moment]) -> Moment:
    """The month or day in the first of the years that has it: not every year has a 29 February."""
    refusal: DateError | None = None
    for year in years[:8]:
        try:
            return moment(year, *numbers)
        except DateError as error:
            refusal = error
    assert refusal is not None
    raise refusal
