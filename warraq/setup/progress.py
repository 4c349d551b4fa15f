"""How the set-up shows that it moves: a bar on a terminal, a few plain lines elsewhere."""

from __future__ import annotations

import os
import sys
from typing import TextIO

WIDTH = 28


class Bar:
    """A bar that is drawn over itself on a terminal, and says nothing where there is none."""

    def __init__(self, total: int, stream: TextIO | None = None) -> None:
        self._stream = sys.stderr if stream is None else stream
        self._total = max(total, 1)
        self._moving = self._stream.isatty() and os.environ.get("TERM") != "dumb"
        encoding = (self._stream.encoding or "ascii").lower().replace("-", "")
        self._full, self._empty = ("█", "░") if encoding == "utf8" else ("#", ".")

    def show(self, done: int, what: str) -> None:
        """Draw `done` of the total, and the name of what is being done."""
        if not self._moving:
            return
        share = min(done, self._total) * WIDTH // self._total
        bar = self._full * share + self._empty * (WIDTH - share)
        self._stream.write(f"\r\x1b[2K{bar} {min(done, self._total)}/{self._total} {what[:36]}")
        self._stream.flush()

    def clear(self) -> None:
        """Take the bar off the screen."""
        if self._moving:
            self._stream.write("\r\x1b[2K")
            self._stream.flush()
