"""Texts that nest deeper, or leave more unclosed, than anybody means: they are printed, and soon."""

from __future__ import annotations

import time

import pytest

from tests.markup.surroundings import context
from warraq.render.markup import convert

DEEP = {
    "quotations": ">" * 3000 + " x",
    "lists": "\n".join("    " * level + "- x" for level in range(300)),
    "lists on a line": "- " * 1000 + "x",
    "lists in quotations": "\n".join("    " * level + "- > 1. x" for level in range(100)),
    "elements": "<div>" * 3000 + "x" + "</div>" * 3000,
    "elements in lines": "a " + "<span>" * 3000 + "x" + "</span>" * 3000,
    "elements with Markdown": '<div markdown="1">\n' * 500 + "x" + "\n</div>" * 500,
}


@pytest.mark.parametrize("source", DEEP.values(), ids=DEEP)
def test_what_nests_too_deep_is_printed_at_the_deepest_level(source: str) -> None:
    assert "x" in convert(source, context("en")).html


def test_twenty_levels_are_kept() -> None:
    html = convert("\n".join("    " * level + "- x" for level in range(20)), context("en")).html
    assert html.count("<ul>") == 20


def test_a_text_that_nests_too_deep_leaves_nothing_behind_for_the_next() -> None:
    convert(DEEP["elements with Markdown"], context("en"))
    assert convert("X", context("en")).html == "<p>X</p>"


def test_deep_indents_in_fenced_code_stay() -> None:
    line = " " * 120 + "x"
    assert line in convert(f"```\n{line}\n```", context("en")).html


def test_thousands_of_notes_one_below_the_other_are_read() -> None:
    marks = " ".join(f"[^{number}]" for number in range(1500))
    notes = "\n".join(f"[^{number}]: x" for number in range(1500))
    assert convert(f"{marks}\n\n{notes}", context("en")).html.count('class="back"') == 1500


@pytest.mark.parametrize("opening", ["<!-- x\n", "<!--", "<code>", "`a ``b "])
def test_what_is_opened_thousands_of_times_and_never_closed_is_read_in_a_moment(opening: str) -> None:
    start = time.perf_counter()
    convert(opening * 5000, context("en"))
    # Reading each opening to the end of the text would take ten times as long.
    assert time.perf_counter() - start < 3
