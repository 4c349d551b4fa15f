"""A Markdown text cut into its passages: headings, paragraphs, poems, tables and whatever else stands by itself.

What is not to be parted is one passage: a list with its paragraphs, a poem with its stanzas, a table, an element of
HTML with all that is in it. Notes, addresses and abbreviations are defined in a text without standing in it, so they
are no passages.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from warraq.model.references import POEM_FENCE, end_of_fence

PARAGRAPH, ANCHOR = "paragraph", "anchor"


class Passage(NamedTuple):
    """A passage of a text: what it is, and its lines, counted from 0."""

    kind: str
    """`paragraph`, `heading`, `poem`, `picture`, `list`, `anchor` and so on."""
    first: int
    after: int
    """The line after its last one."""
    level: int = 0
    """Of a heading, how many signs it has."""
    name: str = ""
    """Of an anchor, and of a heading whose address the editor has chosen: two texts may share it."""


def passages_of(body: str) -> tuple[Passage, ...]:
    """The passages of a text in their order, its anchors among them."""
    lines = body.split("\n")
    found: list[Passage] = []
    position = 0
    while position < len(lines):
        if not lines[position].strip():
            position += 1
            continue
        passage = _next(lines, position, found[-1] if found else None)
        position = passage.after
        if found and passage.kind in _JOINING and found[-1].kind == passage.kind:
            found[-1] = found[-1]._replace(after=passage.after)
        elif passage.kind != _NOTHING:
            found.append(passage)
    return tuple(found)


def anchor_name(written: str) -> str:
    """A name by which two texts are held together, as it is compared."""
    return unicodedata.normalize("NFC", written).strip().casefold()


_NOTHING = "nothing"
_JOINING = frozenset({"bulleted list", "numbered list", "quotation", "definitions", "code"})
"""What Markdown makes one of where nothing stands between two."""

_ANCHOR = re.compile(r"[ ]{0,3}<!--[ \t]*=[ \t]*(?P<name>[^\s>][^>]*?)[ \t]*-->[ \t]*")
_HEADING = re.compile(r"(?P<signs>#{1,6})(?=[^#\s]|[ \t]+\S)")
_CHOSEN_ID = re.compile(r"\{:?[^}]*#(?P<name>[^\s}]+)[^}]*\}[ \t#]*$")
_UNDERLINE = re.compile(r"(?P<sign>[=-])(?P=sign)*[ \t]*")
_RULE = re.compile(r"[ ]{0,3}(?:(?:-[ ]*){3,}|(?:_[ ]*){3,}|(?:\*[ ]*){3,})")
_DEFINED = re.compile(r"[ ]{0,3}(?:\[[^\]]+\]:|\*\[[^\]]+\]:)")
_BULLET = re.compile(r"[ ]{0,3}[*+-][ \t]+")
_NUMBER = re.compile(r"[ ]{0,3}\d+\.[ \t]+")
_COLUMNS = re.compile(r"[ ]{0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)+")
_EXPLANATION = re.compile(r"[ ]{0,3}:[ ]{1,3}\S")
_INDENTED = re.compile(r"[ ]{4}|[ ]{0,3}\t")
_ELEMENT = re.compile(
    r"<(?P<tag>address|article|aside|blockquote|details|div|dl|figure|footer|form|h[1-6]|header|hr|main|nav|ol|p|pre"
    r"|section|table|ul)\b",
    re.IGNORECASE,
)


def _next(lines: Sequence[str], start: int, before: Passage | None) -> Passage:
    """The passage that begins at a line with words."""
    line = lines[start]
    if anchor := _ANCHOR.fullmatch(line):
        return Passage(ANCHOR, start, start + 1, name=anchor_name(anchor["name"]))
    if line.lstrip().startswith("<!--") and (after := _after_comment(lines, start)):
        return Passage(_NOTHING, start, after)
    if _INDENTED.match(line):
        return Passage(_held_by(lines, start, before), start, _after_indented(lines, start))
    if (end := end_of_fence(lines, start)) is not None:
        return Passage("poem" if POEM_FENCE.match(line) else "fence", start, end + 1)
    if heading := _HEADING.match(line):
        chosen = _CHOSEN_ID.search(line)
        name = anchor_name(chosen["name"]) if chosen else ""
        return Passage("heading", start, start + 1, len(heading["signs"]), name)
    if element := _ELEMENT.match(line):
        return Passage("element", start, _after_element(lines, start, element["tag"].lower()))
    return _in_words(lines, start)


def _in_words(lines: Sequence[str], start: int) -> Passage:
    """A passage that ends where an empty line or a passage of another kind follows."""
    line, second = lines[start], lines[start + 1] if start + 1 < len(lines) else ""
    if _RULE.fullmatch(line):
        return Passage("rule", start, start + 1)
    if underline := _UNDERLINE.fullmatch(second):
        chosen = _CHOSEN_ID.search(line)
        name = anchor_name(chosen["name"]) if chosen else ""
        return Passage("heading", start, start + 2, 1 if underline["sign"] == "=" else 2, name)
    after = start + 1
    while after < len(lines) and lines[after].strip() and not _breaks_in(lines, after):
        after += 1
    if _DEFINED.match(line):
        kind = _NOTHING
    elif _BULLET.match(line):
        kind = "bulleted list"
    elif _NUMBER.match(line):
        kind = "numbered list"
    elif line.lstrip(" ").startswith(">"):
        kind = "quotation"
    elif _COLUMNS.fullmatch(second):
        kind = "table"
    elif any(map(_EXPLANATION.match, lines[start:after])):
        kind = "definitions"
    else:
        kind = "picture" if line.startswith("![") else PARAGRAPH
    return Passage(kind, start, after)


def _breaks_in(lines: Sequence[str], position: int) -> bool:
    """Whether a line begins another passage though no empty line stands before it."""
    line = lines[position]
    return bool(_HEADING.match(line)) or (
        not line.startswith(" ") and end_of_fence(lines, position) is not None
    )


def _held_by(lines: Sequence[str], start: int, before: Passage | None) -> str:
    """What an indented line belongs to: the list before it, a note that is defined before it, or code."""
    above = next(
        (lines[n] for n in range(start - 1, -1, -1) if lines[n].strip() and not _INDENTED.match(lines[n])), ""
    )
    if _DEFINED.match(above):
        return _NOTHING
    return before.kind if before and before.kind in _JOINING else "code"


def _after_indented(lines: Sequence[str], start: int) -> int:
    after = start
    while after < len(lines) and lines[after].strip():
        end = end_of_fence(lines, after)
        after = after + 1 if end is None else end + 1
    return after


def _after_comment(lines: Sequence[str], start: int) -> int:
    """The line after a comment with no words behind it; 0 where it is no such comment."""
    for number in range(start, len(lines)):
        _, closed, behind = lines[number].partition("-->")
        if closed:
            return 0 if behind.strip() else number + 1
    return 0


def _after_element(lines: Sequence[str], start: int, tag: str) -> int:
    """The line after the one in which an element is closed; after the last one where it never is."""
    if tag == "hr":
        return start + 1
    tags = re.compile(rf"<(/?){tag}\b", re.IGNORECASE)
    depth = 0
    for number in range(start, len(lines)):
        for found in tags.finditer(lines[number]):
            depth += -1 if found[1] else 1
        if depth <= 0:
            after = number + 1
            while after < len(lines) and lines[after].strip():
                after += 1
            return after
    return len(lines)
