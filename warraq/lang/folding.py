"""Folding of texts for search: spellings that a reader does not tell apart become the same.

Each character is folded alone: compatibility composition, lower case, compatibility decomposition; then
marks (category Mn) and `DROPPED` go, `LETTERS` are replaced, digits become 0–9, and what is neither letter
nor number (categories L and N) nor ZWNJ parts words. The same steps and tables give the function for
browsers, so that the index and the query are folded alike. Letters that differ in dots are never merged.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise

LETTERS: Mapping[str, str] = {
    "ي": "ی", "ى": "ی", "ئ": "ی", "ې": "ی", "ے": "ی",
    "ك": "ک", "ڪ": "ک",
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ٲ": "ا", "ٳ": "ا",
    "ؤ": "و",
    "ة": "ه", "ۀ": "ه", "ە": "ه", "ہ": "ه", "ۂ": "ه", "ۃ": "ه", "ھ": "ه",
    "ς": "σ", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ð": "d",
}  # fmt: skip
"""What a character becomes, after compatibility decomposition and lower case."""

DROPPED = "ـʿʾʻʼ’‘'`´\u200d\u200e\u200f\u061c\u2066\u2067\u2068\u2069\u00ad\ufeff"
"""Characters that leave nothing behind, beside all combining marks (category Mn)."""

ZWNJ = "\u200c"

_DROPPED = frozenset(DROPPED)
PERSIAN_ENDINGS = ("ها", "های", "هایی", "هایم", "هایش", "تر", "ترین")
"""Endings of plural and comparison that words are also indexed without, where no ZWNJ parts them."""

_ARTICLE = re.compile("ال[ء-ۓ]{3}|al[a-z]{4}")


def fold(text: str) -> str:
    """The text as it is searched: one spelling for each letter, no marks, digits 0–9, joined at ZWNJ.

    Words stay apart as in the text; every run of spaces and signs becomes one space. Folding twice changes
    nothing.
    """
    return " ".join(part.replace(ZWNJ, "") for part in _parts(text) if part.strip(ZWNJ))


def fold_words(text: str) -> tuple[str, ...]:
    """The words to index, each once, in the order of the text.

    Beside the folded words: both parts of words with ZWNJ, words without a Persian plural or comparative
    ending, words without a final ء and without the Arabic article (ال, al-), and neighbours joined (`ابن
    سینا` is also found as `ابنسینا`).
    """
    found: dict[str, None] = {}
    parts = [part for part in _parts(text) if part.strip(ZWNJ)]
    joined = [part.replace(ZWNJ, "") for part in parts]
    for part, word in zip(parts, joined, strict=True):
        found[word] = None
        pieces = [piece for piece in part.split(ZWNJ) if piece]
        if len(pieces) > 1:
            found |= dict.fromkeys(pieces)
        found |= dict.fromkeys(_without_affixes(word))
    for first, second in pairwise(joined):
        if not (first.isdecimal() and second.isdecimal()):
            found[first + second] = None
    return tuple(found)


def fold_map(text: str) -> tuple[str, tuple[int, ...]]:
    """The folded characters (separators as single spaces each), and for each its offset in the text.

    It serves to mark a found word in the original text.
    """
    folded: list[str] = []
    offsets: list[int] = []
    for offset, char in enumerate(text):
        for result in _fold_char(char):
            folded.append(result)
            offsets.append(offset)
    return "".join(folded), tuple(offsets)


def _parts(text: str) -> list[str]:
    return "".join(map(_fold_char, text)).split(" ")


@lru_cache(maxsize=8192)
def _fold_char(char: str) -> str:
    """What one character becomes: decomposed for compatibility, without case, marks and variants of letters."""
    if char == ZWNJ or _is_hangul(char):
        return char
    result: list[str] = []
    for original in unicodedata.normalize("NFKC", char):
        # Letters with hamza or madda are looked up whole, before decomposition takes the mark away.
        for part in LETTERS.get(original) or unicodedata.normalize("NFKD", original.lower()):
            if unicodedata.category(part) == "Mn" or part in _DROPPED:
                continue
            result.append(_fold_part(part))
    return "".join(result)


def _fold_part(part: str) -> str:
    if part.isdecimal():
        return str(unicodedata.decimal(part))
    is_part_of_word = part == ZWNJ or unicodedata.category(part)[0] in "LN"
    return LETTERS.get(part, part) if is_part_of_word else " "


def _is_hangul(char: str) -> bool:
    """Whether it is a Korean syllable, which decomposition would take apart into letters."""
    return "가" <= char <= "힣"


def _without_affixes(word: str) -> list[str]:
    endings = [ending for ending in PERSIAN_ENDINGS if word.endswith(ending) and len(word) > len(ending) + 2]
    found = [word.removesuffix(ending) for ending in endings]
    if word.endswith("ء") and len(word) > 3:
        found.append(word[:-1])
    if _ARTICLE.match(word):
        found.append(word[2:])
    return found
