"""What the templates of the timeline see."""

from __future__ import annotations

from msgspec import Struct

from warraq.plan.views import LinkView, PagerView, PageView
from warraq.timeline.picture import Picture


class DatedView(Struct, frozen=True):
    """A line of the list: what was when, what it is, and on which shore."""

    link: LinkView
    when: str
    kind: str
    """The kind's word for one record."""
    is_milestone: bool
    region: str
    shore: str
    """The name of its shore; empty where it belongs to none."""


class CenturyView(Struct, frozen=True):
    """A century of the common era with what the page lists of it."""

    label: str
    years: str
    """Its years in the other calendars of the reader."""
    anchor: str
    things: tuple[DatedView, ...]
    count: int
    """How many there are on the whole site."""
    href: str
    """Address of the page with all of them; empty where they all stand here."""


class TimelineView(PageView, frozen=True, kw_only=True):
    heading: str
    intro: str
    rule: str
    """Which things stand here, and why these."""
    picture: Picture
    sections: tuple[CenturyView, ...]
    leads: tuple[LinkView, ...]
    """The centuries of this page, or of the whole timeline where it is in several pages."""
    pager: PagerView | None
