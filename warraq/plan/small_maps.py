"""The small maps on the pages of places and journeys.

They show what the page knows of anyway: the record itself, and the places that it names or that name it. So a place
that moves changes the cards around these pages and with them their keys, and no map is forgotten.
"""

from __future__ import annotations

from typing import Final

from warraq.index.card import Card
from warraq.lang.numbers import format_number
from warraq.model.addresses import map_path
from warraq.model.facts import Journey, Place
from warraq.model.records import Record
from warraq.model.words import N_
from warraq.plan.charts import spot_of, way_of
from warraq.plan.desk import Desk
from warraq.plan.small_map_views import SmallMapView
from warraq.plan.surroundings import Surroundings

NEIGHBOURS: Final = 40
"""Places around one that its map may show."""


def small_map(desk: Desk, record: Record, own: Card, around: Surroundings) -> SmallMapView | None:
    """The map on the page of a place or a journey; None where no point is known that it could show."""
    if isinstance(record.facts, Journey):
        return _of_journey(desk, record.facts, own, around)
    if isinstance(record.facts, Place) and own.point:
        return _of_place(desk, own, around)
    return None


def _of_place(desk: Desk, own: Card, around: Surroundings) -> SmallMapView:
    """A place, with those that it names and those that name it: what it is part of, and what is part of it."""
    keys = [named.key for named in around.named.values() if named.public] + list(around.speakers)
    others = (around.card(key) for key in dict.fromkeys(keys) if key.startswith("places/") and key != own.key)
    near = [spot_of(card, desk.to(card.path)) for card in others if card.point][:NEIGHBOURS]
    label = desk.say(N_("Where {name} lies")).replace("{name}", own.title.text)
    spots = (spot_of(own)._replace(is_own=True), *near)
    return SmallMapView("place", spots, None, label, desk.to(map_path(desk.code)))


def _of_journey(desk: Desk, facts: Journey, own: Card, around: Surroundings) -> SmallMapView | None:
    """The stops of a journey, numbered as in the list of them; one that is visited twice keeps its first number."""
    cards = [around.follow(stop.place) for stop in facts.stops]
    numbers: dict[str, list[int]] = {}
    for number, card in enumerate(cards, 1):
        if card and card.point:
            numbers.setdefault(card.key, []).append(number)
    if len(numbers) < 2:
        return None
    by_key = {card.key: card for card in cards if card}
    spots = tuple(
        spot_of(
            by_key[key],
            desk.to(by_key[key].path),
            weight=1 / found[0],
            number=format_number(found[0], desk.language, grouped=False),
        )
        for key, found in numbers.items()
    )
    label = desk.say(N_("The way of the journey"))
    way = way_of(cards)
    is_unsure = any(unsure for *_, unsure in way.legs)
    return SmallMapView("journey", spots, way, label, desk.to(map_path(desk.code)), is_unsure)
