"""Facets as readers see them: the names of their values, and the choice among them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from warraq.fingerprint import mark_of_lines
from warraq.lang.collation import index_key
from warraq.lang.historic_date import HistoricDate
from warraq.link.holdings import Holding
from warraq.link.library import Library
from warraq.model.addresses import facet_path, list_path
from warraq.model.facets import FACETS_OF, MANY, Facet, number_of
from warraq.model.worded import Words
from warraq.plan.desk import Desk
from warraq.plan.surroundings import Cards
from warraq.plan.views import ChoicesView, ChoiceView

CHOICES: Final = 16
"""Values of a facet that a list offers; where there are more, those that most records have."""


def offered(library: Library, kind: str) -> list[Holding]:
    """The facets by which readers can part the list of a kind."""
    found = (library.holdings.get(facet.key) for facet in FACETS_OF.get(kind, ()))
    return [holding for holding in found if holding is not None]


def name_of(desk: Desk, facet: Facet, value: str, cards: Cards) -> Words:
    """A value in the reader's words."""
    if facet.is_of_records:
        return cards.of(f"{facet.of}/{value}").title
    time = time_of(desk, facet, value)
    if time is not None:
        return desk.time(time)
    if facet.many and value in MANY:
        return desk.words(desk.catalog.translations.pgettext("many", MANY[value]), desk.code)
    word = desk.word(value)
    return desk.words(word[:1].upper() + word[1:], desk.code)


def time_of(desk: Desk, facet: Facet, value: str) -> HistoricDate | None:
    """The time that a value is, None for values of other facets."""
    if facet.of == "century":
        return desk.century(number_of(value))
    return desk.year(number_of(value)) if facet.of == "year" else None


def in_order(desk: Desk, facet: Facet, values: Iterable[str], cards: Cards) -> list[str]:
    """Values as readers look for them: centuries as they went, years from the latest on, all else by the alphabet."""
    if facet.of in {"century", "year"}:
        return sorted(values, key=number_of, reverse=facet.of == "year")
    return sorted(
        values, key=lambda value: (index_key(filed_of(desk, facet, value, cards), desk.code), value)
    )


def filed_of(desk: Desk, facet: Facet, value: str, cards: Cards) -> str:
    """The words under which a value stands in an index."""
    if facet.is_of_records:
        return cards.of(f"{facet.of}/{value}").filed
    return name_of(desk, facet, value, cards).text


def path_of(holding: Holding, value: str, code: str) -> str:
    """The page of the records with a value: the list of the kind itself, where all have it."""
    facet = holding.facet
    return facet_path(facet.key, code, value) if holding.parts(value) else list_path(facet.kind, code)


def choices_view(
    desk: Desk, holding: Holding, cards: Cards, *, current: str = "", counted: bool = True
) -> ChoicesView:
    """The values of a facet that a list offers; `current` is the one whose page this is."""
    facet = holding.facet
    shown = holding.most_used(CHOICES)
    return ChoicesView(
        name=facet.name,
        label=facet.label,
        choices=tuple(
            choice_view(desk, holding, value, cards, current=current, counted=counted)
            for value in in_order(desk, facet, shown, cards)
        ),
        href=desk.to(facet_path(facet.key, desk.code)),
        is_whole=len(shown) == len(holding.values),
    )


def choice_view(
    desk: Desk, holding: Holding, value: str, cards: Cards, *, current: str = "", counted: bool = True
) -> ChoiceView:
    """One value of a facet, with the number of records that have it."""
    return ChoiceView(
        words=name_of(desk, holding.facet, value, cards),
        href=desk.to(path_of(holding, value, desk.code)),
        count=len(holding.values[value]) if counted else 0,
        current=value == current,
    )


def choices_mark(holding: Holding, library: Library, code: str, *, counted: bool = True) -> str:
    """The fingerprint of the values that a list offers."""
    shown = holding.most_used(CHOICES)
    lines = (value_line(holding, value, library, code, counted=counted) for value in shown)
    return mark_of_lines(holding.facet.key, str(len(holding.values) > len(shown)), *lines)


def value_line(holding: Holding, value: str, library: Library, code: str, *, counted: bool = True) -> str:
    """A line that is another one where the name of a value, what it leads to or its count changes."""
    facet = holding.facet
    mark = library.marks[code][f"{facet.of}/{value}"] if facet.is_of_records else ""
    count = str(len(holding.values[value])) if counted else ""
    return f"{value} {holding.parts(value)} {count} {mark}"
