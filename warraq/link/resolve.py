"""Do all references lead somewhere? Asked of facts and of running text alike, before anything is built on them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from warraq import rules
from warraq.diagnostics import Diagnostic, Diagnostics, Word, nearest
from warraq.link.library import Library, build_library, references_in
from warraq.model.kinds import KIND
from warraq.model.records import Record, TextRef
from warraq.model.site import Site
from warraq.model.values import Ref, Span
from warraq.model.words import N_


@dataclass(frozen=True, slots=True)
class Linked:
    """The library and what is wrong with its references."""

    library: Library
    diagnostics: Diagnostics


def link(
    records: Iterable[Record],
    site: Site,
    today: datetime.date,
    *,
    drafts: bool,
    unread: frozenset[str] = frozenset(),
) -> Linked:
    """The library of the records that are public today (or all, with drafts), with messages on broken references.

    `unread` holds the ids of records whose own faults kept them from being read: a reference to one of them is
    not a second fault.
    """
    everything = tuple(records)
    known: dict[str, list[Record]] = {}
    for record in everything:
        known.setdefault(record.id, []).append(record)
    public = tuple(r for r in everything if drafts or is_public(r, today))
    hidden = {r.key for r in everything} - {r.key for r in public}
    notes: list[Diagnostic] = []
    spoken: list[tuple[Ref | TextRef, Iterator[Diagnostic]]] = []
    for record in public:
        for _, ref in references_in(record.facts):
            spoken.append((ref, _fact_problems(ref, known, hidden)))
        for telling in record.tellings:
            for written in telling.references:
                spoken.append((written, _text_problems(written, known, hidden)))
    home = site.facts.home
    for ref in (*((home.lead,) if home.lead else ()), *home.start):
        spoken.append((ref, _fact_problems(ref, known, hidden)))
    for reference, problems in spoken:
        if reference.target.rpartition("/")[2] not in unread:
            notes.extend(problems)
    return Linked(build_library(public, tuple(r for r in everything if r.key in hidden)), tuple(notes))


def is_public(record: Record, today: datetime.date) -> bool:
    """Whether readers may see the record on this day."""
    publish: datetime.date | None = record.facts.publish
    return not record.facts.draft and (publish is None or publish <= today)


def _fact_problems(ref: Ref, known: Mapping[str, list[Record]], hidden: set[str]) -> Iterator[Diagnostic]:
    found = [r for r in known.get(ref.target, ()) if r.kind_name in ref.kinds]
    if not found:
        other = known.get(ref.target)
        if other:
            found_kind, folders = Word(other[0].kind.one), ", ".join(ref.kinds)
            yield rules.WRONG_KIND.at(ref.span, id=ref.target, found=found_kind, folders=folders)
        else:
            yield _unknown(ref.target, ref.kinds, ref.span, known)
    elif len(found) > 1:
        yield rules.AMBIGUOUS.at(ref.span, id=ref.target, choices=", ".join(r.key for r in found))
    elif found[0].key in hidden:
        yield rules.NOT_PUBLISHED.at(ref.span, id=ref.target)


def _text_problems(ref: TextRef, known: Mapping[str, list[Record]], hidden: set[str]) -> Iterator[Diagnostic]:
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


def _unknown(id: str, kinds: tuple[str, ...], span: Span, known: Mapping[str, list[Record]]) -> Diagnostic:
    ids = [i for i, same in known.items() if not kinds or any(r.kind_name in kinds for r in same)]
    near = nearest(id, ids)
    if near is None:
        return rules.NO_SUCH_RECORD.at(span, kind=_kinds(kinds), id=id, folder=" | ".join(kinds) or "…")
    return rules.UNKNOWN_RECORD.at(span, kind=_kinds(kinds), id=id, near=near)


def _kinds(kinds: tuple[str, ...]) -> Word:
    """The word for what is meant: the kind where there is one, else simply a record."""
    return Word(KIND[kinds[0]].one if len(kinds) == 1 else N_("Record"))
