"""The order of names and the letters of indexes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warraq.lang.collation import index_anchor, index_letter, index_letters, sort_key

# Each list is in the order that a reader of the language expects.
ORDERS = {
    "fa": ["۷ پیکر", "آرش", "ابن سینا", "ابن‌مقفع", "اصفهان", "ئه", "بابا", "پاسارگاد", "تبریز", "چهل‌ستون", "خواجو",
           "ژاله", "کاشان", "گلستان", "گلستان سعدی", "گلستانی", "مقدسی", "نابلس", "وان", "هرات", "یزد", "Browne"],
    "ar": ["آمنة", "ابن سينا", "أحمد", "أريحا", "إيران", "بيسان", "بيسانية", "ترمسعيا", "جنين", "حيفا", "رام الله",
           "طبرية", "عكا", "غزة", "كفر قاسم", "مريم", "نابلس", "هشام", "وليد", "يافا", "Louvre"],
    "en": ["12 letters", "Ābādān", "ʿAbbas I", "Abbasabad", "Browne", "de la Rue", "Ibn Khaldun", "Ibn Sina", "Iṣfahān",
           "New Julfa", "Newark", "Zakariya"],
}  # fmt: skip


@pytest.mark.parametrize("code", ["fa", "ar", "en"])
def test_names_stand_in_the_order_of_their_language(code):
    shuffled = sorted(ORDERS[code])[::-1]
    assert sorted(shuffled, key=lambda name: sort_key(name, code)) == ORDERS[code]


@pytest.mark.parametrize(
    ("code", "name", "under"),
    [
        ("ar", "الغزالي", "غ"),
        ("ar", "ٱلقُدس", "ق"),
        ("ar", "الله", "ا"),
        ("ar", "إيران", "ا"),
        ("ar", "آمنة", "ا"),
        ("ar", "ابن سينا", "ا"),
        ("fa", "الغزالی", "غ"),
        ("fa", "الهام", "ا"),
        ("fa", "الموت", "ا"),
        ("fa", "الله‌وردی‌خان", "ا"),
        ("fa", "آرش", "آ"),
        ("fa", "«سفرنامه»", "س"),
        ("fa", "كتاب", "ک"),
        ("fa", "Browne", "#"),
        ("en", "al-Ghazālī", "G"),
        ("en", "As-Suyuti", "S"),
        ("en", "ash-Shifa", "S"),
        ("en", "Alborz", "A"),
        ("en", "ʿAbbās", "A"),
        ("en", "Ṣafavids", "S"),
        ("en", "Ibn Sina", "I"),
        ("en", "12 letters", "#"),
    ],
)
def test_a_name_stands_under_its_first_letter_without_the_article(code, name, under):
    assert index_letter(name, code) == under


def test_names_with_and_without_article_stand_together():
    assert sorted(["غزة", "الغزالي", "غزال"], key=lambda name: sort_key(name, "ar")) == [
        "غزال",
        "الغزالي",
        "غزة",
    ]


def test_marks_joiners_and_tatweel_decide_only_between_equal_names():
    assert sort_key("مُحَمَّد", "ar")[:2] == sort_key("محمد", "ar")[:2] == sort_key("محـمد", "ar")[:2]
    assert sort_key("ابن‌سینا", "fa")[:2] == sort_key("ابنسینا", "fa")[:2]
    assert sort_key("مُحَمَّد", "ar") != sort_key("محمد", "ar")


@given(
    st.lists(st.text(alphabet="اآأؤئءبپتةهۀیيىوکك ‌لabzÉʿ-9۹", max_size=8), unique=True),
    st.sampled_from(["fa", "ar", "en"]),
)
def test_different_names_have_different_keys_so_the_order_never_depends_on_the_input(names, code):
    keys = {sort_key(name, code) for name in names}
    assert len(keys) == len(names)


@pytest.mark.parametrize(("code", "count"), [("fa", 33), ("ar", 28), ("en", 26)])
def test_index_letters_stand_in_order_and_have_ascii_anchors(code, count):
    letters = index_letters(code)
    assert sorted(letters, key=lambda letter: sort_key(letter, code)) == list(letters)
    anchors = [index_anchor(letter, code) for letter in [*letters, "#"]]
    assert len(set(anchors)) == count + 1
    assert all(anchor.isascii() and " " not in anchor for anchor in anchors)
