"""Romanised names: one system for a site, known by its signs for ʿayn and hamza."""

from __future__ import annotations

import re

from warraq.lang.lint.arabic_script import LATIN
from warraq.lang.lint.finding import Edit, Fault, Faults, Passage, Romanisation

_IN_WORD = f"(?<=[{LATIN}])‘(?=[{LATIN}])"
_HALF_RINGS = re.compile(f"[ʿʾ]|{_IN_WORD}")
_COMMAS = re.compile(f"[ʻʼ](?!s\\b)|{_IN_WORD}")
_TO_HALF_RINGS = {"ʻ": "ʿ", "ʼ": "ʾ", "‘": "ʿ"}
_TO_COMMAS = {"ʿ": "ʻ", "ʾ": "ʼ", "‘": "ʻ"}

_COMMON = "abcdefghijklmnopqrstuvwxyzāīūḥṣṭẓḍ '’-–.,()"
_LETTERS: dict[Romanisation, frozenset[str]] = {
    "ijmes": frozenset(_COMMON + "ʿʾẕżs̱áéż\u0331"),
    "ala-lc": frozenset(_COMMON + "ʻʼẕz̤s̲áżźʹ\u0324\u0332"),
    "iranica": frozenset(_COMMON + "ʿʾḵščžḡṯḏżēōâ"),
}
"""The letters of each system, for Persian and Arabic, in small letters."""


def faults_of_romanisation(passage: Passage, system: Romanisation) -> Faults:
    """The signs for ʿayn and hamza of another system than the site's."""
    if system == "free":
        return
    pattern, table = (_HALF_RINGS, _TO_COMMAS) if system == "ala-lc" else (_COMMAS, _TO_HALF_RINGS)
    for match in pattern.finditer(passage.text):
        yield Fault("S741", *match.span(), (Edit(*match.span(), table[match[0]]),), is_safe=match[0] != "‘")


def foreign_letters(name: str, system: Romanisation) -> str:
    """The letters of a romanised name that the system does not have, each once; none where it is `free`."""
    if system == "free":
        return ""
    return "".join(dict.fromkeys(letter for letter in name if letter.casefold() not in _LETTERS[system]))
