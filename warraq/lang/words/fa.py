"""The words of Persian dates. Month names that end in ه carry the hamza of the ezafe, since a year follows them."""

from __future__ import annotations

from warraq.lang.historic_date import Part
from warraq.lang.words import Words

_UNITS = (
    "", "یکم", "دوم", "سوم", "چهارم", "پنجم", "ششم", "هفتم", "هشتم", "نهم", "دهم", "یازدهم", "دوازدهم",
    "سیزدهم", "چهاردهم", "پانزدهم", "شانزدهم", "هفدهم", "هجدهم", "نوزدهم",
)  # fmt: skip
_TENS = ("", "", "بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود")
_HUNDREDS = ("", "صد", "دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد")


def _ordinal(number: int) -> str:
    if not 1 <= number <= 999:
        return f"{number}م"
    hundreds, below = divmod(number, 100)
    tens, units = divmod(below, 10)
    # Tens and units are one word: `بیست‌ویکم`.
    last = _UNITS[below] if below < 20 else "‌و".join(filter(None, (_TENS[tens], _UNITS[units])))
    written = " و ".join(filter(None, (_HUNDREDS[hundreds], last)))
    # Only the last part takes the ending, which the units have already.
    if below % 10 or below == 10:
        return written
    return f"{written}‌ام" if written.endswith("ی") else f"{written}م"


_PARTS: dict[Part, str] = {
    "early": "اوایل", "mid": "اواسط", "late": "اواخر",
    "first-half": "نیمهٔ نخست", "second-half": "نیمهٔ دوم",
    "first-quarter": "ربع نخست", "second-quarter": "ربع دوم", "third-quarter": "ربع سوم",
    "last-quarter": "ربع پایانی",
}  # fmt: skip


def _century(number: int) -> str:
    return f"سدهٔ {_ordinal(number)}"


def _decades(first: int, last: int) -> str:
    return f"دهه‌های {first} {'و' if last - first == 10 else 'تا'} {last}"


WORDS = Words(
    gregorian=(
        "ژانویهٔ", "فوریهٔ", "مارس", "آوریل", "مهٔ", "ژوئن",
        "ژوئیهٔ", "اوت", "سپتامبر", "اکتبر", "نوامبر", "دسامبر",
    ),
    persian=(
        "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور",
        "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند",
    ),
    islamic=(
        "محرم", "صفر", "ربیع‌الاول", "ربیع‌الثانی", "جمادی‌الاول", "جمادی‌الثانی",
        "رجب", "شعبان", "رمضان", "شوال", "ذیقعدهٔ", "ذیحجهٔ",
    ),
    zodiac=(
        "حمل", "ثور", "جوزا", "سرطان", "اسد", "سنبلهٔ", "میزان", "عقرب", "قوس", "جدی", "دلو", "حوت",
    ),
    weekdays=("دوشنبه ", "سه‌شنبه ", "چهارشنبه ", "پنجشنبه ", "جمعه ", "شنبه ", "یکشنبه "),
    seasons=("بهار", "تابستان", "پاییز", "زمستان"),
    ce="م",
    bce="ق.م.",
    ah="ق",
    sh="ش",
    imperial="شاهنشاهی",
    circa="حدود ",
    uncertain=" (؟)",
    before="پیش از ",
    after="پس از ",
    by="تا ",
    since="از ",
    born="زادهٔ ",
    died="درگذشت ",
    either=" یا ",
    both=" و ",
    comma="، ",
    until=" تا ",
    julian=" (ژولینی)",
    proleptic=" (گرگوری)",
    ordinal=_ordinal,
    century=_century,
    century_after_word=_century,
    centuries=lambda first, last: f"سده‌های {_ordinal(first)} تا {_ordinal(last)}",
    part=lambda part, whole: f"{_PARTS[part]} {whole}",
    decade=lambda year: f"دههٔ {year}",
    decades=_decades,
)  # fmt: skip
