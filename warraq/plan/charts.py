"""What the map of a site shows: its places by what they hold, and its journeys."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from warraq.fingerprint import mark_of_lines
from warraq.index.card import Card
from warraq.index.entry import Entry
from warraq.lang.collation import index_anchor, index_key, index_letter
from warraq.link.library import Library
from warraq.maps.spots import Spot, Way
from warraq.model.addresses import PLACES_DATA, list_path, map_path
from warraq.model.facts import Journey
from warraq.model.kinds import KIND, KINDS
from warraq.model.records import Record
from warraq.model.values import Ref
from warraq.model.words import N_
from warraq.plan.desk import Desk
from warraq.plan.map_views import JourneyView, MapView, PlacesView, PlaceView, StopView
from warraq.plan.pages import Versions, crumbs, frame
from warraq.plan.surroundings import Cards, text_marks
from warraq.plan.views import CountView, LetterView, LinkView, ValueView

Fetch = Callable[[Entry], Record]
"""The record of an entry."""

PLACES_ON_MAP: Final = 300
"""Places on the map and in the list under it: those that hold most. More would be too heavy for a slow line."""

JOURNEYS_ON_MAP: Final = 60
"""Journeys in the list; as many of them are drawn as there is room for."""

UNPLACED: Final = 120
"""Places without a point that the page names."""

PLACES_AT_HOME: Final = 30
JOURNEYS_AT_HOME: Final = 12


class Placed(NamedTuple):
    """A place whose point is known, and how many records of each kind speak of it."""

    entry: Entry
    held: tuple[tuple[str, int], ...]

    @property
    def weight(self) -> int:
        """How many records speak of it."""
        return sum(count for _, count in self.held)


class Chart(NamedTuple):
    """The records of the map."""

    placed: tuple[Placed, ...]
    """Those that hold most, these first."""
    more: bool
    """Whether there are others whose point is known."""
    unplaced: tuple[Entry, ...]
    journeys: tuple[Entry, ...]
    """The earliest first."""
    more_journeys: bool


def chart_of(library: Library) -> Chart:
    """What the map of a library shows."""
    places = library.by_kind["places"]
    known = [Placed(entry, _held(library, entry)) for entry in places if entry.point]
    known.sort(key=lambda placed: (-placed.weight, placed.entry.key))
    unplaced = tuple(entry for entry in places if not entry.point)
    journeys = sorted(
        library.by_kind["journeys"], key=lambda entry: (entry.day is None, entry.day or 0, entry.key)
    )
    return Chart(
        tuple(known[:PLACES_ON_MAP]),
        len(known) > PLACES_ON_MAP or len(unplaced) > UNPLACED,
        unplaced[:UNPLACED],
        tuple(journeys[:JOURNEYS_ON_MAP]),
        len(journeys) > JOURNEYS_ON_MAP,
    )


def _held(library: Library, entry: Entry) -> tuple[tuple[str, int], ...]:
    counts = Counter(key.partition("/")[0] for key in library.speakers(entry.key))
    return tuple((kind.name, counts[kind.name]) for kind in KINDS if counts[kind.name])


def chart_mark(library: Library, chart: Chart, code: str) -> str:
    """The fingerprint of what the page of the map shows."""
    places = (f"{placed.entry.face(code).mark} {placed.held}" for placed in chart.placed)
    unplaced = (entry.face(code).mark for entry in chart.unplaced)
    counts = f"{len(chart.placed)} {chart.more} {len(chart.unplaced)} {chart.more_journeys}"
    return mark_of_lines(counts, *places, *unplaced, *_journey_marks(library, chart.journeys, code))


def glimpse_mark(library: Library, chart: Chart, code: str) -> str:
    """The fingerprint of the glimpse of the map on the home page."""
    places = (f"{placed.entry.face(code).mark} {placed.weight}" for placed in chart.placed[:PLACES_AT_HOME])
    return mark_of_lines(*places, "", *_journey_marks(library, chart.journeys[:JOURNEYS_AT_HOME], code))


def _journey_marks(library: Library, journeys: Iterable[Entry], code: str) -> list[str]:
    marks: list[str] = []
    for entry in journeys:
        marks += [entry.face(code).text, *text_marks(library, entry, code)]
    return marks


# ------------------------------------------------------------ spots and ways


def spot_of(card: Card, href: str = "", title: str = "", weight: float = 1, number: str = "") -> Spot:
    """A place as a map shows it; ValueError for one whose point is not known."""
    if card.point is None:
        raise ValueError(card.key)
    latitude, longitude = card.point
    return Spot(
        key=card.id,
        longitude=longitude,
        latitude=latitude,
        name=card.title.text,
        language=card.title.language,
        direction=card.title.direction,
        href=href,
        title=title,
        weight=weight,
        region=card.region,
        number=number,
    )


def way_of(stops: Iterable[Card | None], href: str = "", title: str = "") -> Way:
    """A journey as a map shows it, by the cards of its stops; None for one that has no page."""
    points = (card.point if card else None for card in stops)
    return Way(tuple((point[1], point[0]) if point else None for point in points), href, title)


def spots_of(desk: Desk, placed: Iterable[Placed], cards: Cards) -> tuple[Spot, ...]:
    """Places as the map shows them."""
    found = []
    for place in placed:
        card, weight = cards.of(place.entry.key), place.weight
        said = desk.plural("{name}: one page speaks of it", "{name}: {count} pages speak of it", weight)
        title = said.replace("{name}", card.title.text) if weight else card.title.text
        found.append(spot_of(card, desk.to(card.path), title, weight))
    return tuple(found)


class Trip(NamedTuple):
    """A journey with its stops, each by its card or, where it has no page, by what the journey calls it."""

    card: Card
    stops: tuple[tuple[Ref, Card | None], ...]

    @property
    def is_placed(self) -> bool:
        """Whether two of its stops are on the map."""
        return sum(1 for _, card in self.stops if card and card.point) > 1


def trips_of(library: Library, journeys: Iterable[Entry], cards: Cards, fetch: Fetch) -> tuple[Trip, ...]:
    """Journeys with their stops."""
    found = []
    for entry in journeys:
        facts: Journey = fetch(entry).facts
        places = (library.follow(stop.place) for stop in facts.stops)
        stops = tuple(
            (stop.place, cards.of(place.key) if place else None)
            for stop, place in zip(facts.stops, places, strict=True)
        )
        found.append(Trip(cards.of(entry.key), stops))
    return tuple(found)


def ways_of(desk: Desk, trips: Iterable[Trip]) -> tuple[Way, ...]:
    """Journeys as the map shows them."""
    return tuple(
        way_of((card for _, card in trip.stops), desk.to(trip.card.path), trip.card.title.text)
        for trip in trips
        if trip.is_placed
    )


# ------------------------------------------------------------ the page


def map_view(desk: Desk, chart: Chart, trips: Sequence[Trip], cards: Cards) -> MapView:
    """The page of the map."""
    heading = desk.say(N_("Map"))
    intro = desk.say(N_("The places of which the site tells, and the journeys between them."))
    ways = ways_of(desk, trips)
    placed = {placed.entry.key: placed for placed in chart.placed}
    order = desk.in_order(cards.of(key) for key in placed)
    groups = _by_letter(desk, order, placed)
    return MapView(
        **frame(desk, Versions(map_path, desk.site.codes)),
        template="pages/map.html",
        title=heading,
        description=intro,
        crumbs=crumbs(desk),
        heading=heading,
        intro=intro,
        spots=spots_of(desk, chart.placed, cards),
        ways=ways,
        letters=tuple(LetterView(group.label.text, f"#{group.anchor}") for group in groups),
        places=groups,
        journeys=tuple(_journey(desk, trip) for trip in trips),
        unplaced=tuple(desk.link(card) for card in desk.in_order(cards.of(e.key) for e in chart.unplaced)),
        all_places=_all(desk, "places", N_("All places")) if chart.more else None,
        all_journeys=_all(desk, "journeys", N_("All journeys")) if chart.more_journeys else None,
        data=desk.to(PLACES_DATA),
        has_unsure=any(is_unsure for way in ways for *_, is_unsure in way.legs),
    )


def _by_letter(desk: Desk, order: Sequence[Card], placed: Mapping[str, Placed]) -> tuple[PlacesView, ...]:
    by_letter = sorted(order, key=lambda card: (index_key(card.filed, desk.code), card.key))
    groups = []
    for letter, same in groupby(by_letter, key=lambda card: index_letter(card.filed, desk.code)):
        places = tuple(_place(desk, card, placed[card.key]) for card in same)
        anchor = index_anchor(letter, desk.code)
        groups.append(PlacesView(desk.words(letter, desk.code), anchor, places))
    return tuple(groups)


def _place(desk: Desk, card: Card, placed: Placed) -> PlaceView:
    counts = tuple(CountView(name, KIND[name].many, "", count) for name, count in placed.held)
    return PlaceView(desk.link(card), card.region, counts)


def _journey(desk: Desk, trip: Trip) -> JourneyView:
    stops = tuple(
        StopView(
            desk.value(card) if card else ValueView(words=desk.foreign(ref.target)),
            card is not None and card.point is not None,
        )
        for ref, card in trip.stops
    )
    return JourneyView(desk.link(trip.card), trip.card.life, trip.card.region, stops)


def _all(desk: Desk, kind: str, phrase: str) -> LinkView:
    return LinkView(desk.to(list_path(kind, desk.code)), desk.words(desk.say(phrase), desk.code), kind)
