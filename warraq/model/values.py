"""The small values that facts are made of, and how each is read from what an editor wrote."""

from __future__ import annotations

import copy
import datetime
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Final, Self

from warraq.lang.calendars import from_day_number
from warraq.lang.dates import DateError, HistoricDate, read_date
from warraq.lang.numbers import ascii_digits


@dataclass(frozen=True, order=True)
class Span:
    """Where something is written: file relative to the site's root, line and column from 1, length in characters."""

    file: str
    line: int = 1
    column: int = 1
    length: int = 1


class Scalar(str):
    """A value exactly as the editor wrote it, with its place in the file. YAML never chooses its type."""

    __slots__ = ("span",)
    span: Span

    def __new__(cls, text: str, span: Span) -> Self:
        scalar = super().__new__(cls, text)
        scalar.span = span
        return scalar


class Unreadable(ValueError):
    """A value that a field cannot hold; the reader of records turns it into a message with a place."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


class ReadBy:
    """Marks a type with the function that reads it and with its JSON Schema for editors' tools.

    Pydantic finds the two methods by name; it is imported only when something must be validated, so that
    a build without changes does not pay for it.
    """

    def __init__(self, read: Callable[[Any], object], schema: Mapping[str, Any]) -> None:
        self.read = read
        self.schema = dict(schema)

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        return copy.deepcopy(self.schema)  # pydantic writes defaults into what it is given


# ---------------------------------------------------------------- text

LANGUAGE_CODE: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")
ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class Text:
    """A phrase in several languages, in the order in which the editor wrote them."""

    by_language: tuple[tuple[str, str], ...] = ()

    def find(self, code: str) -> str | None:
        """The phrase in one language, or None."""
        return dict(self.by_language).get(code)

    def best(self, codes: tuple[str, ...]) -> tuple[str, str]:
        """The phrase and its language, for the first of the codes that has one, else the first written."""
        phrases = dict(self.by_language)
        for code in codes:
            if code in phrases:
                return phrases[code], code
        code, phrase = self.by_language[0]
        return phrase, code


def _text(written: Any) -> Text:
    if not isinstance(written, Mapping):
        raise Unreadable("not-by-language")
    phrases = []
    for code, phrase in written.items():
        if not LANGUAGE_CODE.fullmatch(code):
            raise Unreadable("not-by-language")
        if not isinstance(phrase, str):
            raise Unreadable("not-text")
        if phrase.strip():
            phrases.append((str(code), str(phrase).strip()))
    if not phrases:
        raise Unreadable("not-by-language")
    return Text(tuple(phrases))


def _phrase(written: Any) -> str:
    if not isinstance(written, str):
        raise Unreadable("not-text")
    return str(written).strip()


_PHRASES_SCHEMA = {
    "type": "object",
    "additionalProperties": {"type": "string"},
    "minProperties": 1,
    "description": "One phrase for each language: {fa: …, ar: …, en: …}",
}
Phrases = Annotated[Text, ReadBy(_text, _PHRASES_SCHEMA)]
Phrase = Annotated[str, ReadBy(_phrase, {"type": "string"})]


def _language_code(written: Any) -> str:
    code = _phrase(written)
    if not LANGUAGE_CODE.fullmatch(code):
        raise Unreadable("not-a-language")
    return code


LanguageCode = Annotated[
    str, ReadBy(_language_code, {"type": "string", "pattern": f"^{LANGUAGE_CODE.pattern}$"})
]


# ---------------------------------------------------------------- references


@dataclass(frozen=True)
class Ref:
    """A record that another record names: its id, the kinds that it may be of, and where it is written."""

    target: str
    kinds: tuple[str, ...]
    span: Span


def to(*kinds: str) -> ReadBy:
    """The reading of a reference to a record of one of these kinds, written as its id or as `kind/id`."""

    def read(written: Any) -> Ref:
        if not isinstance(written, Scalar):
            raise Unreadable("not-an-id")
        kind, _, target = written.strip().rpartition("/")
        if not ID.fullmatch(target) or (kind and kind not in kinds):
            raise Unreadable("not-an-id")
        return Ref(target, (kind,) if kind else kinds, written.span)

    return ReadBy(
        read, {"type": "string", "pattern": f"^(?:[a-z]+/)?{ID.pattern}$", "x-warraq-kinds": list(kinds)}
    )


# ---------------------------------------------------------------- dates and numbers


def _historic(written: Any) -> HistoricDate:
    try:
        return read_date(written)
    except DateError as error:
        raise Unreadable(error.code, **error.values) from error


_DATE_SCHEMA = {
    "anyOf": [{"type": ["string", "number"]}, {"type": "object", "required": ["value"]}],
    "description": "1047, 1565~, 1599/1602, 428 AH, 438-09-05 AH, 1348-05-30 SH, 10th century",
}
Date = Annotated[HistoricDate, ReadBy(_historic, _DATE_SCHEMA)]


def _day(written: Any) -> datetime.date:
    if not isinstance(written, str):
        raise Unreadable("not-a-day")
    try:
        day = datetime.date.fromisoformat(ascii_digits(written.strip()))
    except ValueError:
        return _day_of_any_calendar(written)
    if day.year < _FIRST_YEAR:  # nobody means the days of Hafez: `1405-09-10` is one of another calendar
        raise Unreadable("calendar-missing", value=written)
    return day


_FIRST_YEAR: Final = 1900
"""Days of publication and consent lie after it; the years of both Hijri calendars before it."""


def _day_of_any_calendar(written: str) -> datetime.date:
    try:
        date = read_date(written)
    except DateError as error:
        code = error.code if error.code in _TOLD_OF_DAYS else "not-a-day"
        raise Unreadable(code, **{"value": written, **error.values}) from error
    if (
        date.precision != "day"
        or date.first_day is None
        or date.first_day != date.last_day
        or date.approximate
    ):
        raise Unreadable("not-a-day")
    year, month, day = from_day_number(date.first_day, "gregorian")
    if year < _FIRST_YEAR:
        raise Unreadable("calendar-missing", value=written)
    return datetime.date(year, month, day)


_TOLD_OF_DAYS: Final = frozenset({"calendar-missing", "no-such-day", "no-such-month"})


Day = Annotated[datetime.date, ReadBy(_day, {"type": "string", "format": "date"})]


def _number(written: Any) -> float:
    try:
        number = float(ascii_digits(written).replace("٫", "."))
    except (ValueError, TypeError, AttributeError) as error:
        raise Unreadable("not-a-number") from error
    if not math.isfinite(number):  # `inf` and `nan` are numbers to Python alone
        raise Unreadable("not-a-number")
    return number


def _whole(written: Any) -> int:
    try:
        return int(ascii_digits(written))
    except (ValueError, TypeError, AttributeError) as error:
        raise Unreadable("not-a-number") from error


Number = Annotated[float, ReadBy(_number, {"type": "number"})]
Whole = Annotated[int, ReadBy(_whole, {"type": "integer"})]

YES_WORDS: Final = frozenset({"true", "yes", "بله", "آری", "نعم"})
NO_WORDS: Final = frozenset({"false", "no", "خیر", "نه", "لا"})


def is_yes_or_no(written: str) -> bool | None:
    """Whether a word says yes or no in one of the editors' languages; None where it says something else."""
    word = written.strip().casefold()
    return True if word in YES_WORDS else False if word in NO_WORDS else None


