"""The words of a text without its markup, for feeds, search and descriptions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from warraq.lang.language import Language
from warraq.lang.numbers import localise_digits
from warraq.render.markup.notes import SECTION_ID
from warraq.render.markup.tree import INLINE, Element, read_html

_LENGTH = 160
_LOOSE_END = re.compile(r"[\s,.;:،؛–—-]+$")
_LEFT_OUT = frozenset({"noteref", "back", "number"})


def plain_text(html: str, language: Language) -> str:
    """Return the words of a converted text, a block a line, without the marks of notes and the heading over them.

    The two halves of a verse are parted by ` / `.
    """
    lines: list[str] = []
    _add_lines(read_html(html)[0], language, lines)
    return "\n".join(lines)


def first_words(html: str) -> str:
    """Return the beginning of a converted text's first paragraph, cut between words with `…` where it is long."""
    words = " ".join(next(filter(str.strip, _paragraphs(read_html(html)[0])), "").split())
    if len(words) <= _LENGTH:
        return words
    return _LOOSE_END.sub("", words[:_LENGTH].rpartition(" ")[0]) + "…"


def _paragraphs(element: Element) -> Iterator[str]:
    """Yield the words of each paragraph; no more than is asked for is read."""
    for child in element.children:
        if isinstance(child, Element):
            if child.tag == "p" and not child.has_class("bayt"):
                yield _inline(child)
            yield from _paragraphs(child)


def _add_lines(element: Element, language: Language, lines: list[str]) -> None:
    flow = ""
    item = 0
    for child in element.children:
        if isinstance(child, str) or child.tag in INLINE:
            flow += child if isinstance(child, str) else _inline(child)
            continue
        if not flow.isspace():
            lines += _tidy(flow)
        flow = ""
        if child.attributes.get("id") == SECTION_ID:
            continue
        if child.tag == "tr":
            cells = [_inline(cell) for cell in child.children if isinstance(cell, Element)]
            lines += _tidy(" | ".join(" ".join(cell.split()) for cell in cells))
        elif child.tag == "li" and element.tag == "ol":
            item += 1
            start = len(lines)
            _add_lines(child, language, lines)
            if len(lines) > start:
                number = int(element.attributes.get("start", "1")) + item - 1
                lines[start] = f"{localise_digits(str(number), language.digits)}. {lines[start]}"
        elif child.tag == "figcaption" and element.has_class("quotation"):
            lines += _tidy(f"— {_inline(child).strip()}")
        else:
            _add_lines(child, language, lines)
    lines += _tidy(flow)


def _inline(element: Element) -> str:
    """Return the words of an inline element; a line break stays one."""
    if element.tag == "br":
        return "\v"
    classes = element.attributes.get("class", "").split()
    if classes and not _LEFT_OUT.isdisjoint(classes):
        return ""
    words = "".join([child if isinstance(child, str) else _inline(child) for child in element.children])
    return f"\v— {words}" if "credit" in classes else words


def _tidy(flow: str) -> list[str]:
    """Return the lines of a flow of text with single spaces."""
    return [line for part in flow.split("\v") if (line := " ".join(part.split()))]
