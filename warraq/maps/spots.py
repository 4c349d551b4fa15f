"""Spots and ways as they are given to a map, and which spots a sheet has room for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import hypot, sqrt
from typing import Final, NamedTuple

from warraq.maps.frame import Bounds, Frame
from warraq.maps.projection import XY


class Spot(NamedTuple):
    """Something at a point of the earth."""

    key: str
    longitude: float
    latitude: float
    name: str
    language: str
    direction: str
    """Of its name: `rtl` or `ltr`."""
    href: str = ""
    title: str = ""
    """What it is called where it is read aloud; its name, where this is empty."""
    weight: float = 1
    """What its area stands for."""
    region: str = ""
    number: str = ""
    """Digits that stand before its name."""
    is_own: bool = False
    """Whether the map is about it."""

    @property
    def words(self) -> str:
        """Its label."""
        return f"{self.number} {self.name}" if self.number else self.name

    @property
    def point(self) -> XY:
        """Its longitude and latitude."""
        return self.longitude, self.latitude


class Way(NamedTuple):
    """A way from stop to stop; None for one whose point is not known."""

    stops: tuple[XY | None, ...]
    href: str = ""
    title: str = ""

    @property
    def legs(self) -> list[tuple[XY, XY, bool]]:
        """From each stop that is known to the next, and whether others lie between that are not."""
        found: list[tuple[XY, XY, bool]] = []
        before: XY | None = None
        is_unsure = False
        for stop in self.stops:
            if stop is None:
                is_unsure = True
                continue
            if before is not None and stop != before:
                found.append((before, stop, is_unsure))
            before, is_unsure = stop, False
        return found


class Dot(NamedTuple):
    """A spot on a sheet."""

    spot: Spot
    x: float
    y: float
    radius: float

    @property
    def box(self) -> Bounds:
        """The rectangle around it."""
        return Bounds(self.x - self.radius, self.y - self.radius, self.x + self.radius, self.y + self.radius)


class Sizes(NamedTuple):
    """How large spots are drawn: the radii of the heaviest and of the lightest, and how many have room."""

    largest: float
    least: float
    most: int


def dots_of(spots: Sequence[Spot], frame: Frame, sizes: Sizes) -> list[Dot]:
    """The spots of a sheet, the heaviest first; one that would lie under a heavier one is left to the list.

    The area of a dot is as its weight, down to the least that can be seen.
    """
    heaviest = max((spot.weight for spot in spots), default=1) or 1
    found: list[Dot] = []
    order = sorted(spots, key=lambda spot: (not spot.is_own, -spot.weight, spot.key))
    rim = frame.bounds.grown(-sizes.least)
    for spot, (x, y) in zip(order, frame.place(spot.point for spot in order), strict=True):
        radius = max(sizes.least, sizes.largest * sqrt(spot.weight / heaviest))
        if len(found) == sizes.most:
            break
        if rim.holds(x, y) and not _is_under(x, y, radius, found):
            found.append(Dot(spot, x, y, radius))
    return found


_APART: Final = 2.0
"""Units between the middle of a dot and the rim of a larger one, so that it can still be met."""


def _is_under(x: float, y: float, radius: float, others: Iterable[Dot]) -> bool:
    return any(hypot(x - dot.x, y - dot.y) < max(radius, dot.radius) + _APART for dot in others)
