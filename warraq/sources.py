"""What an edit touches: the settings, the theme and the records, read anew only where they are not as they were."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

from warraq.build import Folders, Options, Told
from warraq.diagnostics import NOTHING, Diagnostics
from warraq.fingerprint import digest, engine_digest
from warraq.index.kept import Known
from warraq.index.shelf import Folder, Index, Shelved, shelve_again
from warraq.model.site import Site
from warraq.render.theme import Theme, read_theme
from warraq.stages import found_folders, librarian, stands, take_in
from warraq.write.parallel import map_ordered
from warraq.write.snapshot import look
from warraq.write.standing import Found
from warraq.write.store import Store


class Sources:
    """The folders of a site; what was read of them stays at hand."""

    def __init__(self, folders: Folders, options: Options, store: Store) -> None:
        self.folders, self.options, self.store = folders, options, store
        self._site: Site | None = None
        self._theme: Theme | None = None

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
            self._theme = read_theme(site, *own, self.store.recall)
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
        folders = self._folders_of(changes) if past else None
        if folders is not None and all((folder.kind, folder.id) in past for folder in folders):
            return self._taken_in(folders, dict(past), site, told), NOTHING
        found, notes = found_folders(self.folders, before.sight if before else look([self.folders.content]))
        places = [(folder.kind, folder.id) for folder in found]
        index = {place: past[place] for place in places if place in past}
        changed = [folder for folder in found if not stands(index.get((folder.kind, folder.id)), folder)]
        taken = self._taken_in(changed, index, site, told)
        return {place: taken[place] for place in places}, notes

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
        reader = librarian(site, self.folders.content, self.store)
        new = []
        for folder in folders:
            past = index.get((folder.kind, folder.id))
            if past is not None and reader.is_on_shelf(folder, past.shelf):
                index[folder.kind, folder.id] = shelve_again(past, folder)
            else:
                new.append(folder)
        taken = map_ordered(
            take_in, new, librarian, (site, self.folders.content, self.store), self.options.jobs
        )
        for number, (folder, shelved) in enumerate(zip(new, taken, strict=True), 1):
            index[folder.kind, folder.id] = shelved
            told("read", number, len(new))
        return index


def mark_of(site: Site) -> str:
    """The fingerprint of a site's settings."""
    return digest(repr(site))