def _flag(written: Any) -> bool:
    said = is_yes_or_no(written) if isinstance(written, str) else None
    if said is None:
        raise Unreadable("not-yes-or-no")
    return said


Flag = Annotated[bool, ReadBy(_flag, {"type": ["boolean", "string"]})]


@dataclass(frozen=True)
class Coordinates:
    """A point on the map in degrees, WGS 84."""

    latitude: float
    longitude: float


def _coordinates(written: Any) -> Coordinates:
    parts = written.replace("،", ",").split(",") if isinstance(written, str) else written
    if not isinstance(parts, list | tuple) or len(parts) != 2:
        raise Unreadable("not-coordinates")
    try:
        latitude, longitude = (_number(part) for part in parts)
    except Unreadable as error:
        raise Unreadable("not-coordinates") from error
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise Unreadable("not-coordinates")
    return Coordinates(latitude, longitude)


Point = Annotated[
    Coordinates,
    ReadBy(_coordinates, {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2}),
]


@dataclass(frozen=True)
class LocalFile:
    """A file that lies beside the facts, by its name, and where it is written."""

    name: str
    span: Span


FILE_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*\.[A-Za-z0-9]+")


def _local_file(written: Any) -> LocalFile:
    if not isinstance(written, Scalar):
        raise Unreadable("not-text")
    if not FILE_NAME.fullmatch(written.strip()):
        raise Unreadable("not-a-file-name")
    return LocalFile(written.strip(), written.span)


FileName = Annotated[LocalFile, ReadBy(_local_file, {"type": "string", "pattern": f"^{FILE_NAME.pattern}$"})]


@dataclass(frozen=True)
class FocalPoint:
    """The place of a picture that must stay in view, in per cent of its width from its left edge and of its height."""

    x: float = 50
    y: float = 50


def _focal_point(written: Any) -> FocalPoint:
    parts = written.replace("،", ",").split(",") if isinstance(written, str) else written
    if not isinstance(parts, list | tuple) or len(parts) != 2:
        raise Unreadable("not-a-focal-point")
    try:
        x, y = (_number(part) for part in parts)
    except Unreadable as error:
        raise Unreadable("not-a-focal-point") from error
    if not (0 <= x <= 100 and 0 <= y <= 100):
        raise Unreadable("not-a-focal-point")
    return FocalPoint(x, y)


Focus = Annotated[
    FocalPoint,
    ReadBy(_focal_point, {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2}),
]


def _web_address(written: Any) -> str:
    if not isinstance(written, str) or not re.fullmatch(r"https?://[^\s<>\"]+", written.strip()):
        raise Unreadable("not-a-web-address")
    return str(written).strip()


WebAddress = Annotated[str, ReadBy(_web_address, {"type": "string", "format": "uri"})]


def _local_address(written: Any) -> str:
    if not isinstance(written, str) or not re.fullmatch(
        r"/(?:[A-Za-z0-9._~-]+/)*(?:[A-Za-z0-9._~-]+)?", written.strip()
    ):
        raise Unreadable("not-an-address")
    return str(written).strip()


LocalAddress = Annotated[str, ReadBy(_local_address, {"type": "string", "pattern": "^/"})]
