"""The words of a language that has no module of its own: Babel's months and eras, and signs instead of words."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from warraq.lang.words import Months, Words
from warraq.lang.words.en import WORDS as ENGLISH


def fallback_words(locale: str) -> Words:
    """Words that hold for any language: CLDR's Gregorian months and eras, transliterations, signs."""
    from babel import Locale

    cldr = Locale.parse(locale.replace("-", "_"))
    months = cldr.months["format"]["wide"]
    eras = cldr.eras["abbreviated"]
    return replace(
        ENGLISH,
        gregorian=cast("Months", tuple(months[number] for number in range(1, 13))),
        seasons=("I–III", "IV–VI", "VII–IX", "X–XII"),
        ce=eras[1],
        bce=eras[0],
        circa="~",
        before="≤ ",
        after="≥ ",
        born="*",
        died="†",
        either=" / ",
        ordinal=lambda number: f"{number}.",
        century=lambda number: f"{100 * number - 99}–{100 * number}",
        decade=lambda year: f"{year}–{year + 9}",
        unmarked=("gregorian", 1000),
    )
