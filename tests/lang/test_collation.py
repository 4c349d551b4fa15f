"""The order of names and the letters of indexes."""

from __future__ import annotations

import unicodedata
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warraq.lang.collation import index_anchor, index_key, index_letter, index_letters, sort_key

CASES = Path(__file__).parent / "cases" / "order.txt"
LISTS = [part.splitlines() for part in CASES.read_text("utf-8").split("\n== ")[1:]]
SOME_TEXT = st.text(
    alphabet="اآأؤئءبپتةهۀیيىوکكلٱگ \u200cـ\u064e\u0651\u0653\u0654٣۹7.,،«()-abzÉʿ’ḥłæאя漢$", max_size=8
)


@pytest.mark.parametrize("lines", LISTS, ids=lambda lines: lines[0])
def test_names_stand_in_the_order_of_their_language_under_their_letters(lines):
    code = lines[0].split()[0]
    names = [line for line in lines[1:] if line and not line.startswith("= ")]
    shuffled = sorted(names, key=lambda name: name[::-1])
    in_order = sorted(shuffled, key=lambda name: index_key(name, code))
    printed = []
    for letter, group in groupby(in_order, key=lambda name: index_letter(name, code)):
        printed += [f"= {letter}", *group]
    assert printed == [line for line in lines[1:] if line]


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
        ("en", "Émile", "E"),
        ("en", "Œuvres", "O"),
        ("en", "Øresund", "O"),
        ("en", "Đorđe", "D"),
        ("en", "Çelebi", "C"),
        ("en", "İstanbul", "I"),
        ("en", "ısık", "I"),
        ("en", "Þór", "#"),
        ("en", "قدس", "#"),
        ("en", "", "#"),
        ("en", "…", "#"),
        ("fa", "يزد", "ی"),
        ("fa", "أحمد", "ا"),
        ("fa", "ئه", "ا"),
        ("fa", "ؤ", "ا"),
        ("fa", "ءایه", "ا"),
        ("fa", "۱۰۰۱ شب", "#"),
        ("fa", "ة", "ه"),
        ("ar", "گلستان", "ك"),
        ("ar", "کتاب", "ك"),
        ("ar", "پطرس", "ب"),
        ("ar", "چلبي", "ج"),
        ("ar", "ژاله", "ز"),
        ("ar", "ڤيينا", "ف"),
        ("ar", "ئه", "ا"),
        ("ar", "ؤ", "ا"),
        ("ar", "ءاية", "ا"),
        ("ar", "ى", "ي"),
        ("ar", "ة", "ت"),
        ("ar", "١٠٠١ ليلة", "#"),
        ("ar", "Louvre", "#"),
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


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("en", ["resume", "Resume", "résumé", "Résumé"]),
        ("ar", ["آب", "ءب", "أب", "ؤب", "إب", "ئب", "اب"]),
        ("fa", ["اب", "ءب", "أب", "إب", "ؤب", "ئب"]),
        ("fa", ["نامه", "نامهٔ", "نامة", "نامۀ"]),
        ("en", ["10 letters", "2 letters", "Abbas", "عباس"]),
        ("ar", ["$", "٢", "أحمد", "يافا", "Abbas", "Élan", "Zand", "яма"]),
    ],
)
def test_variants_case_digits_and_scripts_have_their_places(code, names):
    backwards = names[::-1]
    assert sorted(backwards, key=lambda name: sort_key(name, code)) == names


