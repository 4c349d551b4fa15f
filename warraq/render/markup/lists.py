"""Ordered lists: `۱.`, `١.` and `1.` all begin one; the markers that readers see are chosen by the style sheet."""

from __future__ import annotations

from warraq.render.markup.tree import Element


def settle_lists(root: Element) -> None:
    """Write the first number of each list in the digits that HTML asks for, whatever the editor typed."""
    for element in root.elements():
        for attribute in ("start", "value"):
            number = element.attributes.get(attribute)
            if number is None:
                continue
            # `int` reads every script's decimal digits; browsers read no number of more than nine.
            value = int(number) if number.isdecimal() and len(number) < 10 else None
            if value is None or (attribute == "start" and value == 1):
                del element.attributes[attribute]
            else:
                element.attributes[attribute] = str(value)
