"""Days and their names in four calendars."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warraq.lang.calendars import (
    CALENDARS,
    day_tolerance,
    from_day_number,
    is_leap,
    month_length,
    to_day_number,
)  # fmt: skip

FIRST = to_day_number(600, 1, 1, "gregorian")
LAST = to_day_number(2200, 12, 31, "gregorian")

# The years with 30 Esfand that the Iranian authority publishes for 1300-1498.
LEAP_YEARS = {
    1300, 1304, 1309, 1313, 1317, 1321, 1325, 1329, 1333, 1337, 1342, 1346, 1350, 1354, 1358, 1362, 1366, 1370, 1375,
    1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408, 1412, 1416, 1420, 1424, 1428, 1432, 1436, 1441, 1445, 1449, 1453,
    1457, 1461, 1465, 1469, 1474, 1478, 1482, 1486, 1490, 1494, 1498,
}  # fmt: skip


@pytest.mark.parametrize("calendar", CALENDARS)
def test_every_day_from_600_to_2200_keeps_its_number_and_follows_the_day_before(calendar):
    year, month, day = from_day_number(FIRST - 1, calendar)
    for number in range(FIRST, LAST + 1):
        found = from_day_number(number, calendar)
        if found != (year, month, day + 1):
            following = (year, month + 1) if month < 12 else (year + 1, 1)
            assert found == (*following, 1)
            assert day == month_length(year, month, calendar)
        year, month, day = found
        assert to_day_number(year, month, day, calendar) == number


@given(st.integers(min_value=-500_000, max_value=5_500_000), st.sampled_from(CALENDARS))
def test_any_day_at_all_keeps_its_number(number, calendar):
    assert to_day_number(*from_day_number(number, calendar), calendar) == number


@given(st.dates())
def test_the_gregorian_calendar_is_that_of_the_standard_library(date):
    number = to_day_number(date.year, date.month, date.day, "gregorian")
    assert number == date.toordinal() + 1721425
    assert from_day_number(number, "gregorian") == (date.year, date.month, date.day)


# The years of 1206-1299 with 30 Esfand, in which persiantools and ICU 78 agree with each other.
EARLY_LEAP_YEARS = {
    1210, 1214, 1218, 1222, 1226, 1230, 1234, 1238, 1243, 1247, 1251, 1255, 1259, 1263, 1267, 1271, 1276, 1280, 1284,
    1288, 1292, 1296,
}  # fmt: skip


def test_every_nowruz_from_1206_to_1498_follows_the_published_one_by_the_length_of_the_year():
    nowruz = datetime.date(1827, 3, 22)
    for year in range(1206, 1499):
        assert from_day_number(nowruz.toordinal() + 1721425, "persian") == (year, 1, 1)
        nowruz += datetime.timedelta(days=366 if year in EARLY_LEAP_YEARS | LEAP_YEARS else 365)
    assert nowruz == datetime.date(2120, 3, 21)


def test_the_months_of_the_solar_hijri_calendar_have_31_days_and_30_and_29_or_30_the_last():
    for year in (1206, 1304, 1403, 1404):
        last = 30 if year in EARLY_LEAP_YEARS | LEAP_YEARS else 29
        lengths = [month_length(year, month, "persian") for month in range(1, 13)]
        assert lengths == [31] * 6 + [30] * 5 + [last]


def test_tabular_islamic_months_have_30_and_29_days_and_eleven_years_of_thirty_a_day_more():
    long_years = {2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29}
    for year in range(1, 1341):
        last = 30 if (year % 30 or 30) in long_years else 29
        assert [month_length(year, month, "islamic") for month in range(1, 13)] == [30, 29] * 5 + [30, last]


def test_julian_and_gregorian_years_differ_in_the_centuries_that_four_does_not_divide():
    assert [year for year in range(600, 2201, 100) if is_leap(year, "gregorian")] == [800, 1200, 1600, 2000]
    assert all(is_leap(year, "julian") for year in range(600, 2201, 4))


def test_solar_hijri_leap_years_are_the_published_ones():
    assert {year for year in range(1300, 1499) if is_leap(year, "persian")} == LEAP_YEARS


@pytest.mark.parametrize(
    ("year", "nowruz"),
    [
        (1206, "1827-03-22"), (1300, "1921-03-21"), (1304, "1925-03-21"), (1358, "1979-03-21"),
        (1375, "1996-03-20"), (1399, "2020-03-20"), (1403, "2024-03-20"), (1404, "2025-03-21"), (1405, "2026-03-21"),
    ],
)  # fmt: skip
def test_nowruz_falls_on_the_published_day(year, nowruz):
    day = datetime.date.fromisoformat(nowruz)
    assert from_day_number(day.toordinal() + 1721425, "persian") == (year, 1, 1)


@pytest.mark.parametrize(
    ("islamic", "calendar", "other"),
    [
        ((1, 1, 1), "julian", (622, 7, 16)),
        ((428, 9, 1), "julian", (1037, 6, 18)),
        ((438, 9, 5), "julian", (1047, 3, 5)),
        ((583, 7, 27), "julian", (1187, 10, 2)),
        ((1400, 1, 1), "gregorian", (1979, 11, 20)),
        ((1445, 9, 1), "gregorian", (2024, 3, 11)),
        ((1446, 9, 1), "gregorian", (2025, 3, 1)),
        ((428, 9, 1), "gregorian", (1037, 6, 24)),
        ((656, 2, 4), "julian", (1258, 2, 10)),
        ((857, 5, 20), "julian", (1453, 5, 29)),
    ],
)
def test_islamic_days_fall_where_historians_and_printed_calendars_put_them(islamic, calendar, other):
    assert from_day_number(to_day_number(*islamic, "islamic"), calendar) == other


@pytest.mark.parametrize(
    ("persian", "gregorian"),
    [
        ((1285, 5, 14), (1906, 8, 6)),
        ((1304, 1, 11), (1925, 3, 31)),
        ((1332, 5, 28), (1953, 8, 19)),
        ((1357, 11, 22), (1979, 2, 11)),
        ((1403, 12, 30), (2025, 3, 20)),
    ],
)
def test_solar_hijri_days_fall_where_documents_put_them(persian, gregorian):
    assert from_day_number(to_day_number(*persian, "persian"), "gregorian") == gregorian


def test_the_gregorian_reform_skipped_ten_days():
    last_julian = to_day_number(1582, 10, 4, "julian")
    assert from_day_number(last_julian + 1, "gregorian") == (1582, 10, 15)


def test_the_printed_islamic_calendars_join_the_tabular_one_without_a_month_of_28_or_31_days():
    joints = [(year, month) for year in (1341, 1342, 1450, 1451) for month in range(1, 13)]
    assert {month_length(year, month, "islamic") for year, month in joints} == {29, 30}


def test_only_islamic_years_that_were_not_computed_in_advance_are_uncertain_by_a_day():
    assert day_tolerance(428, "islamic") == 1
    assert day_tolerance(1446, "islamic") == 0
    assert day_tolerance(1403, "persian") == 0
