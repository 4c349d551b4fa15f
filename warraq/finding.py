"""The index of search, kept in step with the records: an edit changes the files that hold its words and no others.

The words of each record are kept under a key made of its files, so only what was edited is read for its words again.
"""

from __future__ import annotations

import contextlib
import marshal
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from warraq.fingerprint import digest, engine_digest
from warraq.index.entry import Entry
from warraq.index.shelf import Librarian
from warraq.index.words import Ranked, read_words, words_kept, words_key
from warraq.link.library import Library
from warraq.model.site import Site
from warraq.plan.search import Found, searched
from warraq.search.shards import Shard, cut, index_of, read_shard, shard_script, updated
from warraq.write.batch import Batch
from warraq.write.parallel import map_ordered
from warraq.write.store import Store


class _Row(NamedTuple):
    """A record of which the index was made."""

    words: str
    """The key under which its words are kept."""
    named: str
    """The keys of the records that it names, parted by spaces: their names stand on its page."""


@dataclass(frozen=True)
class _State:
    """What the index was made of, and its files."""

    numbers: Mapping[str, list[str]]
    """For each language, the keys of the records in their order."""
    rows: Mapping[str, _Row]
    shards: Mapping[str, tuple[Shard, ...]]


def state_key(content: Path) -> str:
    """The key under which it is kept what the index was made of."""
    return digest("search", engine_digest(), str(content))


def found_words(library: Library, site: Site, content: Path, store: Store, jobs: int) -> Found:
    """The index of search in all languages; its files are in the store then."""
    found = searched(library, site.codes)
    order = {code: [entry.key for entry in entries] for code, entries in found.items()}
    shown = dict.fromkeys(key for keys in order.values() for key in keys)
    order[_HIDDEN] = sorted(library.hidden)
    before = _recall(store, state_key(content))
    same = before is not None and before.numbers == order
    rows = {}
    for key in shown:
        words = words_key(library.by_key[key])
        past = before.rows.get(key) if before and same else None
        if past is not None and past.words == words:
            rows[key] = past
        else:
            rows[key] = _Row(words, " ".join(dict.fromkeys(named.key for named in library.named(key))))
    changed = [key for key, row in rows.items() if not before or before.rows.get(key) != row]
    for key, entry in library.hidden.items():  # they have no page, but their names may stand on others
        rows[key] = _Row(words_key(entry), "")
    if before and same and before.rows == rows and _are_kept(before, store):
        return Found(before.shards, _named(rows))
    _keep_words([library.entry(key) for key in rows], site, content, store, jobs)
    shards = None
    if before and same and len(changed) < _FEW:
        with contextlib.suppress(FileNotFoundError, LookupError):  # then it is made as a whole
            shards = {
                code: _edited(place, code, before, rows, store) for place, code in enumerate(site.codes)
            }
    if shards is None:
        wanted = [_wanted(place, order[code], rows) for place, code in enumerate(site.codes)]
        effort = sum(map(len, order.values())) // _RECORDS_LIKE_A_PAGE
        made = map_ordered(_whole, wanted, _Words, (store,), jobs, effort=effort)
        shards = dict(zip(site.codes, made, strict=True))
    now = _State(order, rows, shards)
    store.put(state_key(content), marshal.dumps(_plain(now)))
    return Found(shards, _named(rows))


_HIDDEN = ""
"""In place of a language's code, the records that are not public: texts may say their names."""

_FEW = 20
"""Records that changed from which on the index is made as a whole."""

_RECORDS_LIKE_A_PAGE = 10
"""Records that are put in order in the time of a page."""


def keys_used(library: Library, content: Path) -> Iterator[str]:
    """The keys that the index of search needs kept, its files aside."""
    yield state_key(content)
    yield from (words_key(entry) for entry in (*library.by_key.values(), *library.hidden.values()))


def _named(rows: Mapping[str, _Row]) -> Mapping[str, str]:
    return {key: row.named for key, row in rows.items()}


# ------------------------------------------------------------ the words of records


def _keep_words(entries: Iterable[Entry], site: Site, content: Path, store: Store, jobs: int) -> None:
    """See to it that the words of these records are kept, as they are of all that have just been read."""
    wanted = [(words_key(entry), entry) for entry in entries]
    there = store.keys() if len(wanted) > _FEW else None
    missing = [
        item for item in wanted if (item[0] not in there if there is not None else item[0] not in store)
    ]
    for _ in map_ordered(_read, missing, _Reader, (site, content, store), jobs):
        pass


