"""The index finds every record by each of its words, and an edited index is cut as one that was made in one go."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from warraq.search import shards
from warraq.search.shards import (
    Shard,
    cut,
    index_of,
    read_numbers,
    read_shard,
    shard_script,
    updated,
    write_numbers,
)

WORD = some.text("ابپتسشabc019", min_size=1, max_size=4)
RECORD = some.dictionaries(WORD, some.integers(0, 4), max_size=12)
SITE = some.lists(RECORD, min_size=1, max_size=12)


@pytest.fixture(autouse=True)
def small_files() -> Iterator[pytest.MonkeyPatch]:
    """Files so small that a few words fill several; what is given may make them smaller or larger."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shards, "_LEAST", 30)
        patch.setattr(shards, "_MOST", 80)
        patch.setattr(shards, "_ONE_IN", 3)
        yield patch


def rows_of(site: list[dict[str, int]]) -> list[tuple[str, str]]:
    """The rows of the index of some records, given as the ranks of their words."""
    ranked = [
        (number, [[word for word, rank in record.items() if rank == wanted] for wanted in range(5)])
        for number, record in enumerate(site)
    ]
    return [*index_of(ranked)]


@given(SITE)
def test_every_word_of_every_record_finds_it_in_the_file_where_it_is_looked_for(
    site: list[dict[str, int]],
) -> None:
    files = [read_shard(shard_script(rows)) for rows in cut(rows_of(site))]
    first = [rows[0][0] for rows in files]
    for number, record in enumerate(site):
        for word, rank in record.items():
            place = max(at for at, beginning in enumerate(first) if beginning <= word)
            assert read_numbers(dict(files[place])[word])[number] == rank


@settings(max_examples=300)
@given(SITE, some.data())
def test_an_edited_index_is_the_one_that_would_be_made_anew(
    site: list[dict[str, int]], data: some.DataObject
) -> None:
    edited = [*site]
    for number in data.draw(some.sets(some.integers(0, len(site) - 1), max_size=3)):
        edited[number] = data.draw(RECORD)
    kept: dict[str, list[tuple[str, str]]] = {}

    def keep(rows: list[tuple[str, str]]) -> str:
        kept[repr(rows)] = [*rows]
        return repr(rows)

    before = tuple(Shard(rows[0][0], keep(rows)) for rows in cut(rows_of(site)))
    changes: dict[str, dict[int, int | None]] = {}
    for number, (old, new) in enumerate(zip(site, edited, strict=True)):
        for word in old.keys() | new.keys():
            if old.get(word) != new.get(word):
                changes.setdefault(word, {})[number] = new.get(word)

    after = updated(before, changes, lambda key: [*kept[key]], keep)

    assert [kept[shard.key] for shard in after] == [*cut(rows_of(edited))]


def test_an_edit_reads_only_the_files_that_hold_its_words(small_files: pytest.MonkeyPatch) -> None:
    small_files.setattr(shards, "_MOST", 1000)
    site = [{f"w{number:03}": 3} for number in range(200)]
    kept: dict[str, list[tuple[str, str]]] = {}

    def keep(rows: list[tuple[str, str]]) -> str:
        kept[rows[0][0]] = rows
        return rows[0][0]

    before = [Shard(rows[0][0], keep(rows)) for rows in cut(rows_of(site))]
    read: list[str] = []

    def load(key: str) -> list[tuple[str, str]]:
        read.append(key)
        return kept[key]

    updated(before, {"w100x": {3: 0}}, load, keep)

    assert len(before) > 20
    assert len(read) == 1


@given(some.dictionaries(some.integers(0, 40_000), some.integers(0, 4), max_size=30))
def test_numbers_are_read_as_they_were_written(postings: dict[int, int]) -> None:
    assert read_numbers(write_numbers(postings)) == postings


def test_a_row_says_in_which_records_and_how_prominently_a_word_stands() -> None:
    assert rows_of([{"قلم": 0}, {}, {"قلم": 3, "a1": 1}, {"قلم": 0}]) == [
        ("a1", "B2"),
        ("قلم", "A0.3D2"),
    ]
