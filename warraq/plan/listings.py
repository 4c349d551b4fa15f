"""The pages that list: each kind's own, and the home page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import groupby
from typing import Final

from warraq.fingerprint import digest
from warraq.index.entry import Entry
from warraq.lang.collation import index_anchor, index_key, index_letter
from warraq.lang.numbers import format_number
from warraq.link.library import Library
from warraq.model.addresses import list_path
from warraq.model.kinds import Kind
from warraq.model.words import N_
from warraq.plan.desk import Desk
from warraq.plan.pager import pager_view
from warraq.plan.pages import Versions, crumbs, frame
from warraq.plan.sources import source_view
from warraq.plan.surroundings import Cards
from warraq.plan.views import (
    GroupView,
    LetterView,
    ListView,
    SourcesView,
)

INTROS: Final[dict[str, str]] = {
    "stories": N_("True stories from documented sources, told in each language by itself."),
    "milestones": N_("Dated facts of history, each in one line, with the source that gives the date."),
    "people": N_("Those who wrote, painted, healed, taught and travelled, in the order of the alphabet."),
    "places": N_("Cities, villages and buildings, with everything that the site tells of them."),
    "works": N_("Books, buildings, crafts and collections."),
    "journeys": N_("Who went from where to where, when, and what came of it."),
    "institutions": N_("Universities, hospitals, schools, museums and libraries."),
    "events": N_("Conferences, exhibitions, fairs and sessions, each with its source."),
    "projects": N_("Joint work of physicians, engineers and scholars, recorded only where a document shows it."),
    "gifts": N_("What was given, by whom and to whom, always with the source that says so."),
    "terms": N_("Words of the crafts, of learning and of travel, each in one line."),
    "sources": N_("The books and documents on which the stories rest."),
}  # fmt: skip


LIST_LENGTH = 60
"""Records on one page of a list: 60 cards weigh some 40 KB, which is enough for a slow line."""


def pages_of(records: int) -> int:
    """How many pages the list of so many records has."""
    return max(1, -(-records // LIST_LENGTH))


def list_view(
    desk: Desk, kind: Kind, records: Sequence[Entry], number: int, cards: Cards
) -> ListView | SourcesView:
    """One of the pages that list all these records of a kind."""
    heading, intro = desk.say(kind.many), desk.say(INTROS[kind.name])
    versions = Versions(lambda code: list_path(kind.name, code, number), desk.site.codes)
    title = heading
    if number > 1:
        title = desk.say(N_("{list}, page {number}")).format(
            list=heading, number=format_number(number, desk.language)
        )
    shared = {
        **frame(desk, versions),
        "title": title,
        "description": intro,
        "crumbs": crumbs(desk),
        "intro": intro,
        "heading": heading,
        "pager": pager_view(desk, partial(_path, kind, desk.code), number, pages_of(len(records))),
    }
    filed = _filed(desk, kind, records, cards)
    shown = filed[(number - 1) * LIST_LENGTH : number * LIST_LENGTH]
    if kind.name == "sources":
        sources = tuple(source_view(desk, cards.of(key)) for _, key in shown)
        return SourcesView(**shared, template="pages/sources.html", sources=sources)
    return ListView(
        **shared,
        template=f"pages/{kind.name}.html",
        kind=kind.name,
        letters=_letters(desk, kind, filed),
        groups=_groups(desk, shown, cards),
        count=len(records),
        seed=kind.name,
    )


Filed = tuple[str, str]
"""The letter that a record stands under, empty in a list that is not in alphabetical order, and its key."""


def _filed(desk: Desk, kind: Kind, records: Sequence[Entry], cards: Cards) -> list[Filed]:
    """All records of a list in its order."""
    if kind.order == "published":
        return [("", entry.key) for entry in records]
    found = desk.in_order(cards.of(entry.key) for entry in records)
    if kind.order == "date":
        # What has no date stands last, by name.
        days = {entry.key: entry.day for entry in records}
        by_time = sorted(found, key=lambda card: _no_day_last(days[card.key]))
        return [("", card.key) for card in by_time]
    if kind.name == "sources":
        return [
            ("", card.key)
            for card in sorted(found, key=lambda card: card.source.language if card.source else "")
        ]
    by_letter = sorted(found, key=lambda card: (index_key(card.filed, desk.code), card.key))
    return [(index_letter(card.filed, desk.code), card.key) for card in by_letter]


def _no_day_last(day: int | None) -> float:
    return float("inf") if day is None else day


def _groups(desk: Desk, filed: Sequence[Filed], cards: Cards) -> tuple[GroupView, ...]:
    groups = []
    for letter, same in groupby(filed, key=lambda item: item[0]):
        found = tuple(desk.card(cards.of(key)) for _, key in same)
        anchor = index_anchor(letter, desk.code) if letter else "all"
        groups.append(GroupView(desk.words(letter, desk.code), anchor, found))
    return tuple(groups)


def _letters(desk: Desk, kind: Kind, filed: Sequence[Filed]) -> tuple[LetterView, ...]:
    """The letters under which something stands, each with the page and the place where it begins."""
    first: dict[str, int] = {}
    for place, (letter, _) in enumerate(filed):
        if letter:
            first.setdefault(letter, place // LIST_LENGTH + 1)
    return tuple(
        LetterView(letter, f"{_beside(desk, kind, number)}#{index_anchor(letter, desk.code)}")
        for letter, number in first.items()
    )


def _path(kind: Kind, code: str, number: int) -> str:
    return list_path(kind.name, code, number)


def _beside(desk: Desk, kind: Kind, number: int) -> str:
    """The address of another page of the list, empty for this one."""
    path = list_path(kind.name, desk.code, number)
    return "" if path == desk.path else desk.to(path)


# ------------------------------------------------------------ which records stand on which page


def in_list(library: Library, kind: Kind) -> tuple[Entry, ...]:
    """The records of a list, stories in the order that all languages share."""
    return library.stories if kind.order == "published" else library.by_kind[kind.name]


def list_mark(records: Sequence[Entry], kind: Kind, number: int, code: str) -> str:
    """The fingerprint of what one page of a list shows."""
    shown = records
    if kind.order == "published":
        shown = records[(number - 1) * LIST_LENGTH : number * LIST_LENGTH]
    marks = "\n".join(f"{entry.face(code).mark} {entry.day}" for entry in shown)
    return digest(kind.name, str(number), str(len(records)), marks)
