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
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Protocol, TypeVar

T = TypeVar("T")

FILE = "store.sqlite"
_FEW = 1000
"""Entries that are never worth a sweep."""

_PATIENCE = 60.0
"""Seconds that one process waits for another to be done with its entry."""

_AT_WORK = 3600.0
"""Seconds for which an entry that nobody has listed is left alone: a build of another site may be about to use it."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS kept (
  id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, made REAL NOT NULL, content BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS needs (key TEXT NOT NULL, needed TEXT NOT NULL, PRIMARY KEY (key, needed)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sweeps (count INTEGER NOT NULL);
"""

_CONTENT = "SELECT content FROM kept WHERE key = ?"


class Memory(Protocol):
    """Keeps bytes by key."""

    def get(self, key: str) -> bytes:
        """The bytes under a key; FileNotFoundError where there are none."""

    def put(self, key: str, content: bytes) -> None:
        """Keep bytes under a key."""


def recalled(memory: Memory, key: str, make: Callable[[], T]) -> T:
    """The value that a memory keeps under a key, made and kept where it is not there or can no longer be read."""
    with contextlib.suppress(Exception):  # a damaged entry can raise anything, and is made anew
        return pickle.loads(memory.get(key))  # type: ignore[no-any-return]  # noqa: S301  our own file
    value = make()
    memory.put(key, pickle.dumps(value, pickle.HIGHEST_PROTOCOL))
    return value


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
        # Asked several times for each page, so without a transaction of its own, and without a look at the disk:
        # what a file still has that was deleted under our hands is as good as ever.
        try:
            found = self._at_hand().execute(_CONTENT, (key,)).fetchone()
        except sqlite3.Error:  # for which the usual way has a message or a cure
            found = self._one(_CONTENT, key)
        if found is None:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), key)
        content: bytes = found[0]
        return content

    def put(self, key: str, content: bytes, needs: Iterable[str] = ()) -> None:
        """Keep bytes under a key, and as long as them what they `need`, of which they were made.

        A build that is killed here leaves no half-written entry.
        """
        self.put_all({key: content}, ((key, needed) for needed in needs))

    def put_all(self, entries: Mapping[str, bytes], needs: Iterable[tuple[str, str]] = ()) -> None:
        """Keep the bytes of each key, in one go: all are there afterwards, or none."""
        now = time.time()
        with self._open() as database:
            database.executemany("INSERT OR IGNORE INTO needs VALUES (?, ?)", needs)
            database.executemany(
                "INSERT OR REPLACE INTO kept (key, made, content) VALUES (?, ?, ?)",
                ((key, now, content) for key, content in entries.items()),
            )

    def recall(self, key: str, make: Callable[[], T]) -> T:
        """The value under a key, made and kept where it is not there or can no longer be read."""
        return recalled(self, key, make)

    def sweep(self, used: Callable[[], Iterable[str]]) -> None:
        """Drop what is not used, once there is twice as much as after the last sweep.

        So the store does not grow for ever, an edit that is taken back finds its pages again, and most builds need
        not even say what they use.
        """
        with self._open() as database:
            (count,) = database.execute("SELECT count(*) FROM kept").fetchone()
            (floor,) = database.execute("SELECT coalesce(max(count), 0) FROM sweeps").fetchone()
            if count <= 2 * floor + _FEW:
                return
            database.execute("CREATE TEMP TABLE used (key TEXT PRIMARY KEY)")
            database.executemany("INSERT OR IGNORE INTO used VALUES (?)", ((key,) for key in used()))
            database.execute(
                "INSERT OR IGNORE INTO used SELECT needs.needed FROM needs JOIN used ON used.key = needs.key"
            )
            database.execute(
                "DELETE FROM kept WHERE made < ? AND key NOT IN (SELECT key FROM used)",
                (time.time() - _AT_WORK,),
            )
            database.execute("DELETE FROM needs WHERE key NOT IN (SELECT key FROM kept)")
            database.execute("DELETE FROM sweeps")
            database.execute("INSERT INTO sweeps (count) SELECT count(*) FROM kept")
            database.execute("DROP TABLE used")

    def _at_hand(self) -> sqlite3.Connection:
        return _connection(f"{self.folder}{os.sep}{FILE}", os.getpid(), threading.get_ident())

    def _one(self, question: str, key: str) -> tuple[bytes] | None:
        with self._open() as database:
            found: tuple[bytes] | None = database.execute(question, (key,)).fetchone()
            return found

    @contextlib.contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """The database, for one transaction; begun anew where it is damaged."""
        path = self.folder / FILE
        try:
            database = self._at_hand()
            if not os.path.exists(path):  # noqa: PTH110  deleted under our hands; asked before every transaction
                _connection.cache_clear()
                database = self._at_hand()
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
def _connection(path: str, process: int, thread: int) -> sqlite3.Connection:
    """The connection of one thread of one process: SQLite's may not be shared."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    database = sqlite3.connect(path, timeout=_PATIENCE)
    # Large pages suit whole files; and what a crash of the machine takes from a cache is merely made again.
    database.execute("PRAGMA page_size = 16384")
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = OFF")
    database.executescript(_SCHEMA)
    return database


if hasattr(os, "register_at_fork"):
    # SQLite forbids a copied process to touch the connections of the first one, be it to close them.
    os.register_at_fork(before=_connection.cache_clear)
