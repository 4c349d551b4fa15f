"""Dates in the notation EDTF (ISO 8601-2), as editors write them: years may have fewer than four digits.

Own parser for levels 0 and 1 and, of level 2, qualified parts, sets, unspecified digits anywhere but in a
whole year, and long years. The package `edtf` refuses years such as 428, knows only the Gregorian calendar,
invents days for unknown ends, and has one kind of error, in English prose.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from warraq.lang.calendars import from_day_number
from warraq.lang.edtf_value import date_of
from warraq.lang.historic_date import DateError, End, HistoricDate, Kind, Moment, Naming
from warraq.lang.language import CalendarName
from warraq.lang.moments import century_of, decade_of, moment_of
from warraq.lang.unspecified import unspecified_date

_MOMENT = re.compile(
    r"(?P<sign>-?)(?P<year>[0-9]{1,4}|Y-?[0-9]{5,6})(?:-(?P<month>[0-9]{1,2})(?:-(?P<day>[0-9]{1,2}))?)?"
)
_MASKED = re.compile(
    r"(?P<sign>-?)(?P<year>[0-9]{1,4}|[0-9]{1,3}X|[0-9]{1,2}XX|[0-9]XXX)"
    r"(?:-(?P<month>[0-9]{1,2}|[01]X|XX)(?:-(?P<day>[0-9]{1,2}|[0-3]X|XX))?)?"
)  # fmt: skip
# A qualifier stands before or after a part, never within it.
_QUALIFIER = re.compile(r"(?<![0-9X])[~?%](?=[-Y0-9X])|(?<=[0-9X])[~?%](?![0-9XY])")
_SLASHED_DAY = re.compile(r"([0-9]{3,4})/([0-9]{1,2})/([0-9]{1,2})")
_YEAR_RANGE = re.compile(r"([0-9]{3,4})-([0-9]{3,4})")
_SEVERAL = re.compile(r"\[(?P<choice>[^\[\]{}]+)\]|\{(?P<set>[^\[\]{}]+)\}")
_LONG_YEAR = re.compile(r"[0-9]{5,6}")
_MOST_MEMBERS = 400
_IMPERIAL_ERA, _IMPERIAL_YEARS = 1180, range(1206, 1500)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What is known of a date beside its notation, from the words around it."""

    calendar: CalendarName | None = None
    common_era: bool = False
    before_common_era: bool = False
    approximate: bool = False
    uncertain: bool = False
    naming: Naming | None = None

    def year(self, number: int) -> int:
        """The year of the calendar that a written year is; astronomical, if it is of the common era."""
        if self.naming == "imperial":
            if number - _IMPERIAL_ERA not in _IMPERIAL_YEARS:
                raise DateError("no-such-year", {"year": number, "calendar": "imperial"})
            return number - _IMPERIAL_ERA
        if (self.before_common_era or self.common_era) and number < 1:
            raise DateError("no-such-year", {"year": number, "calendar": "gregorian"})
        return 1 - number if self.before_common_era else number


def read_edtf(text: str, reading: Reading) -> HistoricDate:
    """The date that the notation means; digits must be ASCII. Raises DateError."""
    notation = text.replace(" ", "")
    if slashed := _SLASHED_DAY.fullmatch(notation):
        notation = "-".join(slashed.groups())
    if years := _YEAR_RANGE.fullmatch(notation):
        notation = "/".join(years.groups())
    if several := _SEVERAL.fullmatch(notation):
        kind: Kind = "choice" if several["choice"] else "set"
        return _read_members(several["choice"] or several["set"], kind, reading)
    ends = _split_range(notation, reading)
    if len(ends) == 2:
        begin, end = _read_end(ends[0], reading, last=False), _read_end(ends[1], reading, last=True)
        return date_of((begin, end), "interval")
    if len(ends) > 2:
        raise DateError("not-a-date", {"text": text})
    return _read_one(notation, reading)


def century_date(number: int, reading: Reading) -> HistoricDate:
    """The date of a century by its number; negative, or with `before_common_era`, before the era."""
    signed = -number if reading.before_common_era else number
    century = century_of(
        signed, calendar=reading.calendar, approximate=reading.approximate, uncertain=reading.uncertain
    )
    return date_of((century,), "moment")


def decade_date(first_year: int, reading: Reading) -> HistoricDate:
    """The date of a decade by its first year; before the era it is the years 449–440 for 440."""
    year = reading.year(first_year)
    if reading.before_common_era:
        ends = (
            moment_of(bound, approximate=reading.approximate, uncertain=reading.uncertain)
            for bound in (year - 9, year)
        )
        return date_of(tuple(ends), "span")
    decade = decade_of(
        year, calendar=reading.calendar, approximate=reading.approximate, uncertain=reading.uncertain
    )
    return date_of((decade,), "moment")


def day_date(year: int, month: int | None, day: int | None, reading: Reading) -> HistoricDate:
    """The date of a day, month, season (21–24) or year by its numbers, the year as it is written."""
    return date_of((_moment(year, month, day, reading),), "moment")


