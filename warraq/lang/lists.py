"""Several items as one phrase: `A، B، و C`, `A وB وC`, `A, B or C`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from warraq.lang.cldr import locale_of
from warraq.lang.language import Language
from warraq.lang.scripts import script_of

Joining = Literal["and", "or"]


class _Joints(NamedTuple):
    """What stands between two items that are all, between those of a longer list, and before its last one."""

    pair: str
    middle: str
    last: str


def format_list(
    items: Sequence[str],
    language: Language,
    *,
    joining: Joining = "and",
    comma_before_last: bool | None = None,
) -> str:
    """The items as one phrase: `A، B، و C`, `A وB وC`, `A, B and C`; an empty text for no items.

    CLDR decides whether a comma stands before the last conjunction of three items or more, unless
    `comma_before_last` does; Arabic has no commas in either case. The Arabic conjunction is written together with
    the next word, except before a word in another script, where it would be lost. The invisible U+200F of CLDR's
    Persian pattern is left out: items of another direction are isolated before they are listed.
    """
    if not items:
        return ""
    first, *others = items
    joints = _joints(language.locale, joining)
    text = first
    for place, item in enumerate(others, start=2):
        joint = joints.middle
        if place == len(items):
            joint = joints.pair if place == 2 else _with_comma(joints, comma_before_last)
        gap = " " if joint[-1:].isalpha() and _begins_in_other_script(item, joint[-1]) else ""
        text = f"{text}{joint}{gap}{item}"
    return text


@lru_cache(maxsize=32)
def _joints(locale: str, joining: Joining) -> _Joints:
    patterns = locale_of(locale).list_patterns["standard" if joining == "and" else "or"]
    pair, middle, last = (
        re.sub(r"\{[01]\}", "", patterns[place]).replace("\u200f", "") for place in ("2", "middle", "end")
    )
    return _Joints(pair, middle, last)


def _with_comma(joints: _Joints, comma: bool | None) -> str:
    """What stands before the last item, with or without the comma of the items before it, or as CLDR has it."""
    if comma is None:
        return joints.last
    comma_sign = joints.middle.strip()
    if any(char.isalpha() for char in comma_sign):
        return joints.last
    bare = joints.last.removeprefix(comma_sign)
    return comma_sign + bare if comma else bare


def _begins_in_other_script(item: str, letter: str) -> bool:
    first = next((script for script in map(script_of, item) if script is not None), None)
    return first not in (None, script_of(letter))
