"""The ground of a map: land, lakes, rivers and the net of degrees, as the paths of an SVG."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from math import ceil, hypot
from typing import Final, NamedTuple

from warraq.maps.clipping import area_within, line_within
from warraq.maps.earth import detail_for, shores
from warraq.maps.frame import Bounds, Frame
from warraq.maps.projection import XY


class Ground(NamedTuple):
    """Paths in units of the frame; empty where there is nothing."""

    land: str
    lakes: str
    rivers: str
    shore: float
    """How much coast is to be seen, in units of its length."""


KEPT: Final = 128
"""Frames whose ground a process keeps: maps of one city share one, and each is drawn in every language."""


@lru_cache(maxsize=KEPT)
def ground_of(frame: Frame, most: int = 100_000) -> Ground:
    """The ground of a frame, simplified so far that its paths have at most so many letters."""
    earth = shores(detail_for(frame.per_degree))
    land = [frame.place(_bent(area)) for area in _near(earth.closed("land", frame.box), frame.box)]
    lakes = [frame.place(_bent(area)) for area in _near(earth.closed("lake", frame.box), frame.box)]
    rivers = [frame.place(line) for line in earth.open("river", frame.box)]
    tolerance = _FINEST
    while True:
        # What was left out once is not looked at again.
        land, lakes, rivers = (_coarser(lines, tolerance) for lines in (land, lakes, rivers))
        ground = _drawn(frame, land, lakes, rivers, tolerance)
        length = sum(map(len, ground[:3]))
        if length <= most or tolerance >= _COARSEST:
            return ground
        tolerance *= max(1.4, length / most)


_BESIDE: Final = 16
"""Units beyond the sheet where areas end, so that their outlines do so out of sight."""

_FINEST: Final = 0.8
"""Units that a line may be displaced by, where there is room for all of it: less than half a pixel."""

_COARSEST: Final = 40.0

_SMALLEST: Final = 9
"""Tolerances under which an island or a lake would be no more than a splinter."""

_SHORTEST: Final = 24
"""Units of a river that is worth drawing."""

_BENT: Final = 1.0
"""Degrees that a straight line in degrees may be long and still be drawn straight."""

Lines = list[list[XY]]


def _coarser(lines: Lines, tolerance: float) -> Lines:
    """Lines simplified; those too small for the tolerance are left out."""
    return [
        simplified(line, tolerance)
        for line in lines
        if max(_extent(line, 0), _extent(line, 1)) >= _SMALLEST * tolerance
    ]


def _extent(points: Sequence[XY], axis: int) -> float:
    places = [point[axis] for point in points]
    return max(places) - min(places)


def _near(found: Iterable[Sequence[XY]], box: Bounds) -> Iterator[list[XY]]:
    return (area for points in found if len(area := area_within(points, box)) > 2)


def _drawn(frame: Frame, land: Lines, lakes: Lines, rivers: Lines, tolerance: float) -> Ground:
    rim = frame.bounds.grown(_BESIDE)
    shores = [*_areas(land, rim)]
    courses = (piece for line in rivers for piece in line_within(line, frame.bounds))
    return Ground(
        "".join(path(area, closed=True) for area in shores),
        "".join(path(area, closed=True) for area in _areas(lakes, rim)),
        "".join(path(line) for line in courses if _length(line) >= _SHORTEST),
        sum(_seen(area, frame.bounds) for area in shores),
    )


def _areas(found: Lines, rim: Bounds) -> Iterator[list[XY]]:
    return (area for points in found if len(area := area_within(points, rim)) > 2)


def _bent(points: Sequence[XY]) -> Iterator[XY]:
    """The points with others along the rim of the box, where a straight line would leave the parallel."""
    before = points[-1]
    for here in points:
        parts = ceil(abs(here[0] - before[0]) / _BENT)
        for part in range(1, parts):
            yield tuple(a + (b - a) * part / parts for a, b in zip(before, here, strict=True))  # type: ignore[misc]
        yield here
        before = here


def simplified(points: Sequence[XY], tolerance: float) -> list[XY]:
    """A line with as few of its points as keep it within a tolerance, by D. H. Douglas and T. K. Peucker (1973)."""
    line = _thinned(points, tolerance)
    keep = [False] * len(line)
    keep[0] = keep[-1] = True
    spans = [(0, len(line) - 1)]
    while spans:
        first, last = spans.pop()
        (x, y), (end, foot) = line[first], line[last]
        across, down = end - x, foot - y
        length = hypot(across, down)
        square = length * length
        farthest, most = 0, tolerance
        for number in range(first + 1, last):
            right, under = line[number][0] - x, line[number][1] - y
            along = across * right + down * under
            if 0 < along < square:
                distance = abs(across * under - down * right) / length
            else:  # beyond one of the ends
                distance = hypot(right, under) if along <= 0 else hypot(right - across, under - down)
            if distance > most:
                farthest, most = number, distance
        if farthest:
            keep[farthest] = True
            spans += (first, farthest), (farthest, last)
    return [point for point, kept in zip(line, keep, strict=True) if kept]


def _thinned(points: Sequence[XY], step: float) -> list[XY]:
    """The points without those that lie less than a step from the one before; both ends stay."""
    found: list[XY] = []
    x = y = -1e9
    for point in points:
        if abs(point[0] - x) >= step or abs(point[1] - y) >= step:
            found.append(point)
            x, y = point
    if found[-1] != points[-1]:
        found.append(points[-1])
    return found


def _length(points: Sequence[XY]) -> float:
    return sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points))


def _seen(area: Sequence[XY], bounds: Bounds) -> float:
    return sum(_length(piece) for piece in line_within([*area, area[0]], bounds))


def path(points: Iterable[XY], *, closed: bool = False) -> str:
    """Points as the data of an SVG path: whole units, each as the way from the one before."""
    rounded = ((round(x), round(y)) for x, y in points)
    x, y = next(rounded)
    said = [f"M{x} {y}l"]
    for right, down in rounded:
        if right != x or down != y:
            said += _signed(right - x), _signed(down - y)
            x, y = right, down
    return "".join(said).replace("l ", "l") + ("z" if closed else "") if len(said) > 1 else ""


def _signed(number: int) -> str:
    """A number with what parts it from the one before: a minus does that by itself."""
    return f"{number}" if number < 0 else f" {number}"


# ------------------------------------------------------------ the net of degrees

_NETS: Final = (0.25, 0.5, 1, 2, 5, 10, 15, 30)


class Meridian(NamedTuple):
    """A line of the net: its path, its degrees, and where it leaves the sheet."""

    degrees: float
    is_parallel: bool
    drawn: str
    end: XY


def net_of(frame: Frame) -> tuple[Meridian, ...]:
    """The meridians and parallels that cross a frame."""
    box = frame.box
    widest = max(box.right - box.left, box.high - box.low)
    step = next((step for step in _NETS if widest / step <= _LINES), _NETS[-1])
    found: list[Meridian] = []
    for degrees in _multiples(box.low, box.high, step):
        points = [(box.left + (box.right - box.left) * part / _BENDS, degrees) for part in range(_BENDS + 1)]
        found += _line(frame, points, degrees, is_parallel=True)
    for degrees in _multiples(box.left, box.right, step):
        points = [(degrees, box.low + (box.high - box.low) * part / _BENDS) for part in range(_BENDS + 1)]
        found += _line(frame, points, degrees, is_parallel=False)
    return tuple(found)


_LINES: Final = 7
_BENDS: Final = 12


def _multiples(first: float, last: float, step: float) -> Iterator[float]:
    number = ceil(first / step)
    while number * step <= last:
        yield number * step
        number += 1


def _line(frame: Frame, points: Sequence[XY], degrees: float, *, is_parallel: bool) -> Iterator[Meridian]:
    for piece in line_within(frame.place(points), frame.bounds):
        if _length(piece) >= _SHORTEST:
            # Parallels are named at the left of the sheet, meridians at its foot.
            end = min(piece) if is_parallel else max(piece, key=lambda point: point[1])
            yield Meridian(degrees, is_parallel, path(piece), end)
            return
