"""The values that a record has of the facets of its kind."""

from __future__ import annotations

from warraq.model.facets import FACETS_OF
from warraq.model.records import Record
from warraq.model.values import Ref


def facet_values(record: Record, day: int | None) -> tuple[str, ...]:
    """The values of a record, each once as `facet=value`; a record that is a value goes by its id.

    They are the same in all languages: words of the catalogue, ids and numbers.
    """
    found = (
        f"{facet.name}={value.target if isinstance(value, Ref) else value}"
        for facet in FACETS_OF.get(record.kind_name, ())
        for value in facet.taken(record.facts, day)
    )
    return tuple(dict.fromkeys(found))
