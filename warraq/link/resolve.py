"""Do all references lead somewhere? Asked of facts and of running text alike, before anything is built on them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from warraq import rules
from warraq.diagnostics import Diagnostic, Diagnostics, Severity, Word, has_errors, nearest
from warraq.index.entry import Entry
from warraq.index.references import MALFORMED, Naming, parts_of, references_in
from warraq.lang.folding import fold
from warraq.link.library import Library
from warraq.model.kinds import KIND
from warraq.model.picture_references import is_elsewhere, owner_of
from warraq.model.records import PictureRef, Record, TextRef
from warraq.model.site import Site
from warraq.model.values import Ref, Span
from warraq.model.words import N_


@dataclass(frozen=True, slots=True)
class Linked:
    """The library and what is wrong with its references."""

    library: Library
    diagnostics: Diagnostics


Known = Mapping[str, list[Entry]]
"""All entries by id."""

Fetch = Callable[[Entry], Record]
"""The record of an entry."""


def link(
    entries: Iterable[Entry],
    site: Site,
    today: datetime.date,
    fetch: Fetch,
    *,
    drafts: bool,
    unread: frozenset[str] = frozenset(),
) -> Linked:
    """The library of the records that are public today (or all, with drafts), with messages on broken references.

    `unread` holds the ids of records whose own faults kept them from being read: a reference to one of them is
    not a second fault. Only a record with a reference that leads nowhere is fetched, to say where it is written.
    """
    everything = tuple(entries)
    known: dict[str, list[Entry]] = {}
    for entry in everything:
        known.setdefault(entry.id, []).append(entry)
    public = tuple(e for e in everything if drafts or e.is_public(today))
    hidden = {e.key for e in everything} - {e.key for e in public}

    by_key = {entry.key: entry for entry in everything}
    namings = {naming for entry in public for naming in entry.names}
    broken = {naming for naming in namings if any(_problems(naming, known, hidden))}
    notes: list[Diagnostic] = []
    for entry in public:
        lacking = any(_lacks(target, by_key, hidden) for target in entry.borrows)
        if lacking or (broken and not broken.isdisjoint(entry.names)):
            notes.extend(_problems_in(fetch(entry), known, hidden, unread))
        notes.extend(_consents_wanted(entry, known))
    for ref in site.facts.home.named:
        if ref.target not in unread:
            notes.extend(_fact_problems(ref, known, hidden))
    unseen = (entry for entry in everything if entry.key in hidden)
    return Linked(Library(public, unseen, today), tuple(notes))


def check_unpublished(
    entries: Iterable[Entry], today: datetime.date, fetch: Fetch, unread: frozenset[str] = frozenset()
) -> Diagnostics:
    """What will keep the records that readers do not see yet from being shown, as warnings: they keep nothing back now.

    Whoever writes a story wants to know it before the story is public, and not by its publication.
    """
    everything = tuple(entries)
    known: dict[str, list[Entry]] = {}
    for entry in everything:
        known.setdefault(entry.id, []).append(entry)
    by_key = {entry.key: entry for entry in everything}
    notes: list[Diagnostic] = []
    for entry in everything:
        if entry.is_public(today):
            continue
        notes.extend(entry.checks)
        notes.extend(_consents_wanted(entry, known))
        lacking = any(_lacks(target, by_key, set()) for target in entry.borrows)
        if lacking or any(any(_problems(naming, known, set())) for naming in entry.names):
            notes.extend(_problems_in(fetch(entry), known, set(), unread))
    milder = (replace(n, rule=replace(n.rule, severity=Severity.WARNING)) for n in notes if has_errors((n,)))
    return tuple(milder)


def _problems(naming: Naming, known: Known, hidden: set[str]) -> Iterator[Diagnostic]:
    target, kinds = parts_of(naming)
    if kinds:
        return _fact_problems(Ref(target, kinds, _NOWHERE), known, hidden)
    return _text_problems(TextRef(target, None, naming == MALFORMED, _NOWHERE), known, hidden)


_NOWHERE = Span("")


def _problems_in(
    record: Record, known: Known, hidden: set[str], unread: frozenset[str]
) -> Iterator[Diagnostic]:
    for _, ref in references_in(record.facts):
        if ref.target not in unread:
            yield from _fact_problems(ref, known, hidden)
    for telling in record.tellings:
        for written in telling.references:
            if _is_by_name(written):
                yield _by_its_id(written, known)
            elif written.target.rpartition("/")[2] not in unread:
                yield from _text_problems(written, known, hidden)
        for picture in telling.pictures:
            yield from _borrowing_problems(picture, known, hidden, unread)


def _lacks(target: str, by_key: Mapping[str, Entry], hidden: set[str]) -> bool:
    """Whether the record is there and has no such picture that readers may see."""
    owner, name = owner_of(target)
    return owner in hidden or (
        owner in by_key and all(negative.name != name for negative in by_key[owner].negatives)
    )


def _borrowing_problems(
    ref: PictureRef, known: Known, hidden: set[str], unread: frozenset[str]
) -> Iterator[Diagnostic]:
    """Messages on a picture of another record that a text shows."""
    owner, name = owner_of(ref.target)
    kind, _, id = owner.rpartition("/")
    if not owner or is_elsewhere(ref.target) or id in unread:  # the one is no other's, the rest has been said
        return
    found = [entry for entry in known.get(id, ()) if entry.kind_name == kind]
    if not found:
        yield from _text_problems(TextRef(owner, None, False, ref.span), known, hidden)
        return
    names = [negative.name for negative in found[0].negatives]
    if name not in names:
        yield rules.NO_SUCH_PICTURE.at(ref.span, name=name, near=nearest(name, names))
    elif owner in hidden:
        yield rules.PICTURE_NOT_PUBLISHED.at(ref.span, name=name, id=id)


def _consents_wanted(entry: Entry, known: Known) -> Iterator[Diagnostic]:
    """A message for each living person in a picture for which nobody's consent is recorded."""
    for target, file, *place in entry.without_consent:
        if any(other.is_guarded for other in known.get(target, ())):
            yield rules.NO_CONSENT_FOR_PICTURE.at(Span(entry.file, *place), name=file)


