"""What a reader sees: the visual order of converted texts, computed by the Unicode algorithm (UAX #9)."""

from __future__ import annotations

import re

import pytest
from bidi import get_display

from tests.markup.surroundings import context
from warraq.render.markup import convert

_OPENING = {"bdi ltr": "\u2066", "bdi rtl": "\u2067", "bdo ltr": "\u2066\u202d", "bdo rtl": "\u2067\u202e"}
_MARKUP = re.compile(r'<(/?)([a-z0-9]+)(?:[^>]*? dir="(ltr|rtl)")?[^>]*>')


def seen(source: str, language: str) -> str:
    """The characters of a text from left to right as they appear; brackets are not mirrored in shape."""
    ends: list[str] = []

    def control(tag: re.Match[str]) -> str:
        if tag[1]:
            return ends.pop()
        if tag[2] == "br":
            return "\n"
        name = f"{'bdo' if tag[2] == 'bdo' else 'bdi'} {tag[3]}" if tag[3] else ""
        ends.append("" if not name or tag[2] == "p" else "\u202c\u2069" if tag[2] == "bdo" else "\u2069")
        return _OPENING.get(name, "")

    logical = _MARKUP.sub(control, convert(source, context(language)).html)
    shown = get_display(logical, base_dir="L" if language == "en" else "R")
    return re.sub("[\u2066-\u2069\u202a-\u202e]", "", str(shown))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("زبان C++ خوب", "بوخ C++ نابز"),
        ("Browne ۱۸۶۲–۱۹۲۶", "۱۹۲۶–۱۸۶۲ Browne"),
        ("شابک 978-964-00-1234-5", "978-964-00-1234-5 کباش"),
        ("تلفن +98 21 1234", "+98 21 1234 نفلت"),
        ("به https://example.org/a/ و", "و https://example.org/a/ هب"),
        ("Tate، Louvre", "Louvre ،Tate"),
        ("در 10 December 1948 بود", "دوب 10 December 1948 رد"),
        ("۱۰۰۴-۱۰۸۸ بود", "دوب ۱۰۸۸-۱۰۰۴"),
        ("سال ۱۰۰۴-۱۰۸۸", "۱۰۸۸-۱۰۰۴ لاس"),
        ("سال ۱۰۰۴–۱۰۸۸", "۱۰۸۸–۱۰۰۴ لاس"),
        ("سال 394/1003–4 و", "و 394/1003–4 لاس"),
        ("سال ۳۹۴/۱۰۰۳–۴ و", "و ۳۹۴/۱۰۰۳–۴ لاس"),
        ("دمای -۵ درجه", "هجرد -۵ یامد"),
        ("نشر *Albany* Press, 1986 بود.", ".دوب Albany Press, 1986 رشن"),
        ("Albany: SUNY Press, 1986.", "Albany: SUNY Press, 1986."),
    ],
)
def test_a_persian_line_is_seen_in_the_order_of_its_words(source: str, expected: str) -> None:
    assert seen(source, "fa") == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("هاتف ٠٢-٢٩٦-١٢٣٤", "٠٢-٢٩٦-١٢٣٤ فتاه"),
        ("عام ١٩٤٨-١٩٦٧", "١٩٦٧-١٩٤٨ ماع"),
        ("عام ١٩٤٨–١٩٦٧", "١٩٦٧–١٩٤٨ ماع"),
        ("عام ٣٩٤/١٠٠٣–٤", "٣٩٤/١٠٠٣–٤ ماع"),
    ],
)
def test_an_arabic_line_is_seen_in_the_order_of_its_words(source: str, expected: str) -> None:
    assert seen(source, "ar") == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("The poet محمود, 1941–2008, wrote", "The poet دومحم, 1941–2008, wrote"),
        ("The word كتاب.", "The word باتك."),
        ("From ١٩٤٨–١٩٦٧ on", "From ١٩٤٨–١٩٦٧ on"),
        ("سعدی 1210–1291 حافظ here", "یدعس 1210–1291 ظفاح here"),
    ],
)
def test_an_english_line_is_seen_in_the_order_of_its_words(source: str, expected: str) -> None:
    assert seen(source, "en") == expected


def test_the_mark_of_a_note_after_a_year_is_not_read_as_part_of_the_year() -> None:
    assert "۱۱۰۴۶ لاس" in seen("سال ۱۰۴۶[^1]\n\n[^1]: متن.", "fa")
