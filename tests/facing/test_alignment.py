"""Which passages of two texts stand beside each other: every case of `cases/*.md`, and what holds for all texts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warraq.facing.alignment import align, lone_anchors
from warraq.facing.passages import ANCHOR, Passage, passages_of


def read_cases() -> list[object]:
    """Every case: two texts, and a line for each row with the first line of each passage.

    `|` stands between passages that belong together, `≠` between parts that are set whole, `–` for nothing.
    """
    found = []
    for path in sorted((Path(__file__).parent / "cases").glob("*.md")):
        for case in path.read_text(encoding="utf-8").split("\n=====\n"):
            heading, _, rest = case.strip("\n").partition("\n")
            first, second, expected = (part.strip("\n") for part in rest.split("\n.....\n"))
            title = heading.removeprefix("# ")
            found.append(pytest.param(first, second, expected, id=f"{path.stem}: {title}"))
    return found


def shown(passages: tuple[Passage, ...], body: str) -> str:
    lines = body.split("\n")
    return " + ".join(lines[passage.first] for passage in passages) or "–"


@pytest.mark.parametrize(("first", "second", "expected"), read_cases())
def test_two_texts_stand_beside_each_other_as_their_case_says(first: str, second: str, expected: str) -> None:
    rows = align(passages_of(first), passages_of(second))
    assert [
        f"{shown(row.first, first)} {'≠' if row.is_parted else '|'} {shown(row.second, second)}"
        for row in rows
    ] == expected.split("\n")


def test_an_anchor_is_alone_where_the_other_text_has_none_of_its_name_or_has_passed_it() -> None:
    own = passages_of("<!-- = water -->\n\nOne.\n\n<!-- = bread -->\n\nTwo.\n\n<!-- = salt -->\n\nThree.")
    other = passages_of("<!-- = bread -->\n\nOne.\n\n<!-- = water -->\n\nTwo.")
    assert [anchor.name for anchor in lone_anchors(own, other)] == ["bread", "salt"]
    assert [anchor.name for anchor in lone_anchors(own, own)] == []


def test_a_name_that_is_given_twice_holds_the_first_time() -> None:
    own = passages_of("<!-- = water -->\n\nOne.\n\n<!-- = water -->\n\nTwo.")
    assert [(anchor.name, anchor.first) for anchor in lone_anchors(own, own)] == [("water", 4)]


blocks = st.sampled_from([
    "Words.", "Words\nover two lines.", "## Heading", "### Lower", "## Named {#named}", "# Highest", "- a\n- b", "1. a",
    "> said", "```poem\na || b\n```", "```\ncode\n\n# code\n```", "![seen](a.jpg)", "| a | b |\n|--|--|\n| 1 | 2 |",
    "<!-- = water -->", "<!-- = bread -->", "<!-- sic -->", "[^1]: Note.", "<div>\n\nin\n\n</div>", "---", "    code",
    "Term\n:   Meaning",
])  # fmt: skip
texts = st.lists(blocks, max_size=12).map("\n\n".join)
mess = st.text(alphabet="#=->`<div/!:.|*[]^1 \n\ta", max_size=80)


@settings(max_examples=200, deadline=None)
@given(st.one_of(texts, mess), st.one_of(texts, mess))
def test_every_passage_has_its_row_and_none_changes_places(first: str, second: str) -> None:
    cut, other = passages_of(first), passages_of(second)
    rows = align(cut, other)
    assert [p for row in rows for p in row.first] == [p for p in cut if p.kind != ANCHOR]
    assert [p for row in rows for p in row.second] == [p for p in other if p.kind != ANCHOR]


@settings(max_examples=200, deadline=None)
@given(st.one_of(texts, mess))
def test_a_text_beside_itself_never_parts(text: str) -> None:
    assert not any(row.is_parted for row in align(passages_of(text), passages_of(text)))


@settings(max_examples=200, deadline=None)
@given(texts, texts)
def test_it_does_not_matter_which_text_comes_first(first: str, second: str) -> None:
    cut, other = passages_of(first), passages_of(second)
    rows = align(cut, other)
    turned = align(other, cut)
    # Of names that cross, either may hold.
    if not lone_anchors(cut, other) and not lone_anchors(other, cut):
        assert [(row.second, row.first) for row in turned] == [(row.first, row.second) for row in rows]


@settings(max_examples=200, deadline=None)
@given(st.one_of(texts, mess))
def test_passages_follow_each_other_without_sharing_a_line(text: str) -> None:
    after = 0
    for passage in passages_of(text):
        assert after <= passage.first < passage.after <= len(text.split("\n"))
        after = passage.after
