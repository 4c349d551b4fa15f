"""Reading historic dates as editors write them."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.lang.readers import READERS
from warraq.lang.calendars import CALENDARS, from_day_number, to_day_number
from warraq.lang.date_text import format_date
from warraq.lang.dates import DateError, read_date, sort_day


def reading(written):
    """The date, or the code with which it is refused."""
    try:
        return read_date(written)
    except DateError as error:
        return error.code


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


def test_the_calendar_of_a_mapping_and_the_mark_of_its_value_may_not_contradict_each_other():
    assert read_date({"value": "44-03-15 BCE", "calendar": "julian"}) == read_date("44-03-15 BCE")
    assert read_date({"value": "428 AH", "calendar": "islamic"}) == read_date("428 AH")
    for value, calendar in (("428 AH", "persian"), ("1047 CE", "islamic"), ("AD 1047", "persian")):
        with pytest.raises(DateError) as refusal:
            read_date({"value": value, "calendar": calendar})
        assert refusal.value.code == "not-a-date"


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


WORDS = (
    "1047 428 5 12th 10th century AH CE BCE SH ق م ش هـ Ramadan March حمل رمضان from to between and or early mid late "
    "c. before after by since تا از بین و یا میان سدهٔ دهم القرن العاشر أوائل اواخر بهار ? (?) – / = , ( ) شاهنشاهی "
    "1930s 156X [ ] 1290 2535 1325 first half of the Friday"
)


@given(st.lists(st.sampled_from(WORDS.split()), max_size=7).map(" ".join))
def test_any_words_are_a_date_that_can_be_printed_or_are_refused(text):
    date = reading(text)
    if not isinstance(date, str):
        assert all(format_date(date, reader) for reader in READERS)


@example("10th century AH/..")
@example("[1,9999]")
@example("9999-12-31")
@example("9999 AH")
@example("-9999")
@example("1~/2?")
@given(st.text(alphabet="0123456789X-/~?.[], ۱٤قشمهـAHSCEcenturyth–()", max_size=14))
def test_any_text_is_a_date_that_can_be_printed_or_is_refused(text):
    date = reading(text)
    if not isinstance(date, str):
        assert date.first_day is not None or date.last_day is not None
        assert all(format_date(date, reader) for reader in READERS)


QUALIFIERS = st.sampled_from(["", "~", "?", "%"])
YEARS = st.one_of(
    st.integers(min_value=-9999, max_value=9999).map(lambda year: f"{'-' if year < 0 else ''}{abs(year):04}"),
    st.integers(min_value=10000, max_value=999999).map(lambda year: f"Y{year}"),
    st.integers(min_value=-999999, max_value=-10000).map(lambda year: f"Y{year}"),
    st.integers(min_value=1, max_value=999).map(lambda decade: f"{decade:03}X"),
    st.integers(min_value=1, max_value=99).map(lambda century: f"{century:02}XX"),
)
PARTS = st.sampled_from(
    ["", "-01", "-12", "-21", "-24", "-06-01", "-12-28", "-XX", "-06-1X", "-06-XX", "-1X"]
)


@st.composite
def moments(draw):
    year = draw(YEARS)
    part = draw(PARTS) if not year.startswith(("Y", "-")) and "X" not in year else ""
    return year + part + draw(QUALIFIERS)


NOTATIONS = st.one_of(
    moments(),
    st.tuples(st.one_of(moments(), st.just("..")), moments()).map("/".join),
    st.tuples(moments(), st.sampled_from(["..", ""])).map("/".join),
    st.lists(moments(), min_size=2, max_size=4).map(lambda members: f"[{','.join(members)}]"),
    st.lists(moments(), min_size=2, max_size=4).map(lambda members: f"{{{','.join(members)}}}"),
    moments().map(lambda moment: f"[..{moment}]"),
)


@given(NOTATIONS)
def test_every_value_reads_back_as_the_same_date(notation):
    """Values that end before they begin are refused, and so is a set of spans; all else is read."""
    date = reading(notation)
    refusals = {"ends-before-it-begins", *(["not-a-date"] if "XX" in notation or "1X" in notation else [])}
    assert date in refusals or read_date(date.value) == date


@given(
    st.integers(1, 1500), st.integers(0, 12), st.integers(0, 29), QUALIFIERS, st.sampled_from(["AH", "SH"])
)
def test_every_hijri_value_reads_back_as_the_same_date(year, month, day, qualifier, mark):
    parts = [f"{year:04}", f"{month:02}" if month else "", f"{day:02}" if month and day else ""]
    date = read_date("-".join(filter(None, parts)) + f"{qualifier} {mark}")
    assert read_date(f"{date.value} {mark}") == date
