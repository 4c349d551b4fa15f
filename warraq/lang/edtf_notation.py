"""Dates in the notation EDTF (ISO 8601-2), as editors write them: years may have fewer than four digits.

Own parser for level 1 and some of level 2: the package `edtf` refuses years such as 428, knows only the
Gregorian calendar, invents days for unknown ends, and has one kind of error, in English prose.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from warraq.lang.historic_date import DateError, End, HistoricDate, Kind, Moment
from warraq.lang.language import CalendarName
from warraq.lang.moments import century_of, century_years, decade_of, moment_of

_MOMENT = re.compile(
    r"(?P<sign>-?)(?P<year>[0-9]{0,3}[0-9X]|[0-9]{1,2}XX|[0-9]XXX)"
    r"(?:-(?P<month>[0-9]{1,2}|XX)(?:-(?P<day>[0-9]{1,2}|XX))?)?"
)
_SLASHED_DAY = re.compile(r"([0-9]{3,4})/([0-9]{1,2})/([0-9]{1,2})")
_YEAR_RANGE = re.compile(r"([0-9]{3,4})-([0-9]{3,4})")
_CHOICE = re.compile(r"\[(.+)\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What is known of a date beside its notation, from the words around it."""

    calendar: CalendarName | None = None
    before_common_era: bool = False
    approximate: bool = False
    uncertain: bool = False


def read_edtf(text: str, reading: Reading) -> HistoricDate:
    """The date that the notation means; digits must be ASCII. Raises DateError."""
    notation = text.replace(" ", "")
    if slashed := _SLASHED_DAY.fullmatch(notation):
        notation = "-".join(slashed.groups())
    if years := _YEAR_RANGE.fullmatch(notation):
        notation = "/".join(years.groups())
    if choice := _CHOICE.fullmatch(notation):
        return _read_choice(choice[1], reading)
    ends = _split_range(notation)
    if len(ends) == 2:
        return _assemble("interval", tuple(_read_end(end, reading) for end in ends))
    if len(ends) > 2:
        raise DateError("not-a-date", {"text": text})
    if hidden := re.fullmatch(r"(-?)([0-9]{0,2})(X{2,3})", re.sub("[~?%]", "", notation)):
        sign, digits, unknown = hidden.groups()
        if digits:
            bounds = sorted(f"{sign}{digits}{fill * len(unknown)}" for fill in "09")
            qualifiers = "".join(re.findall("[~?%]", notation))
            lower, upper = (_read_moment(bound + qualifiers, reading) for bound in bounds)
            return _assemble("span", (lower, upper) if lower.first_day <= upper.first_day else (upper, lower))
    return _assemble("moment", (_read_moment(notation, reading),))


def century_date(number: int, reading: Reading) -> HistoricDate:
    """The date of a century by its number; negative, or with `before_common_era`, before the era."""
    signed = -number if reading.before_common_era else number
    century = century_of(
        signed, calendar=reading.calendar, approximate=reading.approximate, uncertain=reading.uncertain
    )
    return _assemble("moment", (century,))


def decade_date(first_year: int, reading: Reading) -> HistoricDate:
    """The date of a decade by its first year."""
    decade = decade_of(
        first_year, calendar=reading.calendar, approximate=reading.approximate, uncertain=reading.uncertain
    )
    return _assemble("moment", (decade,))


def day_date(year: int, month: int, day: int | None, reading: Reading) -> HistoricDate:
    """The date of a day or month by its numbers."""
    year = 1 - year if reading.before_common_era else year
    moment = moment_of(
        year,
        month,
        day,
        calendar=reading.calendar,
        approximate=reading.approximate,
        uncertain=reading.uncertain,
    )
    return _assemble("moment", (moment,))


def date_of(moments: tuple[Moment | End, ...], kind: Kind) -> HistoricDate:
    """The date that consists of the given moments."""
    return _assemble(kind, moments)


def _split_range(notation: str) -> list[str]:
    if "–" in notation:
        first, _, last = notation.partition("–")
        # `1003–4` is how sources shorten the second year.
        if re.fullmatch("[0-9]{3,4}", first) and re.fullmatch("[0-9]{1,3}", last) and len(last) < len(first):
            last = first[: -len(last)] + last
        return [first, last]
    return notation.split("/")


