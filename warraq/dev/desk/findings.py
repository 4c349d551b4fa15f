"""What the last build has found out, laid out by the record and by the page that it is about."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from warraq.diagnostics import NOTHING, Diagnostic, Diagnostics, Severity
from warraq.index.entry import Entry
from warraq.index.shelf import Index, entries_of
from warraq.model.addresses import file_of
from warraq.model.site import Site

_LONGEST_VALUE = 400
"""Letters of a value of a message in which ids are looked for; longer ones are passages of texts."""

_NAME = re.compile(r"[\w-]+(?:/[\w-]+)?")


class Concern(NamedTuple):
    """What there is to be said, as somebody sees it who looks at one record."""

    own: Diagnostics
    """Of its own files."""
    naming: Diagnostics
    """Of other files, in sentences that name it."""
    blocking: Diagnostics
    """Errors elsewhere: as long as there is one, no page is made anew."""
    others: Diagnostics
    """All the rest."""


@dataclass(frozen=True)
class Findings:
    """What the last build has found out."""

    said: Diagnostics = NOTHING
    """In their order: by severity, then by place."""
    ok: bool = True
    """Whether the site is as its files say; if not, the pages are those of the last good build."""
    site: Site | None = None
    """As the last good build had it, or as near to that as is known."""
    index: Index = field(default_factory=dict)
    """The records of the last good build."""
    content: str = "content"
    """The name of the folder of all records, as messages give it."""

    def entry(self, key: str) -> Entry | None:
        """The record that is called `kind/id`, where the last good build knew it."""
        kind, _, id = key.partition("/")
        shelved = self.index.get((kind, id))
        return shelved.entry if shelved else None

    def record_at(self, page: str) -> str:
        """The record that a page is about, by its file in the output folder; empty where it is about none.

        Pages below that of a record, such as those of its pictures, are about it too.
        """
        folders = page.split("/")[:-1]
        for end in range(len(folders), 1, -1):
            file = "/".join((*folders[:end], "index.html"))
            if key := self._guessed(folders[1:end], file) or self._keys_by_page.get(file, ""):
                return key
        return ""

    def _guessed(self, names: Sequence[str], file: str) -> str:
        """The record whose id is its address, as most have it: so that nobody waits for the table of all."""
        key = "/".join(names if len(names) > 1 else ("pages", *names))
        entry = self.entry(key)
        return key if entry and any(file_of(face.path) == file for face in entry.faces) else ""

    @cached_property
    def _keys_by_page(self) -> Mapping[str, str]:
        entries = entries_of(self.index)
        return {file_of(face.path): entry.key for entry in entries for face in entry.faces}

    def versions(self, page: str) -> dict[str, str]:
        """For each language of the site, the file that a page has in it, whether or not it is there."""
        if self.site is None:
            return {}
        if entry := self.entry(self.record_at(page)):
            paths = {face.code: file_of(face.path) for face in entry.faces}
            return {code: paths[code] for code in self.site.codes if code in paths}
        code, _, rest = page.partition("/")
        return {other: f"{other}/{rest}" for other in self.site.codes} if code in self.site.codes else {}

    # ------------------------------------------------------------ what there is to be said

    @cached_property
    def _own(self) -> Mapping[str, list[Diagnostic]]:
        """The messages on the files of each record."""
        found: dict[str, list[Diagnostic]] = defaultdict(list)
        for diagnostic in self.said:
            if key := self.record_of(diagnostic):
                found[key].append(diagnostic)
        return found

    @cached_property
    def _naming(self) -> Mapping[str, list[Diagnostic]]:
        """The messages that name an id, or a `kind/id`, wherever they are from."""
        found: dict[str, list[Diagnostic]] = defaultdict(list)
        for diagnostic in self.said:
            words = (value for _, value in diagnostic.values if len(value) <= _LONGEST_VALUE)
            for name in {name for value in words for name in _NAME.findall(value)}:
                found[name].append(diagnostic)
        return found

    def record_of(self, diagnostic: Diagnostic) -> str:
        """The record in whose files a message has its place; empty for settings, templates and the like."""
        parts = diagnostic.span.file.split("/") if diagnostic.span else []
        return "/".join(parts[1:3]) if len(parts) == 4 and parts[0] == self.content else ""

    def concerning(self, key: str) -> Concern:
        """What there is to be said, seen from a record; an empty key is a page that is about none."""
        own = self._own.get(key, [])
        known = set(own)
        named = (*self._naming.get(key, ()), *self._naming.get(key.partition("/")[2], ())) if key else ()
        naming = tuple(d for d in dict.fromkeys(named) if d not in known)
        known.update(naming)
        rest = [diagnostic for diagnostic in self.said if diagnostic not in known]
        return Concern(
            own=tuple(own),
            naming=naming,
            blocking=tuple(d for d in rest if d.rule.severity is Severity.ERROR),
            others=tuple(d for d in rest if d.rule.severity is not Severity.ERROR),
        )
