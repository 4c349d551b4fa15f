"""A moment or a range of moments in words, without circa and eras where the caller adds them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from warraq.lang.calendars import GREGORIAN_REFORM
from warraq.lang.historic_date import HistoricDate, Moment
from warraq.lang.language import Language
from warraq.lang.words import Words, month_names, words_for

_EZAFE = "\u0654"
_IMPERIAL_ERA = 1180


def moment_text(moment: Moment, language: Language, *, after_word: bool = False) -> str:
    """The moment with ASCII digits, without circa, doubt and era: `5 March 1047`, `spring 1037`, `10th century`.

    After a word (`before`, `circa`) Arabic centuries and some months stand in another case:
    `قبل القرن العشرين`, `قبل ذي الحجة`; not so a month after its day, `قبل ٣ ذو الحجة`.
    """
    words = words_for(language)
    if moment.part is not None:
        return words.part(moment.part, moment_text(replace(moment, part=None), language, after_word=True))
    if moment.precision == "century":
        name = words.century_after_word if after_word else words.century
        return name(abs(moment.year))
    if moment.precision == "decade":
        return words.decade(moment.year)
    year = str(displayed_year(moment))
    if moment.month is None:
        return year
    if moment.precision == "season":
        return f"{words.seasons[moment.month - 1]} {year}"
    month = f"{_month(moment, language, after_word=after_word)} {year}"
    return month if moment.day is None else f"{moment.day} {month}"


def range_text(first: Moment, last: Moment, language: Language) -> str:
    """Two moments of the same era as one range, what they share written once: `5–8 March 1047`, `1599–1602`."""
    words = words_for(language)
    if first.part or last.part:
        begin, end = _ends(first, last, language)
        tail = words.shared_tail
        if tail and begin.endswith(tail) and end.endswith(tail) and " of " not in begin + end:
            return f"{begin.removesuffix(tail)}–{end}"
        return worded_range(begin, end, words)
    if first.precision == last.precision == "year":
        return f"{displayed_year(first)}–{displayed_year(last)}"
    if first.precision == last.precision == "century":
        return words.centuries(abs(first.year), abs(last.year))
    if first.precision == last.precision == "decade":
        return words.decades(first.year, last.year)
    if first.precision == last.precision == "season" and first.year == last.year:
        seasons = [words.seasons[moment.month - 1] for moment in (first, last) if moment.month]
        return f"{'–'.join(seasons)} {displayed_year(last)}"
    if first.precision == last.precision and first.precision in ("day", "month") and first.year == last.year:
        if first.precision == "day" and first.month == last.month:
            return f"{first.day}–{moment_text(last, language)}"
        begin = _bare_month(first, language)
        if first.precision == "day":
            return worded_range(f"{first.day} {begin}", moment_text(last, language), words)
        if _are_short(first, last, language):
            return f"{begin}–{moment_text(last, language)}"
        return worded_range(begin, moment_text(last, language, after_word=True), words)
    return worded_range(*_ends(first, last, language), words)


def worded_range(begin: str, end: str, words: Words) -> str:
    """Two ends joined by a word, with what the language has before the first: `من ٥ آذار إلى ٨ نيسان`."""
    return f"{words.opening}{begin}{words.until}{end}"


def list_text(moments: Sequence[Moment], joint: str, shortest_run: int, language: Language) -> str:
    """Several moments of the same era: `1667, 1668 or 1670–1672`; years that follow each other become a range."""
    runs: list[list[Moment]] = []
    for moment in moments:
        follows = runs and moment.precision == "year" == runs[-1][-1].precision
        if follows and moment.year == runs[-1][-1].year + 1:
            runs[-1].append(moment)
        else:
            runs.append([moment])
    texts = [
        text
        for run in runs
        for text in (
            [range_text(run[0], run[-1], language)]
            if len(run) >= shortest_run
            else [qualified_text(moment, language) for moment in run]
        )
    ]
    return joined_texts(texts, joint, words_for(language))


def joined_texts(texts: Sequence[str], joint: str, words: Words) -> str:
    """Several texts as one phrase: `1667, 1668 or 1670`, `١٦٦٧ أو ١٦٦٨ أو ١٦٧٠`."""
    comma = joint if words.repeats_joint else words.comma
    return joint.join(filter(None, (comma.join(texts[:-1]), texts[-1])))


def qualified_text(
    moment: Moment,
    language: Language,
    era: str = "",
    *,
    after_word: bool = False,
    after_limit: bool = False,
    with_note: bool = True,
) -> str:
    """The moment with circa, era (given with its space), the note on its calendar and doubt.

    After a limit (`before`, `since`) circa may stand behind: `قبل ١٥٦٥ م تقريبًا`.
    """
    words = words_for(language)
    circa, behind = circa_around(words, is_worded=after_limit) if moment.approximate else ("", "")
    after_word = after_word or after_limit
    doubt = words.uncertain if moment.uncertain else ""
    text = moment_text(moment, language, after_word=after_word or bool(circa))
    note = calendar_note(moment, words) if with_note else ""
    return f"{circa}{text}{era}{note}{behind}{doubt}"


def circa_around(words: Words, *, is_worded: bool) -> tuple[str, str]:
    """What stands before and behind an approximate date; `is_worded` when a word such as `before` opens it."""
    return ("", words.circa_behind) if is_worded and words.circa_behind else (words.circa, "")


def era_text(moment: Moment, words: Words) -> str:
    """The era of a moment: `CE`, `ق`, `هـ`."""
    if moment.naming == "imperial":
        return words.imperial
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
    """The year as it is counted from its era on: astronomical year -43 is 44, imperial 1355 is 2535."""
    if moment.naming == "imperial":
        return moment.year + _IMPERIAL_ERA
    return moment.year if moment.year > 0 else 1 - moment.year


def era_is_needed(date: HistoricDate, words: Words) -> bool:
    """Whether a date that stands alone would be misread without its era."""
    if words.unmarked is None:
        return True
    calendar, first_year = words.unmarked
    for moment in date.known_moments:
        is_common = moment.calendar == calendar or (calendar == "gregorian" and moment.calendar == "julian")
        year = 100 * moment.year if moment.precision == "century" else moment.year
        if not is_common or not first_year <= year <= 9999:
            return True
    return False


def _ends(first: Moment, last: Moment, language: Language) -> tuple[str, str]:
    """The two ends of a range in words, each in the case that it has there."""
    is_opened = bool(words_for(language).opening)
    return moment_text(first, language, after_word=is_opened), moment_text(last, language, after_word=True)


def _month(moment: Moment, language: Language, *, after_word: bool = False) -> str:
    assert moment.month is not None
    name = month_names(language, moment.calendar, moment.naming)[moment.month - 1]
    is_governed = after_word and moment.day is None
    return words_for(language).months_after_word.get(name, name) if is_governed else name


def _bare_month(moment: Moment, language: Language) -> str:
    """The first month of a range, without the hamza of the ezafe, because no year follows it."""
    after_word = bool(words_for(language).opening)
    return _month(moment, language, after_word=after_word).removesuffix(_EZAFE)


def _are_short(first: Moment, last: Moment, language: Language) -> bool:
    """Whether a dash can join two months: neither is of two words, or of two names (`آذار/مارس`)."""
    names = _month(first, language) + _month(last, language)
    return " " not in names and "/" not in names
