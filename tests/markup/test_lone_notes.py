"""Marks without a note and notes without a mark, found with their places."""

from __future__ import annotations

import pytest

from warraq.model.notes import LoneNote, find_lone_notes


def test_a_mark_without_a_note_and_a_note_without_a_mark_are_found_in_order() -> None:
    text = "One[^a] and two[^b].\n\n[^a]: First.\n\n[^c]: Third."
    assert find_lone_notes(text) == (
        LoneNote("b", text.index("[^b]"), 4, ("a", "c"), is_mark=True),
        LoneNote("c", text.index("[^c]"), 4, ("a", "b"), is_mark=False),
    )


@pytest.mark.parametrize(
    "text",
    [
        "One[^1].\n\n[^1]: Note.",
        "One[^۱].\n\n[^۱]: یادداشت[^2].\n\n[^2]: دوم.",
        "One[^1], again[^1].\n\n   [^1]: Note.",
        "> One[^1].\n>\n> [^1]: Note.",
        "```poem\na[^1] || b\n```\n\n[^1]: Note.",
        "- One[^a b]:\n\n[^a b]: Note.",
    ],
)
def test_notes_and_marks_that_belong_together_are_not_spoken_of(text: str) -> None:
    assert find_lone_notes(text) == ()


@pytest.mark.parametrize(
    "text", ["`[^1]`", "```\n[^1]\n```", "<!-- [^1] -->", r"\[^1]", "[a-z^]", "![^1](a.png)", "[^]", "[^\n]"]
)
def test_what_only_looks_like_a_mark_is_passed_over(text: str) -> None:
    assert find_lone_notes(text) == ()
