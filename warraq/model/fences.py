"""Where a text means a poem and has none: a fence that never ends, another word, halves parted by another sign.

```poem
half || half
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from warraq.model.references import POEM_FENCE, blank_code, end_of_fence


class FenceFault(NamedTuple):
    """Something that makes of a poem what nobody meant."""

    code: str
    """`unclosed`, `not-a-poem`, `strange-caesura` or `outside`."""
    line: int
    """Of the text, from 0."""
    column: int
    found: str
    fence: str = ""
    """What closes it."""


_FENCE = re.compile(r"[ ]*(`{3,}|~{3,})[ ]*(.*)")
_MEANT = re.compile(
    r"[ ]*(?:`{3,}|~{3,}|['’‘´′\"”“„]{3,}|«{2,})[ ]*"
    r"(?:poem|poems|poetry|verse|شعر|قصيدة|قصیده|غزل|رباعی|بیت)\b.*",
    re.IGNORECASE,
)
"""A line that opens a poem by another word, or by signs of a keyboard without backticks."""
_CAESURA = re.compile(
    r"(?<=\S)(?:[ ]+(?://?|[|¦*‖]|\*{2,3}|#+|_{2,}|ـ{2,}|[.…]{2,})[ ]+|[ ]*\t[ \t]*|[ ]{3,})(?=\S)"
)
"""What stands between two halves in books, in letters and on other sites."""
_OUTSIDE = re.compile(r"[^|]*[^|\s][ ]*(\|\|)[ ]*[^|\s][^|]*")


def find_fence_faults(body: str) -> Iterator[FenceFault]:
    """Every fault of fences and poems in a Markdown text, in the order of their lines."""
    if not any(sign in body for sign in ("```", "~~~", "||", "'''", "’’’", "‘‘‘")):
        return
    lines = body.split("\n")
    blank = blank_code(body).split("\n")
    number = 0
    while number < len(lines):
        line = lines[number]
        opening = _FENCE.match(line)
        end = end_of_fence(lines, number)
        if _MEANT.fullmatch(line) and not POEM_FENCE.match(line):
            yield FenceFault("not-a-poem", number, len(line) - len(line.lstrip()) + 1, line.strip())
        elif opening and end is None and "`" not in opening[2]:
            yield FenceFault("unclosed", number, opening.start(1) + 1, line.strip(), opening[1])
            return  # whether what follows is a poem, nobody knows
        elif end is not None and POEM_FENCE.match(line):
            yield from _strange_caesura(lines, number + 1, end)
        elif end is None and (verse := _OUTSIDE.fullmatch(blank[number])):
            yield FenceFault("outside", number, verse.start(1) + 1, "||")
            while number + 1 < len(lines) and "||" in lines[number + 1]:
                number += 1
        number = number + 1 if end is None else end + 1


def _strange_caesura(lines: Sequence[str], start: int, end: int) -> Iterator[FenceFault]:
    """The first verse of a poem whose halves are parted by another sign, where most of its lines are so."""
    verses = [(n, lines[n].strip()) for n in range(start, end) if lines[n].strip()]
    parted = [(n, found) for n, verse in verses if "||" not in verse and (found := _CAESURA.search(verse))]
    if parted and 2 * len(parted) >= len(
        [verse for _, verse in verses if not verse.startswith(("--", "—", "–"))]
    ):
        number, found = parted[0]
        indent = len(lines[number]) - len(lines[number].lstrip())
        before = len(found[0]) - len(found[0].lstrip()) if found[0].strip() else 0
        yield FenceFault("strange-caesura", number, indent + found.start() + before + 1, found[0].strip())
