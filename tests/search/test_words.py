"""What a record is found by: what readers see of it, and what it is called."""

from __future__ import annotations

from warraq.model.facts import TellingFacts, Term
from warraq.model.records import Record, Telling
from warraq.model.values import Span, Text
from warraq.search.words import plain_words, words_of_record

HERE = Span("content/terms/qanat/facts.yaml")


def qanat() -> Record:
    """A term with names in two languages, an alias, and a text in one."""
    facts = Term(
        name=Text((("fa", "قنات"), ("en", "Qanat"))),
        aliases=("کاریز",),
        transliteration="qanāt",
        meaning=Text((("en", "An underground channel"),)),
    )
    text = Telling("fa", TellingFacts(summary="آبِ پنهان"), "مادرچاه در [[yazd|یزد]] بود.", (), HERE)
    return Record("terms", "qanat", facts, (text,), HERE)


def test_a_record_is_found_by_all_its_names_in_whatever_language_it_is_shown() -> None:
    for words in words_of_record(qanat(), ["fa", ""]):
        assert words.whole == ("قنات", "qanat", "کاریز")


def test_a_part_of_a_name_says_less_than_the_whole() -> None:
    facts = Term(
        name=Text((("en", "Ibn Sina"),)), aliases=("Avicenna the physician",), meaning=Text((("en", "x"),))
    )
    (words,) = words_of_record(Record("terms", "a", facts, (), HERE), [""])

    assert words.whole == ("ibnsina", "avicennathephysician")
    assert words.titles == ("ibn", "sina")
    assert {"avicenna", "physician"} <= set(words.names)


def test_a_text_counts_in_the_language_in_which_it_is_shown() -> None:
    persian, none = words_of_record(qanat(), ["fa", ""])

    assert {"اب", "پنهان"} <= set(persian.summary)
    assert {"مادرچاه", "یزد", "channel"} <= set(persian.rest)
    assert "یزد" not in none.rest


def test_each_word_has_the_first_of_its_ranks_only() -> None:
    for words in words_of_record(qanat(), ["fa"]):
        found = [word for rank in words for word in rank]
        assert len(found) == len(set(found))


def test_marks_and_addresses_are_no_words_and_what_readers_see_is() -> None:
    source = (
        "See [[isfahan]], [[hafez|the poet]][^1], {fa: شعر} and "
        "[a map](https://maps.example/x){.wide} <b>here</b>."
    )

    assert plain_words(source).split() == [
        "See",
        ",",
        "the",
        "poet",
        ",",
        "شعر",
        "and",
        "[a",
        "map",
        "here",
        ".",
    ]
