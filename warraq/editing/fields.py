"""What a form has to know of each field of the model, read from how it is declared."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from warraq.model import values
from warraq.model.facts import Facts
from warraq.model.inspection import choices_of
from warraq.model.values import ReadBy

Nature = Literal[
    "phrase",
    "phrases",
    "language",
    "date",
    "day",
    "number",
    "flag",
    "answer",
    "pair",
    "file",
    "web",
    "address",
    "choice",
    "record",
    "part",
]
"""What is written in a field. A `flag` is taken for no where nothing is said, an `answer` may be left open; a `pair` is
two numbers with a comma, a `part` a group of fields."""

_NATURES: Final[tuple[tuple[Any, Nature], ...]] = (
    (values.Phrase, "phrase"),
    (values.Phrases, "phrases"),
    (values.LanguageCode, "language"),
    (values.Date, "date"),
    (values.Day, "day"),
    (values.Number, "number"),
    (values.Whole, "number"),
    (values.Flag, "flag"),
    (values.Point, "pair"),
    (values.Focus, "pair"),
    (values.FileName, "file"),
    (values.WebAddress, "web"),
    (values.LocalAddress, "address"),
)


@dataclass(frozen=True)
class FormField:
    """A field of a kind of record, or of a part of one."""

    name: str
    owner: str
    """The name of the class that declares it for this form."""
    nature: Nature
    many: bool
    needed: bool
    label: str
    """The phrase that readers see, or an empty string."""
    choices: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    """The kinds of record that it may name."""
    parts: tuple[FormField, ...] = ()


def fields_of(facts: type[Any]) -> tuple[FormField, ...]:
    """The fields of a class of facts, in the order in which a form and a file have them."""
    hints = typing.get_type_hints(facts, include_extras=True)
    return tuple(_field(facts, field, hints[field.name]) for field in _in_order(facts))


def _in_order(facts: type[Any]) -> list[dataclasses.Field[Any]]:
    """The fields as a form has them: the name and what belongs to it, then those of the kind, then those of all."""
    owners = {
        name: owner for owner in reversed(facts.__mro__) for name in vars(owner).get("__annotations__", ())
    }

    def rank(field: dataclasses.Field[Any]) -> int:
        if field.name in {"name", "title"}:
            return 0
        if field.name == "draft":
            return 1
        owner = owners[field.name]
        return 4 if owner is Facts else 3 if owner is facts else 2

    return sorted(dataclasses.fields(facts), key=rank)


def _field(facts: type[Any], field: dataclasses.Field[Any], hint: Any) -> FormField:
    inner, many, open_ended = _unwrapped(hint)
    nature, kinds, parts = _nature(inner)
    needed = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    return FormField(
        name=field.name,
        owner=facts.__name__,
        nature="answer" if nature == "flag" and open_ended else nature,
        many=many,
        needed=needed,
        label=field.metadata.get("label", ""),
        choices=choices_of(inner) if nature == "choice" else (),
        kinds=kinds,
        parts=parts,
    )


def _unwrapped(hint: Any) -> tuple[Any, bool, bool]:
    """A type without the list and the `None` around it, and whether they were there."""
    many = open_ended = False
    while True:
        arguments = typing.get_args(hint)
        if typing.get_origin(hint) is tuple:
            hint, many = arguments[0], True
        elif type(None) in arguments:
            hint, open_ended = next(one for one in arguments if one is not type(None)), True
        else:
            return hint, many, open_ended


def _nature(hint: Any) -> tuple[Nature, tuple[str, ...], tuple[FormField, ...]]:
    for known, nature in _NATURES:
        if hint == known:
            return nature, (), ()
    if typing.get_origin(hint) is typing.Literal:
        return "choice", (), ()
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return "part", (), fields_of(hint)
    for mark in typing.get_args(hint):
        if isinstance(mark, ReadBy) and "x-warraq-kinds" in mark.schema:
            return "record", tuple(mark.schema["x-warraq-kinds"]), ()
    if any(isinstance(mark, ReadBy) for mark in typing.get_args(hint)):
        return "phrase", (), ()  # what only its own reader knows is typed as it is in the files
    raise TypeError(hint)


# ------------------------------------------------------------ for what reads and writes the files

_SHAPES: Final[Mapping[Nature, str]] = {
    "date": "date",
    "pair": "pair",
    "flag": "flag",
    "answer": "answer",
    "day": "day",
    "number": "number",
    "choice": "word",
    "record": "record",
}
"""How values are told apart in the files; all others are plain text."""


def shapes_of(facts: type[Any], codes: tuple[str, ...]) -> dict[str, Any]:
    """The shape of each field by its name, in the order in which files have them: see `page/keeping.js`."""
    return {field.name: _shape(field, codes) for field in fields_of(facts)}


def _shape(field: FormField, codes: tuple[str, ...]) -> dict[str, Any]:
    shape: dict[str, Any] = {}
    if field.many:
        shape["many"] = True
    if field.nature in _SHAPES:
        shape["is"] = _SHAPES[field.nature]
    if field.kinds:
        shape["kinds"] = list(field.kinds)
    if field.nature == "phrases":
        shape["of"] = {code: {} for code in codes}
    if field.parts:
        shape["of"] = {part.name: _shape(part, codes) for part in field.parts}
    return shape
