"""The words of a text for feeds, search and descriptions."""

from __future__ import annotations

import pickle

from tests.markup.surroundings import context, plain
from warraq.render.markup import Heading, convert
from warraq.render.markup.plain import first_words, plain_text


def test_the_halves_of_a_verse_are_parted_by_a_slash() -> None:
    words = plain("```poem\nبشنو این نی || چون شکایت\nتنها\n-- مولوی\n```", "fa")
    assert words == "بشنو این نی / چون شکایت\nتنها\n— مولوی"


def test_each_line_of_free_verse_is_a_line() -> None:
    assert plain("```poem\nیک\nدو\n\nسه\n```", "fa") == "یک\nدو\nسه"


def test_numbers_of_verses_are_left_out_and_refrains_are_lines_like_others() -> None:
    words = plain("```poem numbered\nیک || دو\n+ سه || چهار\n```", "fa")
    assert words == "یک / دو\nسه / چهار"


def test_a_picture_gives_its_caption_and_below_it_its_credit() -> None:
    source = "![پل](bridge.jpg)\nسی‌وسه‌پل در *[[isfahan]]*\n-- Ernst Hoeltzer\n\nمتن."
    converted = convert(source, context("fa"))
    assert (
        plain_text(converted.html, context("fa").language)
        == "سی‌وسه‌پل در اصفهان\n— Ernst Hoeltzer · CC BY 4.0\nمتن."
    )
    assert first_words(converted.html) == "متن."


def test_marks_of_notes_and_markup_are_left_out_and_the_notes_come_last() -> None:
    source = "در *[[isfahan]]* بود[^1] و `C`.\n\n[^1]: سفرنامه."
    assert plain(source, "fa") == "در اصفهان بود و C.\n۱. سفرنامه."


def test_numbered_lists_keep_their_numbers_in_the_digits_of_the_language() -> None:
    assert plain("3. ثلاثة\n4. أربعة", "ar") == "٣. ثلاثة\n٤. أربعة"


def test_the_cells_of_a_row_stand_in_one_line() -> None:
    assert plain("| A | B |\n|---|---|\n| 1 | 2 |", "en") == "A | B\n1 | 2"


def test_the_first_words_are_those_of_the_first_paragraph_cut_between_words() -> None:
    source = "## Heading\n\n" + "word " * 60 + "\n\nNext."
    words = first_words(convert(source, context("en")).html)
    assert words.startswith("word word")
    assert words.endswith("word…")
    assert len(words) <= 161


def test_a_short_first_paragraph_is_given_whole() -> None:
    assert first_words(convert("A *short* one.\n\nNext.", context("en")).html) == "A short one."


def test_headings_are_given_with_their_levels_and_without_marks_of_notes() -> None:
    headings = convert("## یک[^1]\n\n### *دو*\n\n[^1]: متن.", context("fa")).headings
    assert headings == (Heading("یک", "یک", 2), Heading("دو", "دو", 3))


def test_a_converted_text_can_be_sent_to_another_process() -> None:
    converted = convert("متن", context("fa"))
    assert pickle.loads(pickle.dumps(converted)) == converted
    assert hash(context("fa")) == hash(context("fa"))


def test_a_text_leaves_nothing_behind_for_the_next() -> None:
    first = convert("## A\n\nX[^1]\n\n[^1]: Note.\n\n*[X]: abbreviation", context("en"))
    convert("## A\n\nOther[^1]\n\n[^1]: Else.", context("fa"))
    assert convert("## A\n\nX[^1]\n\n[^1]: Note.\n\n*[X]: abbreviation", context("en")) == first
    assert convert("X", context("en")).html == "<p>X</p>"
