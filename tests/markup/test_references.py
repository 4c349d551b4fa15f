"""Where references stand in a text, and which of them cannot be read."""

from __future__ import annotations

import pytest

from warraq.model.references import WrittenReference, find_references


def test_a_reference_is_found_with_its_place() -> None:
    text = "در [[isfahan]] و [[people/nasir-khusraw|ناصر خسرو]]"
    assert find_references(text) == (
        WrittenReference("isfahan", None, 3, 11),
        WrittenReference("people/nasir-khusraw", "ناصر خسرو", 17, 34),
    )
    assert text[17 : 17 + 34] == "[[people/nasir-khusraw|ناصر خسرو]]"


@pytest.mark.parametrize(
    "text",
    [
        "`[[isfahan]]`",
        "`` ` [[isfahan]] ``",
        "```\n[[isfahan]]\n```",
        "~~~ text\n[[isfahan]]\n~~~",
        "    ```\n    [[isfahan]]\n    ```",
        "<!-- [[isfahan]]\n[[isfahan]] -->",
        "<code>[[isfahan]]</code>",
        r"\[[isfahan]]",
    ],
)
def test_what_is_code_or_comment_or_escaped_is_passed_over(text: str) -> None:
    assert find_references(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "```poem\n[[isfahan]] || x\n```",
        "```\nnever closed [[isfahan]]",
        "a ` alone [[isfahan]]",
        r"a \` b [[isfahan]] \` c",
        r"\\[[isfahan]]",
        "`a` [[isfahan]] `b`",
    ],
)
def test_what_only_looks_like_code_hides_nothing(text: str) -> None:
    assert [found.target for found in find_references(text)] == ["isfahan"]


def test_a_bar_escaped_for_a_table_is_a_bar() -> None:
    assert find_references(r"| [[isfahan\|شهر]] |")[0].words == "شهر"


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("[[isfahan", "isfahan"),
        ("[[isfahan\n]]", "isfahan"),
        ("[[]]", ""),
        ("[[ isfahan]]", "isfahan"),
        ("[[Isfahan]]", "Isfahan"),
        ("[[اصفهان]]", "اصفهان"),
        ("[[a/b/c]]", "a/b/c"),
        ("[[isfahan|]]", "isfahan"),
    ],
)
def test_a_reference_that_cannot_be_read_is_reported_as_malformed(text: str, target: str) -> None:
    (found,) = find_references(text)
    assert (found.target, found.malformed, found.offset) == (target, True, 0)


def test_a_malformed_reference_does_not_hide_the_next_line() -> None:
    assert [found.malformed for found in find_references("[[open\n[[isfahan]]")] == [True, False]
