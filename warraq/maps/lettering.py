"""How wide the words of a label are, as the faces of the site set them.

The widths of letters come from `assets/fonts/widths.json`, which `assets/fonts/measure.py` takes from the served files.
A letter of the Arabic script is as wide as the form that its neighbours give it: alone, at the beginning, in the middle
or at the end of a joined run. Letters that no measured face has are taken to be wide, so that their labels have room
whatever face a reader's system finds for them.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

UNKNOWN: Final = 0.75
"""The width of a letter that nobody has measured, in sizes of the script."""

_JOINER: Final = "\u200d"
_TATWEEL: Final = "\u0640"
_INVISIBLE: Final = {"Cf", "Cc", "Mn", "Me"}

Forms = int | Sequence[int]
"""The width of a letter, or its widths: alone and at the end, or alone, at the beginning, in the middle, at the end."""


@dataclass(frozen=True)
class Face:
    """The measures of one font file, in thousandths of its own size."""

    size: float
    """By how much the style sheet draws it larger than others."""
    ascent: int
    descent: int
    widths: Mapping[str, Forms]

    @cached_property
    def longest(self) -> int:
        """How many letters are drawn as one at most."""
        return max(map(len, self.widths), default=1)

    def forms(self, text: str, at: int) -> tuple[str, Forms] | None:
        """The longest group of letters at a place that has widths of its own."""
        for length in range(self.longest, 0, -1):
            part = text[at : at + length]
            if len(part) == length and part in self.widths:
                return part, self.widths[part]
        return None


@dataclass(frozen=True)
class Lettering:
    """The faces in which labels are set: the page's own first, the others for the letters that it lacks."""

    faces: tuple[Face, ...] = ()

    @property
    def ascent(self) -> float:
        """How far letters reach above the line, in sizes."""
        own = self.faces[:1]
        return max((face.size * face.ascent / 1000 for face in own), default=0.9)

    @property
    def descent(self) -> float:
        """How far letters hang under the line, in sizes."""
        own = self.faces[:1]
        return max((face.size * face.descent / 1000 for face in own), default=0.45)

    def width(self, text: str) -> float:
        """The width of a text in one line, in sizes."""
        shown = [
            sign
            for sign in unicodedata.normalize("NFC", text)
            if unicodedata.category(sign) not in {"Mn", "Me"}
        ]
        letters = "".join(shown)
        groups: list[tuple[float, Forms]] = []
        at = 0
        while at < len(letters):
            found = self._group(letters, at)
            groups.append(found[1:])
            at += found[0]
        return sum(
            size * _form(forms, joins(before), follows(after)) / 1000
            for before, (size, forms), after in _with_neighbours(groups)
        )

    def _group(self, letters: str, at: int) -> tuple[int, float, Forms]:
        """How many letters belong together at a place, the size of their face and their widths."""
        sign = letters[at]
        if sign in (_JOINER, _TATWEEL):
            width = 0 if sign == _JOINER else 280
            return 1, 1.0, (width, width, width, width)
        if unicodedata.category(sign) in _INVISIBLE:
            return 1, 1.0, 0
        for face in self.faces:
            found = face.forms(letters, at)
            if found:
                return len(found[0]), face.size, found[1]
        return 1, 1.0, round(1000 * UNKNOWN)


def joins(forms: Forms | None) -> bool:
    """Whether letters with such widths join the letter that comes after them."""
    return not isinstance(forms, int | None) and len(forms) == 4


def follows(forms: Forms | None) -> bool:
    """Whether letters with such widths join the letter that comes before them."""
    return not isinstance(forms, int | None)


def _form(forms: Forms, from_before: bool, to_after: bool) -> int:
    if isinstance(forms, int):
        return forms
    if len(forms) == 2:
        return forms[1] if from_before else forms[0]
    return forms[(1 if to_after else 0) if not from_before else (2 if to_after else 3)]


def _with_neighbours(
    groups: Sequence[tuple[float, Forms]],
) -> list[tuple[Forms | None, tuple[float, Forms], Forms | None]]:
    known = [None, *(forms for _, forms in groups), None]
    return [(known[n], group, known[n + 2]) for n, group in enumerate(groups)]


def read_lettering(written: str, files: Sequence[str]) -> Lettering:
    """The lettering of pages whose faces come from these files first; of nothing that is measured, where none is.

    Errors: ValueError where the measures cannot be read.
    """
    measured: dict[str, Any] = json.loads(written) if written else {}
    order = [*(name for name in files if name in measured), *(name for name in measured if name not in files)]
    return Lettering(
        tuple(
            Face(
                measured[name]["size"],
                measured[name]["ascent"],
                measured[name]["descent"],
                measured[name]["widths"],
            )
            for name in order
        )
    )
