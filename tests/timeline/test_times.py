"""When something was, as pictures draw it: moments, stretches, lives, and how sure each end is."""

from __future__ import annotations

import pytest

from warraq.lang.calendars import from_day_number
from warraq.lang.dates import read_date
from warraq.timeline.times import Edge, Time, activity_of, life_of, time_of


def years(edge: Edge | None) -> str:
    """The first and the last year of an end, with ~ where it is only about there."""
    if edge is None:
        return "?"
    first, last = (from_day_number(day, "gregorian").year for day in (edge.first, edge.last))
    return f"{first}{'' if first == last else f'-{last}'}{'~' if edge.about else ''}"


def said(time: Time) -> str:
    return f"{time.nature} {years(time.begins)}, {years(time.ends)}"


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("1638", "moment 1638, ?"),
        ("2015-12-11", "moment 2015, ?"),
        ("1650~", "moment 1650~, ?"),
        ("1650?", "moment 1650~, ?"),
        ("[1599,1600]", "moment 1599-1600, ?"),
        ("16XX", "moment 1600-1699, ?"),
        ("1599/1602", "stretch 1599, 1602"),
        ("1645~/1652~", "stretch 1645~, 1652~"),
        ("1919/..", "stretch 1919, ?"),
        ("../1919", "stretch ?, 1919"),
    ],
)
def test_a_date_is_a_moment_or_a_stretch_of_time(written: str, drawn: str) -> None:
    assert said(time_of(read_date(written))) == drawn


@pytest.mark.parametrize(
    ("born", "died", "drawn"),
    [
        ("1882-09-24", "1964-01-15", "life 1882, 1964"),
        ("1893?", "1940/1955", "life 1893~, 1940-1955"),
        ("[1905,1910]", "1988", "life 1905-1910, 1988"),
        ("1903/1904", None, "life 1903-1904, ?"),
        (None, "1941", "life ?, 1941"),
        ("../1800", "1850", "life 1800~, 1850"),
    ],
)
def test_a_life_has_two_ends_of_which_one_may_be_unknown(
    born: str | None, died: str | None, drawn: str
) -> None:
    life = life_of(read_date(born) if born else None, read_date(died) if died else None)
    assert said(life) == drawn


def test_years_of_work_are_no_life() -> None:
    assert said(activity_of(read_date("1587/1629"))) == "active 1587, 1629"


def test_what_begins_and_ends_at_one_date_is_a_moment() -> None:
    assert said(time_of(read_date("1724~"), read_date("1724~"))) == "moment 1724~, ?"


def test_the_days_of_a_time_go_from_the_first_that_it_may_mean_to_the_last() -> None:
    life = life_of(read_date("[1905,1910]"), read_date("1940/1955"))
    assert from_day_number(life.first, "gregorian") == (1905, 1, 1)
    assert from_day_number(life.last, "gregorian") == (1955, 12, 31)
    only_end = life_of(None, read_date("1941"))
    assert from_day_number(only_end.first, "gregorian") == (1941, 1, 1)
