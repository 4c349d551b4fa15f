"""Lanes: nothing touches anything else, and the most important never has to give way."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from warraq.timeline.lanes import Stretch, pack

LENGTHS = st.floats(0.5, 300)
STRETCHES = st.lists(
    st.builds(lambda start, length: Stretch(start, start + length), st.floats(0, 1000), LENGTHS)
)


@settings(deadline=None)
@given(STRETCHES, st.integers(1, 8), st.floats(0, 20))
def test_between_any_two_in_a_lane_there_is_a_gap(stretches: list[Stretch], most: int, gap: float) -> None:
    lanes = pack(stretches, most, [stretch.end for stretch in stretches], gap=gap)
    for (one, lane), (other, other_lane) in combinations(zip(stretches, lanes, strict=True), 2):
        if lane is not None and lane == other_lane:
            assert one.end + gap <= other.start or other.end + gap <= one.start


@settings(deadline=None)
@given(STRETCHES, st.integers(1, 8))
def test_no_lane_is_used_beyond_the_last_one(stretches: list[Stretch], most: int) -> None:
    lanes = pack(stretches, most, [stretch.start for stretch in stretches])
    assert all(lane is None or 0 <= lane < most for lane in lanes)


@settings(deadline=None)
@given(STRETCHES, st.integers(1, 4))
def test_who_finds_no_room_leaves_room_for_nobody_less_important(stretches: list[Stretch], most: int) -> None:
    """The first ones are placed as if the others were not there."""
    lanes = pack(stretches, most, [stretch.start for stretch in stretches])
    for count in range(len(stretches)):
        alone = pack(stretches[:count], most, [stretch.start for stretch in stretches[:count]])
        assert [lane is None for lane in alone] == [lane is None for lane in lanes[:count]]


@settings(deadline=None)
@given(STRETCHES)
def test_what_is_taken_stays_free(stretches: list[Stretch]) -> None:
    name = Stretch(0, 200)
    lanes = pack(stretches, 3, [stretch.start for stretch in stretches], [(0, name)], gap=5)
    in_first = [stretch for stretch, lane in zip(stretches, lanes, strict=True) if lane == 0]
    assert all(stretch.start >= name.end + 5 for stretch in in_first)


def test_things_one_after_another_share_a_lane_and_things_at_once_do_not() -> None:
    stretches = [Stretch(0, 10), Stretch(20, 30), Stretch(5, 25)]
    assert pack(stretches, 3, [0, 20, 5]) == [0, 0, 1]


def test_lanes_are_filled_in_the_order_of_time_whatever_is_the_most_important() -> None:
    at_once = [Stretch(0, 100)] * 3
    assert pack(at_once, 3, [1900, 1700, 1800]) == [2, 0, 1]
