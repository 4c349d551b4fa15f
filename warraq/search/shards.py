"""The index as rows in the order of their words, and the rows cut into files of about the same weight.

A row is a word and, for each rank, the numbers of the records that have it: `قلمB3.1E5` is in the titles of records
3 and 4 and in the text of 5. Each number is written as its distance from the one before it, in base 36.

Where a file ends is decided by the rows since the last end alone. So an edit changes the files that hold its words,
and perhaps the one after; and an index that has been edited is cut as one that was made in one go.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from operator import sub
from typing import NamedTuple
from zlib import crc32

RANKS = "ABCDE"
"""Whole names, titles, other names, summary, the rest."""

_LEAST = 36_000
"""Characters of a file from which on it may end."""
_MOST = 60_000
"""Characters of rows with which it must."""
_ONE_IN = 64
"""Of so many words one, told by its fingerprint, may be the first of a file."""

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_PART = re.compile(r"([A-E])([0-9a-z.]+)")

Postings = dict[int, int]
"""For each record by its number, the rank of the word in it."""


class Shard(NamedTuple):
    """A file of the index: the first word in it, and the key under which its bytes are kept."""

    first: str
    key: str


def index_of(records: Iterable[tuple[int, Sequence[Iterable[str]]]]) -> Iterator[tuple[str, str]]:
    """The rows of records, given with their words by rank in the order of their numbers."""
    found: list[defaultdict[str, list[int]]] = [defaultdict(list) for _ in RANKS]
    for number, ranked in records:
        for numbers, words in zip(found, ranked, strict=True):
            for word in words:
                numbers[word].append(number)
    nothing: list[int] = []
    for word in sorted(set().union(*found)):
        yield word, _written([numbers.pop(word, nothing) for numbers in found])


def cut(rows: Iterable[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    """The rows of each file."""
    held: list[tuple[str, str]] = []
    size = 0
    for word, numbers in rows:
        full = size + len(word) + len(numbers) > _MOST
        if held and (full or (size >= _LEAST and crc32(word.encode()) % _ONE_IN == 0)):
            yield held
            held, size = [], 0
        held.append((word, numbers))
        size += len(word) + len(numbers) + 1
    if held:
        yield held


def updated(
    shards: Sequence[Shard],
    changes: Mapping[str, Mapping[int, int | None]],
    load: Callable[[str], list[tuple[str, str]]],
    keep: Callable[[list[tuple[str, str]]], str],
) -> tuple[Shard, ...]:
    """The files of an index after changes: for each word, the new rank of records that have it, or None.

    `load` gives the rows of a file by its key, `keep` keeps rows and gives the key. Only files that hold a changed
    word, and those whose beginning has moved, are read and made.
    """
    result: list[Shard] = []
    waiting = sorted(changes)
    if not shards:
        return tuple(Shard(part[0][0], keep(part)) for part in cut(_changed([], waiting, changes)))
    position = at = 0
    while at < len(shards):
        if position == len(waiting) or not _is_before(waiting[position], shards, at):
            result.append(shards[at])
            at += 1
            continue
        # The end of the file before this one was decided by the row that may have changed now.
        rows = load(result.pop().key) if result and waiting[position] == shards[at].first else []
        # From here on rows are cut anew, until an end falls where one has been.
        while at < len(shards):
            end = position
            while end < len(waiting) and _is_before(waiting[end], shards, at):
                end += 1
            rows += _changed(load(shards[at].key), waiting[position:end], changes)
            position, at = end, at + 1
            *whole, rows = [*cut(rows)] or [[]]
            result += (Shard(done[0][0], keep(done)) for done in whole)
            if at < len(shards) and (not rows or _ends(rows, shards[at].first)):
                break
        if rows:
            result.append(Shard(rows[0][0], keep(rows)))
    return tuple(result)


def _is_before(word: str, shards: Sequence[Shard], at: int) -> bool:
    """Whether a word stands before the end of a file."""
    return at + 1 == len(shards) or word < shards[at + 1].first


def _ends(rows: list[tuple[str, str]], following: str) -> bool:
    """Whether a file of these rows ends before this word whatever its numbers are."""
    size = sum(len(word) + len(numbers) + 1 for word, numbers in rows)
    return size >= _LEAST and crc32(following.encode()) % _ONE_IN == 0


def _changed(
    rows: list[tuple[str, str]], words: Iterable[str], changes: Mapping[str, Mapping[int, int | None]]
) -> list[tuple[str, str]]:
    found = dict(rows)
    for word in words:
        postings = read_numbers(found.get(word, ""))
        for number, rank in changes[word].items():
            if rank is None:
                postings.pop(number, None)
            else:
                postings[number] = rank
        if postings:
            found[word] = write_numbers(postings)
        else:
            found.pop(word, None)
    return sorted(found.items())


# ------------------------------------------------------------ as text


def write_numbers(postings: Postings) -> str:
    """The numbers of records as a row has them."""
    ranked: list[list[int]] = [[] for _ in RANKS]
    for number in sorted(postings):
        ranked[postings[number]].append(number)
    return _written(ranked)


def read_numbers(written: str) -> Postings:
    """What `write_numbers` wrote."""
    found: Postings = {}
    for part in _PART.finditer(written):
        number = 0
        for step in part[2].split("."):
            number += int(step, 36)
            found[number] = RANKS.index(part[1])
    return found


def _written(ranked: Sequence[Sequence[int]]) -> str:
    return "".join(
        f"{letter}{distances(numbers)}" for letter, numbers in zip(RANKS, ranked, strict=True) if numbers
    )


def distances(numbers: Sequence[int]) -> str:
    """Numbers in their order, each as its distance from the one before it."""
    return ".".join(map(_base36, map(sub, numbers, chain((0,), numbers))))


@lru_cache(maxsize=65536)
def _base36(number: int) -> str:
    if number < 36:
        return _DIGITS[number]
    rest, digit = divmod(number, 36)
    return _base36(rest) + _DIGITS[digit]


def script(value: object) -> bytes:
    """A file that hands a value over to the page that asked for it: scripts are read from a folder too, data is not."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # Line ends of Unicode's own were no part of strings in older browsers.
    return f"takeSearch({written})".replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").encode()


def shard_script(rows: Iterable[tuple[str, str]]) -> bytes:
    """The file of some rows."""
    return script("\n".join(word + numbers for word, numbers in rows))


def read_shard(content: bytes) -> list[tuple[str, str]]:
    """The rows that `shard_script` wrote."""
    text: str = json.loads(content.decode().removeprefix("takeSearch(").removesuffix(")"))
    found = []
    for line in text.split("\n"):
        start = next(place for place, char in enumerate(line) if char in RANKS)
        found.append((line[:start], line[start:]))
    return found
