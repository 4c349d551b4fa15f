"""The words of a made-up site that are not taken from texts: what its people and places are called, and the like."""

from __future__ import annotations

from bench.passages import Told

ROLES: dict[str, Told] = {
    "calligrapher": {"fa": "خوشنویس", "ar": "خطّاط", "en": "calligrapher"},
    "physician": {"fa": "پزشک", "ar": "طبيب", "en": "physician"},
    "traveller": {"fa": "جهانگرد", "ar": "رحّالة", "en": "traveller"},
    "poet": {"fa": "شاعر", "ar": "شاعر", "en": "poet"},
    "painter": {"fa": "نگارگر", "ar": "رسّام", "en": "painter"},
    "historian": {"fa": "تاریخ‌نگار", "ar": "مؤرّخ", "en": "historian"},
    "engineer": {"fa": "مهندس", "ar": "مهندس", "en": "engineer"},
    "teacher": {"fa": "آموزگار", "ar": "معلّم", "en": "teacher"},
    "astronomer": {"fa": "اخترشناس", "ar": "فلكيّ", "en": "astronomer"},
    "translator": {"fa": "مترجم", "ar": "مترجم", "en": "translator"},
}

PLACES: dict[str, Told] = {
    "city": {"fa": "شهر", "ar": "مدينة", "en": "city"},
    "town": {"fa": "شهرک", "ar": "بلدة", "en": "town"},
    "village": {"fa": "روستای", "ar": "قرية", "en": "village"},
    "quarter": {"fa": "محلهٔ", "ar": "حيّ", "en": "quarter"},
    "building": {"fa": "بنای", "ar": "مبنى", "en": "building"},
    "square": {"fa": "میدان", "ar": "ساحة", "en": "square"},
}

REGIONS = ("isfahan", "palestine", "bridge")
FIELDS = ("heritage", "travel", "scholarship", "medicine", "technology", "art", "craft", "letters")

AUTHOR = {"fa": "تحریریه", "ar": "هيئة التحرير", "en": "The editors"}
TITLE = {
    "fa": "{role} {place}: داستان {n}",
    "ar": "{role} {place}: القصة {n}",
    "en": "The {role} of {place}: story {n}",
}
ABOUT = {
    "fa": "این داستان از [[{person}|{role}]] در [[{place}|{where}]] است، و شمارهٔ آن {n} است.[^1]",
    "ar": "هذه القصة عن [[{person}|{role}]] في [[{place}|{where}]]، ورقمها {n}.[^1]",
    "en": "This is the story of the [[{person}|{role}]] in [[{place}|{where}]], and its number is {n}.[^1]",
}
MORE = {"fa": "داستان‌های دیگر", "ar": "قصص أخرى", "en": "Other stories"}
MORE_ITEM = {
    "fa": "[[{id}|داستان {n}]]: {role}",
    "ar": "[[{id}|القصة {n}]]: {role}",
    "en": "[[{id}|Story {n}]]: {role}",
}
QUOTED = {"fa": "از متنی دیگر", "ar": "من نصّ آخر", "en": "From another text"}
NOTE = {"fa": "[[{source}]]، بخش {n}.", "ar": "[[{source}]]، الفصل {n}.", "en": "[[{source}]], chapter {n}."}
TABLE = {"fa": ("نام", "شمار"), "ar": ("الاسم", "العدد"), "en": ("Name", "Number")}
SOURCE = {"fa": "کتاب {n}", "ar": "الكتاب {n}", "en": "Book {n}"}
ABOUT_PAGE = {"fa": "دربارهٔ این سایت", "ar": "عن هذا الموقع", "en": "About this site"}

_DIGITS = {"fa": "۰۱۲۳۴۵۶۷۸۹", "ar": "٠١٢٣٤٥٦٧٨٩", "en": "0123456789"}


def number(value: int, code: str) -> str:
    """A number in a language's own digits."""
    return str(value).translate(str.maketrans("0123456789", _DIGITS[code]))
