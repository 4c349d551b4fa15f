"""Fields at the head of a text, changed in place: every other line, comments among them, stays byte for byte."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_MARKS_IN_A_LINE: Final = 14
"""So that a line of them is no longer than a line of text."""


def follows_field(language: str, marks: Sequence[str]) -> tuple[str, ...]:
    """The lines that say which passages a text follows."""
    if len(marks) <= _MARKS_IN_A_LINE:
        return (" ".join(("follows:", language, *marks)),)
    rows = (marks[start : start + _MARKS_IN_A_LINE] for start in range(0, len(marks), _MARKS_IN_A_LINE))
    return (f"follows: {language}", *(f"  {' '.join(row)}" for row in rows))


def with_field(text: str, name: str, lines: Sequence[str]) -> str:
    """A text with these lines in place of those of a field at its head, or below the other fields; none take it out."""
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    end = "\r\n" if "\r\n" in text else "\n"
    written = text.removeprefix(mark).split(end)
    if written[0].rstrip() != "---":
        return f"{mark}{end.join(('---', *lines, '---', *written))}"
    close = next((n for n, line in enumerate(written) if n and line.rstrip() == "---"), None)
    if close is None:
        raise ValueError(name)
    start = next((n for n in range(1, close) if re.match(rf"{name}[ \t]*:", written[n])), close)
    after = start
    if start < close:
        after = start + 1
        while after < close and written[after][:1] in {" ", "\t"}:
            after += 1
    return mark + end.join((*written[:start], *lines, *written[after:]))
