"""The words that stand before or behind a date and say how it is meant: circa, before, since, early, probably.

Each is a pattern that matches at the beginning (or, for those named so, the end) of a text with ASCII digits.
"""

from __future__ import annotations

import re

from warraq.lang.historic_date import End, Part

_YEAR = r"(?:سال\s+|سنة\s+|عام\s+|the\s+)?"

DOUBT_BEHIND = re.compile(r"\s*[(（]\?[)）]$|\s+\?$")
PROBABLY = re.compile(
    r"(?:probably|possibly|perhaps|احتمالا[ًﹰ]?|شاید|گویا|ربما|لعلّ?ه|يحتمل)\s+", re.IGNORECASE
)
CIRCA = re.compile(
    r"(?:in\s+)?(?:circa\b|ca?\.(?!\s*e\.)|ca?\s+(?=[0-9])|about\b|around\b|approx(?:imately|\.)|در حدود|حدودا?ً?|"
    rf"حوالی|تقریبا?ً?|نزدیک به|حوالي|نحو|قرابة|زهاء|تقريبا?ً?)\s*{_YEAR}",
    re.IGNORECASE,
)
CIRCA_BEHIND = re.compile(r"\s+(?:تقريب[اً]+|تقریب[اً]+|approximately|approx\.|ca?\.|circa)$", re.IGNORECASE)
FILLER = re.compile(
    r"(?:(?:in\s+)?(?:the\s+)?year\s+|in\s+(?=[0-9a-z])|on\s+|در\s+(?:سال\s+)?|سال\s+|(?:في\s+)?(?:سنة|عام)\s+|في\s+|"
    r"the\s+(?!c))",
    re.IGNORECASE,
)
LATER_BEHIND = re.compile(
    r"(?P<date>.*[0-9].*?)\s*(?:[–-]|\s(?:or later|onwards?|and (?:later|after)|به بعد|و پس از آن|فصاعد[اً]+|"
    r"وما بعد(?:ها|ه)?))$",
    re.IGNORECASE,
)
EARLIER_BEHIND = re.compile(
    r"(?P<date>.*[0-9].*?)\s(?:or (?:earlier|before)|یا پیش از آن|و پیش از آن|أو قبل(?:ها|ه))$", re.IGNORECASE
)


def _limit(words: str, end: End, *, is_begin: bool) -> tuple[re.Pattern[str], End, bool]:
    return re.compile(rf"(?:{words})\s+{_YEAR}", re.IGNORECASE), end, is_begin


LIMITS = (
    _limit(
        "no later than|not later than|not after|by|until|up to|حداکثر تا|تا|حتى", "inclusive", is_begin=True
    ),
    _limit("before|ante|prior to|پیش از|قبل از|قبل|ما قبل", "open", is_begin=True),
    _limit(
        "no earlier than|not earlier than|not before|after|post|پس از|بعد از|بعد|ما بعد",
        "open",
        is_begin=False,
    ),
    _limit("from|since|از|منذ|من", "inclusive", is_begin=False),
)
"""Patterns, the end that each leaves open, and whether that end is the beginning."""


def _share(words: str, part: Part) -> tuple[re.Pattern[str], Part]:
    return re.compile(rf"(?:the\s+)?(?:{words})[\s-]+(?:of\s+)?(?:the\s+)?", re.IGNORECASE), part


PARTS = (
    _share("first half|1st half|نیمه(?:ٔ|‌ی)? (?:نخست|اول|یکم)|النصف ال[أا]ول من", "first-half"),
    _share("second half|2nd half|latter half|نیمه(?:ٔ|‌ی)? دوم|النصف الثاني من", "second-half"),
    _share("first quarter|1st quarter|(?:ربع|چارک) (?:نخست|اول|یکم)|الربع ال[أا]ول من", "first-quarter"),
    _share("second quarter|2nd quarter|(?:ربع|چارک) دوم|الربع الثاني من", "second-quarter"),
    _share("third quarter|3rd quarter|(?:ربع|چارک) سوم|الربع الثالث من", "third-quarter"),
    _share(
        "last quarter|fourth quarter|4th quarter|(?:ربع|چارک) (?:پایانی|آخر|چهارم)|الربع (?:ال[أا]خير|الرابع) من",
        "last-quarter",
    ),
    _share("early|beginning|start|اوایل|اوائل|آغاز|ابتدای|سرآغاز|أوائل|مطلع|بدايات|بداية|مستهل", "early"),
    _share("mid|middle|اواسط|میانه(?:ٔ|‌ی)?|میانۀ|نیمه(?:ٔ|‌ی)?|أواسط|أوساط|منتصف|وسط", "mid"),
    _share("late|end|اواخر|پایان|انتهای|أواخر|نهايات|نهاية", "late"),
)
"""Patterns of the parts of a century, decade, year or month; "half" stands before what it begins with."""
