"""The two ends of a range in words, each made complete by what only the other one says: `5–8 March 1047`."""

from __future__ import annotations

import re

from warraq.lang.date_words import arabic_decade, mark_of, month_of, ordinal_number, season_of

_FROM_TO = re.compile(
    r"(?:from|between|از|میان|ما ?بین|في ما بين|بین|من|ما ?بين|بين)\s+"
    r"(?:(?:عامي|سنتي|سال(?:‌|\s)?های|the years)\s+)?(?P<begin>.+?)"
    r"(?:\s(?:to|until|till|and|تا|الی|و|إلى|الى|حتى)\s+|\sو(?=[0-9])|\s*–\s*)(?P<end>\S.*)",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"(?P<begin>[^–]+?)(?:\s*–\s*|\s(?:-|to|until|till|تا|الی|إلى|الى|حتى)\s+)(?P<end>[^–]+)", re.IGNORECASE
)
# Hyphens where a dash is meant: `18th-19th`, `5-8 March`, and between two months.
_HYPHEN = re.compile(
    r"(?<=[0-9]st|[0-9]nd|[0-9]rd|[0-9]th)-(?=[0-9]|early|mid|late)|(?<=[0-9])-(?=[0-9]{1,2}\s+[^\W\d_])"
)
_HYPHENED_MONTHS = re.compile(r"(?P<first>[^\W\d_]+)-(?P<rest>[^\W\d_]+\s+[0-9].*)")
_CENTURIES = re.compile(
    r"(?:سده(?:‌|\s)?های|قرن(?:‌|\s)?های|قرون|القرنين|القرنان|القرون|the centuries)\s+(?P<ordinals>.+)"
)
_JOINTS_OF_CENTURIES = re.compile(r"\s(?:و|تا|إلى|الى)\s+|\sو(?=\S)|\s*–\s*|\s-\s")
_ENGLISH_CENTURIES = re.compile(
    r"(?:the\s+)?(?P<begin>[^\s–]+)\s+(?:and|&)\s+(?P<end>.+\bc(?:entur|\.).*)", re.IGNORECASE
)
_PERSIAN_DECADES = re.compile(
    r"ده[هۀ](?:‌|\s)?های\s+(?P<begin>[0-9]{2,3}0)(?:\s(?:و|تا)\s+|\s*–\s*)(?P<end>[0-9]{2,3}0)(?P<mark>(?:\s.*)?)"
)
# `عشرينيات القرن العشرين وثلاثينياته`, `من العقد الأول من القرن العشرين إلى العقد الثاني منه`.
_ARABIC_DECADES = re.compile(
    r"(?:من\s+)?(?P<begin>\S.*?\s(?P<century>(?:من\s+)?القرن\s+\S.*?))\s(?:و|(?:إلى|الى|حتى)\s+)"
    r"(?:(?P<name>\S+ات)ه|(?P<tenth>العقد\s+\S+)\s+منه)(?P<mark>(?:\s.*)?)"
)
_CENTURY_BEFORE = re.compile(r"(?:سد[هۀ](?:ٔ|‌ی)?|قرن|القرن)(?=\s)")
_CENTURY_AFTER = re.compile(r"(?:centur(?:y|ies)\b|\bc(?:ent)?\.|(?<=th )c\b)", re.IGNORECASE)
_DAY_OF_MONTH = re.compile(r"[0-9]{1,2}(?:st|nd|rd|th)?")
_WRITTEN_DAY = re.compile(r"[0-9]{1,2}(?:st|nd|rd|th)?\s+(?P<month>[^0-9]+\s[0-9]{1,4}\b.*)", re.IGNORECASE)
_YEAR_AND_MARK = re.compile(r".*?(?P<rest>[0-9]{3,4}\b\s*[^0-9]*)")
_GLUED_MARK = re.compile(r".*[0-9~?%\]](?P<mark>[^\W\d_X][^0-9]*)")
_PREFIXED_MARK = re.compile(r"(?P<mark>[^0-9]+?)\s*[0-9].*")


