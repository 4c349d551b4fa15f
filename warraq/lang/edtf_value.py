"""The date that moments make, with its days and its value in EDTF (ISO 8601-2)."""

from __future__ import annotations

from dataclasses import replace

from warraq.lang.calendars import common_era_calendar, from_day_number
from warraq.lang.historic_date import DateError, End, HistoricDate, Kind, Moment
from warraq.lang.language import CalendarName
from warraq.lang.moments import century_years

_FIRST_LONG_YEAR = 10000
_PARTS_OF_VALUE = {"century": 1, "decade": 1, "year": 2, "month": 3, "day": 3}


def date_of(
    moments: tuple[Moment | End, ...],
    kind: Kind,
    *,
    value: str | None = None,
    days: tuple[int, int] | None = None,
) -> HistoricDate:
    """The date that consists of the given moments.

    `value` and `days` replace what would follow from the moments, where the notation says more than they do
    (`15XX-12-25`). Raises DateError for an interval that ends before it begins or has no known end.
    """
    known = [moment for moment in moments if not isinstance(moment, str)]
    if not known:
        raise DateError("not-a-date", {"text": _notation(kind, moments)})
    first, last = moments[0], moments[-1]
    begins = None if isinstance(first, str) else first.first_day
    ends = None if isinstance(last, str) else last.last_day
    if days:
        begins, ends = days
    elif kind in ("choice", "set"):
        begins, ends = min(moment.first_day for moment in known), max(moment.last_day for moment in known)
    elif begins is not None and ends is not None and ends < begins:
        raise DateError("ends-before-it-begins", {"begin": _edtf(moments[0]), "end": _edtf(moments[-1])})
    calendars = {moment.calendar for moment in known}
    # The ends of an interval across the reform of 1582 are each in their own calendar.
    calendar = known[0].calendar if len(calendars) == 1 else "gregorian"
    return HistoricDate(
        value=value or _notation(kind, moments),
        calendar=calendar,
        kind=kind,
        moments=moments,
        first_day=begins,
        last_day=ends,
    )


def year_notation(year: int) -> str:
    """The year in four digits with its sign, or after a `Y` when it has more."""
    if abs(year) >= _FIRST_LONG_YEAR:
        return f"Y{year}"
    return f"{'-' if year < 0 else ''}{abs(year):04}"


def qualifier_of(*, approximate: bool, uncertain: bool) -> str:
    """The sign of EDTF for what is approximate, uncertain or both."""
    return "%" if approximate and uncertain else "~" if approximate else "?" if uncertain else ""


def _notation(kind: Kind, moments: tuple[Moment | End, ...]) -> str:
    texts = list(map(_edtf, moments))
    if kind in ("choice", "set"):
        begin, end = "[]" if kind == "choice" else "{}"
        # Within a set `..` stands between the years of a century.
        return f"{begin}{','.join(texts).replace('/', '..')}{end}"
    if len(texts) == 2:
        # A century is two years in EDTF; a range takes the first of the one and the last of the other.
        texts = [texts[0].split("/")[0], texts[1].split("/")[-1]]
    return "/".join(texts)


def _edtf(moment: Moment | End) -> str:
    if isinstance(moment, str):
        return "" if moment == "unknown" else ".."
    qualifier = qualifier_of(approximate=moment.approximate, uncertain=moment.uncertain)
    if moment.part or moment.naming == "zodiac":
        ends = [
            _day_notation(day, moment.calendar, _PARTS_OF_VALUE[moment.precision]) + qualifier
            for day in (moment.first_day, moment.last_day)
        ]
        return ends[0] if ends[0] == ends[1] else "/".join(ends)
    if moment.precision == "century":
        years = [replace(moment, precision="year", year=year) for year in century_years(moment.year)]
        return "/".join(map(_edtf, years))
    if moment.precision == "decade":
        return f"{year_notation(moment.year)[:-1]}X{qualifier}"
    month = moment.month + 20 if moment.precision == "season" and moment.month else moment.month
    parts = [f"{part:02}" for part in (month, moment.day) if part is not None]
    return "-".join([year_notation(moment.year), *parts]) + qualifier


def _day_notation(number: int, calendar: CalendarName, parts: int) -> str:
    """The day, its month or its year, as `parts` is 3, 2 or 1."""
    counted = common_era_calendar(number) if calendar == "gregorian" else calendar
    year, month, day = from_day_number(number, counted)
    return "-".join([year_notation(year), f"{month:02}", f"{day:02}"][:parts])
