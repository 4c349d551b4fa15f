"""The line of a life on a person's page: birth, death, and what is dated of the person's own works and ways."""

from __future__ import annotations

from typing import Final

from warraq.index.card import Card
from warraq.lang.date_text import calendars_of
from warraq.plan.calendar_marks import calendar_marks
from warraq.plan.desk import Desk
from warraq.plan.surroundings import Surroundings
from warraq.timeline.life import WIDTH, YEARS_APART, Deed, LifeLine, room_of
from warraq.timeline.picture import Sign
from warraq.timeline.scale import Scale
from warraq.timeline.times import Edge, Time

_SIGNS: Final[dict[str, Sign]] = {"milestones": "milestone", "journeys": "journey", "works": "other"}
"""The kinds that are drawn on a line of life, the most telling first, with their marks."""


def life_line(desk: Desk, own: Card, around: Surroundings) -> LifeLine | None:
    """The line of a person's life; None for one of whom no date is known."""
    if own.time is None or own.kind_name != "people":
        return None
    days = room_of(own.time)
    calendars = calendars_of(own.time.last, desk.language)
    return LifeLine(
        language=desk.code,
        direction=desk.language.direction,
        first_day=days[0],
        last_day=days[1],
        life=own.time,
        region=own.region,
        marks=calendar_marks(desk, Scale(*days, WIDTH), YEARS_APART, calendars[:1]),
        deeds=tuple(_deed(card) for card in _deeds(own, around)),
    )


def _deeds(own: Card, around: Surroundings) -> list[Card]:
    found: list[Card] = []
    for kind in _SIGNS:
        cards = (card for card in around.speaking(kind) if own.key in card.people and card.time)
        found += sorted(cards, key=lambda card: (card.time.first if card.time else 0, card.key))
    # Birth and death are points of the line themselves, and what a milestone tells is not drawn a second time.
    ends = [edge for edge in (own.time.begins, own.time.ends) if edge] if own.time else []
    told = [card.time for card in found if card.kind_name == "milestones" and card.time]
    return [
        card
        for card in found
        if card.time
        and not any(_is_at(card.time, edge) for edge in ends)
        and (card.kind_name == "milestones" or not any(_tells(time, card.time) for time in told))
    ]


def _is_at(time: Time, edge: Edge) -> bool:
    """Whether a moment is the one at which a life began or ended."""
    return time.first <= edge.last and edge.first <= time.last and time.last - time.first < _SHORT


def _tells(milestone: Time, other: Time) -> bool:
    return other.nature == "moment" and milestone.first <= other.last and other.first <= milestone.last


_SHORT: Final = 3 * 366
"""Days that a moment may be unsure by and still be one."""


def _deed(card: Card) -> Deed:
    if card.time is None:
        raise ValueError(card.key)
    title = card.title
    return Deed(
        label=title.text,
        language=title.language,
        direction=title.direction,
        sign=_SIGNS[card.kind_name],
        time=card.time,
    )
