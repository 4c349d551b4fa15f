"""Return cross-stitch covers: a chest panel with side bands, rows of counted motifs, a great star, or a lattice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from .chance import choose, mark
from .cover_frame import panel as tinted
from .schemes import Scheme
from .stitch import Cloth, Stitched, height, stitched, stitches, width
from .strapwork import Box
from .svg import element, number
from .tatreez_bands import bands
from .tatreez_cloth import chosen_cloth, panel

CELL: Final = 10
PANEL: Final = range(74, 92)
"""The heights in cells for which the panels are counted."""


def tatreez(seed: str, family: str, sheet: Box, scheme: Scheme) -> str:
    """The inside of a cross-stitch cover."""
    del family
    if int(sheet.height / CELL) not in PANEL or choose(seed, "cloth", ("panel", "panel", "bands")) == "bands":
        return bands(seed, sheet, scheme)
    chest = _chest_panel(chosen_cloth(seed), int(sheet.height / CELL))
    wide, high = chest.columns * CELL + 10, chest.lines * CELL + 10
    inside = Box(sheet.centre.real - wide / 2, sheet.centre.imag - high / 2, wide, high)
    shade = tinted(inside, scheme.tone) if choose(seed, "ground", ("plain", "panel")) == "panel" else ""
    return shade + _on_cloth(seed, chest, sheet, scheme)


@dataclass(frozen=True, slots=True)
class Folded:
    """A part of a cloth that waits for its colours; where it is even downwards, its upper half and its middle row."""

    whole: Stitched
    above: Stitched | None
    level: Stitched = ()


@dataclass(frozen=True, slots=True)
class Panel:
    """A whole cloth: its left half, its middle column, its size, and the sum of its first and its last row."""

    left: Folded
    axis: Folded
    columns: int
    lines: int
    ends: int


def _on_cloth(seed: str, cloth: Panel, sheet: Box, scheme: Scheme) -> str:
    """The left half of a cloth as stitches, and its mirror image; likewise downwards when the cloth is even so."""
    first, second, third = choose(
        seed,
        "threads",
        (
            (scheme.accent, scheme.line, scheme.second),
            (scheme.line, scheme.accent, scheme.second),
            (scheme.accent, scheme.second, scheme.line),
        ),
    )
    colour = {"#": first, "o": second, "*": third}
    name = f"s{mark(seed)}"
    return element(
        "g",
        element("g", _downwards(cloth.left, cloth.ends, colour, f"d{mark(seed)}"), id=name),
        _downwards(cloth.axis, cloth.ends, colour, f"a{mark(seed)}"),
        element("use", href=f"#{name}", transform="matrix(-1 0 0 1 1 0)"),
        transform=f"translate({number(sheet.centre.real - CELL / 2)} "
        f"{number(sheet.centre.imag - (cloth.ends + 1) * CELL / 2)})scale({CELL})",
    )


def _downwards(cloth: Folded, ends: int, colour: Mapping[str, str], name: str) -> str:
    def sewn(part: Stitched) -> str:
        return "".join(stitches(data, stroke=colour[t], weight=0.36) for t, data in part)

    if cloth.above is None:
        return sewn(cloth.whole)
    return (
        element("g", sewn(cloth.above), id=name)
        + element("use", href=f"#{name}", transform=f"matrix(1 0 0 -1 0 {ends + 1})")
        + sewn(cloth.level)
    )


# A seed chooses among a few hundred cloths, which are far dearer to sew than to colour.
@lru_cache(maxsize=512)
def _chest_panel(chosen: tuple[int, ...], rows: int) -> Panel:
    cloth = panel(chosen, rows)
    lines = [y for _, y in cloth]
    ends = min(lines) + max(lines)
    left = {cell: thread for cell, thread in cloth.items() if cell[0] < 0}
    axis = {cell: thread for cell, thread in cloth.items() if cell[0] == 0}
    return Panel(_folded(left, ends), _folded(axis, ends), width(cloth), height(cloth), ends)


def _folded(cloth: Cloth, ends: int) -> Folded:
    if any(cloth.get((x, ends - y)) != thread for (x, y), thread in cloth.items()):
        return Folded(stitched(cloth), None)
    above = {cell: thread for cell, thread in cloth.items() if 2 * cell[1] < ends}
    level = {cell: thread for cell, thread in cloth.items() if 2 * cell[1] == ends}
    return Folded((), stitched(above), stitched(level))
