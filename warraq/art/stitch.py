"""Return counted cross-stitch: cells of a grid, and their stitches as dashed diagonals, one short path a thread.

Stitches that lie on one diagonal are one line whose dash is one leg of a cross long and whose gap falls on the
corner of the cell, so a filled cloth costs about as many bytes as its outline.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

from .svg import element, number

Cell: TypeAlias = tuple[int, int]
Cloth: TypeAlias = Mapping[Cell, str]
"""The thread mark at each stitched cell (column, row)."""
Stitched: TypeAlias = tuple[tuple[str, str], ...]
"""Each thread mark of a cloth with the path data of its diagonals: a cloth that waits for its colours."""


def motif(*half: str) -> dict[Cell, str]:
    """The cells of a motif drawn as its left half with the middle column last; ``.`` is bare cloth."""
    return whole(*(row + row[-2::-1] for row in half))


def whole(*rows: str) -> dict[Cell, str]:
    """The cells of a motif drawn row by row, its middle column at 0, its first row at 0; ``.`` is bare cloth."""
    middle = len(rows[0]) // 2
    return {(x - middle, y): mark for y, row in enumerate(rows) for x, mark in enumerate(row) if mark != "."}


def height(cloth: Cloth) -> int:
    """The number of rows from the first to the last stitched one."""
    return max(y for _, y in cloth) - min(y for _, y in cloth) + 1


def width(cloth: Cloth) -> int:
    """The number of columns from the first to the last stitched one."""
    return max(x for x, _ in cloth) - min(x for x, _ in cloth) + 1


def moved(cloth: Cloth, columns: int, lines: int) -> dict[Cell, str]:
    """The cloth shifted by so many columns and rows."""
    return {(x + columns, y + lines): mark for (x, y), mark in cloth.items()}


def flipped(cloth: Cloth) -> dict[Cell, str]:
    """The cloth upside down, in the same rows."""
    lines = [y for _, y in cloth]
    turn = min(lines) + max(lines)
    return {(x, turn - y): mark for (x, y), mark in cloth.items()}


def dyed(cloth: Cloth, threads: Mapping[str, str]) -> dict[Cell, str]:
    """The cloth with marks changed; a mark without a new thread stays."""
    return {cell: threads.get(mark, mark) for cell, mark in cloth.items()}


def together(*cloths: Cloth) -> dict[Cell, str]:
    """All the cells of several cloths; a later one lies on top."""
    return {cell: mark for cloth in cloths for cell, mark in cloth.items()}


def left_half(cloth: Cloth, axis: int = 0) -> dict[Cell, str]:
    """The cells on the left of a column, without it."""
    return {cell: mark for cell, mark in cloth.items() if cell[0] < axis}


def diagonals(cells: Iterable[Cell]) -> str:
    """The path data, in cells, of both legs of every cross, walked in as few trails as a greedy walk finds.

    Legs meet at the corners of cells; a trail goes straight on where it can and turns where it must. A dash as long as
    a leg, with its gap at the corners, makes separate stitches of it again.
    """
    legs: dict[int, int] = defaultdict(int)
    for x, y in cells:
        corner = y * _LINE + x
        legs[corner] |= 1 << 3
        legs[corner + _LINE + 1] |= 1
        legs[corner + 1] |= 1 << 2
        legs[corner + _LINE] |= 1 << 1
    order = sorted(legs)
    out: list[str] = []
    pen = (0, 0)
    for start in [*(corner for corner in order if legs[corner].bit_count() % 2), *order]:
        while legs[start]:
            end, steps = _trail(start, legs)
            at = _cell(start)
            out.append("m" + _joined([_pair(at[0] - pen[0], at[1] - pen[1]), *steps]))
            pen = _cell(end)
    return "".join(out)


_LINE: Final = 1 << 12
"""Corners are counted line by line as in reading, so many to a line: sorting these numbers is sorting the corners."""

_WAYS: Final = ((-1, -1), (1, -1), (-1, 1), (1, 1))
"""The four ways of a leg from a corner, in the order in which their ends are read; a bit each of what is left there.

The way back from the end of way `w` is way `3 - w`.
"""
_MOVES: Final = tuple(x + y * _LINE for x, y in _WAYS)
_FIRST_WAY: Final = tuple((left & -left).bit_length() - 1 for left in range(16))


def _cell(corner: int) -> Cell:
    line, column = divmod(corner + _LINE // 2, _LINE)
    return column - _LINE // 2, line


def _trail(start: int, legs: dict[int, int]) -> tuple[int, list[str]]:
    """Where one walk along unused legs ends, and its steps, straight runs joined; the legs it takes are used up."""
    steps: list[str] = []
    here, way, length = start, 3, 0
    while left := legs[here]:
        if not left >> way & 1:
            if length:
                steps.append(_pair(_WAYS[way][0] * length, _WAYS[way][1] * length))
            way, length = _FIRST_WAY[left], 0
        length += 1
        legs[here] = left ^ 1 << way
        here += _MOVES[way]
        legs[here] ^= 1 << 3 - way
    return here, [*steps, _pair(_WAYS[way][0] * length, _WAYS[way][1] * length)]


def _joined(pairs: Iterable[str]) -> str:
    out = ""
    for pair in pairs:
        out += pair if not out or pair.startswith("-") else " " + pair
    return out


def _pair(x: int, y: int) -> str:
    return f"{x}{y}" if y < 0 else f"{x} {y}"


def crosses(
    cells: Iterable[Cell], *, stroke: str | None = None, class_: str | None = None, weight: float = 0.3
) -> str:
    """A path of crosses in cell units; scale the group around it to the size of a cell."""
    return stitches(diagonals(cells), stroke=stroke, class_=class_, weight=weight)


def stitches(data: str, *, stroke: str | None = None, class_: str | None = None, weight: float = 0.3) -> str:
    """A path of crosses whose diagonals are known already."""
    inset = 0.16 * math.sqrt(2)
    leg = math.sqrt(2) - 2 * inset
    return element(
        "path",
        d=data,
        class_=class_,
        fill="none",
        stroke=stroke,
        stroke_width=weight,
        stroke_linecap="round",
        stroke_dasharray=f"{number(leg, 4)} {number(2 * inset, 4)}",
        stroke_dashoffset=-inset,
    )


def threads(cloth: Cloth) -> dict[str, set[Cell]]:
    """The cells of each thread mark, marks in alphabetical order."""
    return {mark: {c for c, m in cloth.items() if m == mark} for mark in sorted(set(cloth.values()))}


def stitched(cloth: Cloth) -> Stitched:
    """The cloth with its stitches laid."""
    return tuple((mark, diagonals(cells)) for mark, cells in threads(cloth).items())
