"""Where a line of text holds runs of the other direction: the judgement behind automatic isolation.

Unicode's algorithm (UAX #9) lays such a line out by its letters alone and has to guess where a run of the other
direction ends: `زبان C++` comes out as `++C`, a number after a Latin name is drawn to the Latin side. A run put
in an isolate cannot be mistaken. So the question is only where a reader would say that the run begins and ends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from warraq.lang.language import Digits, Direction
from warraq.lang.scripts import language_of
from warraq.render.markup.kinds import (
    ADDRESS,
    FOREIGN,
    LTR_OBJECT,
    NEUTRAL_OBJECT,
    OWN,
    RTL_OBJECT,
    STOP,
    kinds_of,
    may_be_foreign,
)
from warraq.render.markup.number_groups import NATIVE, isolated_number_groups

_PAIRS = {")": "(", "]": "[", "}": "{", "»": "«", "”": "“", "›": "‹", "’": "‘"}
_OPENERS = frozenset(_PAIRS.values())
_LOOSE_END = re.compile(r"[\s,;:.!?،؛؟\-–—/&\"'“‘«(\[{…" + NEUTRAL_OBJECT + r"]+$")
_EDGES = " \t\u00a0" + NEUTRAL_OBJECT
_AFTER_LATIN = re.compile(r"[+#]+")
_ATTACHED_NUMBER = re.compile(rf"-?[0-9{NATIVE}]+(?:[.\-][0-9{NATIVE}]+)*")
_LATIN_NUMBERS = re.compile(r"(?:,? ?[(\[]?#?[0-9]+(?:[-–./:,][0-9]+)*%?[)\]]?)+(?![0-9])")
_CITED_NUMBER = re.compile(r"\.? ?[0-9]+(?:[-–./:,][0-9]+)*")
_CITED = re.compile(
    r"\b(?:pp?|vols?|nos?|fols?|ff?|chs?|figs?|pls?|cat|inv|n|ca?|or|add|pers|arab|cod)$", re.IGNORECASE
)
_ARABIC_NUMBERS = re.compile(rf"(?: ?[{NATIVE}]+(?:[-–./:٫٬][{NATIVE}]+)*٪?)+")
_NUMBER_BEFORE = re.compile(
    rf"(?<![0-9{NATIVE}])[0-9{NATIVE}]+(?:[-–./:,][0-9{NATIVE}]+)*(?P<gap>[-./]? ?| ?° ?)$"
)
_SIGN_BEFORE = re.compile(r"(?:^|(?<=[\s(\[«“\"]))(?:[.#@~$€£\\]|~?/)$")
_COUNTED = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
    r"|[kmcµ]?m|[kmµ]?g|[cm]?l|[kMG]?W|[kMG]?Hz|[kKMGT]i?B|MP|px|dpi|pp?|CE|AD|BCE?|AH|SH)(?![A-Za-z])"
)
_YEAR_OF_TEXT = re.compile(
    "(?:^|[ («])(?:سال|سال\u200cهای|عام|سنة|عامي|تا|از|حتى|حتی|من|قرن|القرن|ص|ج|شماره|شمارهٔ|رقم) $"
)
"""Words after which a number is the text's own, whatever its digits."""
_SHORTENED = re.compile(r"(?:\b[A-Z]\. ?[A-Z]|\b(?:Jr|Sr|Inc|Ltd|Co|eds?|vols?|etc|al))$")


@dataclass(frozen=True, slots=True)
class Run:
    """Part of a line that is to be isolated."""

    start: int
    end: int
    direction: Direction
    language: str | None
    is_override: bool = False
    """Whether the order of its characters is forced, and not merely kept apart."""


def foreign_runs(line: str, direction: Direction, digits: Digits) -> tuple[Run, ...]:
    """Return the runs of a line that need an isolate, in order and apart from each other.

    `direction` and `digits` are those of the text around. Punctuation beside a run is no part of it, brackets
    and numbers that belong to it are. Groups of numbers whose order would hang on their neighbours are runs too.
    """
    spans: list[tuple[int, int]] = []
    if may_be_foreign(line, direction):
        spans = _spans(line, kinds_of(line, direction, digits), direction, digits)
    foreign: Direction = "ltr" if direction == "rtl" else "rtl"
    runs = [Run(start, end, foreign, _language(line[start:end])) for start, end in spans]
    free_from = 0
    for start, end in [*spans, (len(line), len(line))]:
        for group in isolated_number_groups(line[free_from:start], direction, digits):
            runs.append(Run(free_from + group.start, free_from + group.end, "ltr", None, group.is_override))
        free_from = end
    return tuple(sorted(runs, key=lambda run: run.start))


def _language(run: str) -> str | None:
    """Return the language of a run; addresses of web and mail are in none."""
    is_address = " " not in run and (ADDRESS.match(run) or "@" in run)
    return None if is_address else language_of(run)


