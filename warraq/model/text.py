"""What the conversion of a text must know of the site around it."""

from __future__ import annotations

from msgspec import Struct

from warraq.lang.language import Direction, Language
from warraq.model.figure import Figure


class TextLink(Struct, frozen=True, kw_only=True):
    """Where a reference leads and what it is called."""

    href: str
    """Empty where the record is not public: its name is then shown without a link."""
    title: str
    language: str | None = None
    """Language of the title, where it is not that of the text."""
    direction: Direction | None = None
    """Direction of the title; needed where `language` is given."""
    kind: str = ""
    """Kind of the record: `terms` are marked as words of the glossary."""


class MarkupWords(Struct, frozen=True, kw_only=True):
    """The phrases that are added to a text, in the language of the text.

    `{number}` stands for a number, which is put in with the digits of the language.
    """

    notes: str
    """Heading of the notes: «یادداشت‌ها»."""
    note: str
    """Name of the mark that leads to a note: «یادداشت {number}»."""
    back: str
    """Name of the arrow that leads back: «بازگشت به متن، یادداشت {number}»."""
    table: str
    """Name of a table without a caption: «جدول {number}»."""
    contents: str
    """Name of the table of contents: «فهرست»."""
    glosses: str
    """Heading of the terms of a text, which the page sets under it: «واژه‌های این متن»."""


class TextContext(Struct, frozen=True, kw_only=True):
    """All that a text needs from the site around it."""

    language: Language
    words: MarkupWords
    links: tuple[tuple[str, TextLink], ...] = ()
    """What each reference leads to, by the target as written: `isfahan` or `people/nasir-khusraw`."""
    pictures: tuple[tuple[str, Figure], ...] = ()
    """What each picture shows, by its name as the text has it: `bridge.jpg` or `works/canon/title.jpg`."""
    heading_level: int = 2
    """Level of the text's highest headings: 2 where the page's title is the only `h1`."""
    reserved_ids: tuple[str, ...] = ()
    """Ids of the page around the text, which no heading of the text may take."""
