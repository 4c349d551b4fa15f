"""What stands on which page of the timeline, and the fingerprints of these pages."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Final

from warraq.fingerprint import digest
from warraq.index.entry import Entry
from warraq.link.library import Library
from warraq.plan.chronology import by_century, counts_by_century, foremost, in_time, once_told, told_of

LISTED: Final = 150
"""Things that one page lists, and"""
DRAWN: Final = 90
"""things that one picture shows: with more of either a page would weigh above 100 KB."""


class Timeline:
    """What is dated, and what of it each page shows; a page stays small however large the site grows."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self.dated: Sequence[Entry] = in_time(library)
        """All that has a date, the earliest first."""
        self._drawn: dict[int, Sequence[Entry]] = {}

    @cached_property
    def centuries(self) -> dict[int, tuple[Entry, ...]]:
        """All that is dated, by century."""
        return dict(by_century(self.dated))

    @cached_property
    def once(self) -> Sequence[Entry]:
        """The same in the order of time, without what a milestone tells already."""
        return once_told(self._library, self.dated)

    @cached_property
    def _told(self) -> dict[str, int]:
        return told_of(self._library, self.dated)

    @property
    def is_in_parts(self) -> bool:
        """Whether each century has a page of its own."""
        return len(self.dated) > LISTED

    @cached_property
    def drawn(self) -> Sequence[Entry]:
        """What the picture of the first page shows, the most important first."""
        return foremost(self.once, self._told, DRAWN)

    @cached_property
    def listed(self) -> Sequence[Entry]:
        """What the first page lists, in the order of time."""
        chosen = {entry.key for entry in self.drawn}
        return [entry for entry in self.once if entry.key in chosen] if self.is_in_parts else self.once

    def highlights(self, entries: Sequence[Entry], most: int) -> tuple[Entry, ...]:
        """So many of these at most, the most important ones, in the order in which they stand."""
        chosen = {entry.key for entry in foremost(entries, self._told, most)}
        return tuple(entry for entry in entries if entry.key in chosen)

    def of_century(self, century: int, number: int) -> tuple[Sequence[Entry], Sequence[Entry]]:
        """What a page of a century lists in the order of time, and what its picture shows, the most important first.

        Only the first of its pages has a picture.
        """
        entries = self.centuries[century]
        if number == 1 and century not in self._drawn:
            self._drawn[century] = foremost(entries, self._told, DRAWN // 2)
        return entries[(number - 1) * LISTED : number * LISTED], self._drawn[century] if number == 1 else ()


def pages_of_century(count: int) -> int:
    """On how many pages so many things of a century stand."""
    return -(-count // LISTED)


def parts_of(library: Library) -> list[tuple[int, int]]:
    """The pages of the centuries, by century and number; none where one page is enough for all."""
    counts = counts_by_century(library)
    if sum(counts.values()) <= LISTED:
        return []
    return [
        (century, number)
        for century in sorted(counts)
        for number in range(1, pages_of_century(counts[century]) + 1)
    ]


def timeline_mark(timeline: Timeline, code: str, year: int) -> str:
    """The fingerprint of what the first page shows in a language in some year."""
    counts = [(century, len(same)) for century, same in timeline.centuries.items()]
    marks = (*_marks(timeline.listed, code), "drawn", *_marks(timeline.drawn, code))
    return digest(repr((year, counts)), *marks)


def century_mark(timeline: Timeline, century: int, number: int, code: str) -> str:
    """The fingerprint of what a page of a century shows in a language."""
    listed, drawn = timeline.of_century(century, number)
    marks = (*_marks(listed, code), "drawn", *_marks(drawn, code))
    count, others = len(timeline.centuries[century]), [*timeline.centuries]
    return digest(repr((century, number, count, others)), *marks)


def _marks(entries: Sequence[Entry], code: str) -> list[str]:
    return [f"{entry.face(code).mark} {entry.day} {entry.until}" for entry in entries]
