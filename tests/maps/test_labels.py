"""Names on maps: how wide they are, and that none lies on another."""

from __future__ import annotations

import hashlib
import json
import re
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warraq.maps.frame import Bounds
from warraq.maps.labels import Placed, Wish, overlap, place_labels, touches
from warraq.maps.lettering import Lettering, read_lettering
from warraq.maps.sheet import folded

FONTS = Path(__file__).parents[2] / "assets" / "fonts"
WIDTHS = (FONTS / "widths.json").read_text("utf-8")
PERSIAN = read_lettering(WIDTHS, ["vazirmatn.woff2"])
ARABIC = read_lettering(WIDTHS, ["noto-naskh-arabic.woff2"])
ENGLISH = read_lettering(WIDTHS, ["source-serif-4.woff2"])
SHEET = Bounds(0, 0, 800, 500)


# ------------------------------------------------------------ places


@st.composite
def wishes(draw, most: int = 40) -> list[Wish]:
    """Spots anywhere on the sheet, some of them on each other, with names of any length in either direction."""
    found = []
    for _ in range(draw(st.integers(1, most))):
        width = draw(st.floats(20, 300))
        found.append(
            Wish(
                x=draw(st.floats(0, 800)),
                y=draw(st.floats(0, 500)),
                radius=draw(st.floats(3, 26)),
                width=width,
                ascent=draw(st.floats(15, 35)),
                descent=draw(st.floats(5, 14)),
                runs_left=draw(st.booleans()),
                folded=width * 0.55 if draw(st.booleans()) else 0,
                leading=40,
            )
        )
    return found


def shown(wanted: list[Wish], **others) -> list[tuple[Wish, Placed]]:
    placed = place_labels(wanted, SHEET, **others)
    assert len(placed) == len(wanted)
    return [(wish, label) for wish, label in zip(wanted, placed, strict=True) if label]


@settings(deadline=None)
@given(wishes())
def test_labels_never_overlap(wanted) -> None:
    for (_, one), (_, other) in combinations(shown(wanted), 2):
        assert not overlap(one.box, other.box)


@settings(deadline=None)
@given(wishes())
def test_labels_lie_on_no_spot_and_within_the_sheet(wanted) -> None:
    for _, label in shown(wanted):
        assert not any(touches(label.box, wish.x, wish.y, wish.radius) for wish in wanted)
        assert label.box.left >= 0
        assert label.box.low >= 0
        assert label.box.right <= 800
        assert label.box.high <= 500


@settings(deadline=None)
@given(wishes(most=12), st.tuples(st.floats(0, 600), st.floats(0, 400)))
def test_labels_keep_clear_of_what_lies_there_already(wanted, corner) -> None:
    scale = Bounds(*corner, corner[0] + 150, corner[1] + 60)
    spots = [(400.0, 250.0, 20.0)]
    for _, label in shown(wanted, taken=[scale], spots=spots):
        assert not overlap(label.box, scale)
        assert not touches(label.box, *spots[0])


@settings(deadline=None)
@given(wishes(most=25))
def test_a_line_leads_from_its_spot_past_all_others(wanted) -> None:
    found = shown(wanted)
    for wish, label in found:
        if label.leader:
            (x, y), (end, foot) = label.leader
            for part in range(11):
                along = x + (end - x) * part / 10, y + (foot - y) * part / 10
                others = [other for other in wanted if other is not wish]
                assert not any(
                    touches(Bounds(*along, *along), other.x, other.y, other.radius) for other in others
                )


WISH = Wish(x=400, y=250, radius=10, width=100, ascent=20, descent=8, runs_left=False)


def test_a_name_stands_first_where_its_script_runs() -> None:
    (english,), (persian,) = place_labels([WISH], SHEET), place_labels([WISH._replace(runs_left=True)], SHEET)
    assert english
    assert english.side == "left"
    assert english.x > 410
    assert persian
    assert persian.side == "right"
    assert persian.x < 390


def test_a_name_turns_to_the_other_side_at_the_rim_of_the_sheet() -> None:
    (label,) = place_labels([WISH._replace(x=750)], SHEET)
    assert label
    assert label.side == "right"
    assert label.box.right < 750


