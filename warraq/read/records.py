"""A record from its folder: `facts.yaml` and one text for each language."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

from warraq import rules
from warraq.diagnostics import Diagnostic, Diagnostics, EditorError, nearest
from warraq.files import Head, decode, list_folder, read_bytes, split_head
from warraq.fingerprint import digest
from warraq.model.facts import TellingFacts
from warraq.model.fences import find_fence_faults
from warraq.model.kinds import KIND
from warraq.model.notes import find_lone_notes
from warraq.model.picture_references import find_pictures
from warraq.model.records import PictureRef, Record, Telling, TextRef
from warraq.model.references import blank_code, find_references
from warraq.model.values import ID, Scalar, Span
from warraq.read.pictures import (
    LARGEST_FILE,
    SUFFIXES,
    Look,
    check_named_pictures,
    is_other_picture,
    read_pictures,
)

if TYPE_CHECKING:
    from warraq.read.yamltree import Fields

_NOT_TEXT = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufdd0-\ufdef\ufffe\uffff]")
"""What slips in from word processors and PDFs: no reader sees it, and one such sign makes a whole feed unreadable."""

_FIELD = re.compile(r"([a-z_]+):[ ]+(.*)")
_LINK = re.compile(r"(?<![\\!\]])\[(?!\[)[^\[\]\n]*\](?<!!\[\])\(<?([^\s()<>]+)>?(?:[ ][^()\n]*)?\)")
_LEADS_SOMEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|[/#?]")
_FENCES = {
    "unclosed": rules.UNCLOSED_FENCE,
    "not-a-poem": rules.NOT_A_POEM,
    "strange-caesura": rules.STRANGE_CAESURA,
    "outside": rules.VERSES_OUTSIDE,
}


@dataclass(frozen=True, slots=True)
class RecordSource:
    """A record's folder before it is read: its kind and id, and the files in it by name, with their bytes."""

    kind: str
    id: str
    folder: str
    """Relative to the site's root, with `/`."""
    files: tuple[tuple[str, bytes], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading one folder."""

    record: Record | None
    diagnostics: Diagnostics
    texts: tuple[tuple[str, str], ...] = ()
    """The fingerprints of its files as text, by name: the same however an editor saves the letters."""
    heads: tuple[tuple[str, str], ...] = ()
    """The fingerprints of the fields at the head of each telling, by language."""


def list_folders(content: Path, shown_as: str) -> tuple[tuple[tuple[str, str], ...], Diagnostics]:
    """The folders of records as (kind, id), sorted, and messages on what does not belong there."""
    found: list[tuple[str, str]] = []
    notes: list[Diagnostic] = []
    kinds, files = _listed(content, shown_as)
    notes.extend(_loose(files, shown_as, {"site.yaml"}))
    for kind in kinds:
        place = f"{shown_as}/{kind}"
        if kind not in KIND:
            near = nearest(kind, KIND)
            notes.append(rules.UNKNOWN_KIND.at(Span(place), name=kind, near=near, known=", ".join(KIND)))
            continue
        ids, files = _listed(content / kind, place)
        notes.extend(_loose(files, place, set()))
        for id in ids:
            if ID.fullmatch(id):
                found.append((kind, id))
            else:
                notes.append(rules.STRANGE_FOLDER.at(Span(f"{place}/{id}"), name=id))
    return tuple(found), tuple(notes)


def _listed(path: Path, shown_as: str) -> tuple[list[str], list[str]]:
    """The folders and files of a folder; an editor sets aside what begins with `_`."""
    folders, files = list_folder(path, shown_as)
    return [n for n in folders if not n.startswith("_")], [n for n in files if not n.startswith("_")]


def _loose(names: Iterable[str], shown_as: str, expected: set[str]) -> Iterator[Diagnostic]:
    """A message for each file that lies outside the folders of the records."""
    for name in names:
        if name not in expected:
            yield rules.LOOSE_FILE.at(Span(f"{shown_as}/{name}"), name=name)


def open_folder(kind: str, id: str, path: Path, shown_as: str) -> RecordSource:
    """The files of a record's folder with their bytes; those that are neither facts, text nor picture by name only.

    A folder that is called as pictures are has a slash behind its name, so that nobody takes it for one.
    """
    files = []
    folders, names = list_folder(path, shown_as)
    folders = [f"{name}/" if name.lower().endswith(SUFFIXES) else name for name in folders]
    for name in sorted((*folders, *names)):
        is_picture = name.lower().endswith(SUFFIXES)
        if is_picture or name.endswith((".md", ".yaml")):
            # Of a file that is too large to be a picture, only so much is read as shows that it is.
            limit = LARGEST_FILE + 1 if is_picture else -1
            files.append((name, read_bytes(path / name, f"{shown_as}/{name}", limit)))
        else:
            files.append((name, b""))
    return RecordSource(kind, id, shown_as, tuple(files))


def read_record(
    source: RecordSource, codes: Sequence[str], look: Look, before: Reading | None = None
) -> Reading:
    """The record of one folder, or none where its facts cannot be read, with all that is to be said of it.

    `look` tells what is to be known of a picture from its bytes.
    Fields that are as they were `before`, when there was nothing to be said, are not read again: most edits are of
    running text, and the validator takes longer to load than all else that they need.
    """
    past = before.record if before is not None and not before.diagnostics else None
    fronts = {telling.language: telling.front for telling in past.tellings} if past else {}
    heads: dict[str, str] = {}
    notes: list[Diagnostic] = []
    files = dict(source.files)
    known = {"facts.yaml", *(f"{code}.md" for code in codes)}
    for name in files:
        if name not in known and not name.lower().endswith(SUFFIXES):
            if is_other_picture(name):
                continue  # of which more is known once the declared ones are
            near = _meant(name, known - files.keys())
            listed = ", ".join(f"{code}.md" for code in codes)
            if near != "facts.yaml":  # of which is said below that it is missing
                stray = Span(f"{source.folder}/{name}")
                notes.append(rules.STRANGE_FILE.at(stray, name=name, near=near, known=listed))
    texts: dict[str, str] = {}
    tellings, unread = [], []
    for code in codes:
        if f"{code}.md" in files:
            file = f"{source.folder}/{code}.md"
            try:
                text = texts[f"{code}.md"] = decode(files[f"{code}.md"], file)
                head = split_head(_NOT_TEXT.sub("", text), file)
                heads[code] = digest(head.fields)
                is_known = before is not None and (code, heads[code]) in before.heads
                telling, faults = _read_telling(code, file, head, fronts.get(code) if is_known else None)
                tellings.append(telling)
                notes.extend(faults)
            except EditorError as error:
                unread.append(code)
                notes.extend(error.diagnostics)
    place = f"{source.folder}/facts.yaml"
    if "facts.yaml" not in files:
        near = next((name for name in files if _meant(name, {"facts.yaml"})), None)
        return Reading(None, (*notes, rules.NO_FACTS.at(Span(source.folder), near=near)))
    try:
        texts["facts.yaml"] = decode(files["facts.yaml"], place)
        fingerprints = tuple((name, digest(text)) for name, text in texts.items())
        if past and before is not None and fingerprints[-1] in before.texts:
            facts, places = past.facts, past.places
        else:
            facts, places = _read_facts(source, texts["facts.yaml"], place)
    except EditorError as error:
        return Reading(None, (*notes, *error.diagnostics))
    pictures, faults = read_pictures(facts.pictures, files, source.folder, look)
    notes.extend(faults)
    for telling in tellings:
        notes.extend(check_named_pictures(telling, facts.pictures))
    record = Record(
        source.kind,
        source.id,
        facts,
        tuple(tellings),
        Span(place),
        unread=tuple(unread),
        places=places,
        files=pictures,
    )
    return Reading(record, tuple(notes), fingerprints, tuple(heads.items()))


def _meant(name: str, missing: Iterable[str]) -> str | None:
    """The file that is missing and that one of another name was most probably meant to be: `facts.yaml.txt`."""
    stem = name.lower().removesuffix(".txt").replace(".yml", ".yaml").replace(".markdown", ".md")
    return next((wanted for wanted in sorted(missing) if stem == wanted and name != wanted), None)


def _read_facts(source: RecordSource, text: str, place: str) -> tuple[Any, tuple[tuple[str, Span], ...]]:
    """The facts that a text holds, and where each of them is written."""
    from warraq.read.schema import read_facts
    from warraq.read.yamltree import read_yaml

    fields = read_yaml(text, place)
    return read_facts(KIND[source.kind].facts, fields), _places(fields)


def _places(fields: Fields) -> tuple[tuple[str, Span], ...]:
    """Where each field has its value, or its name where the value is a list or a group."""
    found = {name: value if isinstance(value, Scalar) else name for name, value in fields.items()}
    return tuple((str(name), place.span) for name, place in found.items() if isinstance(place, Scalar))


def _read_telling(
    code: str, file: str, head: Head, front: TellingFacts | None
) -> tuple[Telling, Diagnostics]:
    if front is None:
        from warraq.read.schema import read_facts
        from warraq.read.yamltree import read_yaml

        front = read_facts(TellingFacts, read_yaml(head.fields, file, head.fields_line))
    place = _Places(head.body, file, head.body_line)
    references = tuple(
        TextRef(found.target, found.words, found.malformed, place.span(found.offset, found.length))
        for found in find_references(head.body)
    )
    pictures = tuple(
        PictureRef(found.target, place.span(found.offset, found.length)) for found in find_pictures(head.body)
    )
    faults = (*_lone_notes(head.body, place), *_fences(head.body, place), *_lost_links(head.body, place))
    fields = tuple(_fields_of_head(head, file))
    return Telling(code, front, head.body, references, Span(file), pictures, head.body_line, fields), faults


def _fields_of_head(head: Head, file: str) -> Iterator[tuple[str, Span]]:
    """Where each field at the head of a text is written, for messages."""
    for number, line in enumerate(head.fields.split("\n"), head.fields_line):
        if found := _FIELD.match(line):
            yield found[1], Span(file, number, found.start(2) + 1, max(1, len(found[2].rstrip())))


def _fences(body: str, place: _Places) -> Iterator[Diagnostic]:
    for fault in find_fence_faults(body):
        span = Span(place.file, fault.line + place.first_line, fault.column, max(1, len(fault.found)))
        values = {"found": fault.found, "fence": fault.fence}
        rule = _FENCES[fault.code]
        yield rule.at(
            span,
            **{name: value for name, value in values.items() if f"{{{name}}}" in rule.message + rule.hint},
        )


def _lost_links(body: str, place: _Places) -> Iterator[Diagnostic]:
    """Messages on links that name neither a web address, nor one of the site, nor a place of the page."""
    for found in _LINK.finditer(blank_code(body)) if "](" in body else ():
        if not _LEADS_SOMEWHERE.match(found[1]):
            span = place.span(found.start(1), len(found[1]))
            yield rules.LEADS_NOWHERE.at(span, address=found[1])


def _lone_notes(body: str, place: _Places) -> Iterator[Diagnostic]:
    for lone in find_lone_notes(body):
        span = place.span(lone.offset, lone.length)
        if lone.is_mark:
            yield rules.NO_SUCH_NOTE.at(span, label=lone.label, near=nearest(lone.label, lone.near))
        else:
            yield rules.NOTE_WITHOUT_MARK.at(span, label=lone.label)


class _Places:
    """Where the characters of a body stand in their file."""

    def __init__(self, body: str, file: str, first_line: int) -> None:
        self.file = file
        self.first_line = first_line
        self.starts = [0, *accumulate(len(line) + 1 for line in body.split("\n"))]

    def span(self, offset: int, length: int) -> Span:
        line = bisect_right(self.starts, offset) - 1
        return Span(self.file, line + self.first_line, offset - self.starts[line] + 1, length)
