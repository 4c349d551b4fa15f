"""Pictures as a page shows them: those that a text names, and those that stand beside it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from warraq.iiif.tiles import TILE, factors_of
from warraq.index.picture_card import CloseUp, PictureCard, PrintSet
from warraq.model.addresses import relative
from warraq.model.figure import Figure, Image, Zoom
from warraq.model.picture_references import owner_of
from warraq.model.records import Telling
from warraq.model.rights import rights_of
from warraq.model.worded import Words
from warraq.plan.surroundings import Surroundings
from warraq.plan.views import TextView


class Place(Protocol):
    """Where a picture is shown: a page in a language."""

    @property
    def path(self) -> str: ...
    @property
    def code(self) -> str: ...
    def say(self, phrase: str) -> str: ...
    def words(self, text: str, code: str) -> Words: ...


def image(prints: PrintSet, here: str) -> Image:
    """The prints of a picture as seen from the page at the path `here`."""

    def choices(paths: tuple[tuple[str, int], ...]) -> str:
        return ", ".join(f"{relative(here, path)} {width}w" for path, width in paths)

    return Image(
        src=relative(here, prints.plain),
        width=prints.width,
        height=prints.height,
        webp=choices(prints.webp),
        avif=choices(prints.avif),
        tone=prints.tone,
    )


def figure(place: Place, card: PictureCard, *, to_page: bool = False) -> Figure:
    """A picture with its words, which leads to a closer look at it, or `to_page` of its own where it has one."""
    rights = rights_of(card.rights) if card.rights else None
    name = None
    if rights:
        name = place.words(place.say(rights.name) if rights.translated else rights.name, place.code)
    to_page = to_page and bool(card.path)
    leads = card.path if to_page else card.large
    return Figure(
        image=image(card.prints, place.path),
        alt=card.alt,
        caption=card.caption,
        credit=card.credit,
        rights=name,
        rights_href=rights.address if rights else "",
        href=relative(place.path, leads) if leads else "",
        zoom=_zoom(card.close_up, place.path) if card.close_up and not to_page else None,
        anchor=card.anchor,
        date=card.date,
    )


def _zoom(close_up: CloseUp, here: str) -> Zoom:
    size = close_up.width, close_up.height
    return Zoom(relative(here, close_up.base), *size, TILE, factors_of(*size))


def figures_named(place: Place, telling: Telling, around: Surroundings) -> tuple[tuple[str, Figure], ...]:
    """The pictures that a text names, by their names; one that cannot be shown is left out."""
    found = {}
    for ref in telling.pictures:
        owner, name = owner_of(ref.target)
        cards = around.pictures(owner, telling.language)
        card = next((card for card in cards if card.name == name), None)
        if card is not None:
            found[ref.target] = figure(place, card)
    return tuple(found.items())


def figures_beside(
    place: Place, telling: Telling | None, around: Surroundings, code: str
) -> tuple[Figure, ...]:
    """The pictures of a record in a language that its text does not show."""
    named = [owner_of(ref.target) for ref in telling.pictures] if telling else []
    shown = {name for owner, name in named if owner in {"", around.key}}
    return tuple(
        figure(place, card, to_page=number > 0)
        for number, card in enumerate(around.pictures("", code))
        if card.name not in shown
    )


def zooms(figures: Iterable[Figure], text: TextView | None) -> bool:
    """Whether any of these pictures, or of those in the text, can be looked at closely."""
    named = (shown for _, shown in text.context.pictures) if text else ()
    return any(shown.zoom for shown in (*figures, *named))
