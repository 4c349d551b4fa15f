"""The former words of passages that have changed since they were translated, found in the history of their files.

A mark tells only that a passage is not as it was. What it was is nowhere in the content; where the site lies in git,
it is in an earlier version of the file. What was found once is kept, and git is asked again only for what was not
found, and only after something has been committed.
"""

from __future__ import annotations

import contextlib
import marshal
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from warraq.build import Folders, Options
from warraq.diagnostics import EditorError
from warraq.files import decode, split_head
from warraq.fingerprint import digest
from warraq.following.segments import mark_of, segments_of
from warraq.index.entry import Entry
from warraq.model.site import Site
from warraq.read.history import newest_commit, versions_of
from warraq.write.store import Store


@dataclass(frozen=True, slots=True)
class Earlier:
    """Passages as they were."""

    words: Mapping[str, str] = field(default_factory=dict)
    """By the file that they stood in and their mark: `stories/tatreez/ar.md 3f2a91`."""

    @property
    def key(self) -> str:
        """The key under which they are kept for those who print them."""
        return digest("earlier words", *(part for pair in sorted(self.words.items()) for part in pair))

    def of(self, key: str, language: str) -> dict[str, str]:
        """Those of a record's text in a language, by their marks."""
        start = f"{_file(key, language)} "
        return {name.removeprefix(start): said for name, said in self.words.items() if name.startswith(start)}


def earlier_words(entries: Iterable[Entry], content: Path, store: Store) -> Earlier:
    """The former words of all passages of which these records follow an earlier state, as far as they can be found."""
    wanted = {
        name
        for entry in entries
        for text in entry.texts
        for name in names_of(entry.key, text.source, text.gone)
    }
    if not wanted:
        return Earlier()
    commit, found, sought = _recall(store, content)
    known = {name: words for name, words in found.items() if name in wanted}
    missing = wanted - known.keys()
    now = newest_commit(content) if missing else commit
    if missing and now and (now != commit or not missing <= sought):
        known |= found_in_history(missing, content)
    missing = wanted - known.keys()
    if (now, known, missing) != (commit, found, sought):
        store.put(earlier_key(content), marshal.dumps((now, known, sorted(missing))))
    earlier = Earlier(known)
    if known and earlier.key not in store:
        store.put(earlier.key, marshal.dumps(known))
    return earlier


def board_words(
    entries: Iterable[Entry], site: Site, folders: Folders, options: Options, store: Store
) -> str | None:
    """The key of the former words that the board for editors shows; None where there is to be no board."""
    where = site.facts.status
    if where == "no" or (where == "preview" and not options.drafts):
        return None
    return earlier_words(entries, folders.content, store).key


def kept_words(store: Store, key: str) -> Earlier:
    """The former words that are kept under their key; none where nothing is."""
    with contextlib.suppress(FileNotFoundError):
        return Earlier(marshal.loads(store.get(key)))  # noqa: S302  our own bytes
    return Earlier()


def earlier_key(content: Path) -> str:
    """The key under which it is kept what was found."""
    return digest("earlier", str(content))


def _recall(store: Store, content: Path) -> tuple[str, dict[str, str], set[str]]:
    """The commit at which was looked, what was found by then, and what was not."""
    with contextlib.suppress(Exception):  # a damaged entry can raise anything, and is made anew
        commit, found, sought = marshal.loads(store.get(earlier_key(content)))  # noqa: S302  our own bytes
        return commit, dict(found), set(sought)
    return "", {}, set()


def names_of(key: str, language: str, marks: Iterable[str]) -> set[str]:
    """What passages of a record's text in a language are called here: their file and their mark."""
    return {f"{_file(key, language)} {mark}" for mark in marks}


def found_in_history(wanted: Collection[str], content: Path) -> dict[str, str]:
    """The words of these passages, as far as the history of their files has them."""
    found: dict[str, str] = {}
    files = sorted({name.rpartition(" ")[0] for name in wanted})
    for file, version in versions_of(content, files):
        for mark, words in _passages(version, file):
            name = f"{file} {mark}"
            if name in wanted:
                found.setdefault(name, words)
        if len(found) == len(wanted):
            break
    return found


def _passages(version: bytes, file: str) -> Iterator[tuple[str, str]]:
    """The passages of a version of a text by their marks; none where it could not be read even then."""
    from warraq.read.yamltree import read_yaml  # loaded only where something was found in the history

    with contextlib.suppress(EditorError):
        head = split_head(decode(version, file), file)
        fields = read_yaml(head.fields, file)
        title, summary = (str(fields[name]) if name in fields else None for name in ("title", "summary"))
        for segment in segments_of(title, summary, head.body):
            yield mark_of(segment.words), segment.words


def _file(key: str, language: str) -> str:
    return f"{key}/{language}.md"
