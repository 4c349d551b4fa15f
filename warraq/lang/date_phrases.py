"""Dates in words: `c. 1565`, `early 10th century AH`, `5 Ramadan 438`, `از ۳۹۴ تا ۴۸۱ ق`, `بين ١٥٦٥ و١٥٧٠`.

What stands around a date is taken off from outside inwards, until a notation, a century, a decade, a season or
a written day is left. Texts have ASCII digits and single spaces here.
"""

from __future__ import annotations

import re
from dataclasses import replace

from warraq.lang import date_affixes as affixes
from warraq.lang.conversion import in_calendar, year_of
from warraq.lang.date_names import named_date
from warraq.lang.date_ranges import completed, split_range
from warraq.lang.date_words import Mark, is_weekday, mark_of
from warraq.lang.edtf_notation import Reading, read_edtf
from warraq.lang.edtf_value import date_of, year_notation
from warraq.lang.historic_date import DateError, End, HistoricDate, Kind, Moment, Part
from warraq.lang.moments import part_of, year_days

_LONGEST = 1000
_NOTATION = re.compile(
    r"(?P<notation>(?:[-0-9~?%/.,\[\]{}–\s]|Y(?=-?[0-9]{5})|(?<=[-0-9X])X)*(?:[0-9\]}~?%.,/]|(?<=[-0-9X])X))"
    r"\s*(?P<mark>[^0-9]*)"
)
_LEADING_MARK = re.compile(r"(?P<mark>[^0-9]+?)\s*(?P<rest>[0-9].*)")
_YEARS = "[0-9]{1,4}(?:–[0-9]{1,4})?"
_SERIES = re.compile(
    rf"(?P<years>{_YEARS}(?:[,،]\s*{_YEARS})*)[,،]?\s+(?P<joint>or|یا|أو|او|and|و)\s*"
    # Arabic repeats the word: `1667 أو 1668 أو 1670`.
    rf"(?P<last>{_YEARS}(?:\s+(?P=joint)\s*{_YEARS})*)(?P<rest>(?!s\b)(?:\s|[^0-9]).*|)",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(r"\?(?=\s|$)")
_EITHER = re.compile(r"\s+(?:or|یا|أو|او)\s+", re.IGNORECASE)
_BOTH = re.compile(r"\s*[,،]\s*(?:and\s+)?|\s+(?:and|&)\s+|\s+و\s+|\s+و(?=[0-9])", re.IGNORECASE)
_SLASHED_DAY = re.compile(r"(1[2-4][0-9]{2})/[0-9]{1,2}/[0-9]{1,2}")
_TIME_OF_DAY = re.compile(r"T[0-9]{2}(?::?[0-9]{2})|[0-9]:[0-9]{2}")
_HIJRI_AND_COMMON = re.compile(r"([0-9]{1,3})/([0-9]{3,4})(?:[-–][0-9]{1,4})?")


def read_phrase(text: str, calendar: str = "") -> HistoricDate:
    """The date that a text without equivalents in other calendars means. Raises DateError."""
    try:
        if len(text) > _LONGEST:
            raise DateError("not-a-date", {"text": text})
        return _read(text.strip(), calendar, Reading())
    except DateError as error:
        if error.code != "not-a-date":
            raise
        code = "time-of-day" if _TIME_OF_DAY.search(text) else "not-a-date"
        raise DateError(code, {"text": text.strip()}) from None


def reading_with_mark(mark: str, reading: Reading) -> Reading:
    """The reading with the calendar that a word or mark stands for, which may not contradict what is known."""
    if not mark.strip():
        return reading
    outer, _, inner = mark.strip().removesuffix(")").partition("(")
    if outer and inner:
        return reading_with_mark(inner, reading_with_mark(outer, reading))
    meaning: Mark | None = mark_of(mark)
    if meaning is None:
        raise DateError("unknown-calendar", {"calendar": mark.strip()})
    known = reading.calendar
    if meaning == "ce" or meaning == "bce":  # noqa: PLR1714 (the type checker narrows only this form)
        if known not in (None, "gregorian", "julian"):
            raise DateError("not-a-date", {"text": mark})
        return replace(reading, common_era=meaning == "ce", before_common_era=meaning == "bce")
    if meaning == "imperial":
        return replace(reading_with_mark("persian", reading), naming="imperial")
    if known not in (None, meaning) or (reading.common_era and meaning in ("persian", "islamic")):
        raise DateError("not-a-date", {"text": mark})
    return replace(reading, calendar=meaning)


def _read(text: str, calendar: str, reading: Reading) -> HistoricDate:
    if usual := _marked_notation(text):
        return _read_notation(usual, calendar, reading)
    for limit, is_begin in ((affixes.LATER_BEHIND, False), (affixes.EARLIER_BEHIND, True)):
        if limited := limit.fullmatch(text):
            return _bounded(_read(limited["date"], calendar, reading), "inclusive", is_begin=is_begin)
    if series := _SERIES.fullmatch(text):
        listed = f"{series['years']},{series['last']}".replace(f" {series['joint']}", ",")
        years = re.sub(r"[,،]\s*", ",", listed).replace("–", "..")
        is_set = series["joint"].lower() in {"and", "و"}
        return _read((f"{{{years}}}" if is_set else f"[{years}]") + series["rest"], calendar, reading)
    doubtless = affixes.DOUBT_BEHIND.sub("", text)
    if not _marked_notation(_strip(affixes.CIRCA, doubtless)) and (ends := split_range(text)):
        known = [None if _UNKNOWN.match(end) else _read(end, calendar, reading) for end in ends]
        return interval_of(*known)
    if len(parts := _EITHER.split(text)) > 1:
        return _several(parts, "choice", calendar, reading)
    if doubtless != text:
        return _read(doubtless, calendar, replace(reading, uncertain=True))
    weekday, _, rest = text.partition(" ")
    if is_weekday(weekday):
        return _read(rest, calendar, reading)
    for pattern, end, is_begin in affixes.LIMITS:
        if (bound := pattern.match(text)) and bound.end() < len(text):
            return _bounded(_read(text[bound.end() :], calendar, reading), end, is_begin=is_begin)
    if (rest := _strip(affixes.PROBABLY, text)) != text:
        return _read(rest, calendar, replace(reading, uncertain=True))
    rest = affixes.CIRCA_BEHIND.sub("", _strip(affixes.CIRCA, text))
    if rest != text:
        return _read(rest, calendar, replace(reading, approximate=True))
    for part_pattern, part in affixes.PARTS:
        if match := part_pattern.match(text):
            return _part(_read(text[match.end() :], calendar, reading), part, text)
    if found := named_date(text, lambda mark: reading_with_mark(mark, reading_with_mark(calendar, reading))):
        return found
    if notation := _NOTATION.fullmatch(text):
        return _read_notation(notation, calendar, reading)
    leading = _LEADING_MARK.fullmatch(text)
    if leading and mark_of(leading["mark"]):
        return _read(
            leading["rest"], "", reading_with_mark(leading["mark"], reading_with_mark(calendar, reading))
        )
    if (rest := _strip(affixes.FILLER, text)) != text:
        return _read(rest, calendar, reading)
    if len(parts := _BOTH.split(text)) > 1:
        return _several(parts, "set", calendar, reading)
    raise DateError("not-a-date", {"text": text})


def _marked_notation(text: str) -> re.Match[str] | None:
    """The match of a text that is a notation, alone or with the mark of a calendar."""
    match = _NOTATION.fullmatch(text)
    if match is None or not match["mark"]:
        return match
    era, _, calendar = match["mark"].removesuffix(")").partition("(")
    return match if mark_of(era) and (not calendar or mark_of(calendar)) else None


def _strip(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.match(text)
    return text[match.end() :].strip() if match else text


def _read_notation(match: re.Match[str], calendar: str, reading: Reading) -> HistoricDate:
    mark, notation = match["mark"].strip(), match["notation"]
    full = reading_with_mark(mark, reading_with_mark(calendar, reading))
    if full.calendar is None and not full.common_era:
        _refuse_two_readings(notation.replace(" ", ""))
    return read_edtf(notation, full)


def interval_of(first: HistoricDate | None, last: HistoricDate | None) -> HistoricDate:
    """The interval from one date to another, which may each be of their own calendar; None is an unknown end.

    Raises DateError.
    """
    if first is None or last is None:
        known: tuple[Moment | End, ...] = ("unknown",)
        return date_of(
            (first.moments[:1] if first else known) + (last.moments[-1:] if last else known), "interval"
        )
    begin, end = first.moments[0], last.moments[-1]
    if isinstance(begin, str) or isinstance(end, str):
        raise DateError("not-a-date", {"text": f"{first.value}/{last.value}"})
    calendars = {begin.calendar, end.calendar}
    if len(calendars) == 1 or calendars == {"gregorian", "julian"}:
        return date_of((begin, end), "interval")
    # The value is in one calendar only: that of the first end.
    same = in_calendar(last, begin.calendar)
    value = f"{first.value.split('/')[0]}/{same.value.split('/')[-1]}"
    return replace(date_of((begin, end), "interval", value=value), calendar=begin.calendar)


def _bounded(date: HistoricDate, end: End, *, is_begin: bool) -> HistoricDate:
    """Before or after a date: an interval with an open end, which EDTF writes `../1258`."""
    if date.kind not in ("moment", "span"):
        raise DateError("not-a-date", {"text": date.value})
    limit = date.moments[-1 if is_begin else 0]
    assert not isinstance(limit, str)
    value = None
    if end == "open" and limit.precision in ("century", "decade"):
        # EDTF takes in the year that it names, but what is before a century is not within it.
        day = limit.first_day - 1 if is_begin else limit.last_day + 1
        limit = replace(limit, first_day=day, last_day=day)
        year = year_notation(year_of(day, limit.calendar))
        value = f"../{year}" if is_begin else f"{year}/.."
    return date_of((end, limit) if is_begin else (limit, end), "interval", value=value)


def _part(date: HistoricDate, part: Part, text: str) -> HistoricDate:
    try:
        return date_of((part_of(_only(date, text), part),), "moment")
    except ValueError as error:
        if isinstance(error, DateError):
            raise
        raise DateError("not-a-date", {"text": text}) from error


def _several(parts: list[str], kind: Kind, calendar: str, reading: Reading) -> HistoricDate:
    texts = [completed(part, parts[-1]) for part in parts[:-1]] + parts[-1:]
    return date_of(tuple(_only(_read(text, calendar, reading), text) for text in texts), kind)


def _only(date: HistoricDate, text: str) -> Moment:
    if date.kind != "moment":
        raise DateError("not-a-date", {"text": text})
    return date.known_moments[0]


def _refuse_two_readings(notation: str) -> None:
    """Raise DateError for what sources print and EDTF would take for something else.

    `583/1187` is a Hijri year and its equivalent, not 604 years; `1325/3/5` is a day of the Solar Hijri
    calendar in Persian and of the common era elsewhere.
    """
    if _SLASHED_DAY.fullmatch(notation):
        raise DateError("calendar-missing", {"text": notation})
    years = _HIJRI_AND_COMMON.fullmatch(notation)
    if years is None or not int(years[1]) or not int(years[2]):
        return
    first, second = int(years[1]), int(years[2])
    hijri, common = year_days(first, first, "islamic"), year_days(second, second, "gregorian")
    if hijri[0] <= common[1] and common[0] <= hijri[1]:
        raise DateError("ambiguous-double-date", {"first": years[1], "second": years[2]})
