"""Historic dates as the readers of three languages see them."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from tests.lang.readers import ARABIC, ENGLISH, PERSIAN, READERS, visual_order
from warraq.lang.date_text import format_cited_day, format_date, format_day, format_year_range, machine_date
from warraq.lang.dates import read_date
from warraq.lang.language import Language

CASES = [
    ("428 AH", "۴۲۸ ق / ۱۰۳۶–۱۰۳۷ م", "٤٢٨ هـ / ١٠٣٦–١٠٣٧ م", "428 AH / 1036–1037 CE"),
    ("0428-09 AH", "رمضان ۴۲۸ ق / ژوئن–ژوئیهٔ ۱۰۳۷ م", "رمضان ٤٢٨ هـ / حزيران–تموز ١٠٣٧ م",
     "Ramadan 428 AH / June–July 1037 CE"),
    ("0428-09-01 AH", "۱ رمضان ۴۲۸ ق / ۱۸ ژوئن ۱۰۳۷ م", "١ رمضان ٤٢٨ هـ / ١٨ حزيران ١٠٣٧ م",
     "1 Ramadan 428 AH / 18 June 1037 CE"),
    ("0438-09-05 AH = 1047-03-06", "۵ رمضان ۴۳۸ ق / ۶ مارس ۱۰۴۷ م", "٥ رمضان ٤٣٨ هـ / ٦ آذار ١٠٤٧ م",
     "5 Ramadan 438 AH / 6 March 1047 CE"),
    ("10th century AH", "سدهٔ دهم ق / ۱۴۹۵–۱۵۹۲ م", "القرن العاشر هـ / ١٤٩٥–١٥٩٢ م",
     "10th century AH / 1495–1592 CE"),
    ("16th century", "سدهٔ شانزدهم م / ۹۰۶–۱۰۰۹ ق", "القرن السادس عشر م / ٩٠٦–١٠٠٩ هـ", "16th century"),
    ("1047", "۱۰۴۷ م / ۴۳۸–۴۳۹ ق", "١٠٤٧ م / ٤٣٨–٤٣٩ هـ", "1047"),
    ("691", "۶۹۱ م / ۷۱–۷۲ ق", "٦٩١ م / ٧١–٧٢ هـ", "691 CE"),
    ("44 BCE", "۴۴ ق.م.", "٤٤ ق.م.", "44 BCE"),
    ("1187-10-02", "۲ اکتبر ۱۱۸۷ م / ۲۷ رجب ۵۸۳ ق", "٢ تشرين الأول ١١٨٧ م / ٢٧ رجب ٥٨٣ هـ", "2 October 1187"),
    ("1565~", "حدود ۱۵۶۵ م / حدود ۹۷۲–۹۷۳ ق", "نحو ١٥٦٥ م / نحو ٩٧٢–٩٧٣ هـ", "c. 1565"),
    ("1565?", "۱۵۶۵ م (؟) / ۹۷۲–۹۷۳ ق", "١٥٦٥ م (؟) / ٩٧٢–٩٧٣ هـ", "1565 (?)"),
    ("156X", "دههٔ ۱۵۶۰ م / ۹۶۷–۹۷۷ ق", "ستينيات القرن السادس عشر م / ٩٦٧–٩٧٧ هـ", "1560s"),
    ("1599/1602", "۱۵۹۹–۱۶۰۲ م / ۱۰۰۷–۱۰۱۱ ق", "١٥٩٩–١٦٠٢ م / ١٠٠٧–١٠١١ هـ", "1599–1602"),
    ("1599~/1602", "حدود ۱۵۹۹–۱۶۰۲ م / حدود ۱۰۰۷–۱۰۱۱ ق", "نحو ١٥٩٩–١٦٠٢ م / نحو ١٠٠٧–١٠١١ هـ", "c. 1599–1602"),
    ("1047-03-05/1047-03-08", "۵–۸ مارس ۱۰۴۷ م / ۵–۸ رمضان ۴۳۸ ق", "٥–٨ آذار ١٠٤٧ م / ٥–٨ رمضان ٤٣٨ هـ",
     "5–8 March 1047"),
    ("../1258", "پیش از ۱۲۵۸ م / پیش از ۶۵۷ ق", "قبل ١٢٥٨ م / قبل ٦٥٧ هـ", "before 1258"),
    ("1258/..", "پس از ۱۲۵۸ م / پس از ۶۵۵ ق", "بعد ١٢٥٨ م / بعد ٦٥٥ هـ", "after 1258"),
    ("/1258", "؟–۱۲۵۸ م / ؟–۶۵۷ ق", "؟–١٢٥٨ م / ؟–٦٥٧ هـ", "?–1258"),
    ("[1030,1031] AH", "۱۰۳۰ یا ۱۰۳۱ ق / ۱۶۲۰–۱۶۲۲ م", "١٠٣٠ أو ١٠٣١ هـ / ١٦٢٠–١٦٢٢ م",
     "1030 or 1031 AH / 1620–1622 CE"),
    ("1037-21", "بهار ۱۰۳۷ م / ۴۲۸ ق", "ربيع ١٠٣٧ م / ٤٢٨ هـ", "spring 1037"),
    ("1348-05-30 SH", "۳۰ مرداد ۱۳۴۸ ش / ۲۱ اوت ۱۹۶۹ م",
     "٣٠ مرداد ١٣٤٨ هـ.ش / ٢١ آب ١٩٦٩ م / ٨ جمادى الآخرة ١٣٨٩ هـ", "30 Mordad 1348 SH / 21 August 1969 CE"),
    ("1642-12-25 julian", "۲۵ دسامبر ۱۶۴۲ م (ژولینی) / ۱۳ شوال ۱۰۵۲ ق / ۴ ژانویهٔ ۱۶۴۳ م",
     "٢٥ كانون الأول ١٦٤٢ م (يولياني) / ٤ كانون الثاني ١٦٤٣ م / ١٣ شوال ١٠٥٢ هـ",
     "25 December 1642 CE (Julian) / 4 January 1643 CE"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "persian", "arabic", "english"), CASES, ids=[case[0] for case in CASES])
def test_a_date_is_printed_in_its_own_calendar_and_then_in_the_readers(written, persian, arabic, english):
    date = read_date(written)
    assert [format_date(date, reader) for reader in READERS] == [persian, arabic, english]


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("1737-10-21", "۲۱ اکتبر ۱۷۳۷ م / ۲۶ جمادی‌الثانی ۱۱۵۰ ق"),
        ("1906-08-05", "۵ اوت ۱۹۰۶ م / ۱۲۸۵ ش / ۱۴ جمادی‌الثانی ۱۳۲۴ ق"),
        ("2015-12-11", "۱۱ دسامبر ۲۰۱۵ م / ۲۰ آذر ۱۳۹۴ ش"),
    ],
)
def test_solar_hijri_is_added_as_a_year_from_1206_and_in_full_from_1304(written, printed):
    assert format_date(read_date(written), PERSIAN) == printed


def test_the_source_alone_is_printed_where_the_others_are_not_wanted():
    assert format_date(read_date("428 AH"), PERSIAN, others=False) == "۴۲۸ ق"
    assert format_date(read_date("1047-03-05"), ENGLISH, others=False) == "5 March 1047"


def test_an_editors_label_replaces_the_date_in_its_language_only():
    date = read_date({"value": "428 AH", "label": {"en": "in the days of Alaʾ al-Dawla"}})
    assert format_date(date, ENGLISH) == "in the days of Alaʾ al-Dawla"
    assert format_date(date, ARABIC) == "٤٢٨ هـ / ١٠٣٦–١٠٣٧ م"


@pytest.mark.parametrize(
    ("months", "locale", "printed"),
    [
        ("levantine", "ar_EG", "٢ تشرين الثاني ١٩١٧"),
        ("western", "ar_PS", "٢ نوفمبر ١٩١٧"),
        ("both", "ar_PS", "٢ تشرين الثاني/نوفمبر ١٩١٧"),
        ("default", "ar_PS", "٢ تشرين الثاني ١٩١٧"),
        ("default", "ar_EG", "٢ نوفمبر ١٩١٧"),
    ],
)
def test_arabic_months_follow_the_setting_and_else_the_territory(months, locale, printed):
    reader = replace(ARABIC, months=months, locale=locale)
    assert format_day(datetime.date(1917, 11, 2), reader) == printed


@pytest.mark.parametrize(
    ("reader", "printed"),
    [(PERSIAN, "۲۹ آبان ۱۴۰۵"), (ARABIC, "٢٠ تشرين الثاني ٢٠٢٦"), (ENGLISH, "20 November 2026")],
    ids=["fa", "ar", "en"],
)
def test_a_modern_day_is_printed_in_the_first_calendar_of_the_reader(reader, printed):
    assert format_day(datetime.date(2026, 11, 20), reader) == printed


@pytest.mark.parametrize(
    ("reader", "printed"),
    [
        (PERSIAN, "جمعه ۲۹ آبان ۱۴۰۵"),
        (ARABIC, "الجمعة، ٢٠ تشرين الثاني ٢٠٢٦"),
        (ENGLISH, "Friday 20 November 2026"),
    ],
    ids=["fa", "ar", "en"],
)
def test_a_modern_day_can_have_its_day_of_the_week(reader, printed):
    assert format_day(datetime.date(2026, 11, 20), reader, weekday=True) == printed


@pytest.mark.parametrize(
    ("reader", "printed"),
    [
        (PERSIAN, "۲۹ آبان ۱۴۰۵ (۲۰ نوامبر ۲۰۲۶)"),
        (ARABIC, "٢٠ تشرين الثاني ٢٠٢٦"),
        (ENGLISH, "20 November 2026"),
    ],
    ids=["fa", "ar", "en"],
)
def test_a_citation_gives_its_day_in_the_gregorian_calendar_too(reader, printed):
    assert format_cited_day(datetime.date(2026, 11, 20), reader) == printed


def test_arabic_dates_are_printed_with_the_digits_and_months_of_the_setting():
    reader = replace(ARABIC, digits="latn", months="both")
    assert format_date(read_date("1047-03-05"), reader) == "5 آذار/مارس 1047 م / 5 رمضان 438 هـ"
    assert format_date(read_date("أوائل القرن العشرين"), reader) == "أوائل القرن العشرين م / 1318–1352 هـ"


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("1047-03/1047-04", "من آذار/مارس إلى نيسان/أبريل ١٠٤٧ م"),
        ("1047-03-05/1047-04-08", "من ٥ آذار/مارس إلى ٨ نيسان/أبريل ١٠٤٧ م"),
        ("1047-03-05/1047-03-08", "٥–٨ آذار/مارس ١٠٤٧ م"),
        ("1917-11/1918-01", "من تشرين الثاني/نوفمبر ١٩١٧ إلى كانون الثاني/يناير ١٩١٨ م"),
    ],
)
def test_no_dash_stands_between_two_double_names_of_months(written, printed):
    reader = replace(ARABIC, months="both")
    date = read_date(written)
    assert format_date(date, reader, others=False) == printed
    assert read_date(printed) == date


def test_a_language_without_words_of_its_own_says_nothing_untrue():
    turkish = Language(
        code="tr", name="Türkçe", direction="ltr", locale="tr_TR", calendars=("gregorian", "islamic")
    )
    assert format_date(read_date("1917-11-02"), turkish) == "2 Kasım 1917 MS / 17 Muharram 1336 AH"
    assert format_date(read_date("10th century"), turkish) == "901–1000 MS / 288–391 AH"
    assert format_date(read_date("../1258"), turkish, others=False) == "≤ 1258"


@pytest.mark.parametrize(
    ("written", "machine"),
    [
        ("1917-11-02", "1917-11-02"),
        ("1917-11", "1917-11"),
        ("1917", "1917"),
        ("1348-05-30 SH", "1969-08-21"),
        ("1446-09-01 AH", "2025-03-01"),
        ("1187-10-02", "1187-10-09"),
        ("1047", None),
        ("1325 SH", None),
        ("428-09-01 AH", None),
        ("1917~", None),
        ("1917?", None),
        ("1917/1920", None),
        ("16th century", None),
        ("44-03-15 BCE", None),
        ("Y12000", None),
        ("early 1917", None),
        ("1917-04-1X", None),
        ("10 Hamal 1299", None),
        ("2535-06-28 imperial", "1976-09-19"),
    ],
)
def test_machines_are_told_a_date_only_where_it_is_exactly_true(written, machine):
    assert machine_date(read_date(written)) == machine


@pytest.mark.parametrize(
    ("born", "died", "persian", "arabic", "english"),
    [
        ("394 AH", "481 AH", "۳۹۴–۴۸۱ ق / ۱۰۰۴–۱۰۸۸ م", "٣٩٤–٤٨١ هـ / ١٠٠٤–١٠٨٨ م", "394–481 AH / 1004–1088 CE"),
        ("1882-09-24", "1964", "۱۸۸۲–۱۹۶۴ م / ۱۲۶۱–۱۳۴۳ ش", "١٨٨٢–١٩٦٤ م / ١٢٩٩–١٣٨٤ هـ", "1882–1964"),
        ("c. 1565", "1635", "حدود ۱۵۶۵–۱۶۳۵ م / حدود ۹۷۲–۱۰۴۵ ق", "نحو ١٥٦٥–١٦٣٥ م / نحو ٩٧٢–١٠٤٥ هـ", "c. 1565–1635"),
        ("1941", None, "زادهٔ ۱۹۴۱ م / ۱۳۲۰ ش", "مواليد ١٩٤١ م / ١٣٦٠ هـ", "b. 1941"),
        (None, "481 AH", "درگذشت ۴۸۱ ق / ۱۰۸۸ م", "ت ٤٨١ هـ / ١٠٨٨ م", "d. 481 AH / 1088 CE"),
        ("10th century", "c. 1020", "سدهٔ دهم تا حدود ۱۰۲۰ م", "من القرن العاشر إلى نحو ١٠٢٠ م",
         "10th century – c. 1020"),
        ("before 1565", "1635", "پیش از ۱۵۶۵ تا ۱۶۳۵ م / پیش از ۹۷۲ تا ۱۰۴۵ ق",
         "قبل ١٥٦٥ إلى ١٦٣٥ م / قبل ٩٧٢ إلى ١٠٤٥ هـ",
         "before 1565 – 1635"),
        (None, "after 481 AH", "درگذشت پس از ۴۸۱ ق / پس از ۱۰۸۸ م", "ت بعد ٤٨١ هـ / بعد ١٠٨٨ م",
         "d. after 481 AH / after 1088 CE"),
        ("1565?", "by 1640", "۱۵۶۵ (؟) تا پیش از ۱۶۴۰ م / ۹۷۲ (؟) تا پیش از ۱۰۵۰ ق",
         "من ١٥٦٥ (؟) إلى قبل ١٦٤٠ م / من ٩٧٢ (؟) إلى قبل ١٠٥٠ هـ", "1565 (?) – before 1640"),
        (None, "before c. 1565", "درگذشت پیش از حدود ۱۵۶۵ م / پیش از حدود ۹۷۲ ق",
         "ت قبل ١٥٦٥ م تقريبًا / قبل ٩٧٢ هـ تقريبًا", "d. before c. 1565"),
        ("after c. 1565", "before c. 1640",
         "پس از حدود ۱۵۶۵ تا پیش از حدود ۱۶۴۰ م / پس از حدود ۹۷۲ تا پیش از حدود ۱۰۵۰ ق",
         "بعد ١٥٦٥ تقريبًا إلى قبل ١٦٤٠ م تقريبًا / بعد ٩٧٢ تقريبًا إلى قبل ١٠٥٠ هـ تقريبًا",
         "after c. 1565 – before c. 1640"),
        ("20th century", None, "زادهٔ سدهٔ بیستم م", "مواليد القرن العشرين م", "b. 20th century"),
        (None, None, "", "", ""),
    ],
)  # fmt: skip
def test_the_years_of_a_life_are_one_phrase(born, died, persian, arabic, english):
    dates = [read_date(text) if text else None for text in (born, died)]
    assert [format_year_range(*dates, reader) for reader in READERS] == [persian, arabic, english]


@pytest.mark.parametrize("digits", ["latn", "arab", "arabext"])
@pytest.mark.parametrize("written", [case[0] for case in CASES])
def test_dates_keep_their_order_on_the_screen_in_text_from_right_to_left(written, digits):
    for reader in (PERSIAN, ARABIC):
        sentence = f"در سال {format_date(read_date(written), replace(reader, digits=digits))}، و".replace(
            "\u200c", ""
        )
        assert visual_order(sentence) == sentence


def test_alternative_years_of_a_life_are_not_turned_round_by_their_slash():
    text = format_year_range(read_date("[1030,1031] AH"), read_date("1090 AH"), ARABIC)
    assert visual_order(text).replace("\u200f", "") == "١٠٣٠/١٠٣١–١٠٩٠ هـ / ١٦٢١/١٦٢٢–١٦٧٩ م"
