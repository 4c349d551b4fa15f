"""Folding of texts for search."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warraq.lang.folding import LETTERS, fold, fold_map, fold_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("كتاب", "کتاب"),
        ("علي", "علی"),
        ("مصطفى", "مصطفی"),
        ("أحمد", "احمد"),
        ("إيران", "ایران"),
        ("آسيا", "اسیا"),
        ("ٱلقدس", "القدس"),
        ("مؤلف", "مولف"),
        ("مسئله", "مسیله"),
        ("مدرسة", "مدرسه"),
        ("خانهٔ", "خانه"),
        ("خانۀ", "خانه"),
        ("مُحَمَّد", "محمد"),
        ("محـــمد", "محمد"),
        ("۱۳۲۵", "1325"),
        ("١٣٢٥", "1325"),
        ("ﷲ", "الله"),
        ("ﻛﺘﺎﺏ", "كتاب"),
        ("al-Ghazālī", "AL GHAZALI"),
        ("ʿAbbās", "abbas"),
        ("Qur’an", "quran"),
        ("İstanbul", "istanbul"),
        ("ابن‌سینا", "ابنسینا"),
        ("«سفرنامه»، ناصرخسرو", "سفرنامه ناصرخسرو"),
    ],
)
def test_spellings_that_readers_do_not_tell_apart_are_folded_alike(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("پدر", "بدر"), ("چاه", "جاه"), ("ژاله", "زاله"), ("گل", "کل"), ("صد", "سد"), ("ثواب", "صواب"),
     ("طوس", "توس"), ("راضی", "رازی"), ("ظهر", "ضهر"), ("حافظ", "Hafez")],
)  # fmt: skip
def test_different_letters_stay_different(one, other):
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("کتاب", "کتاب‌های"),
        ("کتابهای", "کتاب‌های"),
        ("کتاب", "کتابها"),
        ("بزرگ", "بزرگترین"),
        ("ابنسینا", "ابن سینا"),
        ("سینا", "ابن‌سینا"),
        ("غزالی", "الغزالي"),
        ("ghazali", "al-Ghazālī"),
        ("alghazali", "al-Ghazālī"),
        ("شهدا", "شهداء"),
    ],
)
def test_a_word_is_indexed_in_the_forms_that_readers_look_for(query, text):
    assert fold(query) in fold_words(text)


def test_words_are_indexed_once_and_in_the_order_of_the_text():
    assert fold_words("پل و پل") == ("پل", "و", "پلو", "وپل")


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
    assert fold(unicodedata.normalize("NFC", plain)) == fold(unicodedata.normalize("NFD", plain))


def test_what_a_letter_becomes_is_not_folded_further():
    assert not {target for target in LETTERS.values() if target in LETTERS}


def test_each_folded_character_knows_where_it_stood():
    folded, offsets = fold_map("Ibn Sīnā: «ﷲ»")
    start = folded.index("sina")
    assert offsets[start] == 4
    assert [offsets[folded.index("الله") + place] for place in range(4)] == [11, 11, 11, 11]
