"""Numbers of several groups, whose order Unicode's algorithm leaves to what stands before them.

`۱۰۰۴-۱۰۸۸` is one number at the start of a paragraph and two after a letter; `978-964-00-1234-5` after an Arabic
letter is laid out backwards (rules W2 and W4 of UAX #9). The rule here: a range in the text's own digits is read
in the direction of the text; identifiers, telephone numbers, signed numbers and groups in other digits are read
from left to right.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from warraq.lang.language import Digits, Direction

NATIVE = "٠-٩۰-۹"
"""Arabic-Indic and Persian digits, for use in a pattern's brackets."""

_NUMBER = f"[0-9{NATIVE}]+"
_GROUP = re.compile(
    rf"(?<![\w])(?P<sign>\+ ?|[-−$€£¥](?={_NUMBER}))?{_NUMBER}(?:(?:[-–—/.:,٫٬]| ?[–—-] ?| ){_NUMBER})*[%°$€£¥]?"
)
_SEPARATOR = re.compile(r" ?[–—-] ?|[/.:,٫٬ ]")
_MEASURED = re.compile("[0-9][%°$€£¥]$")
"""ASCII digits with a sign after them: behind an Arabic letter the sign would change sides."""
_STABLE = frozenset("/.:,٫٬")


@dataclass(frozen=True, slots=True)
class NumberGroup:
    """A part of a text that is to be isolated from left to right."""

    start: int
    end: int
    is_override: bool = False
    """Whether the order must be forced: Arabic-Indic digits beside a dash turn round even in an isolate."""


def isolated_number_groups(text: str, direction: Direction, digits: Digits) -> list[NumberGroup]:
    """Return the number groups of a text without letters of the other direction that need an isolate."""
    if direction == "ltr":
        # Only Arabic-Indic digits are strangers there: a dash between two of them turns them round.
        pattern = re.compile(r"[٠-٩]+(?: ?[-–—] ?[٠-٩]+)+")
        return [NumberGroup(match.start(), match.end(), is_override=True) for match in pattern.finditer(text)]
    groups = []
    for match in _GROUP.finditer(text):
        for start, end in _parted(match[0]):
            group = _judged(match[0][start:end], digits, bool(match["sign"]) and start == 0)
            if group:
                offset = match.start() + start
                groups.append(NumberGroup(offset + group.start, offset + group.end, group.is_override))
    return groups


def _parted(written: str) -> list[tuple[int, int]]:
    """Return the numbers that stand beside each other; telephone numbers alone are written with spaces."""
    if not re.search(r"[–—]| -|- ", written):
        return [(0, len(written))]
    return [(match.start(), match.end()) for match in re.finditer(r"[^ ]+(?: ?[–—-] ?[^ ]+)*", written)]


def _judged(written: str, digits: Digits, is_signed: bool) -> NumberGroup | None:
    """Return the part of a group to isolate, or None where its order is sure without."""
    separators = [match[0].strip() for match in _SEPARATOR.finditer(written.lstrip("+-− "))]
    whole = NumberGroup(0, len(written), is_override=re.search("[٠-٩]", written) is not None)
    if is_signed or _MEASURED.search(written):
        return whole
    if not separators:
        return None
    is_mixed = sum(bool(re.search(pattern, written)) for pattern in ("[0-9]", "[٠-٩]", "[۰-۹]")) > 1
    if set(separators) <= _STABLE:
        return whole if is_mixed else None
    if separators == [""]:
        return None
    return whole if is_mixed else _range(written, digits, whole)


def _range(written: str, digits: Digits, whole: NumberGroup) -> NumberGroup | None:
    """Return what to isolate in a group with dashes or spaces, all in one kind of digits."""
    is_own = bool(re.search("[0-9]", written)) == (digits == "latn")
    sides = re.split(r" ?([–—-]) ?", written)
    if not is_own or len(sides) != 3:
        return whole
    first, dash, last = sides
    shapes = [re.sub(r"\d+", "", side) for side in (first, last)]
    if shapes[0] != shapes[1] or " " in shapes[0]:
        return whole
    if dash != "-":
        # Between dashes that are not part of numbers the text's direction rules, whatever stands before.
        return None
    if first.startswith(("0", "٠", "۰")) or (len(last) == len(first) and int_of(last) < int_of(first)):
        return whole
    # A hyphen may join two numbers to one, so the first is set apart from it.
    return NumberGroup(0, len(first))


def int_of(digits: str) -> int:
    """Return the value of the digits in a text, of whatever script and with whatever between them."""
    return int("".join(character for character in digits if character.isdecimal()))
