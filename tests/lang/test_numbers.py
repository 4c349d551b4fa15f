"""Numbers, percentages, lists, plurals and ordinals in three languages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.lang.readers import ARABIC, ENGLISH, PERSIAN, READERS
from warraq.lang.numbers import (
    ascii_digits,
    century_name,
    format_list,
    format_number,
    format_percent,
    localise_digits,
    ordinal,
    plural_form,
)  # fmt: skip


@pytest.mark.parametrize(
    ("value", "persian", "arabic", "english"),
    [
        (0, "۰", "٠", "0"),
        (1234567, "۱٬۲۳۴٬۵۶۷", "١٬٢٣٤٬٥٦٧", "1,234,567"),
        (0.5, "۰٫۵", "٠٫٥", "0.5"),
        (718.5865, "۷۱۸٫۵۸۷", "٧١٨٫٥٨٧", "718.587"),
        (1234.5678, "۱٬۲۳۴٫۵۶۸", "١٬٢٣٤٫٥٦٨", "1,234.568"),
        (-5, "\u200e\u2212۵", "\u061c-٥", "-5"),
    ],
)
def test_numbers_have_the_separators_minus_and_digits_of_the_language(value, persian, arabic, english):
    assert [format_number(value, reader) for reader in READERS] == [persian, arabic, english]


def test_digits_follow_the_setting_and_bring_their_separators():
    assert format_number(1234.5, replace(PERSIAN, digits="latn")) == "1,234.5"
    assert format_number(1234.5, replace(ARABIC, digits="latn")) == "1,234.5"
    assert format_number(1234.5, replace(ENGLISH, digits="arab")) == "١٬٢٣٤٫٥"


def test_the_percent_sign_stands_after_the_digits_without_a_space():
    assert format_percent(0.256, PERSIAN) == "۲۵٫۶٪"
    # CLDR closes the Arabic percentage with an invisible mark of direction.
    assert format_percent(0.256, ARABIC) == "٢٥٫٦٪\u061c"
    assert format_percent(0.256, ENGLISH) == "25.6%"


@given(st.text(alphabet="0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹ab اب-/"))
def test_localising_digits_changes_digits_only_and_can_be_undone(text):
    for digits in ("latn", "arab", "arabext"):
        localised = localise_digits(text, digits)
        assert ascii_digits(localised) == ascii_digits(text)
        assert [char.isdecimal() for char in localised] == [char.isdecimal() for char in text]


def test_lists_are_joined_as_the_language_joins_them():
    assert format_list(["اصفهان", "قدس", "نابلس"], PERSIAN) == "اصفهان، قدس، و نابلس"
    assert format_list(["القدس", "يافا", "حيفا"], ARABIC) == "القدس ويافا وحيفا"
    assert format_list(["Jerusalem", "Jaffa", "Haifa"], ENGLISH) == "Jerusalem, Jaffa and Haifa"
    assert [format_list(["Jaffa"], reader) for reader in READERS] == ["Jaffa"] * 3
    assert [format_list([], reader) for reader in READERS] == [""] * 3


def test_the_arabic_conjunction_is_not_joined_to_a_latin_word():
    assert format_list(["القدس", "Louvre", "يافا", "ʿAbbās"], ARABIC) == "القدس و Louvre ويافا و ʿAbbās"


def test_arabic_has_six_plural_forms():
    counts = (0, 1, 2, 3, 10, 11, 99, 100, 101, 103)
    forms = ["zero", "one", "two", "few", "few", "many", "many", "other", "other", "few"]
    assert [plural_form(count, ARABIC) for count in counts] == forms


def test_persian_counts_none_and_one_alike():
    assert [plural_form(count, PERSIAN) for count in (0, 1, 2)] == ["one", "one", "other"]


@pytest.mark.parametrize(
    ("number", "persian", "arabic", "english"),
    [
        (1, "یکم", "الأول", "1st"),
        (2, "دوم", "الثاني", "2nd"),
        (11, "یازدهم", "الحادي عشر", "11th"),
        (16, "شانزدهم", "السادس عشر", "16th"),
        (20, "بیستم", "العشرون", "20th"),
        (21, "بیست و یکم", "الحادي والعشرون", "21st"),
        (30, "سی‌ام", "الثلاثون", "30th"),
    ],
)
def test_ordinals_are_written_by_word(number, persian, arabic, english):
    assert [ordinal(number, reader) for reader in READERS] == [persian, arabic, english]


def test_centuries_have_their_ordinal_by_word():
    assert [century_name(10, reader) for reader in READERS] == ["سدهٔ دهم", "القرن العاشر", "10th century"]
