"""The letters of each language in the order of CLDR 48, written out so that it is the same on every machine.

A group of letters counts as one letter: within it the order decides only between texts that are equal otherwise.
Signs have one order in all languages.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

# Deviation from CLDR, here and below: ک and ی in Arabic text are the letters ك and ي typed on another keyboard.
_ARABIC = (
    "ءآأؤإئا ٱ ب پ ةت ث ٹ ج چ ح خ د ذ ڈ ر ز ڑ ڕ ژ س ش ص ض ط ظ ع غ ف ڤ ق كک ڭ گ ل ڵ م ن ں ه ھ ہ ۀە و ۆ ۇ ۋ "
    "یىي ێ ې ے"
)
_PERSIAN = (
    "آ اٱ ءأإؤئ ب پ ت ث ٹ ج چ ح خ د ذ ڈ ر ز ڑ ڕ ژ س ش ص ض ط ظ ع غ ف ڤ ق کكڭ گ ل ڵ م ن ں و ۆ ۇ ۋ هەہةۀھ یىےيېێ"
)
_ROOT_ARABIC = (
    "ء آ أ ٱ ؤ إ ئ ا ب پ ة ت ث ٹ ج چ ح خ د ذ ڈ ر ز ڑ ڕ ژ س ش ص ض ط ظ ع غ ف ڤ ق ك ک ڭ گ ل ڵ م ن ں ه ھ ہ ەۀ و ۆ ۇ ۋ "
    "ى ي ی ێ ې ے"
)
_LATIN = "a b c dð e ə f g h i ı j k l m n ŋ o p q r s t u v w x y z"

_SIGNS = "_‐‑-‒–—―,،٫٬;؛:!¡?¿؟.…۔·'‘’‚‹›\"“”„«»()[]{}﴾﴿§¶@*٭/\\&#%٪‰†‡•′″`´^¯¨°©®+±÷×<=>¬|¦~¤¢$£¥€﷼"
"""Signs in their order, before every digit and letter."""
_MARKS_OF_LATIN = (
    "\u0332\u0313\u0314\u0301\u0300\u0306\u0302\u030c\u030a\u0342\u0308\u030b\u0303\u0307\u0338\u0327\u0328\u0304"
    "\u0335\u0305\u0309\u030f\u0310\u0311\u031b\u0321\u0322\u0323\u0324\u0325\u0326\u032d\u032e\u0330\u0331\u0334"
)
_MARKS_OF_ARABIC = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0653\u0654\u0655\u0670"
_MARKS_OF_PERSIAN = "\u064e\u0650\u064f\u064b\u064d\u064c\u0651\u0652\u0653\u0654\u0655\u0670"

_OF_SEVERAL_PARTS = {
    "æ": "ae",
    "œ": "oe",
    "ß": "ss",
    "ø": "o\u0338",
    "ł": "l\u0335",
    "đ": "d\u0335",
    "ħ": "h\u0335",
}
"""Latin letters that Unicode does not take apart, as the letters and marks that they are ordered as."""

_FIRST_OTHER_SIGN = 1_000
_FIRST_DIGIT = 2_000_000
_FIRST_NATIVE = 3_000_000
_FIRST_LATIN = 4_000_000
_FIRST_OTHER = 5_000_000
_FIRST_ARABIC = _FIRST_OTHER + 0x600
"""Among the other scripts, which stand in the order of Unicode's blocks."""
_FIRST_MARK = 100
"""More than any rank within a group of letters: a mark weighs more than every variant of the letter after it."""


@dataclass(frozen=True, slots=True)
class Weight:
    """What one element of a text weighs at the three levels of comparison; None where it weighs nothing."""

    letter: int | None
    variant: int | None
    case: int
    heading: str | None = None
    """The letter of the index that the element stands under, None where it has none."""


@dataclass(frozen=True, slots=True)
class Alphabet:
    """The letters of an index in order, and what each character weighs beside them."""

    letters: str
    places: Mapping[str, tuple[Weight, ...]]


