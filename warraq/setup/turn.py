"""One set-up at a time: a lock that the operating system drops by itself when its holder ends, however it ends."""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt

    def _try_to_lock(file: IO[bytes]) -> bool:
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_to_lock(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


@contextmanager
def turn(
    path: Path, when_waiting: Callable[[], None], pause: float = 0.2, patience: float = math.inf
) -> Iterator[None]:
    """A stretch of time in which no other process holds the same lock file.

    `when_waiting` is called once if another process holds it now; `pause` is in seconds, between two looks.
    Raises OSError if the file cannot be made, and TimeoutError after `patience` seconds of waiting.
    """
    with path.open("ab") as file:
        if not _try_to_lock(file):
            when_waiting()
            last = time.monotonic() + patience
            while not _try_to_lock(file):
                if time.monotonic() > last:
                    raise TimeoutError
                time.sleep(pause)
        yield
