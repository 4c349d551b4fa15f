"""A record in all languages of the site at once, as files for machines speak of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from warraq.index.card import Card
from warraq.index.entry import Entry
from warraq.model.records import Record
from warraq.model.site import Site
from warraq.model.worded import Words
from warraq.plan.desk import Desk
from warraq.plan.facts import fact_views
from warraq.plan.pages import absolute
from warraq.plan.surroundings import Surroundings
from warraq.plan.views import FactView, ValueView


@dataclass(frozen=True)
class Tongues:
    """A record with what surrounds it in each language."""

    record: Record
    entry: Entry
    desks: Mapping[str, Desk]
    around: Mapping[str, Surroundings]

    @property
    def site(self) -> Site:
        """The site."""
        return next(iter(self.desks.values())).site

    @property
    def cards(self) -> dict[str, Card]:
        """Its card in each language."""
        return {code: self.entry.card(code) for code in self.desks}

    def address(self, path: str) -> str:
        """The full address of a path of the site."""
        return absolute(next(iter(self.desks.values())), path)

    def said(self, choose: Callable[[Card], Words | None]) -> dict[str, str]:
        """What its cards say, by the language that it is said in: what is missing in one is not said in another."""
        found: dict[str, str] = {}
        for card in self.cards.values():
            words = choose(card)
            if words is not None:
                found.setdefault(words.language, words.text)
        return found

    def phrase(self, phrase: str) -> dict[str, str]:
        """A phrase of the interface in each language."""
        return {code: desk.say(phrase) for code, desk in self.desks.items()}

    def facts(self) -> list[tuple[dict[str, str], dict[str, tuple[str, ...]]]]:
        """The facts that its page shows: label and values by language, in the order of the page.

        What is the same in every language, such as a number or a list of other names, is in none: `none`.
        """
        labels: dict[str, dict[str, str]] = {}
        values: dict[str, dict[str, tuple[str, ...]]] = {}
        for code, desk in self.desks.items():
            for fact in fact_views(desk, self.record.facts, self.around[code]):
                labels.setdefault(fact.name, {})[code] = desk.say(fact.label)
                values.setdefault(fact.name, {})[code] = _words_of(fact, desk)
        return [(labels[name], _shared(values[name])) for name in labels]


def _shared(values: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    different = set(values.values())
    return {"none": different.pop()} if len(values) > 1 and len(different) == 1 else values


def _words_of(fact: FactView, desk: Desk) -> tuple[str, ...]:
    return tuple(filter(None, (_plain(value, desk) for value in fact.values)))


def _plain(value: ValueView, desk: Desk) -> str:
    """A value in plain words."""
    if value.word:
        name = desk.word(value.word)
        return " ".join(filter(None, (name, value.code, value.words.text if value.words else "")))
    if value.words:
        return value.words.text
    return value.date.text if value.date else value.code
