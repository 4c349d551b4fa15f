"""Fingerprints: of content, and of the engine itself."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_PRINTING_LIBRARIES = ("jinja2", "markdown", "nh3", "babel", "pillow", "persiantools", "hijridate", "typst")


def digest(*parts: str | bytes) -> str:
    """A fingerprint of the parts, 32 hexadecimal digits."""
    hasher = hashlib.blake2b(digest_size=16)
    for part in parts:
        # Some systems have file names that are not text; these become lone surrogates.
        content = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        hasher.update(len(content).to_bytes(8, "big"))
        hasher.update(content)
    return hasher.hexdigest()


def mark_of_lines(*lines: str) -> str:
    """A fingerprint of lines, of which none holds a line end: `digest` for very many short texts."""
    return hashlib.blake2b("\n".join(lines).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


@cache
def engine_digest() -> str:
    """A fingerprint of the engine's own files and of the libraries that print: no number to be raised by hand."""
    hasher = hashlib.blake2b(digest_size=16)
    root = Path(__file__).parent
    own = (*root.rglob("*.py"), *root.rglob("*.yaml"), *root.rglob("*.gz"), *root.glob("editing/page/*"))
    for path in sorted(own):
        hasher.update(path.relative_to(root).as_posix().encode())
        hasher.update(path.read_bytes())
    for found in _installed():
        hasher.update(found.encode())
    return hasher.hexdigest()


def pictures_digest() -> str:
    """A fingerprint of what prints pictures and of nothing else: prints are dear, and the engine is often mended."""
    return _digest_of(("pictures/*.py", "iiif/tiles.py", "render/prints.py"), ("pillow",))


def art_digest() -> str:
    """A fingerprint of what draws ornament and of nothing else: what readers have of it stays good."""
    return _digest_of(("art/*.py",), ("pillow",))


def cards_digest() -> str:
    """A fingerprint of what draws share images and of nothing else."""
    files = "cards/*.py", "art/*.py", "lang/direction.py", "plan/sharing.py", "render/sharing.py"
    return _digest_of(files, ("pillow", "typst"))


@cache
def _digest_of(patterns: tuple[str, ...], libraries: tuple[str, ...]) -> str:
    """A fingerprint of some of the engine's own files and of some libraries."""
    hasher = hashlib.blake2b(digest_size=16)
    for pattern in patterns:
        for path in sorted(Path(__file__).parent.glob(pattern)):
            hasher.update(path.read_bytes())
    for found in _installed():
        if found.partition("-")[0].lower() in libraries:
            hasher.update(found.encode())
    return hasher.hexdigest()


def _installed() -> Iterator[str]:
    """The printing libraries with their versions, by the names of the folders in which installers note them.

    `importlib.metadata` would tell the same, and takes longer to load than all of an idle build.
    """
    for place in dict.fromkeys(sys.path):
        with contextlib.suppress(OSError):
            for name in sorted(os.listdir(place or ".")):  # noqa: PTH208  quicker, and names are all that is wanted
                library, _, rest = name.partition("-")
                if rest.endswith(".dist-info") and library.lower() in _PRINTING_LIBRARIES:
                    yield name
