"""Which public records have which value of which facet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from warraq.index.entry import Entry
from warraq.model.facets import FACETS_OF, WITHIN, Facet


@dataclass(frozen=True, slots=True)
class Holding:
    """The records of a kind by their values of one facet."""

    facet: Facet
    values: Mapping[str, Sequence[Entry]]
    """For each value that something has, the records in the order of the library."""
    total: int
    """How many records of the kind there are, with a value or without."""

    def parts(self, value: str) -> bool:
        """Whether a value parts the list: what all records have would be the whole list once more."""
        return len(self.values[value]) < self.total

    @property
    def is_offered(self) -> bool:
        """Whether readers can choose by it: at least one value parts the list."""
        return any(map(self.parts, self.values))

    def most_used(self, count: int) -> list[str]:
        """The values that most records have, so many at most."""
        return sorted(self.values, key=lambda value: (-len(self.values[value]), value))[:count]


def holdings_of(
    by_kind: Mapping[str, Sequence[Entry]], places: Mapping[str, Entry], is_public: Mapping[str, object]
) -> dict[str, Holding]:
    """What the records of each kind hold, by the key of the facet; only what readers can choose by.

    `places` are all places by key, public or not: a building stands in its city even where the quarter between them
    has no page. A value that is a record must be public itself.
    """
    found = {}
    for kind, facets in FACETS_OF.items():
        shelves: dict[str, list[list[Entry]]] = {}
        values: dict[str, dict[str, list[Entry]]] = {facet.name: {} for facet in facets}
        by_name = {facet.name: facet for facet in facets}
        for entry in by_kind[kind]:
            for pair in entry.facets:
                known = shelves.get(pair)
                if known is None:
                    name, _, value = pair.partition("=")
                    meant = _meant(by_name[name], value, places, is_public)
                    known = shelves[pair] = [values[name].setdefault(each, []) for each in meant]
                for shelf in known:
                    # A record with two buildings of a city stands once under the city.
                    if not shelf or shelf[-1] is not entry:
                        shelf.append(entry)
        total = len(by_kind[kind])
        holdings = (Holding(facet, values[facet.name], total) for facet in facets)
        found.update({holding.facet.key: holding for holding in holdings if holding.is_offered})
    return found


def _meant(
    facet: Facet, value: str, places: Mapping[str, Entry], is_public: Mapping[str, object]
) -> Iterable[str]:
    """A value with those that hold it: a place with the places around it."""
    if not facet.is_of_records:
        return (value,)
    around = _around(value, places) if facet.of == WITHIN.kind else (value,)
    return [id for id in around if f"{facet.of}/{id}" in is_public]


def _around(id: str, places: Mapping[str, Entry]) -> Iterator[str]:
    """A place and the places that it lies in, from the nearest on; each once, whatever editors have written."""
    known: set[str] = set()
    wanted = [id]
    while wanted:
        id = wanted.pop(0)
        if id not in known:
            known.add(id)
            yield id
            place = places.get(f"{WITHIN.kind}/{id}")
            wanted += place.values(WITHIN.name) if place else ()
