"""The words of English dates; Islamic months as the International Journal of Middle East Studies writes them."""

from __future__ import annotations

from warraq.lang.historic_date import Part
from warraq.lang.words import Words


def _ordinal(number: int) -> str:
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


_PARTS: dict[Part, str] = {
    "early": "early ", "mid": "mid-", "late": "late ",
    "first-half": "first half of ", "second-half": "second half of ",
    "first-quarter": "first quarter of ", "second-quarter": "second quarter of ",
    "third-quarter": "third quarter of ", "last-quarter": "last quarter of ",
}  # fmt: skip


def _century(number: int) -> str:
    return f"{_ordinal(number)} century"


def _decade(year: int) -> str:
    # "1900s" would be read as the century.
    return f"{year}s" if year % 100 else f"{max(year, 1)}–{year + 9}"


def _decades(first: int, last: int) -> str:
    return f"{first}s–{last}s" if first % 100 and last % 100 else f"{max(first, 1)}–{last + 9}"


def _part(part: Part, whole: str) -> str:
    article = "the " if "of " in _PARTS[part] and whole.endswith(("century", "0s")) else ""
    return f"{_PARTS[part]}{article}{whole}"


WORDS = Words(
    gregorian=(
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    persian=(
        "Farvardin", "Ordibehesht", "Khordad", "Tir", "Mordad", "Shahrivar",
        "Mehr", "Aban", "Azar", "Dey", "Bahman", "Esfand",
    ),
    islamic=(
        "Muharram", "Safar", "Rabiʿ I", "Rabiʿ II", "Jumada I", "Jumada II",
        "Rajab", "Shaʿban", "Ramadan", "Shawwal", "Dhu al-Qaʿda", "Dhu al-Hijja",
    ),
    zodiac=(
        "Hamal", "Sawr", "Jawza", "Saratan", "Asad", "Sunbula",
        "Mizan", "ʿAqrab", "Qaws", "Jady", "Dalw", "Hut",
    ),
    weekdays=("Monday ", "Tuesday ", "Wednesday ", "Thursday ", "Friday ", "Saturday ", "Sunday "),
    seasons=("spring", "summer", "autumn", "winter"),
    ce="CE",
    bce="BCE",
    ah="AH",
    sh="SH",
    imperial="imperial",
    circa="c. ",
    uncertain=" (?)",
    before="before ",
    after="after ",
    by="by ",
    since="from ",
    born="b. ",
    died="d. ",
    either=" or ",
    both=" and ",
    comma=", ",
    until=" – ",
    julian=" (Julian)",
    proleptic=" (Gregorian)",
    ordinal=_ordinal,
    century=_century,
    century_after_word=_century,
    centuries=lambda first, last: f"{_ordinal(first)}–{_ordinal(last)} centuries",
    part=_part,
    decade=_decade,
    decades=_decades,
    shared_tail=" century",
    limit_of_period="the ",
    unmarked=("gregorian", 1000),
)  # fmt: skip
