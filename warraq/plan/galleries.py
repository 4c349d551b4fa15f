"""The pages of pictures: one for each picture of a work that has several, and the list of all with their rights."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from warraq.fingerprint import mark_of_lines
from warraq.index.entry import Entry
from warraq.index.prints import slug_of_file
from warraq.lang.numbers import format_number
from warraq.link.library import Library
from warraq.model.addresses import credits_path, manifest_path
from warraq.model.kinds import KINDS
from warraq.model.pictures import Picture
from warraq.model.records import Record
from warraq.model.worded import Words
from warraq.model.words import N_
from warraq.plan.desk import Desk
from warraq.plan.figures import figure
from warraq.plan.gallery_views import CreditsView, CreditView, PictureView
from warraq.plan.pager import pager_view
from warraq.plan.pages import Versions, crumbs, frame
from warraq.plan.surroundings import Cards, Surroundings
from warraq.plan.views import FactView, LinkView, ValueView

CREDITS_LENGTH: Final = 48
"""Pictures on one page of the list of all."""


class Shown(NamedTuple):
    """A picture in the list of all: the record that it belongs to, and which of its pictures it is."""

    owner: Entry
    number: int


def all_pictures(library: Library) -> tuple[Shown, ...]:
    """The pictures of all public records, by kind and id."""
    entries = (entry for kind in KINDS for entry in sorted(library.by_kind[kind.name], key=lambda e: e.id))
    return tuple(Shown(entry, number) for entry in entries for number in range(len(entry.negatives)))


def credits_pages(pictures: Sequence[Shown]) -> int:
    """How many pages the list of so many pictures has; none where there are none."""
    return -(-len(pictures) // CREDITS_LENGTH)


def _on_page(pictures: Sequence[Shown], number: int) -> Sequence[Shown]:
    return pictures[(number - 1) * CREDITS_LENGTH : number * CREDITS_LENGTH]


def credits_mark(pictures: Sequence[Shown], number: int, code: str) -> str:
    """The fingerprint of what one page of the list of all pictures shows."""
    shown = (f"{owner.face(code).mark} {which}" for owner, which in _on_page(pictures, number))
    return mark_of_lines(str(number), str(len(pictures)), *shown)


def credits_view(desk: Desk, pictures: Sequence[Shown], number: int, cards: Cards) -> CreditsView:
    """One of the pages that list all pictures with whose they are and what may be done with them."""
    heading, count = desk.say(N_("Pictures and their rights")), credits_pages(pictures)
    intro = desk.say(N_("Whose the pictures of this site are, and what may be done with each of them."))
    title = heading
    if number > 1:
        title = f"{heading} ({format_number(number, desk.language)})"
    found = []
    for owner, which in _on_page(pictures, number):
        card = cards.of(owner.key)
        shown = figure(desk, card.pictures[which], to_page=True)
        found.append(CreditView(shown, desk.link(card), card.pictures[which].original))
    return CreditsView(
        **frame(desk, Versions(lambda code: credits_path(code, number), desk.site.codes)),
        template="pages/pictures.html",
        title=title,
        description=intro,
        crumbs=crumbs(desk),
        heading=heading,
        intro=intro,
        pager=pager_view(desk, lambda page: credits_path(desk.code, page), number, count),
        credits=tuple(found),
    )


# ------------------------------------------------------------ one picture


def has_own_pages(entry: Entry) -> bool:
    """Whether each picture of a record has a page: so it is for a work that has several."""
    return entry.kind_name == "works" and len(entry.negatives) > 1


def picture_path(entry: Entry, number: int, code: str) -> str:
    """The page of one of the pictures of a record in a language."""
    return f"{entry.face(code).path}{slug_of_file(entry.negatives[number].name)}/"


def picture_view(desk: Desk, record: Record, entry: Entry, number: int, around: Surroundings) -> PictureView:
    """The page of one of the pictures of a work."""
    own = entry.card(desk.code)
    card, (picture, _) = own.pictures[number], record.pictures[number]
    named = card.caption or card.alt or own.title
    count = len(own.pictures)
    return PictureView(
        **frame(desk, Versions(lambda code: picture_path(entry, number, code), desk.site.codes)),
        template="pages/picture.html",
        title=f"{own.title.text}: {named.text}" if named is not own.title else own.title.text,
        description=(card.alt or named).text,
        crumbs=(*crumbs(desk, entry.kind_name), desk.link(own)),
        region=own.region,
        heading=named,
        figure=(shown := figure(desk, card)),
        zooms=shown.zoom is not None,
        manifest=desk.to(manifest_path(entry.key)),
        owner=desk.link(own),
        facts=tuple(_facts(desk, picture, around)),
        before=_beside(desk, entry, number - 1) if number else None,
        after=_beside(desk, entry, number + 1) if number + 1 < count else None,
        number=number + 1,
        count=count,
    )


def _beside(desk: Desk, entry: Entry, number: int) -> LinkView:
    card = entry.card(desk.code).pictures[number]
    words = card.caption or card.alt or Words(card.name, desk.code, desk.language.direction)
    return LinkView(desk.to(picture_path(entry, number, desk.code)), words)


def _facts(desk: Desk, picture: Picture, around: Surroundings) -> list[FactView]:
    """What is known of the picture itself."""
    found = []

    def add(name: str, label: str, *values: ValueView | None) -> None:
        if known := tuple(value for value in values if value is not None):
            found.append(FactView(name, label, known))

    def party(ref: object) -> ValueView | None:
        card = around.follow(ref)  # type: ignore[arg-type]
        return desk.value(card) if card else None

    add("maker", N_("Made by"), party(picture.maker) if picture.maker else None)
    add("date", N_("Date"), ValueView(date=desk.date(picture.date)) if picture.date else None)
    add("shows", N_("Shows"), *(party(ref) for ref in picture.shows))
    add("source", N_("Source"), party(picture.source) if picture.source else None)
    original = ValueView(code=picture.original, href=picture.original) if picture.original else None
    add("original", N_("Shown by its holder"), original)
    return found
