"""What a conversion gives: frozen values that can be pickled."""

from __future__ import annotations

from msgspec import Struct


class Heading(Struct, frozen=True):
    """A heading of the text, for a table of contents."""

    id: str
    text: str
    level: int


class ConvertedText(Struct, frozen=True):
    """A text ready to be printed."""

    html: str
    """Safe HTML, without the page around it."""
    headings: tuple[Heading, ...]
    """Its headings in order; that of the notes is not among them."""
    words: int
    """How many words are to be read, its notes left out."""
