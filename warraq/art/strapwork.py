"""Return strapwork placed in a box and drawn: the strap as one path, the stars it leaves as another."""

from __future__ import annotations

from dataclasses import dataclass

from .contact import Leg, Star, Strapwork, strands
from .plane import box
from .svg import traces


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


@dataclass(frozen=True, slots=True)
class Placed:
    """Strapwork in drawing units, with the length of an edge of its tiles and the box it fills."""

    work: Strapwork
    edge: float
    box: Box

    def strap(self, width: float, gap: float) -> str:
        """The path data of the straps' middle lines, to be stroked ``width`` wide with butt ends."""
        runs = [r for r in strands(self.work, width / 2, gap) if _touches(self.box, r.points, width)]
        return traces(r.points for r in runs if not r.closed) + traces(
            (r.points for r in runs if r.closed), closed=True
        )

    def within(self, frame: Box) -> Placed:
        """The part that reaches into a frame."""
        kept = tuple(s for s in self.work.stars if _touches(frame, s.outline, 0))
        return Placed(Strapwork(kept, self.work.legs), self.edge, frame)

    def repeat(self, period: complex) -> Placed:
        """The part whose figures have their middles in one cell of a repeating field, so many units wide and high."""
        # A cell that begins a little off the mirror lines holds each figure on them once.
        cell = Box(-period.real * 0.519, -period.imag * 0.527, period.real, period.imag)
        kept = tuple(s for s in self.work.stars if _holds(cell, _middle(s)))
        return Placed(Strapwork(kept, self.work.legs), self.edge, cell)

    def strap_of_repeat(self, width: float, gap: float) -> str:
        """The path data of the runs of strap whose middles lie in the cell that ``repeat`` has kept."""
        runs = [
            r for r in strands(self.work, width / 2, gap) if _holds(self.box, sum(r.points) / len(r.points))
        ]
        return traces(r.points for r in runs if not r.closed) + traces(
            (r.points for r in runs if r.closed), closed=True
        )

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
