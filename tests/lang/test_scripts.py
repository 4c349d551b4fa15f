"""The script of a letter, the direction of a language, the language of a run."""

from __future__ import annotations

import pytest

from warraq.lang.scripts import direction_of, language_of, script_of


@pytest.mark.parametrize(
    ("char", "script"),
    [("پ", "Arab"), ("ﷲ", "Arab"), ("ā", "Latn"), ("ב", "Hebr"), ("я", "Cyrl"), ("λ", "Grek"), ("漢", "Zyyy"),
     ("۱", None), ("1", None), (" ", None), ("ـ", None), ("ʿ", None), ("«", None)],
)  # fmt: skip
def test_letters_have_a_script_and_other_signs_have_none(char, script):
    assert script_of(char) == script


@pytest.mark.parametrize(
    ("language", "direction"),
    [("fa", "rtl"), ("ar-PS", "rtl"), ("en", "ltr"), ("ku-Arab", "rtl"), ("fa-Latn", "ltr"), ("he", "rtl")],
)
def test_a_language_is_written_in_the_direction_of_its_script(language, direction):
    assert direction_of(language) == direction


@pytest.mark.parametrize(
    ("run", "language"),
    [
        ("Browne, London", "en"),
        ("ʿAbbās Mīrzā", "und-Latn"),
        ("ʿ", "und-Latn"),
        ("گلستان", "fa"),
        ("ـهای", "fa"),
        ("مكة", "ar"),
        ("محمد", "und-Arab"),
        ("ירושלים", "und-Hebr"),
        ("漢", "und"),
        ("1258", None),
    ],
)
def test_a_run_has_the_language_that_its_letters_allow(run, language):
    assert language_of(run) == language
