"""What differs between two states of a passage, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from warraq.following.segments import mark_of

_TOKEN = re.compile(r"[\w\u0300-\u036f\u064b-\u0670\u200c\u200d]+|\s+|.", re.DOTALL)
_CONTEXT = 12
"""Words that are shown before and after a change of a long passage."""


class Run(NamedTuple):
    """Words that are the same in both states, or in one of them only."""

    kind: Literal["same", "out", "in", "left"]
    """`left` stands for words that are the same and not shown."""
    words: str


def difference(before: str, after: str) -> tuple[Run, ...]:
    """The words of both states in one order, as runs of which no two neighbours are of one kind."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    matcher = SequenceMatcher(None, [_compared(t) for t in old], [_compared(t) for t in new], autojunk=False)
    runs: list[Run] = []
    for tag, i, end, j, other_end in matcher.get_opcodes():
        if tag == "equal":
            runs.append(Run("same", "".join(new[j:other_end])))
            continue
        if end > i:
            runs.append(Run("out", "".join(old[i:end])))
        if other_end > j:
            runs.append(Run("in", "".join(new[j:other_end])))
    return tuple(_without_crumbs(runs))


def shortened(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The same runs, in which a long stretch of words that did not change gives only those beside the changes."""
    return tuple(part for place, run in enumerate(runs) for part in _ends(run, place, len(runs)))


def _ends(run: Run, place: int, count: int) -> Iterator[Run]:
    words = re.findall(r"\s*\S+\s*", run.words)
    if (
        count == 1 and run.kind == "same" and len(words) > 4 * _CONTEXT
    ):  # nothing is known of what has changed
        yield Run("same", "".join(words[: 3 * _CONTEXT]).rstrip())
        yield Run("left", "…")
        return
    before, after = (_CONTEXT if place else 0), (_CONTEXT if place < count - 1 else 0)
    if run.kind != "same" or count == 1 or len(words) <= before + after + _CONTEXT:
        yield run
        return
    if before:
        yield Run("same", "".join(words[:before]).rstrip())
    yield Run("left", "…")
    if after:
        yield Run("same", "".join(words[-after:]).lstrip())


def _compared(token: str) -> str:
    """A word as its mark sees it, so that what a proofreader mends is no change here either."""
    if token.isspace():
        return " "
    return mark_of(token)


def _without_crumbs(runs: list[Run]) -> Iterator[Run]:
    """The runs in which a space alone between two changes belongs to both of them."""
    groups: list[list[Run]] = []
    for place, run in enumerate(runs):
        is_crumb = run.kind == "same" and run.words.isspace() and 0 < place < len(runs) - 1
        if groups and groups[-1][0].kind != "same" and (is_crumb or run.kind != "same"):
            groups[-1].append(run)
        else:
            groups.append([run])
    for group in groups:
        if {"out", "in"} <= {run.kind for run in group}:
            yield Run("out", "".join(run.words for run in group if run.kind != "in"))
            yield Run("in", "".join(run.words for run in group if run.kind != "out"))
        else:
            yield from group
