"""Numbers, percentages, ranges, sizes, plurals and ordinals in three languages."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.lang.readers import ARABIC, ENGLISH, PERSIAN, READERS
from warraq.lang.cldr import is_known_locale
from warraq.lang.numbers import (
    ascii_digits,
    century_name,
    format_number,
    format_percent,
    format_range,
    format_size,
    localise_digits,
    ordinal,
    plural_form,
)

# How each kind of the case file is printed, from the words of its first column.
PRINTED = {
    "number": lambda value, reader: format_number(Decimal(value), reader),
    "number without groups": lambda value, reader: format_number(Decimal(value), reader, grouped=False),
    "percent": lambda value, reader: format_percent(Decimal(value), reader),
    "percent with two places": lambda value, reader: format_percent(Decimal(value), reader, places=2),
    "range": lambda value, reader: format_range(*map(Decimal, value.split()), reader),
    "range without groups": lambda value, reader: format_range(
        *map(int, value.split()), reader, grouped=False
    ),
    "size in bytes": lambda value, reader: format_size(int(value), reader),
    "plural form": lambda value, reader: plural_form(Decimal(value), reader),
    "ordinal": lambda value, reader: ordinal(int(value), reader),
    "ordinal with a feminine noun": lambda value, reader: ordinal(int(value), reader, feminine=True),
    "century": lambda value, reader: century_name(int(value), reader),
}
KINDS = {
    part.partition("\n")[0]: [line.split(" | ") for line in part.splitlines()[1:] if line]
    for part in (Path(__file__).parent / "cases" / "numbers.txt").read_text("utf-8").split("\n== ")[1:]
}


@pytest.mark.parametrize("kind", PRINTED)
def test_each_kind_of_number_is_printed_as_the_readers_expect_it(kind):
    for value, *expected in KINDS[kind]:
        printed = [PRINTED[kind](value, reader) for reader in READERS]
        visible = [text.replace("\u200e", "<LRM>").replace("\u061c", "<ALM>") for text in printed]
        assert (value, visible) == (value, expected)


def test_every_kind_of_the_case_file_is_tested():
    assert KINDS.keys() == PRINTED.keys()


def test_a_number_is_the_same_however_python_holds_it():
    values = [2.5, Decimal("2.5"), Decimal("2.50"), Fraction(5, 2)]
    assert {format_number(value, PERSIAN) for value in values} == {"۲٫۵"}
    assert format_number(Fraction(1, 3), PERSIAN) == "۰٫۳۳۳"
    assert format_number(2 / 3, ENGLISH, places=0) == "1"
    assert format_number(1e22, ENGLISH) == "10,000,000,000,000,000,000,000"


@pytest.mark.parametrize(
    "value", [float("nan"), float("inf"), -float("inf"), Decimal("NaN"), Decimal("-Infinity")]
)
def test_what_is_no_number_is_refused(value):
    for printing in (format_number, format_percent, plural_form):
        with pytest.raises(ValueError, match=r"(?i)nan|inf"):
            printing(value, PERSIAN)


def test_a_size_is_never_negative():
    with pytest.raises(ValueError, match="-1"):
        format_size(-1, PERSIAN)


def test_digits_follow_the_setting_and_bring_their_separators():
    assert format_number(1234.5, replace(PERSIAN, digits="latn")) == "1,234.5"
    assert format_number(1234.5, replace(ARABIC, digits="latn")) == "1,234.5"
    assert format_number(1234.5, replace(ENGLISH, digits="arab")) == "١٬٢٣٤٫٥"
    assert format_percent(0.5, replace(ARABIC, digits="arabext")) == "۵۰٪"
    assert format_size(1500, replace(PERSIAN, digits="latn")) == "1.5 کیلوبایت"


@given(st.integers(-(10**15), 10**15), st.sampled_from(["latn", "arab", "arabext"]), st.sampled_from(READERS))
def test_a_printed_number_can_be_read_back(value, digits, reader):
    printed = ascii_digits(format_number(value, replace(reader, digits=digits)))
    assert int("".join(char for char in printed if char.isdecimal())) == abs(value)
    assert ("-" in printed or "\u2212" in printed) == (value < 0)


@given(st.text(alphabet="0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹ab اب-/"))
def test_localising_digits_changes_digits_only_and_can_be_undone(text):
    for digits in ("latn", "arab", "arabext"):
        localised = localise_digits(text, digits)
        assert ascii_digits(localised) == ascii_digits(text)
        assert [char.isdecimal() for char in localised] == [char.isdecimal() for char in text]


def arabic_plural(count):
    """The rule of CLDR for Arabic."""
    if count in (0, 1, 2):
        return ("zero", "one", "two")[count]
    return "few" if 3 <= count % 100 <= 10 else "many" if count % 100 >= 11 else "other"


def test_plural_forms_follow_the_rules_of_cldr_up_to_a_thousand():
    for count in range(1001):
        assert plural_form(count, ARABIC) == arabic_plural(count)
        assert plural_form(count, PERSIAN) == ("one" if count <= 1 else "other")
        assert plural_form(count, ENGLISH) == ("one" if count == 1 else "other")


def test_a_plural_form_belongs_to_the_number_that_is_printed():
    assert (format_number(1.0, ENGLISH), plural_form(1.0, ENGLISH)) == ("1", "one")
    assert (format_number(0.9999, ENGLISH), plural_form(0.9999, ENGLISH)) == ("1", "one")
    assert [plural_form(0.5, reader) for reader in READERS] == ["one", "other", "other"]
    # Zeros that are written count: "1.0 metres".
    assert plural_form(Decimal("1.0"), ENGLISH) == "other"


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.code)
def test_ordinals_are_all_different(reader):
    assert len({ordinal(number, reader) for number in range(1, 1000)}) == 999


@pytest.mark.parametrize(("name", "known"), [("fa_IR", True), ("ar-PS", True), ("xx_YY", False), ("", False)])
def test_a_locale_is_known_or_not(name, known):
    assert is_known_locale(name) == known
