"""A value that a field can hold, as an editor would write it: made from the declared type, so none is forgotten."""

from __future__ import annotations

import dataclasses
import datetime
import typing
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from warraq import art
from warraq.lang.calendars import from_day_number, to_day_number
from warraq.lang.historic_date import HistoricDate
from warraq.lang.language import CalendarName
from warraq.model.declaring import Part
from warraq.model.inspection import choices_of, parts_of
from warraq.model.pictures import Picture
from warraq.model.values import Coordinates, LocalFile, ReadBy, Ref, Text

_LETTERS: Mapping[CalendarName, str] = {"islamic": " AH", "persian": " SH"}
"""How the calendar of a date is written after it."""

_SHOWN_OF_A_PICTURE = ("file", "alt", "caption", "credit", "rights")
"""What a picture cannot be shown without; `docs/pictures` tells of the rest."""

_SOME_RIGHTS = ("CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0", "PDM-1.0", "InC")

_FEW = 6
"""Words to choose from that stand behind the value; more of them stand above it."""


@dataclass(frozen=True)
class Examples:
    """Makes examples for a site: with its languages, and with records that it has."""

    codes: Sequence[str]
    ids: Mapping[str, str]
    """For each kind, the id of a record that there is."""
    title: str
    """What the record is called until it has a name."""
    today: datetime.date
    first: str
    """The language in which a text or a book is, where nothing else is known."""

    def lines(self, name: str, hint: Any) -> list[str]:
        """A field with an example, in one line or, for groups of values, in several."""
        part = next((p for p in parts_of(hint) if isinstance(p, type) and issubclass(p, Part)), None)
        if part is None:
            return [f"{name}: {self.value(name, hint)}{self._remark(name, hint)}"]
        inner = [line for field in self._fields(part) for line in field]
        if _is_list(hint):
            return [f"{name}:", *(f"  {'- ' if not n else '  '}{line}" for n, line in enumerate(inner))]
        return [f"{name}:", *(f"  {line}" for line in inner)]

    def choices(self, hint: Any) -> tuple[str, ...]:
        """The words that a field chooses from, where they are too many to stand behind its value."""
        is_plain = not any(isinstance(p, type) and issubclass(p, Part) for p in parts_of(hint))
        choices = choices_of(hint) if is_plain else ()
        return choices if len(choices) > _FEW else ()

    def value(self, name: str, hint: Any) -> str:
        """A value for one line."""
        several = _is_list(hint)
        found = self._single(name, hint)
        return f"[{found}]" if several else found

    def in_three_calendars(self, day: datetime.date) -> list[str]:
        """A day as it is written in each calendar that dates may be in."""
        number = to_day_number(day.year, day.month, day.day, "gregorian")
        others = ((calendar, from_day_number(number, calendar)) for calendar in _LETTERS)
        written = (f"{d.year:04}-{d.month:02}-{d.day:02}{_LETTERS[calendar]}" for calendar, d in others)
        return [day.isoformat(), *written]

    def _fields(self, part: type[Part]) -> Iterator[list[str]]:
        hints = typing.get_type_hints(part, include_extras=True)
        for field in dataclasses.fields(part):
            if part is not Picture or field.name in _SHOWN_OF_A_PICTURE:
                yield self.lines(field.name, hints[field.name])

    def _single(self, name: str, hint: Any) -> str:
        parts = list(parts_of(hint))
        schema = next((part.schema for part in parts if isinstance(part, ReadBy)), {})
        if choices := choices_of(hint):
            return choices[0]
        if Ref in parts:
            kinds = schema.get("x-warraq-kinds", ())
            return next((_named(kind, self.ids, kinds) for kind in kinds if kind in self.ids), "isfahan")
        if Text in parts:
            words = self.title if name == "name" else "…"
            return "{" + ", ".join(f"{code}: {words}" for code in self.codes) + "}"
        if HistoricDate in parts:
            return str(self.today.year)
        if datetime.date in parts:
            return self.today.isoformat()
        if Coordinates in parts:
            return "[32.654, 51.668]"
        if LocalFile in parts:
            return "picture.jpg"
        if bool in parts:
            return "no"
        return self._phrase(name, schema, parts)

    def _phrase(self, name: str, schema: Mapping[str, Any], parts: Sequence[Any]) -> str:
        if name in {"original", "language"}:
            return self.first
        if name == "cover":
            return next(iter(art.families()))
        if name == "rights" and "enum" in schema:
            return str(schema["enum"][0])
        if schema.get("format") == "uri":
            return "https://example.org/"
        if str(schema.get("pattern", "")).startswith("^/"):
            return "/old/address/"
        if int in parts:
            return "100"
        if float in parts:
            return "1"
        return "…"

    def _remark(self, name: str, hint: Any) -> str:
        """What else may stand there: the words to choose from, or the same time in other calendars."""
        if name == "rights" and choices_of(hint):
            return f"  # {' | '.join(_SOME_RIGHTS)} …"
        if 1 < len(choices := choices_of(hint)) <= _FEW:
            return f"  # {' | '.join(choices)}"
        if HistoricDate in set(parts_of(hint)):
            _, lunar, solar = self.in_three_calendars(self.today)
            return f"  # {lunar.partition('-')[0]} AH, {solar.partition('-')[0]} SH"
        return ""


def _is_list(hint: Any) -> bool:
    return any(typing.get_origin(part) is tuple for part in (hint, *typing.get_args(hint)))


def _named(kind: str, ids: Mapping[str, str], kinds: Sequence[str]) -> str:
    """The id of a record; with its kind where several kinds may stand there."""
    return f"{kind}/{ids[kind]}" if len(kinds) > 1 else ids[kind]