def split_range(text: str) -> tuple[str, str] | None:
    """The two ends of a range that is written in words or with a dash, both complete; None for other texts."""
    text = _HYPHEN.sub("–", text)
    months = _HYPHENED_MONTHS.fullmatch(text)
    if months and month_of(months["first"]):
        text = f"{months['first']}–{months['rest']}"
    if centuries := _CENTURIES.fullmatch(text):
        return _split_centuries(centuries["ordinals"])
    if decades := _split_decades(text):
        return decades
    match = _FROM_TO.fullmatch(text) or _JOINED.fullmatch(text) or _ENGLISH_CENTURIES.fullmatch(text)
    if match is None:
        return None
    begin, end = match["begin"].strip(), match["end"].strip()
    return completed(begin, end), with_mark_of(with_century_of(end, begin), begin)


def completed(begin: str, end: str) -> str:
    """The first end with the month, year, century and calendar that only the last one names."""
    if _DAY_OF_MONTH.fullmatch(begin) and (day := _WRITTEN_DAY.fullmatch(end)):
        return f"{begin} {day['month']}"
    without_day = begin.lstrip("0123456789 ")
    is_named = month_of(without_day) is not None or season_of(without_day) is not None
    if is_named and (year := _YEAR_AND_MARK.fullmatch(end)):
        return f"{begin} {year['rest']}"
    return with_mark_of(with_century_of(begin, end), end)


def with_century_of(text: str, other: str) -> str:
    """The text with the word for century that only the other one has: `شانزدهم م` after `سدهٔ دهم ق`."""
    if any(arabic_decade(word) is not None for word in other.split()):
        return text
    before = _CENTURY_BEFORE.search(other)
    if before and not _CENTURY_BEFORE.search(text):
        is_ordinal = any(ordinal_number(part) for part in _beginnings(text))
        return f"{before[0]} {text}" if is_ordinal else text
    is_bare = _CENTURY_AFTER.search(other) and not _CENTURY_AFTER.search(text) and text.split()
    if is_bare and any(ordinal_number(part) for part in _endings(text.replace("mid-", "mid "))):
        return f"{text} century"
    return text


def with_mark_of(text: str, other: str) -> str:
    """The text with the calendar mark of the other one, if it has none itself."""
    # A month of its own calendar, with its own year, needs no mark.
    has_named_month = any(month_of(part) for part in _runs(text))
    plain = text.removesuffix("(?)").rstrip()
    if has_named_month or _mark(plain) or _leading_mark(text):
        return text
    if mark := _mark(other):
        return f"{plain} {mark}" + (" (?)" if plain != text else "")
    if mark := _leading_mark(other):
        return f"{mark} {text}"
    return text


def _split_centuries(text: str) -> tuple[str, str] | None:
    for joint in _JOINTS_OF_CENTURIES.finditer(text):
        begin, end = text[: joint.start()], text[joint.end() :]
        # `بیست و یکم` is one ordinal, though it holds the word for "and".
        if ordinal_number(begin) and any(ordinal_number(part) for part in _beginnings(end)):
            return with_mark_of(f"قرن {begin}", end), f"قرن {end}"
    return None


def _split_decades(text: str) -> tuple[str, str] | None:
    """The ends of decades that share the word for them in Persian, or in Arabic their century."""
    if match := _PERSIAN_DECADES.fullmatch(text):
        begin, end = (f"دههٔ {match[name]}{match['mark']}" for name in ("begin", "end"))
        return begin, end
    match = _ARABIC_DECADES.fullmatch(text)
    if match is None or (match["name"] and arabic_decade(match["name"]) is None):
        return None
    name, century, mark = match["name"] or match["tenth"], match["century"], match["mark"]
    return match["begin"] + mark, f"{name} {century}{mark}"


def _mark(text: str) -> str:
    """The mark at the end of the text, which may be of up to three words or written together with the number."""
    glued = _GLUED_MARK.fullmatch(text)
    candidates = [*_endings(text), *([glued["mark"]] if glued else [])]
    return next((part for part in candidates if mark_of(part)), "")


def _leading_mark(text: str) -> str:
    match = _PREFIXED_MARK.fullmatch(text)
    return match["mark"] if match and mark_of(match["mark"]) else ""


def _beginnings(text: str) -> list[str]:
    words = text.split()
    return [" ".join(words[:length]) for length in range(min(3, len(words)), 0, -1)]


def _endings(text: str) -> list[str]:
    words = text.split()
    return [" ".join(words[-length:]) for length in range(min(3, len(words)), 0, -1)]


def _runs(text: str) -> list[str]:
    words = text.split()
    starts = range(len(words))
    return [" ".join(words[start : start + length]) for start in starts for length in (1, 2, 3)]
