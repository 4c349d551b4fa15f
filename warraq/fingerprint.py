"""Fingerprints: of content, and of the engine itself."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_PRINTING_LIBRARIES = ("jinja2", "markdown", "nh3", "babel", "pillow", "persiantools", "hijridate")


def digest(*parts: str | bytes) -> str:
    """A fingerprint of the parts, 32 hexadecimal digits."""
    hasher = hashlib.blake2b(digest_size=16)
    for part in parts:
        # Some systems have file names that are not text; these become lone surrogates.
        content = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        hasher.update(len(content).to_bytes(8, "big"))
        hasher.update(content)
    return hasher.hexdigest()


@cache
def engine_digest() -> str:
    """A fingerprint of the engine's own files and of the libraries that print: no number to be raised by hand."""
    hasher = hashlib.blake2b(digest_size=16)
    root = Path(__file__).parent
    for path in sorted((*root.rglob("*.py"), *root.rglob("*.yaml"))):
        hasher.update(path.relative_to(root).as_posix().encode())
        hasher.update(path.read_bytes())
    for name in _PRINTING_LIBRARIES:
        try:
            hasher.update(f"{name}=={version(name)}".encode())
        except PackageNotFoundError:
            hasher.update(name.encode())
    return hasher.hexdigest()
