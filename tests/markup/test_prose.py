"""That prose which is read straight into the tree comes out as it does by way of Markdown, the cleaner and HTML."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.markup.surroundings import LINKS, context, read_cases
from warraq.files import split_head
from warraq.model.references import find_references
from warraq.model.text import TextContext, TextLink
from warraq.render.markup import convert
from warraq.render.markup.prose import read_prose

ROOT = Path(__file__).parents[2]
WAY = importlib.import_module("warraq.render.markup.convert")
TEXTS = sorted((ROOT / "content").rglob("*.md"))

BLOCKS = (
    "In 1047 he *came* to **Jerusalem**, [[isfahan|the city]] behind him.[^1]", "متن: «**بازار**» بود.",
    "هو {en: Travels} و [[iwan]] (5 & 6)[^b]", "A [link](https://a.example/b?c=d#e), 1–2\nsecond line",
    "## Heading {#part-1}", "### عنوان [[shiraz]][^1]", "> words *of* another\n> -- The editors", "> one",
    "- [[travels|Book]]: one\n- two", "- *three*", "| a | b |\n|:--|--:|\n| [[isfahan]] | 1 |",
    "| a | b |\n|---|:-:|\n| *c* | |", "[^1]: [[isfahan]], chapter 6.", "[^b]: On *that*.\n[^1]: Words",
    "*[[isfahan|x]]* and **y [[iwan]]**",
)  # fmt: skip
"""Blocks of which prose is made; most heaps of them are prose."""
SIGNS = (
    "*", "**", "_", "`", "[", "]", "(", ")", "{", "}", "|", "!", "#", ">", "-", "- ", "-- ", "+ ", "1. ", "۳. ", ":",
    ": ", "=", "---", "~~~", "&", "& ", "&amp;", "<", "<b>", "\\", " ", "  ", "\n", "\n\n", "    ", "\t", "\u00a0",
    "\u200c", "\u2028", "\r", "[^1]", "[^2]", "[^1]: ", "[[", "]]", "[[isfahan]]", "[[nowhere]]", "{fa: ", "{#id}",
    "](https://a.example)", "/", ".", "](/b)", "*[x]: y", "a", "ب", "۵", "É", "َ", "///", "///Footnotes Go Here///",
)  # fmt: skip


@st.composite
def nearly_prose(draw: st.DrawFn) -> str:
    """A heap of blocks into which a few signs have fallen."""
    source = "\n\n".join(draw(st.lists(st.sampled_from(BLOCKS), min_size=1, max_size=6)))
    for sign in draw(st.lists(st.sampled_from(SIGNS), max_size=3)):
        place = draw(st.integers(0, len(source)))
        source = source[:place] + sign + source[place:]
    return source


def both_ways(source: str, around: TextContext, monkeypatch: pytest.MonkeyPatch) -> tuple[object, object]:
    """What the two ways make of a text, or the name of what they raise."""

    def outcome() -> object:
        try:
            return convert(source, around)
        except (
            ValueError,
            AttributeError,
        ) as error:  # a reference to nothing; notes that confuse Python-Markdown
            return type(error)

    straight = outcome()
    with monkeypatch.context() as patch:
        patch.setattr(WAY, "read_prose", lambda source, context: None)
        return straight, outcome()


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_text_of_the_project_but_poems_is_prose_and_comes_out_the_same(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = split_head(path.read_text("utf-8"), str(path)).body
    targets = {reference.target for reference in find_references(body)}
    links = tuple((target, TextLink(href=f"../{target}/", title="اصفهان & <x>")) for target in targets)
    around = replace(context(path.stem), links=links)
    assert (read_prose(body, around) is None) == ("```poem" in body)
    straight, by_markdown = both_ways(body, around, monkeypatch)
    assert straight == by_markdown


@pytest.mark.parametrize(("language", "source", "expected"), read_cases())
def test_every_case_comes_out_the_same(
    language: str, source: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    straight, by_markdown = both_ways(source, context(language), monkeypatch)
    assert straight == by_markdown


@settings(max_examples=500, deadline=None)
@given(source=nearly_prose(), language=st.sampled_from(["fa", "ar", "en"]))
@example(source="> a[^2]\n\nb[^1]\n\n[^1]: one\n[^2]: two", language="en")
@example(source="a[^1]\n\n> b[^1]\n\nc[^1]\n\n[^1]: one", language="en")
@example(source="a[^1] b[^2]\n\n[^1]: one\n[^2]: see [^1]", language="en")
@example(source="a[^1] b[^1]\n\n[^1]: see [^1]", language="en")
@example(source="A [link](https://#a.example)", language="en")
@example(source="## \u2028Heading", language="fa")
@example(source="- a\n\n[^1]: b\n\n- c[^1]", language="en")
def test_what_is_nearly_prose_comes_out_the_same(source: str, language: str) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        straight, by_markdown = both_ways(source, context(language), monkeypatch)
    assert straight == by_markdown


@pytest.mark.parametrize("block", BLOCKS)
def test_each_of_the_blocks_above_is_prose(block: str) -> None:
    notes = "".join(
        f"\n\n[^{label}]: Note" for label in "1b" if f"[^{label}]" in block and "]: " not in block
    )
    marks = (
        ""
        if notes or "]: " not in block
        else "".join(f"[^{label}]" for label in "b1" if f"^{label}]" in block)
    )
    assert read_prose(f"Words{marks}\n\n{block}{notes}", context("en")) is not None


@pytest.mark.parametrize(
    "source",
    ["<b>a</b>", "&lt;b&gt;", "<script>", "[a](javascript:x)", "[a](b)", "{: .note}", "# a {onclick=b}", "![a](b)"],
)  # fmt: skip
def test_no_markup_of_an_editor_is_taken_for_prose(source: str) -> None:
    assert read_prose(f"Words {source}", context("en")) is None


def test_an_address_of_ours_that_a_cleaner_would_change_is_left_to_it() -> None:
    links = (("isfahan", TextLink(href="javascript:x", title="Isfahan")), *LINKS[1:])
    assert read_prose("[[isfahan]]", replace(context("en"), links=links)) is None
