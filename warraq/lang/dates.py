"""Reading historic dates: EDTF in any of four calendars, with the marks and words that sources print.

The notation is parsed in `edtf_notation`, words in `date_phrases`; this module adds what stands around a whole
date: digits of three scripts, double dates (`394 AH / 1003–1004`), and the mapping form of the editors' files.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from warraq.lang.date_phrases import interval_of, read_phrase, reading_with_mark
from warraq.lang.date_ranges import with_century_of
from warraq.lang.date_words import mark_of
from warraq.lang.edtf_notation import Reading, century_date
from warraq.lang.historic_date import DateError, HistoricDate, Moment, Precision, sort_day
from warraq.lang.numbers import ascii_digits

__all__ = ["DateError", "HistoricDate", "Moment", "Precision", "read_date", "sort_day"]

_KEYS = frozenset({"value", "century", "calendar", "also", "label"})
_DOUBLE = re.compile(
    r"\s*=\s*|\s+/\s+|(?<=[^\W\d_X])\.?\s*/\s*(?=\d)"
    r"|\s*[,،]?\s+(?:corresponding to|برابر با|مطابق با|مطابق|مصادف با|الموافق لـ?|الموافق|الموافقة?)\s+"
)
# With two eras of one calendar, `100 BCE/100 CE` is the interval that EDTF would write.
_INTERVAL = re.compile(r"[^/=]*[^/=\s]/[^/=\s][^/=]*")
_TWO_CENTURIES = re.compile(r"([0-9]{1,2}(?:st|nd|rd|th))/([0-9]{1,2}(?:st|nd|rd|th))\s+c.*", re.IGNORECASE)
_TWO_YEARS = re.compile(r"(?P<first>[0-9]{3,4})-(?P<last>[0-9]{1,2})(?P<mark>[^0-9]*)")
_EQUIVALENT = re.compile(r"(?P<date>[^()]*[0-9][^()]*?)\s*\((?P<other>[^()]*[0-9][^()]*)\)")
_SIGNS = str.maketrans("‒—―−؟", "–––-?")
_INVISIBLE = dict.fromkeys(map(ord, "\u200e\u200f\u061c\u2066\u2067\u2068\u2069\ufeff"))


def read_date(value: str | Mapping[str, object]) -> HistoricDate:
    """The historic date that an editor wrote, as a text or as a mapping.

    Texts: EDTF with an optional calendar word or mark (`1047-03-05`, `1565~`, `428 AH`, `۱۳۲۵ ش`), words as
    sources print them (`c. 1565`, `early 10th century AH`, `5 Ramadan 438 AH`, `از ۳۹۴ تا ۴۸۱ ق`), and a
    source's double date, the first part being the date and the others what the source gives for it
    (`394 AH / 1003–1004`, `0438-09-05 AH = 1047-03-05`, `394 AH (1003–1004)`).
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
        date = century_date(int(text), reading_with_mark(calendar, Reading()))
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
    plain = ascii_digits(text).translate(_INVISIBLE).translate(_SIGNS)
    plain = " ".join(plain.split()).replace(" - ", " – ")
    if two := _TWO_CENTURIES.fullmatch(plain):
        raise DateError("ambiguous-double-date", {"first": two[1], "second": two[2]})
    bracketed = _EQUIVALENT.fullmatch(plain)
    # `1642 CE (Julian)` holds a mark in brackets, `394 AH (1003)` a date.
    parts = [bracketed["date"], bracketed["other"]] if bracketed else _DOUBLE.split(plain)
    first, *others = parts
    if others and any(mark_of(part) for part in parts):
        raise DateError("not-a-date", {"text": text})
    date = read_phrase(first, calendar)
    if others:
        # `سدهٔ دهم ق / شانزدهم م`: the second century is not called one again.
        also = tuple(
            read_phrase(with_century_of(_with_whole_years(other, date), first), "") for other in others
        )
        if _INTERVAL.fullmatch(plain) and _is_common(date) and _is_common(also[0]):
            return interval_of(date, also[0])
        date = replace(date, also=also)
    return date


def _with_whole_years(text: str, date: HistoricDate) -> str:
    """The equivalent of a year with its second year in full: `1036-37` is two years there, and no month."""
    match = _TWO_YEARS.fullmatch(text)
    if match is None or date.precision != "year":
        return text
    last = match["first"][: -len(match["last"])] + match["last"]
    is_next = int(last) == int(match["first"]) + 1
    return f"{match['first']}–{last}{match['mark']}" if is_next else text


def _is_common(date: HistoricDate) -> bool:
    return date.calendar in ("gregorian", "julian")
