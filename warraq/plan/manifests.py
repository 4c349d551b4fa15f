"""The IIIF manifest of a work with pictures, and the collection of all such works."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from warraq.iiif.manifests import collection, json_bytes, manifest
from warraq.iiif.presentation import (
    Behavior,
    Canvas,
    Collection,
    Data,
    Manifest,
    Page,
    Picture,
    Provider,
    Reference,
    Statement,
    ViewingDirection,
    viewing_direction,
)
from warraq.index.entry import Entry
from warraq.index.picture_card import PictureCard
from warraq.lang.calendars import from_day_number
from warraq.lang.dates import HistoricDate
from warraq.model.addresses import collection_path, data_path, home_path, list_path, manifest_path
from warraq.model.facts import Work
from warraq.model.kinds import KIND
from warraq.model.rights import rights_of
from warraq.model.words import N_
from warraq.plan.desk import Desk
from warraq.plan.machine_views import DataView
from warraq.plan.pages import absolute
from warraq.plan.tongues import Tongues

_BOUND = frozenset({"book", "manuscript"})
"""Works whose pictures are pages, which follow each other in the direction of their language."""

_LINKED_DATA = "https://schema.org/"


def has_manifest(entry: Entry) -> bool:
    """Whether a record has a IIIF manifest: a work that has pictures does."""
    return entry.kind_name == "works" and bool(entry.negatives)


def manifest_view(work: Tongues) -> DataView:
    """The manifest of a work, in all languages of the site."""
    facts: Work = work.record.facts
    direction: ViewingDirection | None = None
    behavior: Behavior | None = "individuals"
    if facts.type in _BOUND:
        direction = viewing_direction(facts.language) if facts.language else None
        behavior = "paged"
    rights = {picture.rights for picture, _ in work.record.pictures}
    only = rights.pop() if len(rights) == 1 else None
    first = next(iter(work.cards.values())).pictures[0]
    canvases = tuple(_canvas(work, number) for number in range(len(work.record.pictures)))
    return DataView(
        json_bytes(
            manifest(
                Manifest(
                    address=work.address(manifest_path(work.entry.key)),
                    label=dict(work.record.names.by_language),
                    summary=work.said(lambda card: card.summary) or None,
                    metadata=tuple(Statement(label, value) for label, value in work.facts()),
                    required_statement=_thanks(work),
                    rights=rights_of(only).address if only else None,
                    provider=(_provider(work.desks),),
                    homepage=_homepages(work),
                    see_also=(
                        Data(
                            work.address(data_path(work.entry.key)),
                            work.phrase(N_("Data of this record")),
                            profile=_LINKED_DATA,
                        ),
                    ),
                    thumbnail=_plain(work, first),
                    part_of=(
                        Reference(
                            work.address(collection_path(work.entry.kind_name)),
                            "Collection",
                            work.phrase(KIND[work.entry.kind_name].many),
                        ),
                    ),
                    canvases=canvases,
                    viewing_direction=direction,
                    behavior=behavior,
                    navigation_date=_moment(facts.date),
                )
            )
        )
    )


def collection_view(desks: Mapping[str, Desk], kind: str, works: Sequence[Entry]) -> DataView:
    """The collection of the works of a kind that have manifests."""
    some = next(iter(desks.values()))
    items = []
    for entry in works:
        cards = {code: entry.card(code) for code in desks}
        address = absolute(some, manifest_path(entry.key))
        label = {card.title.language: card.title.text for card in cards.values()}
        items.append(Reference(address, "Manifest", label))
    return DataView(
        json_bytes(
            collection(
                Collection(
                    address=absolute(some, collection_path(kind)),
                    label={code: desk.say(KIND[kind].many) for code, desk in desks.items()},
                    provider=(_provider(desks),),
                    homepage=tuple(
                        Page(absolute(desk, list_path(kind, code)), {code: desk.say(KIND[kind].many)}, code)
                        for code, desk in desks.items()
                    ),
                    items=tuple(items),
                )
            )
        )
    )


def _canvas(work: Tongues, number: int) -> Canvas:
    """One picture of a work."""
    cards = {code: card.pictures[number] for code, card in work.cards.items()}
    one = next(iter(cards.values()))
    _, file = work.record.pictures[number]
    label = work.said(lambda card: card.pictures[number].caption or card.pictures[number].alt)
    credit = work.said(lambda card: card.pictures[number].credit)
    metadata = []
    if credit:
        metadata.append(Statement(work.phrase(N_("Credit")), credit))
    if one.rights:
        metadata.append(Statement(work.phrase(N_("Rights")), _rights(work, one)))
    if one.date:
        dates = {code: card.date for code, card in cards.items()}
        metadata.append(Statement(work.phrase(N_("Date")), dates))
    shown = _large(work, one) or _plain(work, one)
    return Canvas(
        address=f"{work.address(manifest_path(work.entry.key)).removesuffix('.json')}/{one.anchor}",
        label=label or {"none": str(number + 1)},
        width=file.width,
        height=file.height,
        picture=shown,
        thumbnail=_plain(work, one),
        metadata=tuple(metadata),
    )


def _large(work: Tongues, card: PictureCard) -> Picture | None:
    """The large print, with the tiles behind it where there are any."""
    if not card.large:
        return None
    service = work.address(card.close_up.base).rstrip("/") if card.close_up else None
    return Picture(work.address(card.large), *card.large_size, service=service)


def _plain(work: Tongues, card: PictureCard) -> Picture:
    return Picture(work.address(card.prints.plain), card.prints.width, card.prints.height)


def _rights(work: Tongues, card: PictureCard) -> dict[str, str]:
    assert card.rights is not None
    rights = rights_of(card.rights)
    return work.phrase(rights.name) if rights.translated else {"none": rights.name}


def _thanks(work: Tongues) -> Statement | None:
    """Whom to thank for the pictures, each credit once."""
    found: dict[str, dict[str, None]] = {}
    for number in range(len(work.record.pictures)):
        said = work.said(lambda card, number=number: card.pictures[number].credit)  # type: ignore[misc]
        for code, credit in said.items():
            found.setdefault(code, {})[credit] = None
    thanks = {code: tuple(credits) for code, credits in found.items()}
    return Statement(work.phrase(N_("Credit")), thanks) if thanks else None


def _provider(desks: Mapping[str, Desk]) -> Provider:
    """The site, as the one that gives the works to be seen."""
    some = next(iter(desks.values()))
    titles = dict(some.site.facts.title.by_language)
    homes = tuple(
        Page(absolute(desk, home_path(code)), {code: titles.get(code, "")}, code)
        for code, desk in desks.items()
    )
    return Provider(absolute(some, "/"), titles, homes)


def _homepages(work: Tongues) -> tuple[Page, ...]:
    return tuple(
        Page(work.address(card.path), {card.title.language: card.title.text}, code)
        for code, card in work.cards.items()
    )


def _moment(date: HistoricDate | None) -> str | None:
    """The first day of a date as a moment on a line of time; None for what is not known or before the common era."""
    if date is None or date.first_day is None:
        return None
    day = from_day_number(date.first_day, "gregorian")
    return f"{day.year:04}-{day.month:02}-{day.day:02}T00:00:00Z" if day.year > 0 else None
