"""The table of contents of a text, and how many words of it are read."""

from __future__ import annotations

import pytest

from tests.markup.surroundings import context
from warraq.render.markup import convert
from warraq.render.markup.contents import contents_of


def outline(source: str) -> list[str]:
    """The table of contents of an English text, a line for each part."""
    lines = []
    for section in contents_of(convert(source, context("en")).headings):
        lines.append(f"{section.heading.text} #{section.heading.id}")
        lines += [f"  {part.text} #{part.id}" for part in section.parts]
    return lines


def test_parts_stand_in_their_order_those_of_the_second_rank_under_those_of_the_first() -> None:
    assert outline("## Roads\n\n### By land\n\n### By sea\n\n#### Winds\n\n## Inns {#inn}\n") == [
        "Roads #roads",
        "  By land #by-land",
        "  By sea #by-sea",
        "Inns #inn",
    ]


def test_the_highest_headings_of_a_text_are_its_first_rank_whatever_they_are() -> None:
    assert outline("### One\n\n### Two\n\n##### Three\n") == ["One #one", "Two #two", "  Three #three"]


def test_a_short_text_has_no_table() -> None:
    assert outline("## One\n\n## Two\n") == []


def test_a_part_of_the_second_rank_before_any_of_the_first_opens_the_text_like_one() -> None:
    # No level is skipped on the way down, so the first heading is always of the first rank.
    assert outline("### Before\n\n## One\n\n## Two\n") == ["Before #before", "One #one", "Two #two"]


def test_the_heading_of_the_notes_is_not_in_the_table() -> None:
    assert outline("## One\n\n## Two\n\n## Three[^n]\n\n[^n]: A note.\n") == [
        "One #one",
        "Two #two",
        "Three #three",
    ]


@pytest.mark.parametrize(
    ("source", "language", "words"),
    [
        ("He wrote *three* words [more](https://x.example/a-b).", "en", 5),
        ("He rested.[^n]\n\n[^n]: Eleven words of a note, which nobody reads in passing.\n", "en", 2),
        ("Two\nlines — and a dash.", "en", 5),
        ("## A heading\n\n- one\n- two three\n", "en", 5),
        ("| a | b |\n|:--|:--|\n| c | d |\n", "en", 4),
        ("می‌نویسد که کتاب‌ها را «خواند».", "fa", 5),
        ("كتبَ ٣ رسائلَ، ثمّ سافر.", "ar", 5),
        ("", "en", 0),
    ],
)
def test_words_are_counted_as_they_are_read(source: str, language: str, words: int) -> None:
    assert convert(source, context(language)).words == words
