"""Historic dates as a reader sees them: the source's calendar first, then the reader's, never finer than the source.

Rules of the house, beside the order of `Language.calendars`:

- For readers of the Solar Hijri calendar, ش is added to other dates from 1304 on (when Iran adopted it), as
  a year only for 1206–1303, and not at all before; from 1304 on ق is left out in its favour.
- In two calendars every date has its era; alone, it has one unless the language says that it needs none.
- The text is plain and holds no letters of another script, so it needs no isolates inside.
"""

from __future__ import annotations

import datetime
from dataclasses import replace
from functools import lru_cache

from warraq.lang.calendars import GREGORIAN_REFORM, from_day_number, to_day_number
from warraq.lang.conversion import in_calendar, year_of
from warraq.lang.historic_date import HistoricDate, Moment, sort_day
from warraq.lang.language import CalendarName, Language
from warraq.lang.lifespan import format_year_range
from warraq.lang.moment_text import (
    calendar_note,
    circa_around,
    era_is_needed,
    era_text,
    joined_texts,
    list_text,
    qualified_text,
    range_text,
    worded_range,
)
from warraq.lang.numbers import localise_digits
from warraq.lang.words import Words, month_names, words_for

__all__ = [
    "format_cited_day", "format_date", "format_day", "format_equivalents", "format_year_range", "machine_date",
    "sort_day",
]  # fmt: skip

SOLAR_HIJRI_ADOPTED = 1304
"""The first year of the Solar Hijri calendar in official use, from 11 Farvardin (31 March 1925)."""
SOLAR_HIJRI_YEARS = 1206
"""The first year for which the new years of the calendar are published."""


@lru_cache(maxsize=8192)
def format_date(date: HistoricDate, language: Language, *, others: bool = True) -> str:
    """The date as plain text in the language, with the reader's other calendars unless `others` is false.

    `428 AH` is `۴۲۸ ق / ۱۰۳۶–۱۰۳۷ م` for a Persian reader. An editor's label for the language replaces all
    of it; equivalents that the source itself gives replace the computed ones.
    """
    label = date.label(language.code)
    if label is not None:
        return label
    equivalents = other_calendars(date, language) if others else ()
    with_era = bool(equivalents) or era_is_needed(date, words_for(language))
    texts = [_one_calendar(date, language, with_era=with_era)]
    texts += [
        _one_calendar(equivalent, language, with_era=True, derived=equivalent not in date.also)
        for equivalent in equivalents
    ]
    return localise_digits(" / ".join(texts), language.digits)


def format_equivalents(date: HistoricDate, language: Language) -> str:
    """The date in the reader's other calendars alone: `۳۹۱–۴۹۴ ق` for the 11th century; empty where they have none."""
    texts = [
        _one_calendar(equivalent, language, with_era=True, derived=equivalent not in date.also)
        for equivalent in other_calendars(date, language)
    ]
    return localise_digits(" / ".join(texts), language.digits)


def other_calendars(date: HistoricDate, language: Language) -> tuple[HistoricDate, ...]:
    """The date in those of the reader's calendars that should be shown beside the source's own, in their order."""
    found: list[HistoricDate] = []
    calendars = language.calendars
    if any(moment.naming == "imperial" for moment in date.known_moments):
        # Nobody knows the imperial years by heart, so the calendar's own year follows in every language.
        found.append(in_calendar(date, "persian"))
        calendars = tuple(calendar for calendar in calendars if calendar != "persian")
    for calendar in calendars:
        given = [other for other in date.also if _family(other.calendar) == _family(calendar)]
        if given:
            found.append(given[0])
        elif _is_shown(calendar, date, language):
            year_only = calendar == "persian" and _solar_hijri_year(date) < SOLAR_HIJRI_ADOPTED
            found.append(_without_doubt(in_calendar(date, calendar, coarsest_year=year_only)))
    return tuple(found)


