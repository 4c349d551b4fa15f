"""The words of Arabic dates, with Levantine and western names of the Gregorian months."""

from __future__ import annotations

from warraq.lang.words import Months, Words

_ONES = (
    "",
    "الأول",
    "الثاني",
    "الثالث",
    "الرابع",
    "الخامس",
    "السادس",
    "السابع",
    "الثامن",
    "التاسع",
    "العاشر",
)
_ONES_COMPOUND = ("", "الحادي", *_ONES[2:10])
_TENS = (
    "",
    "",
    "العشرون",
    "الثلاثون",
    "الأربعون",
    "الخمسون",
    "الستون",
    "السبعون",
    "الثمانون",
    "التسعون",
    "المئة",
)
_DECADES = (
    "العقد الأول", "العقد الثاني", "عشرينيات", "ثلاثينيات", "أربعينيات", "خمسينيات", "ستينيات", "سبعينيات",
    "ثمانينيات", "تسعينيات",
)  # fmt: skip


def _ordinal(number: int, *, genitive: bool = False) -> str:
    if not 1 <= number <= 100:
        return str(number)
    if number <= 10:
        return _ONES[number]
    tens, ones = divmod(number, 10)
    if tens == 1:
        return f"{_ONES_COMPOUND[ones]} عشر"
    ten = _TENS[tens].removesuffix("ون") + "ين" if genitive and tens < 10 else _TENS[tens]
    return f"{_ONES_COMPOUND[ones]} و{ten}" if ones else ten


def _decade(year: int) -> str:
    """`ستينيات القرن السادس عشر`: Arabic names a decade by its century."""
    century, decade = year // 100 + 1, year % 100 // 10
    joint = " من" if decade < 2 else ""
    return f"{_DECADES[decade]}{joint} القرن {_ordinal(century, genitive=True)}"


_LEVANTINE: Months = (
    "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران",
    "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول",
)  # fmt: skip
_WESTERN: Months = (
    "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو",
    "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
)  # fmt: skip
_BOTH: Months = (
    "كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو", "حزيران/يونيو",
    "تموز/يوليو", "آب/أغسطس", "أيلول/سبتمبر",
    "تشرين الأول/أكتوبر", "تشرين الثاني/نوفمبر", "كانون الأول/ديسمبر",
)  # fmt: skip

WORDS = Words(
    gregorian=_WESTERN,
    month_styles={"levantine": _LEVANTINE, "western": _WESTERN, "both": _BOTH},
    territory_styles=dict.fromkeys(("PS", "SY", "LB", "JO", "IQ"), "levantine"),
    persian=(
        "فروردين", "أرديبهشت", "خرداد", "تير", "مرداد", "شهريور",
        "مهر", "آبان", "آذر", "دي", "بهمن", "إسفند",
    ),
    islamic=(
        "محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة",
        "رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذو الحجة",
    ),
    seasons=("ربيع", "صيف", "خريف", "شتاء"),
    ce="م",
    bce="ق.م.",
    ah="هـ",
    sh="هـ.ش",
    circa="نحو ",
    uncertain=" (؟)",
    before="قبل ",
    after="بعد ",
    born="مواليد ",
    died="ت ",
    either=" أو ",
    until=" إلى ",
    julian=" (يولياني)",
    proleptic=" (غريغوري)",
    ordinal=_ordinal,
    century=lambda number: f"القرن {_ordinal(number)}",
    decade=_decade,
)  # fmt: skip
