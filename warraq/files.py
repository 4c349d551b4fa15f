"""Folders listed, and files as text: decoded, in NFC, with line ends of one kind.

And a text split from the fields at its head.
"""

from __future__ import annotations

import os
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from warraq import rules
from warraq.diagnostics import EditorError
from warraq.model.values import Span


@dataclass(frozen=True, slots=True)
class Head:
    """A Markdown file in its two parts, each with the line that it begins at."""

    fields: str
    fields_line: int
    body: str
    body_line: int


def read_text(path: Path, shown_as: str) -> str:
    """The file's text; EditorError when it cannot be opened or is not UTF-8."""
    return decode(read_bytes(path, shown_as), shown_as)


def read_bytes(path: Path, shown_as: str, limit: int = -1) -> bytes:
    """The file's bytes, or so many of them; EditorError when it cannot be opened."""
    try:
        with path.open("rb") as file:
            return file.read(limit)
    except OSError as error:
        raise EditorError(rules.UNREADABLE.at(Span(shown_as), reason=error.strerror or error)) from error


def list_folder(path: Path, shown_as: str) -> tuple[list[str], list[str]]:
    """The names of the folders and of the files in the folder, sorted, those with a dot before them left out.

    So is what is no file at all: to read a pipe or a device would never end.

    EditorError when it cannot be looked into.
    """
    folders: list[str] = []
    files: list[str] = []
    try:
        with os.scandir(path) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir():
                    folders.append(entry.name)
                elif entry.is_file() or entry.is_symlink():
                    files.append(entry.name)
    except OSError as error:
        raise EditorError(rules.UNREADABLE.at(Span(shown_as), reason=error.strerror or error)) from error
    return sorted(folders), sorted(files)


def decode(content: bytes, shown_as: str) -> str:
    """Bytes as text in NFC without a byte order mark, lines ended by a line feed alone."""
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        before = content[: error.start].decode().removeprefix("\ufeff")
        place = Span(shown_as, before.count("\n") + 1, len(before) - before.rfind("\n"))
        raise EditorError(rules.NOT_UTF8.at(place)) from error
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return text if _is_usual_persian(text) else unicodedata.normalize("NFC", text)


_HAMZA, _HE = "\u0654", "\u0647"
_USUAL = re.compile(
    r"[\x00-\u02ff\u0600-\u060f\u061b-\u0652\u0654\u0660-\u06d5\u06ee-\u06ff\u2002-\u206f]*"
).fullmatch
"""Letters and signs that are in NFC whatever stands beside them, but for the hamza and for marks in a row."""
_MARKS_IN_A_ROW = re.compile(r"[\u064b-\u0652\u0654\u0670]{2}").search


def _is_usual_persian(text: str) -> bool:
    """Whether the text has «هٔ», and nothing that would keep it from being in NFC.

    The hamza that is a character of its own could also belong into one with the letter before it, so a single «هٔ»
    makes `normalize` take the whole text apart and put it together again: thirty times the work, and nearly every
    Persian text has it.
    """
    return (
        (of_he := text.count(_HE + _HAMZA)) > 0
        and of_he == text.count(_HAMZA)
        and _USUAL(text) is not None
        and _MARKS_IN_A_ROW(text) is None
    )


def split_head(text: str, shown_as: str) -> Head:
    """The fields between two lines `---` at the head of a text, and the text after them."""
    if not (opening := _OPENING.match(text)):
        _refuse_late_head(text, shown_as)
        return Head("", 1, text, 1)
    end = text.find("\n---", 3)
    while end != -1 and text[end + 4 : end + 5] not in {"", "\n", " "}:
        end = text.find("\n---", end + 1)
    if end == -1:
        if strange := _DASHES.search(text, opening.end()):
            _refuse_dashes(text, strange, shown_as)
        raise EditorError(rules.FRONT_OPEN.at(Span(shown_as, 1, 1, 3)))
    fields = text[opening.end() : end + 1]
    body_start = text.find("\n", end + 1)
    body = text[body_start + 1 :] if body_start != -1 else ""
    return Head(fields, 2, body, text.count("\n", 0, body_start + 1) + 1 if body_start != -1 else 1)


_OPENING = re.compile(r"---[ \t]*\n")
_DASHES = re.compile(r"^[ ]*([-–—−ـ]*[–—−ـ][-–—−ـ]*)[ \t]*$", re.MULTILINE)
"""A line of dashes that are no hyphens: word processors and telephones make them of hyphens."""
_FIELD = re.compile(r"\s*(?:title|summary|author|translator|draft)[ ]*:")


def _refuse_late_head(text: str, shown_as: str) -> None:
    """EditorError where a text has fields at its head which do not begin with `---` in the first line."""
    start = len(text) - len(text.lstrip())
    dashes = _DASHES.match(text, text.rfind("\n", 0, start) + 1)
    hyphens = _OPENING.match(text, start)
    if dashes and _FIELD.match(text, dashes.end()):
        _refuse_dashes(text, dashes, shown_as)
    if (hyphens and _FIELD.match(text, hyphens.end())) or _FIELD.match(text, start):
        raise EditorError(rules.FRONT_LATE.at(Span(shown_as, text.count("\n", 0, start) + 1)))


def _refuse_dashes(text: str, dashes: re.Match[str], shown_as: str) -> None:
    line = text.count("\n", 0, dashes.start(1)) + 1
    place = Span(shown_as, line, dashes.start(1) - text.rfind("\n", 0, dashes.start(1)), len(dashes[1]))
    raise EditorError(rules.LOOKALIKE.at(place, found=dashes[1], wanted="---"))
