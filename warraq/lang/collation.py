"""The order of names in Persian, Arabic and English.

The order is that of CLDR, which is also that of a browser's `Intl.Collator` (Persian: آ, ا, then hamza in all its
seats, و before ه; Arabic: hamza and its seats as variants of ا). It departs from it where an index must: a leading
article and leading punctuation do not count, nor does ʿayn or an apostrophe in a name, a hyphen is a space, and
in Arabic ک and ی are ك and ي. Names are ordered word by word; ابن and *ibn* count.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from warraq.lang.alphabets import Weight, alphabet_code, alphabet_of, weights_of
from warraq.lang.articles import article_length

SortKey = tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...], str, str, str]
"""Letters, their variants and marks, case, the article, the composed text, the text."""

OTHER = "#"
"""The index letter of everything that does not begin with a letter of the language."""

_SPACES = re.compile(r"[\s\-‐‑]+")
_IGNORED = dict.fromkeys(map(ord, "ʿʾʻʼ‘’'`´ʹʺـ"))
_YEH_WITH_HAMZA = re.compile("[یى]\u0654")


@lru_cache(maxsize=65536)
def sort_key(text: str, code: str) -> SortKey:
    """The key by which texts of a language are sorted; different texts have different keys.

    First the letters decide, then their variants and marks (أ before ا in Arabic), then case, last the article
    and the text itself. Signs stand before digits, digits of any kind before letters, native letters before those
    of other scripts. Numbers are compared digit by digit. `code` is a BCP 47 code; all but `fa` and `ar` are
    ordered as Latin script is.
    """
    article, rest = _parted(text, code)
    weights = _weights(rest, code)
    return (
        tuple(weight.letter for weight in weights if weight.letter is not None),
        tuple(weight.variant for weight in weights if weight.variant is not None),
        tuple(weight.case for weight in weights),
        article,
        unicodedata.normalize("NFC", text),
        text,
    )


def index_letter(text: str, code: str) -> str:
    """The letter of the index that a text stands under, `#` when it begins with no letter of the language."""
    weights = _weights(_parted(text, code)[1], code)
    first = next((weight for weight in weights if weight.letter is not None), None)
    return (first.heading if first else None) or OTHER


def index_key(text: str, code: str) -> tuple[int, SortKey]:
    """The key of an index: as `sort_key`, with all that stands under `#` at the end, so that groups are whole.

    By `sort_key` alone digits come before the letters and other scripts after them.
    """
    letter = index_letter(text, code)
    letters = index_letters(code)
    return (len(letters) if letter == OTHER else letters.index(letter)), sort_key(text, code)


def index_letters(code: str) -> str:
    """The letters of the language's index in order, without `#`, which stands last."""
    return alphabet_of(code).letters


def index_anchor(letter: str, code: str) -> str:
    """An ASCII id for an index letter, stable across builds: `letter-a`, `letter-fa-03`, `letter-other`."""
    known, letters = alphabet_code(code), index_letters(code)
    if len(letter) != 1 or letter not in letters:
        return "letter-other"
    if known == "en":
        return f"letter-{letter.lower()}"
    return f"letter-{known}-{letters.index(letter) + 1:02}"


@lru_cache(maxsize=4096)
def _parted(text: str, code: str) -> tuple[str, str]:
    """The article of a text, and what counts in it: composed, without leading signs, with single spaces.

    The article is looked for in the bare text, where ZWNJ still shows where a word ends: الله‌وردی.
    """
    text = unicodedata.normalize("NFC", text).translate(_IGNORED)
    text = unicodedata.normalize("NFKC", text).translate(_IGNORED)
    text = _YEH_WITH_HAMZA.sub("ئ", text)
    start = next((place for place, char in enumerate(text) if _counts_at_the_start(char)), len(text))
    text = text[start:]
    bare = "".join(char for char in text if unicodedata.category(char) != "Mn")
    length = article_length(bare, code)
    article, rest = bare[:length], _after(text, length)
    return article, _SPACES.sub(" ", rest).strip()


def _counts_at_the_start(char: str) -> bool:
    return unicodedata.category(char)[0] not in "PZCM"


def _after(text: str, length: int) -> str:
    """What follows the first so many characters of a text, the marks on them not counted."""
    place = 0
    while length or (place and place < len(text) and unicodedata.category(text[place]) == "Mn"):
        length -= unicodedata.category(text[place]) != "Mn"
        place += 1
    return text[place:]


def _weights(text: str, code: str) -> list[Weight]:
    return [weight for char in text for weight in weights_of(char, code)]
