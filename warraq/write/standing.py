"""A build that finds everything as the last one left it, and so has nothing to do.

What the last build saw before it began and left behind when it ended is kept in the store. If its sources, its
output and its options are the same, its report is the answer, and nothing is read.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import pickle
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from warraq.write.folder import MANIFEST, Written, read_manifest
from warraq.write.snapshot import Sight, Snapshot, Stamp, look, snapshot_of, stamp_at
from warraq.write.store import Store


@dataclass(frozen=True, slots=True)
class Standing:
    """What a build saw, left and said."""

    sources: Snapshot
    output: Mapping[str, Stamp]
    """Of the manifest and of every file in it, by path relative to the output folder."""
    said: bytes
    """The report, pickled: it is looked at only where it is the answer."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a build finds that has something to do."""

    sight: Sight
    """What lies in the sources."""
    intact: bool
    """Whether the output is as the last build left it, every file of it."""


def unless_standing(
    make: Callable[[Found], Any],
    *,
    key: str,
    sources: Iterable[Path],
    output: Path,
    store: Store,
    written: Callable[[Any], Written | None],
    again: Callable[[Any], Any],
    pause: Callable[[], None] = lambda: None,
) -> Any:
    """The report of `make`, or `again` of its last one where nothing has changed since.

    `key` stands for everything that the report depends on beside the sources and the output. Only a report on a
    site that was `written` is kept. `pause` is called again and again while all files are looked at, and may raise
    what ends that.
    """
    sight = look(sources, pause)
    past = _recall(store, key)
    pause()
    intact = past is not None and _stamps(output, past.output) == past.output
    pause()
    if past is not None and intact and past.sources.shows(sight):
        if past.sources.contents:
            # What was young then has aged: next time its stamps will do.
            _keep(store, key, Standing(snapshot_of(sight), past.output, past.said))
        return again(pickle.loads(past.said))  # noqa: S301  our own bytes
    seen = snapshot_of(sight)
    report = make(Found(sight, intact))
    done = written(report)
    if done is not None:
        left = _left(output, past.output if past and intact else None, done)
        _keep(store, key, Standing(seen, left, pickle.dumps(report)))
    return report


def _left(output: Path, before: Mapping[str, Stamp] | None, done: Written) -> Mapping[str, Stamp]:
    """What a build left behind; of files that it found `before` and did not touch, nobody needs to ask again."""
    if before is None:
        return _stamps(output, (MANIFEST, *read_manifest(output)))
    gone = {*done.removed, *done.changed, MANIFEST}
    kept = {name: stamp for name, stamp in before.items() if name not in gone}
    return {**kept, **_stamps(output, (MANIFEST, *done.changed))}


def _stamps(output: Path, names: Iterable[str]) -> dict[str, Stamp]:
    """The stamps of files of the output; nothing where one is missing."""
    top = os.fspath(output)
    try:
        return {name: stamp_at(f"{top}/{name}") for name in names}
    except OSError:
        return {}


def _recall(store: Store, key: str) -> Standing | None:
    with contextlib.suppress(Exception):  # a damaged entry can raise anything, and is made anew
        stamps, contents, output, said = marshal.loads(store.get(key))  # noqa: S302  our own bytes
        return Standing(Snapshot(stamps, contents), output, said) if output else None
    return None


def _keep(store: Store, key: str, standing: Standing) -> None:
    sources = standing.sources
    values = (dict(sources.stamps), dict(sources.contents), dict(standing.output), standing.said)
    store.put(key, marshal.dumps(values))
