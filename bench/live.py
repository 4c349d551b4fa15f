"""How long the preview needs from the saving of a file to the new page being on disk."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from bench.contestants import REPOSITORY, STEPS, Contestant
from bench.measuring import Failed, surroundings
from bench.rounds import make_edit

FIRST_BUILD = 900
"""Seconds that the preview may take until it answers."""
ONE_EDIT = 60
"""Seconds that a page may take to be made again."""
BETWEEN = 2
"""Seconds between two edits: what the preview does in the background must not be measured with the next one."""


def latencies(contestant: Contestant, stories: int, site: Path, rounds: int) -> Iterator[tuple[str, float]]:
    """The step and the seconds of each edit: of a story, of a template and of a catalogue in turn."""
    edits = contestant.edits(stories)
    before = {edit.file: (site / edit.file).read_bytes() for edit in edits.values()}
    try:
        with _previewed(site) as address:
            for number in range(rounds):
                for step in (step for step in STEPS if step in edits):
                    edit, mark = edits[step], f"live{number}{step[4:8]}"
                    page = site / "public" / edit.page
                    with urlopen(f"{address}{edit.page}") as shown:  # noqa: S310  an address of this machine
                        shown.read()
                    began = time.perf_counter()
                    make_edit(edit, site, mark)
                    _wait(lambda page=page, mark=mark: _holds(page, mark), ONE_EDIT, 0.002)  # type: ignore[misc]
                    yield step, time.perf_counter() - began
                    time.sleep(BETWEEN)
    finally:
        for file, content in before.items():
            (site / file).write_bytes(content)


@contextmanager
def _previewed(site: Path) -> Iterator[str]:
    """The address of a site while it is previewed."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, str(REPOSITORY / "build.py"), "serve", "--no-browser", "--port", str(port)]
    with (site / "log.txt").open("wb") as words:
        process = subprocess.Popen(
            [*command, "--root", "."], cwd=site, env=surroundings(), stdout=words, stderr=words
        )
        try:
            _wait(lambda: process.poll() is not None or _answers(port), FIRST_BUILD, 0.05)
            if process.poll() is not None:
                raise Failed(f"the preview ended: {(site / 'log.txt').read_text('utf-8', 'replace')[-2000:]}")
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(30)


def _wait(done: Callable[[], bool], longest: float, pause: float) -> None:
    end = time.perf_counter() + longest
    while not done():
        if time.perf_counter() > end:
            raise Failed(f"waited {longest} s in vain")
        time.sleep(pause)


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
    except OSError:
        return False
    return True


def _holds(page: Path, mark: str) -> bool:
    try:
        return mark in page.read_text("utf-8")
    except FileNotFoundError:  # between the old page and the new one
        return False
