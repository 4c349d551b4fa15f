"""The words that editors write around a date: calendars and eras, months, seasons, ordinals, decades.

Persian, Arabic and English are understood in every file, whichever language it is for, because sources are
quoted as they print their dates.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from importlib import import_module
from typing import Literal

from warraq.lang.words import Words

Mark = Literal["gregorian", "julian", "persian", "islamic", "imperial", "ce", "bce"]
MonthFamily = Literal["gregorian", "persian", "islamic", "zodiac"]

_MARKS: dict[Mark, str] = {
    "islamic": "ah h hijri hegira hijra islamic lunar lunarhijri hijrilunar hijriqamari qamari lh ق ه هق هجریقمری قمری "
    "هجری الهجری هجریه الهجریه للهجره هجریهقمریه الهجریالقمری هجریا",
    "persian": "sh ap shamsi persian solar solarhijri hijrisolar hijrishamsi jalali ش هش هجریشمسی شمسی خورشیدی "
    "هجریخورشیدی هجریهشمسیه الهجریالشمسی هجریشمسیه",
    "imperial": "imperial شاهنشاهی",
    "ce": "ce ad م میلادی میلادیه المیلادی المیلادیه للمیلاد",
    "bce": "bce bc قم پم پیشازمیلاد قبلازمیلاد قبلالمیلاد پیشازمیلادمسیح قبلازمیلادمسیح",
    "julian": "julian os oldstyle ژولینی یولیانی جولیانی",
    "gregorian": "gregorian ns newstyle گرگوری گریگوری غریغوری میلادیگرگوری",
}
_MARK_BY_WORD: dict[str, Mark] = {word: mark for mark, words in _MARKS.items() for word in words.split()}

# Other spellings of months that sources print, by the number of the month.
_OTHER_MONTHS: dict[MonthFamily, dict[int, str]] = {
    "islamic": {
        1: "محرمالحرام muharramalharam moharram muharam",
        2: "صفرالمظفر صفرالخیر saphar",
        3: "ربیعالاولی ربیعاول rabialawwal rabiulawwal rabiulawal rabialawal rabialavval "
        "rabiolavval rabii rabi1 rabialula",
        4: "ربیعالاخر ربیعثانی rabialthani rabiatthani rabiuththani rabialakhir rabialakhar rabiulakhir rabiolakhar "
        "rabiolsani rabialsani rabiii rabi2",
        5: "جمادیالاولی جمادیاول جمادالاول جمادالاولی jumadaalula jumadalula jumadaalawwal jumadaalawal jumadialawwal "
        "jomadaaloula jomadaalula jumadai jumada1",
        6: "جمادیالاخر جمادیالاخره جمادیالثانیه جمادیثانی جمادالثانی جمادالاخره jumadaalthaniya jumadaalthaniyah "
        "jumadaalthani jumadaaththani jumadaththaniya jumadaalakhira jumadaalakhirah jumadaalakhir jumadalakhira "
        "jumadialthani jomadaalthani jumadaii jumada2",
        7: "رجبالمرجب",
        8: "شعبانالمعظم shaaban",
        9: "رمضانالمبارک ماهرمضان ramazan ramadhan ramadaan ramzan",
        10: "شوالالمکرم shawal shavval",
        11: "ذیالقعده ذیقعده ذیقعدهالحرام ذیالقعدهالحرام ذوالقعده ذوقعده dhualqada dhulqada dhualqadah dhulqadah "
        "dhulkada dhualqida dhulqida dhualqidah dhulqidah zulqada zulqadah ziqada ziqade zilqada",
        12: "ذیالحجه ذیحجه ذیحجهالحرام ذیالحجهالحرام ذوالحجه ذوحجه dhualhijja dhulhijja dhualhijjah dhulhijjah "
        "dhualhija dhulhija zulhijja zulhijjah zihajja zihajje zilhijja",
    },
    "persian": {
        1: "farwardin فرفردن",
        2: "ordibihisht urdibihisht اذربیهشت",
        3: "khurdad",
        4: "تار",
        5: "امرداد amordad murdad",
        6: "shahrewar shahriwar شهرفار",
        8: "ایان",
        10: "dai",
        12: "اسپند اسفندار isfand",
    },
    "gregorian": {
        1: "جنوری جانفی jan",
        2: "فبروری فیفری فوریه feb",
        3: "مارچ mar",
        4: "اپریل افریل apr",
        5: "می مای",
        6: "جون جوان jun",
        7: "جولای جویلیه یولیوز jul",
        8: "اگست غشت اوت aug",
        9: "سپتمبر شتنبر sept sep",
        10: "اکتوبر oct",
        11: "نومبر نونبر nov",
        12: "دسمبر دجنبر dec",
    },
    "zodiac": {2: "thawr sowr saur", 3: "jowza", 6: "sonboleh", 10: "jadi", 12: "hoot"},
}
_SEASONS = {
    21: "spring بهار ربیع الربیع",
    22: "summer تابستان صیف الصیف",
    23: "autumn fall پاییز خزان خریف الخریف",
    24: "winter زمستان شتاء الشتاء",
}
PERSIAN_SEASONS = frozenset({"بهار", "تابستان", "پاییز", "خزان", "زمستان"})
_ENGLISH_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twentyfirst twentysecond"
)
_OTHER_ORDINALS = {
    1: "اول نخست اولی",
    3: "سیم",
    18: "هجدهم هیجدهم هژدهم",
    20: "العشرین",
    30: "سیام",
    31: "سیویکم",
}
_ARABIC_DECADES = (
    "عشرینیات عشرینات العشرینیات العشرینات", "ثلاثینیات ثلاثینات الثلاثینیات الثلاثینات",
    "اربعینیات اربعینات الاربعینیات الاربعینات", "خمسینیات خمسینات الخمسینیات الخمسینات",
    "ستینیات ستینات الستینیات الستینات", "سبعینیات سبعینات السبعینیات السبعینات",
    "ثمانینیات ثمانینات الثمانینیات الثمانینات", "تسعینیات تسعینات التسعینیات التسعینات",
)  # fmt: skip
_WEEKDAYS = (
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun "
    "دوشنبه سهشنبه چهارشنبه پنجشنبه جمعه ادینه شنبه یکشنبه "
    "الاثنین الاثنان الثلاثاء الاربعاء الخمیس الجمعه السبت الاحد"
)


def mark_of(text: str) -> Mark | None:
    """The calendar or era that a mark stands for (`AH`, `ق`, `ه.ش`, `julian`), None when it is none of them."""
    return _MARK_BY_WORD.get(_spelling(text))


def month_of(text: str) -> tuple[MonthFamily, int] | None:
    """The calendar and number of a month by its name in any of the three languages."""
    return _months().get(_spelling(text))


def season_of(text: str) -> int | None:
    """The season as EDTF counts them, 21 for spring, by its name in any of the three languages."""
    return next((code for code, names in _SEASONS.items() if _spelling(text) in names.split()), None)


def is_weekday(text: str) -> bool:
    """Whether the text is the name of a day of the week."""
    return bool(text.strip()) and _spelling(text) in _WEEKDAYS.split()


def ordinal_number(text: str) -> int | None:
    """The number that digits (with or without an English suffix) or an ordinal in words stand for."""
    if digits := re.fullmatch(r"([0-9]{1,3})(?:st|nd|rd|th|م)?", text.strip(), re.IGNORECASE):
        return int(digits[1])
    return _ordinals().get(_spelling(text))


def arabic_decade(text: str) -> int | None:
    """The years of its century at which the decade begins: 30 for `ثلاثينيات`."""
    spelled = _spelling(text)
    return next(
        (10 * n for n, names in enumerate(_ARABIC_DECADES, start=2) if spelled in names.split()), None
    )


@lru_cache(maxsize=1)
def _months() -> dict[str, tuple[MonthFamily, int]]:
    names: dict[str, tuple[MonthFamily, int]] = {}
    for words in _all_words():
        tables: Iterable[tuple[MonthFamily, Iterable[str]]] = (
            ("islamic", words.islamic),
            ("persian", words.persian),
            ("gregorian", words.gregorian),
            ("zodiac", words.zodiac),
            *(("gregorian", style) for style in words.month_styles.values()),
        )
        for family, months in tables:
            for number, name in enumerate(months, start=1):
                names.setdefault(_spelling(name), (family, number))
    for family, others in _OTHER_MONTHS.items():
        for number, spellings in others.items():
            for spelling in spellings.split():
                names.setdefault(spelling, (family, number))
    return names


@lru_cache(maxsize=1)
def _ordinals() -> dict[str, int]:
    names = {_spelling(words.ordinal(number)): number for words in _all_words() for number in range(1, 32)}
    names |= {name: number for number, name in enumerate(_ENGLISH_ORDINALS.split(), start=1)}
    names |= {name: number for number, others in _OTHER_ORDINALS.items() for name in others.split()}
    # After a preposition the tens of Arabic change their ending: `القرن الحادي والعشرين`.
    return names | {
        name.removesuffix("ون") + "ین": number for name, number in names.items() if name.endswith("ون")
    }


def _all_words() -> tuple[Words, ...]:
    return tuple(import_module(f"warraq.lang.words.{code}").WORDS for code in ("fa", "ar", "en"))


_ONE_SPELLING = str.maketrans(
    {"ي": "ی", "ى": "ی", "ئ": "ی", "ك": "ک", "أ": "ا", "إ": "ا", "آ": "ا", "ؤ": "و", "ة": "ه", "ۀ": "ه"}
    | dict.fromkeys("ـ\u200c\u200d\u200e\u200f .,،-()'’ʿʾʻʼ", "")
)


def _spelling(text: str) -> str:
    """The word without the differences that do not matter here: dots, spaces, joiners, marks, seats of hamza."""
    letters = unicodedata.normalize("NFD", text.casefold().translate(_ONE_SPELLING))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
