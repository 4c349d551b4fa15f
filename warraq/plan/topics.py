"""The index of topics: all that the records of the site are about, on one page, as at the end of a fine book."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from warraq.fingerprint import mark_of_lines
from warraq.link.holdings import Holding
from warraq.link.library import Library
from warraq.model.addresses import facet_path, list_path, topics_path
from warraq.model.kinds import KIND
from warraq.model.words import N_
from warraq.plan.desk import Desk
from warraq.plan.facets import in_order, name_of, path_of, value_line
from warraq.plan.index_views import SectionView, SubjectView, TopicsView
from warraq.plan.listings import in_order as records_in_order
from warraq.plan.listings import letters
from warraq.plan.pages import Versions, crumbs, frame
from warraq.plan.surroundings import Cards
from warraq.plan.views import CountView, LetterView, LinkView

SUBJECTS: Final = 80
"""Subjects of one part of the index; where there are more, those that most records are about."""

TERMS: Final = 160
"""Words of the glossary that the index names; of a longer one it has the letters."""


class Section(NamedTuple):
    """A part of the index: the values of one facet, or of several that have the same ones."""

    anchor: str
    label: str
    facets: tuple[str, ...]


GLOSSARY: Final = Section("terms", N_("Words of the glossary"), ())
"""The one part that has records of its own for subjects."""

SECTIONS: Final = (
    Section("fields", N_("Fields"), ("stories/field", "events/field", "projects/field")),
    Section("centuries", N_("Centuries"), ("stories/century", "people/century", "works/century", "journeys/century")),
    Section("works", N_("Works by kind"), ("works/type",)),
    Section("places", N_("Places"), ("stories/place", "places/within", "institutions/place")),
    Section("roles", N_("People by role"), ("people/role",)),
    GLOSSARY,
    Section("materials", N_("Works by material"), ("works/material",)),
    Section("makers", N_("Works by maker"), ("works/maker",)),
    Section("holders", N_("Works by holder"), ("works/holder",)),
    Section("journeys", N_("Journeys by place"), ("journeys/from", "journeys/through", "journeys/to")),
    Section("years", N_("Events by year"), ("events/year",)),
    Section("kinds-of-places", N_("Places by kind"), ("places/type",)),
    Section("institutions", N_("Institutions by kind"), ("institutions/type",)),
    Section("events", N_("Events by kind"), ("events/type",)),
    Section("gifts", N_("Gifts by kind"), ("gifts/type",)),
)  # fmt: skip


def has_topics(library: Library) -> bool:
    """Whether there is anything to look up by topic."""
    return bool(library.by_kind["terms"] or library.holdings)


def topics_mark(library: Library, code: str) -> str:
    """The fingerprint of what the index of topics shows."""
    lines = [section_mark(library, section, code) for section in SECTIONS]
    terms = library.by_kind["terms"]
    return mark_of_lines(*lines, str(len(terms)), *(term.face(code).mark for term in terms))


def section_mark(library: Library, section: Section, code: str) -> str:
    """The fingerprint of what a part of the index shows."""
    holdings, values = _subjects(library, section)
    lines = (
        value_line(holding, value, library, code)
        for holding in holdings
        for value in values
        if value in holding.values
    )
    return mark_of_lines(section.anchor, *map(_size, holdings), *lines)


def _size(holding: Holding) -> str:
    return f"{holding.facet.key} {len(holding.values)}"


def _subjects(library: Library, section: Section) -> tuple[list[Holding], list[str]]:
    """The facets of a part that readers can choose by, and the values of them that the index names."""
    holdings = [library.holdings[key] for key in section.facets if key in library.holdings]
    counts: dict[str, int] = {}
    for holding in holdings:
        for value, entries in holding.values.items():
            counts[value] = counts.get(value, 0) + len(entries)
    return holdings, sorted(counts, key=lambda value: (-counts[value], value))[:SUBJECTS]


def topics_view(desk: Desk, cards: Cards) -> TopicsView:
    """The index of topics in a language."""
    heading = desk.say(N_("Topics"))
    intro = desk.say(N_("What the stories, people and works are about, and how many there are of each."))
    sections = (_glossary(desk, cards) if s is GLOSSARY else section_view(desk, s, cards) for s in SECTIONS)
    return TopicsView(
        **frame(desk, Versions(topics_path, desk.site.codes)),
        template="pages/topics.html",
        title=heading,
        description=intro,
        crumbs=crumbs(desk),
        heading=heading,
        intro=intro,
        sections=tuple(section for section in sections if section is not None),
    )


def section_view(desk: Desk, section: Section, cards: Cards) -> SectionView | None:
    """A part of the index; None where nothing belongs to it."""
    holdings, values = _subjects(cards.library, section)
    if not holdings:
        return None
    is_single = len(section.facets) == 1
    subjects = (
        _subject(desk, section, holdings, value, cards, is_single=is_single)
        for value in in_order(desk, holdings[0].facet, values, cards)
    )
    more = [holding for holding in holdings if any(value not in values for value in holding.values)]
    return SectionView(
        anchor=section.anchor,
        label=section.label,
        href=desk.to(facet_path(holdings[0].facet.key, desk.code)) if is_single else "",
        subjects=tuple(subjects),
        more=tuple(
            LinkView(
                desk.to(facet_path(holding.facet.key, desk.code)),
                desk.words(desk.say(holding.facet.title), desk.code),
            )
            for holding in more
        ),
    )


def _subject(
    desk: Desk, section: Section, holdings: Sequence[Holding], value: str, cards: Cards, *, is_single: bool
) -> SubjectView:
    """A value with the lists of the records that have it."""
    facet = holdings[0].facet
    counts = tuple(
        CountView(
            kind=holding.facet.kind,
            label="" if is_single else holding.facet.short or KIND[holding.facet.kind].many,
            href=desk.to(path_of(holding, value, desk.code)),
            count=len(holding.values[value]),
        )
        for holding in holdings
        if value in holding.values
    )
    page = desk.to(cards.of(f"{facet.of}/{value}").path) if facet.is_of_records else ""
    href = counts[0].href if is_single else page
    return SubjectView(name_of(desk, facet, value, cards), href, f"{section.anchor}-{value}", counts)


def _glossary(desk: Desk, cards: Cards) -> SectionView | None:
    terms = cards.library.by_kind["terms"]
    if not terms:
        return None
    path = list_path("terms", desk.code)
    shown: tuple[SubjectView, ...] = ()
    first: tuple[LetterView, ...] = ()
    if len(terms) <= TERMS:
        found = desk.in_order(cards.of(term.key) for term in terms)
        shown = tuple(SubjectView(card.title, desk.to(card.path), f"terms-{card.id}", ()) for card in found)
    else:
        filed = records_in_order(desk, KIND["terms"].order, terms, cards)
        first = letters(desk, lambda number: list_path("terms", desk.code, number), filed)
    return SectionView(GLOSSARY.anchor, GLOSSARY.label, desk.to(path), shown, (), first)
