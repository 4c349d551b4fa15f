"""The segments of a text, as translators call what they translate one by one: title, summary, passages and notes.

Each bears a mark made of its words. The marks are kept in the files of translations, so how they are made must stay
as it is: a mark that comes out otherwise would tell every translator that every passage has changed.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from warraq.facing.passages import ANCHOR, passages_of

TITLE, SUMMARY, NOTE, ABBREVIATION = "title", "summary", "note", "abbreviation"


class Segment(NamedTuple):
    """A piece of a text that is translated by itself."""

    kind: str
    """`title`, `summary`, `note`, `abbreviation`, or what kind of passage it is."""
    words: str
    """As they are written."""
    line: int
    """Of the body, counted from 0; -1 for what stands in the fields at the head."""


def segments_of(title: str | None, summary: str | None, body: str) -> tuple[Segment, ...]:
    """The segments of a text in their order, those without a word among them; notes stand last."""
    head = ((TITLE, title), (SUMMARY, summary))
    found = [Segment(kind, words, -1) for kind, words in head if words]
    lines = body.split("\n")
    covered: set[int] = set()
    for passage in passages_of(body):
        covered.update(range(passage.first, passage.after))
        if passage.kind != ANCHOR:
            words = "\n".join(lines[passage.first : passage.after])
            found.append(Segment(passage.kind, words, passage.first))
    return (*found, *_definitions(lines, covered))


def marks_of(segments: Sequence[Segment]) -> tuple[str, ...]:
    """The marks of the segments that have words."""
    return tuple(mark for segment in segments if (mark := mark_of(segment.words)))


def mark_of(words: str) -> str:
    """A mark that is the same as long as the words are; empty where there are none.

    Letters and digits count, and question marks. What a proofreader mends does not: spaces and joiners, vowel signs,
    the letters of the other keyboard, quotation marks and all other punctuation. Nor do the labels of notes, which are
    counted anew when one comes in between.
    """
    folded = _folded(words)
    return hashlib.blake2b(folded.encode(), digest_size=3).hexdigest() if folded else ""


_DEFINED = re.compile(r"[ ]{0,3}(?:\[\^[^\]]+\]:|(?P<abbreviation>\*\[[^\]]+\]:)|(?P<address>\[[^\]]+\]:))")


def _definitions(lines: Sequence[str], covered: set[int]) -> Iterator[Segment]:
    """The notes and abbreviations: among the lines that no passage holds."""
    start, kind = -1, ""
    number = 0
    while number < len(lines):
        line, begins = lines[number], _DEFINED.match(lines[number])
        in_comment = line.lstrip().startswith("<!--")
        if number in covered or begins or in_comment:
            if start >= 0:
                yield _segment(kind, lines, start, number)
            start = -1
        if begins and not begins["address"]:
            start, kind = number, ABBREVIATION if begins["abbreviation"] else NOTE
        if in_comment and number not in covered:
            while number < len(lines) and "-->" not in lines[number]:
                number += 1
        number += 1
    if start >= 0:
        yield _segment(kind, lines, start, len(lines))


def _segment(kind: str, lines: Sequence[str], start: int, after: int) -> Segment:
    return Segment(kind, "\n".join(lines[start:after]).rstrip(), start)


# ---------------------------------------------------------------- marks

_COMMENT = re.compile("<!--.*?-->", re.DOTALL)
_NOTE = re.compile(r"\[\^[^\]\n]+\]:?")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[^\w\s]+(?=\d)")
_POINT, _QUESTION = "\u0296", "\u0294"
"""Letters that stand for what is between two digits, and for a question mark, until all other signs are gone."""
_NO_WORD = re.compile("[\\W_\u02b0-\u02ff\u0640]+")
"""What is left out: all but letters and digits."""
_OTHER_DIGIT = re.compile(r"[^\x00-\x7f\D]")
_ONE_LETTER = (
    ("\u0643", "\u06a9"), ("\u06aa", "\u06a9"),  # kaf
    ("\u064a", "\u06cc"), ("\u0649", "\u06cc"), ("\u06d0", "\u06cc"), ("\u06d2", "\u06cc"),  # yeh
    ("\u06be", "\u0647"), ("\u06c1", "\u0647"), ("\u06d5", "\u0647"),  # heh
    ("\u06c3", "\u0629"), ("\u061f", "?"),
)  # fmt: skip


def _folded(words: str) -> str:
    text = _NOTE.sub("", _COMMENT.sub("", words) if "<!--" in words else words)
    text = unicodedata.normalize("NFKD", text).casefold()
    if not text.isascii():
        for letter, plain in _ONE_LETTER:
            text = text.replace(letter, plain)
        text = _OTHER_DIGIT.sub(_plain_digit, text)
    text = _BETWEEN_DIGITS.sub(_POINT, text).replace("?", _QUESTION)
    return _NO_WORD.sub("", text).replace(_POINT, ".").replace(_QUESTION, "?")


def _plain_digit(found: re.Match[str]) -> str:
    return str(unicodedata.decimal(found[0]))
