"""Quotations with their source: a block quotation whose last line begins with `-- ` becomes a figure."""

from __future__ import annotations

from collections.abc import Iterable

from warraq.render.markup.sources import take_source
from warraq.render.markup.tree import Element


def settle_quotations(elements: Iterable[Element]) -> None:
    """Put every quotation that names its source in a figure, with the source as its caption."""
    for parent in elements:
        for position, child in enumerate(parent.children):
            if isinstance(child, Element) and child.tag == "blockquote":
                source = _take_source(child)
                if source:
                    caption = Element("figcaption", {}, *source)
                    parent.children[position] = Element("figure", {"class": "quotation"}, child, caption)


def _take_source(quotation: Element) -> list[Element | str]:
    """Take the source out of the last paragraph of the quotation and return it; return nothing if there is none."""
    elements = [child for child in quotation.children if isinstance(child, Element)]
    if not elements or elements[-1].tag != "p":
        return []
    source = take_source(elements[-1])
    if source and not elements[-1].text().strip():
        quotation.children.remove(elements[-1])
    return source
