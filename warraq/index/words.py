"""The words of a record for search as the store keeps them, by a key of its files: only edits are read again."""

from __future__ import annotations

import marshal

from warraq.index.entry import Entry
from warraq.model.records import Record
from warraq.search.words import words_of_record

Ranked = tuple[str, ...]
"""The words of a record by rank, parted by spaces."""


def words_key(entry: Entry) -> str:
    """The key under which the words of a record are kept."""
    return f"words {entry.shelf} {' '.join([face.shown for face in entry.faces])}"


def words_kept(record: Record, entry: Entry) -> bytes:
    """What is kept of a record's words: for each language of the site, those by which its readers find it.

    Not compressed: that would make the store smaller by a twentieth, and a build slower by a fiftieth.
    """
    found = words_of_record(record, [face.shown for face in entry.faces])
    return marshal.dumps([tuple(map(" ".join, ranked)) for ranked in found])


def read_words(kept: bytes, place: int) -> Ranked:
    """The words of a record for the language at this place among the site's."""
    plain: list[Ranked] = marshal.loads(kept)  # noqa: S302  our own bytes
    return plain[place]
