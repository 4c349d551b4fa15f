"""A text made ready for the rules: Markdown with or without fields at its head, or fields alone."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

import yaml

from warraq.lang.lint.fields import FAST_LOADER, field_passages
from warraq.lang.lint.finding import Passage
from warraq.lang.lint.passages import markdown_passages
from warraq.lang.lint.sic import Exemption, exemptions

Form = Literal["markdown", "yaml"]

_HEAD = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<fields>.*?)(?:(?<=\n)|^)---[ \t]*\r?(?:\n|$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A text with the passages that rules look at and the places that are exempted."""

    text: str
    passages: tuple[Passage, ...]
    exempted: tuple[Exemption, ...]


def prepared(text: str, language: str, form: Form, languages: Collection[str]) -> Prepared:
    """The text made ready; `languages` are the codes that fields are by language under."""
    if form == "yaml":
        parts, exempted = field_passages(text, 0, language, languages)
        return Prepared(text, parts, exempted)
    head = _HEAD.match(text)
    if head is None:
        return Prepared(text, markdown_passages(text, language), exemptions(text))
    parts, exempted = field_passages(head["fields"], head.start("fields"), language, languages)
    rest = "\n" * (len(text) - head.end("fields"))
    body = "\n" * head.end() + text[head.end() :]
    return Prepared(
        text,
        (*(Passage(part.language, part.text + rest) for part in parts), *markdown_passages(body, language)),
        (*exempted, *exemptions(body)),
    )


def shape_of_fields(text: str, form: Form) -> tuple[str, ...] | None:
    """The fields of a text as the kinds of their parts, without the values; None where they cannot be read."""
    head = _HEAD.match(text) if form == "markdown" else None
    if form == "markdown" and head is None:
        return ()
    fields = head["fields"] if head else text
    try:
        return tuple(
            type(event).__name__ for event in yaml.parse(fields.removeprefix("\ufeff"), Loader=FAST_LOADER)
        )
    except yaml.YAMLError:
        return None
