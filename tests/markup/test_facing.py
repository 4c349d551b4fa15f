"""Two texts as rows of HTML: whole, without an id that occurs twice, and never beside the wrong words."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.facing.test_alignment import mess, texts
from tests.markup.surroundings import context
from warraq.render.markup import convert
from warraq.render.markup.facing import FacingText, cut_text, set_beside
from warraq.render.markup.plain import plain_text


def beside(first: str, second: str) -> FacingText:
    return set_beside((first, cut_text(first, context("fa"))), (second, cut_text(second, context("en"))))


def test_headings_are_not_counted_and_passages_are() -> None:
    edition = beside("یک.\n\n## راه\n\nدو.", "One.\n\n## Road\n\nTwo.")
    assert [(row.number, row.first.html, row.second.html) for row in edition.rows] == [
        (1, "<p>یک.</p>", "<p>One.</p>"),
        (0, '<h2 id="fa-راه">راه</h2>', '<h2 id="en-road">Road</h2>'),
        (2, "<p>دو.</p>", "<p>Two.</p>"),
    ]
    assert not edition.is_parted


def test_an_anchor_leaves_nothing_on_the_page() -> None:
    edition = beside("یک.\n\n<!-- = آب -->\n\nدو.", "One.\n\n<!-- = آب -->\n\nTwo.")
    assert [row.second.html for row in edition.rows] == ["<p>One.</p>", "<p>Two.</p>"]


def test_each_text_has_its_own_notes_and_each_note_leads_back_to_its_own_text() -> None:
    edition = beside("یک.[^1]\n\n[^1]: گفته‌اند.", "One.[^1]\n\n[^1]: So it is told.")
    (row,) = edition.rows
    notes, other = edition.notes
    assert 'href="#fa-fn-1"' in row.first.html
    assert 'id="fa-fn-1"' in notes.html
    assert 'href="#fa-fnref-1"' in notes.html
    assert 'aria-labelledby="fa-footnotes"' in notes.html
    assert 'id="en-fn-1"' in other.html


def test_notes_are_numbered_through_the_whole_text() -> None:
    edition = beside("یک.[^a]\n\nدو.[^b]\n\n[^a]: الف.\n[^b]: ب.", "One.\n\nTwo.")
    assert [re.findall(r">([۰-۹])<", row.first.html) for row in edition.rows] == [["۱"], ["۲"]]


def test_a_link_to_another_place_of_the_text_leads_there() -> None:
    edition = beside("## راه {#road}\n\n[راه](#road) و [دیگر](#main)", "## Road {#road}\n\nRoad.")
    assert 'href="#fa-road"' in edition.rows[1].first.html
    assert 'href="#main"' in edition.rows[1].first.html


def test_where_the_texts_part_both_are_whole_and_it_is_said() -> None:
    edition = beside("یک.\n\nدو.", "One.")
    (row,) = edition.rows
    assert row.first.html == "<p>یک.</p>\n<p>دو.</p>"
    assert edition.is_parted


def test_html_that_swallows_what_follows_leaves_the_texts_in_one_piece() -> None:
    edition = beside("<span><ul><li>\n\nیک.\n\n<p><table><tr><td>\n\nدو.", "One.\n\nTwo.\n\nThree.")
    assert len({row.number for row in edition.rows}) == len(edition.rows)
    words = " ".join(row.first.html for row in edition.rows)
    assert "یک." in words
    assert "دو." in words


def words(html: str) -> list[str]:
    """The words of a text with its notes, a block a line; the heading over the notes is left out."""
    return [line for line in plain_text(html, context("en").language).split("\n") if line]


@settings(max_examples=200, deadline=None)
@given(st.one_of(texts, mess), st.one_of(texts, mess))
def test_no_word_is_lost_added_or_moved(first: str, second: str) -> None:
    cut, other = cut_text(first, context("en")), cut_text(second, context("en"))
    edition = set_beside((first, cut), (second, other))
    for source, parts, notes in (
        (first, [row.first.html for row in edition.rows], edition.notes[0].html),
        (second, [row.second.html for row in edition.rows], edition.notes[1].html),
    ):
        whole = convert(source, context("en")).html
        assert words("\n".join([*parts, notes.replace('id="en-footnotes"', 'id="footnotes"')])) == words(
            whole
        )


@settings(max_examples=100, deadline=None)
@given(st.one_of(texts, mess), st.one_of(texts, mess))
def test_no_id_occurs_twice(first: str, second: str) -> None:
    edition = beside(first, second)
    html = "".join(
        [*(row.first.html + row.second.html for row in edition.rows), *(part.html for part in edition.notes)]
    )
    ids = re.findall(r'\sid="([^"]*)"', html)
    assert len(ids) == len(set(ids))
