"""Reading historic dates: EDTF in any of four calendars, with the marks that sources print.

The notation is parsed in `edtf_notation`; this module adds what stands around it: digits of three scripts,
eras and calendar words, double dates (`394 AH / 1003–1004`), months by name, and the mapping form of the
editors' files.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from warraq.lang import date_words as words
from warraq.lang.date_words import Mark, century_number, mark_of, month_of
from warraq.lang.edtf_notation import Reading, century_date, date_of, day_date, decade_date, read_edtf
from warraq.lang.historic_date import DateError, HistoricDate, Moment, Precision, sort_day
from warraq.lang.language import CalendarName
from warraq.lang.moments import year_days
from warraq.lang.numbers import ascii_digits

__all__ = ["DateError", "HistoricDate", "Moment", "Precision", "read_date", "sort_day"]

_KEYS = frozenset({"value", "century", "calendar", "also", "label"})
_DOUBLE = re.compile(r"\s*=\s*|\s+/\s+")
_NOTATION_AND_MARK = re.compile(
    r"(?P<notation>(?:[-0-9~?%/.,\[\]–\s]|(?<=[-0-9X])X)*(?:[0-9\]~?%.,/]|(?<=[-0-9X])X))\s*(?P<mark>[^0-9]*)"
)
_INVISIBLE = dict.fromkeys(map(ord, "\u200e\u200f\u061c\u2066\u2067\u2068\u2069\ufeff"))


def read_date(value: str | Mapping[str, object]) -> HistoricDate:
    """The historic date that an editor wrote, as a text or as a mapping.

    Texts: EDTF with an optional calendar word or mark (`1047-03-05`, `1565~`, `428 AH`, `۱۳۲۵ ش`), `c.
    1565`, `10th century AH`, `5 Ramadan 438 AH`, and a source's double date, the first part being the date
    and the others what the source gives for it (`394 AH / 1003–1004`, `0438-09-05 AH = 1047-03-05`).
    Mappings: `value` or `century`, `calendar`, `also` (calendar to value), `label` (language code to text).

    Days of the common era before 15 October 1582 are Julian unless a word says otherwise. `../1258` is a date
    before the end of 1258, `1258/..` one after its beginning. Raises DateError.
    """
    return _read_mapping(value) if isinstance(value, Mapping) else _read_text(str(value))


def _read_mapping(fields: Mapping[str, object]) -> HistoricDate:
    if unknown := sorted(str(key) for key in fields if key not in _KEYS):
        raise DateError("unknown-key", {"key": unknown[0]})
    calendar = str(fields["calendar"]) if fields.get("calendar") else ""
    if (number := fields.get("century")) is not None and "value" not in fields:
        text = ascii_digits(str(number)).strip()
        if not re.fullmatch("-?[0-9]{1,4}", text):
            raise DateError("not-a-date", {"text": str(number)})
        date = century_date(int(text), _reading(calendar, Reading()))
    else:
        date = _read_text(str(fields.get("value", "")), calendar)
    labels = fields.get("label")
    pairs = (
        sorted((str(code), str(text)) for code, text in labels.items()) if isinstance(labels, Mapping) else []
    )
    return replace(date, also=(*date.also, *_read_also(fields.get("also"))), labels=tuple(pairs))


def _read_also(also: object) -> tuple[HistoricDate, ...]:
    if also is None:
        return ()
    if isinstance(also, Mapping):
        return tuple(_read_text(str(value), str(calendar)) for calendar, value in also.items())
    texts = also if isinstance(also, Sequence) and not isinstance(also, str) else (also,)
    return tuple(_read_text(str(text)) for text in texts)


def _read_text(text: str, calendar: str = "") -> HistoricDate:
    plain = ascii_digits(text).translate(_INVISIBLE).strip()
    first, *others = _DOUBLE.split(plain)
    date = _read_one(first, calendar)
    if others:
        date = replace(date, also=tuple(_read_one(other, "") for other in others))
    return date


def _read_one(text: str, calendar: str) -> HistoricDate:
    rest = text.strip()
    reading = Reading()
    if words.DOUBT.search(rest):
        rest, reading = words.DOUBT.sub("", rest), replace(reading, uncertain=True)
    bound = next(
        (pattern for pattern in (words.BEFORE, words.AFTER) if pattern.match(rest) and mark_of(rest) is None),
        None,
    )
    rest = bound.sub("", rest) if bound else rest
    if words.CIRCA.match(rest):
        rest, reading = words.CIRCA.sub("", rest), replace(reading, approximate=True)
    date = _read_plain(rest, calendar, reading, text)
    if bound is None:
        return date
    # "Before" is an interval with an open beginning, which EDTF writes `../1258`.
    if date.kind != "moment":
        raise DateError("not-a-date", {"text": text})
    notation = f"../{date.value}" if bound is words.BEFORE else f"{date.value}/.."
    if date.precision == "century":
        notation = notation.replace(date.value, date.value.split("/")[-1 if bound is words.BEFORE else 0])
    return read_edtf(notation, replace(_reading(calendar, reading), calendar=date.calendar))


def _read_plain(text: str, calendar: str, reading: Reading, whole: str) -> HistoricDate:
    if century := words.CENTURY.match(text):
        return _read_centuries(century, _reading(calendar or century["mark"], reading))
    if in_words := words.CENTURY_IN_WORDS.match(text):
        number, mark = _split_century(in_words["words"])
        return century_date(number, _reading(calendar or mark, reading))
    if decade := words.DECADE.match(text):
        first_year = int(decade["first"] or decade["second"])
        return decade_date(first_year, _reading(calendar or decade["mark"], reading))
    if match := _NOTATION_AND_MARK.fullmatch(text):
        mark = match["mark"].strip()
        full = _reading(calendar or mark, reading)
        if mark and calendar:
            _reading(mark, reading)
        if not (mark or calendar):
            _refuse_hidden_double_date(match["notation"])
        return read_edtf(match["notation"], full)
    if day := words.WRITTEN_DAY.match(text):
        return _read_written_day(day, calendar, reading, whole)
    raise DateError("not-a-date", {"text": whole})


def _read_centuries(match: re.Match[str], reading: Reading) -> HistoricDate:
    last = century_date(int(match["number"]), reading)
    if match["first"] is None:
        return last
    first = century_date(int(match["first"]), reading)
    return date_of((*first.moments, *last.moments), "interval")


def _split_century(text: str) -> tuple[int, str]:
    """The number of the century that the text begins with, and the rest of the text."""
    parts = text.split()
    # Ordinals above twenty are of up to three words: `بیست و یکم`.
    for length in range(min(3, len(parts)), 0, -1):
        number = century_number(" ".join(parts[:length]))
        if number is not None:
            return number, " ".join(parts[length:])
    raise DateError("no-such-century", {"century": text})


def _read_written_day(match: re.Match[str], calendar: str, reading: Reading, whole: str) -> HistoricDate:
    found = month_of(match["month"])
    if found is None:
        raise DateError("not-a-date", {"text": whole})
    month_calendar, month = found
    named = _reading(calendar or match["mark"], reading)
    family: CalendarName | None = None if month_calendar == "gregorian" else month_calendar
    is_of_common_era = named.calendar in (None, "gregorian", "julian")
    is_marked = bool(calendar or match["mark"].strip())
    agrees = is_of_common_era if family is None else named.calendar == family
    if is_marked and not agrees:
        values = {"month": match["month"], "calendar": named.calendar or "gregorian"}
        raise DateError("month-of-another-calendar", values)
    day = int(match["day"]) if match["day"] else None
    return day_date(int(match["year"]), month, day, replace(named, calendar=family or named.calendar))


def _reading(mark: str, reading: Reading) -> Reading:
    """The reading with the calendar that a word or mark stands for."""
    if not mark.strip():
        return reading
    meaning: Mark | None = mark_of(mark)
    if meaning is None:
        raise DateError("unknown-calendar", {"calendar": mark.strip()})
    if meaning == "ce" or meaning == "bce":  # noqa: PLR1714 (the type checker narrows only this form)
        return replace(reading, before_common_era=meaning == "bce")
    return replace(reading, calendar=meaning)


def _refuse_hidden_double_date(notation: str) -> None:
    """Raise DateError for `583/1187`: a Hijri year and its equivalent, as sources print them, not 604 years."""
    years = re.fullmatch(r"([0-9]{1,3})/([0-9]{3,4})", notation.replace(" ", ""))
    if years is None:
        return
    first, second = int(years[1]), int(years[2])
    hijri, common = year_days(first, first, "islamic"), year_days(second, second, "gregorian")
    if hijri[0] <= common[1] and common[0] <= hijri[1]:
        raise DateError("ambiguous-double-date", {"first": years[1], "second": years[2]})
