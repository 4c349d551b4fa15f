"""What the template of the home page sees."""

from __future__ import annotations

from msgspec import Struct

from warraq.model.worded import Words
from warraq.plan.views import CardView, CountView, LinkView, PageView


class ShoreView(Struct, frozen=True):
    """One side of the home page: a region's name and its stories."""

    region: str
    name: str
    cards: tuple[CardView, ...]


class CenturyStripView(Struct, frozen=True):
    """A century of the strip, which leads to its place in the timeline."""

    label: Words
    anchor: str
    href: str
    cards: tuple[CardView, ...]


class HomeView(PageView, frozen=True, kw_only=True):
    title_parts: tuple[str, ...]
    """The site's title, parted after its colon, where a line may end."""
    lead: CardView | None
    start: tuple[CardView, ...]
    shores: tuple[ShoreView, ...]
    centuries: tuple[CenturyStripView, ...]
    timeline: str
    """Address of the timeline; empty where nothing is dated."""
    names: tuple[LinkView, ...]
    counts: tuple[CountView, ...]
    seed: str
