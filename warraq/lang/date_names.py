"""Dates by name: centuries, decades, seasons, months and days in words of three languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from warraq.lang.date_words import (
    PERSIAN_SEASONS,
    MonthFamily,
    arabic_decade,
    month_of,
    ordinal_number,
    season_of,
)
from warraq.lang.edtf_notation import Reading, century_date, day_date, decade_date
from warraq.lang.edtf_value import date_of
from warraq.lang.historic_date import DateError, HistoricDate
from warraq.lang.language import CalendarName
from warraq.lang.zodiac_months import zodiac_moment

_CENTURY = re.compile(
    r"(?:the\s+)?(?P<number>[0-9]{1,3}(?:st|nd|rd|th)|[a-z]+(?:[\s-][a-z]+)?)[\s-]+"
    r"c(?:entury|enturies|ent\.|\.|(?=\s|$))\s*(?P<mark>.*)",
    re.IGNORECASE,
)
_CENTURY_IN_WORDS = re.compile(r"(?:سد[هۀ](?:ٔ|‌ی|\sی)?|قرن|القرن)\s+(?:الـ\s?)?(?P<words>\S.*)")
_GLUED = re.compile(r"(?<=[0-9])(?=[^\W\d_])")
_DECADE = re.compile(
    r"(?:(?:the\s+)?(?P<first>[0-9]{2,3}0)['’]?s\b|(?:ده[هۀ](?:ٔ|‌ی|\sی)?|العقد|عقد)\s*(?P<second>[0-9]{2,3}0))\s*(?P<mark>.*)",
    re.IGNORECASE,
)
_DECADE_OF_CENTURY = re.compile(r"(?P<name>.+?)\s+(?:من\s+)?(?:القرن|قرن)\s+(?P<words>\S.*)")
_DAY_MONTH_YEAR = re.compile(
    r"(?:(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?\s+)?(?:(?:of|من|ماه|شهر)\s+)?(?P<month>(?:[^0-9~?%/\[\]{}]|/(?=[^\W\d]))+?),?\s+"
    r"(?P<year>[0-9]{1,4})\s*(?P<mark>\D*)",
    re.IGNORECASE,
)
_MONTH_DAY_YEAR = re.compile(
    r"(?P<month>(?:[^0-9~?%/\[\]{}]|/(?=[^\W\d]))+?)\s+(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?:,\s*|\s+)(?P<year>[0-9]{1,4})\s*(?P<mark>\D*)",
    re.IGNORECASE,
)
# "Of", "month" and "year" may stand between a month and its year.
_BETWEEN = re.compile(
    r"\s+(?:of|سال|ماه|سنة|عام|من سنة|من عام|لسنة|لعام|ad|ah|a\.d\.|a\.h\.)$|^(?:of|من|ماه|شهر)\s+",
    re.IGNORECASE,
)
_LEADING_ERA = re.compile(r"\s+(?P<mark>ad|ah|a\.d\.|a\.h\.)$", re.IGNORECASE)


def named_date(text: str, reading_of: Callable[[str], Reading]) -> HistoricDate | None:
    """The date of a century, decade, season, month or day by its name, None for other texts.

    `reading_of` gives what is known of the date, together with what a mark behind it says. Raises DateError
    for what cannot be: a month of another calendar, a day that the month does not have.
    """
    if (century := _CENTURY.fullmatch(text)) and (number := ordinal_number(century["number"])) is not None:
        return century_date(number, reading_of(century["mark"]))
    if in_words := _CENTURY_IN_WORDS.fullmatch(text):
        number, mark = _ordinal_and_rest(_GLUED.sub(" ", in_words["words"]))
        return century_date(number, reading_of(mark))
    if decade := _DECADE.fullmatch(text):
        return decade_date(int(decade["first"] or decade["second"]), reading_of(decade["mark"]))
    if (of_century := _DECADE_OF_CENTURY.fullmatch(text)) and (decade_of := _decade_of_century(of_century)):
        return decade_date(decade_of[0], reading_of(decade_of[1]))
    if day := _DAY_MONTH_YEAR.fullmatch(text) or _MONTH_DAY_YEAR.fullmatch(text):
        return _written_day(day, reading_of)
    return None


def _ordinal_and_rest(text: str) -> tuple[int, str]:
    """The number of the ordinal that the text begins with, and the rest of the text."""
    parts = text.split()
    # Ordinals above twenty are of up to three words: `بیست و یکم`.
    for length in range(min(3, len(parts)), 0, -1):
        number = ordinal_number(" ".join(parts[:length]))
        if number is not None:
            return number, " ".join(parts[length:])
    raise DateError("no-such-century", {"century": text})


def _decade_of_century(match: re.Match[str]) -> tuple[int, str] | None:
    """The first year of `ثلاثينيات القرن العشرين` or `العقد الأول من القرن العشرين`, and the mark behind it."""
    name = match["name"]
    begins = arabic_decade(name)
    if begins is None and (number := ordinal_number(name.removeprefix("العقد ").removesuffix(" من"))):
        begins = 10 * number - 10 if number <= 10 and name.startswith("العقد") else None
    if begins is None:
        return None
    century, mark = _ordinal_and_rest(match["words"])
    return 100 * century - 100 + begins, mark


def _written_day(match: re.Match[str], reading_of: Callable[[str], Reading]) -> HistoricDate | None:
    fields = match.groupdict()
    name, mark = fields["month"], fields["mark"]
    if era := _LEADING_ERA.search(name):
        mark = era["mark"]
    name = _BETWEEN.sub("", _BETWEEN.sub("", name))
    day = int(fields["day"]) if fields["day"] else None
    if day is None and (season := season_of(name)):
        return _season(int(fields["year"]), season, name, reading_of(mark), fields["year"])
    found = month_of(name)
    if found is None and day is None:
        found, day = _day_in_words(name)
    if found is None:
        return None
    family, month = found
    reading = _reading_of_month(family, fields["month"], mark, reading_of)
    year = int(fields["year"])
    if family == "zodiac":
        moment = zodiac_moment(
            reading.year(year), month, day, approximate=reading.approximate, uncertain=reading.uncertain
        )
        return date_of((moment,), "moment")
    return day_date(year, month, day, reading)


def _day_in_words(text: str) -> tuple[tuple[MonthFamily, int] | None, int | None]:
    """The month and day of `پنجم رمضان` or `الخامس من رمضان`."""
    words = text.split()
    for length in range(1, min(4, len(words))):
        day = ordinal_number(" ".join(words[:length]))
        month = month_of(_BETWEEN.sub("", " ".join(words[length:])))
        if day is not None and month is not None:
            return month, day
    return None, None


def _reading_of_month(
    family: MonthFamily, written: str, mark: str, reading_of: Callable[[str], Reading]
) -> Reading:
    """What is known of a date with a named month, whose calendar must be that of the mark."""
    named = reading_of(mark)
    if family == "gregorian":
        if named.calendar in ("persian", "islamic"):
            raise DateError("month-of-another-calendar", {"month": written, "calendar": named.calendar})
        return named
    calendar: CalendarName = "islamic" if family == "islamic" else "persian"
    if named.calendar not in (None, calendar) or named.common_era or named.before_common_era:
        values = {"month": written, "calendar": named.calendar or "gregorian"}
        raise DateError("month-of-another-calendar", values)
    return replace(named, calendar=calendar)


def _season(year: int, season: int, name: str, reading: Reading, written: str) -> HistoricDate:
    # `بهار ۱۳۲۵` is of 1946 in nearly every book, and of 1325 CE in a few.
    is_open = reading.calendar is None and not (reading.common_era or reading.before_common_era)
    if name in PERSIAN_SEASONS and is_open and 1206 <= year <= 1499:
        raise DateError("calendar-missing", {"text": f"{name} {written}"})
    return day_date(year, season, None, reading)
