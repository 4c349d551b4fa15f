"""Return strapwork placed in a box and drawn: the strap as one path, the stars it leaves as another."""

from __future__ import annotations

import cmath
import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from .contact import Leg, Star, Strapwork, place, runs, strands
from .plane import box, cross, unit
from .svg import trace, traces


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the drawing: left, top, width, height."""

    left: float
    top: float
    width: float
    height: float

    @property
    def centre(self) -> complex:
        return complex(self.left + self.width / 2, self.top + self.height / 2)

    def inset(self, by: float) -> Box:
        """The box with so much taken off every side."""
        return Box(self.left + by, self.top + by, self.width - 2 * by, self.height - 2 * by)


SEAM: Final = 0.6
"""By how much the strap that lies over reaches past the shadow under it, so that no hairline shows at the join."""


@dataclass(frozen=True, slots=True)
class Woven:
    """Straps as path data: their unbroken middle lines, and the short lines where one passes over another.

    Every crossing of a tiling has the same angle, so all the short lines are equally long (``length``).
    """

    straps: str
    over: str
    length: float
    width: float
    gap: float


@dataclass(frozen=True, slots=True)
class Placed:
    """Strapwork in drawing units, with the length of an edge of its tiles and the box it fills."""

    work: Strapwork
    edge: float
    box: Box
    keeps: Callable[[complex], bool] | None = None
    """Whether a figure with this middle is drawn, where the others are references to it."""

    def strap(self, width: float, gap: float) -> str:
        """The path data of the straps' middle lines, to be stroked ``width`` wide with butt ends."""
        runs = [r for r in strands(self.work, width / 2, gap) if _touches(self.box, r.points, width)]
        return traces(r.points for r in runs if not r.closed) + traces(
            (r.points for r in runs if r.closed), closed=True
        )

    def repeat(self, period: complex) -> Placed:
        """The part whose figures have their middles in one cell of a repeating field, so many units wide and high."""
        # A cell that begins a little off the mirror lines holds each figure on them once.
        cell = Box(-period.real * 0.519, -period.imag * 0.527, period.real, period.imag)
        kept = tuple(s for s in self.work.stars if _holds(cell, _middle(s)))
        return Placed(Strapwork(kept, self.work.legs), self.edge, cell, lambda point: _holds(cell, point))

    def sector(self, turns: int) -> Placed:
        """One of so many equal parts of a knot round the origin, and what lies in the middle of it."""

        def keeps(point: complex) -> bool:
            # A sector that begins a little off the axes holds each figure on them once.
            return abs(point) < 1 or -4 <= math.degrees(cmath.phase(point)) < 360 / turns - 4

        kept = tuple(s for s in self.work.stars if keeps(_middle(s)))
        return Placed(Strapwork(kept, self.work.legs), self.edge, self.box, keeps)

    def woven(self, width: float, gap: float) -> Woven:
        """The straps unbroken and what passes over, for straps ``width`` wide with ``gap`` clear on both sides.

        What reaches into the box is kept; of a repeating field or a turning knot, what has its middle in the part.
        """
        found = [r.strand(0, 0) for r in runs(self.work) if self._keeps(r.points, width)]
        legs = self.work.crossings()
        under = {place(leg.under): unit(leg.bend - leg.under) for leg in self.work.legs}
        half, reach, ways = width / 2, math.inf, []
        for at, (one, two) in legs.items():
            along = unit(one.bend - one.over)
            sine = abs(cross(along, under[at]))
            needed = (half + (half + gap) * math.sqrt(max(0.0, 1 - sine * sine))) / sine + SEAM
            reach = min(reach, needed, *(abs(leg.bend - leg.over) * 0.94 for leg in (one, two)))
            if self._keeps((one.over,), 0):
                ways.append((one.over, along if along.real > 0 else -along))
        ways.sort(key=lambda way: (place(way[0]).imag, place(way[0]).real))
        straps = traces(r.points for r in found if not r.closed)
        straps += traces((r.points for r in found if r.closed), closed=True)
        over = "".join(trace([at - along * reach, at + along * reach]) for at, along in ways)
        return Woven(straps, over, 0.0 if math.isinf(reach) else 2 * reach, width, gap)

    def _keeps(self, points: tuple[complex, ...], width: float) -> bool:
        if self.keeps:
            return self.keeps(sum(points) / len(points))
        return _touches(self.box, points, width)

    def stars(self, *kinds: str, share: float = 1) -> str:
        """The path data of the stars of some kinds, shrunk about their own middles."""
        return traces((_shrunk(s, share) for s in self.work.stars if s.kind in kinds), closed=True)

    def middles(self, kind: str) -> tuple[complex, ...]:
        """The middle of each star of a kind."""
        return tuple(_middle(s) for s in self.work.stars if s.kind == kind)


def placed(work: Strapwork, inside: Box, margin: float = 0) -> Placed:
    """The strapwork as large as a box allows, in the middle of it; ``margin`` is kept free for the strap's width."""
    left, top, right, bottom = box([p for star in work.stars for p in star.outline])
    scale = min((inside.width - margin) / (right - left), (inside.height - margin) / (bottom - top))
    return placed_at(work, scale, inside.centre)


def placed_at(work: Strapwork, scale: float, centre: complex) -> Placed:
    """The strapwork with edges of a given length and its middle at a point."""
    left, top, right, bottom = box([p for star in work.stars for p in star.outline])
    shift = centre - scale * complex(left + right, top + bottom) / 2

    def at(point: complex) -> complex:
        return point * scale + shift

    moved = Strapwork(
        tuple(Star(s.kind, tuple(at(p) for p in s.outline)) for s in work.stars),
        tuple(Leg(at(leg.over), at(leg.bend), at(leg.under)) for leg in work.legs),
    )
    corner, size = at(complex(left, top)), scale * complex(right - left, bottom - top)
    return Placed(moved, scale, Box(corner.real, corner.imag, size.real, size.imag))


def _holds(cell: Box, point: complex) -> bool:
    across, down = point.real - cell.left, point.imag - cell.top
    return 0 <= across < cell.width and 0 <= down < cell.height


def _touches(frame: Box, points: tuple[complex, ...], width: float) -> bool:
    left, top, right, bottom = box(points)
    return (
        right > frame.left - width
        and left < frame.left + frame.width + width
        and bottom > frame.top - width
        and top < frame.top + frame.height + width
    )


def _middle(star: Star) -> complex:
    return sum(star.outline) / len(star.outline)


def _shrunk(star: Star, share: float) -> list[complex]:
    middle = _middle(star)
    return [middle + (p - middle) * share for p in star.outline]
