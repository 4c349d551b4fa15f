"""The words that editors write around a date: calendars and eras, circa, before, centuries, names of months.

Persian, Arabic and English are understood in every file, whichever language it is for, because sources are
quoted as they print their dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from importlib import import_module
from typing import Literal

from warraq.lang.language import CalendarName
from warraq.lang.words import Words

Mark = Literal["gregorian", "julian", "persian", "islamic", "ce", "bce"]

_MARKS: dict[Mark, str] = {
    "islamic": "ah h hijri islamic lunarhijri ق ه هق هجریقمری قمری هجری هجریه للهجره هجریهقمریه",
    "persian": "sh ap shamsi persian solarhijri ش هش هجریشمسی شمسی خورشیدی هجریخورشیدی هجریهشمسیه",
    "ce": "ce ad م میلادی میلادیه للمیلاد",
    "bce": "bce bc قم پیشازمیلاد قبلازمیلاد قبلالمیلاد",
    "julian": "julian os ژولینی یولیانی",
    "gregorian": "gregorian ns گرگوری غریغوری میلادیگرگوری",
}
_MARK_BY_WORD: dict[str, Mark] = {word: mark for mark, words in _MARKS.items() for word in words.split()}

CIRCA = re.compile(r"^(?:circa\b|ca?\.|about\b|حدود|حوالی|حوالي|نحو)\s*", re.IGNORECASE)
BEFORE = re.compile(r"^(?:before\b|until\b|پیش از|قبل از|قبل|تا|حتى)\s*", re.IGNORECASE)
AFTER = re.compile(r"^(?:after\b|from\b|since\b|پس از|بعد از|بعد|منذ)\s*", re.IGNORECASE)
DOUBT = re.compile(r"\s*[(（][?؟][)）]$")
DECADE = re.compile(
    r"^(?:(?P<first>-?[0-9]{2,3}0)s\b|دههٔ?\s*(?P<second>[0-9]{2,3}0))\s*(?P<mark>.*)$", re.IGNORECASE
)
CENTURY = re.compile(
    r"^(?:(?P<first>[0-9]{1,2})(?:st|nd|rd|th)?\s*[–-]\s*)?"
    r"(?P<number>[0-9]{1,3})(?:st|nd|rd|th)\s+c(?:entury\b|\.)(?P<mark>.*)$",
    re.IGNORECASE,
)
CENTURY_IN_WORDS = re.compile(r"^(?:سدهٔ?|قرن|القرن)\s+(?P<words>\S.*)$")
WRITTEN_DAY = re.compile(
    r"^(?:(?P<day>[0-9]{1,2})\s+)?(?P<month>[^0-9~?%/\[\]]+?)\s+(?P<year>[0-9]{1,4})\s*(?P<mark>\D*)$"
)

# Other spellings of months that sources print, by the number of the month.
_OTHER_ISLAMIC_MONTHS = {
    3: "ربیعالاولی rabialawwal rabii",
    4: "ربیعالاخر rabialthani rabialakhir rabiii",
    5: "جمادیالاولی jumadaalula jumadai",
    6: "جمادیالاخر جمادیالاخره jumadaalthaniya jumadaalakhira jumadaii",
    9: "رمضانالمبارک",
    11: "ذیالقعده ذیقعده ذوالقعده dhualqada dhulqada dhualqida",
    12: "ذیالحجه ذیحجه ذوالحجه dhualhijja dhulhijja dhualhijjah dhulhijjah",
}


def mark_of(text: str) -> Mark | None:
    """The calendar or era that a mark stands for (`AH`, `ق`, `ه.ش`, `julian`), None when it is none of them."""
    return _MARK_BY_WORD.get(_spelling(text))


def month_of(text: str) -> tuple[CalendarName, int] | None:
    """The calendar and number of a month by its name in any of the three languages."""
    return _months().get(_spelling(text))


def century_number(text: str) -> int | None:
    """The number that digits or a Persian or Arabic ordinal stand for: 10 for `دهم` and `العاشر`."""
    return int(text) if text.isdecimal() else _ordinals().get(_spelling(text))


@lru_cache(maxsize=1)
def _months() -> dict[str, tuple[CalendarName, int]]:
    names: dict[str, tuple[CalendarName, int]] = {}
    for words in _all_words():
        tables: Iterable[tuple[CalendarName, Iterable[str]]] = (
            ("islamic", words.islamic),
            ("persian", words.persian),
            ("gregorian", words.gregorian),
            *(("gregorian", style) for style in words.month_styles.values()),
        )
        for calendar, months in tables:
            for number, name in enumerate(months, start=1):
                names.setdefault(_spelling(name), (calendar, number))
    for number, spellings in _OTHER_ISLAMIC_MONTHS.items():
        names |= dict.fromkeys(spellings.split(), ("islamic", number))
    return names


@lru_cache(maxsize=1)
def _ordinals() -> dict[str, int]:
    return {_spelling(words.ordinal(number)): number for words in _all_words() for number in range(1, 31)}


def _all_words() -> tuple[Words, ...]:
    return tuple(import_module(f"warraq.lang.words.{code}").WORDS for code in ("fa", "ar", "en"))


_ONE_SPELLING = str.maketrans(
    {"ي": "ی", "ى": "ی", "ئ": "ی", "ك": "ک", "أ": "ا", "إ": "ا", "آ": "ا", "ة": "ه", "ۀ": "ه"}
    | dict.fromkeys("\u0654ـ\u200c\u200d\u200e\u200f .-'’ʿʾʻʼ", "")
)


def _spelling(text: str) -> str:
    """The word without the differences that do not matter here: dots, spaces, joiners, seats of hamza."""
    return text.casefold().translate(_ONE_SPELLING)