def _fact_problems(ref: Ref, known: Known, hidden: set[str]) -> Iterator[Diagnostic]:
    found = [r for r in known.get(ref.target, ()) if r.kind_name in ref.kinds]
    if not found:
        other = known.get(ref.target)
        if other:
            found_kind, folders = Word(KIND[other[0].kind_name].one), ", ".join(ref.kinds)
            yield rules.WRONG_KIND.at(ref.span, id=ref.target, found=found_kind, folders=folders)
        else:
            yield _unknown(ref.target, ref.kinds, ref.span, known)
    elif len(found) > 1:
        yield rules.AMBIGUOUS.at(ref.span, id=ref.target, choices=", ".join(r.key for r in found))
    elif found[0].key in hidden:
        yield rules.NOT_PUBLISHED.at(ref.span, id=ref.target)


def _text_problems(ref: TextRef, known: Known, hidden: set[str]) -> Iterator[Diagnostic]:
    if ref.malformed:
        yield rules.BROKEN_REFERENCE.at(ref.span)
        return
    kind, _, id = ref.target.rpartition("/")
    found = [r for r in known.get(id, ()) if not kind or r.kind_name == kind]
    if not found:
        yield _unknown(id, (kind,) if kind in KIND else (), ref.span, known)
    elif len(found) > 1:
        choices = ", ".join(f"[[{r.key}]]" for r in found)
        yield rules.AMBIGUOUS.at(ref.span, id=id, choices=choices)
    elif found[0].key in hidden:
        yield rules.NOT_PUBLISHED.at(ref.span, id=id)


_NAME = re.compile(r"(?:[a-z]+/)?[^\[\]|{}<>`*]+")


def _is_by_name(ref: TextRef) -> bool:
    """Whether a reference is written as it should be, but for having a name in place of an id."""
    is_closed = bool(ref.words) or ref.span.length >= len(ref.target) + len("[[]]")
    return ref.malformed and is_closed and ref.words != "" and _NAME.fullmatch(ref.target) is not None


def _by_its_id(ref: TextRef, known: Known) -> Diagnostic:
    """The message on a record that is called by its name, with the id of the one that is called so."""
    wanted = fold(ref.target)
    found = (
        entry
        for same in known.values()
        for entry in same
        for face in entry.faces
        if fold(entry.card(face.code).title.text) == wanted
    )
    entry = next(found, None)
    id = None if entry is None else entry.id if len(known[entry.id]) == 1 else entry.key
    shown = id if id is None else f"{id}|{ref.words or ref.target}"
    return rules.NAME_FOR_ID.at(ref.span, words=ref.target, near=shown)


def _unknown(id: str, kinds: tuple[str, ...], span: Span, known: Known) -> Diagnostic:
    ids = [i for i, same in known.items() if not kinds or any(r.kind_name in kinds for r in same)]
    near = nearest(id, ids)
    if near is None:
        return rules.NO_SUCH_RECORD.at(span, kind=_kinds(kinds), id=id, folder=" | ".join(kinds) or "…")
    return rules.UNKNOWN_RECORD.at(span, kind=_kinds(kinds), id=id, near=near)


def _kinds(kinds: tuple[str, ...]) -> Word:
    """The word for what is meant: the kind where there is one, else simply a record."""
    return Word(KIND[kinds[0]].one if len(kinds) == 1 else N_("Record"))
