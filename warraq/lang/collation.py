"""The order of names in Persian, Arabic and English, and the letters of their indexes.

The order is that of CLDR (Persian: آ, ا, then hamza in all its seats, و before ه; Arabic: all seats of
hamza as variants of ا), written out here so that it is the same on every machine. Names are ordered word by
word; a leading Arabic article does not count, but ابن and ibn do. English articles do count: an editor's
`sort:` says otherwise.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

SortKey = tuple[tuple[int, ...], tuple[int, ...], str]

OTHER = "#"
"""The index letter of everything that does not begin with a letter of the language."""

_SPACE, _DIGITS, _LETTERS, _OTHER_SCRIPTS = 1, 10, 100, 10_000
_SEPARATORS = re.compile(r"[\s\-‐‑–—_/,;:.،؛]+")
_ARABIC_ARTICLE = re.compile("^[اٱ]ل(?=[ء-يٱ-ۓ]{2})(?!ل?له(?:$|[^ء-ي]))")
_LATIN_ARTICLE = re.compile(r"^(?:al|el|a[dnrstz]|a[dst]h|ash|e[dnrstz])[-‐‑](?=\w)", re.IGNORECASE)
_ALLAH = re.compile("^[اٱ]ل(?:ل|لّ)?له(?:$|[^ء-ي])")

# Persian words and names in which ال is no article.
_NOT_AN_ARTICLE = re.compile(
    "^ال(?:هام|هه|هی|ناز|یاس|یزابت|برز|وند|ماس|مپ|ک(?:$|ل|تر|ساندر)|ف(?:$|با|ی)|گو|تماس|تفات|زام|حاق|حان|غ(?:$|‌|بیگ)|موت|شتر|یگودرز|"
    "میرا|نگو|بته|ان(?:$|ی)|وان|تون|لم|بوم|ه(?:$|‌)|ست|یاف|بانی|یور|وار|پتگین|جزیر(?:$|‌)|ارسلان|‌ارسلان|دوز)"
)

# Madda and hamza above and below, which are part of a letter until the text is composed.
_PARTS_OF_LETTERS = "\u0653\u0654\u0655"


@dataclass(frozen=True, slots=True)
class _Alphabet:
    """The letters of an index in order, and what each other letter is to them."""

    letters: str
    places: dict[str, tuple[tuple[int, int], ...]] = field(repr=False)
    """Primary and secondary weights by character."""
    headings: dict[str, str] = field(repr=False)
    """The index letter by character."""


def _alphabet(letters: str, *, extra: tuple[tuple[str, str], ...], variants: dict[str, str]) -> _Alphabet:
    """The alphabet with extra letters, each after another one, and with variants of letters in their order."""
    order = list(letters)
    headings = {letter: letter for letter in letters}
    for letter, after in extra:
        order.insert(order.index(after) + 1, letter)
        headings[letter] = headings[after]
    places: dict[str, tuple[tuple[int, int], ...]]
    places = {letter: ((_LETTERS + place, 0),) for place, letter in enumerate(order)}
    for base, others in variants.items():
        for rank, other in enumerate(others.split(), start=1):
            places[other] = ((places[base][0][0], rank),)
            headings[other] = headings[base]
    return _Alphabet(letters, places, headings)


@lru_cache(maxsize=8)
def _alphabet_of(code: str) -> _Alphabet:
    if code == "fa":
        return _alphabet(
            "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی",
            extra=(("ء", "ا"),),
            variants={"ا": "ٱ", "ء": "أ إ ؤ ئ", "ک": "ك", "ه": "ة ۀ ە ہ ھ", "ی": "ى ي"},
        )
    if code == "ar":
        alphabet = _alphabet(
            "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
            extra=(("ٱ", "ا"), ("پ", "ب"), ("چ", "ج"), ("ژ", "ز"), ("ڤ", "ف"), ("گ", "ك")),
            variants={"ك": "ک", "ي": "ی"},
        )
        alef = alphabet.places["ا"][0][0]
        # Lower ranks than the letter itself: in CLDR hamza and its seats come before the plain alef.
        for rank, letter in enumerate("ءآأؤإئ"):
            alphabet.places[letter] = ((alef, rank - 10),)
            alphabet.headings[letter] = "ا"
        alphabet.places["آ"] += ((alef, 0),)
        alphabet.headings.update({"آ": "ا", "ة": "ت", "ى": "ي"})
        alphabet.places["ة"] = ((alphabet.places["ت"][0][0], -1),)
        alphabet.places["ى"] = ((alphabet.places["ي"][0][0], 0),)
        alphabet.places["ي"] = ((alphabet.places["ي"][0][0], 1),)
        alphabet.places["ی"] = ((alphabet.places["ي"][0][0], -1),)
        return alphabet
    return _alphabet("ABCDEFGHIJKLMNOPQRSTUVWXYZ", extra=(), variants={})


@lru_cache(maxsize=65536)
def sort_key(text: str, code: str) -> SortKey:
    """The key by which texts of a language are sorted; different texts have different keys.

    First the letters decide, then their variants and marks (أ before ا in Arabic), last the text itself.
    Native letters stand before those of other scripts, digits of any kind before letters.
    """
    alphabet = _alphabet_of(_known(code))
    primary: list[int] = []
    secondary: list[int] = []
    for position, word in enumerate(_words(text, code)):
        if position:
            primary.append(_SPACE)
            secondary.append(0)
        for weight, variant in _weights(word, alphabet):
            primary.append(weight)
            secondary.append(variant)
    return tuple(primary), tuple(secondary), text


def index_letter(text: str, code: str) -> str:
    """The letter of the index that a text stands under, `#` when it begins with no letter of the language."""
    alphabet = _alphabet_of(_known(code))
    for char in "".join(_words(text, code)):
        if char in alphabet.headings:
            return alphabet.headings[char]
        if unicodedata.category(char)[0] in "LN":
            return OTHER
    return OTHER


def index_letters(code: str) -> str:
    """The letters of the language's index in order, without `#`, which stands last."""
    return _alphabet_of(_known(code)).letters


