"""The stages in order: read this first.

index    files     -> index         each record read alone, its faults collected; what others may say of it on cards
link     index     -> library       every reference leads somewhere
proof    files     -> messages      how the texts are written: no page depends on it
plan     library   -> nodes         every file of the site, with a key made of all that it depends on
render   nodes     -> store         only nodes whose key is not there yet, each from its view
write    store     -> output        only files that changed, nothing when anything is wrong
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from warraq.build import Folders, Options, Report, Told, standing_key
from warraq.diagnostics import NOTHING, Diagnostics, EditorError, has_errors, in_order
from warraq.fingerprint import digest, engine_digest
from warraq.index.shelf import (
    Folder,
    Index,
    Librarian,
    Shelved,
    as_bytes,
    entries_of,
    from_bytes,
    notes_in,
    shelve_again,
    unread_in,
)
from warraq.lang.lint.finding import HouseStyle
from warraq.link.library import Library
from warraq.link.resolve import Linked, link
from warraq.model.site import Site
from warraq.plan.nodes import Node, PageNode
from warraq.plan.site_plan import plan_site
from warraq.plan.viewing import Viewing
from warraq.read.records import list_folders, open_folder
from warraq.render.render import Renderer, tool_keys
from warraq.render.theme import Theme, read_theme
from warraq.write.folder import Written, read_manifest
from warraq.write.output import entry_of, publish, reasons
from warraq.write.parallel import look_for_garbage_seldom, map_ordered
from warraq.write.snapshot import Sight, look
from warraq.write.standing import Found
from warraq.write.store import Store


class Workshop:
    """A site at work. What one build has found out stays in it for the next one."""

    def __init__(self, folders: Folders, options: Options) -> None:
        look_for_garbage_seldom()
        self.folders, self.options = folders, options
        self.store = Store(folders.cache)
        self._kept: _KeptIndex | None = None

    def build(self, told: Told, before: Found | None = None) -> Report:
        """Turn the folders into a website, or say everything that keeps it from becoming one.

        `before` is what lies in the folders and in the output, where somebody has looked already.
        """
        notes, writing = NOTHING, NOTHING
        folders, options, store = self.folders, self.options, self.store
        try:
            site = self._site()

            # Each folder is read alone, so that one fault does not hide another and any order will do.
            found, notes = _found(folders, before.sight if before else look([folders.content]))
            index = self._indexed(found, site, told)
            notes += notes_in(index)
            writing = self._proofs(found, index, site) if options.proofread else NOTHING

            # Links need every record, views need every link: hence two stages.
            linked = self._linked(index, site)
            theme = read_theme(site, folders.templates, folders.assets, folders.catalogs, store.recall)
            checks = (note for entry in linked.library.by_key.values() for note in entry.checks)
            notes += (*linked.diagnostics, *checks)
            records = len(entries_of(index))
            if has_errors(notes):
                return _told(options, notes, writing, records=records)

            plan = plan_site(linked.library, site, theme)
            notes += plan.diagnostics
            pages = sum(isinstance(node, PageNode) for node in plan.nodes)
            if has_errors(notes) or options.check_only:
                return _told(options, notes, writing, pages, records)

            # Rendering fills the store and touches nothing that readers see, so a failure here costs them nothing.
            manifest = read_manifest(folders.output)
            missing = _missing(plan.nodes, manifest, store)
            values = (linked.library, site, theme, store, folders)
            results = map_ordered(_render, missing, _renderer, values, options.jobs)
            for number, problems in enumerate(results, 1):
                notes += problems
                told("render", number, len(missing))
            if has_errors(notes):
                return _told(options, notes, writing, pages, records, len(missing))

            why = tuple(reasons(manifest, plan.nodes))
            written = publish(
                plan.nodes, store, folders.output, manifest, intact=before is not None and before.intact
            )
            self._keep(index, site)
            store.sweep(lambda: _used(index, plan.nodes, theme, folders, options))
            return _told(options, notes, writing, pages, records, len(missing), written, why)
        except EditorError as error:
            return _told(options, (*notes, *error.diagnostics), writing)

    def _site(self) -> Site:
        """The settings, which are read anew only when their file is another."""
        folder = self.folders.content
        with contextlib.suppress(OSError):  # its reader has a message for it
            written = (folder / "site.yaml").read_bytes()
            key = digest(
                "site", engine_digest(), sys.version, self.options.base_url or "", folder.name, written
            )
            site: Site = self.store.recall(key, self._read_site)
            return site
        return self._read_site()

    def _read_site(self) -> Site:
        from warraq.read.settings import read_site

        return read_site(self.folders.content, self.folders.content.name, self.options.base_url)

    def _indexed(self, found: tuple[Folder, ...], site: Site, told: Told) -> Index:
        """The index of all records, in which only those are read whose folder is not as it was."""
        if self._kept is None:
            self._kept = _recall_index(self.store, self.folders)
        kept = self._kept
        known = kept.index if kept and kept.site == _site_mark(site) else {}
        index = {}
        changed = []
        for folder in found:
            place = (folder.kind, folder.id)
            before = known.get(place)
            if before and before.still_stands_for(folder):
                index[place] = before
            else:
                changed.append((folder, before.shelf if before else ""))
        values = (site, self.folders.content, self.store)
        taken = map_ordered(_take_in, tuple(changed), _librarian, values, self.options.jobs)
        for number, ((folder, _), shelved) in enumerate(zip(changed, taken, strict=True), 1):
            place = (folder.kind, folder.id)
            index[place] = shelved or shelve_again(known[place], folder)
            told("read", number, len(changed))
        return dict(sorted(index.items())) if changed else index

    def _linked(self, index: Index, site: Site) -> Linked:
        fetch = _librarian(site, self.folders.content, self.store).fetch
        drafts, today = self.options.drafts, self.options.today
        return link(entries_of(index), site, today, fetch, drafts=drafts, unread=unread_in(index))

    def _keep(self, index: Index, site: Site) -> None:
        """Keep the index for the next build, unless it is the one that is kept."""
        mark = _site_mark(site)
        if self._kept is None or self._kept.site != mark or self._kept.index != index:
            self._kept = _KeptIndex(mark, index)
            self.store.put(_index_key(self.folders), as_bytes(mark, index))

    def _proofs(self, found: tuple[Folder, ...], index: Index, site: Site) -> Diagnostics:
        """What is to be said of the writing of the texts."""
        # Imported when it is wanted: the rules are dear to prepare, and a build does without them.
        from warraq.proof.proofread import house_style, proofread_settings

        style = house_style(site)
        values = (site.codes, self.store, style)
        wanted = tuple((folder, index[folder.kind, folder.id].shelf) for folder in found)
        proofs = map_ordered(_proofread, wanted, _Proofreader, values, self.options.jobs)
        faults = proofread_settings(self.folders.content, self.folders.content.name, site)
        return (*faults, *(fault for proof in proofs for fault in proof))


@dataclass(frozen=True)
class _KeptIndex:
    """The index as the last build left it."""

    site: str
    """The fingerprint of the settings that it was made with."""
    index: Index


def _recall_index(store: Store, folders: Folders) -> _KeptIndex | None:
    with contextlib.suppress(Exception):  # a damaged entry can raise anything, and is made anew
        return _KeptIndex(*from_bytes(store.get(_index_key(folders))))
    return None


def _index_key(folders: Folders) -> str:
    return digest("index", engine_digest(), sys.version, str(folders.content))


def _site_mark(site: Site) -> str:
    return digest(repr(site))


def _found(folders: Folders, sight: Sight) -> tuple[tuple[Folder, ...], Diagnostics]:
    """The folders of the records with what tells whether they are as they were."""
    name = folders.content.name
    listed, notes = list_folders(folders.content, name)
    files = sight.by_folder(folders.content)
    found = []
    top = os.fspath(folders.content)
    for kind, id in listed:
        path = os.path.join(top, kind, id)  # noqa: PTH118  for very many folders
        stamps = tuple(files.get(path, ()))
        settled = all(sight.is_settled(stamp) for _, stamp in stamps)
        found.append(Folder(kind, id, path, f"{name}/{kind}/{id}", stamps, settled))
    return tuple(found), notes


def _librarian(site: Site, content: Path, store: Store) -> Librarian:
    return Librarian(site, content, store.recall)


def _take_in(librarian: Librarian, folder: tuple[Folder, str]) -> Shelved | None:
    return librarian.take_in(*folder)


@dataclass(frozen=True)
class _Proofreader:
    """What reading proofs needs: the languages, the memory for proofs read before, and how texts should be written."""

    codes: tuple[str, ...]
    store: Store
    style: HouseStyle


def _proofread(reader: _Proofreader, item: tuple[Folder, str]) -> Diagnostics:
    from warraq.proof.proofread import proofread

    folder, shelf = item
    if not shelf:  # it could not be opened, which has been said
        return NOTHING

    def read() -> Diagnostics:
        source = open_folder(folder.kind, folder.id, Path(folder.path), folder.shown_as)
        return proofread(source, reader.codes, reader.style)

    proof: Diagnostics = reader.store.recall(digest("proof", shelf, repr(reader.style)), read)
    return proof


def _missing(nodes: Iterable[Node], before: Mapping[str, str], store: Store) -> tuple[Node, ...]:
    """The nodes that are neither in the output nor in the store; the pages of a record beside each other."""
    changed = [node for node in nodes if before.get(node.path) != entry_of(node)]
    there = store.keys() if len(changed) > _MANY else None
    missing = [n for n in changed if (n.key not in there if there is not None else n.key not in store)]
    return tuple(sorted(missing, key=lambda node: node.origin))


_MANY = 200
"""From so many keys on, asking for all at once is cheaper than one by one."""


def _renderer(library: Library, site: Site, theme: Theme, store: Store, folders: Folders) -> Renderer:
    fetch = lru_cache(maxsize=64)(_librarian(site, folders.content, store).fetch)
    return Renderer(theme, store, Viewing(library, site, theme, fetch))


def _render(renderer: Renderer, node: Node) -> Diagnostics:
    try:
        content, needs = renderer.render(node)
    except EditorError as error:
        return error.diagnostics
    renderer.memory.put(node.key, content, needs)
    return NOTHING


def _told(
    options: Options,
    notes: Diagnostics,
    writing: Diagnostics,
    pages: int = 0,
    records: int = 0,
    rendered: int = 0,
    written: Written | None = None,
    why: tuple[tuple[str, tuple[str, ...]], ...] = (),
) -> Report:
    """The report, in which the faults of writing count only where the site is merely checked."""
    if options.check_only:
        notes, writing = notes + writing, NOTHING
    return Report(in_order(notes), pages, records, rendered, written, why, in_order(writing))


def _used(
    index: Index, nodes: Iterable[Node], theme: Theme, folders: Folders, options: Options
) -> Iterator[str]:
    """Every key that this build needs kept."""
    yield from (_index_key(folders), standing_key(folders, options), *tool_keys(theme))
    yield from (shelved.shelf for shelved in index.values())
    yield from (node.key for node in nodes)
