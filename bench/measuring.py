"""What a process costs, seen from outside."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process cost with all processes that it started."""

    wall: float
    """Seconds on the clock."""
    cpu: float
    """Seconds of work, in the program and in the system for it."""
    peak: float
    """The most memory that its largest process had at once, in megabytes."""


class Failed(Exception):
    """A command that ended with a fault, or did not do its work; the message says which and what it said."""


def measure(command: Sequence[str], folder: Path) -> Cost:
    """What the command cost when run in the folder; Failed with its words where it ended with a fault."""
    if not hasattr(os, "wait4"):
        raise Failed("this system does not tell what a process has cost; Linux and macOS do")
    os.sync()  # what was written before must not be waited for in this measurement
    log = folder / "log.txt"
    with log.open("wb") as words:
        began = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=surroundings(), stdin=subprocess.DEVNULL, stdout=words, stderr=words
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise Failed(f"{' '.join(command)}\n{log.read_text('utf-8', 'replace')[-2000:]}")
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / unit)


def surroundings() -> dict[str, str]:
    """The environment variables of what is measured.

    Python is allowed to keep what it compiled, as it does for everybody who has not forbidden it: otherwise each
    start would be charged with compiling the whole program.
    """
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
