"""Words with the language that they are in."""

from __future__ import annotations

from msgspec import Struct

from warraq.lang.language import Direction


class Words(Struct, frozen=True):
    """A phrase with the language that it is in, which need not be the page's."""

    text: str
    language: str
    direction: Direction
