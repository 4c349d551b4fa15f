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
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from warraq.build import Folders, Options, Report, Told, standing_key
from warraq.diagnostics import NOTHING, Diagnostics, EditorError, has_errors, in_order
from warraq.fingerprint import digest, engine_digest
from warraq.index import kept
from warraq.index.kept import Known
from warraq.index.shelf import (
    Folder,
    Index,
    Shelved,
    entries_of,
    notes_in,
    shelve_again,
    unread_in,
)
from warraq.link.library import Library, refers_alike
from warraq.link.resolve import Linked, link
from warraq.model.site import Site
from warraq.plan.nodes import Node
from warraq.plan.site_plan import Planning
from warraq.render.render import Renderer, tool_keys
from warraq.render.theme import Theme, read_theme
from warraq.stages import (
    Manifest,
    found_folders,
    librarian,
    missing_of,
    proofs,
    render,
    renderer,
    stands,
    take_in,
    touched,
)
from warraq.write.folder import Written, read_manifest
from warraq.write.output import entry_of, publish, publish_one, reasons
from warraq.write.parallel import is_worth_a_pool, look_for_garbage_seldom, map_ordered
from warraq.write.snapshot import look
from warraq.write.standing import Found
from warraq.write.store import Store


class BrokenOffError(Exception):
    """A build was asked to end before its time. Nothing is lost: the next one goes on from the store."""


@dataclass(frozen=True)
class Wish:
    """What somebody who looks at a page while the site is built would like."""

    page: str = ""
    """The path of the page, relative to the output folder: if many pages must be made, it comes first."""
    shown: Callable[[], None] = lambda: None
    """Called when that page is on the disk ahead of the others."""
    over: Callable[[], bool] = lambda: False
    """Whether the rest is no longer wanted, since there is something newer to build."""


NO_WISH = Wish()


@dataclass
class _Hand:
    """What a workshop has at hand from its last build; nothing in it is needed."""

    known: Known | None = None
    site: Site | None = None
    theme: Theme | None = None
    library: Library | None = None
    renderer: Renderer | None = None
    manifest: Manifest | None = None
    """What the output folder holds, where this workshop has seen to it."""


