"""The places of a site as open data, in GeoJSON (RFC 7946)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from warraq.index.entry import Entry
from warraq.link.library import Library
from warraq.model.facts import Place
from warraq.model.records import Record
from warraq.plan.desk import Desk
from warraq.plan.machine_views import DataView
from warraq.plan.pages import absolute


def places_data(
    desks: Mapping[str, Desk], library: Library, places: Iterable[Entry], fetch: Callable[[Entry], Record]
) -> DataView:
    """All places with their names in every language, and their points as editors wrote them.

    A point is as exact as it was written: it is neither rounded nor padded. A place whose point is not known has none,
    which the standard allows; it is not moved to the town that it belongs to.
    """
    features = [_feature(desks, library, entry, fetch(entry)) for entry in places]
    whole = {"type": "FeatureCollection", "features": features}
    return DataView(f"{json.dumps(whole, ensure_ascii=False, separators=(',', ':'))}\n".encode())


def _feature(desks: Mapping[str, Desk], library: Library, entry: Entry, record: Record) -> dict[str, Any]:
    facts: Place = record.facts
    some = next(iter(desks.values()))
    point = facts.coordinates
    within = library.follow(facts.part_of) if facts.part_of else None
    said = {
        "names": dict(facts.name.by_language),
        "transliteration": facts.transliteration,
        "aliases": list(facts.aliases),
        "type": facts.type,
        "region": facts.region,
        "part_of": within.id if within else None,
        "same_as": list(facts.same_as),
        "pages": {code: absolute(some, entry.face(code).path) for code in desks},
    }
    return {
        "type": "Feature",
        "id": entry.id,
        "geometry": {"type": "Point", "coordinates": [point.longitude, point.latitude]} if point else None,
        "properties": {name: value for name, value in said.items() if value},
    }
