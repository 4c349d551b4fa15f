"""Quotations with their source: a block quotation whose last line begins with `-- ` becomes a figure."""

from __future__ import annotations

import re

from warraq.render.markup.tree import Element

_SOURCE = re.compile(r"(^|\n)[ ]*(?:--|—)[ ]+")


def settle_quotations(root: Element) -> None:
    """Put every quotation that names its source in a figure, with the source as its caption."""
    for parent in list(root.elements()):
        for position, child in enumerate(parent.children):
            if isinstance(child, Element) and child.tag == "blockquote":
                source = _take_source(child)
                if source:
                    caption = Element("figcaption", {}, *source)
                    parent.children[position] = Element("figure", {"class": "quotation"}, child, caption)


def _take_source(quotation: Element) -> list[Element | str]:
    """Take the last line out of the quotation and return it, if it is a source; else return nothing."""
    elements = [child for child in quotation.children if isinstance(child, Element)]
    if not elements or elements[-1].tag != "p":
        return []
    paragraph = elements[-1]
    for position in range(len(paragraph.children) - 1, -1, -1):
        child = paragraph.children[position]
        if not isinstance(child, str):
            continue
        line_start = max(child.rfind("\n"), 0)
        match = _SOURCE.match(child, line_start)
        if match and (match[1] or position == 0):
            source = [child[match.end() :], *paragraph.children[position + 1 :]]
            paragraph.children[position:] = [child[: match.start()]]
            if not paragraph.text().strip():
                quotation.children.remove(paragraph)
            return source
        if "\n" in child:
            return []
    return []