def index_anchor(letter: str, code: str) -> str:
    """An ASCII id for an index letter, stable across builds: `letter-a`, `letter-fa-03`, `letter-other`."""
    known = _known(code)
    if letter not in _alphabet_of(known).letters or len(letter) != 1:
        return "letter-other"
    if known == "en":
        return f"letter-{letter.lower()}"
    return f"letter-{known}-{_alphabet_of(known).letters.index(letter) + 1:02}"


def _known(code: str) -> str:
    """The alphabet to use for a language: its own, or the Latin one."""
    first = code.split("-", 1)[0].lower()
    return first if first in ("fa", "ar") else "en"


def _words(text: str, code: str) -> list[str]:
    """The text as the words that are compared: composed, without article, tatweel, joiners, quotes and marks."""
    text = unicodedata.normalize("NFC", text)
    text = "".join(char for char in text if char not in _QUOTES and (char == _ZWNJ or not _is_ignored(char)))
    # The article is looked for while ZWNJ still shows where a word ends: الله‌وردی.
    text = _without_article(text.strip(), code).replace(_ZWNJ, "")
    if _known(code) == "en":
        return _latin_words(text)
    text = "".join(char for char in text if unicodedata.category(char) != "Mn" or char in _PARTS_OF_LETTERS)
    # Marks of hamza and madda that have no composed form with their letter (هٔ) do not count.
    text = "".join(char for char in unicodedata.normalize("NFC", text) if unicodedata.category(char) != "Mn")
    return [word for word in _SEPARATORS.split(text) if word]


def _is_ignored(char: str) -> bool:
    return char == "ـ" or unicodedata.category(char) == "Cf"


_ZWNJ = "\u200c"
_QUOTES = frozenset("«»‹›\"'“”‘’()[]{}؟?!ʿʾʻʼ`´")


def _latin_words(text: str) -> list[str]:
    decomposed = unicodedata.normalize("NFKD", text)
    plain = "".join(char for char in decomposed if unicodedata.category(char) != "Mn").casefold()
    plain = plain.translate(
        {ord("ı"): "i", ord("æ"): "ae", ord("œ"): "oe", ord("ø"): "o", ord("ł"): "l", ord("đ"): "d"}
    )
    return [word for word in _SEPARATORS.split(plain.upper()) if word]


def _without_article(text: str, code: str) -> str:
    bare = "".join(char for char in text if unicodedata.category(char) != "Mn")
    if _ALLAH.match(bare) or (_known(code) == "fa" and _NOT_AN_ARTICLE.match(bare)):
        return text
    if _ARABIC_ARTICLE.match(bare):
        return bare[2:]
    return _LATIN_ARTICLE.sub("", text, count=1)


def _weights(word: str, alphabet: _Alphabet) -> list[tuple[int, int]]:
    weights: list[tuple[int, int]] = []
    for char in word:
        if char in alphabet.places:
            weights.extend(alphabet.places[char])
        elif char.isdecimal():
            weights.append((_DIGITS + unicodedata.decimal(char), 0))
        else:
            weights.append((_OTHER_SCRIPTS + ord(char.casefold()[0]), 0))
    return weights
