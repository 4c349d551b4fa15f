"""The case files of historic dates: what editors write, what three readers see, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.lang.readers import ARABIC, PERSIAN, READERS, visual_order
from warraq.lang.calendars import common_era_calendar, from_day_number
from warraq.lang.date_text import format_date
from warraq.lang.dates import DateError, read_date

CASES = Path(__file__).parent / "cases"


def rows(name: str) -> list[list[str]]:
    lines = (CASES / name).read_text("utf-8").splitlines()
    return [line.split(" | ") for line in lines if line and not line.startswith("#")]


def day(number: int | None) -> str:
    if number is None:
        return "…"
    year, month, day_of_month = from_day_number(number, common_era_calendar(number))
    return f"{'-' if year < 0 else ''}{abs(year):04}-{month:02}-{day_of_month:02}"


DATES = rows("dates.txt")
REFUSED = rows("dates-refused.txt")


@pytest.mark.parametrize(("written", "persian", "arabic", "english", "first", "last"), DATES)
def test_a_date_is_printed_for_three_readers_and_covers_its_days(
    written, persian, arabic, english, first, last
):
    date = read_date(written)
    printed = [format_date(date, reader) for reader in READERS]
    assert [*printed, day(date.first_day), day(date.last_day)] == [persian, arabic, english, first, last]


@pytest.mark.parametrize(("written", "code", "values"), REFUSED)
def test_a_date_that_cannot_be_is_refused_with_the_reason(written, code, values):
    with pytest.raises(DateError) as refusal:
        read_date(written)
    said = " ".join(f"{name}={value}" for name, value in refusal.value.values.items())
    assert (refusal.value.code, said) == (code, values)


IN_TWO_CALENDARS = {"1004 CE – 481 AH"}
"""A value is in the years of one calendar, so that an end of another is rounded to them."""


@pytest.mark.parametrize("written", [row[0] for row in DATES if row[0] not in IN_TWO_CALENDARS])
def test_the_value_of_a_date_covers_the_same_days(written):
    date = read_date(written)
    # A bare value is of the common era, whose days are Julian before the reform.
    is_usual = (
        date.calendar in ("gregorian", "julian") and "gregorian" not in written and "julian" not in written
    )
    again = read_date(date.value if is_usual else f"{date.value} {date.calendar}")
    assert (again.first_day, again.last_day) == (date.first_day, date.last_day)


PRINTED_COARSER = {"156X-12-25", "15XX-02-29"}
"""A day of an unknown year is printed as the years that it can be of."""


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.code)
def test_what_is_printed_in_the_calendar_of_the_source_can_be_read_again(reader):
    misread = {}
    for written in [row[0] for row in DATES if row[0] not in PRINTED_COARSER]:
        date = read_date(written)
        printed = format_date(date, reader, others=False)
        again = read_date(printed)
        if (again.first_day, again.last_day) != (date.first_day, date.last_day):
            misread[written] = printed
    assert misread == {}


@pytest.mark.parametrize("digits", ["latn", "arab", "arabext"])
@pytest.mark.parametrize("reader", [PERSIAN, ARABIC], ids=lambda reader: reader.code)
def test_every_date_keeps_its_order_on_the_screen_in_text_from_right_to_left(reader, digits):
    for written, *_ in DATES:
        sentence = f"در سال {format_date(read_date(written), replace(reader, digits=digits))}، و".replace(
            "\u200c", ""
        )
        assert visual_order(sentence) == sentence, written
