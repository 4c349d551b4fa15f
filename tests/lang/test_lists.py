"""Several items as one phrase in three languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.lang.readers import READERS
from warraq.lang.lists import format_list

CASES = [
    (part.partition("\n")[0], line)
    for part in (Path(__file__).parent / "cases" / "lists.txt").read_text("utf-8").split("\n== ")[1:]
    for line in part.splitlines()[1:]
    if line
]
COMMA = {"": None, "comma": True, "no comma": False}


@pytest.mark.parametrize(("title", "line"), CASES, ids=lambda text: text)
def test_items_are_joined_as_the_language_joins_them(title, line):
    manner, _, comma = title.partition(", ")
    code, joining = manner.split()
    reader = next(reader for reader in READERS if reader.code == code)
    phrase, items = line.split(" | ")
    joined = format_list(items.split(" / "), reader, joining=joining, comma_before_last=COMMA[comma])
    assert joined == phrase


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.code)
def test_no_items_make_an_empty_text_and_one_item_stands_alone(reader):
    assert format_list([], reader) == ""
    assert format_list(["{0}، {1}"], reader) == "{0}، {1}"


def test_what_an_item_holds_is_never_taken_for_a_pattern():
    assert format_list(["{1}", "{0}", "x"], READERS[2]) == "{1}, {0} and x"
