"""Which lines may hold a run of the other direction: a quick question, since most lines hold none."""

from __future__ import annotations

import re

from warraq.lang.language import Direction

_ARABIC_INDIC = re.compile("[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]")
_LETTERS = "A-Za-z\u00aa-\u02b8\u02bb-\u02c1\u0370-\u058f\u1e00-\u1fff\u2c00-\ud7ff"
_DIGITS = "0-9٠-٩۰-۹"
_SIGNS = "$€£¥"
_ATTENTION_IN_RTL = re.compile(
    f"[{_LETTERS}]|[{_DIGITS}][-–— ][{_DIGITS}]|[+−-][{_DIGITS}]|[0-9][%°{_SIGNS}]|[{_SIGNS}][0-9]"
)
_BEGINS_IN_RTL = re.compile(f"[{_LETTERS}{_DIGITS}{_SIGNS}+−-]")
"""What the pattern before begins with: one set of characters is looked for much quicker than alternatives."""


def needs_attention(text: str, direction: Direction) -> bool:
    """Return whether a line may hold a run to isolate."""
    if direction == "ltr":
        return not text.isascii() and _ARABIC_INDIC.search(text) is not None
    begin = _BEGINS_IN_RTL.search(text)
    return begin is not None and _ATTENTION_IN_RTL.search(text, begin.start()) is not None
