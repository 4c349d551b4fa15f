"""What the page of a place or of a journey sees of its small map."""

from __future__ import annotations

from msgspec import Struct

from warraq.maps.spots import Spot, Way


class SmallMapView(Struct, frozen=True):
    """The map of a place or of a journey."""

    kind: str
    """`place` or `journey`."""
    spots: tuple[Spot, ...]
    """The place itself first; or the stops, by number."""
    way: Way | None
    label: str
    whole: str
    """Address of the map of all places."""
    has_unsure: bool = False
    """Whether the way passes a stop whose point is not known."""
