"""Headings: levels that fit the page, and addresses in the heading's own script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from warraq.model.text import TextContext
from warraq.render.markup.notes import SECTION_ID
from warraq.render.markup.tree import Element
from warraq.render.markup.values import Heading

_LEVELS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_NOT_SAID = re.compile("[\u064b-\u0652\u0670\u06d6-\u06ed\u0640ʿʾʻʼ’'‘]")
_WITHOUT_MARKS = re.compile("[\x00-\x7f\u0600-\u06ff\u200c]*")
"""Text in which no Latin letter bears a mark; most headings are that."""
_NOT_IN_ADDRESS = re.compile(r"[^\w\u0653-\u0655]+|_+")


def settle_headings(elements: Sequence[Element], context: TextContext) -> tuple[Heading, ...]:
    """Set level and id of every heading, make all ids of the text unique, and return the headings in order.

    The text's highest headings, be they `#` or `##`, come to stand at `context.heading_level`, and no level is
    skipped on the way down.
    """
    titles = [element for element in elements if element.tag in _LEVELS]
    _settle_levels(titles, context.heading_level)
    taken = _settle_written_ids(elements, context)
    headings = []
    for element in titles:
        words = _words(element)
        if "id" not in element.attributes:
            element.attributes["id"] = _free(slug(words), taken)
            taken.add(element.attributes["id"])
        headings.append(Heading(element.attributes["id"], words, _LEVELS[element.tag]))
    return tuple(headings)


def slug(words: str) -> str:
    """Return an address for a heading in its own script: NFC, marks of vowels dropped, all gaps turned to `-`.

    A zero-width non-joiner is a gap too, since nobody sees it in an address. Latin letters lose their marks.
    """
    text = _NOT_SAID.sub("", unicodedata.normalize("NFC", words))
    if not _WITHOUT_MARKS.fullmatch(text):
        text = "".join(map(_without_marks, text))
    return _NOT_IN_ADDRESS.sub("-", text.casefold()).strip("-") or "section"


@lru_cache(maxsize=4096)
def _without_marks(letter: str) -> str:
    if "LATIN" not in unicodedata.name(letter, ""):
        return "" if "\u0300" <= letter <= "\u036f" else letter
    return "".join(part for part in unicodedata.normalize("NFD", letter) if not unicodedata.combining(part))


def _settle_levels(elements: list[Element], highest: int) -> None:
    levels = [_LEVELS[element.tag] for element in elements]
    previous = highest - 1
    for element, level in zip(elements, levels, strict=True):
        previous = min(highest + level - min(levels), previous + 1, 6)
        element.tag = f"h{previous}"


def _settle_written_ids(elements: Sequence[Element], context: TextContext) -> set[str]:
    """Return the ids that are not free, after taking from elements those that another has already."""
    seen = {SECTION_ID, *context.reserved_ids}
    for element in elements:
        written = element.attributes.get("id")
        if written in seen:
            del element.attributes["id"]
        elif written is not None:
            seen.add(written)
    return seen


def _words(element: Element) -> str:
    """Return the heading's words without the marks of notes."""
    if element.tag == "sup" and element.attributes.get("id", "").startswith("fnref"):
        return ""
    parts = [child if isinstance(child, str) else _words(child) for child in element.children]
    return " ".join("".join(parts).split()) if element.tag in _LEVELS else "".join(parts)


def _free(wanted: str, taken: set[str]) -> str:
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted}-{number}", number + 1
    return name
