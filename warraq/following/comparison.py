"""What has become of the passages that a translation follows: which are as they were, and which are not."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Final, Literal, NamedTuple

Kind = Literal["changed", "added", "removed", "moved"]

_LARGEST_BLOCK: Final = 400
"""Pairs of passages that are weighed against each other at most: beyond, they are paired in their order."""


class Change(NamedTuple):
    """A passage that is not as it was."""

    kind: Kind
    before: int | None
    """Its place among the marks that were kept; None for one that is new."""
    after: int | None
    """Its place among the marks of today; None for one that is gone."""


class _Step(NamedTuple):
    """A place in the text, in its order: a passage of before, one of today, or both."""

    before: int | None
    after: int | None
    change: Change | None
    """None where the passage is as it was. A passage that moved has two steps, where it was and where it is."""


def changes_between(
    kept: Sequence[str], now: Sequence[str], words: Mapping[str, str] | None = None
) -> tuple[Change, ...]:
    """Each passage that has changed, in the order of the text; how many they are does not depend on `words`.

    `words` are passages by their marks, as far as they are known: where several passages in a row have changed, they
    tell which has become which.
    """
    found = (step.change for step in _steps(kept, now, words or {}) if step.change)
    return tuple(dict.fromkeys(found))


def accepted(
    kept: Sequence[str],
    now: Sequence[str],
    chosen: Collection[Change],
    words: Mapping[str, str] | None = None,
) -> tuple[str, ...]:
    """The marks to be kept once these changes have been followed and the others have not."""
    marks: list[str] = []
    for before, after, change in _steps(kept, now, words or {}):
        if change is None or change in chosen:
            if after is not None:
                marks.append(now[after])
        elif before is not None:
            marks.append(kept[before])
    return tuple(marks)


def _steps(kept: Sequence[str], now: Sequence[str], words: Mapping[str, str]) -> Iterator[_Step]:
    blocks = SequenceMatcher(None, kept, now, autojunk=False).get_opcodes()
    moves = _moves(kept, now, blocks)
    arrived = {move.after: move for move in moves.values()}
    for tag, start, end, other, other_end in blocks:
        if tag == "equal":
            yield from (
                _Step(i, j, None) for i, j in zip(range(start, end), range(other, other_end), strict=True)
            )
            continue
        old = [i for i in range(start, end) if i not in moves]
        new = [j for j in range(other, other_end) if j not in arrived]
        pairs = _pairs([kept[i] for i in old], [now[j] for j in new], words)
        couples = [*((old[first], new[second]) for first, second in pairs), (end, other_end)]
        i, j = start, other
        for first, second in couples:
            for place in range(i, first):
                yield _Step(place, None, moves.get(place) or Change("removed", place, None))
            for place in range(j, second):
                yield _Step(None, place, arrived.get(place) or Change("added", None, place))
            if first < end:
                yield _Step(first, second, Change("changed", first, second))
            i, j = first + 1, second + 1


def _moves(
    kept: Sequence[str], now: Sequence[str], blocks: Sequence[tuple[str, int, int, int, int]]
) -> dict[int, Change]:
    """The passages that stand elsewhere with the same words, by their former place."""
    gone = [i for tag, start, end, _, _ in blocks if tag != "equal" for i in range(start, end)]
    come: dict[str, list[int]] = {}
    for tag, _, _, start, end in blocks:
        for j in range(start, end) if tag != "equal" else ():
            come.setdefault(now[j], []).append(j)
    moves = {}
    for i in gone:
        if places := come.get(kept[i]):
            moves[i] = Change("moved", i, places.pop(0))
    return moves


def _pairs(gone: Sequence[str], come: Sequence[str], words: Mapping[str, str]) -> list[tuple[int, int]]:
    """As many pairs as there can be, in their order; those whose words are most alike where these are known."""
    fewer = min(len(gone), len(come))
    is_known = all(mark in words for mark in (*gone, *come))
    if len(gone) == len(come) or not is_known or len(gone) * len(come) > _LARGEST_BLOCK:
        return [(n, n) for n in range(fewer)]
    bags = [set(words[mark].split()) for mark in gone], [set(words[mark].split()) for mark in come]
    # best[i][j] is the most that can be gained from passage i of before and j of today on.
    best = [[0.0] * (len(come) + 1) for _ in range(len(gone) + 1)]
    for i in reversed(range(len(gone))):
        for j in reversed(range(len(come))):
            best[i][j] = max(
                _likeness(bags[0][i], bags[1][j]) + best[i + 1][j + 1], best[i + 1][j], best[i][j + 1]
            )
    return _way(best, bags, len(gone), len(come))


def _way(
    best: Sequence[Sequence[float]], bags: tuple[list[set[str]], list[set[str]]], rows: int, columns: int
) -> list[tuple[int, int]]:
    pairs = []
    i = j = 0
    while i < rows and j < columns:
        # The shorter side must not run out of partners: every passage of it has one.
        if columns - j > rows - i and best[i][j + 1] >= best[i][j]:
            j += 1
        elif rows - i > columns - j and best[i + 1][j] >= best[i][j]:
            i += 1
        else:
            pairs.append((i, j))
            i, j = i + 1, j + 1
    return pairs


def _likeness(one: set[str], other: set[str]) -> float:
    """From nearly nothing for no common word to 1 for the same words: a pair is always better than none."""
    return 0.001 + 2 * len(one & other) / ((len(one) + len(other)) or 1)
