"""What of a line or an area lies within a rectangle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from warraq.maps.frame import Bounds
from warraq.maps.projection import XY


def area_within(points: Sequence[XY], bounds: Bounds) -> list[XY]:
    """The part of an area within a rectangle, by the algorithm of Sutherland and Hodgman (1974).

    Where the area has several parts there, these hang together along the rim.
    """
    found = list(points)
    for axis, limit, sign in (
        (0, bounds.left, 1),
        (0, bounds.right, -1),
        (1, bounds.low, 1),
        (1, bounds.high, -1),
    ):
        if not found:
            break
        if all(sign * point[axis] >= sign * limit for point in found):
            continue
        kept: list[XY] = []
        before = found[-1]
        was_inside = sign * before[axis] >= sign * limit
        for here in found:
            is_inside = sign * here[axis] >= sign * limit
            if is_inside != was_inside:
                part = (limit - before[axis]) / (here[axis] - before[axis])
                across = before[1 - axis] + part * (here[1 - axis] - before[1 - axis])
                kept.append((limit, across) if axis == 0 else (across, limit))
            if is_inside:
                kept.append(here)
            before, was_inside = here, is_inside
        found = kept
    return found


def line_within(points: Sequence[XY], bounds: Bounds) -> Iterator[list[XY]]:
    """The pieces of a line within a rectangle, each segment cut by the algorithm of Liang and Barsky (1984)."""
    piece: list[XY] = []
    for start, end in pairwise(points):
        cut = _segment_within(start, end, bounds)
        if cut is None:
            continue
        first, last = cut
        if piece and piece[-1] != first:
            yield piece
            piece = []
        piece = [*piece, last] if piece else [first, last]
    if piece:
        yield piece


def _segment_within(start: XY, end: XY, bounds: Bounds) -> tuple[XY, XY] | None:
    (x, y), across, up = start, end[0] - start[0], end[1] - start[1]
    enter, leave = 0.0, 1.0
    for rate, room in (
        (-across, x - bounds.left),
        (across, bounds.right - x),
        (-up, y - bounds.low),
        (up, bounds.high - y),
    ):
        if rate == 0:
            if room < 0:
                return None
        elif rate < 0:
            enter = max(enter, room / rate)
        else:
            leave = min(leave, room / rate)
    if enter >= leave:
        return None
    first = start if enter == 0 else (x + enter * across, y + enter * up)
    last = end if leave == 1 else (x + leave * across, y + leave * up)
    return first, last
