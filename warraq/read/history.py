"""Earlier versions of files, as git keeps them; where there is no git, or no history, there are none.

Two processes do, however many files are asked for: one lists the versions, one gives their bytes. Nothing is written,
nothing is fetched, and whatever goes wrong means that no version is known.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

MOST_COMMITS: Final = 2000
"""Commits that are looked through, the newest first."""

_PATIENCE: Final = 20.0
"""Seconds."""

_PLAIN: Final = ("-c", "log.showSignature=false", "-c", "core.fsmonitor=false")
"""So that no setting of the repository has git start another program."""

_QUIET: Final = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}


def newest_commit(folder: Path) -> str:
    """The name of the commit that a folder stands at; empty where it is not in git, or nothing was committed yet."""
    said = _git(folder, "rev-parse", "--verify", "--quiet", "HEAD")
    return said.decode("ascii", "replace").strip()


def versions_of(folder: Path, files: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Each version of each of these files that was ever committed, by its name, the newest first.

    `files` are relative to the folder, with `/`.
    """
    listed = _git(
        folder, "log", f"--max-count={MOST_COMMITS}", "--format=", "--raw", "-m", "-z", "--no-abbrev", "--no-renames",
        "--diff-filter=AM", "--relative", "--", *files,
    )  # fmt: skip
    wanted: dict[str, list[str]] = {}
    fields = listed.decode("utf-8", "replace").split("\0")
    # `:100644 100644 OLD NEW M`, then the name.
    for described, name in zip(fields[::2], fields[1::2], strict=False):
        parts = described.strip().lstrip(":").split(" ")
        if len(parts) == 5 and set(parts[3]) != {"0"}:
            wanted.setdefault(parts[3], []).append(name)
    if not wanted:
        return
    asked = "".join(f"{blob}\n" for blob in wanted).encode()
    said = _git(folder, "cat-file", "--batch", given=asked)
    for blob, content in _contents(said):
        for name in dict.fromkeys(wanted.get(blob, ())):
            yield name, content


def _contents(said: bytes) -> Iterator[tuple[str, bytes]]:
    """What `cat-file --batch` says: `NAME blob SIZE`, the bytes, a line end; or `NAME missing`."""
    position = 0
    while position < len(said):
        end = said.find(b"\n", position)
        head = said[position:end].decode("ascii", "replace").split(" ")
        position = end + 1
        if end < 0 or len(head) < 2:
            return
        if len(head) == 3 and head[2].isdigit():
            size = int(head[2])
            yield head[0], said[position : position + size]
            position += size + 1


def _git(folder: Path, *words: str, given: bytes | None = None) -> bytes:
    """What git says; nothing where it is not there, refuses, or takes too long."""
    # Those of a hook that runs us, such as GIT_INDEX_FILE, do not speak of this folder.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        done = subprocess.run(
            ["git", "--no-pager", *_PLAIN, "-C", os.fspath(folder), *words],
            input=given,
            stdin=None if given is not None else subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=_PATIENCE,
            env={**environment, **_QUIET},
        )
    except (OSError, subprocess.SubprocessError):
        return b""
    return done.stdout if done.returncode == 0 else b""
