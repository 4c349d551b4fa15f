"""What each character of a line is to the text around: its own, foreign, an end of every run, or neutral."""

from __future__ import annotations

import re
import unicodedata

from warraq.lang.language import Digits, Direction
from warraq.render.markup.number_groups import NATIVE

NEUTRAL_OBJECT = "\ufffc"
"""Stands in a line for a picture, a note's mark, or anything else of no direction."""
LTR_OBJECT, RTL_OBJECT = "\ufdd5", "\ufdd6"
"""Stand in a line for elements that are isolates of a known direction already."""

OWN, FOREIGN, STOP, NEUTRAL = "o", "f", "s", "n"

ADDRESS = re.compile(r"(?:https?://|www\.|doi:|10\.[0-9]{4,}/)[^\s<>«»،؛]*[^\s<>«»،؛.,:;!?)\]'\"…]")
_LONE_NUMBER = {"ltr": re.compile(r"(?<![^\s(\[])[0-9]"), "rtl": re.compile(rf"(?<![^\s(\[])[{NATIVE}]")}


_NOT_OF_ARABIC_SCRIPT = re.compile(
    "[^\x00-/:-@\\[-`{-\x7f\xa0-\xa9\xab\xbb0-9\u0600-\u07bf\u2000-\u200d\u2010-\u2027]"
)
_ADDRESS_OF_NUMBERS = "10."


def may_be_foreign(line: str, direction: Direction) -> bool:
    """Return whether a line may hold anything foreign; one of numbers and letters in its own Arabic script does not."""
    return direction == "ltr" or _NOT_OF_ARABIC_SCRIPT.search(line) is not None or _ADDRESS_OF_NUMBERS in line


def kinds_of(line: str, direction: Direction, digits: Digits) -> str:
    """Return a letter for each character: own, foreign, stop, or neutral.

    A number in the text's own digits that stands by itself is the text's, not the run's: between a foreign name
    and the next it would be turned round (`Browne ۱۸۶۲–۱۹۲۶`, `محمود درویش, 1941–2008`).
    """
    kinds = list(_MARKS.sub(_as_before, line.translate(_KINDS[direction])))
    if direction == "ltr" or digits != "latn":
        for match in _LONE_NUMBER[direction].finditer(line):
            kinds[match.start()] = STOP
    if direction == "rtl":
        for match in ADDRESS.finditer(line):
            kinds[match.start() : match.end()] = FOREIGN * (match.end() - match.start())
    return "".join(kinds)


class _Kinds(dict[int, str]):
    """The letter of each character in a text of one direction, found out when the character is first met.

    That of a combining mark is a capital, for a mark goes with what stands before it.
    """

    def __init__(self, direction: Direction) -> None:
        super().__init__()
        self._direction = direction

    def __missing__(self, code: int) -> str:
        kind = _kind(chr(code), self._direction)
        self[code] = kind.upper() if unicodedata.combining(chr(code)) else kind
        return self[code]


_KINDS: dict[Direction, _Kinds] = {"ltr": _Kinds("ltr"), "rtl": _Kinds("rtl")}
_MARKS = re.compile("(^|[a-z])([A-Z]+)")


def _as_before(marked: re.Match[str]) -> str:
    """Return the kinds of marks and of what they stand on; marks that begin a line have nothing before them."""
    own = marked[1] or marked[2][0].lower()
    return own * len(marked[0])


def _kind(character: str, direction: Direction) -> str:
    if character == "\n":
        return STOP
    if character in "﴾﴿":
        strong = "AL"
    elif character in (LTR_OBJECT, RTL_OBJECT):
        strong = "L" if character == LTR_OBJECT else "AL"
    else:
        strong = unicodedata.bidirectional(character)
    if strong in ("L", "R", "AL"):
        return OWN if (strong == "L") == (direction == "ltr") else FOREIGN
    # The comma of our own script is the list's, not the run's: `Tate، Louvre` are two.
    return STOP if character in ("،" if direction == "rtl" else ",;") else NEUTRAL
