"""A work as linked data, in the words of schema.org and in all languages of the site at once."""

from __future__ import annotations

import json
from typing import Any, Final

from warraq.index.card import Card
from warraq.model.addresses import data_path, manifest_path
from warraq.model.facts import Work
from warraq.model.rights import rights_of
from warraq.model.values import Ref, Text
from warraq.plan.machine_views import DataView
from warraq.plan.tongues import Tongues

_TYPES: Final = {
    "book": "Book",
    "manuscript": "Manuscript",
    "building": "LandmarksOrHistoricalBuildings",
    "textile": "VisualArtwork",
    "painting": "Painting",
    "calligraphy": "VisualArtwork",
    "craft": "VisualArtwork",
    "object": "VisualArtwork",
    "collection": "Collection",
    "tale": "CreativeWork",
}
"""What schema.org calls a work of each type."""


def linked_data_view(work: Tongues) -> DataView:
    """What is known of a work, as JSON-LD."""
    facts: Work = work.record.facts
    is_creation = facts.type != "building"
    said = {
        "@context": "https://schema.org/",
        "@id": work.address(data_path(work.entry.key)),
        "@type": _TYPES[facts.type],
        "name": _by_language(dict(work.record.names.by_language)),
        "alternateName": list(facts.aliases) or None,
        "description": _by_language(work.said(lambda card: card.summary)),
        "url": [work.address(card.path) for card in work.cards.values()],
        "sameAs": list(facts.same_as) or None,
        "image": [_image(work, number) for number in range(len(work.record.pictures))],
        "subjectOf": {
            "@type": "DigitalDocument",
            "@id": work.address(manifest_path(work.entry.key)),
            "encodingFormat": "application/ld+json",
        },
    }
    if is_creation:
        said |= {
            "creator": _named(work, facts.makers, "Person") or None,
            "dateCreated": facts.date.value if facts.date and facts.date.calendar == "gregorian" else None,
            "inLanguage": facts.language,
            "material": _phrases(facts.material),
        }
    return DataView(_bytes(said))


def _image(work: Tongues, number: int) -> dict[str, Any]:
    picture, _ = work.record.pictures[number]
    card = next(iter(work.cards.values())).pictures[number]
    width, height = card.large_size if card.large else (card.prints.width, card.prints.height)
    return _given(
        {
            "@type": "ImageObject",
            "contentUrl": work.address(card.large or card.prints.plain),
            "width": width,
            "height": height,
            "caption": _phrases(picture.caption),
            "description": _phrases(picture.alt),
            "creditText": _phrases(picture.credit),
            "license": rights_of(picture.rights).address if picture.rights else None,
            "acquireLicensePage": picture.original,
        }
    )


def _named(work: Tongues, refs: tuple[Ref, ...], type: str) -> list[dict[str, Any]]:
    """Other records, by their names and addresses."""
    found = []
    for ref in refs:
        cards: dict[str, Card] = {}
        for code, around in work.around.items():
            if card := around.follow(ref):
                cards[code] = card
        if cards:
            names = {card.title.language: card.title.text for card in cards.values()}
            addresses = [work.address(card.path) for card in cards.values()]
            found.append({"@type": type, "name": _by_language(names), "url": addresses})
    return found


def _phrases(text: Text | None) -> list[dict[str, str]] | None:
    return _by_language(dict(text.by_language)) if text else None


def _by_language(texts: dict[str, str]) -> list[dict[str, str]] | None:
    return [{"@value": text, "@language": code} for code, text in texts.items()] or None


def _given(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def _bytes(said: dict[str, Any]) -> bytes:
    return json.dumps(_given(said), ensure_ascii=False, indent=1).encode() + b"\n"
