"""A picture on a card: all that any page may show of it, ready in the language of one reader."""

from __future__ import annotations

from msgspec import Struct

from warraq.index.prints import Negative, Print, negative_of, prints_of, slug_of_file
from warraq.lang.date_text import format_date
from warraq.lang.language import Language
from warraq.model.addresses import image_path
from warraq.model.records import Record
from warraq.model.rights import RightsCode
from warraq.model.site import Site
from warraq.model.values import Text
from warraq.model.worded import Words


class PrintSet(Struct, frozen=True):
    """One picture in several sizes, for browsers to choose from; every path from `/`."""

    plain: str
    """A JPEG, or a drawing, that every browser knows."""
    width: int
    """Of the plain one, in pixels."""
    height: int
    webp: tuple[tuple[str, int], ...] = ()
    """Paths with their widths."""
    avif: tuple[tuple[str, int], ...] = ()
    tone: str = ""
    """The colour that stands there until the picture has come."""


class CloseUp(Struct, frozen=True):
    """What a picture can be looked at closely with: its tiles."""

    base: str
    """The folder of the tiles, from `/`."""
    width: int
    height: int


class PictureCard(Struct, frozen=True):
    """A picture with the words that belong to it."""

    name: str
    """Of its file."""
    anchor: str
    """By which a page names its place, and the last part of the address of its own page."""
    path: str
    """Its own page, from `/`; empty where it has none."""
    prints: PrintSet
    large: str
    """Path of the large print; empty where there is no more to see."""
    large_size: tuple[int, int]
    """Of the large print, in pixels; zeros where there is none."""
    alt: Words | None
    """None where it only adorns."""
    caption: Words | None
    credit: Words | None
    rights: RightsCode | None
    date: str
    original: str
    """Where its holder shows it."""
    close_up: CloseUp | None


def picture_cards(record: Record, site: Site, language: Language, path: str) -> tuple[PictureCard, ...]:
    """The pictures of a record, whose page in the reader's language has this path."""
    pictures = record.pictures
    preference = site.preference(language.code)

    def said(text: Text | None) -> Words | None:
        return site.worded(*text.best(preference)) if text else None

    found = []
    for number, (picture, file) in enumerate(pictures):
        negative = negative_of(picture, file, record.facts)
        prints = prints_of(record.key, negative, site, is_cover=number == 0)
        anchor = slug_of_file(file.name)
        found.append(
            PictureCard(
                name=file.name,
                anchor=anchor,
                path=f"{path}{anchor}/" if len(pictures) > 1 and record.kind_name == "works" else "",
                prints=_print_set(prints.page, prints.avif, prints.plain, file.tone),
                large=f"/{prints.large.path}" if prints.large else "",
                large_size=(prints.large.width, prints.large.height) if prints.large else (0, 0),
                alt=said(picture.alt) if not picture.decorative else None,
                caption=said(picture.caption),
                credit=said(picture.credit),
                rights=picture.rights,
                date=format_date(picture.date, language) if picture.date else "",
                original=picture.original or "",
                close_up=_close_up(record.key, negative) if negative.zoom else None,
            )
        )
    return tuple(found)


def cover_of_pictures(record: Record, site: Site) -> PrintSet | None:
    """The picture that stands for a record in lists: its first one, where it has any and asks for no drawn cover."""
    if not record.pictures or record.facts.cover:
        return None
    picture, file = record.pictures[0]
    prints = prints_of(record.key, negative_of(picture, file, record.facts), site, is_cover=True)
    if prints.cover_plain is None:
        raise LookupError(record.key)
    return _print_set(prints.cover, (), prints.cover_plain, file.tone)


def _print_set(webp: tuple[Print, ...], avif: tuple[Print, ...], plain: Print, tone: str) -> PrintSet:
    return PrintSet(
        plain=f"/{plain.path}",
        width=plain.width,
        height=plain.height,
        webp=tuple((f"/{print.path}", print.width) for print in webp),
        avif=tuple((f"/{print.path}", print.width) for print in avif),
        tone=tone,
    )


def _close_up(owner: str, negative: Negative) -> CloseUp:
    return CloseUp(image_path(owner, slug_of_file(negative.name)), negative.width, negative.height)