class Workshop:
    """A site at work. What one build has found out stays at hand for the next one."""

    def __init__(self, folders: Folders, options: Options) -> None:
        look_for_garbage_seldom()
        self.folders, self.options = folders, options
        self.store = Store(folders.cache)
        self._hand = _Hand()

    def build(
        self,
        told: Told,
        before: Found | None = None,
        changes: frozenset[Path] | None = None,
        wish: Wish = NO_WISH,
    ) -> Report:
        """Turn the folders into a website, or say everything that keeps it from becoming one.

        `before` is what lies in the folders and in the output, where somebody has looked already. `changes` are all
        paths that have changed since this workshop built last, where that is known.
        """
        notes, writing = NOTHING, NOTHING
        options, hand = self.options, self._hand
        try:
            site = hand.site = self._site()
            known = hand.known or kept.recall(self.store, self._index_key)

            # Each folder is read alone, so that one fault does not hide another and any order will do.
            index, notes = self._indexed(site, known, before, changes, told)
            notes += notes_in(index)
            writing = (
                proofs(index, site, self.folders.content, self.store, options.jobs)
                if options.proofread
                else NOTHING
            )

            # Links need every record, views need every link: hence two stages.
            changed = self._changed_alike(known, index, site)
            linked = self._linked(index, site, changed)
            checks = (
                note for entry in linked.library.by_key.values() if entry.checked for note in entry.checks
            )
            notes += (*linked.diagnostics, *checks)
            theme = self._theme(site, changes)
            if has_errors(notes):
                return _told(options, notes, writing, records=len(index))

            # Where an edit has left the addresses and the look as they were, only what shows it is planned.
            planning = Planning(linked.library, site, theme)
            world = planning.world()
            manifest, is_whole = self._manifest(before)
            if changed is not None and known is not None and known.world == world and is_whole:
                plan = planning.changed(touched(linked.library, changed))
                planned = {**manifest, **{node.path: entry_of(node) for node in plan.nodes}}
            else:
                plan = planning.whole()
                planned = {node.path: entry_of(node) for node in plan.nodes}
            notes += plan.diagnostics
            pages = sum(" " in entry for entry in planned.values())
            if has_errors(notes) or options.check_only:
                return _told(options, notes, writing, pages, len(index))

            # Rendering fills the store and touches nothing that readers see, so a failure here costs them nothing.
            missing = missing_of(plan.nodes, manifest, self.store)
            notes += self._rendered(missing, linked.library, site, theme, told, wish)
            if has_errors(notes):
                return _told(options, notes, writing, pages, len(index), len(missing))

            why = tuple(reasons(manifest, plan.nodes))
            hand.manifest = None  # until it is sure again what lies there
            written = publish(planned, self.store, self.folders.output, manifest, intact=is_whole)
            hand.manifest, hand.library = planned, linked.library
            now = Known(_mark(site), self._asked, world, not linked.diagnostics, index)
            hand.known = kept.keep(self.store, self._index_key, known, now)
            self.store.sweep(lambda: self._used(index, planned, theme))
            return _told(options, notes, writing, pages, len(index), len(missing), written, why)
        except EditorError as error:
            return _told(options, (*notes, *error.diagnostics), writing)

    # ------------------------------------------------------------ settings and theme

    def _site(self) -> Site:
        """The settings, which are read anew only when their file is another."""
        folder = self.folders.content
        with contextlib.suppress(OSError):  # its reader has a message for it
            written = (folder / "site.yaml").read_bytes()
            asked = (sys.version, self.options.base_url or "", folder.name)
            key = digest("site", engine_digest(), *asked, written)
            site: Site = self.store.recall(key, self._read_site)
            # The very same object where nothing is new: what was made with it is then known to be good.
            return self._hand.site if self._hand.site == site else site
        return self._read_site()

    def _read_site(self) -> Site:
        # Imported when it is wanted: it brings the validator with it, which most builds do without.
        from warraq.read.settings import read_site

        return read_site(self.folders.content, self.folders.content.name, self.options.base_url)

    def _theme(self, site: Site, changes: frozenset[Path] | None) -> Theme:
        """The theme, which is read anew where it could be another."""
        folders, hand = self.folders, self._hand
        own = (folders.templates, folders.assets, folders.catalogs)
        untouched = changes is not None and not any(
            path.is_relative_to(folder.resolve()) for path in changes for folder in own
        )
        if hand.theme is None or hand.theme.site is not site or not untouched:
            hand.theme, hand.renderer = read_theme(site, *own, self.store.recall), None
        return hand.theme

    # ------------------------------------------------------------ index

    def _indexed(
        self,
        site: Site,
        known: Known | None,
        before: Found | None,
        changes: frozenset[Path] | None,
        told: Told,
    ) -> tuple[Index, Diagnostics]:
        """The index of all records, in which only those are read whose folder is not as it was."""
        past = known.index if known and known.settings == _mark(site) else {}
        folders = self._folders_of(changes) if past and self._hand.known else None
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
        known = [index.get((folder.kind, folder.id)) for folder in folders]
        wanted = [(folder, past.shelf if past else "") for folder, past in zip(folders, known, strict=True)]
        values = (site, self.folders.content, self.store)
        taken = map_ordered(take_in, wanted, librarian, values, self.options.jobs)
        for number, (folder, past, shelved) in enumerate(zip(folders, known, taken, strict=True), 1):
            if shelved is not None:
                index[folder.kind, folder.id] = shelved
            elif past is not None:
                index[folder.kind, folder.id] = shelve_again(past, folder)
            told("read", number, len(folders))
        return index

    # ------------------------------------------------------------ link and plan

    def _changed_alike(self, known: Known | None, index: Index, site: Site) -> dict[str, bool] | None:
        """The keys of the records that are not as they were, and whether their cards are.

        None where more than that may have changed: who refers to whom, what is public, or an address.
        """
        if (
            known is None
            or not known.quiet
            or (known.settings, known.asked) != (_mark(site), self._asked)
            or known.index.keys() != index.keys()
        ):
            return None
        changed = {}
        for place, shelved in index.items():
            past = known.index[place]
            if shelved is past or shelved.shelf == past.shelf:
                continue
            if not shelved.entry or not past.entry or not refers_alike(past.entry, shelved.entry):
                return None
            pairs = zip(past.entry.faces, shelved.entry.faces, strict=True)
            changed[shelved.entry.key] = all(one.mark == other.mark for one, other in pairs)
        return changed

    def _linked(self, index: Index, site: Site, changed: Mapping[str, bool] | None) -> Linked:
        entries, drafts, today = entries_of(index), self.options.drafts, self.options.today
        if changed is not None:  # then nothing can be wrong that was right
            if self._hand.library is not None:
                by_key = (entry for entry in entries if entry.key in changed)
                return Linked(self._hand.library.with_changed(by_key), NOTHING)
            public = [entry for entry in entries if drafts or entry.is_public(today)]
            hidden = (entry for entry in entries if not drafts and not entry.is_public(today))
            return Linked(Library(public, hidden), NOTHING)
        fetch = librarian(site, self.folders.content, self.store).fetch
        return link(entries, site, today, fetch, drafts=drafts, unread=unread_in(index))

    def _manifest(self, before: Found | None) -> tuple[Manifest, bool]:
        """What the output folder holds, and whether all of that is sure to be there."""
        if self._hand.manifest is not None:
            return self._hand.manifest, True
        manifest = read_manifest(self.folders.output)
        return manifest, before is not None and before.intact and "" not in manifest.values()

    # ------------------------------------------------------------ render

    def _rendered(
        self, missing: tuple[Node, ...], library: Library, site: Site, theme: Theme, told: Told, wish: Wish
    ) -> Diagnostics:
        """Messages on the nodes that could not be rendered; all others are in the store then."""
        hand = self._hand
        notes: Diagnostics = NOTHING
        values = (library, site, theme, self.store, self.folders)
        few = not is_worth_a_pool(len(missing), self.options.jobs)
        looked_at = next((node for node in missing if node.path == wish.page), None)
        if few or looked_at:
            tool = renderer(*values, hand.renderer)
            hand.renderer = tool[0]
            if looked_at and len(missing) > _SOON_DONE:
                notes += render(tool, looked_at)
                if not has_errors(notes) and publish_one(looked_at, self.store, self.folders.output):
                    wish.shown()
                missing = tuple(node for node in missing if node is not looked_at)
        if few:
            results: Iterable[Diagnostics] = (render(tool, node) for node in missing)
        else:
            results = map_ordered(render, missing, renderer, values, self.options.jobs)
        for number, problems in enumerate(results, 1):
            if wish.over():
                raise BrokenOffError
            notes += problems
            told("render", number, len(missing))
        return notes

    # ------------------------------------------------------------ what is kept

    @property
    def _index_key(self) -> str:
        return digest("index", engine_digest(), sys.version, str(self.folders.content))

    @property
    def _asked(self) -> str:
        return f"{self.options.today} {self.options.drafts}"

    def _used(self, index: Index, planned: Manifest, theme: Theme) -> Iterator[str]:
        """Every key that this build needs kept."""
        yield from (
            *kept.keys_of(self._index_key),
            standing_key(self.folders, self.options),
            *tool_keys(theme),
        )
        yield from (shelved.shelf for shelved in index.values())
        yield from (entry.partition(" ")[0] for entry in planned.values())


_SOON_DONE = 30
"""So few pages are made before anybody would see that one of them came first."""


def _mark(site: Site) -> str:
    return digest(repr(site))


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
