"""The skeleton with which a translation begins, and the places in it that are still to be written."""

from __future__ import annotations

from pathlib import Path

import pytest

from warraq.facing.alignment import align
from warraq.facing.passages import passages_of
from warraq.following.gaps import is_unwritten, skeleton, unwritten_in
from warraq.following.segments import segments_of
from warraq.model.notes import find_lone_notes
from warraq.model.references import find_references

CASES = Path(__file__).parent / "cases" / "skeletons.md"


def read_cases() -> list[object]:
    """Every case: a passage, and what stands for it until it is translated."""
    found = []
    for case in CASES.read_text("utf-8").split("\n=====\n"):
        heading, _, rest = case.strip("\n").partition("\n")
        passage, expected = (part.strip("\n") for part in rest.split("\n.....\n"))
        found.append(pytest.param(passage, expected, id=heading.removeprefix("# ")))
    return found


@pytest.mark.parametrize(("passage", "expected"), read_cases())
def test_a_skeleton_keeps_all_but_the_words(passage: str, expected: str) -> None:
    segments = segments_of(None, None, passage)
    assert "\n\n".join(skeleton(segment) for segment in segments) == expected
    if "code" not in passage and "…" in expected:  # of a picture without words nothing is to be written
        assert all(is_unwritten(skeleton(segment)) for segment in segments)


def whole_skeleton(body: str) -> str:
    return "\n\n".join(skeleton(segment) for segment in segments_of(None, None, body)) + "\n"


STORIES = sorted((Path(__file__).parents[2] / "content").glob("*/*/??.md"))


@pytest.mark.parametrize("path", STORIES, ids=lambda path: "/".join(path.parts[-2:]))
def test_the_skeleton_of_a_real_text_stands_beside_it_passage_by_passage(path: Path) -> None:
    body = path.read_text("utf-8").split("---\n", 2)[2]
    made = whole_skeleton(body)
    assert not any(row.is_parted for row in align(passages_of(body), passages_of(made)))
    assert [r.target for r in find_references(made)] == [r.target for r in find_references(body)]
    assert find_lone_notes(made) == find_lone_notes(body)


# ---------------------------------------------------------------- what is still to be written


@pytest.mark.parametrize(
    "words", ["…", "… [[isfahan]] …[^1]", "## … {#road}", "- …\n- …", "-- …", "[^1]: … [[weir]] …"]
)
def test_a_passage_of_dots_is_still_to_be_written(words: str) -> None:
    assert is_unwritten(words)


@pytest.mark.parametrize(
    "words", ["", "And so on …", "… [[isfahan|the city]] …", "```\ncode\n```", "<!-- … -->", "راه …"]
)
def test_a_passage_with_a_word_is_not(words: str) -> None:
    assert not is_unwritten(words)


def test_title_and_summary_count_too() -> None:
    body = "Words.\n\n…\n\nMore words …\n"
    assert [gap.kind for gap in unwritten_in("…", "Summary", body)] == ["title", "paragraph"]
    assert unwritten_in("Title", "And so on …", "Words …\n") == ()
