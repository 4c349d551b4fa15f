"""The stages in order: read this first.

read     files      -> records       each alone, its faults collected
link     records    -> library       every reference leads somewhere
proof    files      -> messages      how the texts are written: no page depends on it
check    library    -> messages      what must hold of the whole
plan     library    -> nodes         every file of the site, with a key made of all that it depends on
render   nodes      -> store         only nodes whose key is not there yet
write    store      -> output        only files that changed, nothing when anything is wrong
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from warraq.build import Folders, Options, Report, Told, standing_key
from warraq.diagnostics import NOTHING, Diagnostics, EditorError, has_errors, in_order
from warraq.fingerprint import digest, engine_digest
from warraq.lang.lint.finding import HouseStyle
from warraq.link.checks import check
from warraq.link.resolve import link
from warraq.model.records import Record
from warraq.model.site import Site
from warraq.plan.machine_views import FeedView
from warraq.plan.nodes import Node, PageNode
from warraq.plan.site_plan import plan_site
from warraq.plan.views import RecordView, StoryView, TextPageView, TextView
from warraq.read.records import Reading, RecordSource, list_folders, open_folder, read_record
from warraq.read.settings import read_site
from warraq.render.render import Renderer, text_key, tool_keys
from warraq.render.theme import Theme, read_theme
from warraq.write.folder import Written, read_manifest
from warraq.write.output import publish, reasons
from warraq.write.parallel import look_for_garbage_seldom, map_ordered
from warraq.write.store import Store


def run_stages(folders: Folders, options: Options, told: Told) -> Report:
    """Turn the folders into a website, or say everything that keeps it from becoming one."""
    look_for_garbage_seldom()
    notes: Diagnostics = NOTHING
    writing: Diagnostics = NOTHING
    try:
        site = read_site(folders.content, folders.content.name, options.base_url)
        store = Store(folders.cache)

        # Each folder is read alone, so that one fault does not hide another and any order will do.
        read = _read(folders, site, store, options, told)
        notes += read.diagnostics
        writing = read.writing

        # Links need every record, views need every link: hence two stages, and a check of the whole between them.
        linked = link(read.records, site, options.today, drafts=options.drafts, unread=read.unread)
        theme = read_theme(site, folders.templates, folders.assets, folders.catalogs, store.recall)
        public = tuple(linked.library.by_key.values())
        notes += linked.diagnostics + check(public, site, theme.families)
        if has_errors(notes):
            return _told(options, notes, writing, records=len(read.records))

        plan = plan_site(linked.library, site, theme)
        notes += plan.diagnostics
        pages = sum(isinstance(node, PageNode) for node in plan.nodes)
        if has_errors(notes) or options.check_only:
            return _told(options, notes, writing, pages, len(read.records))

        # Rendering fills the store and touches nothing that readers see, so a failure here costs them nothing.
        before = read_manifest(folders.output)
        there = store.keys()
        missing = tuple(node for node in plan.nodes if node.key not in there)
        results = map_ordered(_render, missing, Renderer, (theme, store), options.jobs)
        for number, problems in enumerate(results, 1):
            notes += problems
            told("render", number, len(missing))
        if has_errors(notes):
            return _told(options, notes, writing, pages, len(read.records), len(missing))

        why = tuple(reasons(before, plan.nodes))
        written = publish(plan.nodes, store, folders.output)
        store.forget_unused((*read.keys, *_used(plan.nodes, theme), standing_key(folders, options)))
        return _told(options, notes, writing, pages, len(read.records), len(missing), written, why)
    except EditorError as error:
        return _told(options, (*notes, *error.diagnostics), writing)


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


@dataclass(frozen=True, slots=True)
class _Read:
    """What the first stage gives."""

    records: tuple[Record, ...]
    diagnostics: Diagnostics
    keys: tuple[str, ...]
    """The keys under which the store keeps the readings."""
    unread: frozenset[str]
    """The ids of records whose faults kept them from being read."""
    writing: Diagnostics
    """What is to be said of the writing of the texts."""


def _read(folders: Folders, site: Site, store: Store, options: Options, told: Told) -> _Read:
    """All records that can be read, and messages on the others."""
    name = folders.content.name
    listed, notes = list_folders(folders.content, name)
    sources: list[RecordSource] = []
    for kind, id, path in listed:
        try:
            sources.append(open_folder(kind, id, path, f"{name}/{kind}/{id}"))
        except EditorError as error:
            notes += error.diagnostics
    records: list[Record] = []
    style, writing = _proofreading(folders, site) if options.proofread else (None, NOTHING)
    values = (site.codes, store, style)
    for number, (reading, faults) in enumerate(
        map_ordered(_recall, tuple(sources), _Reader, values, options.jobs), 1
    ):
        told("read", number, len(sources))
        notes += reading.diagnostics
        writing += faults
        if reading.record:
            records.append(reading.record)
    unread = frozenset(id for _, id, _ in listed) - {record.id for record in records}
    keys = tuple(_record_key("record", source, site.codes) for source in sources)
    return _Read(tuple(records), notes, keys, unread, writing)


def _proofreading(folders: Folders, site: Site) -> tuple[HouseStyle, Diagnostics]:
    """How texts should be written, and what is to be said of those in the settings."""
    # Imported when it is wanted: the rules are dear to prepare, and a build does without them.
    from warraq.proof.proofread import house_style, proofread_settings

    return house_style(site), proofread_settings(folders.content, folders.content.name, site)


@dataclass(frozen=True, slots=True)
class _Reader:
    """What reading a record needs: the site's languages, and the memory for records read before."""

    codes: tuple[str, ...]
    store: Store
    style: HouseStyle | None
    """How the texts should be written; None where nobody asks."""


def _recall(reader: _Reader, source: RecordSource) -> tuple[Reading, Diagnostics]:
    key = _record_key("record", source, reader.codes)
    reading = reader.store.recall(key, lambda: read_record(source, reader.codes))
    style = reader.style
    if style is None:
        return reading, NOTHING
    from warraq.proof.proofread import proofread

    key = _record_key("proof", source, (*reader.codes, repr(style)))
    return reading, reader.store.recall(key, lambda: proofread(source, reader.codes, style))


def _record_key(purpose: str, source: RecordSource, settings: tuple[str, ...]) -> str:
    contents = (part for name, content in source.files for part in (name, content))
    return digest(purpose, engine_digest(), " ".join(settings), source.folder, *contents)


def _render(renderer: Renderer, node: Node) -> Diagnostics:
    try:
        renderer.memory.put(node.key, renderer.render(node))
    except EditorError as error:
        return error.diagnostics
    return NOTHING


def _used(nodes: tuple[Node, ...], theme: Theme) -> Iterator[str]:
    """Every key that this build needs kept."""
    yield from tool_keys(theme)
    for node in nodes:
        yield node.key
        if isinstance(node, PageNode):
            for text in _texts(node.view):
                yield text_key(text, theme.engine)


def _texts(view: object) -> Iterator[TextView]:
    if isinstance(view, StoryView | TextPageView | RecordView):
        if view.text:
            yield view.text
    elif isinstance(view, FeedView):
        yield from (entry.text for entry in view.entries)
