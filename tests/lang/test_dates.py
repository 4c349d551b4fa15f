"""Reading historic dates as editors write them."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.lang.readers import READERS
from warraq.lang.calendars import CALENDARS, from_day_number, to_day_number
from warraq.lang.date_text import format_date
from warraq.lang.dates import DateError, read_date, sort_day


@pytest.mark.parametrize(
    ("written", "value", "calendar", "precision"),
    [
        ("1047", "1047", "gregorian", "year"),
        ("1047-03-05", "1047-03-05", "julian", "day"),
        ("1047-03-05 gregorian", "1047-03-05", "gregorian", "day"),
        ("1047-3", "1047-03", "julian", "month"),
        ("1917-11-02", "1917-11-02", "gregorian", "day"),
        ("1582-10-04", "1582-10-04", "julian", "day"),
        ("1582-10-15", "1582-10-15", "gregorian", "day"),
        ("1187-10-02 julian", "1187-10-02", "julian", "day"),
        ("1037-21", "1037-21", "julian", "season"),
        ("1565-XX", "1565", "gregorian", "year"),
        ("156X", "156X", "gregorian", "decade"),
        ("1560s", "156X", "gregorian", "decade"),
        ("15XX", "15XX", "gregorian", "interval"),
        ("428 AH", "0428", "islamic", "year"),
        ("0438-09-05 AH", "0438-09-05", "islamic", "day"),
        ("438-9-5 AH", "0438-09-05", "islamic", "day"),
        ("1325 SH", "1325", "persian", "year"),
        ("1348/05/30 ش", "1348-05-30", "persian", "day"),
        ("۱۳۲۵ ش", "1325", "persian", "year"),
        ("۴۲۸ ق", "0428", "islamic", "year"),
        ("٤٢٨ هـ", "0428", "islamic", "year"),
        ("۱۳۰۴ ه‍.ش", "1304", "persian", "year"),
        ("۱۰۴۷ م", "1047", "gregorian", "year"),
        ("691 CE", "0691", "gregorian", "year"),
        ("44 BCE", "-0043", "gregorian", "year"),
        ("۴۴ ق.م.", "-0043", "gregorian", "year"),
        ("10th century", "0901/1000", "gregorian", "century"),
        ("10th century AH", "0901/1000", "islamic", "century"),
        ("سدهٔ دهم ق", "0901/1000", "islamic", "century"),
        ("قرن سیزدهم هجری قمری", "1201/1300", "islamic", "century"),
        ("القرن الحادي والعشرون", "2001/2100", "gregorian", "century"),
        ("12th–13th century", "1101/1300", "gregorian", "interval"),
        ("5th century BCE", "-0499/-0400", "gregorian", "century"),
        ("5 Ramadan 438 AH", "0438-09-05", "islamic", "day"),
        ("۵ رمضان ۴۳۸", "0438-09-05", "islamic", "day"),
        ("٢ تشرين الثاني ١٩١٧", "1917-11-02", "gregorian", "day"),
        ("1599/1602", "1599/1602", "gregorian", "interval"),
        ("1599–1602", "1599/1602", "gregorian", "interval"),
        ("1003–4", "1003/1004", "gregorian", "interval"),
        ("414/415 AH", "0414/0415", "islamic", "interval"),
        ("../1258", "../1258", "gregorian", "interval"),
        ("before 1258", "../1258", "gregorian", "interval"),
        ("1258/..", "1258/..", "gregorian", "interval"),
        ("پس از ۴۲۸ ق", "0428/..", "islamic", "interval"),
        ("/1258", "/1258", "gregorian", "interval"),
        ("[1030,1031] AH", "[1030,1031]", "islamic", "interval"),
        ("[..1258]", "../1258", "gregorian", "interval"),
    ],
)
def test_a_date_is_read_in_the_calendar_and_precision_of_its_source(written, value, calendar, precision):
    date = read_date(written)
    assert (date.value, date.calendar, date.precision) == (value, calendar, precision)


@pytest.mark.parametrize(
    ("written", "approximate", "uncertain"),
    [
        ("1565", False, False),
        ("1565~", True, False),
        ("c. 1565", True, False),
        ("حدود ۱۵۶۵ م", True, False),
        ("1565?", False, True),
        ("1565 (?)", False, True),
        ("1565%", True, True),
        ("1599/1602~", True, False),
    ],
)
def test_doubt_and_approximation_are_kept(written, approximate, uncertain):
    date = read_date(written)
    assert (date.approximate, date.uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    ("written", "code", "values"),
    [
        ("1404-12-30 SH", "no-such-day",
         {"day": 30, "month": 12, "year": 1404, "calendar": "persian", "length": 29}),
        ("30 Esfand 1404", "no-such-day",
         {"day": 30, "month": 12, "year": 1404, "calendar": "persian", "length": 29}),
        ("1037-02-30", "no-such-day", {"day": 30, "month": 2, "year": 1037, "calendar": "julian", "length": 28}),
        ("444-02-31 AH", "no-such-day", {"day": 31, "month": 2, "year": 444, "calendar": "islamic", "length": 29}),
        ("1047-13", "no-such-month", {"month": 13, "year": 1047, "calendar": "julian"}),
        ("428-21 AH", "no-such-season", {"season": 1, "calendar": "islamic"}),
        ("0 AH", "no-such-year", {"year": 0, "calendar": "islamic"}),
        ("105th century", "no-such-century", {"century": 105, "calendar": "gregorian"}),
        ("1602/1599", "ends-before-it-begins", {"begin": "1602", "end": "1599"}),
        ("428 XY", "unknown-calendar", {"calendar": "XY"}),
        ("10 Ramadan 1404 SH", "month-of-another-calendar", {"month": "Ramadan", "calendar": "persian"}),
        ("583/1187", "ambiguous-double-date", {"first": "583", "second": "1187"}),
        ("10 حمل 1299", "not-a-date", {"text": "10 حمل 1299"}),
        ("soon", "not-a-date", {"text": "soon"}),
        ("", "not-a-date", {"text": ""}),
        ("1047-03-05T10:00", "not-a-date", {"text": "1047-03-05T10:00"}),
    ],
)  # fmt: skip
def test_a_date_that_cannot_be_is_refused_with_the_reason(written, code, values):
    with pytest.raises(DateError) as refusal:
        read_date(written)
    assert (refusal.value.code, refusal.value.values) == (code, values)


def test_a_thirtieth_day_is_accepted_where_the_islamic_month_depended_on_the_moon():
    assert read_date("444-02-30 AH").precision == "day"


def test_what_the_source_gives_in_the_other_calendar_is_kept_as_it_is():
    date = read_date("0438-09-05 AH = 1047-03-06")
    assert (date.value, date.calendar) == ("0438-09-05", "islamic")
    assert [(other.value, other.calendar) for other in date.also] == [("1047-03-06", "julian")]
    assert [other.value for other in read_date("394 AH / 1003–1004").also] == ["1003/1004"]


def test_a_mapping_says_the_same_as_a_text_and_can_hold_labels():
    date = read_date(
        {
            "value": "438-09-05",
            "calendar": "islamic",
            "also": {"julian": "1047-03-05"},
            "label": {"fa": "رمضان ۴۳۸"},
        }
    )
    assert (date.value, date.calendar, date.also[0].calendar) == ("0438-09-05", "islamic", "julian")
    assert (date.label("fa"), date.label("en")) == ("رمضان ۴۳۸", None)
    assert read_date({"century": "10", "calendar": "AH"}) == read_date("10th century AH")


def test_a_misspelt_key_of_a_mapping_is_refused():
    with pytest.raises(DateError) as refusal:
        read_date({"value": "428", "calender": "islamic"})
    assert (refusal.value.code, refusal.value.values) == ("unknown-key", {"key": "calender"})


def test_the_days_of_a_year_are_those_of_its_own_calendar():
    date = read_date("428 AH")
    assert date.first_day == to_day_number(1036, 10, 25, "julian")
    assert date.last_day == to_day_number(1037, 10, 13, "julian")


def test_open_and_unknown_ends_have_no_day():
    assert read_date("../1258").first_day is None
    assert read_date("1258/").last_day is None


def test_dates_of_all_calendars_sort_by_the_day_they_begin():
    written = [
        "72 AH",
        "10th century",
        "428 AH",
        "1047-03-05",
        "1047-04",
        "1599/1602",
        "1285 SH",
        "1917-11-02",
    ]
    assert [text for _, text in sorted((sort_day(read_date(text)), text) for text in written)] == written


@given(st.integers(min_value=1940206, max_value=2525008), st.sampled_from(CALENDARS))
def test_a_day_written_in_any_calendar_is_read_as_that_day(number, calendar):
    day = from_day_number(number, calendar)
    if day.year >= 1:
        date = read_date("{:04}-{:02}-{:02} {}".format(*day, calendar))
        assert (date.first_day, date.last_day) == (number, number)


@example("10th century AH/..")
@example("[1,9999]")
@example("9999-12-31")
@example("9999 AH")
@example("-9999")
@example("1~/2?")
@given(st.text(alphabet="0123456789X-/~?.[], ۱٤قشمهـAHSCEcenturyth–()", max_size=14))
def test_any_text_is_a_date_that_can_be_printed_or_is_refused(text):
    date = None
    with suppress(DateError):
        date = read_date(text)
    if date is not None:
        assert date.first_day is not None or date.last_day is not None
        assert all(format_date(date, reader) for reader in READERS)


@given(
    st.sampled_from(
        ["1565~", "156X", "15XX", "../1258", "/1258", "1037-21", "[1030,1031]", "-0043-03-15", "1047?"]
    )
)
def test_the_value_reads_back_as_the_same_date(written):
    date = read_date(written)
    assert read_date(date.value) == date
