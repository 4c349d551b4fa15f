"""Taking records in: from the files of a folder to an entry of the index, the record itself put on the shelf."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from warraq.diagnostics import NOTHING, Diagnostics, EditorError
from warraq.fingerprint import digest, engine_digest, pictures_digest
from warraq.index.entry import Entry, entry_of
from warraq.model.records import Record
from warraq.model.site import Site
from warraq.read.records import Reading, RecordSource, open_folder, read_record

if TYPE_CHECKING:
    from warraq.pictures import Plate

Recall = Callable[[str, Callable[[], Any]], Any]
"""The value under a key, made where nobody has kept it."""

Stamps = tuple[tuple[str, tuple[int, ...]], ...]
"""The names of the files of a folder, each with what tells that it has not changed."""


class Folder(NamedTuple):
    """A folder of a record as it was found."""

    kind: str
    id: str
    path: str
    shown_as: str
    """Relative to the site's root, with `/`."""
    stamps: Stamps
    settled: bool
    """Whether the stamps can be trusted: none is so young that the next change could bear the same."""


class Shelved(NamedTuple):
    """A record in the index, or what kept it from being there."""

    id: str
    stamps: Stamps
    settled: bool
    shelf: str
    """The key under which the store keeps the record; it is made of the bytes of all its files."""
    entry: Entry | None
    notes: Diagnostics
    """What is to be said of its files."""

    def still_stands_for(self, folder: Folder) -> bool:
        """Whether the folder is as it was, as far as can be told without reading it."""
        return self.settled and self.stamps == folder.stamps


Index = Mapping[tuple[str, str], Shelved]
"""All records by kind and id, in their order."""


@dataclass(frozen=True)
class Librarian:
    """Takes records in, and fetches them."""

    site: Site
    content: Path
    recall: Recall
    drafts: bool = False
    """Whether texts that are drafts are taken in too."""

    def is_on_shelf(self, folder: Folder, shelf: str) -> bool:
        """Whether the files of the folder are still those that were put on this shelf."""
        try:
            return self._shelf(_opened(folder)) == shelf
        except EditorError:  # who takes it in has a message for it
            return False

    def take_in(
        self, folder: Folder, past: str = "", seen: Callable[[Record, Entry], None] = lambda *_: None
    ) -> Shelved:
        """The record of a folder for the index; `past` is the shelf of what it was before, where it was something.

        A record that has been read, and not fetched from the store, is `seen`: others need not fetch it again.
        """
        try:
            source = _opened(folder)
        except EditorError as error:
            return Shelved(folder.id, folder.stamps, False, "", None, error.diagnostics)
        shelf, is_new = self._shelf(source), False

        def read() -> Reading:
            nonlocal is_new
            is_new = True
            return read_record(source, self.site.codes, self._look, self._kept(past))

        reading: Reading = self.recall(shelf, read)
        notes, record = reading.diagnostics, reading.record
        if record and not self.drafts:
            record = record.without_drafts()
        entry = entry_of(record, dict(reading.texts), shelf, self.site) if record else None
        if record and entry and is_new:
            seen(record, entry)
        return Shelved(folder.id, folder.stamps, folder.settled, shelf, entry, notes)

    def fetch(self, entry: Entry) -> Record:
        """The record of an entry; EditorError where its files changed under our hands and cannot be read."""

        def read_again() -> Reading:
            path, shown_as = self.content / entry.key, entry.file.rpartition("/")[0]
            source = open_folder(entry.kind_name, entry.id, path, shown_as)
            return read_record(source, self.site.codes, self._look)

        reading: Reading = self.recall(entry.shelf, read_again)
        if reading.record is None:
            raise EditorError(*reading.diagnostics)
        return reading.record.without_drafts(*entry.written_in)

    def _kept(self, shelf: str) -> Reading | None:
        """What was read of a record before, where it is still kept."""

        def nothing() -> Reading:
            raise LookupError(shelf)

        if not shelf:
            return None
        try:
            return self.recall(shelf, nothing)  # type: ignore[no-any-return]
        except LookupError:
            return None

    def _shelf(self, source: RecordSource) -> str:
        parts = (part for file in source.files for part in file)
        asked = (" ".join(self.site.codes), str(self.site.facts.pictures.largest))
        return digest("record", engine_digest(), *asked, source.folder, *parts)

    def _look(self, content: bytes) -> Plate:
        """What is known of a picture; a new word in the text beside it is no reason to look at it again."""
        from warraq.pictures.darkroom import examine

        largest = self.site.facts.pictures.largest * 1_000_000
        key = digest("plate", pictures_digest(), str(largest), content)
        plate: Plate = self.recall(key, lambda: examine(content, largest))
        return plate


def _opened(folder: Folder) -> RecordSource:
    return open_folder(folder.kind, folder.id, Path(folder.path), folder.shown_as)


def shelve_again(known: Shelved, folder: Folder) -> Shelved:
    """What was known of a folder whose files turned out to be the same, with the stamps that they have now."""
    return known._replace(stamps=folder.stamps, settled=folder.settled)


def entries_of(index: Index) -> tuple[Entry, ...]:
    """The entries of the records that could be read."""
    return tuple(shelved.entry for shelved in index.values() if shelved.entry)


def unread_in(index: Index) -> frozenset[str]:
    """The ids of the records that could not be read."""
    return frozenset(shelved.id for shelved in index.values() if not shelved.entry)


def notes_in(index: Index) -> Diagnostics:
    """What is to be said of the files of the records."""
    return tuple(note for shelved in index.values() for note in shelved.notes) or NOTHING
