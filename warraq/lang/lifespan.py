"""The years of a life in the calendars of a reader: `۳۹۴–۴۸۱ ق / ۱۰۰۴–۱۰۸۸ م`."""

from __future__ import annotations

from functools import lru_cache

from warraq.lang.conversion import main_year, year_of
from warraq.lang.historic_date import HistoricDate, Moment
from warraq.lang.language import CalendarName, Language
from warraq.lang.moment_text import circa_around, era_text, moment_text, worded_range
from warraq.lang.moments import moment_of
from warraq.lang.numbers import localise_digits
from warraq.lang.words import Words, words_for

_ADOPTED, _PUBLISHED = 1304, 1206


@lru_cache(maxsize=4096)
def format_year_range(born: HistoricDate | None, died: HistoricDate | None, language: Language) -> str:
    """The years of birth and death as one phrase, in the source's calendar and then the reader's others.

    With one of the two only, the word for birth or death stands before the year; with neither the text is
    empty. A year that touches two years of another calendar is given as the one that holds most of it,
    unless the source itself gives the equivalent, because a life is not read as four years.
    """
    known = [date for date in (born, died) if date is not None]
    if not known:
        return ""
    calendars = _calendars(known, language)
    texts = [_in_one(born, died, calendar, language, with_era=len(calendars) > 1) for calendar in calendars]
    words = words_for(language)
    prefix = words.born if died is None else words.died if born is None else ""
    return localise_digits(prefix + " / ".join(texts), language.digits)


def _calendars(known: list[HistoricDate], language: Language) -> list[CalendarName]:
    moments = [moment for date in known for moment in date.known_moments]
    first_day = min(moment.first_day for moment in moments)
    last_day = max(moment.last_day for moment in moments)
    source = _common(known[0].calendar)
    # A life that began before a calendar did can only be told in the common era.
    calendars: list[CalendarName] = [source if year_of(first_day, source) >= 1 else "gregorian"]
    # The middle of a century is no year that anybody has claimed.
    if any(moment.precision in {"century", "decade"} for moment in moments):
        return calendars
    is_modern = "persian" in language.calendars and year_of(last_day, "persian") >= _ADOPTED
    for calendar in map(_common, language.calendars):
        is_hidden = {
            "persian": not (is_modern and year_of(first_day, "persian") >= _PUBLISHED),
            "islamic": is_modern or year_of(first_day, "islamic") < 1,
        }.get(calendar, False)
        if calendar not in calendars and not is_hidden:
            calendars.append(calendar)
    return calendars


def _in_one(
    born: HistoricDate | None,
    died: HistoricDate | None,
    calendar: CalendarName,
    language: Language,
    *,
    with_era: bool,
) -> str:
    words = words_for(language)
    ends = [(date, _years(date, calendar)) for date in (born, died) if date is not None]
    moments = [moment for _, years in ends for moment in years]
    eras = [era_text(years[-1], words) for _, years in ends]
    unmarked_from = words.unmarked[1] if words.unmarked and words.unmarked[0] == calendar else 10000
    is_needed = with_era or any(_first_year(moment) < unmarked_from for moment in moments)
    # Between digits a bare slash would turn the order of the years round in text from right to left.
    slash = "\u200f/" if language.direction == "rtl" else "/"
    texts: list[str] = []
    own_era = ""
    for (date, years), era in zip(ends, eras, strict=True):
        is_last = len(texts) == len(ends) - 1
        limit = _limit(date, words, is_last=bool(texts))
        circa, behind = circa_around(words, is_worded=bool(limit)) if date.approximate else ("", "")
        after_word = bool(texts or limit or circa or len(ends) == 1 or words.opening)
        years_text = slash.join(moment_text(moment, language, after_word=after_word) for moment in years)
        has_own_era = era != eras[-1] or len(ends) == 1 or (is_last and behind)
        own_era = f" {era}" if is_needed and has_own_era else ""
        doubt = words.uncertain if date.uncertain else ""
        texts.append(f"{limit}{circa}{years_text}{own_era}{behind}{doubt}")
    if len(texts) == 1:
        return texts[0]
    are_years = all(moment.precision == "year" and not moment.part for moment in moments)
    is_plain = are_years and eras[0] == eras[1] and texts[1][0].isdecimal() and texts[0][-1].isdecimal()
    first_limit = _limit(ends[0][0], words)
    shared_era = f" {eras[-1]}" if is_needed and not own_era else ""
    if is_plain and not first_limit:
        return "–".join(texts) + shared_era
    # "من قبل" would be read as "by", and "from" before "since" says it twice.
    joined = words.until.join(texts) if first_limit else worded_range(texts[0], texts[1], words)
    return joined + shared_era


def _limit(date: HistoricDate, words: Words, *, is_last: bool = False) -> str:
    """The word before a year that is only a limit: `before 1565`, `after 481 AH`."""
    begin, end = date.moments[0], date.moments[-1]
    if isinstance(begin, str):
        # "1565 to by 1640" would hold the same word twice in Persian.
        return {"open": words.before, "inclusive": words.before if is_last else words.by}.get(begin, "")
    if isinstance(end, str):
        return {"open": words.after, "inclusive": words.since}.get(end, "")
    return ""


def _years(date: HistoricDate, calendar: CalendarName) -> tuple[Moment, ...]:
    """One year, or the two or more that the source leaves open, in a calendar."""
    given = next((other for other in date.also if _common(other.calendar) == calendar), None)
    source = given or date
    moments: list[Moment] = []
    for moment in source.known_moments:
        is_own = _common(moment.calendar) == calendar
        if is_own and moment.precision in ("century", "decade"):
            moments.append(moment)
        elif is_own:
            moments.append(moment_of(moment.year, calendar=calendar))
        else:
            moments.append(
                moment_of(main_year(moment.first_day, moment.last_day, calendar), calendar=calendar)
            )
    return tuple(dict.fromkeys(moments))


def _first_year(moment: Moment) -> int:
    return 100 * moment.year if moment.precision == "century" else moment.year


def _common(calendar: CalendarName) -> CalendarName:
    return "gregorian" if calendar == "julian" else calendar
