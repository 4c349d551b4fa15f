"""Folding of texts for search."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warraq.lang.folding import fold, fold_map, fold_query, fold_words, matches
from warraq.lang.folding_tables import DIGRAPHS, LETTERS, UNASSIGNED

CASES = Path(__file__).parent / "cases" / "folding.txt"


def read_cases() -> list[tuple[str, str, bool]]:
    """Every line `query == text` or `query != text` of the case file, with its characters written `\\u200c` put in."""
    found = []
    lines = CASES.read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line and not line.startswith("#"):
            readable = re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), line)
            query, sign, text = re.split(" (==|!=) ", readable)
            found.append((query, text, sign == "=="))
    return found


@pytest.mark.parametrize(("query", "text", "found"), read_cases())
def test_a_search_finds_what_its_case_says(query, text, found):
    assert matches(query, text) is found


@pytest.mark.parametrize(("query", "text"), [case[:2] for case in read_cases() if case[2]])
def test_words_around_keep_nothing_from_being_found(query, text):
    assert matches(query, f"در «{text}» و {text} (xyz)")


@pytest.mark.parametrize(
    ("one", "other"),
    [("پ", "ب"), ("چ", "ج"), ("ژ", "ز"), ("گ", "ک"), ("س", "ص"), ("ص", "ث"), ("س", "ث"), ("ت", "ط"), ("ذ", "ز"),
     ("ز", "ض"), ("ض", "ظ"), ("ذ", "ظ"), ("ح", "ه"), ("ح", "خ"), ("ق", "غ"), ("د", "ذ"), ("ع", "غ"), ("ن", "ب")],
)  # fmt: skip
def test_different_letters_stay_different(one, other):
    assert fold(one) != fold(other)
    assert not matches(f"م{one}م", f"م{other}م")


def test_a_query_of_several_words_needs_all_of_them_in_any_order():
    assert matches("سینا ابن", "ابن سینا")
    assert matches("ناصرخسرو قبادیانی", "قبادیانی، ناصر خسرو")
    assert not matches("ابن سینا", "ابن رشد")


@pytest.mark.parametrize("query", ["", " ", "\u200c", "«»", "،"])
def test_a_query_without_a_word_finds_nothing(query):
    assert not matches(query, "کتاب «»،")


def test_each_group_of_a_query_is_a_word_in_all_its_forms():
    assert fold_query("al-Ghazālī کتاب‌های") == (
        ("ghazali", "alghazali", "ghazaliکتابهای"),
        ("کتابهای", "کتاب", "ghazaliکتابهای"),
    )


def test_words_are_indexed_once_and_in_the_order_of_the_text():
    assert fold_words("پل و پل") == ("پل", "و", "پلو", "وپل")


def test_a_word_is_indexed_whole_in_parts_and_without_what_may_be_left_out():
    assert fold_words("کتاب‌های") == ("کتابهای", "کتاب", "های")
    assert fold_words("وَالقُدسِ") == ("والقدس", "القدس", "قدس")
    assert fold_words("Hafez’s") == ("hafezs", "hafez")


def test_numbers_side_by_side_are_joined_only_as_thousands():
    assert fold_words("1,234") == ("1", "234", "1234")
    assert fold_words("1046, 1052") == ("1046", "1052")


def test_a_text_is_folded_to_words_with_one_space_between():
    assert fold("  «سفرنامه»، ناصر‌خسرو (۱۰۴۶–۱۰۵۲)!") == "سفرنامه ناصرخسرو 1046 1052"


def test_folding_any_character_twice_changes_nothing():
    every_character = (chr(code) for code in range(0x20000) if not 0xD800 <= code < 0xE000)
    # The later planes hold ideographs, and nothing that is folded but compatibility forms of them.
    for plane in range(2):
        text = " ".join(char for _, char in zip(range(0x10000), every_character, strict=False))
        assert fold(fold(text)) == fold(text), plane


@given(st.text())
def test_folding_any_text_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_a_text_and_its_composed_and_decomposed_forms_are_folded_alike(text):
    # Korean syllables are left whole, so that their decomposed form is other letters.
    plain = "".join(char for char in text if not any(0xAC00 <= ord(part) <= 0xD7A3 or 0x1100 <= ord(part) <= 0x11FF
                                                     for part in unicodedata.normalize("NFKC", char)))  # fmt: skip
    plain = "".join(char for char in plain if ord(char) < 0x10000)
    assert fold(unicodedata.normalize("NFC", plain)) == fold(unicodedata.normalize("NFD", plain))


@given(st.text(alphabet=st.sampled_from("ابتکگیكيةءئ‌'’َ lalsdhḤqu-۱1، ")))
def test_a_text_is_found_by_itself(text):
    assert matches(text, text) is bool(fold_query(text))


def test_what_a_letter_becomes_is_not_folded_further():
    assert not {target for target in LETTERS.values() if target in LETTERS}
    assert all(fold(letters) == letters for letters in DIGRAPHS.values())


def test_each_folded_character_knows_where_it_stood():
    text = "Ibn Sīnā: «ﷲ»، مى‌شود"
    folded, offsets = fold_map(text)
    assert folded == fold(text) == "ibn sina الله میشود"
    assert len(offsets) == len(folded)
    assert offsets[folded.index("sina")] == text.index("S")
    assert [offsets[folded.index("الله") + place] for place in range(4)] == [text.index("ﷲ")] * 4
    assert offsets[folded.index("شود")] == text.index("شود")


@given(st.text())
def test_the_map_of_a_text_is_of_the_folded_text_and_goes_forward(text):
    folded, offsets = fold_map(text)
    assert folded == fold(text)
    assert list(offsets) == sorted(offsets)
    assert all(0 <= offset < len(text) for offset in offsets)


def test_characters_that_this_python_does_not_know_are_among_those_left_as_they_are():
    pinned = {
        code
        for first, _, last in (part.partition("-") for part in UNASSIGNED.split())
        for code in range(int(first, 16), int(last or first, 16) + 1)
    }
    unknown = {code for code in range(0x10000) if unicodedata.category(chr(code)) == "Cn"}
    assert unknown <= pinned
    assert unicodedata.unidata_version != "14.0.0" or unknown == pinned
