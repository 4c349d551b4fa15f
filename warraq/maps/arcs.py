"""Ways between spots: arcs that swell towards where they lead, and part where two of them share a way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import ceil, hypot
from typing import Final, NamedTuple

from warraq.maps.projection import XY


class Arc(NamedTuple):
    """A way from one spot to another, as the data of SVG paths."""

    body: str
    """A shape to be filled; or, for a way that passes stops whose points are not known, a line to be dashed."""
    head: str
    """The point of the arrow, for a dashed way; a filled one has it already."""
    is_dashed: bool
    points: tuple[XY, ...]
    """Points along it, which labels keep clear of."""


@dataclass
class Lanes:
    """How far each way bows out, so that no two that join the same spots lie on each other."""

    used: dict[tuple[XY, XY], int] = field(default_factory=dict)

    def bow(self, start: XY, end: XY) -> float:
        """The bow of another way from one spot to another: to its left hand, more for each that was there before.

        A way back bows to its own left hand, which is the other side.
        """
        lane = self.used.get((start, end), 0)
        self.used[start, end] = lane + 1
        return _BOW + _LANE * lane


_BOW: Final = 0.13
_LANE: Final = 0.1
"""Parts of the distance."""

_THIN: Final = 1.0
_THICK: Final = 5.0
_HEAD: Final = 17.0
_BARB: Final = 8.0
_CLEAR: Final = 5.0
"""Units between a way and the spots that it joins."""

_SHORTEST: Final = 30.0
"""Units that a way must have to be seen."""

_STEP: Final = 8.0
"""Units between the points that labels keep clear of, or a little less."""


def arc(start: XY, end: XY, bow: float, rooms: tuple[float, float], *, is_dashed: bool = False) -> Arc | None:
    """The way from one spot to another, which have the given radii; None where they lie too close."""
    across, down = end[0] - start[0], end[1] - start[1]
    length = hypot(across, down)
    if length - sum(rooms) - 2 * _CLEAR < _SHORTEST:
        return None
    # On a sheet y runs down: this is the left hand of who travels.
    middle = (
        (start[0] + end[0]) / 2 + down * bow,
        (start[1] + end[1]) / 2 - across * bow,
    )
    first = _towards(start, middle, rooms[0] + _CLEAR)
    tip = _towards(end, middle, rooms[1] + _CLEAR)
    base = _towards(tip, middle, _HEAD)
    points = tuple(_along(first, middle, tip))
    left, right = _beside(tip, base, _BARB)
    if is_dashed:
        line, head = _Pen(first), _Pen(left)
        line.bend(middle, base)
        head.to(tip, right)
        return Arc(line.drawn, f"{head.drawn}z", True, points)
    thin_left, thin_right = _beside(middle, first, _THIN / 2)
    bend_left, bend_right = _beside(tip, first, (_THIN + _THICK) / 4, at=middle)
    thick_left, thick_right = _beside(tip, base, _THICK / 2)
    pen = _Pen(thin_left)
    pen.bend(bend_left, thick_left)
    pen.to(left, tip, right, thick_right)
    pen.bend(bend_right, thin_right)
    return Arc(f"{pen.drawn}z", "", False, points)


class _Pen:
    """Draws a path from point to point, each as the way from the one before, in tenths of a unit."""

    def __init__(self, start: XY) -> None:
        self.x, self.y = round(start[0], 1), round(start[1], 1)
        self.drawn = f"M{self.x:g} {self.y:g}"

    def to(self, *points: XY) -> None:
        """Straight lines."""
        self.drawn += "l" + _joined(number for point in points for number in self._moved(point))

    def bend(self, aim: XY, end: XY) -> None:
        """A quadratic Bézier curve."""
        aside = round(aim[0] - self.x, 1), round(aim[1] - self.y, 1)
        self.drawn += "q" + _joined((*aside, *self._moved(end)))

    def _moved(self, point: XY) -> XY:
        across, down = round(point[0] - self.x, 1), round(point[1] - self.y, 1)
        self.x, self.y = round(self.x + across, 1), round(self.y + down, 1)
        return across, down


def _joined(numbers: Iterable[float]) -> str:
    """Numbers with a space where no minus parts them."""
    said = "".join(f"{number:g}" if number < 0 else f" {abs(number):g}" for number in numbers)
    return said.lstrip()


def _towards(point: XY, aim: XY, by: float) -> XY:
    across, down = aim[0] - point[0], aim[1] - point[1]
    part = by / (hypot(across, down) or 1)
    return point[0] + across * part, point[1] + down * part


def _beside(ahead: XY, behind: XY, by: float, at: XY | None = None) -> tuple[XY, XY]:
    """The points on both sides of one, square to a direction."""
    x, y = at or behind
    across, down = ahead[0] - behind[0], ahead[1] - behind[1]
    part = by / (hypot(across, down) or 1)
    return (x + down * part, y - across * part), (x - down * part, y + across * part)


def _along(start: XY, bend: XY, end: XY) -> Iterator[XY]:
    """Points of a quadratic Bézier curve."""
    steps = ceil(
        (hypot(bend[0] - start[0], bend[1] - start[1]) + hypot(end[0] - bend[0], end[1] - bend[1])) / _STEP
    )
    for step in range(steps + 1):
        t = step / steps
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
        yield a * start[0] + b * bend[0] + c * end[0], a * start[1] + b * bend[1] + c * end[1]
