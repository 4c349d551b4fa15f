"""What an edit touches: the settings, the theme and the records, read anew only where they are not as they were."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from warraq.build import Folders, Options, Told
from warraq.diagnostics import Diagnostics
from warraq.fingerprint import digest, engine_digest
from warraq.index.entry import Entry
from warraq.index.kept import Known
from warraq.index.shelf import Folder, Index, Librarian, Shelved, shelve_again
from warraq.index.words import words_kept, words_key
from warraq.model.records import Record
from warraq.model.site import Site
from warraq.read.records import list_folders
from warraq.render.theme import Theme, read_theme
from warraq.write.batch import Batch
from warraq.write.parallel import map_ordered
from warraq.write.snapshot import Sight, look
from warraq.write.standing import Found
from warraq.write.store import Store


class Sources:
    """The folders of a site; what was read of them stays at hand."""

    def __init__(self, folders: Folders, options: Options, store: Store) -> None:
        self.folders, self.options, self.store = folders, options, store
        self._site: Site | None = None
        self._theme: Theme | None = None
        self._listed: Diagnostics | None = None
        """What is to be said of the folders of all records, once they have been listed."""

    def settings(self) -> Site:
        """The settings, which are read anew only when their file is another."""
        folder = self.folders.content
        with contextlib.suppress(OSError):  # its reader has a message for it
            written = (folder / "site.yaml").read_bytes()
            asked = (sys.version, self.options.base_url or "", folder.name)
            key = digest("site", engine_digest(), *asked, written)
            site: Site = self.store.recall(key, self._read_site)
            # The very same object where nothing is new: what was made with it is then known to be good.
            if site != self._site:
                self._site = site
            return self._site
        return self._read_site()

    def _read_site(self) -> Site:
        # Imported when it is wanted: it brings the validator with it, which most builds do without.
        from warraq.read.settings import read_site

        return read_site(self.folders.content, self.folders.content.name, self.options.base_url)

    def theme(self, site: Site, changes: frozenset[Path] | None) -> Theme:
        """The theme, which is read anew where it could be another."""
        folders = self.folders
        own = (folders.templates, folders.assets, folders.catalogs)
        untouched = changes is not None and not any(
            path.is_relative_to(folder.resolve()) for path in changes for folder in own
        )
        if self._theme is None or self._theme.site is not site or not untouched:
            batch = Batch(self.store)
            self._theme = read_theme(site, *own, batch.recall, folders.form)
            batch.write()
        return self._theme

    def index(
        self,
        site: Site,
        known: Known | None,
        before: Found | None,
        changes: frozenset[Path] | None,
        told: Told,
    ) -> tuple[Index, Diagnostics]:
        """The index of all records, in which only those are read whose folder is not as it was."""
        past = known.index if known and known.settings == mark_of(site) else {}
        if known and known.with_drafts != self.options.drafts:
            # What else is read does not depend on whether drafts are wanted.
            past = {place: row for place, row in past.items() if not (row.entry and row.entry.has_drafts)}
        folders = self._folders_of(changes) if past else None
        if (
            folders is not None
            and self._listed is not None
            and all(_place(folder) in past for folder in folders)
        ):
            return self._taken_in(folders, dict(past), site, told), self._listed
        found, notes = self._found(before.sight if before else look([self.folders.content]))
        index = {_place(folder): past[_place(folder)] for folder in found if _place(folder) in past}
        changed = [
            f for f in found if not ((is_known := index.get(_place(f))) and is_known.still_stands_for(f))
        ]
        taken = self._taken_in(changed, index, site, told)
        return {_place(folder): taken[_place(folder)] for folder in found}, notes

    def list_folders(self) -> tuple[tuple[tuple[str, str], ...], Diagnostics]:
        """The kinds and ids of all records by their folders, and messages on what does not belong there."""
        listed, self._listed = list_folders(self.folders.content, self.folders.content.name)
        return listed, self._listed

    def _found(self, sight: Sight) -> tuple[list[Folder], Diagnostics]:
        """The folders of the records with what tells whether they are as they were."""
        name, top = self.folders.content.name, os.fspath(self.folders.content)
        listed, notes = self.list_folders()
        files = sight.by_folder(self.folders.content)
        found = []
        for kind, id in listed:
            path = os.path.join(top, kind, id)  # noqa: PTH118  for very many folders
            stamps = tuple(files.get(path, ()))
            settled = all(sight.is_settled(stamp) for _, stamp in stamps)
            found.append(Folder(kind, id, path, f"{name}/{kind}/{id}", stamps, settled))
        return found, notes

    def _folders_of(self, changes: frozenset[Path] | None) -> list[Folder] | None:
        """The folders of records in which something has changed; None where that is not all that has."""
        if changes is None:
            return None
        name, top = self.folders.content.name, self.folders.content.resolve()
        found = {}
        for path in changes:
            if not path.is_relative_to(top) or path == top / "site.yaml":
                continue  # settings and theme are looked at in any case
            steps = path.relative_to(top).parts
            folder = top.joinpath(*steps[:2])
            if len(steps) != 3 or not folder.is_dir():
                return None
            found[steps[:2]] = Folder(
                *steps[:2], os.fspath(folder), f"{name}/{'/'.join(steps[:2])}", (), False
            )
        return [found[place] for place in sorted(found)]

    def _taken_in(
        self, folders: list[Folder], index: dict[tuple[str, str], Shelved], site: Site, told: Told
    ) -> dict[tuple[str, str], Shelved]:
        """The index with the records of these folders read anew."""
        # Whether a file is the same is soon seen, and of most files that were young it is so.
        reader = Librarian(site, self.folders.content, self.store.recall)
        new = []
        for folder in folders:
            past = index.get(_place(folder))
            if past is not None and reader.is_on_shelf(folder, past.shelf):
                index[_place(folder)] = shelve_again(past, folder)
            else:
                new.append((folder, past.shelf if past else ""))
        values = (site, self.folders.content, self.store, self.options.drafts, not self.options.check_only)
        taken = map_ordered(_take_in, new, _Intake, values, self.options.jobs)
        for number, ((folder, _), shelved) in enumerate(zip(new, taken, strict=True), 1):
            index[_place(folder)] = shelved
            told("read", number, len(new))
        return index


class _Intake(NamedTuple):
    """What taking records in needs: the settings, the folder of all records, and the store."""

    site: Site
    content: Path
    store: Store
    drafts: bool
    keeps_words: bool
    """Whether the site will be written, and so be searched."""


def _take_in(intake: _Intake, folders: Iterable[tuple[Folder, str]]) -> list[Shelved]:
    """The records of these folders, each with the shelf of what was there before, put into the store together."""
    batch = Batch(intake.store)
    librarian = Librarian(intake.site, intake.content, batch.recall, intake.drafts)

    def keep_words(record: Record, entry: Entry) -> None:
        if intake.keeps_words:
            batch.put(words_key(entry), words_kept(record, entry))

    found = [librarian.take_in(folder, past, keep_words) for folder, past in folders]
    batch.write()
    return found


def _place(folder: Folder) -> tuple[str, str]:
    return folder.kind, folder.id


def mark_of(site: Site) -> str:
    """The fingerprint of a site's settings."""
    return digest(repr(site))