def calendars_of(day: int, language: Language) -> tuple[CalendarName, ...]:
    """The reader's calendars in which the house speaks of a day, the most familiar first; at least one."""
    year = year_of(day, "persian")
    is_modern = "persian" in language.calendars and year >= SOLAR_HIJRI_ADOPTED
    hidden: set[CalendarName] = set()
    if year < SOLAR_HIJRI_YEARS:
        hidden.add("persian")
    if is_modern or year_of(day, "islamic") < 1:
        hidden.add("islamic")
    return tuple(calendar for calendar in language.calendars if calendar not in hidden) or ("gregorian",)


def machine_date(date: HistoricDate) -> str | None:
    """The value for `<time datetime>` (`1987-11-02`, `1987-11`, `1987`), None unless it is exactly true.

    It is true for a single moment without doubt, from year 1 on, whose days are known: Gregorian years and
    months after 1582; days of any calendar, translated, except Islamic ones that were not computed in
    advance and Solar Hijri ones before the published years.
    """
    if date.kind != "moment" or date.approximate or date.uncertain:
        return None
    moment = date.known_moments[0]
    if moment.part or moment.naming == "zodiac" or not 1 <= moment.year <= 9999:
        return None
    if moment.precision == "day":
        is_published = moment.calendar != "persian" or moment.year >= SOLAR_HIJRI_YEARS
        is_official = moment.calendar != "islamic" or 1420 <= moment.year <= 1450
        day = from_day_number(moment.first_day, "gregorian")
        if not (is_published and is_official and 1 <= day.year <= 9999):
            return None
        return f"{day.year:04}-{day.month:02}-{day.day:02}"
    if moment.calendar != "gregorian" or moment.first_day < GREGORIAN_REFORM:
        return None
    if moment.precision == "month":
        return f"{moment.year:04}-{moment.month:02}"
    return f"{moment.year:04}" if moment.precision == "year" else None


def format_day(
    date: datetime.date, language: Language, *, weekday: bool = False, calendar: CalendarName | None = None
) -> str:
    """A modern day in the first of the reader's calendars, without an era: `۲۹ آبان ۱۴۰۵`, `20 November 2026`.

    With `weekday` its name stands before it: `جمعه ۲۹ آبان ۱۴۰۵`, `Friday 20 November 2026`. With `calendar` the day
    is given in that one.
    """
    calendar = calendar or _first_calendar(language)
    number = to_day_number(date.year, date.month, date.day, "gregorian")
    year, month, day = from_day_number(number, calendar)
    name = words_for(language).weekdays[date.weekday()] if weekday else ""
    text = f"{name}{day} {month_names(language, calendar)[month - 1]} {year}"
    return localise_digits(text, language.digits)


@lru_cache(maxsize=2048)
def format_cited_day(date: datetime.date, language: Language) -> str:
    """A modern day as a citation gives it, for readers of other calendars too: `۲۹ آبان ۱۴۰۵ (۲۰ نوامبر ۲۰۲۶)`."""
    day = format_day(date, language)
    if _first_calendar(language) == "gregorian":
        return day
    return f"{day} ({format_day(date, language, calendar='gregorian')})"


def _first_calendar(language: Language) -> CalendarName:
    return language.calendars[0] if language.calendars else "gregorian"


def _is_shown(calendar: CalendarName, date: HistoricDate, language: Language) -> bool:
    families = {_family(moment.calendar) for moment in date.known_moments}
    if families == {_family(calendar)}:
        # An Old Style day of the seventeenth century is another day in the reader's Gregorian calendar.
        return calendar == "gregorian" and any(
            calendar_note(m, words_for(language)) for m in date.known_moments
        )
    return calendar in calendars_of(sort_day(date), language)


def _solar_hijri_year(date: HistoricDate) -> int:
    return year_of(sort_day(date), "persian")


def _family(calendar: CalendarName) -> CalendarName:
    return "gregorian" if calendar == "julian" else calendar


def _without_doubt(date: HistoricDate) -> HistoricDate:
    """The converted date without its mark of doubt, which stands once, beside the source's own date."""
    return replace(
        date,
        moments=tuple(m if isinstance(m, str) else replace(m, uncertain=False) for m in date.moments),
    )


