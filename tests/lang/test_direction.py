"""Values isolated in text of the other direction, seen as the Unicode algorithm (UAX #9) lays them out."""

from __future__ import annotations

import re
from html import unescape
from itertools import product
from pathlib import Path

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from warraq.lang.direction import (
    base_direction,
    could_reorder,
    identifier_html,
    identifier_text,
    isolate_html,
    isolate_text,
)

CASES = [
    line.split(" | ")
    for line in (Path(__file__).parent / "cases" / "direction.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
# What stands before and after a value in a sentence.
SENTENCES = {
    "rtl": [("سلام ", ""), ("سلام ", " است"), ("سلام (", ") است"), ("سلام 12، ", "، ۱۳ است"), ("«", "» است")],
    "ltr": [
        ("word ", ""),
        ("word ", " here"),
        ("word (", ") here"),
        ("word 12, ", ", 13 here"),
        ("“", "” here"),
    ],
}
CONTROLS_OF_TAGS = {
    "<bdi>": "\u2068", '<bdi dir="ltr">': "\u2066", '<bdi dir="rtl">': "\u2067", "</bdi>": "\u2069",
    '<bdo dir="ltr">': "\u2066\u202d", "</bdo>": "\u202c\u2069",
}  # fmt: skip


def seen(text, base):
    """The characters from left to right as they appear; brackets keep the shape that is stored."""
    shown = str(get_display(text, base_dir="R" if base == "rtl" else "L"))
    return re.sub("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", shown)


def read_by_a_browser(html):
    return unescape(re.sub("<[^>]+>", lambda tag: CONTROLS_OF_TAGS[tag[0]], html))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[1])
@pytest.mark.parametrize("base", ["rtl", "ltr"])
def test_a_value_reads_in_its_own_order_and_the_sentence_around_it_in_its_own(case, base):
    kind, value, *as_seen = case
    expected = as_seen[0] if as_seen else value[::-1] if kind == "rtl" else value
    is_identifier = kind == "identifier"
    text = identifier_text(value, base) if is_identifier else isolate_text(value, base)
    # The element of a text says its direction, as the engine's own do.
    html = identifier_html(value) if is_identifier else isolate_html(value, None, kind)
    for before, after in SENTENCES[base]:
        whole = seen(f"{before}\ufffc{after}", base).replace("\ufffc", expected)
        assert seen(before + text + after, base) == whole
        assert seen(before + read_by_a_browser(html) + after, base) == whole
    assert not re.search("[\u202a-\u202e]", text)


def test_there_are_enough_kinds_of_values():
    assert len(CASES) > 100
    assert {kind for kind, *_ in CASES} == {"ltr", "rtl", "identifier"}


@pytest.mark.parametrize("base", ["rtl", "ltr"])
def test_what_is_left_without_isolation_looks_the_same_with_it(base):
    """All values of up to three characters of every class that Unicode's algorithm tells apart."""
    forced = {"ltr": "\u2066", "rtl": "\u2067"}
    for length in (1, 2, 3):
        for value in map("".join, product("aبא1۱٢ -%/(", repeat=length)):
            if value == value.strip() and isolate_text(value, base) == value:
                own = base_direction(value) or ("ltr" if "1" in value else base)
                for before, after in SENTENCES[base]:
                    isolated = f"{before}{forced[own]}{value}\u2069{after}"
                    assert seen(before + value + after, base) == seen(isolated, base), value


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
        ("978-964-00", "rtl", "\u2066978-964-00\u2069"),
        ("+98 21 1234", "rtl", "\u2066+98 21 1234\u2069"),
        ("+98 21 1234", "ltr", "+98 21 1234"),
        ("1047", "rtl", "1047"),
        ("31.7767", "rtl", "31.7767"),
        ("۵۰٪", "rtl", "\u2066۵۰٪\u2069"),
        ("۱۰۳۶–۱۰۳۷", "rtl", "۱۰۳۶–۱۰۳۷"),
        ("۱۰۳۶–۱۰۳۷", "ltr", "۱۰۳۶–۱۰۳۷"),
        ("١٠٣٦–١٠٣٧", "ltr", "\u2066١٠٣٦–١٠٣٧\u2069"),
        ("زبان C++", "rtl", "زبان \u2066C++\u2069"),
        ("شابک 978-964-00-1234-X", "rtl", "شابک \u2066978-964-00-1234-X\u2069"),
        ("تلفن +98 21 1234، تهران", "rtl", "تلفن \u2066+98 21 1234\u2069، تهران"),
        ("سال 1210-1291", "rtl", "سال 1210-1291"),
        ("Browne\n(London)", "rtl", "\u2068Browne (London)\u2069"),
    ],
)
def test_a_value_is_isolated_only_where_it_could_reorder(value, base, isolated):
    assert isolate_text(value, base) == isolated


