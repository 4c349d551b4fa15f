"""The home pages: what they show, and their views."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from warraq.fingerprint import digest
from warraq.index.entry import Entry
from warraq.link.library import Library
from warraq.model.addresses import home_path, list_path, timeline_path
from warraq.model.kinds import KIND, KINDS
from warraq.model.site import Site, words
from warraq.plan.chronology import by_century, century_label
from warraq.plan.desk import Desk
from warraq.plan.home_views import CenturyStripView, HomeView, ShoreView
from warraq.plan.pages import Versions, frame
from warraq.plan.surroundings import Cards
from warraq.plan.timeline_choice import Timeline
from warraq.plan.views import CardView, CountView


@dataclass(frozen=True)
class Home:
    """The records that a home page shows; it stays small however large the site grows."""

    lead: Entry | None
    start: tuple[Entry, ...]
    shores: tuple[tuple[str, tuple[Entry, ...]], ...]
    """The newest stories of each region."""
    centuries: tuple[tuple[int, tuple[Entry, ...]], ...]
    """The most important of each century of the common era, which all readers share; in the order of time."""
    people: tuple[Entry, ...]
    counts: tuple[tuple[str, int], ...]
    """How many records there are of each kind."""


ON_A_SHORE = 12
IN_A_CENTURY = 8
NAMES_AT_HOME = 120


def home_of(library: Library, site: Site, timeline: Timeline) -> Home:
    """What the home pages show."""
    facts, stories = site.facts, library.stories
    lead = (library.follow(facts.home.lead) if facts.home.lead else None) or next(iter(stories), None)
    start = tuple(found for ref in facts.home.start if (found := library.follow(ref)))
    shores = []
    for region in ("isfahan", "bridge", "palestine"):
        there = (story for story in stories if story.region == region and story is not lead)
        shores.append((region, tuple(islice(there, ON_A_SHORE))))
    kinds = [kind.name for kind in KINDS if kind.name != "pages"]
    counts = tuple((name, len(library.by_kind[name])) for name in kinds if library.by_kind[name])
    return Home(lead, start, tuple(shores), _centuries(timeline), library.by_kind["people"], counts)


def _centuries(timeline: Timeline) -> tuple[tuple[int, tuple[Entry, ...]], ...]:
    return tuple(
        (century, timeline.highlights(same, IN_A_CENTURY)) for century, same in by_century(timeline.once)
    )


def home_mark(home: Home, code: str) -> str:
    """The fingerprint of what a home page shows."""
    shores = [(region, [e.face(code).mark for e in stories]) for region, stories in home.shores]
    centuries = [(century, [e.face(code).mark for e in same]) for century, same in home.centuries]
    single = [entry.face(code).mark for entry in (home.lead, *home.start, *home.people) if entry]
    return digest(repr((home.lead is None, shores, centuries, single, home.counts)))


def home_view(desk: Desk, home: Home, cards: Cards) -> HomeView:
    """The home page of a language."""
    facts = desk.site.facts
    title = words(facts.title, desk.code)
    people = desk.in_order(cards.of(person.key) for person in home.people)
    return HomeView(
        **frame(desk, Versions(home_path, desk.site.codes, gate="/")),
        template="pages/home.html",
        title=title,
        title_parts=tuple(re.split(r"(?<=:)\s", title)),
        description=words(facts.description, desk.code),
        lead=desk.card(cards.of(home.lead.key)) if home.lead else None,
        start=_cards(desk, home.start, cards),
        shores=tuple(_shore(desk, region, stories, cards) for region, stories in _from_east(desk, home)),
        centuries=tuple(_century_view(desk, century, same, cards) for century, same in home.centuries),
        timeline=desk.to(timeline_path(desk.code)) if home.centuries else "",
        names=tuple(desk.link(person) for person in people[:NAMES_AT_HOME]),
        counts=tuple(
            CountView(name, KIND[name].many, desk.to(list_path(name, desk.code)), count)
            for name, count in home.counts
        ),
        seed="home",
    )


def _cards(desk: Desk, entries: Iterable[Entry], cards: Cards) -> tuple[CardView, ...]:
    return tuple(desk.card(cards.of(entry.key)) for entry in entries)


def _from_east(desk: Desk, home: Home) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    """The regions in the order of reading that sets the eastern one at the right hand, as on a map."""
    return home.shores if desk.language.direction == "rtl" else home.shores[::-1]


def _shore(desk: Desk, region: str, stories: tuple[Entry, ...], cards: Cards) -> ShoreView:
    return ShoreView(region, desk.shore(region), _cards(desk, stories, cards))


def _century_view(desk: Desk, century: int, same: tuple[Entry, ...], cards: Cards) -> CenturyStripView:
    anchor = f"c{century}"
    href = f"{desk.to(timeline_path(desk.code))}#{anchor}"
    label = desk.words(century_label(desk, century), desk.code)
    return CenturyStripView(label, anchor, href, _cards(desk, same, cards))