@lru_cache(maxsize=8)
def alphabet_of(code: str) -> Alphabet:
    """The alphabet of a language: Persian, Arabic, and for every other code the Latin one.

    `code` is a BCP 47 code; only its first part counts.
    """
    known = alphabet_code(code)
    if known == "fa":
        letters = "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
        places = {**_places(_LATIN, _FIRST_LATIN, ""), **_places(_PERSIAN, _FIRST_NATIVE, letters)}
        return Alphabet(letters, places | _marks(_MARKS_OF_LATIN + _MARKS_OF_PERSIAN))
    if known == "ar":
        letters = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
        places = {**_places(_LATIN, _FIRST_LATIN, ""), **_places(_ARABIC, _FIRST_NATIVE, letters)}
        # Alef with madda is two alefs, the first of which is a hamza on its seat.
        places["آ"] += places["ا"]
        return Alphabet(letters, places | _marks(_MARKS_OF_LATIN) | _marks_of_case(_MARKS_OF_ARABIC))
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    places = {**_places(_LATIN, _FIRST_NATIVE, letters.lower()), **_places(_ROOT_ARABIC, _FIRST_ARABIC, "")}
    return Alphabet(letters, places | _marks(_MARKS_OF_LATIN + _MARKS_OF_ARABIC))


def alphabet_code(code: str) -> str:
    """The language whose alphabet serves for a code: `fa`, `ar`, or `en` for all others."""
    first = code.split("-", 1)[0].lower()
    return first if first in ("fa", "ar") else "en"


@lru_cache(maxsize=8192)
def weights_of(char: str, code: str) -> tuple[Weight, ...]:
    """What a character weighs in a language; nothing for joiners, tatweel and controls.

    The character is one of a text in the normal form NFKC.
    """
    places = alphabet_of(code).places
    if char in places:
        return places[char]
    small = char.lower()
    parts = unicodedata.normalize("NFD", _OF_SEVERAL_PARTS.get(small, small))
    if parts != char:
        case = int(small != char)
        found = tuple(weight for part in parts for weight in weights_of(part, code))
        return tuple(_with_case(weight, case) if weight.letter is not None else weight for weight in found)
    category = unicodedata.category(char)
    if category[0] == "Z":
        return (Weight(0, 0, 0),)
    if category[0] == "C" or char == "ـ":
        return ()
    if category[0] == "M":
        return (Weight(None, _FIRST_MARK + 100 + ord(char), 0),)
    if category[0] == "N" and (value := unicodedata.digit(char, None)) is not None:
        return (Weight(_FIRST_DIGIT + value, 0, 0),)
    if category[0] in "PS":
        place = _SIGNS.find(char)
        return (Weight(_FIRST_OTHER_SIGN + ord(char) if place < 0 else 1 + place, 0, 0),)
    return (Weight(_FIRST_OTHER + ord(char), 0, 0),)


def _with_case(weight: Weight, case: int) -> Weight:
    return Weight(weight.letter, weight.variant, case, weight.heading)


def _places(order: str, first: int, letters: str) -> dict[str, tuple[Weight, ...]]:
    """The weights of letters in groups. A group without a letter of the index stands under the letter before it."""
    places: dict[str, tuple[Weight, ...]] = {}
    heading = None
    for place, group in enumerate(order.split()):
        own = next((letter for letter in group if letter in letters), None)
        heading = own or heading
        for rank, letter in enumerate(group):
            places[letter] = (Weight(first + place, rank, 0, heading.upper() if heading else None),)
    return places


def _marks(order: str) -> dict[str, tuple[Weight, ...]]:
    return {mark: (Weight(None, _FIRST_MARK + rank, 0),) for rank, mark in enumerate(order)}


def _marks_of_case(order: str) -> dict[str, tuple[Weight, ...]]:
    """Marks that count less than any variant of a letter, as Arabic vowel signs do in Arabic."""
    seats = "\u0654\u0655"
    light: dict[str, tuple[Weight, ...]] = {
        mark: (Weight(None, None, 10 + rank),) for rank, mark in enumerate(order) if mark not in seats
    }
    return light | {mark: (Weight(None, _FIRST_MARK + 90 + rank, 0),) for rank, mark in enumerate(seats)}
