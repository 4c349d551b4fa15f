"""A message on a page of the preview: its sentence, the place that can be gone to, the line, and what to do."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import quote

from warraq.diagnostics import Diagnostic
from warraq.lang.direction import base_direction
from warraq.lang.language import Direction
from warraq.report.speech import Speaker, Told

MOST: Final = 60
"""Messages that are shown in one list."""

_CONTEXT: Final = 70
"""Letters of a long line that are shown before and after what is wrong."""

_UNSEEN = re.compile("[\0-\x08\x0a-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Signs that would turn a line of the source round, or that nobody sees."""

_ISOLATES = re.compile("[\u2066-\u2069]")

_SIGN = r"[!-'*-~…]"
_BRACES = r"\{[a-z]+:[^{}]*\}"
_WORD = rf"(?:{_BRACES}|[(]?{_SIGN}*[A-Za-z]{_SIGN}*[)]?)"
_LATIN = re.compile(rf"{_WORD}(?:[ ]{_WORD})*(?<![.,:;!?])")
"""Latin words in a row, with the signs that hang on them; also what is to be written in braces, `{ar: …}`."""

_LETTERS = r"[\u0590-\u08ff\u200c\u200d\ufb50-\ufdff\ufe70-\ufefc]+"
_FROM_RIGHT = re.compile(rf"{_LETTERS}(?:[ ]{_LETTERS})*")
"""Words of Arabic script, or of another one from right to left, in a row."""

_FIELD = re.compile(r"[a-z_]+:\s")
_VALUE = re.compile(r"\{\w*\}")

EDITORS: Final = {
    "vscode": "vscode://file{path}:{line}:{column}",
    "vscodium": "vscodium://file{path}:{line}:{column}",
    "zed": "zed://file{path}:{line}:{column}",
    "idea": "idea://open?file={path}&line={line}&column={column}",
    "textmate": "txmt://open?url=file://{path}&line={line}&column={column}",
}
"""Programs that open a file at a line when the browser follows such an address."""

_ADDRESS = re.compile(
    r"(?!(?:javascript|data|vbscript|blob|about):)[a-z][a-z0-9+.-]*:\S*\{path\}\S*", re.IGNORECASE
)


class Piece(NamedTuple):
    """A part of a sentence."""

    words: str
    direction: Direction | None = None
    """Of words inside a sentence of the other direction, which would tear each other apart."""


class ProblemView(NamedTuple):
    """One message, ready to be printed."""

    kind: str
    """`error`, `warning` or `hint`."""
    severity: str
    """The word for it in the editor's language."""
    code: str
    message: tuple[Piece, ...]
    hint: tuple[Piece, ...]
    place: str
    """`file:line:column`; empty where the message is about no file."""
    href: str
    """An address that opens the file in the editor's program; empty where nobody has said which."""
    line: tuple[str, str, str] | None
    """The line as it is written: what stands before, what is meant, what stands after."""
    line_direction: Direction


def editor_address(asked: str) -> str:
    """The pattern of addresses for a program by its name, or as somebody gives it; ValueError for what is neither."""
    pattern = EDITORS.get(asked.lower(), asked)
    if pattern and not _ADDRESS.fullmatch(pattern):
        raise ValueError(asked)
    return pattern


def problem_views(
    diagnostics: Iterable[Diagnostic], speaker: Speaker, editor: str = ""
) -> Iterator[ProblemView]:
    """The messages; `editor` is a pattern of `editor_address`."""
    for diagnostic in diagnostics:
        told = speaker.tell(diagnostic)
        # The language of a sentence is that of what stands between its values.
        says = base_direction(_VALUE.sub("", speaker.say(diagnostic.rule.message))) or "ltr"
        has_line = told.source is not None
        yield ProblemView(
            kind=diagnostic.rule.severity.value,
            severity=told.severity,
            code=told.code,
            message=tuple(pieces(told.message, says)),
            hint=tuple(pieces(told.hint, says)),
            place=f"{told.file}:{told.line}:{told.column}" if has_line else told.file,
            href=_address(editor, speaker.root / told.file, told) if editor and told.file else "",
            line=_parted(told.source or "", told.column - 1, told.length) if has_line else None,
            line_direction=direction_of_line(told.file, told.source or ""),
        )


def pieces(sentence: str, direction: Direction) -> Iterator[Piece]:
    """A sentence in parts; messages isolate their values for terminals, but not the commands that they name."""
    plain = _ISOLATES.sub("", sentence)
    inner: Direction = "ltr" if direction == "rtl" else "rtl"
    end = 0
    for found in (_LATIN if inner == "ltr" else _FROM_RIGHT).finditer(plain):
        yield Piece(_shown(plain[end : found.start()]))
        yield Piece(_shown(found[0]), inner)
        end = found.end()
    yield Piece(_shown(plain[end:]))


def direction_of_line(file: str, line: str) -> Direction:
    """Fields are read from left to right; a line of a text goes as most of its letters do, whatever it begins with."""
    if not file.endswith(".md") or _FIELD.match(line):
        return "ltr"
    kinds = Counter(unicodedata.bidirectional(letter) for letter in line)
    return "rtl" if kinds["R"] + kinds["AL"] > kinds["L"] else "ltr"


def _address(pattern: str, file: Path, told: Told) -> str:
    path = file.resolve().as_posix()
    values = {
        "path": quote(path if path.startswith("/") else f"/{path}"),
        "line": max(told.line, 1),
        "column": max(told.column, 1),
    }
    return re.sub(r"\{(path|line|column)\}", lambda found: str(values[found[1]]), pattern)


def _parted(source: str, start: int, length: int) -> tuple[str, str, str]:
    """A line around the place that is meant, cut to what is near it."""
    end = start + max(length, 1)
    before, marked, after = source[:start], source[start:end], source[end:]
    if len(before) > _CONTEXT + 1:
        before = f"…{before[-_CONTEXT:]}"
    if len(marked) > 3 * _CONTEXT:
        marked, after = f"{marked[: 3 * _CONTEXT]}…", ""
    if len(after) > _CONTEXT + 1:
        after = f"{after[:_CONTEXT]}…"
    return _shown(before.lstrip() if not before.startswith("…") else before), _shown(marked), _shown(after)


def _shown(text: str) -> str:
    return _UNSEEN.sub("\ufffd", text.replace("\t", " "))
