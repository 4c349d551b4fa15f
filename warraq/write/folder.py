"""The output folder as a build finds it: whose turn it is, and what the last build wrote there.

Messages are imported only where there is one to give: this is on the way of a build that has nothing to do.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from warraq.fingerprint import digest
from warraq.setup.turn import turn

MANIFEST = ".warraq.json"

DRAFT = ".warraq.draft"
"""How the name of a file begins that is being written now; the build after a killed one takes such files away."""

BEGUN = ".warraq.begun.json"
"""Lists what a build is about to write; gone when it has ended."""

PATIENCE = 10.0
"""Seconds that a build waits for another one to be done with the same folder."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a build did to the output folder: paths relative to it."""

    total: int
    changed: tuple[str, ...]
    removed: tuple[str, ...]


@contextmanager
def turn_at(output: Path, when_waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """A stretch of time in which no other build writes to the folder; EditorError when it does not come soon.

    The lock lies outside the folder, which a build with errors must not touch, and goes when its holder does.
    """
    owner = getattr(os, "getuid", lambda: "")()
    lock = Path(tempfile.gettempdir(), f"warraq-{owner}-{digest(str(output.resolve()))[:16]}.lock")
    with contextlib.ExitStack() as held:
        try:
            held.enter_context(turn(lock, when_waiting, patience=PATIENCE))
        except TimeoutError:
            from warraq import rules
            from warraq.diagnostics import EditorError

            raise EditorError(rules.BUSY.at(None, folder=output)) from None
        yield


def read_manifest(output: Path) -> dict[str, str]:
    """The key of each file that the last build wrote; EditorError for a folder with files that are not ours.

    The key of a file of which nobody can say whether it has been written is empty.
    """
    begun = _listed(output / BEGUN)
    listed = _listed(output / MANIFEST)
    if listed is None and begun is None:
        if output.is_dir() and not all(path.name.startswith(DRAFT) for path in output.iterdir()):
            from warraq import rules
            from warraq.diagnostics import EditorError

            raise EditorError(rules.NOT_OURS.at(None, folder=output))
        return {}
    return {**(listed or {}), **(begun or {})}


def manifest_stamp(output: Path) -> tuple[int, int, int] | None:
    """What tells one writing of the manifest from another; None where there is none."""
    try:
        found = (output / MANIFEST).stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_ino, found.st_size


def note_begun(output: Path, paths: Iterable[str]) -> Iterable[str]:
    """Note that these files are about to be written, beside those that a build before could not end: its paths."""
    before = _listed(output / BEGUN) or {}
    begun = {**before, **dict.fromkeys(paths, "")}
    (output / BEGUN).write_text(json.dumps({"files": begun}), "utf-8")
    return before.keys()


def _listed(path: Path) -> dict[str, str] | None:
    """The files that a list names, each with its key; None where there is no list."""
    try:
        files = json.loads(path.read_text("utf-8"))["files"]
        if isinstance(files, dict):
            return {str(name): str(key) for name, key in files.items() if _within(str(name))}
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError):
        # A list that cannot be read only means that every file is compared, and written where it differs.
        return {}
    return {}


def _within(name: str) -> bool:
    """Whether a path of the manifest stays in the folder: what somebody else wrote into it must not delete files."""
    return not name.startswith(("/", "\\")) and (".." not in name or ".." not in PurePosixPath(name).parts)
