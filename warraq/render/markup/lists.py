"""Ordered lists: `۱.`, `١.` and `1.` all begin one; the markers that readers see are chosen by the style sheet."""

from __future__ import annotations

from collections.abc import Iterable

from warraq.lang.language import Language
from warraq.render.markup.tree import Element

_DIGITS_OF_STYLE_SHEET = {"fa": "arabext", "ar": "arab"}
"""The digits that the style sheet gives to lists by their language alone."""


def settle_lists(elements: Iterable[Element], language: Language) -> None:
    """Write the first number of each list in the digits that HTML asks for, whatever the editor typed.

    Lists get the digits of their language from the style sheet; where the site has chosen others for the language,
    their name is the list's class: `latn`, `arab` or `arabext`.
    """
    has_own_digits = language.digits != _DIGITS_OF_STYLE_SHEET.get(language.code, "latn")
    for element in elements:
        if element.tag == "ol" and has_own_digits:
            element.add_class(language.digits)
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
