"""Words made ready to be set: without signs that no face has, and with every value in its own direction."""

from __future__ import annotations

import re
import unicodedata

from warraq.lang.direction import isolate_text
from warraq.lang.language import Direction

from .card import NoShareCard

_SHORT_PART = re.compile(r"(?<=\b\w)-(?=\w)|(?<=\b\w\w)-(?=\w)|(?<=\b\w\w\w)-(?=\w)|(?<=\w)-(?=\w{1,2}\b)")
"""The hyphen of an article (al-Qānūn) or of an iżāfa (Nāṣir-i Khusraw): a line does not end between the two."""

_MARKS = frozenset("\u200c\u200d\u200e\u200f\u061c\u2066\u2067\u2068\u2069")
"""Joiners, marks of direction and isolates: they work whether or not a face has anything to draw for them."""


def ready(text: str, direction: Direction, letters: frozenset[int]) -> str:
    """The text in one line, as it can be set in a paragraph of a direction; NoShareCard where it lacks a letter.

    Pictographs and other signs that no face has are left out, and so are controls.
    """
    kept = "".join(_drawn(character, letters) for character in unicodedata.normalize("NFC", text))
    together = _SHORT_PART.sub("-\u2060", re.sub(" +", " ", kept).strip(" "))
    return isolate_text(together, direction, direction)


def _drawn(character: str, letters: frozenset[int]) -> str:
    if character.isspace():
        return " " if character != "\u00a0" else character
    if character in _MARKS or ord(character) in letters:
        return character
    apart = unicodedata.normalize("NFD", character)
    if len(apart) > 1 and all(ord(part) in letters for part in apart):
        return character
    kind = unicodedata.category(character)
    if kind[0] in "LN" or (kind in {"Mn", "Mc"} and "VARIATION SELECTOR" not in unicodedata.name(character)):
        raise NoShareCard(f"no face has U+{ord(character):04X}")
    return " " if kind == "Cc" else ""
