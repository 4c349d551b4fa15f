"""The zodiac months of the Solar Hijri year."""

from __future__ import annotations

from itertools import pairwise

import pytest

from warraq.lang.calendars import from_day_number, to_day_number
from warraq.lang.historic_date import DateError
from warraq.lang.zodiac_months import zodiac_moment


@pytest.mark.parametrize("year", range(1289, 1304))
def test_the_months_of_a_year_follow_each_other_from_nowruz_to_nowruz(year):
    months = [zodiac_moment(year, month, None) for month in range(1, 13)]
    assert months[0].first_day == to_day_number(year, 1, 1, "persian")
    assert months[-1].last_day + 1 == to_day_number(year + 1, 1, 1, "persian")
    assert all(one.last_day + 1 == other.first_day for one, other in pairwise(months))


@pytest.mark.parametrize(
    ("year", "month", "gregorian"),
    [
        (1290, 4, (1911, 6, 23)),
        (1291, 3, (1912, 5, 22)),
        (1299, 12, (1921, 2, 19)),
        (1303, 10, (1924, 12, 22)),
    ],
)
def test_a_month_begins_on_the_day_of_the_almanacs(year, month, gregorian):
    assert from_day_number(zodiac_moment(year, month, 1).first_day, "gregorian") == gregorian


def test_3_hut_1299_the_day_of_the_coup_is_21_february_1921_a_day_before_3_esfand():
    assert from_day_number(zodiac_moment(1299, 12, 3).first_day, "gregorian") == (1921, 2, 21)
    assert from_day_number(to_day_number(1299, 12, 3, "persian"), "gregorian") == (1921, 2, 22)


def test_in_afghanistan_the_months_have_had_the_iranian_lengths_since_1336():
    assert zodiac_moment(1370, 6, 31).first_day == to_day_number(1370, 6, 31, "persian")


@pytest.mark.parametrize("year", [1230, 1304, 1335])
def test_a_year_without_a_table_is_refused(year):
    with pytest.raises(DateError) as refusal:
        zodiac_moment(year, 1, 10)
    assert (refusal.value.code, refusal.value.values) == ("no-table-of-months", {"month": 1, "year": year})
