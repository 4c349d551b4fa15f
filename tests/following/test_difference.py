"""Two states of a passage, word by word: `[-out-]`, `{+in+}`, as in a diff by words."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warraq.following.difference import Run, difference, shortened

SIGNS = {"same": "{}", "out": "[-{}-]", "in": "{{+{}+}}", "left": " {} "}


def shown(before: str, after: str) -> str:
    return "".join(SIGNS[run.kind].format(run.words) for run in difference(before, after))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("The road was long.", "The road was short.", "The road was [-long-]{+short+}."),
        ("The road was long.", "The old road was long.", "The{+ old+} road was long."),
        ("It was so.", "It was.", "It was[- so-]."),
        ("two old words here", "three new words here", "[-two old-]{+three new+} words here"),
        ("راه دراز بود", "راه کوتاه بود", "راه [-دراز-]{+کوتاه+} بود"),
        ("می رود به خانه", "می‌رود به شهر", "[-می رود-]{+می‌رود+} به [-خانه-]{+شهر+}"),
        ("كتاب قديم", "کتاب جديد", "کتاب [-قديم-]{+جديد+}"),
        ("", "new", "{+new+}"),
    ],
)
def test_words_that_came_and_went_are_told_from_those_that_stayed(
    before: str, after: str, expected: str
) -> None:
    assert shown(before, after) == expected


@given(st.text("ab «»،.\n", max_size=30), st.text("ab «»،.\n", max_size=30))
def test_without_what_went_the_state_of_today_can_be_read(before: str, after: str) -> None:
    assert "".join(run.words for run in difference(before, after) if run.kind != "out") == after


@given(st.text("ab .", max_size=30), st.text("ab .", max_size=30))
def test_without_what_came_the_words_of_before_can_be_read(before: str, after: str) -> None:
    old = "".join(run.words for run in difference(before, after) if run.kind != "in")
    assert re.findall(r"\w+", old) == re.findall(r"\w+", before)


@given(st.text("ab .", max_size=30), st.text("ab .", max_size=30))
def test_no_two_runs_of_one_kind_stand_beside_each_other(before: str, after: str) -> None:
    kinds = [run.kind for run in difference(before, after)]
    assert all(one != other for one, other in pairwise(kinds))


def test_of_a_long_passage_only_the_words_around_a_change_are_shown() -> None:
    words = [f"w{n}" for n in range(100)]
    runs = shortened(difference(" ".join(words), " ".join([*words[:50], "NEW", *words[51:]])))
    text = "".join(SIGNS[run.kind].format(run.words) for run in runs)
    assert text.startswith(" … w38 w39")
    assert "[-w50-]{+NEW+}" in text
    assert text.endswith("w61 w62 … ")


def test_of_a_long_passage_whose_former_words_nobody_knows_the_beginning_is_shown() -> None:
    words = " ".join(f"w{n}" for n in range(100))
    assert shortened((Run("same", words),)) == (Run("same", " ".join(words.split()[:36])), Run("left", "…"))


def test_a_short_passage_is_shown_whole() -> None:
    runs = difference("one two three", "one two four")
    assert shortened(runs) == runs
