"""What holds for every text."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.markup.surroundings import context, plain
from warraq.model.references import blank_code, find_references
from warraq.render.markup import convert

ZWNJ = "\u200c"
letters = st.text(alphabet="ابپتمیکگهٔدرسنو" + ZWNJ + "َُِّْٰٓ", min_size=1, max_size=12).map(
    lambda word: "م" + word + "م"
)
words = st.one_of(
    letters, st.sampled_from(["C++", "(1986)", "۱۰۰۴-۱۰۸۸", "Safarnama", "«نو»", "+98 21 12", "،", "."])
)
sentences = st.lists(words, min_size=1, max_size=12).map(" ".join)
mess = st.text(alphabet="[]|{}`:*_-#>()<>/\\\n ۱1aنC\ufdd0\ufdd1\ufdd2\"'", max_size=60)


def shown(html: str) -> str:
    """The characters that a reader gets."""
    return unescape(re.sub(r"<[^>]*>", "", html))


@settings(max_examples=150, deadline=None)
@given(sentences)
def test_every_joiner_and_vowel_mark_of_a_sentence_survives(sentence: str) -> None:
    for place in ("{}", "    ```poem\n    {}\n    ```", "*{}*", "- {}", "> {}", "## {}", "```poem\n{}\n```"):
        assert sentence in shown(convert(place.format(f"م {sentence} م"), context("fa")).html)


@settings(max_examples=150, deadline=None)
@given(sentences)
def test_isolation_adds_no_character_and_loses_none(sentence: str) -> None:
    converted = convert(f"م {sentence}", context("fa"))
    assert shown(converted.html) == f"م {sentence}" == plain(f"م {sentence}", "fa")
    assert not re.search("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]", converted.html)


@settings(max_examples=300, deadline=None)
@given(mess, st.sampled_from(["fa", "ar-latn", "en"]))
def test_no_text_is_too_strange_to_convert(text: str, language: str) -> None:
    text = re.sub(r"\[\[[a-z0-9/-]+", "[[", text)
    html = convert(text, context(language)).html
    assert not re.search("[\ufdd0-\ufdef]", html)
    assert html.count("<bdi") == html.count("</bdi>")


@given(mess)
def test_blanking_code_moves_nothing(text: str) -> None:
    blank = blank_code(text)
    assert len(blank) == len(text)
    assert [position for position, letter in enumerate(blank) if letter == "\n"] == [
        position for position, letter in enumerate(text) if letter == "\n"
    ]
    for found in find_references(text):
        assert text[found.offset : found.offset + 2] == "[["
        assert "\n" not in text[found.offset : found.offset + found.length]
