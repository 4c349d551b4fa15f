"""Where a text leads to notes, where it has them, and which of both is without the other.

words[^1]

[^1]: The note.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from warraq.model.references import blank_code

_MARK = re.compile(r"\[\^(?<![\\!]\[\^)(?P<label>[^\]\n]+)\](?P<note>:)?")
_BEFORE_NOTE = re.compile(r"[ >]*")


@dataclass(frozen=True, slots=True)
class LoneNote:
    """A mark without a note, or a note to which no mark leads."""

    label: str
    offset: int
    """Where `[^` stands, in characters from the start of the text."""
    length: int
    """Characters from `[^` to `]`."""
    near: tuple[str, ...]
    """Labels on the other side: of the notes that are there, or of the marks."""
    is_mark: bool
    """Whether it is a mark, and the note is what is missing."""


def find_lone_notes(body: str) -> tuple[LoneNote, ...]:
    r"""Return every mark `[^x]` without a note and every note without a mark, in the order written.

    Code spans, fenced blocks (poems excepted), HTML comments and `\[^x]` are passed over.
    """
    if "[^" not in body:
        return ()
    marks: list[re.Match[str]] = []
    notes: list[re.Match[str]] = []
    text = blank_code(body)
    for found in _MARK.finditer(text):
        line_start = text.rfind("\n", 0, found.start()) + 1
        is_note = found["note"] and _BEFORE_NOTE.fullmatch(text, line_start, found.start())
        (notes if is_note else marks).append(found)
    return tuple(
        sorted(
            (*_alone(marks, notes, is_mark=True), *_alone(notes, marks, is_mark=False)),
            key=lambda lone: lone.offset,
        )
    )


def _alone(ones: list[re.Match[str]], others: list[re.Match[str]], *, is_mark: bool) -> list[LoneNote]:
    labels = {other["label"] for other in others}
    near = tuple(sorted(labels))
    return [
        LoneNote(one["label"], one.start(), len(one["label"]) + 3, near, is_mark)
        for one in ones
        if one["label"] not in labels
    ]
