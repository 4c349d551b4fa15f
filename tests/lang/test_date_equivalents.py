"""Whether the two dates that a source gives for one event can be the same time."""

from __future__ import annotations

import pytest

from warraq.lang.dates import read_date
from warraq.lang.double_dates import contradicting


@pytest.mark.parametrize(
    "written",
    [
        "394 AH = 1003/1004",
        "394 AH = 1003",
        "583 AH = 1187",
        "0438-09-05 AH = 1047-03-06",
        "5 Ramadan 438 AH = March 1047",
        "c. 370 AH = c. 985",
        "28 Mordad 1332 SH = 19 August 1953",
        "سدهٔ دهم ق / شانزدهم م",
        "before 428 AH = before 1037",
    ],
)
def test_dates_that_share_a_day_or_nearly_so_are_one_time(written):
    assert contradicting(read_date(written)) is None


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("394 AH = 1903", "1903"),
        ("792 AH = 1490", "1490"),
        ("0438-09-05 AH = 1047-03-09", "1047-03-09"),
        ("5 Ramadan 438 AH = May 1047", "1047-05"),
        ("28 Mordad 1332 SH = 22 August 1953", "1953-08-22"),
        ("c. 370 AH = c. 1080", "1080~"),
        ("394 AH = 1003/1004 = 395 SH", "0395"),
    ],
)
def test_dates_that_cannot_be_one_time_are_found(written, other):
    found = contradicting(read_date(written))
    assert found is not None
    assert found.value == other


def test_a_date_without_an_equivalent_contradicts_nothing():
    assert contradicting(read_date("394 AH")) is None