def _moment(year: int, month: int | None, day: int | None, reading: Reading) -> Moment:
    moment = moment_of(
        reading.year(year),
        month,
        day,
        calendar=reading.calendar,
        approximate=reading.approximate,
        uncertain=reading.uncertain,
    )
    return replace(moment, naming=reading.naming)


def _split_range(notation: str, reading: Reading) -> list[str]:
    if "–" not in notation:
        return notation.split("/")
    first, _, last = notation.partition("–")
    # `1003–4` is how sources shorten the second year; before the era years count downwards, and 44–3 is long.
    is_short = (
        re.fullmatch("[0-9]{3,4}", first) and re.fullmatch("[0-9]{1,3}", last) and len(last) < len(first)
    )
    if is_short and not reading.before_common_era:
        last = first[: -len(last)] + last
    return [first, last]


def _read_end(text: str, reading: Reading, *, last: bool) -> Moment | End:
    if text == "..":
        return "open"
    # Readers see a question mark where EDTF has nothing.
    return "unknown" if text in {"", "?"} else _read_one(text, reading).moments[-1 if last else 0]


def _read_members(text: str, kind: Kind, reading: Reading) -> HistoricDate:
    """The members of a set; `..` between two stands for all that lie between, at an end it leaves it open."""
    known: list[Moment] = []
    is_open = [text.startswith(".."), text.endswith("..")]
    parts = text.removeprefix("..").removesuffix("..").split(",")
    if len(parts) == 1 and (any(is_open) or ".." in parts[0]):
        ends = (parts[0].split("..") * 2)[:2] if ".." not in parts[0] else parts[0].split("..")
        if len(ends) != 2 or all(is_open):
            raise DateError("not-a-date", {"text": text})
        begin = "open" if is_open[0] else _read_end(ends[0] or "..", reading, last=False)
        end = "open" if is_open[1] else _read_end(ends[1] or "..", reading, last=True)
        return date_of((begin, end), "interval")
    for part in parts:
        first, *others = [_single(bound, reading) for bound in part.split("..")]
        known += _between(first, others[0], text) if others else [first]
    if any(is_open):
        earliest = min(known, key=lambda moment: moment.first_day)
        latest = max(known, key=lambda moment: moment.last_day)
        return date_of(("open" if is_open[0] else earliest, "open" if is_open[1] else latest), "interval")
    return date_of(tuple(known), kind if len(known) > 1 else "moment")


def _single(text: str, reading: Reading) -> Moment:
    date = _read_one(text, reading)
    if date.kind != "moment":
        raise DateError("not-a-date", {"text": text})
    return date.known_moments[0]


def _between(first: Moment, last: Moment, text: str) -> list[Moment]:
    """Both moments and all of their kind between them."""
    if first.precision != last.precision or first.precision not in ("year", "month", "day"):
        raise DateError("not-a-date", {"text": text})
    found = [first]
    while found[-1].last_day < last.first_day:
        day = from_day_number(found[-1].last_day + 1, first.calendar)
        parts = {"year": 1, "month": 2, "day": 3}[first.precision]
        year, month, number = (*day[:parts], None, None)[:3]
        assert year is not None
        # A year of the common era begins on the first of January of its own time's calendar.
        year = found[-1].year + 1 if parts == 1 else year
        found.append(
            moment_of(
                year, month, number,
                calendar=first.calendar, approximate=first.approximate, uncertain=first.uncertain,
            )
        )  # fmt: skip
        if len(found) > _MOST_MEMBERS:
            raise DateError("not-a-date", {"text": text})
    return found


def _read_one(text: str, reading: Reading) -> HistoricDate:
    qualifiers = "".join(_QUALIFIER.findall(text))
    bare = _QUALIFIER.sub("", text)
    if (reading.common_era or reading.before_common_era) and _LONG_YEAR.fullmatch(bare):
        bare = f"Y{bare}"
    full = replace(
        reading,
        approximate=reading.approximate or "~" in qualifiers or "%" in qualifiers,
        uncertain=reading.uncertain or "?" in qualifiers or "%" in qualifiers,
    )
    match = _MOMENT.fullmatch(bare)
    if match is None:
        masked = _MASKED.fullmatch(bare)
        if masked is None or reading.before_common_era or reading.naming:
            raise DateError("not-a-date", {"text": text})
        return unspecified_date(
            masked["sign"], masked["year"], masked["month"], masked["day"],
            calendar=reading.calendar, approximate=full.approximate, uncertain=full.uncertain,
        )  # fmt: skip
    digits = match["year"]
    if match["sign"] and (reading.before_common_era or digits.startswith("Y")):
        raise DateError("not-a-date", {"text": text})
    number = int(digits.removeprefix("Y")) * (-1 if match["sign"] else 1)
    if number == 0 and len(digits) < 4:
        raise DateError("no-such-year", {"year": 0, "calendar": reading.calendar or "gregorian"})
    month, day = (int(match[part]) if match[part] else None for part in ("month", "day"))
    return day_date(number, month, day, full)
