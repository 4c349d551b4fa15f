"""Which passages of two texts belong beside each other.

What both texts say of their order is believed, and nothing is guessed: names that both give to a place, then headings
of one level, then poems, pictures and tables, and where as many paragraphs stand between two of these, their order.
Where they do not agree, the whole part is one row, so that nothing stands beside what it does not belong to.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from warraq.facing.passages import ANCHOR, PARAGRAPH, Passage

Run = tuple[Passage, ...]
"""Passages that follow each other."""


class Row(NamedTuple):
    """What stands beside each other: as many passages of the one text and of the other as belong together."""

    first: Run
    second: Run
    section: tuple[Passage | None, Passage | None] = (None, None)
    """The headings that each of the two stands under."""

    @property
    def is_parted(self) -> bool:
        """Whether the texts do not agree here: then it holds all of a part, and not one passage of each."""
        return not len(self.first) == len(self.second) == 1


def align(first: Sequence[Passage], second: Sequence[Passage]) -> tuple[Row, ...]:
    """The rows of two texts in their order; every passage of both is in one of them, anchors left out."""
    names = common_names(first, second)
    rows = _by_names(tuple(first), tuple(second), names)
    above: tuple[Passage | None, Passage | None] = (None, None)
    placed = []
    for row in rows:
        if not row.is_parted and row.first[0].kind == row.second[0].kind == "heading":
            above = row.first[0], row.second[0]
        placed.append(row._replace(section=above))
    return tuple(placed)


def common_names(first: Sequence[Passage], second: Sequence[Passage]) -> tuple[str, ...]:
    """The names that both texts have in one order; a name that would go back is not among them."""
    there = _names(second)
    kept: list[str] = []
    last = -1
    for name in _names(first):
        place = there.get(name, -1)
        if place > last:
            kept.append(name)
            last = place
    return tuple(kept)


def lone_anchors(own: Sequence[Passage], other: Sequence[Passage]) -> Run:
    """The anchors of a text that hold nothing, because the other text has none of that name in that order."""
    held = set(common_names(own, other))
    taken: set[str] = set()
    lone = []
    for passage in own:
        if passage.kind == ANCHOR and (passage.name not in held or passage.name in taken):
            lone.append(passage)
        if passage.name:
            taken.add(passage.name)
    return tuple(lone)


def _names(passages: Sequence[Passage]) -> dict[str, int]:
    """The names of a text and where each is given first."""
    found: dict[str, int] = {}
    for place, passage in enumerate(passages):
        if passage.name:
            found.setdefault(passage.name, place)
    return found


def _by_names(first: Run, second: Run, names: Sequence[str]) -> list[Row]:
    parts = [(_names(first)[name], _names(second)[name]) for name in names]
    rows: list[Row] = []
    start, other_start = 0, 0
    for end, other_end in (*parts, (len(first), len(second))):
        rows += _under_one_name(_written(first[start:end]), _written(second[other_start:other_end]))
        start, other_start = end, other_end
    return rows


def _under_one_name(first: Run, second: Run) -> list[Row]:
    if (
        first
        and second
        and first[0].kind == second[0].kind == "heading"
        and first[0].name == second[0].name != ""
    ):
        return [Row(first[:1], second[:1]), *_by_headings(first[1:], second[1:])]
    return _by_headings(first, second)


def _written(passages: Run) -> Run:
    return tuple(passage for passage in passages if passage.kind != ANCHOR)


def _by_headings(first: Run, second: Run) -> list[Row]:
    """Rows of two parts, by their highest headings where they have as many; else all from the first one is a row."""
    starts, other_starts = _highest(first), _highest(second)
    if not starts and not other_starts:
        return _by_kinds(first, second)
    if not starts or not other_starts:
        return _whole(first, second)
    lead, other_lead = first[: starts[0]], second[: other_starts[0]]
    if len(starts) != len(other_starts):
        if not _agree(lead, other_lead):
            return _whole(first, second)
        return [*_by_kinds(lead, other_lead), *_whole(first[starts[0] :], second[other_starts[0] :])]
    rows = _by_kinds(lead, other_lead)
    ends, other_ends = [*starts[1:], len(first)], [*other_starts[1:], len(second)]
    for start, end, other, other_end in zip(starts, ends, other_starts, other_ends, strict=True):
        rows.append(Row((first[start],), (second[other],)))
        rows += _by_headings(first[start + 1 : end], second[other + 1 : other_end])
    return rows


def _highest(run: Run) -> list[int]:
    """Where the headings of the highest level in these passages stand."""
    levels = [passage.level for passage in run if passage.level]
    return [place for place, passage in enumerate(run) if passage.level and passage.level == min(levels)]


def _by_kinds(first: Run, second: Run) -> list[Row]:
    if _agree(first, second):
        return [Row((one,), (other,)) for one, other in zip(first, second, strict=True)]
    marks, other_marks = _set_apart(first), _set_apart(second)
    if not marks or [first[n].kind for n in marks] != [second[n].kind for n in other_marks]:
        return _whole(first, second)
    rows: list[Row] = []
    start, other_start = 0, 0
    for mark, other in zip(marks, other_marks, strict=True):
        rows += _by_order(first[start:mark], second[other_start:other])
        rows.append(Row((first[mark],), (second[other],)))
        start, other_start = mark + 1, other + 1
    return [*rows, *_by_order(first[start:], second[other_start:])]


def _agree(first: Run, second: Run) -> bool:
    """Whether the order of the passages tells which belong together: a translator may make prose of a poem.

    Where a poem stands in the one text before, and in the other behind a paragraph, it does not.
    """
    if len(first) != len(second):
        return False
    differing = [(a.kind, b.kind) for a, b in zip(first, second, strict=True) if a.kind != b.kind]
    return not (
        any(a == PARAGRAPH != b for a, b in differing) and any(a != PARAGRAPH == b for a, b in differing)
    )


def _set_apart(run: Run) -> list[int]:
    return [place for place, passage in enumerate(run) if passage.kind != PARAGRAPH]


def _by_order(first: Run, second: Run) -> list[Row]:
    if len(first) != len(second):
        return _whole(first, second)
    return [Row((one,), (other,)) for one, other in zip(first, second, strict=True)]


def _whole(first: Run, second: Run) -> list[Row]:
    return [Row(first, second)] if first or second else []
