"""What each character of a text becomes when it is folded for search."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from warraq.lang.folding_tables import DROPPED, JOINTS, LEFT_WHOLE, LETTERS, MARKS, PICTURES


def _ranges(hexadecimal: str) -> str:
    return re.sub("[0-9a-f]+", lambda code: f"\\U{code[0]:0>8}", hexadecimal).replace(" ", "")


LEAVES_NOTHING = re.compile(f"[{MARKS}{DROPPED}]")
"""A mark or a control: what is folded to nothing."""
_LEFT_WHOLE = re.compile(f"[{_ranges(LEFT_WHOLE)}]")
_PICTURE = re.compile(f"[{_ranges(PICTURES)}]")


@lru_cache(maxsize=8192)
def fold_char(char: str) -> str:
    """What one character becomes: decomposed for compatibility, without case, marks and variants of letters.

    It may be nothing, a joint of `JOINTS` inside a word, or a space where it parts words.
    """
    if char in JOINTS:
        return JOINTS[char]
    if LEAVES_NOTHING.match(char):
        return ""
    if _LEFT_WHOLE.match(char):
        return char
    if _PICTURE.match(char):
        return " "
    result: list[str] = []
    for original in unicodedata.normalize("NFKC", char):
        # Letters with hamza or madda are looked up whole, before decomposition takes the mark away.
        for part in LETTERS.get(original) or unicodedata.normalize("NFKD", original.lower()):
            if not LEAVES_NOTHING.match(part):
                result.append(_fold_part(part))
    return "".join(result)


def _fold_part(part: str) -> str:
    if part in JOINTS:
        return JOINTS[part]
    if part.isdecimal():
        return str(unicodedata.decimal(part))
    return LETTERS.get(part, part) if unicodedata.category(part)[0] in "LMN" else " "
