"""The least that any generator must do for a site: read and hash its texts, and write its files.

    python3 floor.py cold         in the folder of a site that was built
    python3 floor.py "no change"

What a build takes beyond this is the generator's own; what this takes, only a faster disk makes less.
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path


def read_and_hash(content: Path) -> None:
    """Read and hash every file of a folder."""
    for folder, _, names in os.walk(content):
        for name in names:
            hashlib.blake2b(Path(folder, name).read_bytes(), digest_size=16).digest()


def write_as_much(public: Path, target: Path) -> None:
    """Write as many files as a folder has, each as long as its own, into a new folder."""
    for folder, _, names in os.walk(public):
        into = target / Path(folder).relative_to(public)
        into.mkdir(parents=True)
        for name in names:
            (into / name).write_bytes(bytes(Path(folder, name).stat().st_size))


def look_at(public: Path) -> None:
    """Ask of every file of a folder when it was changed."""
    for folder, _, names in os.walk(public):
        for name in names:
            Path(folder, name).stat()


if __name__ == "__main__":
    read_and_hash(Path("content"))
    if sys.argv[1] == "cold":
        write_as_much(Path("public"), Path(".aside/floor"))
    else:
        look_at(Path("public"))
