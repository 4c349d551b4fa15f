"""Return finite patches of the tilings that carry girih: whole tiles only, so that every strap closes at the rim."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from itertools import product
from typing import Final, TypeAlias

from .contact import Tile, place
from .plane import polar, regular

Within: TypeAlias = Callable[[complex], bool]
"""Whether a tile with this centre belongs to the patch."""

REACH: Final = range(-6, 7)


def octagons(within: Within) -> tuple[Tile, ...]:
    """Octagons and squares (4.8.8); octagon centres stand 2.414 apart in rows and columns."""
    step = 1 + math.sqrt(2)
    grid = [complex(i, j) * step for i, j in product(REACH, REACH)]
    large = [Tile("star", regular(8, 1, c, 22.5)) for c in grid if within(c)]
    small = (Tile("small", regular(4, 1, c + complex(step, step) / 2, 0)) for c in grid)
    return _patch(large, small)


def decagons(within: Within) -> tuple[Tile, ...]:
    """Decagons and bow-ties, two of the five girih tiles; rows 1.809 apart, every second row shifted by 2.49."""
    apothem = 1 / (2 * math.tan(math.pi / 10))
    one, two = polar(2 * apothem, 36), polar(2 * apothem, -36)
    grid = [i * one + j * two for i, j in product(REACH, REACH)]
    large = [Tile("star", regular(10, 1, c, 18)) for c in grid if within(c)]
    wing = complex(math.cos(math.radians(18)), math.sin(math.radians(18)))
    waist = 0.5 - wing.imag
    shape = (
        complex(-wing.real, -0.5),
        complex(0, -waist),
        complex(wing.real, -0.5),
        complex(wing.real, 0.5),
        complex(0, waist),
        complex(-wing.real, 0.5),
    )
    rings = ((0, 4, 5), (1, 2, 3))
    ties = (Tile("tie", tuple(c + (one + two) / 2 + p for p in shape), rings) for c in grid)
    return _patch(large, ties)


def dodecagons(within: Within) -> tuple[Tile, ...]:
    """Dodecagons, hexagons and squares (4.6.12); dodecagon centres stand 4.732 apart."""
    step = 3 + math.sqrt(3)
    large, rest = _sixfold(step, within, lambda c: regular(12, 1, c, 15))
    small = _links(rest, step) + [
        Tile("small", regular(6, 1, c + polar(step / math.sqrt(3), turn), turn + 30))
        for c in rest
        for turn in (30, 90)
    ]
    return _patch(large, small)


def hexagons(within: Within) -> tuple[Tile, ...]:
    """Hexagons, squares and triangles (3.4.6.4); hexagon centres stand 2.732 apart."""
    step = 1 + math.sqrt(3)
    large, rest = _sixfold(step, within, lambda c: regular(6, 1, c, 30))
    small = _links(rest, step) + [
        Tile("small", regular(3, 1, c + polar(step / math.sqrt(3), turn), turn + 180))
        for c in rest
        for turn in (30, 90)
    ]
    return _patch(large, small)


def _sixfold(
    step: float, within: Within, shape: Callable[[complex], tuple[complex, ...]]
) -> tuple[list[Tile], list[complex]]:
    grid = [i * step + j * polar(step, 60) for i, j in product(REACH, REACH)]
    return [Tile("star", shape(c)) for c in grid if within(c)], grid


def _links(grid: list[complex], step: float) -> list[Tile]:
    """The squares half way from each centre to its neighbours."""
    return [
        Tile("link", regular(4, 1, c + polar(step / 2, turn), 45 + turn))
        for c in grid
        for turn in (0, 60, 120)
    ]


def _patch(large: list[Tile], small: Iterable[Tile]) -> tuple[Tile, ...]:
    """The large tiles and each smaller one whose every corner is held by a large one."""
    held = {place(corner) for tile in large for corner in tile.corners}
    return (*large, *(t for t in small if all(place(p) in held for p in t.corners)))


def rows(columns: int, lines: int, step: float) -> Within:
    """A rectangle of so many columns and lines on a square grid, centred on a tile or between tiles."""
    wide, high = (columns - 1) * step / 2 + 0.1, (lines - 1) * step / 2 + 0.1
    dx, dy = (0 if columns % 2 else step / 2), (0 if lines % 2 else step / 2)
    return lambda c: abs(c.real - dx) <= wide and abs(c.imag - dy) <= high


def rectangle(wide: float, high: float) -> Within:
    """Every centre at most so far from the middle across and down."""
    return lambda c: abs(c.real) <= wide + 0.1 and abs(c.imag) <= high + 0.1


def disc(radius: float) -> Within:
    """Every centre within a distance of the middle."""
    return lambda c: abs(c) <= radius + 0.1
