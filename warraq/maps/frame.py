"""The frame of a map: what part of the earth it shows, and how large."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from math import radians
from typing import Final, NamedTuple

from warraq.maps.projection import EARTH, XY, Centre, Projection, centroid


class Bounds(NamedTuple):
    """A rectangle: of the drawing, or in degrees from west to east and from south to north."""

    left: float
    low: float
    right: float
    high: float

    def grown(self, by: float) -> Bounds:
        """The rectangle with so much more on each side."""
        return Bounds(self.left - by, self.low - by, self.right + by, self.high + by)

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.left <= x <= self.right and self.low <= y <= self.high


class Shape(NamedTuple):
    """How a sheet may be cut: its width in units, of which two are a pixel, and its height between two bounds."""

    width: int
    lowest: int
    highest: int
    edge: int
    """The room that is left between the outermost spot and the frame, where there are labels."""
    closest: float = 500.0
    """Units of a degree of latitude beyond which the coast is no good."""


@dataclass(frozen=True)
class Frame:
    """A part of the earth on a sheet: x from left to right, y from top to bottom, in units of half a pixel."""

    projection: Projection
    scale: float
    """Units of a radius of the earth."""
    width: int
    height: int

    @property
    def per_degree(self) -> float:
        """Units of a degree of latitude in the middle."""
        return self.scale * radians(1)

    @property
    def per_kilometre(self) -> float:
        """Units of a kilometre in the middle."""
        return self.scale / EARTH

    @property
    def bounds(self) -> Bounds:
        """The sheet."""
        return Bounds(0, 0, self.width, self.height)

    def place(self, points: Iterable[XY]) -> list[XY]:
        """Where points of a longitude and a latitude lie on the sheet."""
        scale, across, down = self.scale, self.width / 2, self.height / 2
        return [(across + scale * x, down - scale * y) for x, y in self.projection.plane(points)]

    def degrees(self, x: float, y: float) -> XY:
        """The longitude and the latitude of a point of the sheet."""
        return self.projection.degrees((x - self.width / 2) / self.scale, (self.height / 2 - y) / self.scale)

    @cached_property
    def box(self) -> Bounds:
        """The longitudes and latitudes that the sheet touches, with a little more around them."""
        over = _BESIDE
        steps = [step / _SAMPLES for step in range(_SAMPLES + 1)]
        left, right, top, foot = -over, self.width + over, -over, self.height + over
        rim = chain.from_iterable(
            (
                (left + (right - left) * step, top),
                (left + (right - left) * step, foot),
                (left, top + (foot - top) * step),
                (right, top + (foot - top) * step),
            )
            for step in steps
        )
        longitudes, latitudes = zip(*(self.degrees(x, y) for x, y in rim), strict=True)
        west, east, south, north = min(longitudes), max(longitudes), min(latitudes), max(latitudes)
        for pole in (-90.0, 90.0):
            ((x, y),) = self.place([(self.projection.centre.longitude, pole)])
            if self.bounds.grown(over).holds(x, y):
                south, north = min(south, pole), max(north, pole)
                west, east = self.projection.centre.longitude - 180, self.projection.centre.longitude + 180
        return Bounds(west, south, east, north)


_BESIDE: Final = 24
"""Units around the sheet where coasts are still followed, so that no stroke ends within it."""

_SAMPLES: Final = 16


def frame_around(points: Sequence[XY], shape: Shape) -> Frame:
    """The frame that holds all points, as large as its sheet allows; ValueError without any."""
    if not points:
        raise ValueError("a map of nothing")
    centre = centroid(points)
    for _ in range(_TRIES):
        projection = Projection(centre)
        columns, rows = zip(*projection.plane(points), strict=True)
        middle = projection.degrees((max(columns) + min(columns)) / 2, (max(rows) + min(rows)) / 2)
        centre = Centre(*(round(value, 4) for value in middle))
    columns, rows = zip(*Projection(centre).plane(points), strict=True)
    wide, tall = 2 * max(map(abs, columns)), 2 * max(map(abs, rows))
    scale = shape.closest / radians(1)
    if wide:
        scale = min(scale, (shape.width - 2 * shape.edge) / wide)
    if tall:
        scale = min(scale, (shape.highest - 2 * shape.edge) / tall)
    height = min(max(round(tall * scale) + 2 * shape.edge, shape.lowest), shape.highest)
    return Frame(Projection(centre), scale, shape.width, height)


_TRIES: Final = 4
"""Times that the middle is looked for: it moves with the projection that it is the centre of."""


def frame_of_span(centre: Centre, span: float, width: int, height: int) -> Frame:
    """The frame about a centre that is as wide as so many degrees of latitude are long."""
    return Frame(Projection(centre), width / radians(span), width, height)
