"""The syntax by which a text names another record: `[[id]]`, `[[id|words]]`, `[[kind/id]]`, `[[kind/id|words]]`.

The checker of links and the printer of texts read references with this one scanner, so that what is checked
is what is printed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class WrittenReference:
    """A reference as an editor wrote it."""

    target: str
    """What stands before the bar: `isfahan` or `people/nasir-khusraw`. Unchecked when `malformed`."""
    words: str | None
    """What the reader shall see, in Markdown; None where the record's own title is wanted."""
    offset: int
    """Where `[[` stands, in characters from the start of the text."""
    length: int
    """Characters from `[[` to the end of `]]`; where it never closes, to the end of the line."""
    malformed: bool = False
    """Whether it cannot be read: not closed on its line, empty, or with an id that no record can have."""


POEM_FENCE = re.compile(r"[ ]*```[ ]*poem(?:[ ]+[^`]*)?$")
"""A line that opens a poem: fenced as code is, yet text."""

POEM_SOURCE = re.compile(r"[ ]*(?:--|[—–])[ ]+(.+)")
"""The last line of a poem, which says whose it is."""

LANGUAGE_RUN = re.compile(r"(?<!\\)\{([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*):[ ]+((?:(?!\n[ ]*\n)[^{}])+)\}")
"""Words of another language: `{fa: words}`."""

_FENCE = re.compile(r"^[ ]*(`{3,}|~{3,})")
_NOT_TEXT = re.compile(r"(?P<comment><!--)|<(?P<tag>code|pre)\b|(?<!`)(?P<ticks>`+)", re.IGNORECASE)
"""Where a comment, an element of code, or a span of code may begin."""
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")
_ESCAPED_TICK = re.compile(r"\\[\\`]")
_OPENING = re.compile(r"\[\[")
_WRITTEN = re.compile(r"\[\[([^\[\]\n|\\]*)(?:\\?\|([^\[\]\n]*(?:\[[^\[\]\n]*\][^\[\]\n]*)*))?\]\]")
_TARGET = re.compile(r"(?:[a-z][a-z-]*/)?[a-z0-9-]+")


def find_references(body: str) -> tuple[WrittenReference, ...]:
    r"""Return every reference in a Markdown text, in the order written, the malformed ones included.

    Code spans, fenced blocks (poems excepted), HTML comments and `\\[[` are passed over.
    """
    text = blank_code(body)
    found = []
    position = 0
    while opening := _OPENING.search(text, position):
        start = opening.start()
        if _is_escaped(text, start):
            position = start + 2
            continue
        reference = _read(body, text, start)
        found.append(reference)
        position = start + reference.length
    return tuple(found)


def blank_code(body: str) -> str:
    """Return the text with everything that is code or comment turned into spaces, each character in its place."""
    # Most texts have nothing of the kind, and every text comes by here several times.
    if not any(sign in body for sign in ("`", "<", "~~~", "\\")):
        return body
    if "```" not in body and "~~~" not in body:
        return _without_spans(_ESCAPED_TICK.sub("\\\\ ", body))
    lines = body.split("\n")
    number = 0
    while number < len(lines):
        end = end_of_fence(lines, number)
        if end is None:
            number += 1
            continue
        is_poem = POEM_FENCE.match(lines[number])
        for inside in (number, end) if is_poem else range(number, end + 1):
            lines[inside] = " " * len(lines[inside])
        number = end + 1
    text = "\n".join(lines)
    # An escaped backtick opens no code span, but must keep its place.
    return _without_spans(_ESCAPED_TICK.sub("\\\\ ", text))


def end_of_fence(lines: Sequence[str], start: int) -> int | None:
    """Return the line that closes the fence opened at `start`, or None where none is opened or it never closes."""
    opening = _FENCE.match(lines[start])
    if not opening:
        return None
    for number in range(start + 1, len(lines)):
        closing = lines[number].strip()
        if closing.startswith(opening[1]) and not closing.strip(opening[1][0]):
            return number
    return None


def _without_spans(text: str) -> str:
    """Return the text with comments, elements of code and spans of code turned into spaces."""
    pieces: list[str] = []
    position = copied = 0
    # What is never closed is looked for once, and not again from each of its openings.
    unclosed: dict[str, int] = {}
    while opening := _NOT_TEXT.search(text, position):
        position = opening.end()
        sign = (opening["tag"] or opening["comment"] or opening["ticks"]).lower()
        if unclosed.get(sign, 0) > position:
            continue
        limit = _limit(text, position) if opening["ticks"] else len(text)
        closing = _closing(sign).search(text, position, limit)
        if closing is None:
            unclosed[sign] = limit
            continue
        position = closing.end()
        pieces += [text[copied : opening.start()], re.sub(r"[^\n]", " ", text[opening.start() : position])]
        copied = position
    return "".join(pieces) + text[copied:]


def _limit(text: str, position: int) -> int:
    """Return where the paragraph ends: no span of code reaches further."""
    end = _PARAGRAPH_END.search(text, position)
    return end.start() if end else len(text)


@cache
def _closing(sign: str) -> re.Pattern[str]:
    if sign == "<!--":
        return re.compile("-->")
    return re.compile(f"(?<!`){sign}(?!`)" if sign[0] == "`" else rf"</{sign}\s*>", re.IGNORECASE)


def _is_escaped(text: str, position: int) -> bool:
    start = position
    while start and text[start - 1] == "\\":
        start -= 1
    return (position - start) % 2 == 1


def _read(body: str, text: str, start: int) -> WrittenReference:
    """Return the reference that begins at `start`."""
    written = _WRITTEN.match(text, start)
    if not written:
        line_end = text.find("\n", start)
        end = len(text) if line_end < 0 else line_end
        close = text.find("]]", start, end)
        end = close + 2 if close >= 0 else end
        target = body[start + 2 : close if close >= 0 else end].strip()
        return WrittenReference(target, None, start, end - start, malformed=True)
    target = written[1]
    # Words are taken from the text itself, for they may hold a code span.
    words = None if written[2] is None else body[written.start(2) : written.end(2)].strip()
    malformed = not _TARGET.fullmatch(target) or words == ""
    return WrittenReference(target.strip(), words, start, len(written[0]), malformed)
