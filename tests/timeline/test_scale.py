"""Where days lie on a picture, and which years stand on it."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from warraq.lang.calendars import from_day_number, to_day_number
from warraq.timeline.scale import Scale, first_day_of, lines_of, step_of

TEN_CENTURIES = Scale(to_day_number(901, 1, 1, "julian"), to_day_number(2026, 12, 31, "gregorian"), 1125)


def test_a_day_lies_where_its_share_of_the_time_is_and_never_outside() -> None:
    scale = Scale(1000, 2000, 50)
    assert [scale.place(day) for day in (1000, 1500, 2000, 10, 9000)] == [0, 25, 50, 0, 50]


def test_lines_are_those_of_round_years_of_each_calendar() -> None:
    assert [line.year for line in lines_of(TEN_CENTURIES, "gregorian", 76)] == [*range(1000, 2001, 100)]
    assert [line.year for line in lines_of(TEN_CENTURIES, "persian", 76)] == [*range(300, 1401, 100)]
    assert [line.year for line in lines_of(TEN_CENTURIES, "islamic", 76)] == [*range(300, 1401, 100)]


def test_a_line_is_the_first_day_of_its_year_in_its_calendar() -> None:
    for line in lines_of(TEN_CENTURIES, "persian", 76):
        assert from_day_number(line.day, "persian") == (line.year, 1, 1)
    for line in lines_of(TEN_CENTURIES, "gregorian", 76):
        calendar = "julian" if line.year < 1583 else "gregorian"
        assert from_day_number(line.day, calendar) == (line.year, 1, 1)


def test_calendars_that_count_from_a_beginning_have_no_line_before_it() -> None:
    antiquity = Scale(first_day_of(-500, "gregorian"), first_day_of(1000, "gregorian"), 1500)
    assert [line.year for line in lines_of(antiquity, "islamic", 76)] == [100, 200, 300]
    assert [line.year for line in lines_of(antiquity, "gregorian", 150)] == [
        -400,
        -200,
        0,
        200,
        400,
        600,
        800,
        1000,
    ]


@settings(deadline=None)
@given(st.floats(0.1, 100_000))
def test_a_step_is_the_smallest_round_number_that_is_enough(years: float) -> None:
    step = step_of(years)
    assert step >= years
    assert str(step).rstrip("0") in {"1", "2", "5"}
    assert step == 1 or step <= years * 2.5


@settings(deadline=None)
@given(st.integers(-3000, 1900), st.integers(2, 4000), st.floats(20, 200))
def test_lines_never_stand_nearer_than_asked(first: int, length: int, apart: float) -> None:
    scale = Scale(first_day_of(first, "gregorian"), first_day_of(first + length, "gregorian"), 1136)
    places = [scale.place(line.day) for line in lines_of(scale, "gregorian", apart)]
    # A year has 365 days or 366, which is a thousandth.
    assert all(later - earlier >= apart * 0.99 for earlier, later in pairwise(places))
