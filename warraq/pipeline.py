"""The stages in order: read this first.

index    files     -> index         each record read alone, its faults collected; what others may say of it on cards
link     index     -> library       every reference leads somewhere
find     library   -> words         the index of search, kept in step with the records
proof    files     -> messages      how the texts are written: no page depends on it
plan     library   -> nodes         every file of the site, with a key made of all that it depends on
render   nodes     -> store         only nodes whose key is not there yet, each from its view
write    store     -> output        only files that changed, nothing when anything is wrong
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from warraq.build import (
    NO_WISH,
    BrokenOffError,
    Folders,
    Options,
    Report,
    Told,
    Wish,
    standing_key,
    wait_unless,
)
from warraq.diagnostics import NOTHING, Diagnostics, EditorError, has_errors, in_order
from warraq.earlier import board_words, earlier_key
from warraq.finding import found_words, keys_used
from warraq.fingerprint import digest, engine_digest
from warraq.index import kept
from warraq.index.kept import Known
from warraq.index.shelf import Index, Librarian, entries_of, notes_in, unread_in
from warraq.link import kinship
from warraq.link.library import Library, refers_alike, shows_alike
from warraq.link.resolve import Linked, check_unpublished, link
from warraq.model.addresses import SEARCH_FILES, STATUS_PAGES
from warraq.model.site import Site
from warraq.plan.nodes import Node
from warraq.plan.site_plan import Planning
from warraq.render.render import tool_keys
from warraq.render.theme import Theme
from warraq.setup.garbage import look_for_garbage_seldom
from warraq.sources import Sources, mark_of
from warraq.stages import (
    Manifest,
    Tool,
    changed_places,
    effort_of,
    missing_of,
    proofs,
    proofs_of_settings,
    render,
    renderer,
    report_of,
    shows_other_pictures,
    touched,
)
from warraq.write.folder import manifest_stamp, read_manifest
from warraq.write.output import entry_of, publish, publish_one, reasons
from warraq.write.parallel import is_worth_a_pool, map_ordered
from warraq.write.standing import Found
from warraq.write.store import Store


@dataclass
class _Hand:
    """What a workshop has at hand from its last build; nothing in it is needed."""

    known: Known | None = None
    site: Site | None = None
    library: Library | None = None
    tool: Tool | None = None
    proofs: dict[str, Diagnostics] = field(default_factory=dict)
    """The faults of writing in each record by its shelf, as long as the settings are the same."""
    manifest: Manifest | None = None
    """What the output folder holds, where this workshop has seen to it."""
    stamp: tuple[int, int, int] | None = None
    """Of the file of the manifest: another one means that somebody else has built there."""


class Workshop:
    """A site at work. What one build has found out stays at hand for the next one."""

    def __init__(self, folders: Folders, options: Options) -> None:
        look_for_garbage_seldom()
        self.folders, self.options = folders, options
        self.store = Store(folders.cache)
        self.sources = Sources(folders, options, self.store)
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
            site = self.sources.settings()
            if site is not hand.site:
                hand.site, hand.proofs = site, {}
            known = hand.known or kept.recall(self.store, self._index_key)

            # Each folder is read alone, so that one fault does not hide another and any order will do.
            index, notes = self.sources.index(site, known, before, changes if hand.known else None, told)
            notes += notes_in(index)
            if options.proofread and options.check_only:
                writing = self._proofs(index, site, index)

            # Links need every record, views need every link: hence two stages.
            changed = self._changed_alike(known, index, site)
            linked = self._linked(index, site, changed)
            checks = (
                note for entry in linked.library.by_key.values() if entry.checked for note in entry.checks
            )
            notes += (*linked.diagnostics, *checks, *self._unpublished(index, site))
            theme = self.sources.theme(site, changes)
            if has_errors(notes):
                return report_of(options, notes, writing, records=len(index))
            self._relate(linked.library)

            # Where an edit has left the addresses and the look as they were, only what shows it is planned.
            planning = Planning(linked.library, site, theme)
            world = planning.world()
            manifest, is_whole = self._manifest(before)
            waits = options.check_only or shows_other_pictures(index, known)
            early = () if waits else self._made_first(planning, theme, manifest, wish)
            if not options.check_only:
                values = (linked.library, site, self.folders.content, self.store, options.jobs)
                earlier = board_words(linked.library.by_key.values(), site, self.folders, options, self.store)
                planning = Planning(linked.library, site, theme, found_words(*values), earlier)
            if changed is not None and known is not None and known.world == world and is_whole:
                elsewhere = not all(changed.values())
                plan = planning.changed(touched(linked.library, changed), shown_elsewhere=elsewhere)
                # What the files of search are called tells what is in them, and the board may have fewer pages.
                same = {path: kept for path, kept in manifest.items() if not path.startswith(_PLANNED_WHOLE)}
                planned = {**same, **{node.path: entry_of(node) for node in plan.nodes}}
            else:
                plan = planning.whole()
                planned = {node.path: entry_of(node) for node in plan.nodes}
            notes += plan.diagnostics
            pages = sum(" " in entry for entry in planned.values())
            if has_errors(notes) or options.check_only:
                return report_of(options, notes, writing, pages, len(index))

            # Rendering fills the store and touches nothing that readers see, so a failure here costs them nothing.
            missing = missing_of(plan.nodes, manifest, self.store)
            notes += self._rendered(missing, planning, theme, told, wish)
            if has_errors(notes):
                return report_of(options, notes, writing, pages, len(index), len(missing))

            why = tuple(reasons(manifest, plan.nodes))
            hand.manifest = None  # until it is sure again what lies there
            output, jobs = self.folders.output, options.jobs
            written = publish(planned, self.store, output, manifest, intact=is_whole, jobs=jobs)
            written = replace(written, changed=(*early, *written.changed))
            hand.manifest, hand.stamp = planned, manifest_stamp(output)
            hand.library = linked.library
            now = Known(mark_of(site), self._asked, world, not linked.diagnostics, index)
            hand.known = kept.keep(self.store, self._index_key, known, now)
            self.store.sweep(lambda: self._used(index, planned, theme, linked.library))
            # No page depends on how its text is written, so the pages come first. In a preview, what nobody has
            # touched has time: see `proofread`.
            if options.proofread:
                writing = self._proofs(index, site, changed_places(index, known, changes))
            return report_of(options, notes, writing, pages, len(index), len(missing), written, why)
        except EditorError as error:
            return report_of(options, (*notes, *error.diagnostics), writing)

    def get_ready(self) -> None:
        """Fetch what the next build will want, where the last one had nothing to do and so fetched nothing.

        To be called where every file of the output is known to be as the last build left it.
        """
        hand = self._hand
        if hand.known is not None:
            return
        try:
            site = hand.site = self.sources.settings()
            known = kept.recall(self.store, self._index_key)
            if known is None or known.settings != mark_of(site) or known.asked != self._asked:
                return
            library = self._linked(known.index, site, {}).library
            self._relate(library)
            theme = self.sources.theme(site, None)
            self.sources.list_folders()
            manifest = read_manifest(self.folders.output)
            planning = Planning(library, site, theme)
            tool = self._tool(planning, theme)
            # A few pages are made and thrown away, so that templates are compiled and converters are awake.
            newest = [story.key for story in library.stories[:1]]
            for node in planning.changed(newest, shown_elsewhere=True).nodes[:5]:
                tool[0].render(node, tool[1])
        except EditorError:  # the next build has a message for it
            return
        hand.known, hand.library = known, library
        hand.manifest, hand.stamp = manifest, manifest_stamp(self.folders.output)

    def last_good(self) -> tuple[Site, Index] | None:
        """The settings and the records as the last good build knew them; None where there is none to be found."""
        known = self._hand.known or kept.recall(self.store, self._index_key)
        return (self._hand.site, known.index) if known and self._hand.site else None

    def _proofs(self, index: Index, site: Site, places: Iterable[tuple[str, str]]) -> Diagnostics:
        """What is to be said of the writing of settings and records; those at these places are read if need be."""
        for _ in self._read_proofs(index, site, places, self.options.jobs):
            pass
        read, shelves = self._hand.proofs, {shelved.shelf for shelved in index.values()}
        self._hand.proofs = {shelf: faults for shelf, faults in read.items() if shelf in shelves}
        content = self.folders.content
        return (
            *proofs_of_settings(site, content),
            *(fault for faults in self._hand.proofs.values() for fault in faults),
        )

    def _read_proofs(
        self, index: Index, site: Site, places: Iterable[tuple[str, str]], jobs: int
    ) -> Iterator[None]:
        read = self._hand.proofs
        wanted = [(*place, index[place].shelf) for place in places if index[place].shelf not in read]
        found = proofs(wanted, site, self.folders.content, self.store, jobs)
        for (_, _, shelf), faults in zip(wanted, found, strict=True):
            read[shelf] = faults
            yield

    def proofread(self, over: Callable[[], bool]) -> Diagnostics:
        """What is to be said of the writing of all records, where the last build went well; BrokenOffError when over.

        In this process alone, so that it can break off between two records.
        """
        known, site = self._hand.known, self._hand.site
        if known is None or site is None or not self.options.proofread:
            return NOTHING
        for _ in self._read_proofs(known.index, site, known.index, jobs=1):
            if over():
                raise BrokenOffError
        return in_order(self._proofs(known.index, site, ()))

    # ------------------------------------------------------------ link and plan

    def _changed_alike(self, known: Known | None, index: Index, site: Site) -> dict[str, bool] | None:
        """The keys of the records that are not as they were, and whether other pages show them as they did.

        None where more than that may have changed: who refers to whom, what is public, or an address.
        """
        if (
            known is None
            or not known.quiet
            or (known.settings, known.asked) != (mark_of(site), self._asked)
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
            changed[shelved.entry.key] = shows_alike(past.entry, shelved.entry)
        return changed

    def _linked(self, index: Index, site: Site, changed: Mapping[str, bool] | None) -> Linked:
        entries, drafts, today = entries_of(index), self.options.drafts, self.options.today
        if changed is not None:  # then nothing can be wrong that was right
            if self._hand.library is not None:
                by_key = (entry for entry in entries if entry.key in changed)
                return Linked(self._hand.library.with_changed(by_key), NOTHING)
            public = [entry for entry in entries if drafts or entry.is_public(today)]
            hidden = (entry for entry in entries if not drafts and not entry.is_public(today))
            return Linked(Library(public, hidden, today), NOTHING)
        fetch = Librarian(site, self.folders.content, self.store.recall).fetch
        return link(entries, site, today, fetch, drafts=drafts, unread=unread_in(index))

    def _unpublished(self, index: Index, site: Site) -> Diagnostics:
        """What `check` has to say of the records that no reader sees yet."""
        if self.options.drafts or not self.options.check_only:
            return NOTHING
        fetch = Librarian(site, self.folders.content, self.store.recall).fetch
        return check_unpublished(entries_of(index), self.options.today, fetch, unread_in(index))

    def _relate(self, library: Library) -> None:
        """Work out what is read with each story, from what was known of it before."""
        if not library.is_related:
            before = kinship.recall(self.store, self._kinship_key)
            now = library.relate(before)
            if now is not before:
                kinship.keep(self.store, self._kinship_key, now)

    def _manifest(self, before: Found | None) -> tuple[Manifest, bool]:
        """What the output folder holds, and whether all of that is sure to be there."""
        hand, output = self._hand, self.folders.output
        at_hand = hand.manifest if hand.stamp == manifest_stamp(output) else None
        manifest = read_manifest(output) if at_hand is None else at_hand
        if before is None:  # then nobody has looked, and only what this workshop has written is sure
            return manifest, at_hand is not None
        return manifest, before.intact and "" not in manifest.values()

    # ------------------------------------------------------------ render

    def _made_first(
        self, planning: Planning, theme: Theme, manifest: Manifest, wish: Wish
    ) -> tuple[str, ...]:
        """What brings the page that somebody looks at to the disk before anything else is even planned.

        With it comes what every page draws on. A page that is new, and one of a site with other settings, whose
        pictures may all be other ones, has to wait for the others.
        """
        known = self._hand.known
        node = planning.page_at(wish.page) if wish.page in manifest else None
        if node is None or known is None or known.settings != mark_of(planning.site):
            return ()
        wanted = [each for each in (*theme.nodes, node) if manifest.get(each.path) != entry_of(each)]
        if node not in wanted:
            return ()
        tool = self._tool(planning, theme)
        if any(has_errors(found) for found in render(tool, wanted)):
            return ()  # they are told when all pages are made
        made = tuple(each.path for each in wanted if publish_one(each, self.store, self.folders.output))
        if made:
            wish.shown()
        return made

    def _rendered(
        self, missing: tuple[Node, ...], planning: Planning, theme: Theme, told: Told, wish: Wish
    ) -> Diagnostics:
        """Messages on the nodes that could not be rendered; all others are in the store then."""
        notes: Diagnostics = NOTHING
        effort = effort_of(missing)
        if is_worth_a_pool(effort, self.options.jobs):
            if wish.page:  # somebody is editing, and will perhaps save again at once
                wait_unless(wish.over, _BEFORE_MANY)
            values = (planning.library, planning.site, theme, self.store, self.folders)
            results = map_ordered(render, missing, renderer, values, self.options.jobs, wish.over, effort)
        else:
            results = map_ordered(render, missing, self._tool, (planning, theme), jobs=1)
        for number, problems in enumerate(results, 1):
            notes += problems
            told("render", number, len(missing))
            if wish.over():
                break
        if wish.over():
            raise BrokenOffError
        return notes

    def _tool(self, planning: Planning, theme: Theme) -> Tool:
        """What renders in this process; templates that were loaded stay loaded while they are the same."""
        hand = self._hand
        # The environments of another theme have other templates.
        known = hand.tool if hand.tool and hand.tool[0].theme is theme else None
        hand.tool = renderer(planning.library, planning.site, theme, self.store, self.folders, known)
        return hand.tool

    # ------------------------------------------------------------ what is kept

    @property
    def _index_key(self) -> str:
        return kept.key_of(self.folders.content)

    @property
    def _kinship_key(self) -> str:
        return digest("kinship", engine_digest(), str(self.folders.content))

    @property
    def _asked(self) -> str:
        return kept.asked_for(self.options.today, drafts=self.options.drafts)

    def _used(self, index: Index, planned: Manifest, theme: Theme, library: Library) -> Iterator[str]:
        """Every key that this build needs kept."""
        yield from (
            *kept.keys_of(self._index_key),
            self._kinship_key,
            standing_key(self.folders, self.options),
            *tool_keys(theme),
            earlier_key(self.folders.content),
            *keys_used(library, self.folders.content),
        )
        yield from (shelved.shelf for shelved in index.values())
        yield from (entry.partition(" ")[0] for entry in planned.values())


_PLANNED_WHOLE = (SEARCH_FILES, STATUS_PAGES)
"""Folders of the output whose files are all planned at every build: those of before are of no use."""

_BEFORE_MANY = 1.0
"""Seconds of quiet before a preview starts processes to make very many pages."""
