"""The pages that list: all records of a kind, in its order."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Any, Final, NamedTuple

from msgspec.structs import replace

from warraq.fingerprint import mark_of_lines
from warraq.index.entry import Entry
from warraq.lang.calendars import common_era_century, common_era_year, to_day_number
from warraq.lang.collation import index_anchor, index_key, index_letter
from warraq.lang.numbers import format_number
from warraq.link.library import Library
from warraq.model.addresses import list_path
from warraq.model.kinds import Kind
from warraq.model.words import N_
from warraq.plan.desk import Desk
from warraq.plan.facets import choices_mark, choices_view, offered
from warraq.plan.pager import pager_view
from warraq.plan.pages import Versions, crumbs, frame
from warraq.plan.plain_pages import introductions
from warraq.plan.sources import source_view
from warraq.plan.surroundings import Cards
from warraq.plan.views import CardView, GroupView, LetterView, ListView, SourcesView

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


def on_page(records: Sequence[Any], number: int) -> Sequence[Any]:
    """What stands on one page of a list."""
    return records[(number - 1) * LIST_LENGTH : number * LIST_LENGTH]


def titled(desk: Desk, title: str, number: int) -> str:
    """The title of a page of a list; those after the first have its number in it."""
    if number == 1:
        return title
    return desk.say(N_("{list}, page {number}")).format(
        list=title, number=format_number(number, desk.language)
    )


def list_view(desk: Desk, kind: Kind, number: int, cards: Cards) -> ListView | SourcesView:
    """One of the pages that list all records of a kind."""
    library = cards.library
    records = library.listed(kind.name)
    heading, intro = desk.say(kind.many), desk.say(INTROS[kind.name])

    def path(page: int) -> str:
        return list_path(kind.name, desk.code, page)

    shared = {
        **frame(desk, Versions(lambda code: list_path(kind.name, code, number), desk.site.codes)),
        "title": titled(desk, heading, number),
        "description": intro,
        "crumbs": crumbs(desk),
        "intro": intro,
        "about": tuple(desk.link(cards.of(page.key)) for page in introductions(library, kind.name)),
        "heading": heading,
        "pager": pager_view(desk, path, number, pages_of(len(records))),
    }
    filed = in_order(desk, kind.order, records, cards)
    shown = on_page(filed, number)
    if kind.name == "sources":
        sources = tuple(source_view(desk, cards.of(each.key)) for each in shown)
        return SourcesView(**shared, template="pages/sources.html", sources=sources)
    return ListView(
        **shared,
        template=f"pages/{kind.name}.html",
        kind=kind.name,
        letters=letters(desk, path, filed) if kind.order == "name" else (),
        groups=groups(desk, shown, cards),
        by=GROUPS_OF.get(kind.order, ""),
        choices=tuple(choices_view(desk, each, cards) for each in offered(library, kind.name))
        if number == 1
        else (),
        count=len(records),
        seed=kind.name,
    )


# ------------------------------------------------------------ the order of a list, and its groups

GROUPS_OF: Final = {"name": "letter", "date": "century", "coming": "year"}


class Filed(NamedTuple):
    """Where a record stands in a list."""

    label: str
    """Of its group: a letter, a century or a year; empty in a list without groups."""
    anchor: str
    key: str


_Place = Callable[[Entry], tuple[str, str]]


def in_order(
    desk: Desk, order: str, records: Sequence[Entry], cards: Cards, *, grouped: bool = True
) -> list[Filed]:
    """Records in an order that `Kind.order` names, with their groups."""
    if order == "published":
        return [Filed("", "all", entry.key) for entry in records]
    found = desk.in_order(cards.of(entry.key) for entry in records)
    entries = {entry.key: entry for entry in records}
    if order == "name":
        by_letter = sorted(found, key=lambda card: (index_key(card.filed, desk.code), card.key))
        letters = ((index_letter(card.filed, desk.code), card.key) for card in by_letter)
        filed = [Filed(letter, index_anchor(letter, desk.code), key) for letter, key in letters]
    elif order == "language":
        by_language = sorted(found, key=lambda card: card.source.language if card.source else "")
        filed = [Filed("", "all", card.key) for card in by_language]
    elif order == "coming":
        filed = _coming_first(desk, [entries[card.key] for card in found], cards.library.today)
    else:
        # What has no date stands last, by name.
        by_time = sorted((entries[card.key] for card in found), key=lambda entry: _no_day_last(entry.day))
        filed = [Filed(*_century(desk, entry.day), entry.key) for entry in by_time]
    return filed if grouped else [Filed("", "all", each.key) for each in filed]


def _no_day_last(day: int | None) -> float:
    return float("inf") if day is None else day


def _coming_first(desk: Desk, by_name: Sequence[Entry], today: datetime.date) -> list[Filed]:
    """What is going on or to come, the nearest first; then what was, the latest first and under its year."""
    coming = [entry for entry in by_name if is_coming(entry, today)]
    past = [entry for entry in by_name if not is_coming(entry, today)]
    coming.sort(key=lambda entry: _no_day_last(entry.day))
    past.sort(key=lambda entry: -(entry.day or 0))
    label = desk.say(N_("Now and to come"))
    return [
        *(Filed(label, "coming", entry.key) for entry in coming),
        *(Filed(*_year(desk, entry.day), entry.key) for entry in past),
    ]


def is_coming(entry: Entry, today: datetime.date) -> bool:
    """Whether the last day of what a record tells of is not over yet."""
    last = entry.day if entry.ends is None else entry.ends
    return last is not None and last >= to_day_number(today.year, today.month, today.day, "gregorian")


def _century(desk: Desk, day: int | None) -> tuple[str, str]:
    if day is None:
        return desk.say(N_("Without a date")), "undated"
    century = common_era_century(day)
    return desk.time(desk.century(century)).text, f"c{century}"


def _year(desk: Desk, day: int | None) -> tuple[str, str]:
    if day is None:
        return desk.say(N_("Without a date")), "undated"
    year = common_era_year(day)
    return desk.time(desk.year(year if year > 0 else year - 1)).text, f"y{year}"


def groups(desk: Desk, shown: Iterable[Filed], cards: Cards) -> tuple[GroupView, ...]:
    """The records of a page under the labels of their groups."""
    return tuple(
        GroupView(desk.words(label, desk.code), anchor, tuple(_card(desk, each.key, cards) for each in same))
        for (label, anchor), same in groupby(shown, key=lambda each: each[:2])
    )


def _card(desk: Desk, key: str, cards: Cards) -> CardView:
    """A record as lists show it; a journey with its way."""
    card = desk.card(cards.of(key))
    way = [cards.of(place).title for place in _way(cards.library, key)]
    return replace(card, way=tuple(way)) if len(way) > 1 else card


_LONGEST_WAY: Final = 6
"""Places of which a list tells all; of a longer way it tells the ends."""


def _way(library: Library, key: str) -> list[str]:
    """The keys of the places on the way of a journey."""
    entry = library.by_key[key]
    if entry.kind_name != "journeys":
        return []
    places = [f"places/{id}" for name in ("from", "through", "to") for id in entry.values(name)]
    shown = [place for place in places if place in library.by_key]
    return shown if len(shown) <= _LONGEST_WAY else [shown[0], shown[-1]]


def letters(desk: Desk, path: Callable[[int], str], filed: Sequence[Filed]) -> tuple[LetterView, ...]:
    """The letters under which something stands, each with the page and the place where it begins."""
    first: dict[tuple[str, str], int] = {}
    for place, each in enumerate(filed):
        first.setdefault((each.label, each.anchor), place // LIST_LENGTH + 1)

    def beside(number: int) -> str:
        return "" if path(number) == desk.path else desk.to(path(number))

    return tuple(
        LetterView(letter, f"{beside(number)}#{anchor}")
        for (letter, anchor), number in first.items()
        if letter
    )


# ------------------------------------------------------------ what a list is made of


def list_marks(library: Library, kind: Kind, code: str) -> list[str]:
    """The fingerprints of what the pages of a list show, one for each."""
    records = library.listed(kind.name)
    choices = [choices_mark(each, library, code) for each in offered(library, kind.name)]
    about = [page.face(code).mark for page in introductions(library, kind.name)]
    marks = marks_of_pages(library, records, kind.order, code)
    return [mark_of_lines(kind.name, mark, *about, *(() if n else choices)) for n, mark in enumerate(marks)]


def marks_of_pages(library: Library, records: Sequence[Entry], order: str, code: str) -> list[str]:
    """The fingerprints of what records show on the pages of a list in an order."""
    count = len(records)
    lines = [_line(library, entry, order, code) for entry in records]
    numbers = range(1, pages_of(count) + 1)
    if order == "published":
        return [mark_of_lines(f"{number} {count}", *on_page(lines, number)) for number in numbers]
    # Which of them stand on which page is known only when they have been put in order: any may stand on each.
    whole = mark_of_lines(*lines)
    return [mark_of_lines(f"{number} {count}", whole) for number in numbers]


def _line(library: Library, entry: Entry, order: str, code: str) -> str:
    """All that a list shows of a record, and where it stands."""
    line = f"{library.marks[code][entry.key]} {entry.day}"
    if order == "coming":
        line += f" {is_coming(entry, library.today)}"
    way = " ".join(library.marks[code][place] for place in _way(library, entry.key))
    return f"{line} {way}"
