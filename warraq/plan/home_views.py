"""What the template of the home page sees."""

from __future__ import annotations

from msgspec import Struct

from warraq.maps.spots import Spot, Way
from warraq.model.worded import Words
from warraq.plan.views import CardView, CountView, LinkView, PageView


class ShoreView(Struct, frozen=True):
    """One side of the home page: a region's name and its stories."""

    region: str
    name: str
    cards: tuple[CardView, ...]


class PairView(Struct, frozen=True):
    """Two stories that face each other."""

    on: str
    """What both tell of."""
    cards: tuple[CardView, ...]


class CenturyView(Struct, frozen=True):
    """A century of the strip, which leads to its place in the timeline: the first that is dated in it, and the rest."""

    label: Words
    anchor: str
    href: str
    cards: tuple[CardView, ...]
    counts: tuple[CountView, ...]
    """The lists of all that belongs to it, by kind."""


class HomeView(PageView, frozen=True, kw_only=True):
    title_parts: tuple[str, ...]
    """The site's title, parted after its colon, where a line may end."""
    lead: CardView | None
    start: tuple[CardView, ...]
    pairs: tuple[PairView, ...]
    shores: tuple[ShoreView, ...]
    """Those that have a story to show."""
    centuries: tuple[CenturyView, ...]
    timeline: str
    """Address of the timeline; empty where nothing is dated."""
    spots: tuple[Spot, ...]
    """Of the glimpse of the map; none where the site has no map."""
    ways: tuple[Way, ...]
    map: str
    """Address of the map."""
    names: tuple[LinkView, ...]
    counts: tuple[CountView, ...]
    topics: str
    """Address of the index of topics; empty where there is none."""
    seed: str
