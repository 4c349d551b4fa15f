"""A small tree of HTML elements: read from cleaned HTML, changed in place by the passes, written again.

It reads only what the cleaner writes (lower-case names, quoted attributes, every element closed), which is why
it can be a few lines and quick.
"""

from __future__ import annotations

import re
from html import escape, unescape

VOID = frozenset({"br", "col", "hr", "img", "source", "wbr"})
_INLINE_NAMES = (
    "a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q rp rt ruby s samp small span strong sub sup"
    " time u var wbr"
)
INLINE = frozenset(_INLINE_NAMES.split())

_DEPTH = 100
"""Levels of elements within each other; the passes after this call themselves once or more a level."""

_TOKEN = re.compile(r'<(/?)([a-z][a-z0-9]*)((?:\s+[^\s=>]+="[^"]*")*)\s*>([^<]*)|([^<]+|<)')
"""A tag with the words behind it, or words that no tag goes before."""
_NEEDS_ESCAPES = re.compile("[&<>\"']").search
_ATTRIBUTE = re.compile(r'([^\s=]+)="([^"]*)"')


class Element:
    """An element with its attributes and its children: elements and texts."""

    __slots__ = ("attributes", "children", "tag")

    def __init__(self, tag: str, attributes: dict[str, str] | None = None, *children: Element | str) -> None:
        self.tag = tag
        self.attributes = attributes or {}
        self.children: list[Element | str] = list(children)

    def elements(self) -> list[Element]:
        """Return the element itself and all elements in it, in the order of the text."""
        found = [self]
        for child in self.children:
            if not isinstance(child, str):
                found += child.elements() if child.children else (child,)
        return found

    def has_class(self, name: str) -> bool:
        """Return whether the class is one of the element's classes."""
        classes = self.attributes.get("class")
        return classes is not None and name in classes and name in classes.split()

    def add_class(self, name: str) -> None:
        """Add a class after the others."""
        self.attributes["class"] = f"{self.attributes.get('class', '')} {name}".strip()

    def text(self) -> str:
        """Return the words in the element as they stand."""
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)


def read_html(html: str) -> tuple[Element, list[Element]]:
    """Return a nameless element that holds the HTML's elements and texts, and it and all of them in order.

    Elements deeper than any text needs are left out, and what they hold stands where they stood.
    """
    root = Element("")
    elements = [root]
    open_elements = [root]
    unopened = 0
    for closing, tag, attributes, words_after, words in _TOKEN.findall(html):
        if words:
            open_elements[-1].children.append(unescape(words))
            continue
        if closing:
            if unopened:
                unopened -= 1
            elif open_elements[-1].tag == tag:
                open_elements.pop()
        elif len(open_elements) > _DEPTH and tag not in VOID:
            unopened += 1
        else:
            pairs = _ATTRIBUTE.findall(attributes) if attributes else ()
            element = Element(
                tag, {name: unescape(value) for name, value in pairs if value or name != "class"}
            )
            elements.append(element)
            open_elements[-1].children.append(element)
            if tag not in VOID:
                open_elements.append(element)
        if words_after:
            open_elements[-1].children.append(unescape(words_after))
    return root, elements


def write_html(root: Element) -> str:
    """Return the HTML of what the nameless element holds."""
    pieces: list[str] = []
    for child in root.children:
        _write(child, pieces)
    return "".join(pieces).strip()


def _write(node: Element | str, pieces: list[str]) -> None:
    if isinstance(node, str):
        # Most words hold nothing to escape, and asking is quicker than replacing.
        special = "&" in node or "<" in node or ">" in node
        pieces.append(escape(node, quote=False) if special else node)
        return
    tag = node.tag
    if node.attributes:
        attributes = "".join(
            [
                f' {name}="{escape(value) if _NEEDS_ESCAPES(value) else value}"'
                for name, value in node.attributes.items()
            ]
        )
        pieces.append(f"<{tag}{attributes}>")
    else:
        pieces.append(f"<{tag}>")
    if tag in VOID:
        return
    for child in node.children:
        _write(child, pieces)
    pieces.append(f"</{tag}>")
