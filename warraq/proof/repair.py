"""The safe repair of a site's texts: what would change, and the change itself."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from warraq.lang.lint import HouseStyle, fix
from warraq.proof.texts import language_and_form

_HIDDEN = re.compile(
    "[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]"
)
_ZWNJ = "\u200c"


@dataclass(frozen=True, slots=True)
class Repair:
    """A file before and after its repair."""

    file: str
    """Relative to the site's root."""
    before: str
    after: str


def repaired(
    file: str, content: bytes, codes: Sequence[str], style: HouseStyle, rules: Collection[str] = ()
) -> Repair | None:
    """The repair of a file, None where nothing is to be repaired or it cannot be read.

    Beside what is safe, faults of the rules named are mended.
    """
    try:
        before = content.decode()
    except UnicodeDecodeError:
        return None
    language, form = language_and_form(file)
    after = fix(before, language, style, form=form, languages=codes, rules=rules)
    if after == before:
        return None
    return Repair(file, before, after)


def write(repairs: Iterable[Repair], root: Path) -> None:
    """Put the repaired files in place, each whole or not at all; OSError where the disk refuses."""
    for repair in repairs:
        path = root / repair.file
        draft = path.with_name(f".{path.name}.draft")
        try:
            draft.write_bytes(repair.after.encode())
            draft.chmod(path.stat().st_mode)
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)


def difference(repair: Repair) -> Iterator[str]:
    """The lines of a unified diff, without line ends; hidden signs are shown by their code points."""
    before, after = (_lines(text) for text in (repair.before, repair.after))
    if before == after or "\r" in repair.before:
        yield f"--- {repair.file}"
        yield f"+++ {repair.file}"
        yield "-⟨CR LF⟩"
        yield "+⟨LF⟩"
        if before == after:
            return
    lines = difflib.unified_diff(before, after, repair.file, repair.file, lineterm="", n=1)
    removed: list[str] = []
    added: list[str] = []
    for line in lines:
        if line.startswith("-") and not line.startswith("--- "):
            removed.append(line)
        elif line.startswith("+") and not line.startswith("+++ "):
            added.append(line)
        else:
            yield from _shown(removed, added)
            yield line
    yield from _shown(removed, added)


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _shown(removed: list[str], added: list[str]) -> Iterator[str]:
    """The lines of one change. Where only a ZWNJ makes the difference, it is shown too."""
    is_joiner = [line[1:].replace(_ZWNJ, "") for line in removed] == [
        line[1:].replace(_ZWNJ, "") for line in added
    ]
    for line in (*removed, *added):
        shown = _HIDDEN.sub(lambda sign: f"⟨U+{ord(sign[0]):04X}⟩", line)
        yield shown.replace(_ZWNJ, "⟨ZWNJ⟩") if is_joiner else shown
    removed.clear()
    added.clear()
