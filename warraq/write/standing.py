"""A build that finds everything as the last one left it, and so has nothing to do.

What the last build saw before it began and left behind when it ended is kept in the store. If its sources, its
output and its options are the same, its report is the answer, and nothing is read.
"""

from __future__ import annotations

import contextlib
import pickle
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from warraq.write.folder import MANIFEST, read_manifest
from warraq.write.snapshot import Snapshot, Stamp, look, snapshot_of, stamps_of
from warraq.write.store import Store

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Standing(Generic[T]):
    """What a build saw, left and said."""

    sources: Snapshot
    output: tuple[Stamp, ...]
    """Of the manifest and of every file in it, in its order."""
    report: T


def unless_standing(
    make: Callable[[], T],
    *,
    key: str,
    sources: Iterable[Path],
    output: Path,
    store: Store,
    is_settled: Callable[[T], bool],
    again: Callable[[T], T],
) -> T:
    """The report of `make`, or `again` of its last one where nothing has changed since.

    `key` stands for everything that the report depends on beside the sources and the output. Only settled reports
    are kept.
    """
    sight = look(sources)
    past: _Standing[T] | None = _recall(store, key)
    if past is not None and past.sources.shows(sight) and past.output and past.output == _left_in(output):
        if past.sources.contents:
            # What was young then has aged: next time its stamps will do.
            _keep(store, key, _Standing(snapshot_of(sight), past.output, past.report))
        return again(past.report)
    seen = snapshot_of(sight)
    report = make()
    if is_settled(report):
        _keep(store, key, _Standing(seen, _left_in(output), report))
    return report


def _left_in(output: Path) -> tuple[Stamp, ...]:
    """The stamps of the manifest and of what it lists; none where a file is missing."""
    try:
        return stamps_of([output / MANIFEST, *(output / name for name in read_manifest(output))])
    except OSError:
        return ()


def _recall(store: Store, key: str) -> _Standing[T] | None:
    with contextlib.suppress(Exception):  # a damaged entry can raise anything, and is made anew
        return pickle.loads(store.get(key))  # type: ignore[no-any-return]  # noqa: S301  our own file
    return None


def _keep(store: Store, key: str, standing: _Standing[T]) -> None:
    store.put(key, pickle.dumps(standing))
