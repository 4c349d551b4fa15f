"""The tones that stand in for a picture while it is on its way."""

from __future__ import annotations

import gzip
import math
import re
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.small_site import REPOSITORY
from warraq.pictures.__main__ import main
from warraq.pictures.tones import TONES, oklab, style_sheet, tone_of

SHEET = REPOSITORY / "assets/css/components/tones.css"
COLOURS = st.tuples(*[st.integers(0, 255)] * 3)


def test_the_style_sheet_has_exactly_the_tones_of_the_engine() -> None:
    """When this fails: `python3 -m warraq.pictures assets/css/components/tones.css` writes the sheet anew."""
    assert SHEET.read_text("utf-8") == style_sheet()


def test_the_style_sheet_is_written_where_it_is_asked_for(tmp_path: Path) -> None:
    assert main([str(tmp_path / "tones.css")]) == 0
    assert (tmp_path / "tones.css").read_text("utf-8") == style_sheet()
    assert main([]) == 2


def test_the_tones_cost_a_page_less_than_a_small_picture() -> None:
    assert len(gzip.compress(style_sheet().encode())) < 1000
    assert 48 <= len(TONES) <= 64


def test_the_name_of_a_tone_can_stand_in_a_class() -> None:
    assert all(re.fullmatch(r"[a-z0-9]+", name) for name in TONES)


@pytest.mark.parametrize(
    ("colour", "lab"),
    [
        ((255, 255, 255), (1.0, 0.0, 0.0)),
        ((0, 0, 0), (0.0, 0.0, 0.0)),
        ((255, 0, 0), (0.628, 0.2249, 0.1258)),
        ((0, 0, 255), (0.452, -0.0324, -0.3115)),
    ],
)
def test_colours_are_measured_as_oklab_defines_them(
    colour: tuple[int, int, int], lab: tuple[float, float, float]
) -> None:
    assert oklab(colour) == pytest.approx(lab, abs=1e-3)


def test_no_two_tones_look_the_same() -> None:
    assert min(math.dist(oklab(one), oklab(two)) for one, two in combinations(TONES.values(), 2)) > 0.025


@pytest.mark.parametrize("name", TONES)
def test_a_picture_of_the_colour_of_a_tone_has_that_tone(name: str) -> None:
    assert tone_of(TONES[name]) == name


@given(COLOURS)
def test_no_tone_looks_more_like_a_colour_than_its_own(colour: tuple[int, int, int]) -> None:
    distances = {name: math.dist(oklab(colour), oklab(tone)) for name, tone in TONES.items()}
    assert distances[tone_of(colour)] == min(distances.values())


@given(st.integers(70, 200), st.integers(-24, 24), st.integers(-24, 24))
def test_the_muted_colours_that_photographs_are_on_average_have_a_tone_nearby(
    grey: int, red: int, blue: int
) -> None:
    colour = (grey + red, grey, grey + blue)
    assert math.dist(oklab(colour), oklab(TONES[tone_of(colour)])) < 0.1
