"""Tables: wide ones scroll in a container that can be reached by keyboard, and align by logical sides."""

from __future__ import annotations

from collections.abc import Iterable

from warraq.lang.numbers import localise_digits
from warraq.model.text import TextContext
from warraq.render.markup.tree import Element

# Editors write `:--` and `--:` looking at the source; what they mean is the side where lines begin or end.
_SIDES = {"left": "to-start", "right": "to-end", "center": "to-centre"}


def settle_tables(elements: Iterable[Element], context: TextContext) -> None:
    """Wrap every table in a labelled region that takes the focus, and turn alignments into classes."""
    number = 0
    for parent in elements:
        for position, child in enumerate(parent.children):
            if not isinstance(child, Element) or child.tag != "table":
                continue
            number += 1
            _settle_cells(child)
            parent.children[position] = Element("div", _region(child, number, context), child)


def _region(table: Element, number: int, context: TextContext) -> dict[str, str]:
    captions = [element.text().strip() for element in table.elements() if element.tag == "caption"]
    # Each region needs a name of its own, or readers who jump from region to region cannot tell them apart.
    shown = localise_digits(str(number), context.language.digits)
    label = captions[0] if captions and captions[0] else context.words.table.format(number=shown)
    return {"class": "table", "role": "region", "aria-label": label, "tabindex": "0"}


def _settle_cells(table: Element) -> None:
    for element in table.elements():
        side = _SIDES.get(element.attributes.pop("align", "").lower())
        if side:
            element.add_class(side)
        if element.tag == "thead":
            for cell in element.elements():
                if cell.tag == "th":
                    cell.attributes.setdefault("scope", "col")
