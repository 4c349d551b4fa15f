"""The library: all public records, by kind and id, with who speaks of whom."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from warraq.model.kinds import KINDS
from warraq.model.records import Record
from warraq.model.values import Ref


@dataclass(frozen=True, slots=True)
class Library:
    """Read-only indexes of the site's public records; built once, never changed."""

    by_kind: Mapping[str, tuple[Record, ...]]
    by_key: Mapping[str, Record]
    by_id: Mapping[str, tuple[Record, ...]]
    speakers: Mapping[str, tuple[Record, ...]]
    """For the key of a record, the records that name it in their facts or their text."""
    hidden: Mapping[str, Record]
    """By key, records that are not public: their names may be said, they have no page."""

    def find(self, target: str, kinds: tuple[str, ...] = ()) -> Record | None:
        """The record that an id or `kind/id` means, or None where there is none or more than one."""
        if "/" in target:
            return self.by_key.get(target)
        found = [r for r in self.by_id.get(target, ()) if not kinds or r.kind_name in kinds]
        return found[0] if len(found) == 1 else None

    def find_hidden(self, target: str) -> Record | None:
        """The record without a page that an id or `kind/id` means, or None."""
        id = target.rpartition("/")[2]
        found = (r for r in self.hidden.values() if r.key == target or ("/" not in target and r.id == id))
        return next(found, None)

    def follow(self, ref: Ref) -> Record | None:
        """The record that a reference in facts leads to, or None where it is not public."""
        return self.find(ref.target, ref.kinds)

    def speaking_of(self, record: Record, kind: str) -> tuple[Record, ...]:
        """The records of a kind that name this one."""
        return tuple(r for r in self.speakers.get(record.key, ()) if r.kind_name == kind)


def references_in(facts: Any) -> Iterator[tuple[str, Ref]]:
    """Every reference in a record's facts with the field that holds it, parts such as stops included."""
    for field in dataclasses.fields(facts):
        for value in _flat(getattr(facts, field.name)):
            if isinstance(value, Ref):
                yield field.name, value
            elif dataclasses.is_dataclass(value):
                yield from ((field.name, ref) for _, ref in references_in(value))


def _flat(value: Any) -> Iterator[Any]:
    if isinstance(value, tuple):
        yield from value
    else:
        yield value


def build_library(records: tuple[Record, ...], hidden: tuple[Record, ...] = ()) -> Library:
    """The library of the public records, with the names of those that are not public yet."""
    by_id: dict[str, list[Record]] = {}
    for record in records:
        by_id.setdefault(record.id, []).append(record)
    library = Library(
        by_kind={kind.name: tuple(r for r in records if r.kind_name == kind.name) for kind in KINDS},
        by_key={record.key: record for record in records},
        by_id={id: tuple(same) for id, same in by_id.items()},
        speakers={},
        hidden={record.key: record for record in hidden},
    )
    speakers: dict[str, dict[str, Record]] = {}
    for record in records:
        for target in _named_by(record, library):
            if target.key != record.key:
                speakers.setdefault(target.key, {})[record.key] = record
    return dataclasses.replace(
        library, speakers={key: tuple(named.values()) for key, named in speakers.items()}
    )


def _named_by(record: Record, library: Library) -> Iterator[Record]:
    found = [library.follow(ref) for _, ref in references_in(record.facts)]
    found += [library.find(ref.target) for telling in record.tellings for ref in telling.references]
    return (target for target in found if target is not None)
