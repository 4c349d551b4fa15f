"""Python-Markdown's phase of inline patterns, which tries a pattern only where its sign is in the text.

The stock class tries about fifteen patterns on every piece of text, and most pieces hold none of the signs that a
pattern begins with. Order, patterns and results stay Python-Markdown's own: this only leaves out tries that cannot
succeed. A pattern that is not in the table is tried everywhere, as before.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import DelimiterProcessor
from markdown.treeprocessors import InlineProcessor
from markdown.util import INLINE_PLACEHOLDER_PREFIX, AtomicString

from warraq.render.markup.registered import registered

_SIGNS = {
    "backtick": ("`",),
    "escape": ("\\",),
    "footnote": ("[^",),
    "reference": ("[",),
    # The address of a link begins right after the bracket that closes its words.
    "link": ("](",),
    "image_link": ("![",),
    "image_reference": ("![",),
    "short_reference": ("[",),
    "short_image_ref": ("![",),
    "autolink": ("<",),
    "automail": ("<",),
    "linebreak": ("  \n",),
    "html": ("<",),
    "entity": ("&",),
    "em_strong": ("*", "_"),
}
"""What a text must hold, one of each row at least, for the pattern of that name to match in it."""
_BY_REFERENCE = frozenset({"reference", "image_reference", "short_reference", "short_image_ref"})
"""Patterns that change nothing where the text defines no address by name: `[name]: https://…`."""


class QuickDelimiters(DelimiterProcessor):
    """The pattern of emphasis, which looks for the next sign without looking at each character."""

    def search(self, data: str, start: int) -> re.Match[str] | None:
        """Return the next sign that can begin emphasis, or end what has been begun."""
        for sign in self.compiled_re.finditer(data, start):
            delimiter = self.delimiters[sign[0]]
            found = delimiter.boundary.match(data, sign.start())
            if found and (delimiter.stack or found.lastgroup != "end"):
                return found
        return None


class QuickInline(InlineProcessor):
    """The phase for an engine whose extensions are all in place: it reads the list of patterns once."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        if md.delimiters is not None:
            # The same object: it and the engine know of each other.
            md.delimiters.__class__ = QuickDelimiters
        self._patterns = [
            (place, pattern, _SIGNS.get(name, ("",)), name in _BY_REFERENCE)
            for place, (name, pattern) in enumerate(registered(md.inlinePatterns, _SIGNS))
        ]
        signs = {sign for _, _, of_pattern, _ in self._patterns for sign in of_pattern}
        # One character of each sign, for a search that a set of characters makes quick; spaces are everywhere.
        characters = {sign.strip(" ")[:1] for sign in signs}
        self._any_sign = re.compile("" if "" in characters else f"[{re.escape(''.join(sorted(characters)))}]")

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N803
        """Return the text with placeholders for what the patterns from that place on have matched."""
        if isinstance(data, AtomicString) or not self._any_sign.search(data):
            return data
        apply = self._InlineProcessor__applyPattern  # type: ignore[attr-defined]
        names_addresses = bool(self.md.references)
        for place, pattern, signs, is_by_reference in self._patterns[patternIndex:]:
            if is_by_reference and not names_addresses:
                continue
            for sign in signs:
                if sign in data:
                    break
            else:
                continue
            start, matched = 0, True
            while matched:
                data, matched, start = apply(pattern, data, place, start)
                matched = matched and any(data.find(sign, start) >= 0 for sign in signs)
        return data

    def _InlineProcessor__processPlaceholders(
        self,
        data: str | None,
        parent: Element,
        isText: bool = True,  # noqa: N803
    ) -> list[tuple[Element, list[str]]]:
        """Return the elements that placeholders stand for, after putting the words before them where they belong."""
        place = "text" if isText else "tail"
        if not data or INLINE_PLACEHOLDER_PREFIX in data or getattr(parent, place):
            elements: list[tuple[Element, list[str]]] = super()._InlineProcessor__processPlaceholders(  # type: ignore[misc]
                data, parent, isText
            )
            return elements
        setattr(parent, place, data)
        return []