def _spans(line: str, kinds: str, direction: Direction, digits: Digits) -> list[tuple[int, int]]:
    """Return where the runs of the other direction begin and end."""
    spans: list[tuple[int, int]] = []
    line_start = 0
    for part in line.split("\n"):
        line_end = line_start + len(part)
        if _is_wholly_foreign(kinds[line_start:line_end]):
            start = line_start + len(part) - len(part.lstrip(_EDGES))
            spans.append((start, line_start + len(part.rstrip(_EDGES))))
        else:
            floor = line_start
            position = kinds.find(FOREIGN, line_start, line_end)
            while position >= 0:
                start, end = _run_at(line, kinds, position, floor, direction, digits)
                spans.append((start, end))
                floor = end
                position = kinds.find(FOREIGN, end, line_end)
        line_start = line_end + 1
    objects = NEUTRAL_OBJECT + LTR_OBJECT + RTL_OBJECT
    return [(start, end) for start, end in spans if line[start:end].strip(" " + objects)]


def _is_wholly_foreign(kinds: str) -> bool:
    """Return whether nothing in the line is of the text's own language: then its full stop is foreign too."""
    return FOREIGN in kinds and OWN not in kinds and STOP not in kinds


def _run_at(
    line: str, kinds: str, first: int, floor: int, direction: Direction, digits: Digits
) -> tuple[int, int]:
    """Return start and end of the run whose first letter stands at `first`; nothing before `floor` is free."""
    end = position = first
    while position < len(line) and kinds[position] not in (OWN, STOP):
        if kinds[position] == FOREIGN:
            end = position + 1
        position += 1
    limit = position
    end = _with_what_follows(line, first, end, limit, direction)
    end = _within_brackets(line, kinds, first, end)
    if end < limit and line[end] == "." and direction == "rtl" and _SHORTENED.search(line[first:end]):
        # The dot of `Jr.` or of initials, unless the sentence may end here.
        end += bool(line[end + 1 : limit].strip() or line[limit : limit + 1].strip())
    return _start_with_what_precedes(line, first, floor, direction, digits), end


def _with_what_follows(line: str, first: int, end: int, limit: int, direction: Direction) -> int:
    """Return the end moved over numbers, signs and closing brackets that belong to the run."""
    patterns = (
        (_AFTER_LATIN, _ATTACHED_NUMBER, _LATIN_NUMBERS)
        if direction == "rtl"
        else (_ATTACHED_NUMBER, _ARABIC_NUMBERS)
    )
    moved = True
    while moved:
        before = end
        if direction == "rtl" and _CITED.search(line[first:end]):
            match = _CITED_NUMBER.match(line, end, limit)
            end = match.end() if match else end
        for pattern in patterns:
            match = pattern.match(line, end, limit)
            end = match.end() if match else end
        while end < limit and line[end] in _PAIRS:
            opener = _PAIRS[line[end]]
            if line.count(opener, first, end) <= line.count(line[end], first, end):
                break
            end += 1
        moved = end > before
    return end


def _within_brackets(line: str, kinds: str, first: int, end: int) -> int:
    """Return the end moved back before a bracket or quotation mark whose partner stands outside the run."""
    open_at: list[int] = []
    quote_at = -1
    for position in range(first, end):
        character = line[position]
        if character == "’" and position + 1 < end and line[position + 1].isalpha():
            continue
        if character in _OPENERS:
            open_at.append(position)
        elif character in _PAIRS:
            if open_at and line[open_at[-1]] == _PAIRS[character]:
                open_at.pop()
            elif character != "’":
                return _trimmed(line, kinds, first, position)
        elif character == '"':
            if quote_at < 0 and first and line[first - 1] == '"':
                return _trimmed(line, kinds, first, position)
            quote_at = -1 if quote_at >= 0 else position
    cut = min([position for position in (*open_at[:1], quote_at) if position >= 0], default=end)
    return _trimmed(line, kinds, first, cut) if cut < end else end


def _trimmed(line: str, kinds: str, first: int, end: int) -> int:
    loose = _LOOSE_END.search(line, first, end)
    end = loose.start() if loose else end
    return max(end, first + 1) if kinds[first] == FOREIGN else end


def _start_with_what_precedes(line: str, first: int, floor: int, direction: Direction, digits: Digits) -> int:
    """Return the start moved over a sign or number that belongs to the run."""
    sign = _SIGN_BEFORE.search(line, floor, first)
    if sign:
        return sign.start()
    number = _NUMBER_BEFORE.search(line, floor, first)
    if not number:
        return first
    if number["gap"] and number["gap"] != "-" and not _belongs(line, number, first, floor, direction, digits):
        return first
    return number.start()


def _belongs(
    line: str, number: re.Match[str], first: int, floor: int, direction: Direction, digits: Digits
) -> bool:
    """Return whether a number and a space before a run are the run's: `10 December`, `12 Angry Men`.

    Where the text has digits of its own, a number in others is the run's unless a word before it claims it.
    """
    is_latin = re.search(f"[{NATIVE}]", number[0]) is None
    if is_latin != (direction == "rtl"):
        return False
    if direction == "ltr" or _COUNTED.match(line, first) or "°" in number["gap"]:
        return True
    if digits != "latn" and number["gap"] == " ":
        return not _YEAR_OF_TEXT.search(line, floor, number.start())
    before = line[floor : number.start()].rstrip(" ")
    return not before or before[-1] in _OPENERS or before[-1] in '"،'
