"""Where a picture is cut and in which sizes it is printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warraq.pictures import crop_for, size_of_print, widths_for
from warraq.pictures.framing import LONGEST

SIZES = st.tuples(st.integers(1, 12_000), st.integers(1, 12_000))
RATIOS = st.tuples(st.integers(1, 21), st.integers(1, 21))
PERCENT = st.floats(0, 100)


@pytest.mark.parametrize(
    ("focus", "box"),
    [
        ((50, 50), (50, 0, 150, 100)),
        ((0, 0), (0, 0, 100, 100)),
        ((100, 100), (100, 0, 200, 100)),
        ((40, 10), (30, 0, 130, 100)),
    ],
)
def test_a_square_is_cut_from_a_wide_picture_around_its_focal_point(
    focus: tuple[float, float], box: tuple[int, int, int, int]
) -> None:
    assert crop_for((200, 100), (1, 1), focus) == box


def test_a_wide_strip_is_cut_from_a_tall_picture_as_high_up_as_its_focal_point() -> None:
    assert crop_for((900, 1600), (3, 1), (50, 30)) == (0, 330, 900, 630)


def test_a_picture_of_the_right_proportions_is_not_cut() -> None:
    assert crop_for((1600, 900), (16, 9), (10, 90)) == (0, 0, 1600, 900)


@given(SIZES, RATIOS, PERCENT, PERCENT)
def test_a_crop_lies_inside_its_picture_keeps_one_side_whole_and_has_the_ratio(
    size: tuple[int, int], ratio: tuple[int, int], across: float, down: float
) -> None:
    left, upper, right, lower = crop_for(size, ratio, (across, down))
    wide, high = right - left, lower - upper
    assert 0 <= left < right <= size[0]
    assert 0 <= upper < lower <= size[1]
    assert wide == size[0] or high == size[1]
    # One side is rounded to whole pixels, and is never less than one.
    half = 0.5 * max(1, ratio[0] / ratio[1])
    assert 1 in {wide, high} or abs(wide - high * ratio[0] / ratio[1]) <= half + 1e-9


@given(SIZES, RATIOS, PERCENT, PERCENT)
def test_the_focal_point_is_never_cut_away(
    size: tuple[int, int], ratio: tuple[int, int], across: float, down: float
) -> None:
    left, upper, right, lower = crop_for(size, ratio, (across, down))
    # The middle of a box of whole pixels may miss a point by half a pixel.
    assert left - 0.5 <= size[0] * across / 100 <= right + 0.5
    assert upper - 0.5 <= size[1] * down / 100 <= lower + 0.5


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (4000, (480, 960, 1600)),
        (1600, (480, 960, 1600)),
        (1300, (480, 960, 1300)),
        (1000, (480, 960)),
        (960, (480, 960)),
        (500, (480,)),
        (479, (479,)),
        (1, (1,)),
    ],
)
def test_a_picture_is_printed_in_the_widths_that_it_has(width: int, widths: tuple[int, ...]) -> None:
    assert widths_for(width, (480, 960, 1600)) == widths


def test_widths_may_be_wished_in_any_order_and_twice() -> None:
    assert widths_for(2000, (960, 480, 960)) == (480, 960)


def test_without_a_wish_a_picture_is_printed_as_wide_as_it_is() -> None:
    assert widths_for(700, ()) == (700,)


@given(st.integers(1, 20_000), st.lists(st.integers(1, 4000)))
def test_widths_rise_and_none_is_larger_than_the_picture(width: int, wanted: list[int]) -> None:
    widths = widths_for(width, wanted)
    assert widths
    assert list(widths) == sorted(set(widths))
    assert widths[-1] <= width


@given(SIZES, st.integers(1, 20_000))
def test_a_print_is_no_larger_than_its_picture_and_has_its_proportions(
    part: tuple[int, int], width: int
) -> None:
    across, down = size_of_print(part, width)
    assert 1 <= across <= min(part[0], width, LONGEST)
    assert 1 <= down <= min(part[1], LONGEST)
    # One of the sides is rounded to whole pixels and moves the other by as much as it is shorter.
    assert abs(across * part[1] - down * part[0]) <= max(part) or 1 in {across, down}


def test_a_scroll_too_long_for_any_format_is_printed_narrower() -> None:
    assert size_of_print((500, 40_000), 480) == (205, LONGEST)
