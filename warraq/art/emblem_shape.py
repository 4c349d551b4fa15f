"""Return the emblem as exact shapes: half a star of interlaced straps, half the same star counted in stitches.

The star (khatam) is two squares. On the grid the half side of a square is 12 cells and the half diagonal 17: seventeen
twelfths is the old whole-number neighbour of the root of two, so the counted star and the ruled one agree.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from .plane import Line, keep_right, meet, polar, ribbon
from .stitch import Cell

RADIUS: Final = 102.0


@dataclass(frozen=True, slots=True)
class Counted:
    """How a star is counted: half side and half diagonal of its squares in cells, and the width of its bands.

    ``band`` is the width of a straight band in cells, ``steps`` the number of stepped diagonals that match it,
    ``clear`` how many cells stay bare beside a band that passes over, ``heart`` the half side and half diagonal of
    the small star.
    """

    side: int
    tip: int
    band: int
    steps: int
    clear: int
    heart: tuple[int, int]

    @property
    def cell(self) -> float:
        """The size of one cell in drawing units."""
        return RADIUS / self.tip

    @property
    def half(self) -> float:
        """Half the width of a strap in drawing units."""
        return self.band * self.cell / 2 * (1 if self.clear else 1.15)

    @property
    def gap(self) -> float:
        """The clear space beside a strap that passes over."""
        return self.half * (0.6 if self.clear else 0.42)

    @property
    def seam(self) -> float:
        """Half the space between the two halves."""
        return self.half * 0.3 if self.clear else self.cell * 0.14


FINE: Final = Counted(12, 17, 2, 3, 1, (3, 4))
BOLD: Final = Counted(5, 7, 1, 2, 0, (1, 2))


def woven(sides: int, skip: int, radius: float, half: float, gap: float) -> tuple[tuple[complex, ...], ...]:
    """The straps of the star polygon {sides/skip}, each from where it dives to where it dives next.

    ``radius`` reaches the middle line's corners, ``half`` is the half width, ``gap`` the clear space beside the strap
    that lies over. A side passes over its odd crossings after its middle and over the even ones before it; the same
    crossing counted from the other side has the opposite sign, so over and under always agree.
    """
    inner = radius * math.cos(math.pi * skip / sides)

    def side(k: int) -> Line:
        foot = polar(inner, 360 * k / sides)
        return Line(foot, 1j * foot / abs(foot))

    order = [j for j in range(1 - skip, skip) if j]
    dives = [j for j in order if (j % 2 == 1) != (j > 0)]

    def cut(k: int, j: int, forward: int) -> Line:
        mine, other = side(k), side(k + j)
        shift = 1j * other.along
        if (shift * mine.along.conjugate()).real * forward < 0:
            shift = -shift
        return Line(other.through + shift * (half + gap), other.along)

    straps: list[tuple[complex, ...]] = []
    for k in range(sides):
        here = side(k)
        for a, b in pairwise(dives):
            ends = [meet(here, side(k + a)), meet(here, side(k + b))]
            straps.append(ribbon(ends, half, cut(k, a, 1), cut(k, b, -1)))
        onward = k + skip
        points = [
            meet(here, side(k + dives[-1])),
            meet(here, side(onward)),
            meet(side(onward), side(onward + dives[0])),
        ]
        straps.append(ribbon(points, half, cut(k, dives[-1], 1), cut(onward, dives[0], -1)))
    return tuple(straps)


def strap_half(count: Counted) -> tuple[tuple[complex, ...], ...]:
    """The straps of the right half, centred on the origin, cut clean at the seam."""
    straps = woven(8, 2, RADIUS - count.half * math.sqrt(2), count.half, count.gap)
    halves = (keep_right(strap, count.seam) for strap in straps)
    return tuple(h for h in halves if h)


def heart_half(count: Counted) -> tuple[complex, ...]:
    """The right half of the small full star in the middle."""
    tip = (count.heart[1] + 0.2) * count.cell
    notch = tip * math.cos(math.pi / 4) / math.cos(math.pi / 8)
    star = [polar(tip if k % 2 == 0 else notch, 22.5 * k - 90) for k in range(16)]
    return keep_right(star, count.seam)


def star_cells(count: Counted) -> frozenset[Cell]:
    """The stitched cells of the left half: two bands that pass over and under in turn.

    Column -1 touches the seam; rows run from minus the half diagonal upwards.
    """
    kept: set[Cell] = set()
    for cell in [(x, y) for x in range(-count.tip, 0) for y in range(-count.tip, count.tip)]:
        x, y = abs(cell[0] + 0.5), abs(cell[1] + 0.5)
        high, total = max(x, y), x + y
        square = count.side - count.band < high < count.side
        diamond = count.tip - count.steps < total <= count.tip
        near_square = abs(high - count.side + count.band / 2) < count.band / 2 + count.clear
        near_diamond = abs(total - count.tip + (count.steps - 1) / 2) < count.steps / 2 + count.clear
        # Four crossings lie on this half; going round, one band dives at every second one.
        square_over = (y > x) != (cell[1] >= 0)
        if square and (square_over or not near_diamond):
            kept.add(cell)
        if diamond and (not square_over or not near_square):
            kept.add(cell)
    return frozenset(kept)


def heart_cells(count: Counted) -> frozenset[Cell]:
    """The stitched cells of the left half of the small star."""
    side, tip = count.heart
    cells = ((x, y) for x in range(-tip, 0) for y in range(-tip, tip))
    return frozenset(
        c
        for c in cells
        if max(abs(c[0] + 0.5), abs(c[1] + 0.5)) < side or abs(c[0] + 0.5) + abs(c[1] + 0.5) <= tip
    )