@pytest.mark.parametrize(
    ("code", "name", "as_if"),
    [
        ("ar", "الإِسلام", "إسلام"),
        ("ar", "الـقدس", "قدس"),
        ("ar", "«القدر", "قدر"),
        ("ar", "الياسمين", "ياسمين"),
        ("ar", "الياس خوري", "الياس خوري"),
        ("ar", "التقاء", "التقاء"),
        ("ar", "اللّٰه", "الله"),
        ("fa", "القانون فی الطب", "قانون فی الطب"),
        ("fa", "اللمع", "لمع"),
        ("fa", "الماس‌ها", "الماس‌ها"),
        ("fa", "التهابات", "التهابات"),
        ("fa", "الکترونیک", "الکترونیک"),
        ("fa", "المان‌ها", "المان‌ها"),
        ("fa", "الهامش", "هامش"),
        ("fa", "القاضی", "قاضی"),
        ("ar", "الكسب", "كسب"),
        ("ar", "الكسندر", "الكسندر"),
        ("fa", "اللهیار", "اللهیار"),
        ("fa", "الپ ارسلان", "الپ ارسلان"),
        ("fa", "al-Ghazālī", "Ghazālī"),
        ("en", "al-ʿAbbās", "Abbās"),
        ("en", "al-‘Abbas", "Abbas"),
        ("en", "aš-Šahrastānī", "Šahrastānī"),
        ("en", "adh-Dhahabī", "Dhahabī"),
        ("en", "el-Hibri", "Hibri"),
        ("en", "al Jahiz", "Jahiz"),
        ("en", "Al Jahiz", "Al Jahiz"),
        ("en", "Al-e Ahmad", "Al e Ahmad"),
        ("en", "Āl Saʿūd", "Āl Saud"),
        ("en", "ad-hoc", "ad hoc"),
        ("en", "As I Lay Dying", "As I Lay Dying"),
        ("en", "The Book of Kings", "Book of Kings"),
        ("en", "An Account", "Account"),
        ("en", "A. J. Arberry", "A. J. Arberry"),
        ("en", "A J Arberry", "A J Arberry"),
        ("en", "A Coruña", "A Coruña"),
        ("ar", "The Book of Kings", "The Book of Kings"),
    ],
)
def test_an_article_is_told_from_a_word_that_begins_like_one(code, name, as_if):
    assert sort_key(name, code)[0] == sort_key(as_if, code)[0]


@given(st.lists(SOME_TEXT, unique=True), st.sampled_from(["fa", "ar", "en"]))
def test_different_names_have_different_keys_so_the_order_never_depends_on_the_input(names, code):
    keys = {sort_key(name, code) for name in names}
    assert len(keys) == len(names)


@given(SOME_TEXT, SOME_TEXT, st.sampled_from(["fa", "ar", "en"]))
def test_the_order_is_the_same_for_composed_and_decomposed_letters(one, other, code):
    composed, decomposed = (
        [sort_key(unicodedata.normalize(form, name), code)[:-1] for name in (one, other)]
        for form in ("NFC", "NFD")
    )
    assert composed == decomposed


@given(st.lists(SOME_TEXT, unique=True), st.sampled_from(["fa", "ar", "en"]))
def test_each_letter_of_an_index_has_one_group_in_the_order_of_letters_and_the_others_stand_last(names, code):
    in_order = sorted(names, key=lambda name: index_key(name, code))
    letters = [letter for letter, _ in groupby(in_order, key=lambda name: index_letter(name, code))]
    assert letters == [letter for letter in [*index_letters(code), "#"] if letter in letters]


@given(st.lists(SOME_TEXT, unique=True), st.sampled_from(["fa", "ar", "en"]))
def test_an_index_and_a_sorted_list_agree_on_all_names_that_have_a_letter(names, code):
    lettered = [name for name in names if index_letter(name, code) != "#"]
    assert sorted(lettered, key=lambda name: index_key(name, code)) == sorted(
        lettered, key=lambda name: sort_key(name, code)
    )


@pytest.mark.parametrize(("code", "count"), [("fa", 33), ("ar", 28), ("en", 26)])
def test_index_letters_stand_in_order_and_have_ascii_anchors(code, count):
    letters = index_letters(code)
    assert sorted(letters, key=lambda letter: sort_key(letter, code)) == list(letters)
    anchors = [index_anchor(letter, code) for letter in [*letters, "#"]]
    assert len(set(anchors)) == count + 1
    assert all(anchor.isascii() and " " not in anchor for anchor in anchors)
