"""Running pip on a lock, and understanding what it says."""

from __future__ import annotations

import os
import re
import subprocess
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

OPTIONS = (
    "--require-hashes",
    # The lock is complete and every file in it is known by its hash. A package that had to be compiled would
    # fetch its compiler's helpers without any.
    "--no-deps",
    "--only-binary=:all:",
    # Python compiles what is used when it is first used; compiling everything takes longer than installing it.
    "--no-compile",
    "--disable-pip-version-check",
    "--no-input",
    "--no-warn-script-location",
    "--progress-bar=off",
    "--retries=3",
)

COUNTED = re.compile(r"^(?:Collecting|Requirement already satisfied:) (?P<name>[^\s=]+)")

CAUSES = (
    ("wrong-hash", re.compile("DO NOT MATCH THE HASHES")),
    (
        "no-network",
        re.compile(
            "NewConnectionError|ConnectTimeout|ReadTimeout|Temporary failure in name resolution|Max retries exceeded"
            "|Network is unreachable|ProxyError|SSLError|connection broken"
        ),
    ),
    ("no-package", re.compile("No matching distribution found")),
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one run of pip ended."""

    exit_code: int
    started_to_unpack: bool
    """Whether the environment may have been changed."""
    cause: str
    """The message that explains a failure."""
    last_lines: tuple[str, ...]


def install(python: Path, lock: Path, show: Callable[[int, str], None]) -> Outcome:
    """The outcome of installing a lock's packages into the environment of a Python.

    `show` is called with the number of packages done and the name of the one that is being worked on.
    """
    command = [str(python), "-m", "pip", "install", *OPTIONS, "-r", str(lock)]
    lines: deque[str] = deque(maxlen=200)
    count, unpacking = 0, False
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=settings(os.environ),
        encoding="utf-8",
        errors="replace",
    ) as process:
        assert process.stdout is not None  # PIPE, above
        try:
            for line in process.stdout:
                lines.append(line.rstrip())
                if found := COUNTED.match(line):
                    show(count, found["name"])
                    count += 1
                elif line.startswith("Installing collected packages"):
                    unpacking = True
                    show(count, "…")
        except BaseException:
            process.kill()
            raise
    said = "\n".join(lines)
    cause = next((name for name, pattern in CAUSES if pattern.search(said)), "failed")
    told = [line[:200] for line in lines if line and not line.startswith(("WARNING: Retrying", "Ignoring "))]
    return Outcome(process.returncode, unpacking, cause, tuple(told[-6:]))


def settings(environ: Mapping[str, str]) -> dict[str, str]:
    """The variables that pip is started with: the person's own, without those that would lead it elsewhere.

    Mirrors, proxies and certificates stay as the person has set them.
    """
    elsewhere = {"PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_REQUIREMENT", "PIP_CONSTRAINT", "PIP_DRY_RUN"}
    kept = {
        name: value for name, value in environ.items() if name not in elsewhere | {"PYTHONPATH", "PYTHONHOME"}
    }
    return {**kept, "PIP_USER": "0", "PYTHONUNBUFFERED": "1", "PYTHONIOENCODING": "utf-8"}
