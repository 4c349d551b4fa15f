"""What the templates of maps see: the map of all places, and the small maps of one place or one journey."""

from __future__ import annotations

from msgspec import Struct

from warraq.maps.spots import Spot, Way
from warraq.model.worded import Words
from warraq.plan.views import CountView, LetterView, LinkView, PageView, ValueView


class PlaceView(Struct, frozen=True):
    """A place in the list under the map, with what the site tells of it."""

    link: LinkView
    region: str
    counts: tuple[CountView, ...]


class PlacesView(Struct, frozen=True):
    """The places under a letter."""

    label: Words
    anchor: str
    places: tuple[PlaceView, ...]


class StopView(Struct, frozen=True):
    """A stop of a journey, and whether it is on the map."""

    place: ValueView
    is_placed: bool


class JourneyView(Struct, frozen=True):
    """A journey in the list under the map."""

    link: LinkView
    dates: str
    region: str
    stops: tuple[StopView, ...]


class MapView(PageView, frozen=True, kw_only=True):
    heading: str
    intro: str
    spots: tuple[Spot, ...]
    ways: tuple[Way, ...]
    letters: tuple[LetterView, ...]
    places: tuple[PlacesView, ...]
    journeys: tuple[JourneyView, ...]
    unplaced: tuple[LinkView, ...]
    """Places of which no point is known."""
    all_places: LinkView | None
    """The list of all places, where the map cannot have them all."""
    all_journeys: LinkView | None
    data: str
    """Address of the places as open data."""
    has_unsure: bool
    """Whether a way passes a stop whose point is not known."""
