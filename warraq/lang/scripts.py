"""Which way a language is written, and which language a run of letters is most likely in."""

from __future__ import annotations

import re
import unicodedata

from warraq.lang.language import Direction

_RTL_LANGUAGES = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "prs", "ps", "sd", "syr", "ug", "ur", "yi"}
)
_RTL_SCRIPTS = frozenset({"adlm", "arab", "hebr", "mand", "nkoo", "rohg", "syrc", "thaa"})
_PERSIAN_LETTERS = re.compile("[پچژگیکۀ]")
_ARABIC_LETTERS = re.compile("[يكةى]")
_SCRIPT_CODES = {
    "LATIN": "Latn",
    "ARABIC": "Arab",
    "HEBREW": "Hebr",
    "GREEK": "Grek",
    "CYRILLIC": "Cyrl",
    "ARMENIAN": "Armn",
    "SYRIAC": "Syrc",
}


def direction_of(language: str) -> Direction:
    """Return the direction of a BCP 47 language tag by its script if it names one, else by its language."""
    first, *others = language.lower().split("-")
    for part in others:
        if len(part) == 4 and part.isalpha():
            return "rtl" if part in _RTL_SCRIPTS else "ltr"
    return "rtl" if first in _RTL_LANGUAGES else "ltr"


def language_of(run: str) -> str | None:
    """Return the language tag that the letters of a run allow, or None where it has no letters.

    Plain Latin letters are taken for English. Latin with other letters (`ḥ`, `ʿ`, `é`) in at least half of its
    words is `und-Latn`; Arabic script is Persian or Arabic where a letter tells, else `und-Arab`.
    """
    letters = [letter for letter in run if letter.isalpha()]
    if not letters:
        return None
    script = _SCRIPT_CODES.get(unicodedata.name(letters[0], "").partition(" ")[0], "")
    if unicodedata.category(letters[0]) == "Lm":
        script = "Latn"
    if script == "Latn":
        words = [word for word in run.split() if any(map(str.isalpha, word))]
        plain = sum("".join(filter(str.isalpha, word)).isascii() for word in words)
        return "en" if plain * 2 > len(words) else "und-Latn"
    if script == "Arab":
        if _PERSIAN_LETTERS.search(run):
            return "fa"
        return "ar" if _ARABIC_LETTERS.search(run) else "und-Arab"
    return f"und-{script}" if script else "und"
