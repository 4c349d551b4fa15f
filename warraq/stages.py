"""What the stages of the pipeline do with one item, wherever they do it: in this process or in several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from warraq.build import Folders, Options, Report
from warraq.diagnostics import NOTHING, Diagnostics, EditorError, in_order
from warraq.earlier import kept_words
from warraq.fingerprint import digest
from warraq.index.kept import Known
from warraq.index.shelf import Index, Librarian
from warraq.lang.lint.finding import HouseStyle
from warraq.link.library import Library
from warraq.model.site import Site
from warraq.plan.nodes import Node, PrintNode, ShareNode
from warraq.plan.viewing import Viewing
from warraq.read.records import open_folder
from warraq.render.prints import Darkroom
from warraq.render.render import Renderer
from warraq.render.theme import Theme
from warraq.write.batch import Batch
from warraq.write.folder import Written
from warraq.write.output import entry_of
from warraq.write.parallel import map_ordered
from warraq.write.store import Store

Manifest = Mapping[str, str]
"""What is written of each file of the output: its key, and for a page what the key is made of."""


@dataclass(frozen=True)
class _Proofreader:
    """What reading proofs needs: the languages, the folder, the memory for proofs, and how texts should be written."""

    codes: tuple[str, ...]
    content: Path
    store: Store
    style: HouseStyle


def _proofread(reader: _Proofreader, items: Sequence[tuple[str, str, str]]) -> list[Diagnostics]:
    from warraq.proof.proofread import proofread

    batch = Batch(reader.store)

    def proof(kind: str, id: str, shelf: str) -> Diagnostics:
        if not shelf:  # it could not be opened, which has been said
            return NOTHING

        def read() -> Diagnostics:
            source = open_folder(kind, id, reader.content / kind / id, f"{reader.content.name}/{kind}/{id}")
            return proofread(source, reader.codes, reader.style)

        return batch.recall(digest("proof", shelf, repr(reader.style)), read)

    found = [proof(*item) for item in items]
    batch.write()
    return found


def proofs(
    wanted: Sequence[tuple[str, str, str]], site: Site, content: Path, store: Store, jobs: int
) -> Iterator[Diagnostics]:
    """What is to be said of the writing of each record, by its kind, id and shelf."""
    # Imported when it is wanted: the rules are dear to prepare, and a build does without them.
    from warraq.proof.proofread import house_style

    values = (site.codes, content, store, house_style(site))
    return map_ordered(_proofread, wanted, _Proofreader, values, jobs)


def proofs_of_settings(site: Site, content: Path) -> Diagnostics:
    """What is to be said of the writing of the settings."""
    from warraq.proof.proofread import proofread_settings

    return proofread_settings(content, content.name, site)


def changed_places(index: Index, known: Known | None, changes: object) -> list[tuple[str, str]]:
    """The records that are not as they were known, where there are `changes` that somebody has made just now."""
    if changes is None or known is None:
        return []
    return [place for place, shelved in index.items() if shelved is not known.index.get(place)]


def shows_other_pictures(index: Index, known: Known | None) -> bool:
    """Whether a record has other pictures than it was known to have: their prints are not there yet."""
    past = known.index if known else {}
    return any(
        shelved.entry is not None
        and shelved is not (before := past.get(place))
        and shelved.entry.negatives != (before.entry.negatives if before and before.entry else ())
        for place, shelved in index.items()
    )


def touched(library: Library, changed: Mapping[str, bool]) -> set[str]:
    """The records whose pages can be other ones: those that changed, and those that show a card which did."""
    found = set(changed)
    for key, same_card in changed.items():
        if not same_card and key in library.by_key:
            found |= library.showing(key)
        elif not same_card:
            return set(library.by_key)  # of what is hidden nobody keeps who names it
    return found


def missing_of(nodes: Iterable[Node], before: Manifest, store: Store) -> tuple[Node, ...]:
    """The nodes that are neither in the output nor in the store; the pages of a record beside each other."""
    changed = [node for node in nodes if before.get(node.path) != entry_of(node)]
    there = store.keys() if len(changed) > _MANY else None
    missing = [n for n in changed if (n.key not in there if there is not None else n.key not in store)]
    return tuple(sorted(missing, key=lambda node: node.origin))


_MANY = 200
"""From so many keys on, asking for all at once is cheaper than one by one."""


def effort_of(nodes: Sequence[Node]) -> int:
    """How many pages the rendering of these is worth."""
    return len(nodes) + _PAGES_OF_A_PRINT * sum(isinstance(node, PrintNode | ShareNode) for node in nodes)


_PAGES_OF_A_PRINT = 20
"""Pages that are made in the time of one print of a photograph, or of one share image."""

Tool = tuple[Renderer, Viewing, Batch]


def renderer(
    library: Library, site: Site, theme: Theme, store: Store, folders: Folders, known: Tool | None = None
) -> Tool:
    """What renders, one for each process; `known` is one of before with the same theme."""
    fetch = lru_cache(maxsize=64)(Librarian(site, folders.content, store.recall).fetch)
    darkroom = Darkroom(folders.content, site)
    batch = known[2] if known else Batch(store)
    return (
        known[0] if known else Renderer(theme, batch, darkroom),
        Viewing(library, site, theme, fetch, lambda key: kept_words(store, key).of),
        batch,
    )


def render(tool: Tool, nodes: Iterable[Node]) -> list[Diagnostics]:
    """Put the bytes of the nodes into the store; for each the messages where they cannot be made."""
    renderer, viewing, batch = tool
    found: list[Diagnostics] = []
    for node in nodes:
        try:
            content, needs = renderer.render(node, viewing)
        except EditorError as error:
            found.append(error.diagnostics)
        else:
            batch.put(node.key, content, needs)
            found.append(NOTHING)
    batch.write()
    return found


def report_of(
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
