"""What is dated, in the order of time: which of it stands where, and of which most is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, groupby
from typing import Final

from warraq.index.entry import Entry
from warraq.lang.date_text import format_date
from warraq.lang.dates import read_date
from warraq.link.library import Library
from warraq.plan.desk import Desk

DATED: Final = (
    "milestones", "people", "works", "journeys", "events", "institutions", "projects", "gifts", "stories",
)  # fmt: skip
"""The kinds that stand in time, those that begin a day before the others."""

_TOLD_BY_MILESTONES: Final = frozenset({"works", "journeys", "events", "institutions", "projects", "gifts"})
"""The kinds of which a milestone may say the date itself: the founding of a house, the end of a book."""


def in_time(library: Library) -> list[Entry]:
    """All records that have a date, the earliest first."""
    found = [
        (entry.day, rank, entry.key, entry)
        for rank, name in enumerate(DATED)
        for entry in library.by_kind[name]
        if entry.day is not None
    ]
    found.sort(key=lambda item: item[:3])
    return [entry for *_, entry in found]


def has_timeline(library: Library) -> bool:
    """Whether anything is dated, so that there is a timeline."""
    return any(entry.century is not None for name in DATED for entry in library.by_kind[name])


def counts_by_century(library: Library) -> Counter[int]:
    """How much is dated in each century of the common era."""
    found = Counter(entry.century for name in DATED for entry in library.by_kind[name])
    return Counter({century: count for century, count in found.items() if century is not None})


def once_told(library: Library, dated: Iterable[Entry]) -> list[Entry]:
    """The same without what a milestone tells already: what it names and what has a date in common with it."""
    told = set()
    for milestone in library.by_kind["milestones"]:
        for named in library.named(milestone.key) if milestone.day is not None else ():
            other = library.by_key.get(named.key)
            if other and other.kind_name in _TOLD_BY_MILESTONES and _meet(milestone, other):
                told.add(other.key)
    return [entry for entry in dated if entry.key not in told]


def _meet(one: Entry, other: Entry) -> bool:
    """Whether the dates of two records have a day in common, and begin in one century."""
    if one.day is None or one.until is None or other.day is None or other.until is None:
        return False
    return one.century == other.century and one.day <= other.until and other.day <= one.until


def by_century(dated: Iterable[Entry]) -> list[tuple[int, tuple[Entry, ...]]]:
    """Records in the order of time under the centuries of the common era, which all readers share."""
    grouped = groupby(dated, key=lambda entry: entry.century)
    return [(century, tuple(same)) for century, same in grouped if century is not None]


def told_of(library: Library, dated: Iterable[Entry]) -> dict[str, int]:
    """How often each of these is named by other records, by its key."""
    found = dict.fromkeys((entry.key for entry in dated), 0)
    # Counted as written first: on a large site that is a tenth of the work of following each reference.
    written = Counter(chain.from_iterable(entry.names for entry in library.by_key.values()))
    for naming, times in written.items():
        key = library.meant(naming)
        if key in found:
            found[key] += times
    return found


def foremost(dated: Sequence[Entry], told: Mapping[str, int], most: int) -> list[Entry]:
    """So many of these at most, the most important first: milestones, then that of which most is told, then stories.

    Milestones have two thirds of the places, so that there are lives among them, and all that the others leave. Among
    either the centuries take turns, so that one of which very much is told leaves room for those of which little is.
    """
    milestones = _by_turns([entry for entry in dated if entry.kind_name == "milestones"], told, most)
    others = _by_turns([entry for entry in dated if entry.kind_name != "milestones"], told, most)
    places = max(most * 2 // 3, most - len(others))
    chosen = milestones[:places]
    return [*chosen, *others[: most - len(chosen)]]


def _by_turns(dated: Sequence[Entry], told: Mapping[str, int], most: int) -> list[Entry]:
    """The most important of each century, then the second of each, and so on; in each, stories after all else."""

    def rank(entry: Entry) -> tuple[bool, int, str]:
        return entry.kind_name == "stories", -told[entry.key], entry.key

    turns = [
        (turn, rank(entry), entry)
        for _, same in by_century(dated)
        for turn, entry in enumerate(sorted(same, key=rank)[:most])
    ]
    return [entry for *_, entry in sorted(turns, key=lambda found: found[:2])]


def century_label(desk: Desk, century: int) -> str:
    """The name of a century in the reader's language."""
    return format_date(read_date({"century": century}), desk.language, others=False)


def century_in_other_calendars(desk: Desk, century: int) -> str:
    """Its years in the other calendars of the reader; empty where there are none."""
    whole = format_date(read_date({"century": century}), desk.language)
    return whole.removeprefix(century_label(desk, century)).lstrip(" /")