def test_a_known_direction_is_said_where_the_first_letter_would_mislead():
    assert isolate_text("«C» زبان است", "rtl") == "\u2068«C» زبان است\u2069"
    assert isolate_text("«C» زبان است", "rtl", "rtl") == "\u2067«C» زبان است\u2069"
    assert isolate_text("حافظ (Hafez)", "rtl", "ltr") == "\u2066حافظ (Hafez)\u2069"
    assert isolate_text("۰۲۱ ۸۸", "rtl", "ltr") == "\u2066۰۲۱ ۸۸\u2069"
    assert isolate_text("۰۲۱", "rtl", "ltr") == "۰۲۱"


@given(st.text(alphabet="aبא1۱٢ -+/.()\u2066\u2067\u2068\u2069\u202e\n"), st.sampled_from(["rtl", "ltr"]))
def test_isolates_are_balanced_and_isolating_twice_is_isolating_once(value, base):
    isolated = isolate_text(value, base)
    depth = 0
    for char in isolated:
        depth += (char in "\u2066\u2067\u2068") - (char == "\u2069")
        assert depth >= 0
    assert depth == 0
    assert isolate_text(isolated, base) == isolated


def test_a_value_inside_a_value_keeps_its_order():
    inner = isolate_text("Browne (1862–1926)", "rtl")
    outer = isolate_text(f"کتاب {inner}، تهران", "ltr")
    assert seen(f"See {outer}, p. 12", "ltr") == "See نارهت ،Browne (1862–1926) باتک, p. 12"


@pytest.mark.parametrize(
    "value", ["\u2067abc", "abc\u2069\u2069", "\u202eabc", "\u202babc\u2069", "a\u2029\u2067bc"]
)
def test_controls_in_a_value_do_not_reach_the_text_around_it(value):
    for isolated in (isolate_text(value, "rtl"), read_by_a_browser(isolate_html(value, None, "ltr"))):
        assert seen(f"سلام {isolated} 12 است", "rtl").startswith("تسا 12 ")
        assert not re.search("[\u202a-\u202e]", isolated)


def test_an_identifier_is_marked_as_read_from_left_to_right():
    assert identifier_html("+98 21 1234") == '<bdi dir="ltr">+98 21 1234</bdi>'
    assert identifier_html("a<b>") == '<bdi dir="ltr">a&lt;b&gt;</bdi>'
    assert identifier_html("٠٢-٢٩٦") == '<bdo dir="ltr">٠٢-٢٩٦</bdo>'
    assert identifier_text("٠٢-٢٩٦", "rtl") == "\u2066٠٢\u200e-\u200e٢٩٦\u2069"
    # Letters from right to left must not be forced round.
    assert identifier_html("ف ١٢-٣") == '<bdi dir="ltr">ف ١٢-٣</bdi>'


def test_html_is_escaped_and_says_language_and_direction():
    assert isolate_html("Tate & <Co>", "en", "ltr") == '<bdi lang="en" dir="ltr">Tate &amp; &lt;Co&gt;</bdi>'
    assert isolate_html("۱۲", None, None) == "<bdi>۱۲</bdi>"
    assert (
        isolate_html("زبان C++", "fa", "rtl")
        == '<bdi lang="fa" dir="rtl">زبان <bdi dir="ltr">C++</bdi></bdi>'
    )


@pytest.mark.parametrize(
    ("value", "base"), [("12-13 آبان", "rtl"), ("א", "rtl"), ("٣", "ltr"), ("50%", "rtl")]
)
def test_order_may_hang_on_the_neighbours(value, base):
    assert could_reorder(value, base)


@pytest.mark.parametrize(
    ("value", "base"), [("آبان 12-13", "rtl"), ("12/13", "rtl"), ("۳", "ltr"), ("50%", "ltr")]
)
def test_order_may_be_sure_without_isolation(value, base):
    assert not could_reorder(value, base)
