"""What editors write and what readers get: every case of `cases/*.md`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.markup.surroundings import context, read_cases
from warraq.render.markup import convert

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize(("language", "source", "expected"), read_cases())
def test_a_text_is_printed_as_its_case_says(language: str, source: str, expected: str) -> None:
    assert convert(source, context(language)).html == expected


@pytest.mark.parametrize("language", ["fa", "ar", "en"])
def test_the_page_for_editors_shows_its_examples_as_they_are_written(language: str) -> None:
    html = convert((DOCS / f"markdown.{language}.md").read_text(encoding="utf-8"), context(language)).html
    assert '<code dir="ltr">[[isfahan]]</code>' in html
    assert "-- " in html
    assert "```poem" in html
    assert '<bdi lang="ar"' not in html