def _one_calendar(date: HistoricDate, language: Language, *, with_era: bool, derived: bool = False) -> str:
    words = words_for(language)
    if date.kind == "moment":
        return _qualified(date.known_moments[0], language, with_era)
    if date.kind in ("choice", "set"):
        joint = words.either if date.kind == "choice" else words.both
        return _several(date.known_moments, joint, language, with_era, shortest_run=2 if derived else 3)
    begin, end = date.moments
    if isinstance(begin, str) and not isinstance(end, str):
        if begin == "unknown":
            text = _qualified(end, language, with_era, after_word=True)
            question = _question(language)
            return f"{question}–{text}" if _is_number(end) else worded_range(question, text, words)
        limit = words.before if begin == "open" else words.by
        return limit + _article(end, words) + _qualified(end, language, with_era, after_limit=True)
    if isinstance(end, str) and not isinstance(begin, str):
        if end == "unknown":
            era = f" {era_text(begin, words)}" if with_era else ""
            text = _qualified(begin, language, False, after_word=bool(words.opening))
            question = _question(language) + era
            return f"{text}–{question}" if _is_number(begin) else worded_range(text, question, words)
        limit = words.after if end == "open" else words.since
        return limit + _article(begin, words) + _qualified(begin, language, with_era, after_limit=True)
    assert not isinstance(begin, str)
    assert not isinstance(end, str)
    return _range(begin, end, language, with_era, as_one=date.kind == "span")


def _range(first: Moment, last: Moment, language: Language, with_era: bool, *, as_one: bool) -> str:
    words = words_for(language)
    eras = [era_text(moment, words) for moment in (first, last)]
    notes = [calendar_note(moment, words) for moment in (first, last)]
    if eras[0] != eras[1] or notes[0] != notes[1]:
        begin = _qualified(first, language, True, after_word=bool(words.opening))
        return worded_range(begin, _qualified(last, language, True, after_word=True), words)
    era = f" {eras[1]}" if with_era else ""
    differ = (first.approximate, first.uncertain) != (last.approximate, last.uncertain)
    if not as_one and (differ or first.approximate or first.uncertain):
        begin = qualified_text(first, language, after_word=bool(words.opening), with_note=False)
        end = qualified_text(last, language, era, after_word=True)
        # A dash joins bare numbers only.
        are_numbers = all(m.precision == "year" and not m.part for m in (first, last))
        is_plain = are_numbers and not last.approximate and not first.uncertain
        return f"{begin}–{end}" if is_plain else worded_range(begin, end, words)
    text = range_text(first, last, language)
    is_worded = bool(words.opening) and text.startswith(words.opening)
    circa, behind = circa_around(words, is_worded=is_worded) if first.approximate else ("", "")
    doubt = words.uncertain if first.uncertain else ""
    return f"{circa}{text}{era}{notes[1]}{behind}{doubt}"


def _several(
    moments: tuple[Moment, ...], joint: str, language: Language, with_era: bool, *, shortest_run: int
) -> str:
    words = words_for(language)
    eras = {era_text(moment, words) for moment in moments}
    if len(eras) > 1:
        texts = [_qualified(moment, language, True) for moment in moments]
        return joined_texts(texts, joint, words)
    era = f" {eras.pop()}" if with_era else ""
    return list_text(moments, joint, shortest_run, language) + era


def _article(moment: Moment, words: Words) -> str:
    """The article that a century or decade has after before or after, in languages that write one."""
    is_period = moment.precision in ("century", "decade") and not moment.approximate
    return words.limit_of_period if is_period and moment.part not in ("early", "mid", "late") else ""


def _is_number(moment: Moment) -> bool:
    """Whether a dash can join the moment to the sign of an unknown end: it does so beside a year only."""
    return moment.precision == "year" and not moment.approximate


def _qualified(
    moment: Moment,
    language: Language,
    with_era: bool,
    *,
    after_word: bool = False,
    after_limit: bool = False,
) -> str:
    era = f" {era_text(moment, words_for(language))}" if with_era else ""
    return qualified_text(moment, language, era, after_word=after_word, after_limit=after_limit)


def _question(language: Language) -> str:
    return words_for(language).uncertain.strip(" ()") or "?"
