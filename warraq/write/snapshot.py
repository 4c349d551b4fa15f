"""What lay in some folders at a moment, to tell in a fraction of a second that nothing has changed since.

A file is known by its size, its inode and its times of change; the time of its inode cannot be set back by anybody.
A file that changed so shortly before it was looked at that its next change could bear the same time is known by its
bytes instead: times are trusted only where they cannot lie.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from warraq.fingerprint import digest

Stamp = tuple[int, int, int, int]
"""Size in bytes, times of the last change of content and of inode in nanoseconds, inode."""

_YOUNG = 2_000_000_000
"""Nanoseconds: the coarsest clock of a file system in use, that of FAT."""


@dataclass(frozen=True, slots=True)
class Sight:
    """The files and folders that there are now, by path, and when they were looked at."""

    stamps: Mapping[str, Stamp]
    """Folders have a stamp of zeros: their times change with every draft that is written beside a file."""
    moment: int
    """In nanoseconds since 1970, not later than the first look."""

    def is_settled(self, stamp: Stamp) -> bool:
        """Whether a file with this stamp has lain long enough for its next change to bear another one."""
        return max(stamp[1:3]) <= self.moment - _YOUNG

    def by_folder(self, root: Path) -> dict[str, list[tuple[str, Stamp]]]:
        """The files and folders below a root by the path of the folder that they lie in, each with its name."""
        found: dict[str, list[tuple[str, Stamp]]] = {}
        above = f"{os.fspath(root)}{os.sep}"
        for path, stamp in self.stamps.items():
            if path.startswith(above):
                folder, _, name = path.rpartition(os.sep)
                found.setdefault(folder, []).append((name, stamp))
        for files in found.values():
            files.sort()
        return found


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What was seen, with the fingerprints of the files that were too young to be told by their times."""

    stamps: Mapping[str, Stamp]
    contents: Mapping[str, str]

    def shows(self, sight: Sight) -> bool:
        """Whether what is seen now is what was seen then, byte for byte."""
        return sight.stamps == self.stamps and all(
            _content(path) == known for path, known in self.contents.items()
        )


def look(roots: Iterable[Path], pause: Callable[[], None] = lambda: None) -> Sight:
    """What lies at and below these paths; OSError where it cannot be looked at.

    `pause` is called again and again meanwhile, and may raise what ends the look.
    """
    moment = time.time_ns()
    stamps = {}
    for number, (path, stamp) in enumerate(_stamps(roots)):
        stamps[path] = stamp
        if number % _BETWEEN_PAUSES == 0:
            pause()
    return Sight(stamps, moment)


_BETWEEN_PAUSES = 500
"""Files that are looked at in some milliseconds."""


def snapshot_of(sight: Sight) -> Snapshot:
    """The snapshot to keep of a sight; to be taken before the files are read for any other purpose."""
    young = (path for path, stamp in sight.stamps.items() if not sight.is_settled(stamp))
    return Snapshot(sight.stamps, {path: _content(path) for path in young})


def stamp_at(path: str) -> Stamp:
    """The stamp of a file; OSError where it is not there."""
    return _stamp(os.stat(path))  # noqa: PTH116  asked of very many files


def _content(path: str) -> str:
    """The fingerprint of a file's bytes; an empty one where it cannot be read, of which its reader has a message.

    So has a pipe, which no reading would end.
    """
    file = Path(path)
    try:
        return digest(file.read_bytes()) if file.is_file() else ""
    except OSError:
        return ""


def _stamps(roots: Iterable[Path]) -> Iterator[tuple[str, Stamp]]:
    for root in roots:
        if root.is_dir():
            yield from _below(os.fspath(root))
        else:
            yield os.fspath(root), _stamp(root.stat())


def _below(folder: str) -> Iterator[tuple[str, Stamp]]:
    yield folder, (0, 0, 0, 0)
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name not in _NEVER_READ:
                    yield from _below(entry.path)
            else:
                try:
                    yield entry.path, _stamp(entry.stat())
                except FileNotFoundError:  # a link to nowhere: its reader has a message for it
                    yield entry.path, _stamp(entry.stat(follow_symlinks=False))


_NEVER_READ = frozenset({".git", "__pycache__"})


def _stamp(found: os.stat_result) -> Stamp:
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino
