"""The words of English dates; Islamic months as the International Journal of Middle East Studies writes them."""

from __future__ import annotations

from warraq.lang.words import Words


def _ordinal(number: int) -> str:
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


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
    seasons=("spring", "summer", "autumn", "winter"),
    ce="CE",
    bce="BCE",
    ah="AH",
    sh="SH",
    circa="c. ",
    uncertain=" (?)",
    before="before ",
    after="after ",
    born="b. ",
    died="d. ",
    either=" or ",
    until=" – ",
    julian=" (Julian)",
    proleptic=" (Gregorian)",
    ordinal=_ordinal,
    century=lambda number: f"{_ordinal(number)} century",
    decade=lambda year: f"{year}s",
    unmarked=("gregorian", 1000),
)  # fmt: skip
