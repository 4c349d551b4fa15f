"""The words of Arabic dates, with Levantine and western names of the Gregorian months."""

from __future__ import annotations

from warraq.lang.historic_date import Part
from warraq.lang.words import Months, Words

_ONES = (
    "", "الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر",
)  # fmt: skip
_TENS = ("", "", "العشرون", "الثلاثون", "الأربعون", "الخمسون", "الستون", "السبعون", "الثمانون", "التسعون")
_HUNDREDS = (
    "", "المئة", "المئتان", "الثلاثمئة", "الأربعمئة", "الخمسمئة", "الستمئة", "السبعمئة", "الثمانمئة", "التسعمئة",
)  # fmt: skip
_DECADES = (
    "العقد الأول", "العقد الثاني", "عشرينيات", "ثلاثينيات", "أربعينيات", "خمسينيات", "ستينيات", "سبعينيات",
    "ثمانينيات", "تسعينيات",
)  # fmt: skip


def _ordinal(number: int, *, genitive: bool = False, feminine: bool = False) -> str:
    if not 1 <= number <= 999:
        return str(number)
    hundreds, below = divmod(number, 100)
    if not below:
        return _HUNDREDS[hundreds].replace("تان", "تين") if genitive else _HUNDREDS[hundreds]
    written = _below_a_hundred(below, genitive=genitive, feminine=feminine)
    # "The first after the hundred": the hundred itself is genitive there.
    return f"{written} بعد {_HUNDREDS[hundreds].replace('تان', 'تين')}" if hundreds else written


def _below_a_hundred(number: int, *, genitive: bool, feminine: bool) -> str:
    tens, ones = divmod(number, 10)
    if number <= 10:
        return _unit(number, feminine=feminine)
    if tens == 1:
        return f"{_unit(ones, feminine=feminine, compound=True)} {'عشرة' if feminine else 'عشر'}"
    ten = _TENS[tens].removesuffix("ون") + "ين" if genitive else _TENS[tens]
    return f"{_unit(ones, feminine=feminine, compound=True)} و{ten}" if ones else ten


def _unit(number: int, *, feminine: bool, compound: bool = False) -> str:
    """An ordinal from one to ten; one has another form in compounds (الحادي عشر)."""
    if number == 1 and not compound:
        return "الأولى" if feminine else "الأول"
    return ("الحادي" if number == 1 else _ONES[number]) + ("ة" if feminine else "")


def _decade(year: int) -> str:
    """`ستينيات القرن السادس عشر`: Arabic names a decade by its century."""
    century, decade = year // 100 + 1, year % 100 // 10
    joint = " من" if decade < 2 else ""
    return f"{_DECADES[decade]}{joint} القرن {_ordinal(century, genitive=True)}"


def _decades(first: int, last: int) -> str:
    """`عشرينيات القرن العشرين وثلاثينياته`: within one century its name is not said twice."""
    begin, end = _decade(first), _decade(last)
    if first // 100 == last // 100:
        name = _DECADES[last % 100 // 10]
        end = f"{name} منه" if last % 100 < 20 else f"{name}ه"
        if last - first == 10:
            return f"{begin} و{end}"
    return f"من {begin} إلى {end}"


_PARTS: dict[Part, str] = {
    "early": "أوائل", "mid": "أواسط", "late": "أواخر",
    "first-half": "النصف الأول من", "second-half": "النصف الثاني من",
    "first-quarter": "الربع الأول من", "second-quarter": "الربع الثاني من", "third-quarter": "الربع الثالث من",
    "last-quarter": "الربع الأخير من",
}  # fmt: skip


def _centuries(first: int, last: int) -> str:
    return f"من القرن {_ordinal(first, genitive=True)} إلى القرن {_ordinal(last, genitive=True)}"


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
    zodiac=(
        "الحمل", "الثور", "الجوزاء", "السرطان", "الأسد", "السنبلة",
        "الميزان", "العقرب", "القوس", "الجدي", "الدلو", "الحوت",
    ),
    weekdays=("الاثنين، ", "الثلاثاء، ", "الأربعاء، ", "الخميس، ", "الجمعة، ", "السبت، ", "الأحد، "),
    seasons=("ربيع", "صيف", "خريف", "شتاء"),
    ce="م",
    bce="ق.م.",
    ah="هـ",
    sh="هـ.ش",
    imperial="شاهنشاهي",
    circa="نحو ",
    uncertain=" (؟)",
    before="قبل ",
    after="بعد ",
    by="حتى ",
    since="منذ ",
    born="مواليد ",
    died="ت ",
    either=" أو ",
    both=" و",
    comma="، ",
    repeats_joint=True,
    until=" إلى ",
    julian=" (يولياني)",
    proleptic=" (غريغوري)",
    ordinal=_ordinal,
    feminine_ordinal=lambda number: _ordinal(number, feminine=True),
    century=lambda number: f"القرن {_ordinal(number)}",
    century_after_word=lambda number: f"القرن {_ordinal(number, genitive=True)}",
    centuries=_centuries,
    part=lambda part, whole: f"{_PARTS[part]} {whole}",
    decade=_decade,
    decades=_decades,
    months_after_word={"ذو القعدة": "ذي القعدة", "ذو الحجة": "ذي الحجة"},
    opening="من ",
    # "قبل نحو ١٥٦٥" would say that it was about 1565 years ago.
    circa_behind=" تقريبًا",
)  # fmt: skip
