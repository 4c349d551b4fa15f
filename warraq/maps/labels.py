"""Where the labels of spots go, so that none lies on another one, on a spot or beyond the sheet.

Each label has a few places around its spot that it would like, the best ones first: beside it on the side to which the
script runs, then above and under it, then in two lines, then at a distance with a fine line that leads there. Labels
choose in the order in which they are given, the weightiest spots first, and each takes the place that costs least:
places further down its list cost more, and so do those that lie on a way. Whoever finds no place at all is left out;
its name stays in the list under the map. The kinds of places, and their order, are usual since E. Imhof, Positioning
Names on Maps, The American Cartographer 2 (1975).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import cos, hypot, pi, sin
from typing import Final, Literal, NamedTuple

from warraq.maps.frame import Bounds
from warraq.maps.projection import XY

Side = Literal["left", "middle", "right"]
"""Which part of a label stands at its point: its left end, its middle or its right end."""


class Wish(NamedTuple):
    """A label that wants a place."""

    x: float
    y: float
    radius: float
    """Of its spot."""
    width: float
    ascent: float
    descent: float
    runs_left: bool
    """Whether its script runs from right to left: then it stands at the left of its spot first."""
    folded: float = 0.0
    """Its width in two lines; 0 where it has only one."""
    leading: float = 0.0
    """From one line to the next."""
    may_lead: bool = True
    """Whether it may stand at a distance."""


class Placed(NamedTuple):
    """Where a label stands."""

    x: float
    y: float
    """Of the line that its letters, or those of its first line, stand on."""
    side: Side
    box: Bounds
    lines: int = 1
    leader: tuple[XY, XY] | None = None
    """The line that leads to it from its spot, where it stands at a distance."""


def place_labels(
    wishes: Sequence[Wish],
    sheet: Bounds,
    taken: Iterable[Bounds] = (),
    spots: Iterable[tuple[float, float, float]] = (),
    ways: Iterable[XY] = (),
) -> list[Placed | None]:
    """A place for each label, or None for those that are left out.

    `taken` is what lies on the sheet besides, `spots` are those without labels, each with its radius, and `ways` are
    points of lines that are better left bare.
    """
    solid, soft = _Taken(sheet), _Taken(sheet)
    for box in taken:
        solid.add(box)
    for x, y, radius in (*((wish.x, wish.y, wish.radius) for wish in wishes), *spots):
        solid.add_spot(x, y, radius + _GAP / 2)
    for x, y in ways:
        soft.add(_around(x, y, _GAP / 2))
    found: list[Placed | None] = []
    for wish in wishes:
        best = _cheapest(wish, solid, soft)
        if best:
            solid.add(best.box)
            for x, y in _points(*best.leader) if best.leader else ():
                solid.add(_around(x, y, 1))
        found.append(best)
    return found


_GAP: Final = 6.0
"""Units between a spot and its label."""

_ON_A_WAY: Final = 24

_STEP: Final = 6.0
"""Units between the points at which a leading line is looked at."""

_DISTANCES: Final = (30.0, 54.0, 84.0)
_DIRECTIONS: Final = 16


def _cheapest(wish: Wish, solid: _Taken, soft: _Taken) -> Placed | None:
    best: Placed | None = None
    least = float("inf")
    for rank, place in enumerate(_places(wish)):
        if rank >= least:
            break
        cost = rank + (_ON_A_WAY if soft.meets(place.box) else 0)
        if cost >= least or not solid.is_free(place.box):
            continue
        if place.leader is None or solid.is_free_line(*place.leader, (wish.x, wish.y)):
            best, least = place, cost
    return best


def overlap(one: Bounds, other: Bounds) -> bool:
    """Whether two rectangles have more than a rim in common."""
    return one.left < other.right and other.left < one.right and one.low < other.high and other.low < one.high


def touches(box: Bounds, x: float, y: float, radius: float) -> bool:
    """Whether a rectangle and a disc have more than a rim in common."""
    aside = max(box.left - x, 0, x - box.right)
    above = max(box.low - y, 0, y - box.high)
    return hypot(aside, above) < radius


# ------------------------------------------------------------ the places that a label would like


def _places(wish: Wish) -> Iterator[Placed]:
    yield from _near(wish, 1)
    if wish.folded:
        yield from _near(wish, 2)
    if wish.may_lead:
        yield from _away(wish, 2 if wish.folded else 1)


def _near(wish: Wish, lines: int) -> Iterator[Placed]:
    """The places around a spot, in a ring."""
    x, y, away = wish.x, wish.y, wish.radius + _GAP
    extra = (lines - 1) * wish.leading
    # A label beside its spot has its letters, not their tails, in the middle.
    level = y + wish.ascent * 0.36 - extra / 2
    near: Side = "right" if wish.runs_left else "left"
    far: Side = "left" if wish.runs_left else "right"
    ahead = -1 if wish.runs_left else 1
    slant, room = away * 0.72, wish.radius + _GAP * 0.6
    above, under = y - slant * 0.84 - wish.descent - extra, y + slant * 0.84 + wish.ascent
    yield _placed(wish, x + ahead * away, level, near, lines)
    yield _placed(wish, x - ahead * away, level, far, lines)
    yield _placed(wish, x + ahead * slant, above, near, lines)
    yield _placed(wish, x + ahead * slant, under, near, lines)
    yield _placed(wish, x, y - room - wish.descent - extra, "middle", lines)
    yield _placed(wish, x, y + room + wish.ascent, "middle", lines)
    yield _placed(wish, x - ahead * slant, above, far, lines)
    yield _placed(wish, x - ahead * slant, under, far, lines)


def _away(wish: Wish, lines: int) -> Iterator[Placed]:
    """The places at a distance, with a line that leads there: the nearest first, and ahead before behind."""
    extra = (lines - 1) * wish.leading
    ahead = -1 if wish.runs_left else 1
    for distance in _DISTANCES:
        for number in range(_DIRECTIONS):
            turn = (number + 1) // 2 * (2 * pi / _DIRECTIONS) * (-1 if number % 2 else 1)
            right, down = ahead * cos(turn), sin(turn)
            end = wish.x + right * (wish.radius + distance), wish.y + down * (wish.radius + distance)
            start = wish.x + right * (wish.radius + 2), wish.y + down * (wish.radius + 2)
            if abs(right) < 0.3:
                foot = end[1] + (wish.ascent * 0.86 if down > 0 else -wish.descent - extra)
                yield _placed(wish, end[0], foot, "middle", lines)._replace(leader=(start, end))
            else:
                side: Side = "left" if right > 0 else "right"
                foot = end[1] + wish.ascent * 0.36 - extra / 2
                aside = _GAP / 2 if right > 0 else -_GAP / 2
                yield _placed(wish, end[0] + aside, foot, side, lines)._replace(leader=(start, end))


def _placed(wish: Wish, x: float, y: float, side: Side, lines: int) -> Placed:
    width = wish.width if lines == 1 else wish.folded
    left = x - {"left": 0.0, "middle": width / 2, "right": width}[side]
    foot = y + (lines - 1) * wish.leading + wish.descent
    return Placed(x, y, side, Bounds(left, y - wish.ascent, left + width, foot), lines)


# ------------------------------------------------------------ what lies on the sheet


@dataclass
class _Taken:
    """What already lies on the sheet, by squares."""

    sheet: Bounds
    boxes: dict[tuple[int, int], list[Bounds]] = field(default_factory=dict)
    spots: dict[tuple[int, int], list[tuple[float, float, float]]] = field(default_factory=dict)

    def add(self, box: Bounds) -> None:
        for square in _squares(box):
            self.boxes.setdefault(square, []).append(box)

    def add_spot(self, x: float, y: float, radius: float) -> None:
        for square in _squares(_around(x, y, radius)):
            self.spots.setdefault(square, []).append((x, y, radius))

    def meets(self, box: Bounds, own: XY | None = None) -> bool:
        """Whether a box meets anything but its own spot."""
        for square in _squares(box):
            if any(overlap(box, other) for other in self.boxes.get(square, ())):
                return True
            for x, y, radius in self.spots.get(square, ()):
                if (x, y) != own and touches(box, x, y, radius):
                    return True
        return False

    def is_free(self, box: Bounds) -> bool:
        """Whether a box lies on the sheet and meets nothing."""
        sheet = self.sheet
        is_inside = (
            box.left >= sheet.left
            and box.right <= sheet.right
            and box.low >= sheet.low
            and box.high <= sheet.high
        )
        return is_inside and not self.meets(box)

    def is_free_line(self, start: XY, end: XY, own: XY) -> bool:
        """Whether a line meets nothing but the spot that it comes from."""
        return not any(self.meets(_around(x, y, 1), own) for x, y in _points(start, end))


def _points(start: XY, end: XY) -> Iterator[XY]:
    parts = max(1, round(hypot(end[0] - start[0], end[1] - start[1]) / _STEP))
    for part in range(parts + 1):
        yield start[0] + (end[0] - start[0]) * part / parts, start[1] + (end[1] - start[1]) * part / parts


def _around(x: float, y: float, by: float) -> Bounds:
    return Bounds(x - by, y - by, x + by, y + by)


_SQUARE: Final = 64


def _squares(box: Bounds) -> Iterator[tuple[int, int]]:
    for column in range(int(box.left // _SQUARE), int(box.right // _SQUARE) + 1):
        for row in range(int(box.low // _SQUARE), int(box.high // _SQUARE) + 1):
            yield column, row
