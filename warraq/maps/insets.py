"""Which part of a map is shown again, enlarged, because spots crowd there."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot
from typing import Final

from warraq.maps.frame import Frame, Shape, frame_around
from warraq.maps.spots import Spot


def inset_of(spots: Sequence[Spot], frame: Frame, shape: Shape) -> Frame | None:
    """The frame of the part where most spots lie too close to be told apart; None where they do nowhere.

    Spots crowd where each lies so near another that their labels would meet. They are enlarged where that helps: the
    houses of a street would lie on each other still where the coast is drawn as large as its data allow.
    """
    best: Frame | None = None
    most = _FEWEST - 1
    for group in _crowds(spots, frame):
        closer = frame_around([spot.point for spot in group], shape)
        if closer.scale >= _WORTH_IT * frame.scale:
            apart = _told_apart(group, closer)
            if apart > most:
                best, most = closer, apart
    return best


_CLOSE: Final = 56.0
"""Units under which the labels of two spots are likely to meet: some two lines."""

_FEWEST: Final = 4
"""Spots that an enlargement must tell apart."""

_WORTH_IT: Final = 2.0
"""Times that it must be larger."""


def _crowds(spots: Sequence[Spot], frame: Frame) -> list[list[Spot]]:
    """The spots in groups, each of which hangs together by short distances (single linkage)."""
    placed = list(zip(spots, frame.place(spot.point for spot in spots), strict=True))
    placed.sort(key=lambda item: item[1])
    leader = list(range(len(placed)))

    def first(number: int) -> int:
        while leader[number] != number:
            leader[number] = number = leader[leader[number]]
        return number

    for number, (_, (x, y)) in enumerate(placed):
        for other in range(number + 1, len(placed)):
            _, (right, down) = placed[other]
            if right - x > _CLOSE:
                break
            if hypot(right - x, down - y) <= _CLOSE:
                leader[first(other)] = first(number)
    groups: dict[int, list[Spot]] = {}
    for number, (spot, _) in enumerate(placed):
        groups.setdefault(first(number), []).append(spot)
    return list(groups.values())


def _told_apart(group: Sequence[Spot], frame: Frame) -> int:
    """How many spots of a group lie apart in a frame."""
    found: list[tuple[float, float]] = []
    for x, y in frame.place(spot.point for spot in group):
        if all(hypot(x - right, y - down) >= _CLOSE / 2 for right, down in found):
            found.append((x, y))
    return len(found)
