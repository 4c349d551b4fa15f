"""The words of a language that has no module of its own: Babel's months and eras, and signs instead of words."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from warraq.lang.historic_date import Part
from warraq.lang.words import Months, Weekdays, Words
from warraq.lang.words.en import WORDS as ENGLISH

_PARTS: dict[Part, str] = {
    "early": "I/III", "mid": "II/III", "late": "III/III",
    "first-half": "I/II", "second-half": "II/II",
    "first-quarter": "I/IV", "second-quarter": "II/IV", "third-quarter": "III/IV", "last-quarter": "IV/IV",
}  # fmt: skip


def _century(number: int) -> str:
    return f"{100 * number - 99}–{100 * number}"


def fallback_words(locale: str) -> Words:
    """Words that hold for any language: CLDR's Gregorian months and eras, transliterations, signs."""
    from babel import Locale

    cldr = Locale.parse(locale.replace("-", "_"))
    months = cldr.months["format"]["wide"]
    weekdays = cldr.days["format"]["wide"]
    eras = cldr.eras["abbreviated"]
    return replace(
        ENGLISH,
        gregorian=cast("Months", tuple(months[number] for number in range(1, 13))),
        weekdays=cast("Weekdays", tuple(f"{weekdays[number]}, " for number in range(7))),
        seasons=("I–III", "IV–VI", "VII–IX", "X–XII"),
        ce=eras[1],
        bce=eras[0],
        circa="~",
        before="≤ ",
        after="≥ ",
        by="≤ ",
        since="≥ ",
        born="*",
        died="†",
        either=" / ",
        both=" + ",
        ordinal=lambda number: f"{number}.",
        century=_century,
        century_after_word=_century,
        centuries=lambda first, last: f"{100 * first - 99}–{100 * last}",
        part=lambda part, whole: f"{whole} ({_PARTS[part]})",
        decade=lambda year: f"{year}–{year + 9}",
        decades=lambda first, last: f"{first}–{last + 9}",
        shared_tail="",
        limit_of_period="",
        unmarked=("gregorian", 1000),
    )
