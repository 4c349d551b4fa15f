"""The words that dates need in a language: months, eras, circa, century. A language is added by adding a module.

A module `warraq/lang/words/<code>.py` defines `WORDS`. They are typed Python rather than YAML so that a
forgotten word is found by the type checker, and reading them costs no parser. A language without a module
gets its Gregorian months and eras from Babel, international transliterations for the other calendars, and
signs for the rest (`~1565`, `≤ 1258`), so that nothing untrue is printed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec

from warraq.lang.historic_date import Naming, Part
from warraq.lang.language import CalendarName, Language

Months = tuple[str, str, str, str, str, str, str, str, str, str, str, str]
Weekdays = tuple[str, str, str, str, str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one language for dates. Texts hold ASCII digits; the caller localises them."""

    gregorian: Months
    """Months of the Julian and Gregorian calendars, in the form that stands before a year."""
    persian: Months
    islamic: Months
    zodiac: Months
    """Months of the Solar Hijri calendar before 1925 by the signs of the zodiac, from Hamal on."""
    weekdays: Weekdays
    """Monday to Sunday, in the form that stands before a day, with what joins them to it."""
    seasons: tuple[str, str, str, str]
    """Spring, summer, autumn, winter."""
    ce: str
    bce: str
    ah: str
    sh: str
    imperial: str
    """The era of Iran's imperial years, 1976–1978."""
    circa: str
    """What stands before an approximate date, with its space."""
    uncertain: str
    """What stands after an uncertain date, with its space."""
    before: str
    after: str
    by: str
    """What stands before the last moment that a date may have, that moment included, with its space."""
    since: str
    """What stands before the first moment of a time that has no end, with its space."""
    born: str
    """What stands before a year of birth without a year of death."""
    died: str
    either: str
    """What stands between alternatives, with its spaces."""
    both: str
    """What stands between the last two of several moments that all are meant, with its spaces."""
    comma: str
    """What stands between the others of several, with its space."""
    repeats_joint: bool = False
    """Whether what stands between the last two of several stands between the others too, instead of a comma."""
    until: str
    """What stands between the ends of a range when they are more than numbers, with its spaces."""
    julian: str
    """The mark of a day in the Julian calendar after the reform of 1582, with its space."""
    proleptic: str
    """The mark of a day before that reform in the Gregorian calendar, with its space."""
    ordinal: Callable[[int], str]
    century: Callable[[int], str]
    """The name of a century by its number, without an era, where it stands alone."""
    century_after_word: Callable[[int], str]
    """The same in the case that it has after a word, as after "before" and "late"."""
    centuries: Callable[[int, int], str]
    """The names of the first and last of several centuries as one phrase, without an era."""
    part: Callable[[Part, str], str]
    """The part of a century, decade, year or month, from the name of the whole."""
    decade: Callable[[int], str]
    """The name of a decade by its first year, without an era."""
    decades: Callable[[int, int], str]
    """The names of the first and last of several decades as one phrase, without an era."""
    feminine_ordinal: Callable[[int], str] | None = None
    """The ordinal with a noun of feminine gender, where the language has such a form."""
    unmarked: tuple[CalendarName, int] | None = None
    """The calendar, and the first year, in which a date that stands alone needs no era."""
    months_after_word: Mapping[str, str] = field(default_factory=dict)
    """The form after a word, as after "before" and "late", of the months that have one, by their name."""
    opening: str = ""
    """What stands before a range whose ends `until` joins, with its space."""
    circa_behind: str = ""
    """What stands behind an approximate date instead of `circa` where another word is before it, with its space."""
    shared_tail: str = ""
    """How the names of two parts of centuries end, where it is written once: `late 10th–early 11th century`."""
    limit_of_period: str = ""
    """What stands between before or after and a century or decade, with its space: `before the 10th century`."""
    month_styles: Mapping[str, Months] = field(default_factory=dict)
    """Other Gregorian month names by the style that a language's settings may ask for."""
    territory_styles: Mapping[str, str] = field(default_factory=dict)
    """The month style by territory, for languages whose settings leave it open."""


@lru_cache(maxsize=32)
def words_for(language: Language) -> Words:
    """The words of a language: its own module's, or what Babel and signs can give."""
    code = language.code.split("-", 1)[0].lower()
    name = f"{__name__}.{code}"
    if code.isalpha() and find_spec(name) is not None:
        words: Words = import_module(name).WORDS
        return words
    from warraq.lang.words.fallback import fallback_words

    return fallback_words(language.locale)


@lru_cache(maxsize=32)
def month_names(language: Language, calendar: CalendarName, naming: Naming | None = None) -> Months:
    """The twelve months of a calendar, in the style that the language's settings ask for."""
    words = words_for(language)
    if calendar == "persian":
        return words.zodiac if naming == "zodiac" else words.persian
    if calendar == "islamic":
        return words.islamic
    style = language.months
    if style == "default":
        territory = language.locale.replace("-", "_").rsplit("_", 1)[-1]
        style = words.territory_styles.get(territory, "default")
    return words.month_styles.get(style, words.gregorian)
