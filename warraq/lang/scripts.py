"""The script of a letter, which way a language is written, and which language a run is most likely in."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from warraq.lang.language import Direction

_RTL_LANGUAGES = frozenset(
    {
        "ar",
        "arc",
        "azb",
        "ckb",
        "dv",
        "fa",
        "glk",
        "he",
        "ks",
        "lrc",
        "mzn",
        "nqo",
        "ota",
        "prs",
        "ps",
        "sd",
        "syr",
    }
    | {"ug", "ur", "yi"}
)
_RTL_SCRIPTS = frozenset({"adlm", "arab", "hebr", "mand", "nkoo", "rohg", "syrc", "thaa"})
_PERSIAN_LETTERS = re.compile("[پچژگیکۀ]")
_ARABIC_LETTERS = re.compile("[يكةى]")
Script = Literal["Arab", "Latn", "Hebr", "Grek", "Cyrl", "Armn", "Syrc", "Zyyy"]
_SCRIPT_BY_NAME: dict[str, Script] = {
    "ARABIC": "Arab",
    "LATIN": "Latn",
    "HEBREW": "Hebr",
    "GREEK": "Grek",
    "CYRILLIC": "Cyrl",
    "ARMENIAN": "Armn",
    "SYRIAC": "Syrc",
}


@lru_cache(maxsize=4096)
def script_of(char: str) -> Script | None:
    """The ISO 15924 code of a letter's script, None for what is no letter of a script (digits, marks, signs, ʿ ʾ).

    Letters of scripts that the engine does not tell apart have `Zyyy`.
    """
    if unicodedata.category(char)[0] != "L" or char == "ـ":
        return None
    name = unicodedata.name(char, "")
    if name.startswith("MODIFIER"):
        return None
    return _SCRIPT_BY_NAME.get(name.split(" ", 1)[0], "Zyyy")


def direction_of(language: str) -> Direction:
    """The direction of a BCP 47 language tag by its script if it names one, else by its language."""
    first, *others = language.lower().split("-")
    for part in others:
        if len(part) == 4 and part.isalpha():
            return "rtl" if part in _RTL_SCRIPTS else "ltr"
    return "rtl" if first in _RTL_LANGUAGES else "ltr"


def language_of(run: str) -> str | None:
    """The language tag that the letters of a run allow, or None where it has no letters.

    Plain Latin letters are taken for English. Latin with other letters (`ḥ`, `ʿ`, `é`) in at least half of its
    words is `und-Latn`; Arabic script is Persian or Arabic where a letter tells, else `und-Arab`.
    """
    if not any(map(str.isalpha, run)):
        return None
    # A run of nothing but ʿ and ʾ is part of a transliterated word.
    script = next(filter(None, map(script_of, run)), "Latn")
    if script == "Latn":
        words = [word for word in run.split() if any(map(str.isalpha, word))]
        plain = sum("".join(filter(str.isalpha, word)).isascii() for word in words)
        return "en" if plain * 2 > len(words) else "und-Latn"
    if script == "Arab":
        if _PERSIAN_LETTERS.search(run):
            return "fa"
        return "ar" if _ARABIC_LETTERS.search(run) else "und-Arab"
    return "und" if script == "Zyyy" else f"und-{script}"
