"""A small tree of HTML elements: read from cleaned HTML, changed in place by the passes, written again.

It reads only what the cleaner writes (lower-case names, quoted attributes, every element closed), which is why
it can be a few lines and quick.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape

VOID = frozenset({"br", "col", "hr", "img", "source", "wbr"})
_INLINE_NAMES = (
    "a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q rp rt ruby s samp small span strong sub sup"
    " time u var wbr"
)
INLINE = frozenset(_INLINE_NAMES.split())

_DEPTH = 100
"""Levels of elements within each other; the passes after this call themselves once or more a level."""

_TOKEN = re.compile(r'<(/?)([a-z][a-z0-9]*)((?:\s+[^\s=>]+="[^"]*")*)\s*>|([^<]+|<)')
_ATTRIBUTE = re.compile(r'([^\s=]+)="([^"]*)"')


class Element:
    """An element with its attributes and its children: elements and texts."""

    __slots__ = ("attributes", "children", "tag")

    def __init__(self, tag: str, attributes: dict[str, str] | None = None, *children: Element | str) -> None:
        self.tag = tag
        self.attributes = attributes or {}
        self.children: list[Element | str] = list(children)

    def elements(self) -> Iterator[Element]:
        """Yield the element itself and all elements in it, in the order of the text."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.elements()

    def has_class(self, name: str) -> bool:
        """Return whether the class is one of the element's classes."""
        return name in self.attributes.get("class", "").split()

    def add_class(self, name: str) -> None:
        """Add a class after the others."""
        self.attributes["class"] = f"{self.attributes.get('class', '')} {name}".strip()

    def text(self) -> str:
        """Return the words in the element as they stand."""
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)


def read_html(html: str) -> Element:
    """Return a nameless element that holds the HTML's elements and texts.

    Elements deeper than any text needs are left out, and what they hold stands where they stood.
    """
    root = Element("")
    open_elements = [root]
    unopened = 0
    for match in _TOKEN.finditer(html):
        closing, tag, attributes, words = match.groups()
        if words is not None:
            open_elements[-1].children.append(unescape(words))
        elif closing:
            if unopened:
                unopened -= 1
            elif open_elements[-1].tag == tag:
                open_elements.pop()
        elif len(open_elements) > _DEPTH and tag not in VOID:
            unopened += 1
        else:
            pairs = _ATTRIBUTE.findall(attributes)
            element = Element(
                tag, {name: unescape(value) for name, value in pairs if value or name != "class"}
            )
            open_elements[-1].children.append(element)
            if tag not in VOID:
                open_elements.append(element)
    return root


def write_html(root: Element) -> str:
    """Return the HTML of what the nameless element holds."""
    pieces: list[str] = []
    for child in root.children:
        _write(child, pieces)
    return "".join(pieces).strip()


def _write(node: Element | str, pieces: list[str]) -> None:
    if isinstance(node, str):
        pieces.append(escape(node, quote=False))
        return
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in node.attributes.items())
    pieces.append(f"<{node.tag}{attributes}>")
    if node.tag in VOID:
        return
    for child in node.children:
        _write(child, pieces)
    pieces.append(f"</{node.tag}>")
