"""Messages on a terminal or in a log: the sentence, the place, the line with a caret, and what to do."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from warraq.diagnostics import Diagnostic, Severity
from warraq.lang.catalogs import Catalog
from warraq.report.speech import Speaker, Told

MOST = 50
_WIDTH = 100
_COLOURS = {Severity.ERROR: "31;1", Severity.WARNING: "33;1", Severity.HINT: "36"}


_UNSEEN = re.compile("[\0-\x08\x0a-\x1f\x7f-\x9f\u202a-\u202e]")
"""Signs that would command the terminal or turn a line round, wherever they come from: file names, values, texts."""


def as_text(diagnostics: Iterable[Diagnostic], speaker: Speaker, *, colour: bool, hints: bool = True) -> str:
    """The messages, at most fifty, and a count of the rest; an empty string where there are none."""
    shown = [d for d in diagnostics if hints or d.rule.severity is not Severity.HINT]
    parts = [
        "\n".join(_lines(speaker.tell(d), _COLOURS[d.rule.severity] if colour else "")) for d in shown[:MOST]
    ]
    if len(shown) > MOST:
        rest = len(shown) - MOST
        more = speaker.plural("… and {count} more.", "… and {count} more.", rest)
        parts.append(more.format(count=speaker.number(rest)))
    return "\n\n".join(parts) + "\n" if parts else ""


def in_english(diagnostics: Iterable[Diagnostic]) -> str:
    """The messages where no catalogue can be read."""
    return as_text(diagnostics, Speaker(Catalog("en", ""), Path()), colour=False)


def _lines(told: Told, colour: str) -> Iterator[str]:
    head = f"{told.severity}[{told.code}]"
    message, hint, file = (_UNSEEN.sub("\ufffd", words) for words in (told.message, told.hint, told.file))
    yield f"\x1b[{colour}m{head}\x1b[0m: {message}" if colour else f"{head}: {message}"
    if file:
        # A folder, an empty file and one that is not text are named; they have no line to go to.
        yield (f"  --> {file}:{told.line}:{told.column}" if told.source is not None else f"  --> {file}")
    if told.source is not None:
        number = str(told.line)
        gutter = " " * len(number)
        line, caret = frame(_UNSEEN.sub("\ufffd", told.source), told.column, told.length)
        yield f"{gutter} |"
        yield f"{number} | {line}"
        yield f"{gutter} | {caret}"
    yield f"  = {told.hint_word}: {hint}"


def frame(source: str, column: int, length: int) -> tuple[str, str]:
    """A line and the carets under it, cut to fit; marks of no width move no caret."""
    start = max(0, column - 1 - _WIDTH // 2) if len(source) > _WIDTH else 0
    shown = source[start : start + _WIDTH].replace("\t", " ")
    before = source[start : column - 1]
    marked = source[column - 1 : min(column - 1 + length, start + _WIDTH)]
    return shown, " " * width(before) + "^" * max(1, width(marked))


def width(text: str) -> int:
    """The columns that a text takes on a terminal: marks of no width take none."""
    return sum(unicodedata.category(character) not in {"Mn", "Cf", "Me"} for character in text)


def summary(diagnostics: Iterable[Diagnostic], speaker: Speaker) -> str:
    """How many messages of each severity there are, in one line; an empty string where there are none."""
    counts = Counter(d.rule.severity for d in diagnostics)
    phrases = []
    if count := counts[Severity.ERROR]:
        phrases.append(
            speaker.plural("{count} error", "{count} errors", count).format(count=speaker.number(count))
        )
    if count := counts[Severity.WARNING]:
        phrases.append(
            speaker.plural("{count} warning", "{count} warnings", count).format(count=speaker.number(count))
        )
    if count := counts[Severity.HINT]:
        phrases.append(
            speaker.plural("{count} note", "{count} notes", count).format(count=speaker.number(count))
        )
    return " · ".join(phrases)
