"""The linter and the fixer on their own: a text goes in, its faults or the mended text come out.

The cases are in `cases/lint-*.txt`, written by editors and not from the rules: `CODES | TEXT | MENDED`, where `ok`
says that nothing may be found, and a missing third column that nothing may be changed.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warraq.lang.lint import SEVERITIES, HouseStyle, fix, lint

CASES = Path(__file__).parent / "cases"
_ESCAPE = re.compile(r"\\u\{([0-9A-Fa-f]{1,6})\}|\\[nrt\\]")
_SIGNS = {"\\n": "\n", "\\r": "\r", "\\t": "\t", "\\\\": "\\"}


def _written(column: str) -> str:
    """A column of a case with its escapes resolved."""

    def sign(match: re.Match[str]) -> str:
        return chr(int(match[1], 16)) if match[1] else _SIGNS[match[0]]

    return _ESCAPE.sub(sign, column)


def _cases() -> list[object]:
    found: list[object] = []
    for name, language in (("fa", "fa"), ("fa-traps", "fa"), ("ar", "ar"), ("ar-traps", "ar"), ("any", "en")):
        for number, line in enumerate((CASES / f"lint-{name}.txt").read_text("utf-8").split("\n"), 1):
            if line and not line.startswith("## "):
                codes, text, *mended = (column.strip(" ") for column in line.split(" | "))
                expected = set() if codes == "ok" else set(codes.split())
                case = (language, _written(text), expected, _written(mended[0]) if mended else None)
                found.append(pytest.param(*case, id=f"{name}:{number}"))
    return found


def rules_in(text: str, language: str, style: HouseStyle | None = None) -> list[str]:
    return [finding.rule for finding in lint(text, language, style or HouseStyle())]


# ---------------------------------------------------------------- the cases


@pytest.mark.parametrize(("language", "text", "codes", "mended"), _cases())
def test_the_faults_of_a_text_are_found_and_no_others(
    language: str, text: str, codes: set[str], mended: str | None
) -> None:
    assert set(rules_in(text, language)) == codes
    after = fix(text, language)
    if mended is not None:
        assert after == mended
    elif not codes:
        assert after == text
    assert fix(after, language) == after


def test_every_rule_has_cases() -> None:
    text = "".join((CASES / f"lint-{name}.txt").read_text("utf-8") for name in ("fa", "ar", "any"))
    assert {rule for rule in SEVERITIES if rule not in text} <= {"S722", "S741"}, "these two are tested below"


# ---------------------------------------------------------------- places and replacements


def test_a_finding_says_where_what_and_what_instead() -> None:
    (finding,) = lint("سطر نخست.\nاين کتاب کهن است.", "fa")
    assert (finding.rule, finding.severity, finding.line, finding.column) == ("S711", "warning", 2, 1)
    assert (finding.found, finding.replacement, finding.is_safe) == ("اين", "این", True)


def test_windows_line_ends_are_told_once_and_mended_everywhere() -> None:
    text = "یک\r\nدو\r\nسه\r\n"
    assert rules_in(text, "fa") == ["S703"]
    assert fix(text, "fa") == "یک\nدو\nسه\n"


def test_what_only_a_person_can_tell_is_mended_when_its_rule_is_named() -> None:
    text = "او می رود و کتاب ها را می برد."
    assert fix(text, "fa") == text
    assert fix(text, "fa", rules=["S731"]) == "او می\u200cرود و کتاب ها را می\u200cبرد."
    assert fix(text, "fa", rules=["S731", "S732"]) == "او می\u200cرود و کتاب\u200cها را می\u200cبرد."


def test_three_full_stops_are_an_ellipsis_but_not_in_a_path() -> None:
    assert fix("و چنین گفت...", "fa") == "و چنین گفت…"
    assert rules_in("در پوشهٔ `../...` است.", "fa") == []


def test_words_copied_from_a_pdf_in_reverse_are_not_guessed_at() -> None:
    reversed_word = "\ufe8f\ufe8e\ufe98\ufedb"  # the four shapes of كتاب, the last one first
    assert rules_in(reversed_word, "ar") == ["S705"]
    assert fix(reversed_word, "ar") == reversed_word
    assert fix(reversed_word[::-1], "ar") == "كتاب"


# ---------------------------------------------------------------- what is passed over


@pytest.mark.parametrize(
    "passed_over",
    [
        "`كتاب, 12`",
        "```\nكتاب , 12 ؟\n```",
        "<span data-name='كتاب'></span>",
        "<!-- كتاب 12 -->",
        "[نام](https://example.org/كتاب,12)",
        "https://example.org/كتاب,12",
        "editor@example.org",
        "شابک 978-964-00-1234-5",
        "تلفن +98 31 3221 1234",
        "[[works/safarnama-2|سفرنامه]]",
        "{ar: كتاب الأغاني}",
        '<span lang="ar">كتاب الأغاني</span>',
        "متن[^كتاب1]\n\n[^كتاب1]: یادداشت.",
        "## سرآغاز {#part-1}",
        "1. یکم\n2. دوم",
        "| ستون |\n|:--|\n| خانه |",
        "نسخهٔ 3.11.2",
        "فیلم 12 Angry Men و Windows 10",
        "---\ndate: 1047-03-05\n---\nمتن.",
    ],
)
def test_what_is_no_prose_is_passed_over(passed_over: str) -> None:
    assert rules_in(passed_over, "fa") == []
    assert fix(passed_over, "fa") == passed_over


@pytest.mark.parametrize(
    "text",
    [
        'لولهٔ ۱۲" و ۲۴" و «متن»',
        '| ۱۲" متن | ۱۴" متن |',
        '"گلستان و "بوستان',
        "- ؟\n- ب",
        "متن[^1]\n\n[^1]: ؟",
        "*كتاب*{: lang=ar}",
        "# كتاب {lang=ar}",
        '<span lang="ar">كتاب <span>x</span> كتاب</span>',
        "[كتاب] را …\n\n[كتاب]: https://example.org/1",
        "حرف ي عربی با ی فارسی فرق دارد.",
        "ب بـ ـبـ ـب",
        "---\nfile: كتاب.jpg\nurl: /كتاب/\n---\n",
        "    كتاب , می شود\n",
        "نشانهٔ ؟ و ، و ؛ را بشناسید",
        "بی.بی.سی و ام.آر.آی",
        "قلم را تر کرد و پستهٔ تر خورد",
        "راه ای رهرو، راه ی",
        "۲۵°C، x = 2، 1920×1080",
    ],
)
def test_what_may_be_meant_is_not_mended(text: str) -> None:
    assert fix(text, "fa") == text


def test_words_of_another_language_are_held_to_its_rules() -> None:
    assert rules_in("سعدی {ar: سعدی} گفت.", "fa") == ["S712"]
    assert rules_in("قال {fa: سعدي}.", "ar") == ["S711"]
    assert rules_in("```poem lang=ar\nقفا نبک من ذكرى || بسقط اللوى\n```", "fa") == ["S712"]


def test_poems_keep_their_wine() -> None:
    assert rules_in("بیا و می خورد از دست دوست", "fa") == ["S731"]
    assert rules_in("```poem\nبیا و می خورد || از دست دوست\n```", "fa") == []


# ---------------------------------------------------------------- left as it is


@pytest.mark.parametrize("word", ["sic", "کذا", "كذا"])
def test_a_comment_leaves_a_paragraph_as_it_is(word: str) -> None:
    assert rules_in(f"<!-- {word} -->\n«كتاب» در نسخه چنین است.\n\nكتاب", "fa") == ["S711"]
    assert rules_in(f"«كتاب» در نسخه چنین است. <!-- {word} -->", "fa") == []


def test_a_comment_with_codes_leaves_only_these() -> None:
    text = "كتاب , <!-- sic: S711 -->"
    assert rules_in(text, "fa") == ["S713"]
    assert fix(text, "fa") == "كتاب، <!-- sic: S711 -->"


# ---------------------------------------------------------------- fields


def test_words_in_fields_are_held_to_the_language_that_they_stand_under() -> None:
    fields = "name: {fa: كتاب, ar: کتاب, en: Book}\naliases: [كتاب]\n"
    found = lint(fields, "und", form="yaml")
    assert [(finding.rule, finding.line, finding.column) for finding in found] == [
        ("S711", 1, 12),
        ("S712", 1, 22),
    ]
    assert fix(fields, "und", form="yaml") == "name: {fa: کتاب, ar: كتاب, en: Book}\naliases: [كتاب]\n"


def test_quoted_and_folded_values_are_words_and_their_quotation_marks_are_not() -> None:
    fields = "a: \"كتاب\"\nb: 'كتاب'\nc: >\n  كتاب\n  کهن\n# كتاب\n"
    assert rules_in(f"---\n{fields}---\n", "fa") == ["S711"] * 3
    assert fix(f"---\n{fields}---\n", "fa").count("کتاب") == 3


def test_a_comment_leaves_a_field_or_all_fields_as_they_are() -> None:
    def rules(fields: str) -> list[str]:
        return [finding.rule for finding in lint(fields, "fa", form="yaml")]

    assert rules("a: كتاب # sic\nb: كتاب\n") == ["S711"]
    assert rules("a: كتاب\n# کذا\nb: كتاب\n") == ["S711"]
    assert rules("# sic: S711\na: كتاب\nb: كتاب 12\n") == ["S714"]


# ---------------------------------------------------------------- what a house decides


def test_a_house_may_soften_and_silence_rules() -> None:
    style = HouseStyle(severities=(("S711", "hint"), ("S714", "off")))
    assert [(f.rule, f.severity) for f in lint("كتاب 12", "fa", style)] == [("S711", "hint")]


def test_a_house_may_print_persian_with_other_digits() -> None:
    assert rules_in("سال 1404", "fa", HouseStyle(digits=(("fa", "latn"),))) == []
    assert rules_in("سال ٤", "fa", HouseStyle(digits=(("fa", "latn"),))) == ["S714"]


def test_a_joiner_beside_a_space_says_what_was_meant() -> None:
    assert fix("می\u200c شود، می \u200cرود، کتاب\u200c ها", "fa") == "می\u200cشود، می\u200cرود، کتاب\u200cها"


def test_a_repair_never_changes_what_fields_there_are() -> None:
    fields = "a: \u200c*متن\nb: كتاب\n"
    assert fix(fields, "fa", form="yaml") == fields


def test_straight_quotation_marks_become_those_of_the_house() -> None:
    assert fix('گفت "آری" و رفت.', "fa") == "گفت «آری» و رفت."
    assert fix('قال "نعم".', "ar", HouseStyle(quotes=(("ar", ("”", "“")),))) == "قال ”نعم“."


@pytest.mark.parametrize(
    ("system", "written", "right"),
    [
        ("ijmes", "Saʻdī and Riz\u0101ʼ", "Saʿdī and Riz\u0101ʾ"),
        ("iranica", "Saʻdi", "Saʿdi"),
        ("ala-lc", "Saʿdī", "Saʻdī"),
        ("free", "Saʻdī and Saʿdī", "Saʻdī and Saʿdī"),
    ],
)
def test_a_house_has_one_sign_for_ayn(system: str, written: str, right: str) -> None:
    style = HouseStyle(romanisation=system)  # type: ignore[arg-type]
    assert fix(written, "en", style) == right
    assert ("S741" in rules_in(written, "en", style)) == (written != right)


def test_an_english_apostrophe_is_no_ayn() -> None:
    assert rules_in("Hafez’s ‘wine’ isn’t wine.", "en", HouseStyle(romanisation="ijmes")) == []


# ---------------------------------------------------------------- of any text

TEXTS = st.text(
    alphabet=st.sampled_from(
        "اآبتکكیيىهٔۀمنرود\u064e\u0651\u0640\u200c\u200b،؛؟.,;?!«»\"'() \n\r12۳٤٥a{:}[]`*#-|<>fé\u0301ﻼ\u2067\u2069"
    )
)


@given(TEXTS)
def test_mending_twice_is_mending_once(text: str) -> None:
    after = fix(text, "fa")
    assert fix(after, "fa") == after
    assert not [finding for finding in lint(after, "fa") if finding.is_safe and finding.edits]


@given(TEXTS, st.sampled_from(["fa", "ar", "en"]))
def test_every_finding_lies_where_it_says(text: str, language: str) -> None:
    lines = text.split("\n")
    for finding in lint(text, language):
        assert text[finding.start : finding.end] == finding.found
        assert "\n".join(lines[finding.line - 1 :])[finding.column - 1 :].startswith(finding.found)


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126)))
def test_plain_latin_text_has_no_faults(text: str) -> None:
    assert lint(text, "en") == ()
    assert fix(text, "en") == text