def _read_end(text: str, reading: Reading) -> Moment | End:
    if text == "..":
        return "open"
    return _read_moment(text, reading) if text else "unknown"


def _read_choice(text: str, reading: Reading) -> HistoricDate:
    if ".." in text and "," not in text:
        first, _, last = text.partition("..")
        return _assemble("interval", (_read_end(first or "..", reading), _read_end(last or "..", reading)))
    return _assemble("choice", tuple(_read_moment(part, reading) for part in text.split(",")))


def _read_moment(text: str, reading: Reading) -> Moment:
    approximate = reading.approximate or "~" in text or "%" in text
    uncertain = reading.uncertain or "?" in text or "%" in text
    match = _MOMENT.fullmatch(re.sub("[~?%]", "", text))
    if match is None:
        raise DateError("not-a-date", {"text": text})
    digits, sign = match["year"], -1 if match["sign"] else 1
    if reading.before_common_era and sign < 0:
        raise DateError("not-a-date", {"text": text})
    month, day = (None if match[part] in (None, "XX") else int(match[part]) for part in ("month", "day"))
    if digits.endswith("X"):
        if digits.count("X") > 1 or match["month"] or sign < 0 or reading.before_common_era or digits == "X":
            raise DateError("not-a-date", {"text": text})
        return decade_of(
            int(digits[:-1]) * 10, calendar=reading.calendar, approximate=approximate, uncertain=uncertain
        )
    year = 1 - int(digits) if reading.before_common_era else sign * int(digits)
    return moment_of(
        year, month, day if month else None,
        calendar=reading.calendar, approximate=approximate, uncertain=uncertain,
    )  # fmt: skip


def _assemble(kind: Kind, moments: tuple[Moment | End, ...]) -> HistoricDate:
    known = [moment for moment in moments if not isinstance(moment, str)]
    if not known:
        raise DateError("not-a-date", {"text": _notation(kind, moments)})
    first, last = moments[0], moments[-1]
    begins = None if isinstance(first, str) else first.first_day
    ends = None if isinstance(last, str) else last.last_day
    if kind == "choice":
        begins, ends = min(moment.first_day for moment in known), max(moment.last_day for moment in known)
    elif begins is not None and ends is not None and ends < begins:
        raise DateError("ends-before-it-begins", {"begin": _edtf(moments[0]), "end": _edtf(moments[-1])})
    calendars = {moment.calendar for moment in known}
    # The ends of an interval across the reform of 1582 are each in their own calendar.
    calendar = known[0].calendar if len(calendars) == 1 else "gregorian"
    return HistoricDate(
        value=_notation(kind, moments),
        calendar=calendar,
        kind=kind,
        moments=moments,
        first_day=begins,
        last_day=ends,
    )


def _notation(kind: Kind, moments: tuple[Moment | End, ...]) -> str:
    if kind == "choice":
        return f"[{','.join(map(_edtf, moments))}]"
    first = moments[0]
    if kind == "span" and not isinstance(first, str) and _edtf(first)[:4].endswith("00"):
        return _edtf(first).replace("00", "XX", 1)
    texts = list(map(_edtf, moments))
    if len(texts) == 2:
        # A century is two years in EDTF; a range takes the first of the one and the last of the other.
        texts = [texts[0].split("/")[0], texts[1].split("/")[-1]]
    return "/".join(texts)


def _edtf(moment: Moment | End) -> str:
    if isinstance(moment, str):
        return ".." if moment == "open" else ""
    qualifier = {(True, True): "%", (True, False): "~", (False, True): "?"}.get(
        (moment.approximate, moment.uncertain), ""
    )
    if moment.precision == "century":
        years = [replace(moment, precision="year", year=year) for year in century_years(moment.year)]
        return "/".join(map(_edtf, years))
    sign = "-" if moment.year < 0 else ""
    digits = f"{abs(moment.year):04}"
    if moment.precision == "decade":
        return f"{sign}{digits[:3]}X{qualifier}"
    month = moment.month + 20 if moment.precision == "season" and moment.month else moment.month
    parts = [digits, *(f"{part:02}" for part in (month, moment.day) if part is not None)]
    return sign + "-".join(parts) + qualifier
