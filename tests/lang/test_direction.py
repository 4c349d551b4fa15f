"""Scripts, directions, and values isolated in text of the other direction."""

from __future__ import annotations

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from warraq.lang.direction import base_direction, isolate_html, isolate_text, script_of


@pytest.mark.parametrize(
    ("char", "script"),
    [("پ", "Arab"), ("ﷲ", "Arab"), ("ā", "Latn"), ("ב", "Hebr"), ("я", "Cyrl"), ("λ", "Grek"), ("漢", "Zyyy"),
     ("۱", None), ("1", None), (" ", None), ("ـ", None), ("ʿ", None), ("«", None)],
)  # fmt: skip
def test_letters_have_a_script_and_other_signs_have_none(char, script):
    assert script_of(char) == script


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("سلام", "rtl"),
        ("«C++» زبان", "ltr"),
        ("1258 م", "rtl"),
        ("978-964", None),
        ("", None),
        ("\u2068Browne\u2069 براون", "rtl"),
    ],
)
def test_the_direction_is_that_of_the_first_strong_letter_outside_isolates(text, direction):
    assert base_direction(text) == direction


@pytest.mark.parametrize(
    ("value", "base", "isolated"),
    [
        ("محمود درویش", "rtl", "محمود درویش"),
        ("Browne", "ltr", "Browne"),
        ("Browne", "rtl", "\u2068Browne\u2069"),
        ("محمود درویش", "ltr", "\u2068محمود درویش\u2069"),
        ("زبان C++", "rtl", "\u2068زبان C++\u2069"),
        ("978-964-00", "rtl", "\u2066978-964-00\u2069"),
        ("+98 21 1234", "rtl", "\u2066+98 21 1234\u2069"),
        ("1047", "rtl", "1047"),
        ("۱۰۳۶–۱۰۳۷", "rtl", "۱۰۳۶–۱۰۳۷"),
        ("1036–1037", "ltr", "1036–1037"),
    ],
)
def test_a_value_is_isolated_only_where_it_could_reorder(value, base, isolated):
    assert isolate_text(value, base) == isolated


@pytest.mark.parametrize(
    "value", ["C++", "978-964-00-1234-5", "+98 21 1234", "https://example.org/a/", "MS. Or. 12/3"]
)
def test_an_isolated_value_is_read_as_it_is_written_in_persian_text(value):
    sentence = f"شابک {isolate_text(value, 'rtl')} است"
    assert value in get_display(sentence, base_dir="R")


@given(st.text(alphabet="aب1۱ -\u2066\u2067\u2068\u2069"), st.sampled_from(["rtl", "ltr"]))
def test_isolates_are_balanced_whatever_the_value_holds(value, base):
    depth = 0
    for char in isolate_text(value, base):
        depth += (char in "\u2066\u2067\u2068") - (char == "\u2069")
        assert depth >= 0
    assert depth == 0


def test_embedding_controls_never_reach_the_page():
    assert isolate_text("\u202bسلام\u202c", "rtl") == "سلام"
    assert isolate_html("\u202eabc", None, "ltr") == '<bdi dir="ltr">abc</bdi>'


def test_html_is_escaped_and_says_language_and_direction():
    assert isolate_html("Tate & <Co>", "en", "ltr") == '<bdi lang="en" dir="ltr">Tate &amp; &lt;Co&gt;</bdi>'
    assert isolate_html("۱۲", None, None) == "<bdi>۱۲</bdi>"