@dataclass(frozen=True)
class _Reader:
    site: Site
    content: Path
    store: Store


def _read(reader: _Reader, items: Sequence[tuple[str, Entry]]) -> list[None]:
    librarian = Librarian(reader.site, reader.content, reader.store.recall)
    batch = Batch(reader.store)
    for key, entry in items:
        batch.put(key, words_kept(librarian.fetch(entry), entry))
    batch.write()
    return [None for _ in items]


class _Words:
    """The words of records, as they are kept."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.names = lru_cache(maxsize=65536)(self._names)
        """The words of a record's names, the same in each language."""

    def of(self, key: str, place: int) -> Ranked:
        """The words of a record for the language at this place among the site's; FileNotFoundError where not kept."""
        return read_words(self.store.get(key), place)

    def _names(self, key: str) -> tuple[str, ...]:
        return tuple(word for words in self.of(key, 0)[:3] for word in words.split())

    def ranked(self, key: str, named: Iterable[str], place: int) -> tuple[Iterable[str], ...]:
        """The words of a record by rank, with the names of what it names among the rest."""
        *ranks, rest = (words.split() for words in self.of(key, place))
        last = dict.fromkeys(rest)
        for other in named:
            last.update(dict.fromkeys(self.names(other)))
        for word in chain(*ranks):
            last.pop(word, None)
        return (*ranks, last)


# ------------------------------------------------------------ the index of a language

_Wanted = tuple[int, list[tuple[str, tuple[str, ...]]]]
"""The place of a language among the site's, and the keys of the words of its records and of those that they name."""


def _wanted(place: int, keys: Sequence[str], rows: Mapping[str, _Row]) -> _Wanted:
    return place, [(rows[key].words, _words_named(rows[key], rows)) for key in keys]


def _words_named(row: _Row, rows: Mapping[str, _Row]) -> tuple[str, ...]:
    return tuple(rows[key].words for key in row.named.split() if key in rows)


def _whole(words: _Words, wanted: Sequence[_Wanted]) -> list[tuple[Shard, ...]]:
    """The files of some languages."""
    made = []
    for place, records in wanted:
        ranked = ((number, words.ranked(*record, place)) for number, record in enumerate(records))
        made.append(tuple(Shard(rows[0][0], _kept(rows, words.store)) for rows in cut(index_of(ranked))))
    return made


def _kept(rows: Sequence[tuple[str, str]], store: Store) -> str:
    content = shard_script(rows)
    key = digest("file", content)
    store.put(key, content)
    return key


def _edited(
    place: int, code: str, before: _State, rows: Mapping[str, _Row], store: Store
) -> tuple[Shard, ...]:
    """The files of a language after the edit of a few records; FileNotFoundError where the old state is not kept."""
    words = _Words(store)
    changes: dict[str, dict[int, int | None]] = {}
    for number, key in enumerate(before.numbers[code]):
        past, row = before.rows[key], rows[key]
        past_named, named = _words_named(past, before.rows), _words_named(row, rows)
        if (past.words, past_named) == (row.words, named):
            continue
        old = _by_word(words.ranked(past.words, past_named, place))
        new = _by_word(words.ranked(row.words, named, place))
        for word in old.keys() | new.keys():
            if old.get(word) != new.get(word):
                changes.setdefault(word, {})[number] = new.get(word)
    return updated(
        before.shards[code], changes, lambda key: read_shard(store.get(key)), lambda made: _kept(made, store)
    )


def _by_word(ranked: Iterable[Iterable[str]]) -> dict[str, int]:
    return {word: rank for rank, words in enumerate(ranked) for word in words}


# ------------------------------------------------------------ what is kept between builds


def _are_kept(state: _State, store: Store) -> bool:
    return all(shard.key in store for shards in state.shards.values() for shard in shards)


def _plain(state: _State) -> tuple[Any, ...]:
    rows = {key: tuple(row) for key, row in state.rows.items()}
    shards = {code: [tuple(shard) for shard in shards] for code, shards in state.shards.items()}
    return dict(state.numbers), rows, shards


def _recall(store: Store, key: str) -> _State | None:
    with contextlib.suppress(Exception):  # a damaged entry can raise anything, and is made anew
        numbers, rows, shards = marshal.loads(store.get(key))  # noqa: S302  our own bytes
        return _State(
            numbers,
            {name: _Row(*row) for name, row in rows.items()},
            {code: tuple(Shard(*shard) for shard in found) for code, found in shards.items()},
        )
    return None
