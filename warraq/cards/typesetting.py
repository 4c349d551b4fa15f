"""The typesetter: one compiler a process, which loads its faces once and never looks at those of the system."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from .card import NoShareCard
from .coverage import letters_of
from .fonts import Fonts, files_of
from .template import PIXELS_PER_INCH, SOURCE

if TYPE_CHECKING:
    from typst import Compiler

# Typst is loaded where a card is drawn: it is large, and nearly every build finds its cards in the store.


@dataclass(frozen=True)
class Typesetter:
    """A compiler with its faces: their families by file name, and the letters that at least one of them has."""

    compiler: Compiler
    families: tuple[tuple[str, str], ...]
    letters: frozenset[int]

    def families_for(self, language: str) -> tuple[str, ...]:
        """The families in the order in which a language takes its letters from them."""
        ordered = sorted(self.families, key=lambda face: not face[0].startswith(f"{language}-"))
        return tuple(family for _, family in ordered)

    def printed(self, values: Mapping[str, str]) -> bytes:
        """The one page of the template as a PNG file."""
        page = self.compiler.compile(
            SOURCE.encode(), format="png", ppi=PIXELS_PER_INCH, sys_inputs=dict(values)
        )
        assert isinstance(page, bytes)  # a card is one page
        return page


@lru_cache(maxsize=2)
def typesetter(fonts: Fonts) -> Typesetter:
    """The compiler for a folder of faces; NoShareCard where typst is not installed or the folder holds no face."""
    try:
        import typst
    except ImportError as error:
        raise NoShareCard("the typesetter is not installed") from error
    faces = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(fonts.folder)]
    )
    found = {Path(face.path).name: face.family for face in faces.fonts() if face.path}
    # The disk's order is not the same everywhere, and nothing may hang on it.
    families = tuple(sorted(found.items()))
    if not families:
        raise NoShareCard(f"no font is in {fonts.folder}")
    letters = frozenset[int]().union(
        *(letters_of(path.read_bytes()) for path in files_of(fonts.folder) if path.name in found)
    )
    # The folder of the faces is also all that a template could read.
    compiler = typst.Compiler(root=str(fonts.folder), font_paths=faces, ignore_system_fonts=True)
    return Typesetter(compiler, families, letters)