def test_the_first_of_two_names_has_the_better_place() -> None:
    first, second = place_labels([WISH, WISH._replace(y=262, x=402)], SHEET)
    assert first
    assert first.side == "left"
    assert first.leader is None
    assert second
    assert not overlap(first.box, second.box)


def test_a_name_leaves_a_way_bare_where_it_can() -> None:
    way = [(410 + step * 5.0, 250.0) for step in range(40)]
    (label,) = place_labels([WISH], SHEET, ways=way)
    assert label
    assert not any(touches(label.box, x, y, 1) for x, y in way)


def test_a_long_name_is_set_in_two_lines_where_one_is_too_long() -> None:
    (label,) = place_labels([WISH._replace(x=250, width=600, folded=260, leading=30)], SHEET)
    assert label
    assert label.lines == 2
    assert label.box.right - label.box.left == 260


def test_who_finds_no_place_is_left_out() -> None:
    assert place_labels([WISH._replace(width=900)], SHEET) == [None]


# ------------------------------------------------------------ widths


def test_the_widths_are_those_of_the_fonts_that_are_served() -> None:
    """A font that was cut anew must be measured anew: `python assets/fonts/measure.py`."""
    measured = json.loads(WIDTHS)
    digests = {name: hashlib.sha256((FONTS / name).read_bytes()).hexdigest() for name in measured}
    assert {name: face["sha256"] for name, face in measured.items()} == digests


def test_the_sizes_are_those_of_the_style_sheet() -> None:
    styles = (FONTS.parent / "css" / "fonts.css").read_text("utf-8")
    for name, face in json.loads(WIDTHS).items():
        rules = [rule for rule in styles.split("@font-face") if f"/{name}" in rule]
        sizes = {float(size) / 100 for rule in rules for size in re.findall(r"size-adjust: (\d+)%", rule)}
        assert (sizes or {1.0}) == {face["size"]}


def test_a_letter_is_as_wide_as_the_form_that_its_neighbours_give_it() -> None:
    widths = json.loads(WIDTHS)["vazirmatn.woff2"]["widths"]
    alone, beginning, middle, end = widths["ب"]
    assert PERSIAN.width("ب") == pytest.approx(1.08 * alone / 1000)
    assert PERSIAN.width("بب") == pytest.approx(1.08 * (beginning + end) / 1000)
    assert PERSIAN.width("ببب") == pytest.approx(1.08 * (beginning + middle + end) / 1000)
    # After an alef nothing is joined, nor across a zero-width non-joiner.
    assert PERSIAN.width("اب") == pytest.approx(PERSIAN.width("ا") + PERSIAN.width("ب"))
    assert PERSIAN.width("ب\u200cب") == pytest.approx(2 * PERSIAN.width("ب"))


def test_marks_over_letters_take_no_room_and_part_nothing() -> None:
    assert PERSIAN.width("بَتّیر") == pytest.approx(PERSIAN.width("بتیر"))
    assert ARABIC.width("بتّير") == pytest.approx(ARABIC.width("بتير"))


def test_lam_and_alef_are_as_wide_as_they_are_drawn_together() -> None:
    assert ARABIC.width("لا") < ARABIC.width("ل") + ARABIC.width("ا")


def test_letters_that_nobody_has_measured_are_taken_to_be_wide() -> None:
    assert Lettering().width("Isfahan") > ENGLISH.width("Isfahan")
    assert ENGLISH.width("北京") == 1.5
    # A Latin name on a Persian page has the letters of the Latin face.
    assert PERSIAN.width("Abc") == pytest.approx(ENGLISH.width("Abc"), rel=0.05)


@given(st.text(max_size=30))
def test_every_text_has_a_width(text) -> None:
    assert PERSIAN.width(text) >= 0


def test_a_long_name_is_parted_in_halves_and_a_short_one_never() -> None:
    assert folded("بیت‌المقدس، شهر قدیم", PERSIAN) == ("بیت‌المقدس،", "شهر قدیم")
    assert folded("Isfahan", ENGLISH) is None
    assert folded("Old City", ENGLISH) is None
