"""The store: the engine's only cache, a folder of files named by key. Deleting it is always safe."""

from __future__ import annotations

import contextlib
import os
import pickle
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

_KEPT_BUILDS = 5

_AT_WORK = 3600.0
"""Seconds for which an entry that nobody has listed is left alone: a build of another site may be about to use it."""


@dataclass(frozen=True, slots=True)
class Store:
    """Bytes by key. Filling it publishes nothing, so a failure on page 900 costs the reader nothing."""

    folder: Path

    def __contains__(self, key: str) -> bool:
        return self._path(key).exists()

    def _path(self, key: str) -> Path:
        return self.folder / "kept" / key[:2] / key[2:]

    def get(self, key: str) -> bytes:
        """The bytes under a key; FileNotFoundError where there are none."""
        return self._path(key).read_bytes()

    def put(self, key: str, content: bytes) -> None:
        """Keep bytes under a key. A build that is killed here leaves no half-written entry."""
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        draft.write_bytes(content)
        draft.replace(path)

    def recall(self, key: str, make: Callable[[], T]) -> T:
        """The value under a key, made and kept where it is not there or can no longer be read."""
        with contextlib.suppress(Exception):  # a damaged entry can raise anything, and is made anew
            return pickle.loads(self.get(key))  # type: ignore[no-any-return]  # noqa: S301  our own file
        value = make()
        self.put(key, pickle.dumps(value))
        return value

    def forget_unused(self, used: Iterable[str]) -> None:
        """Drop what none of the last few builds has used, so that the folder does not grow for ever."""
        builds = self.folder / "builds"
        builds.mkdir(parents=True, exist_ok=True)
        listed = sorted(builds.glob("[0-9]*.keys"))
        number = int(listed[-1].stem) + 1 if listed else 1
        wanted = "\n".join(sorted(set(used)))
        if listed and listed[-1].read_text("utf-8", errors="replace") == wanted:
            return
        (builds / f"{number:08}.keys").write_text(wanted, "utf-8")
        for old in listed[: -_KEPT_BUILDS + 1]:
            old.unlink(missing_ok=True)
        kept: set[str] = set()
        for path in builds.glob("*.keys"):
            kept.update(path.read_text("utf-8", errors="replace").split("\n"))
        for path in (self.folder / "kept").glob("*/*"):
            with contextlib.suppress(FileNotFoundError):  # another build may be forgetting it too
                if path.parent.name + path.name not in kept and time.time() - path.stat().st_mtime > _AT_WORK:
                    path.unlink()
