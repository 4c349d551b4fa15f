"""Scripts, the direction of a text, and the isolation of a value inside text of the other direction.

Without isolation the Unicode bidirectional algorithm mixes a value with its surroundings: `شابک 978-964`
shows the groups of the number in reverse. HTML isolates with `<bdi>`; where no markup can stand
(attributes, titles, feeds, JSON) the characters FSI and PDI do the same.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from html import escape
from typing import Literal

from warraq.lang.language import Direction

FIRST_STRONG_ISOLATE = "\u2068"
LEFT_TO_RIGHT_ISOLATE = "\u2066"
POP_ISOLATE = "\u2069"

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
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_STRONG = _RIGHT_TO_LEFT | {"L"}


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


def base_direction(text: str) -> Direction | None:
    """The direction of the first strong character outside isolates (UAX 9, rule P2), None when there is none."""
    depth = 0
    for char in text:
        bidi = unicodedata.bidirectional(char)
        if bidi in ("LRI", "RLI", "FSI"):
            depth += 1
        elif bidi == "PDI":
            depth = max(0, depth - 1)
        elif depth == 0 and bidi in _STRONG:
            return "rtl" if bidi in _RIGHT_TO_LEFT else "ltr"
    return None


def could_reorder(value: str, base: Direction) -> bool:
    """Whether the value may change its order, or that of its neighbours, inside text of the given direction.

    True when it holds a strong character of the other direction; in text from right to left also when a
    value without letters holds ASCII digits beside signs (telephone numbers, ISBNs), which are reversed
    group by group.
    """
    others = _RIGHT_TO_LEFT if base == "ltr" else {"L"}
    kinds = {unicodedata.bidirectional(char) for char in value}
    if kinds & others:
        return True
    if base == "ltr":
        return "AN" in kinds or any("۰" <= char <= "۹" for char in value)
    has_ascii_digits = any("0" <= char <= "9" for char in value)
    return has_ascii_digits and not kinds & _STRONG and any(not char.isalnum() for char in value)


def isolate_text(value: str, base: Direction) -> str:
    """The value for a place without markup, between FSI and PDI when it could reorder in text of that direction.

    A value without letters but with ASCII digits is put between LRI and PDI, because FSI would take the
    direction of the surroundings for it. A value that is not safe to wrap because its own isolates are
    unbalanced is closed first.
    """
    value = _balanced(value)
    if not could_reorder(value, base):
        return value
    opening = FIRST_STRONG_ISOLATE if base_direction(value) else LEFT_TO_RIGHT_ISOLATE
    return f"{opening}{value}{POP_ISOLATE}"


def isolate_html(value: str, language_code: str | None, direction: Direction | None) -> str:
    """The value, escaped, in `<bdi lang dir>`; attributes that are None are left out.

    `direction` should be given wherever it is known: `ltr` for identifiers, addresses and numbers. With
    None the browser decides by the first strong letter (`dir="auto"` is what `bdi` means without the
    attribute).
    """
    language = f' lang="{escape(language_code)}"' if language_code else ""
    dir_attribute = f' dir="{direction}"' if direction else ""
    return f"<bdi{language}{dir_attribute}>{escape(_balanced(value))}</bdi>"


def _balanced(value: str) -> str:
    """The value with a PDI for every isolate it opens, without a PDI that closes nothing, without embeddings."""
    depth = 0
    kept: list[str] = []
    for char in value:
        # The older controls U+202A-202E leak into what follows; isolates have replaced them.
        if "\u202a" <= char <= "\u202e":
            continue
        if char in "\u2066\u2067\u2068":
            depth += 1
        elif char == POP_ISOLATE:
            if depth == 0:
                continue
            depth -= 1
        kept.append(char)
    return "".join(kept) + POP_ISOLATE * depth
