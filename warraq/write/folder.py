"""The output folder as a build finds it: whose turn it is, and what the last build wrote there.

Messages are imported only where there is one to give: this is on the way of a build that has nothing to do.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from warraq.fingerprint import digest
from warraq.setup.turn import turn

MANIFEST = ".warraq.json"

DRAFT = ".warraq.draft"
"""What is being written now: one name, so that a killed build leaves at most one such file, and the next uses it up."""

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
    """The key of each file that the last build wrote; EditorError for a folder with files that are not ours."""
    path = output / MANIFEST
    try:
        written = json.loads(path.read_text("utf-8"))
        files = written["files"]
        if isinstance(files, dict):
            return {str(name): str(key) for name, key in files.items() if _within(str(name))}
    except FileNotFoundError:
        if output.is_dir() and any(path.name != DRAFT for path in output.iterdir()):
            from warraq import rules
            from warraq.diagnostics import EditorError

            raise EditorError(rules.NOT_OURS.at(None, folder=output)) from None
    except (OSError, ValueError, KeyError, TypeError):
        # A manifest that cannot be read only means that every file is compared, and written where it differs.
        return {}
    return {}


def _within(name: str) -> bool:
    """Whether a path of the manifest stays in the folder: what somebody else wrote into it must not delete files."""
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts
