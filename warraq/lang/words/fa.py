"""The words of Persian dates. Month names that end in ه carry the hamza of the ezafe, since a year follows them."""

from __future__ import annotations

from warraq.lang.words import Words

_UNITS = (
    "", "یکم", "دوم", "سوم", "چهارم", "پنجم", "ششم", "هفتم", "هشتم", "نهم", "دهم", "یازدهم", "دوازدهم",
    "سیزدهم", "چهاردهم", "پانزدهم", "شانزدهم", "هفدهم", "هجدهم", "نوزدهم",
)  # fmt: skip
_TENS = ("", "", "بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود", "صد")
_TENTHS = ("", "", "بیستم", "سی‌ام", "چهلم", "پنجاهم", "شصتم", "هفتادم", "هشتادم", "نودم", "صدم")


def _ordinal(number: int) -> str:
    if not 1 <= number <= 100:
        return f"{number}م"
    if number < 20:
        return _UNITS[number]
    tens, units = divmod(number, 10)
    return f"{_TENS[tens]} و {_UNITS[units]}" if units else _TENTHS[tens]


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
    seasons=("بهار", "تابستان", "پاییز", "زمستان"),
    ce="م",
    bce="ق.م.",
    ah="ق",
    sh="ش",
    circa="حدود ",
    uncertain=" (؟)",
    before="پیش از ",
    after="پس از ",
    born="زادهٔ ",
    died="درگذشت ",
    either=" یا ",
    until=" تا ",
    julian=" (ژولینی)",
    proleptic=" (گرگوری)",
    ordinal=_ordinal,
    century=lambda number: f"سدهٔ {_ordinal(number)}",
    decade=lambda year: f"دههٔ {year}",
)  # fmt: skip
