"""How a build shows that it moves: a bar on a terminal, nothing elsewhere but the line at its end."""

from __future__ import annotations

from typing import TextIO

from warraq.setup.progress import Bar


class Progress:
    """Hears of every step of a build and draws it."""

    def __init__(self, stream: TextIO, *, quiet: bool) -> None:
        self._stream = stream
        self._quiet = quiet

    def __call__(self, stage: str, done: int, total: int) -> None:
        if self._quiet:
            return
        bar = Bar(total, self._stream)
        if done == total:
            bar.clear()
        elif done % max(1, total // 100) == 0:
            bar.show(done, stage)
