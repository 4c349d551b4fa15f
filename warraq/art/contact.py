"""Return strapwork found by polygons in contact: two rays leave the middle of each edge and meet their neighbours.

The method is E. H. Hankin's ("The Drawing of Geometric Patterns in Saracenic Art", 1925). Rays leave an edge at the
same angle on both sides, so two straight strands cross in the middle of it. Going round each tile the same way, a
strand leaves a middle over and reaches the next one under: every strand then alternates by itself.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .plane import Line, cross, meet, polar, unit


@dataclass(frozen=True, slots=True)
class Tile:
    """A polygon of a tiling: its corners in one turning sense, its kind, and the rings of edges whose rays meet.

    A convex tile has one ring of all its edges; a tile with a waist has one ring on each side of it.
    """

    kind: str
    corners: tuple[complex, ...]
    rings: tuple[tuple[int, ...], ...] = ()

    def edge_rings(self) -> tuple[tuple[int, ...], ...]:
        return self.rings or (tuple(range(len(self.corners))),)


@dataclass(frozen=True, slots=True)
class Star:
    """The figure that the strands outline inside a tile: edge middles and meeting points in turn."""

    kind: str
    outline: tuple[complex, ...]


@dataclass(frozen=True, slots=True)
class Leg:
    """A strand inside one tile, from an edge middle where it lies over, by its bend, to one where it lies under."""

    over: complex
    bend: complex
    under: complex


@dataclass(frozen=True, slots=True)
class Strand:
    """A visible run of strap between two places where it dives; the turns are its corner points."""

    points: tuple[complex, ...]
    closed: bool


@dataclass(frozen=True, slots=True)
class Strapwork:
    """A finished knot: the stars of the tiles and the legs of strap; it has no loose end at its rim."""

    stars: tuple[Star, ...]
    legs: tuple[Leg, ...]

    def crossings(self) -> dict[complex, list[Leg]]:
        """The two legs that lie over at each crossing, by the crossing's rounded place."""
        over: dict[complex, list[Leg]] = defaultdict(list)
        for leg in self.legs:
            over[place(leg.over)].append(leg)
        return {at: legs for at, legs in over.items() if len(legs) == 2}


def place(point: complex) -> complex:
    """The point rounded so that the same place found from two tiles is equal."""
    return complex(round(point.real, 4) + 0.0, round(point.imag, 4) + 0.0)


def in_contact(tiles: Sequence[Tile], degrees: float) -> Strapwork:
    """The strapwork of tiles whose rays leave the edges at an angle (from the edge, 20 to 80 degrees)."""
    stars: list[Star] = []
    legs: list[Leg] = []
    for tile in tiles:
        corners = tile.corners
        turn = 1 if _area(corners) > 0 else -1
        for ring in tile.edge_rings():
            middles, forth, back = [], [], []
            for i in ring:
                a, b = corners[i], corners[(i + 1) % len(corners)]
                middles.append((a + b) / 2)
                forth.append(unit(b - a) * polar(1, degrees * turn))
                back.append(-unit(b - a) * polar(1, -degrees * turn))
            outline: list[complex] = []
            for i, middle in enumerate(middles):
                j = (i + 1) % len(middles)
                bend = _bend(Line(middle, forth[i]), Line(middles[j], back[j]))
                outline += [middle, bend]
                legs.append(Leg(middle, bend, middles[j]))
            stars.append(Star(tile.kind, tuple(outline)))
    return Strapwork(tuple(stars), tuple(legs))


def _bend(first: Line, second: Line) -> complex:
    try:
        return meet(first, second)
    except ZeroDivisionError:
        return (first.through + second.through) / 2


def _area(corners: Sequence[complex]) -> float:
    return sum(cross(a, b) for a, b in zip(corners, [*corners[1:], corners[0]], strict=True)) / 2


@dataclass(frozen=True, slots=True)
class Run:
    """A visible run of strap before it is shortened: its turns, and where it dives the straps that cover its ends."""

    points: tuple[complex, ...]
    covers: tuple[Leg, Leg] | None
    """None for a ring, which dives nowhere."""

    def strand(self, half: float, gap: float) -> Strand:
        """The run of half-width ``half``, shortened so that ``gap`` stays clear."""
        points = list(self.points)
        if self.covers:
            points[0] = _shorten(points[0], points[1], self.covers[0], half, gap)
            points[-1] = _shorten(points[-1], points[-2], self.covers[1], half, gap)
        return Strand(tuple(_straightened(points)), closed=not self.covers)


def strands(work: Strapwork, half: float, gap: float) -> tuple[Strand, ...]:
    """The runs of strap of half-width ``half``, each shortened where it dives so that ``gap`` stays clear."""
    return tuple(run.strand(half, gap) for run in runs(work))


def runs(work: Strapwork) -> tuple[Run, ...]:
    """The runs of strap between two places where it dives, whatever its width."""
    overs = [place(leg.over) for leg in work.legs]
    unders = [place(leg.under) for leg in work.legs]
    starts: dict[complex, list[int]] = defaultdict(list)
    ends: dict[complex, list[int]] = defaultdict(list)
    for i, (over, under) in enumerate(zip(overs, unders, strict=True)):
        starts[over].append(i)
        ends[under].append(i)
    crossings = {at: work.legs[over[0]] for at, over in starts.items() if len(over) == 2}
    seen: set[int] = set()
    found: list[Run] = []
    dives = [i for i, under in enumerate(unders) if under in crossings]
    for first in [*dives, *range(len(work.legs))]:
        if first in seen:
            continue
        free = unders[first] in crossings
        points = [work.legs[first].under] if free else []
        current, backwards = first, True
        while current not in seen:
            seen.add(current)
            leg = work.legs[current]
            points += [leg.bend, leg.over if backwards else leg.under]
            here = (overs if backwards else unders)[current]
            if here in crossings:
                if not backwards:
                    break
                points.pop()  # a crossing passed over is no corner
                current = next(i for i in starts[here] if i != current)
                backwards = False
            else:
                current = ends[here][0] if backwards else starts[here][0]
        covers = (crossings[unders[first]], crossings[place(points[-1])]) if free else None
        found.append(Run(tuple(points), covers))
    return tuple(found)


def _shorten(end: complex, before: complex, over: Leg, half: float, gap: float) -> complex:
    inward = unit(before - end)
    sine = abs(cross(inward, unit(over.bend - over.over)))
    cosine = math.sqrt(max(0.0, 1 - sine * sine))
    return end + inward * min((half * (1 + cosine) + gap) / sine, abs(before - end) * 0.9)


def _straightened(points: Sequence[complex]) -> list[complex]:
    kept = [points[0]]
    for here, following in pairwise(points[1:]):
        if abs(here - kept[-1]) > 1e-6 and abs(cross(unit(here - kept[-1]), unit(following - here))) > 1e-6:
            kept.append(here)
    return [*kept, points[-1]]
