"""The maps of a site: the atlas of all its places, a glimpse of it, and small maps of one place or one journey."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from warraq.maps.frame import Frame, Shape, frame_around, frame_of_span
from warraq.maps.ground import ground_of
from warraq.maps.insets import inset_of
from warraq.maps.projection import Centre
from warraq.maps.sheet import Sheet, draw
from warraq.maps.spots import Sizes, Spot, Way
from warraq.maps.style import Room, Speech, Style

WIDE: Final = Style("wide", Sizes(26, 7, 110), 30, 25, 70, Room(7500, 3500, 9500))
TALL: Final = Style("tall", Sizes(20, 6, 60), 29, 26, 30, Room(4000, 1800, 4000))
INSET: Final = Style("inset", Sizes(22, 7, 40), 28, 24, 30, Room(1800, 1200, 4000))
GLIMPSE: Final = Style("glimpse", Sizes(18, 6, 40), 25, 0, 10, Room(4500, 1800, 4000), has_links=False)
PLACE: Final = Style("place", Sizes(9, 6, 12), 26, 0, 6, Room(3000, 0, 2500))
JOURNEY: Final = Style("journey", Sizes(8, 8, 40), 27, 0, 24, Room(3500, 1500, 2500))

_WIDE: Final = Shape(1800, 1080, 1400, 210, 400)
_TALL: Final = Shape(720, 600, 880, 80, 400)
_GLIMPSE: Final = Shape(720, 470, 620, 80, 200)
_JOURNEY: Final = Shape(760, 420, 760, 90, 120)


_BESIDE: Final = 0.9
"""The height of the enlarged part for that of the map, so that both end on one line where they stand side by side."""


class Atlas(NamedTuple):
    """The sheets of the atlas: for wide screens and paper, for narrow screens, and for both what is enlarged."""

    wide: str
    tall: str
    inset: str
    """Empty where nothing crowds."""


def atlas(spots: Sequence[Spot], ways: Sequence[Way], label: str, enlarged: str, speech: Speech) -> Atlas:
    """The map of all spots; ValueError without any."""
    points = [spot.point for spot in spots]
    frame = frame_around(points, _WIDE)
    tall = min(round(frame.height * _BESIDE), 1200)
    inner = inset_of(spots, frame, Shape(600, tall, tall, 90, 400))
    sheet = Sheet(frame, WIDE, spots, ways, "map_wide", label, inner)
    narrow = sheet._replace(frame=frame_around(points, _TALL), style=TALL, id="map_tall")
    inset = draw(Sheet(inner, INSET, spots, ways, "map_inset", enlarged), speech) if inner else ""
    return Atlas(draw(sheet, speech), draw(narrow, speech), inset)


def glimpse(spots: Sequence[Spot], ways: Sequence[Way], speech: Speech) -> str:
    """The map of all spots, small and without links; ValueError without any."""
    frame = frame_around([spot.point for spot in spots], _GLIMPSE)
    return draw(Sheet(frame, GLIMPSE, spots, ways, "map_land", ""), speech)


def place_map(spots: Sequence[Spot], label: str, speech: Speech) -> str:
    """The map of one spot, the first one, and of what lies around it."""
    return draw(Sheet(_frame_at(spots[0]), PLACE, spots, (), "map_land", label), speech)


_SPANS: Final = (6.0, 12.0, 24.0, 48.0)
"""Degrees of latitude that a small map is wide: the least that shows a shore, by which readers know where they are."""

_PARTS: Final = 6
"""Parts of its width to which its middle keeps, so that the places of one town share a ground."""

_SMALL: Final = (480, 400)


def _frame_at(spot: Spot) -> Frame:
    width, height = _SMALL
    for span in _SPANS:
        step = span / _PARTS
        centre = Centre(
            round(spot.longitude / step) * step, max(-85, min(85, round(spot.latitude / step) * step))
        )
        frame = frame_of_span(centre, span, width, height)
        if ground_of(frame).shore >= width / 2:
            break
    return frame


def journey_map(spots: Sequence[Spot], way: Way, label: str, speech: Speech) -> str:
    """The map of one journey."""
    frame = frame_around([spot.point for spot in spots], _JOURNEY)
    return draw(Sheet(frame, JOURNEY, spots, (way,), "map_land", label), speech)
