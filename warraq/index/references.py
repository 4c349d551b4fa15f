"""What a record refers to, in its facts and in its texts."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any, Final

from warraq.model.picture_references import is_elsewhere
from warraq.model.records import Record
from warraq.model.values import Ref

Naming = str
"""A reference without its place: what a text writes, `isfahan` or `people/nasir-khusraw`; or for a reference in facts,
the kinds that it may mean and the id, `people|institutions:hafez`. A string, since a large site has very many."""

MALFORMED: Final = "?"
"""The naming of every reference that cannot be read."""


def naming_of(target: str, kinds: tuple[str, ...] = ()) -> Naming:
    """The naming of a record by its id, of any kind where none is given."""
    return f"{'|'.join(kinds)}:{target}" if kinds else target


def parts_of(naming: Naming) -> tuple[str, tuple[str, ...]]:
    """The id, or `kind/id`, and the kinds that it may mean; none where any may."""
    kinds, _, target = naming.rpartition(":")
    return target, tuple(kinds.split("|")) if kinds else ()


def references_in(facts: Any) -> Iterator[tuple[str, Ref]]:
    """Every reference in a record's facts with the field that holds it, parts such as stops included."""
    for field in dataclasses.fields(facts):
        for value in _flat(getattr(facts, field.name)):
            if isinstance(value, Ref):
                yield field.name, value
            elif dataclasses.is_dataclass(value):
                yield from ((field.name, ref) for _, ref in references_in(value))


def namings_of(record: Record) -> tuple[Naming, ...]:
    """What a record refers to, each once: first in its facts, then in its texts."""
    named = [naming_of(ref.target, ref.kinds) for _, ref in references_in(record.facts)]
    named += [
        MALFORMED if ref.malformed else ref.target
        for telling in record.tellings
        for ref in telling.references
    ]
    # The records whose pictures it shows: then they know where these are shown.
    named += [target.rpartition("/")[0] for target in borrowings_of(record)]
    return tuple(dict.fromkeys(named))


def borrowings_of(record: Record) -> tuple[str, ...]:
    """The pictures of other records that its texts show, each once, as `kind/id/file`."""
    named = (ref.target for telling in record.tellings for ref in telling.pictures)
    return tuple(dict.fromkeys(target for target in named if "/" in target and not is_elsewhere(target)))


def _flat(value: Any) -> Iterator[Any]:
    if isinstance(value, tuple):
        yield from value
    else:
        yield value
