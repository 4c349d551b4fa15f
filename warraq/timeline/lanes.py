"""Lanes: rows in which things stand beside each other without touching."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Stretch(NamedTuple):
    """What a thing takes up of its lane, from one place to another."""

    start: float
    end: float


def pack(
    stretches: Sequence[Stretch],
    most: int,
    order: Sequence[float],
    taken: Sequence[tuple[int, Stretch]] = (),
    gap: float = 0,
) -> list[int | None]:
    """The lane of each, from 0, so that between any two in a lane there is a gap; None for those that find no room.

    The most important come first: of `most` lanes they are sure. `taken` are lanes with what stands there already.
    What has room is then put as near to lane 0 as it can be, in the order of these numbers.
    """
    lanes = _Lanes(most, taken, gap)
    sure = [lanes.place(stretch) for stretch in stretches]
    kept = [number for number, lane in enumerate(sure) if lane is not None]
    # By time reads best; by where they begin needs the fewest lanes.
    for key in (lambda number: (order[number], number), lambda number: (stretches[number], number)):
        lanes = _Lanes(most, taken, gap)
        found: list[int | None] = [None] * len(stretches)
        for number in sorted(kept, key=key):
            found[number] = lanes.place(stretches[number])
        if all(found[number] is not None for number in kept):
            return found
    return sure


class _Lanes:
    def __init__(self, most: int, taken: Sequence[tuple[int, Stretch]], gap: float) -> None:
        self._lanes: list[list[Stretch]] = [[] for _ in range(most)]
        self._gap = gap
        for lane, stretch in taken:
            self._lanes[lane].append(stretch)

    def place(self, stretch: Stretch) -> int | None:
        """The first lane in which there is room, which is taken now."""
        for number, lane in enumerate(self._lanes):
            if all(self._are_apart(stretch, other) for other in lane):
                lane.append(stretch)
                return number
        return None

    def _are_apart(self, one: Stretch, other: Stretch) -> bool:
        return one.end + self._gap <= other.start or other.end + self._gap <= one.start
