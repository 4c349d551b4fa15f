"""Return points, lines and ribbons of the plane; a point is a complex number, y grows downwards as in SVG."""

from __future__ import annotations

import cmath
import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Line:
    """An endless line through a point in a direction."""

    through: complex
    along: complex


def cross(a: complex, b: complex) -> float:
    """The signed area of the parallelogram of two vectors."""
    return a.real * b.imag - a.imag * b.real


def meet(first: Line, second: Line) -> complex:
    """The point where two lines meet; ``ZeroDivisionError`` when they are parallel."""
    turn = cross(first.along, second.along)
    if abs(turn) < 1e-9:
        raise ZeroDivisionError("parallel lines do not meet")
    return first.through + first.along * (cross(second.through - first.through, second.along) / turn)


def unit(vector: complex) -> complex:
    """The vector of length one in the same direction."""
    return vector / abs(vector)


def polar(radius: float, degrees: float) -> complex:
    """The point at a distance and an angle in degrees from the origin."""
    return cmath.rect(radius, math.radians(degrees))


def regular(sides: int, edge: float, centre: complex, first: float) -> tuple[complex, ...]:
    """The corners of a regular polygon with a given edge, its first corner at an angle in degrees."""
    radius = edge / (2 * math.sin(math.pi / sides))
    return tuple(centre + polar(radius, first + 360 * k / sides) for k in range(sides))


def ribbon(points: Sequence[complex], half: float, start: Line, end: Line) -> tuple[complex, ...]:
    """The outline of a band of half-width ``half`` along a broken line, mitred at bends, cut by two lines."""
    banks: list[list[complex]] = []
    for side in (1, -1):
        edges = []
        for a, b in pairwise(points):
            along = unit(b - a)
            edges.append(Line(a + 1j * along * half * side, along))
        bank = [meet(edges[0], start)]
        bank += [meet(a, b) for a, b in pairwise(edges)]
        bank.append(meet(edges[-1], end))
        banks.append(bank)
    return (*banks[0], *reversed(banks[1]))


def keep_right(outline: Sequence[complex], x: float) -> tuple[complex, ...]:
    """The part of a polygon on the right of a vertical line (empty when there is none)."""
    kept: list[complex] = []
    for a, b in zip(outline, [*outline[1:], outline[0]], strict=True):
        if a.real >= x:
            kept.append(a)
        if (a.real - x) * (b.real - x) < 0:
            kept.append(a + (b - a) * ((x - a.real) / (b.real - a.real)))
    return tuple(kept)


def box(points: Sequence[complex]) -> tuple[float, float, float, float]:
    """The left, top, right and bottom of a set of points."""
    xs, ys = [p.real for p in points], [p.imag for p in points]
    return min(xs), min(ys), max(xs), max(ys)
