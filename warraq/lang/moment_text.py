"""A moment or a range of moments in words, without circa and eras where the caller adds them."""

from __future__ import annotations

from warraq.lang.calendars import GREGORIAN_REFORM
from warraq.lang.historic_date import HistoricDate, Moment
from warraq.lang.language import Language
from warraq.lang.words import Words, month_names, words_for

_EZAFE = "\u0654"


def moment_text(moment: Moment, language: Language) -> str:
    """The moment with ASCII digits, without circa, doubt and era: `5 March 1047`, `spring 1037`, `10th century`."""
    words = words_for(language)
    if moment.precision == "century":
        return words.century(abs(moment.year))
    if moment.precision == "decade":
        return words.decade(moment.year)
    year = str(displayed_year(moment))
    if moment.month is None:
        return year
    if moment.precision == "season":
        return f"{words.seasons[moment.month - 1]} {year}"
    month = f"{_month(moment, language)} {year}"
    return month if moment.day is None else f"{moment.day} {month}"


def range_text(first: Moment, last: Moment, language: Language) -> str:
    """Two moments of the same era as one range, what they share written once: `5–8 March 1047`, `1599–1602`."""
    words = words_for(language)
    if first.precision == last.precision == "year":
        return f"{displayed_year(first)}–{displayed_year(last)}"
    if first.precision == last.precision and first.precision in ("day", "month") and first.year == last.year:
        assert last.month is not None
        tail = f"{_month(last, language)} {displayed_year(last)}"
        if first.precision == "day":
            if first.month == last.month:
                return f"{first.day}–{last.day} {tail}"
            return f"{first.day} {_bare_month(first, language)}{words.until}{last.day} {tail}"
        return f"{_bare_month(first, language)}{_dash_or_word(first, last, language)}{tail}"
    return f"{moment_text(first, language)}{words.until}{moment_text(last, language)}"


def era_text(moment: Moment, words: Words) -> str:
    """The era of a moment: `CE`, `ق`, `هـ`."""
    if moment.calendar == "persian":
        return words.sh
    if moment.calendar == "islamic":
        return words.ah
    is_before = moment.year < 0 if moment.precision == "century" else moment.year < 1
    return words.bce if is_before else words.ce


def calendar_note(moment: Moment, words: Words) -> str:
    """The mark of a day that is not in the calendar that its time lets the reader expect, else an empty text."""
    if moment.precision not in ("day", "month"):
        return ""
    is_early = moment.first_day < GREGORIAN_REFORM
    if moment.calendar == "julian" and not is_early:
        return words.julian
    return words.proleptic if moment.calendar == "gregorian" and moment.last_day < GREGORIAN_REFORM else ""


def displayed_year(moment: Moment) -> int:
    """The year as it is counted from its era on: astronomical year -43 is 44."""
    return moment.year if moment.year > 0 else 1 - moment.year


def era_is_needed(date: HistoricDate, words: Words) -> bool:
    """Whether a date that stands alone would be misread without its era."""
    if words.unmarked is None:
        return True
    calendar, first_year = words.unmarked
    for moment in date.known_moments:
        is_common = moment.calendar == calendar or (calendar == "gregorian" and moment.calendar == "julian")
        year = 100 * moment.year if moment.precision == "century" else moment.year
        if not is_common or year < first_year:
            return True
    return False


def _month(moment: Moment, language: Language) -> str:
    assert moment.month is not None
    return month_names(language, moment.calendar)[moment.month - 1]


def _bare_month(moment: Moment, language: Language) -> str:
    """The month without the hamza of the ezafe, for a place where no year follows it."""
    return _month(moment, language).removesuffix(_EZAFE)


def _dash_or_word(first: Moment, last: Moment, language: Language) -> str:
    """What joins two months: a dash between single words, the word between names of two words."""
    names = _month(first, language) + _month(last, language)
    return words_for(language).until if " " in names else "–"
