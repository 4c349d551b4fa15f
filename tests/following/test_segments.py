"""What a translator translates piece by piece, and the mark by which a change of it is seen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warraq.following.segments import mark_of, marks_of, segments_of
from warraq.lang.lint import fix

TEXT = """\
They met in 1905.[^1]

## On the road {#road}

<!-- = water -->

- Water
- Bread

```poem lang=fa
بشنو این نی || چون شکایت می‌کند
```

<!-- sic -->
The end.

***

[^1]: [[chronicle]]: so it is told,
    and not otherwise.
[^2]: Another one.
*[AH]: after the Hijra
[site]: https://example.org
"""


def test_a_text_has_a_title_a_summary_passages_and_then_its_notes() -> None:
    found = segments_of("The road", "Two met.", TEXT)
    assert [(segment.kind, segment.words.split("\n")[0], segment.line) for segment in found] == [
        ("title", "The road", -1),
        ("summary", "Two met.", -1),
        ("paragraph", "They met in 1905.[^1]", 0),
        ("heading", "## On the road {#road}", 2),
        ("bulleted list", "- Water", 6),
        ("poem", "```poem lang=fa", 9),
        ("paragraph", "The end.", 14),
        ("rule", "***", 16),
        ("note", "[^1]: [[chronicle]]: so it is told,", 18),
        ("note", "[^2]: Another one.", 20),
        ("abbreviation", "*[AH]: after the Hijra", 21),
    ]
    assert found[8].words.endswith("and not otherwise.")


def test_only_what_has_words_is_marked() -> None:
    found = segments_of("The road", None, TEXT)
    assert len(marks_of(found)) == len(found) - 1, "the rule between two parts has none"


def test_a_note_inside_a_comment_is_none() -> None:
    assert segments_of(None, None, "<!--\n[^1]: Not yet.\n\n[^2]: Nor this.\n-->\n") == ()


# ---------------------------------------------------------------- marks


@pytest.mark.parametrize(
    ("words", "mark"),
    [
        ("The road was long.", "99bdb5"),
        ("راه دراز بود؛ ۱۳۰۵ فرسنگ.", "65e5d4"),
        ("كان الطريقُ طويلًا: ١٫٥ فرسخ", "acbab8"),
        ("[[isfahan|the city]], 1905–06", "e927da"),
    ],
)
def test_marks_are_kept_in_files_and_so_must_never_come_out_otherwise(words: str, mark: str) -> None:
    assert mark_of(words) == mark


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The  road\nwas long", "The road was long."),
        ("«می رود»", "“می‌رود”"),
        ("كتابي", "کتابی"),
        ("في البيوت تجتمع النساء", "في البيوتِ تجتمعُ النِّساء"),
        ("1325 to 1330", "۱۳۲۵ to ۱۳۳۰"),
        ("1325-1330", "۱۳۲۵–۱۳۳۰"),
        ("al-Saʿdi", "al-Sa'dī"),
        ("So it was.[^1]", "So it was.[^4]"),
        ("The <!-- sic -->road", "The road"),
        ("کـــتاب", "کتاب"),
    ],
)
def test_what_only_a_typographer_sees_is_no_change(before: str, after: str) -> None:
    assert mark_of(before) == mark_of(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("He came in 1905.", "He came in 1906."),
        ("1.5 miles", "15 miles"),
        ("1905–1910", "19051910"),
        ("She knew.", "She knew?"),
        ("[[isfahan|the city]]", "[[shiraz|the city]]"),
        ("کتاب", "کتابها"),
    ],
)
def test_another_word_another_number_and_another_link_are_changes(before: str, after: str) -> None:
    assert mark_of(before) != mark_of(after)


@pytest.mark.parametrize("words", ["", "***", "…", "-- ", "<!-- a comment -->"])
def test_without_a_word_there_is_no_mark(words: str) -> None:
    assert mark_of(words) == ""


LINT_CASES = Path(__file__).parents[1] / "lang" / "cases"


@pytest.mark.parametrize(("name", "language"), [("fa", "fa"), ("ar", "ar"), ("any", "en")])
def test_what_fix_mends_by_itself_never_makes_a_translation_old(name: str, language: str) -> None:
    lines = (LINT_CASES / f"lint-{name}.txt").read_text("utf-8").split("\n")
    texts = [line.split(" | ")[1] for line in lines if " | " in line]
    escape = re.compile(r"\\u\{([0-9A-Fa-f]{1,6})\}")
    texts = [escape.sub(lambda found: chr(int(found[1], 16)), text) for text in texts]
    assert len(texts) > 50
    changed = [text for text in texts if mark_of(text) != mark_of(fix(text, language))]
    assert changed == []


@given(st.text(max_size=40), st.sampled_from(["\u200c", "\u200f", " ", "\u064e", "\n", "\u00ad"]))
def test_signs_without_words_of_their_own_count_nowhere(text: str, sign: str) -> None:
    if "<" not in text and "[" not in text and not re.search(r"\d", text):
        assert mark_of(sign.join(text)) == mark_of(text)
