"""The store: the engine's only cache, one SQLite file of bytes by key. Deleting it is always safe.

A file of its own for every entry cost five times as much to write (measured: docs/performance.md). Several processes
may use the store at once; an entry is there whole or not at all, and a file that is damaged is begun anew.
"""

from __future__ import annotations

import contextlib
import errno
import os
import pickle
import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

FILE = "store.sqlite"
_KEPT_BUILDS = 5
_PATIENCE = 60.0
"""Seconds that one process waits for another to be done with its entry."""

_AT_WORK = 3600.0
"""Seconds for which an entry that nobody has listed is left alone: a build of another site may be about to use it."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS kept (
  id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, made REAL NOT NULL, content BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS builds (number INTEGER PRIMARY KEY, keys TEXT NOT NULL);
"""


@dataclass(frozen=True, slots=True)
class Store:
    """Bytes by key. Filling it publishes nothing, so a failure on page 900 costs the reader nothing.

    What the disk refuses is an OSError.
    """

    folder: Path

    def __contains__(self, key: str) -> bool:
        return self._one("SELECT 1 FROM kept WHERE key = ?", key) is not None

    def keys(self) -> frozenset[str]:
        """All keys: cheaper than asking for many one by one."""
        with self._open() as database:
            return frozenset(key for (key,) in database.execute("SELECT key FROM kept"))

    def get(self, key: str) -> bytes:
        """The bytes under a key; FileNotFoundError where there are none."""
        found = self._one("SELECT content FROM kept WHERE key = ?", key)
        if found is None:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), key)
        return bytes(found[0])

    def put(self, key: str, content: bytes) -> None:
        """Keep bytes under a key. A build that is killed here leaves no half-written entry."""
        with self._open() as database:
            database.execute(
                "INSERT OR REPLACE INTO kept (key, made, content) VALUES (?, ?, ?)",
                (key, time.time(), content),
            )

    def recall(self, key: str, make: Callable[[], T]) -> T:
        """The value under a key, made and kept where it is not there or can no longer be read."""
        with contextlib.suppress(Exception):  # a damaged entry can raise anything, and is made anew
            return pickle.loads(self.get(key))  # type: ignore[no-any-return]  # noqa: S301  our own file
        value = make()
        self.put(key, pickle.dumps(value))
        return value

    def forget_unused(self, used: Iterable[str]) -> None:
        """Drop what none of the last few builds has used, so that the store does not grow for ever."""
        wanted = "\n".join(sorted(set(used)))
        with self._open() as database:
            listed = database.execute("SELECT number, keys FROM builds ORDER BY number").fetchall()
            if listed and listed[-1][1] == wanted:
                return
            database.execute("INSERT INTO builds (keys) VALUES (?)", (wanted,))
            kept = {key for _, keys in listed[1 - _KEPT_BUILDS :] for key in keys.split("\n")} | set(
                wanted.split("\n")
            )
            old = database.execute("SELECT key FROM kept WHERE made < ?", (time.time() - _AT_WORK,))
            unused = [(key,) for (key,) in old if key not in kept]
            database.executemany("DELETE FROM kept WHERE key = ?", unused)
            database.executemany(
                "DELETE FROM builds WHERE number = ?", [(number,) for number, _ in listed[: 1 - _KEPT_BUILDS]]
            )

    def _one(self, question: str, key: str) -> tuple[bytes] | None:
        with self._open() as database:
            found: tuple[bytes] | None = database.execute(question, (key,)).fetchone()
            return found

    @contextlib.contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """The database, for one transaction; begun anew where it is damaged."""
        path = self.folder / FILE
        try:
            database = _connection(path, os.getpid(), threading.get_ident())
            if not path.exists():  # deleted under our hands
                _connection.cache_clear()
                database = _connection(path, os.getpid(), threading.get_ident())
            with database:
                yield database
        except sqlite3.OperationalError as error:
            number = errno.ENOSPC if "full" in str(error) else errno.EIO
            raise OSError(number, str(error), str(path)) from error
        except sqlite3.DatabaseError as error:
            _connection.cache_clear()
            for name in (FILE, f"{FILE}-wal", f"{FILE}-shm"):
                (self.folder / name).unlink(missing_ok=True)
            raise FileNotFoundError(errno.ENOENT, str(error), str(path)) from error


@lru_cache(maxsize=4)
def _connection(path: Path, process: int, thread: int) -> sqlite3.Connection:
    """The connection of one thread of one process: SQLite's may not be shared."""
    path.parent.mkdir(parents=True, exist_ok=True)
    database = sqlite3.connect(path, timeout=_PATIENCE)
    # Large pages suit whole files; and what a crash of the machine takes from a cache is merely made again.
    database.execute("PRAGMA page_size = 16384")
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = OFF")
    database.executescript(_SCHEMA)
    return database
