"""The words of a text for search, each in all forms that readers write it in."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from warraq.lang.folding_characters import LEAVES_NOTHING, fold_char
from warraq.lang.folding_tables import (
    APOSTROPHE,
    ARTICLES,
    DIGRAPHS,
    PERSIAN_ENDINGS,
    SUN_LETTERS,
    WHOLE,
    ZWNJ,
)

_DIGITS = frozenset("0123456789")
_NUMBER = re.compile("[0-9]+")
JOINT = re.compile(f"[{ZWNJ}{APOSTROPHE}]")
"""What is inside a folded word only until its parts are known."""

# Each gives in `rest` what a word is without an article and the like. The alef must be plain, unlike that of آلمان.
_ARABIC_ARTICLE = re.compile("(?:[اٱ]ل)(?P<rest>[ء-ۓ]{2,})")
_PROCLITIC = re.compile("(?:[وفب][اٱ]ل|كال|لل)(?P<rest>[ء-ۓ]{2,})")
_LATIN_ARTICLE = re.compile("al(?P<rest>[a-z]{4,})")
_ELISION = re.compile(f"(?:[dl]|qu){APOSTROPHE}(?P<rest>.{{3,}})")
_POSSESSIVE = re.compile(f"(?P<rest>.{{2,}}){APOSTROPHE}[a-z]")


class Word(NamedTuple):
    """A word of a text: folded but for the joints of its parts, and as it was written."""

    folded: str
    written: str
    joined: str
    """The word as readers search it, without joints."""


class Together(NamedTuple):
    """Neighbours of a text written as one word, and their places among the words."""

    first: int
    last: int
    joined: str


def words_of(text: str) -> list[Word]:
    """The words of a text; what is written of a word that begins or ends within a character is that character."""
    # Each character is folded alone and white space parts words, so what stands between it need be read only once.
    return [word for chunk in text.split() for word in words_of_chunk(chunk)]


KEPT_CHUNKS = 4096
"""Pieces of texts whose words a process remembers: names come again and again, in facts above all."""


@lru_cache(maxsize=KEPT_CHUNKS)
def words_of_chunk(text: str) -> tuple[Word, ...]:
    """The words of a piece of text without white space."""
    words: list[Word] = []
    folded: list[str] = []
    written: list[str] = []
    for char in f"{text} ":
        for position, part in enumerate(fold_char(char).split(" ")):
            if position:
                word = "".join(folded).strip(ZWNJ + APOSTROPHE)
                if word:
                    words.append(Word(word, "".join(written), JOINT.sub("", word)))
                folded, written = [], []
            folded.append(part)
            if part or written:
                written.append(char)
    return tuple(words)


def parts_of(word: Word) -> list[str]:
    """The parts of a word with ZWNJ, none for a word without."""
    if ZWNJ not in word.folded:
        return []
    parts = [JOINT.sub("", part) for part in word.folded.split(ZWNJ)]
    return [part for part in parts if part]


def variants_of(word: Word) -> list[str]:
    """The word without what is written together with it, and with *sh* for *š*, wherever its letters allow it."""
    joined = word.joined
    found = []
    if joined.endswith(PERSIAN_ENDINGS):
        found += [
            joined.removesuffix(ending)
            for ending in PERSIAN_ENDINGS
            if joined.endswith(ending) and len(joined) > len(ending) + 2
        ]
    if joined.endswith("ء") and len(joined) > 3:
        found.append(joined[:-1])
    if APOSTROPHE in word.folded:
        for pattern in (_POSSESSIVE, _ELISION):
            match = pattern.fullmatch(word.folded)
            if match:
                found.append(JOINT.sub("", match["rest"]))
    if not word.written.isascii():
        scholarly = [
            DIGRAPHS.get(letter.lower(), letter) for letter in unicodedata.normalize("NFC", word.written)
        ]
        if any(len(letters) > 1 for letters in scholarly):
            found += [variant.joined for variant in words_of("".join(scholarly))]
    if joined not in WHOLE:
        found += _without_article(joined, word.written)
    return found


def _without_article(joined: str, written: str) -> list[str]:
    latin = _LATIN_ARTICLE.fullmatch(joined)
    if latin:
        return [latin["rest"]]
    if not joined.startswith(("ا", "و", "ف", "ب", "ک", "لل")):
        return []
    # What was written tells an article from آل and Arabic from Persian.
    plain = LEAVES_NOTHING.sub("", unicodedata.normalize("NFKC", written))
    proclitic = _PROCLITIC.match(plain)
    if proclitic:
        rest = joined[proclitic.start("rest") :]
        if "ال" + rest in WHOLE:
            return ["ال" + rest]
        return ["ال" + rest, rest] if len(rest) > 2 else []
    article = _ARABIC_ARTICLE.match(plain)
    return [joined[article.start("rest") :]] if article else []


def is_article(word: str, following: str) -> bool:
    """Whether a word is the Arabic article of the one that follows, written apart from it."""
    is_assimilated = word[0] == "a" and word[1:] in SUN_LETTERS and following.startswith(word[1:])
    return word in ARTICLES or is_assimilated


def together_of(words: list[Word]) -> list[Together]:
    """All neighbours that may be one word to a reader, and three where the second is an article."""
    joined = [word.joined for word in words]
    pairs = [
        Together(place, place + 1, first + second)
        for place, (first, second) in enumerate(pairwise(joined))
        if _may_join(first, second)
    ]
    threes = [
        Together(place, place + 2, "".join(joined[place : place + 3]))
        for place in range(len(joined) - 2)
        if is_article(joined[place + 1], joined[place + 2])
    ]
    return pairs + threes


def _may_join(first: str, second: str) -> bool:
    """Whether two words may be one: two numbers are, where the second is three digits of thousands."""
    are_numbers = first[0] in _DIGITS and _NUMBER.fullmatch(first) and _NUMBER.fullmatch(second)
    return not are_numbers or (len(first) <= 3 and len(second) == 3)
