"""The index between two builds: as Python's simplest values, which are read ten times as fast as objects.

The rows of records that changed since the whole was written are kept beside it, so that an edit of one record does
not write those of thousands.
"""

from __future__ import annotations

import contextlib
import datetime
import marshal
import pickle
import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from warraq.diagnostics import NOTHING
from warraq.fingerprint import digest, engine_digest
from warraq.index.entry import from_plain, plain
from warraq.index.shelf import Index, Shelved


class Memory(Protocol):
    """Keeps bytes by key."""

    def get(self, key: str) -> bytes: ...
    def put(self, key: str, content: bytes) -> None: ...


@dataclass(frozen=True)
class Known:
    """What a build knew when it ended."""

    settings: str
    """The fingerprint of the settings that the index was made with."""
    asked: str
    """The day, and whether drafts were shown: see `asked_for`."""
    world: str
    """The fingerprint of all that pages share."""
    quiet: bool
    """Whether there was nothing to be said of references."""
    index: Index
    written: int = 0
    """When the whole index was written."""

    @property
    def with_drafts(self) -> bool:
        """Whether texts that are drafts were taken in."""
        return self.asked.endswith(_WITH_DRAFTS)


_WITH_DRAFTS = " with drafts"


def asked_for(today: datetime.date, *, drafts: bool) -> str:
    """What a build is asked for, in one line."""
    return f"{today}{_WITH_DRAFTS if drafts else ''}"


_MANY = 100
"""Rows beside the whole from which on it is written anew."""


def key_of(content: Path) -> str:
    """The key under which the index of a folder of records is kept."""
    return digest("index", engine_digest(), sys.version, str(content))


def keys_of(key: str) -> tuple[str, str]:
    """The keys under which the whole and the rows beside it are kept."""
    return key, f"{key}-later"


def recall(memory: Memory, key: str) -> Known | None:
    """What was kept under a key; None where there is nothing that can be read."""
    whole, later = keys_of(key)
    with contextlib.suppress(Exception):  # a damaged entry can raise anything, and is made anew
        said, written, rows = marshal.loads(memory.get(whole))  # noqa: S302  our own bytes
        with contextlib.suppress(Exception):
            said_later, written_before, rows_later = marshal.loads(memory.get(later))  # noqa: S302
            if written_before == written:
                said, rows = said_later, {**rows, **rows_later}
        index = {place: _from_row(row) for place, row in rows.items()}
        settings, asked, world, quiet = said
        return Known(settings, asked, world, quiet, index, written)
    return None


def keep(memory: Memory, key: str, before: Known | None, now: Known) -> Known:
    """Keep what a build knew, of which what was kept `before` is known; as it is then kept."""
    whole, later = keys_of(key)
    said = (now.settings, now.asked, now.world, now.quiet)
    if before is not None and before.written and before.index.keys() == now.index.keys():
        changed = {place: _row(row) for place, row in now.index.items() if row is not before.index[place]}
        beside = _rows_beside(memory, later, before.written)
        if not changed and said == (before.settings, before.asked, before.world, before.quiet):
            return before
        if len(changed) + len(beside) < _MANY:
            memory.put(later, marshal.dumps((said, before.written, {**beside, **changed})))
            return replace(now, written=before.written)
    written = time.time_ns()
    rows = {place: _row(shelved) for place, shelved in now.index.items()}
    memory.put(whole, marshal.dumps((said, written, rows)))
    return replace(now, written=written)


def _rows_beside(memory: Memory, later: str, written: int) -> dict[Any, Any]:
    with contextlib.suppress(Exception):
        _, written_before, rows = marshal.loads(memory.get(later))  # noqa: S302  our own bytes
        return dict(rows) if written_before == written else {}
    return {}


def _row(shelved: Shelved) -> tuple[Any, ...]:
    entry = plain(shelved.entry) if shelved.entry else None
    return (*shelved[:4], entry, pickle.dumps(shelved.notes) if shelved.notes else b"")


def _from_row(row: tuple[Any, ...]) -> Shelved:
    id, stamps, settled, shelf, entry, notes = row
    said = pickle.loads(notes) if notes else NOTHING  # noqa: S301  our own bytes
    return Shelved(id, stamps, settled, shelf, from_plain(entry) if entry else None, said)
