"""What has become of the passages that a translation follows, each written here as one letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warraq.following.comparison import Change, accepted, changes_between


def told(kept: str, now: str, words: dict[str, str] | None = None) -> list[str]:
    """Each change in a word: `c>x` changed, `+x` came, `-c` went, `~c` moved."""
    found = []
    for kind, before, after in changes_between(kept, now, words):
        old, new = "" if before is None else kept[before], "" if after is None else now[after]
        found.append(
            {"changed": f"{old}>{new}", "added": f"+{new}", "removed": f"-{old}", "moved": f"~{old}"}[kind]
        )
    return found


@pytest.mark.parametrize(
    ("kept", "now", "changes"),
    [
        ("abcd", "abcd", []),
        ("abcd", "abxd", ["c>x"]),
        ("abcd", "abxcd", ["+x"]),
        ("abcd", "abd", ["-c"]),
        ("abcd", "acdb", ["~b"]),
        ("abcd", "axyd", ["b>x", "c>y"]),
        ("abcd", "xyzw", ["a>x", "b>y", "c>z", "d>w"]),
        ("abcd", "axd", ["b>x", "-c"]),
        ("abcd", "bxcda", ["~a", "+x"]),
        ("", "ab", ["+a", "+b"]),
        ("ab", "", ["-a", "-b"]),
        ("aab", "ab", ["-a"]),
    ],
)
def test_each_passage_that_is_not_as_it_was_is_told(kept: str, now: str, changes: list[str]) -> None:
    assert told(kept, now) == changes


WORDS = {
    "c": "The cat sat on the mat.",
    "x": "Nobody had seen a mat before.",
    "y": "The old cat sat on the mat.",
    "z": "So it was.",
}


def test_where_the_words_are_known_they_tell_which_passage_has_become_which() -> None:
    assert told("abcd", "abxyd") == ["c>x", "+y"]
    assert told("abcd", "abxyd", WORDS) == ["+x", "c>y"]
    assert told("abxyd", "abcd", WORDS) == ["-x", "y>c"]


TEXT = st.text("abcde", max_size=8)


@given(TEXT, TEXT)
def test_how_many_changes_there_are_does_not_depend_on_what_is_known(kept: str, now: str) -> None:
    known = {letter: f"the {letter} {letter}" for letter in "abcde"}
    assert len(changes_between(kept, now)) == len(changes_between(kept, now, known))


# ---------------------------------------------------------------- changes that somebody has followed


def test_only_the_changes_that_were_followed_are_taken_over() -> None:
    first, second = changes_between("abcd", "xbyd")
    assert accepted("abcd", "xbyd", {first}) == tuple("xbcd")
    assert told("xbcd", "xbyd") == ["c>y"]
    assert accepted("abcd", "xbyd", {second}) == tuple("abyd")


def test_a_move_that_nobody_has_followed_stays_one() -> None:
    move, addition = changes_between("abcd", "bxcda")
    assert (move.kind, addition.kind) == ("moved", "added")
    assert accepted("abcd", "bxcda", {addition}) == tuple("abxcd")


@given(TEXT, TEXT)
def test_all_changes_lead_to_the_text_of_today_and_none_to_what_was_kept(kept: str, now: str) -> None:
    changes = changes_between(kept, now)
    assert accepted(kept, now, changes) == tuple(now)
    assert accepted(kept, now, ()) == tuple(kept)


@given(TEXT, TEXT)
def test_a_text_is_older_exactly_where_it_differs(kept: str, now: str) -> None:
    assert bool(changes_between(kept, now)) == (kept != now)


def test_a_change_knows_its_places() -> None:
    assert changes_between("abc", "axc") == (Change("changed", 1, 1),)
