"""The types of the linter: a finding, its edits, the house style, and the passages that rules look at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from warraq.lang.language import Digits

Severity = Literal["error", "warning", "hint"]
Setting = Literal["error", "warning", "hint", "off"]
Romanisation = Literal["ijmes", "ala-lc", "iranica", "free"]


SEVERITIES: Mapping[str, Severity] = {
    **dict.fromkeys(("S701", "S704", "S705", "S706", "S707", "S708", "S709"), "error"),
    **dict.fromkeys(("S702", "S703"), "warning"),
    **dict.fromkeys(("S711", "S712", "S713", "S714", "S715", "S716", "S717", "S718", "S719"), "warning"),
    **dict.fromkeys(("S720", "S721", "S722", "S741"), "warning"),
    **dict.fromkeys(("S731", "S732", "S733", "S734"), "hint"),
}  # fmt: skip
"""Every rule with its usual severity: errors are what nobody sees or what is lost, hints are what may be meant.

What a program of Windows leaves at the beginning of a file and at the ends of its lines harms no page.
"""


class Edit(NamedTuple):
    """A piece of the text, from `start` up to `end`, and what should stand in its place."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A fault of writing, with its place in the text that was looked at."""

    rule: str
    """The code of the rule: `S711`."""
    severity: Severity
    start: int
    """In characters from the start of the text, from 0."""
    end: int
    line: int
    """From 1."""
    column: int
    """In characters from 1."""
    found: str
    """What stands there."""
    edits: tuple[Edit, ...] = ()
    """What would mend it; empty where only a person can tell."""
    is_safe: bool = False
    """Whether mending it can change neither the words nor their meaning."""

    @property
    def replacement(self) -> str | None:
        """What should stand in place of `found`, or None where only a person can tell."""
        if not self.edits:
            return None
        # Edits beyond the finding mend what it stands for, such as every other line end of the file.
        within = (edit for edit in self.edits if edit.end <= self.end)
        return "".join(
            apply(self.found, (Edit(e.start - self.start, e.end - self.start, e.text) for e in within))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseStyle:
    """What a site has decided about its writing, where more than one way is right."""

    severities: tuple[tuple[str, Setting], ...] = ()
    """Rules whose severity is not the usual one, or that are off."""
    digits: tuple[tuple[str, Digits], ...] = ()
    """By language code. Persian has Persian digits where not said; Arabic has Arabic-Indic or ASCII ones."""
    quotes: tuple[tuple[str, tuple[str, str]], ...] = ()
    """The outer quotation marks by language code, « » where not said."""
    romanisation: Romanisation = "free"

    def digits_of(self, code: str) -> Digits | None:
        """The digits of a language, None where the site has not chosen."""
        return dict(self.digits).get(code)

    def quotes_of(self, code: str) -> tuple[str, str]:
        """The outer quotation marks of a language."""
        return dict(self.quotes).get(code, ("«", "»"))


@dataclass(frozen=True, slots=True)
class Passage:
    """The parts of a text that are in one language; all else is blanked, each character in its place.

    Blanked within a line is `OBJECT`, a sign that is neither letter nor space; blanked lines are line feeds.
    """

    language: str
    text: str
    verse: tuple[tuple[int, int], ...] = ()
    """Where poems stand: nobody mends the spelling of a poet."""

    def is_verse(self, position: int) -> bool:
        """Whether a place is within a poem."""
        return any(start <= position < end for start, end in self.verse)


OBJECT = "\ufdd0"


class Fault(NamedTuple):
    """What a rule reports: its code and place, and what would mend it."""

    rule: str
    start: int
    end: int
    edits: tuple[Edit, ...] = ()
    is_safe: bool = False


Faults = Iterator[Fault]


def apply(text: str, edits: Iterable[Edit]) -> Iterator[str]:
    """The pieces of the text after the edits; of two that overlap the first one counts."""
    position = 0
    for edit in sorted(edits):
        if edit.start < position:
            continue
        yield text[position : edit.start]
        yield edit.text
        position = edit.end
    yield text[position:]
