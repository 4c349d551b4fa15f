"""The home pages: what they show, and their views."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from warraq.fingerprint import digest
from warraq.index.entry import Entry
from warraq.link.holdings import Holding
from warraq.link.library import Library
from warraq.model.addresses import home_path, list_path, map_path, timeline_path, topics_path
from warraq.model.facets import number_of
from warraq.model.kinds import KIND, KINDS
from warraq.model.site import Site, words
from warraq.model.values import Text
from warraq.plan.charts import JOURNEYS_AT_HOME, PLACES_AT_HOME, Chart, Trip, spots_of, ways_of
from warraq.plan.chronology import by_century
from warraq.plan.desk import Desk
from warraq.plan.facets import path_of
from warraq.plan.home_views import CenturyView, HomeView, PairView, ShoreView
from warraq.plan.pages import Versions, frame
from warraq.plan.surroundings import Cards
from warraq.plan.timeline_choice import Timeline
from warraq.plan.topics import has_topics
from warraq.plan.views import CardView, CountView


@dataclass(frozen=True)
class Home:
    """The records that a home page shows; it stays small however large the site grows."""

    lead: Entry | None
    start: tuple[Entry, ...]
    pairs: tuple[tuple[Text, Entry, Entry], ...]
    """Stories that face each other, and what both tell of."""
    shores: tuple[tuple[str, tuple[Entry, ...]], ...]
    """The newest stories of each region, but for the lead and the path."""
    centuries: tuple[tuple[int, tuple[Entry, ...]], ...]
    """The most important of each century of the common era, which all readers share; in the order of time."""
    people: tuple[Entry, ...]
    counts: tuple[tuple[str, int], ...]
    """How many records there are of each kind."""
    by_century: tuple[Holding, ...]
    """The facets of centuries."""
    has_topics: bool


REGIONS_FROM_EAST = ("isfahan", "bridge", "palestine")
ON_A_SHORE = 8
IN_A_CENTURY = 8
NAMES_AT_HOME = 120


def home_of(library: Library, site: Site, timeline: Timeline) -> Home:
    """What the home pages show."""
    facts, stories = site.facts, library.stories
    lead = (library.follow(facts.home.lead) if facts.home.lead else None) or next(iter(stories), None)
    start = tuple(found for ref in facts.home.start if (found := library.follow(ref)))
    pairs = []
    for pair in facts.home.pairs:
        first, second = map(library.follow, pair.stories)
        if first and second:
            pairs.append((pair.on, first, second))
    shores, told = [], {lead, *start}
    for region in REGIONS_FROM_EAST:
        there = (story for story in stories if story.region == region and story not in told)
        shores.append((region, tuple(islice(there, ON_A_SHORE))))
    kinds = [kind.name for kind in KINDS if kind.name != "pages"]
    counts = tuple((name, len(library.by_kind[name])) for name in kinds if library.by_kind[name])
    return Home(
        lead,
        start,
        tuple(pairs),
        tuple(shores),
        _centuries(timeline),
        library.by_kind["people"],
        counts,
        tuple(holding for holding in library.holdings.values() if holding.facet.of == "century"),
        has_topics(library),
    )


def _centuries(timeline: Timeline) -> tuple[tuple[int, tuple[Entry, ...]], ...]:
    return tuple(
        (century, timeline.highlights(same, IN_A_CENTURY)) for century, same in by_century(timeline.once)
    )


def home_mark(home: Home, code: str) -> str:
    """The fingerprint of what a home page shows."""
    shores = [(region, [e.face(code).mark for e in stories]) for region, stories in home.shores]
    centuries = [(century, [e.face(code).mark for e in same]) for century, same in home.centuries]
    pairs = [(repr(on), first.face(code).mark, second.face(code).mark) for on, first, second in home.pairs]
    single = [entry.face(code).mark for entry in (home.lead, *home.start, *home.people) if entry]
    of_centuries = [
        (holding.facet.key, value, len(entries), holding.parts(value))
        for holding in home.by_century
        for value, entries in holding.values.items()
    ]
    return digest(
        repr(
            (home.lead is None, pairs, shores, centuries, single, home.counts, of_centuries, home.has_topics)
        )
    )


def home_view(desk: Desk, home: Home, chart: Chart, trips: Sequence[Trip], cards: Cards) -> HomeView:
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
        pairs=tuple(_pair(desk, *pair, cards) for pair in home.pairs),
        shores=tuple(
            _shore(desk, region, stories, cards) for region, stories in _from_east(desk, home) if stories
        ),
        centuries=tuple(_century_view(desk, home, century, same, cards) for century, same in home.centuries),
        timeline=desk.to(timeline_path(desk.code)) if home.centuries else "",
        spots=spots_of(desk, chart.placed[:PLACES_AT_HOME], cards),
        ways=ways_of(desk, trips[:JOURNEYS_AT_HOME]),
        map=desk.to(map_path(desk.code)),
        names=tuple(desk.link(person) for person in people[:NAMES_AT_HOME]),
        counts=tuple(
            CountView(name, KIND[name].many, desk.to(list_path(name, desk.code)), count)
            for name, count in home.counts
        ),
        topics=desk.to(topics_path(desk.code)) if home.has_topics else "",
        seed="home",
    )


def _cards(desk: Desk, entries: Iterable[Entry], cards: Cards) -> tuple[CardView, ...]:
    return tuple(desk.card(cards.of(entry.key)) for entry in entries)


def _from_east(desk: Desk, home: Home) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    """The regions in the order of reading that sets the eastern one at the right hand, as on a map."""
    return home.shores if desk.language.direction == "rtl" else home.shores[::-1]


def _pair(desk: Desk, on: Text, first: Entry, second: Entry, cards: Cards) -> PairView:
    """Two stories in the order of reading that sets the eastern one at the right hand."""
    both = sorted(
        (first, second),
        key=lambda story: REGIONS_FROM_EAST.index(story.region),
        reverse=desk.language.direction == "ltr",
    )
    return PairView(words(on, desk.code), _cards(desk, both, cards))


def _shore(desk: Desk, region: str, stories: tuple[Entry, ...], cards: Cards) -> ShoreView:
    return ShoreView(region, desk.shore(region), _cards(desk, stories, cards))


def _century_view(desk: Desk, home: Home, century: int, same: tuple[Entry, ...], cards: Cards) -> CenturyView:
    counts = tuple(
        CountView(
            holding.facet.kind,
            KIND[holding.facet.kind].many,
            desk.to(path_of(holding, value, desk.code)),
            len(holding.values[value]),
        )
        for holding in home.by_century
        for value in holding.values
        if number_of(value) == century
    )
    anchor = f"c{century}"
    href = f"{desk.to(timeline_path(desk.code))}#{anchor}"
    return CenturyView(desk.time(desk.century(century)), anchor, href, _cards(desk, same, cards), counts)
