"""The pages of the facets: one for all values of each, and the list of the records of each value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from warraq.fingerprint import mark_of_lines
from warraq.lang.collation import index_anchor, index_letter
from warraq.lang.date_text import format_equivalents
from warraq.link.holdings import Holding
from warraq.link.library import Library
from warraq.model.addresses import facet_path
from warraq.model.kinds import KIND
from warraq.model.words import N_
from warraq.plan.desk import Desk
from warraq.plan.facets import (
    choice_view,
    choices_mark,
    choices_view,
    filed_of,
    in_order,
    name_of,
    time_of,
    value_line,
)
from warraq.plan.index_views import ChoiceGroupView, FacetView, ValueListView
from warraq.plan.listings import GROUPS_OF, groups, letters, marks_of_pages, on_page, pages_of, titled
from warraq.plan.listings import in_order as records_in_order
from warraq.plan.pager import pager_view
from warraq.plan.pages import Versions, crumbs, frame
from warraq.plan.surroundings import Cards
from warraq.plan.views import LinkView

VALUES_LENGTH: Final = 240
"""Values on one page of those of a facet."""

FEW: Final = 12
"""So many lines are taken in at a glance, and need no letters."""


class FacetPage(NamedTuple):
    """A page of a facet: of all its values, or of the records with one of them."""

    facet: str
    value: str
    """Empty for the page of all values."""
    number: int

    def path(self, code: str) -> str:
        """Its address in a language."""
        return facet_path(self.facet, code, self.value, self.number)


def facet_pages(library: Library) -> Iterator[FacetPage]:
    """All pages of all facets."""
    for key, holding in library.holdings.items():
        for number in range(1, -(-len(holding.values) // VALUES_LENGTH) + 1):
            yield FacetPage(key, "", number)
        for value, entries in holding.values.items():
            for number in range(1, pages_of(len(entries)) + 1) if holding.parts(value) else ():
                yield FacetPage(key, value, number)


def facet_marks(library: Library, holding: Holding, value: str, code: str) -> Sequence[str]:
    """The fingerprints of what the pages of a value, or those of all values, show."""
    facet = holding.facet
    if not value:
        lines = (value_line(holding, each, library, code) for each in holding.values)
        whole = mark_of_lines(facet.key, *lines)
        count = -(-len(holding.values) // VALUES_LENGTH)
        return [mark_of_lines(str(number), whole) for number in range(1, count + 1)]
    name = value_line(holding, value, library, code)
    others = choices_mark(holding, library, code, counted=False)
    marks = marks_of_pages(library, holding.values[value], _order(holding), code)
    return [mark_of_lines(facet.key, name, mark, *(() if n else (others,))) for n, mark in enumerate(marks)]


def _order(holding: Holding) -> str:
    """The order of the records of a value: that of their kind, but in that of time where the value is one."""
    return "day" if holding.facet.of in {"century", "year"} else KIND[holding.facet.kind].order


def facet_view(desk: Desk, holding: Holding, number: int, cards: Cards) -> FacetView:
    """One of the pages of all values of a facet."""
    facet = holding.facet
    heading = desk.say(facet.title)

    def path(page: int) -> str:
        return facet_path(facet.key, desk.code, number=page)

    def versions(code: str) -> str:
        return facet_path(facet.key, code, number=number)

    values = in_order(desk, facet, holding.values, cards)
    has_letters = len(values) > FEW and facet.of not in {"century", "year"}
    lettered = [
        (index_letter(filed_of(desk, facet, value, cards), desk.code) if has_letters else "", value)
        for value in values
    ]
    count = -(-len(values) // VALUES_LENGTH)
    intro = desk.say(facet.note) if facet.note else ""
    return FacetView(
        **frame(desk, Versions(versions, desk.site.codes)),
        template="pages/facet.html",
        title=titled(desk, heading, number),
        description=intro or heading,
        crumbs=crumbs(desk, facet.kind),
        name=facet.name,
        heading=heading,
        intro=intro,
        letters=(),
        groups=tuple(
            ChoiceGroupView(
                desk.words(letter, desk.code),
                index_anchor(letter, desk.code) if letter else "all",
                tuple(choice_view(desk, holding, value, cards) for _, value in same),
            )
            for letter, same in groupby(
                lettered[(number - 1) * VALUES_LENGTH : number * VALUES_LENGTH], key=lambda each: each[0]
            )
        ),
        pager=pager_view(desk, path, number, count),
    )


def value_view(desk: Desk, holding: Holding, value: str, number: int, cards: Cards) -> ValueListView:
    """One of the pages that list the records with a value."""
    facet, records = holding.facet, holding.values[value]
    name = name_of(desk, facet, value, cards)
    title = desk.say(N_("{list}: {value}")).format(list=desk.say(facet.title), value=name.text)

    def path(page: int) -> str:
        return facet_path(facet.key, desk.code, value, page)

    def versions(code: str) -> str:
        return facet_path(facet.key, code, value, number)

    has_others = number == 1 and len(holding.values) > 1
    time, order = time_of(desk, facet, value), _order(holding)
    own = cards.of(f"{facet.of}/{value}") if facet.is_of_records else None
    # Few records need no letters, and those of one century no century.
    is_grouped = order != "day" and len(records) > FEW
    filed = records_in_order(desk, order, records, cards, grouped=is_grouped)
    to_facet = desk.to(facet_path(facet.key, desk.code))
    return ValueListView(
        **frame(desk, Versions(versions, desk.site.codes)),
        template="pages/facet-value.html",
        title=titled(desk, title, number),
        description=title,
        crumbs=(
            *crumbs(desk, facet.kind),
            LinkView(to_facet, desk.words(desk.say(facet.label), desk.code)),
        ),
        region=own.region if own else "",
        kind=facet.kind,
        many=KIND[facet.kind].many,
        heading=name,
        dates=format_equivalents(time, desk.language) if time else "",
        summary=own.summary if own else None,
        record=desk.link(own) if own else None,
        pager=pager_view(desk, path, number, pages_of(len(records))),
        letters=letters(desk, path, filed) if is_grouped and order == "name" else (),
        groups=groups(desk, on_page(filed, number), cards),
        by=GROUPS_OF.get(order, "") if is_grouped else "",
        count=len(records),
        others=choices_view(desk, holding, cards, current=value, counted=False) if has_others else None,
    )
