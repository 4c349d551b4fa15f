"""The Lambert azimuthal equal-area projection of a sphere, about a centre of its own for each map.

An area on the map is to an area on the earth as every other: dots sized by area lie on land that is measured alike. It
is at home everywhere, at the equator, at the poles and across the 180th meridian, and within a region of twenty degrees
no shape is drawn more than one per cent too long. The formulas are those of J. P. Snyder, Map Projections: A Working
Manual, U.S. Geological Survey Professional Paper 1395 (1987), pages 185 to 187.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import asin, atan2, cos, degrees, hypot, radians, sin, sqrt
from typing import Final

EARTH: Final = 6371.0088
"""The mean radius of the earth in kilometres (IUGG)."""

XY = tuple[float, float]

_ANTIPODAL: Final = 1e-12


@dataclass(frozen=True, slots=True)
class Centre:
    """The point that a map is drawn about, in degrees."""

    longitude: float
    latitude: float


@dataclass(frozen=True)
class Projection:
    """The plane that touches the earth at a centre: x to the east and y to the north, in radii of the earth."""

    centre: Centre

    @cached_property
    def _latitude(self) -> tuple[float, float]:
        latitude = radians(self.centre.latitude)
        return sin(latitude), cos(latitude)

    def plane(self, points: Iterable[XY]) -> list[XY]:
        """Where points of a longitude and a latitude in degrees lie in the plane."""
        sine, cosine = self._latitude
        middle = self.centre.longitude
        found = []
        for longitude, latitude in points:
            turn, rise = radians(longitude - middle), radians(latitude)
            up, along = sin(rise), cos(rise)
            beside, ahead = along * sin(turn), along * cos(turn)
            nearness = 1 + sine * up + cosine * ahead
            if nearness < _ANTIPODAL:  # the point opposite lies all around: anywhere on the outermost ring
                found.append((2.0, 0.0))
                continue
            stretch = sqrt(2 / nearness)
            found.append((stretch * beside, stretch * (cosine * up - sine * ahead)))
        return found

    def degrees(self, x: float, y: float) -> XY:
        """The longitude and the latitude of a point of the plane, the longitude within half a turn of the centre's."""
        sine, cosine = self._latitude
        away = hypot(x, y)
        if away == 0:
            return self.centre.longitude, self.centre.latitude
        angle = 2 * asin(min(away / 2, 1))
        fall, ahead = sin(angle), cos(angle)
        latitude = asin(max(-1, min(1, ahead * sine + y * fall * cosine / away)))
        turn = atan2(x * fall, away * cosine * ahead - y * sine * fall)
        return self.centre.longitude + degrees(turn), degrees(latitude)


def centroid(points: Iterable[XY]) -> Centre:
    """The middle of points of the globe, of which none is at odds with the 180th meridian or a pole."""
    x = y = z = 0.0
    for longitude, latitude in points:
        turn, rise = radians(longitude), radians(latitude)
        x, y, z = x + cos(rise) * cos(turn), y + cos(rise) * sin(turn), z + sin(rise)
    return Centre(degrees(atan2(y, x)), degrees(atan2(z, hypot(x, y))))
