"""Return counted cross-stitch: cells of a grid, and their stitches as dashed diagonals, one short path a thread.

Stitches that lie on one diagonal are one line whose dash is one leg of a cross long and whose gap falls on the
corner of the cell, so a filled cloth costs about as many bytes as its outline.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from .svg import element, number

Cell: TypeAlias = tuple[int, int]
Cloth: TypeAlias = Mapping[Cell, str]
"""The thread mark at each stitched cell (column, row)."""


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
    reach: dict[Cell, set[Cell]] = defaultdict(set)
    for x, y in cells:
        for a, b in (((x, y), (x + 1, y + 1)), ((x + 1, y), (x, y + 1))):
            reach[a].add(b)
            reach[b].add(a)
    order = sorted(reach, key=lambda p: (p[1], p[0]))
    out: list[str] = []
    pen = (0, 0)
    for start in [*(p for p in order if len(reach[p]) % 2), *order]:
        while reach[start]:
            steps = _trail(start, reach)
            move = _pair(start[0] - pen[0], start[1] - pen[1])
            out.append("m" + _joined([move, *(_pair(*step) for step in steps)]))
            pen = (start[0] + sum(u for u, _ in steps), start[1] + sum(v for _, v in steps))
    return "".join(out)


def _trail(start: Cell, reach: dict[Cell, set[Cell]]) -> list[Cell]:
    """The steps of one walk along unused legs, straight runs already joined; the legs it takes are used up."""
    steps: list[Cell] = []
    here, heading = start, (1, 1)
    while reach[here]:
        ahead = (here[0] + heading[0], here[1] + heading[1])
        straight = ahead in reach[here]
        after = ahead if straight else min(reach[here], key=lambda p: (p[1], p[0]))
        step = (after[0] - here[0], after[1] - here[1])
        if straight and steps:
            steps[-1] = (steps[-1][0] + step[0], steps[-1][1] + step[1])
        else:
            steps.append(step)
        reach[here].discard(after)
        reach[after].discard(here)
        here, heading = after, step
    return steps


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
    inset = 0.16 * math.sqrt(2)
    leg = math.sqrt(2) - 2 * inset
    return element(
        "path",
        d=diagonals(cells),
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
