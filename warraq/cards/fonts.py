"""The faces in which share images are set: the TrueType and OpenType files of one folder.

`fa-vazirmatn.ttf` is the face of the language `fa`, by the code before the hyphen; every other face stands in for the
letters that it lacks. They are not the files that the site serves: these are cut down to what its pages write, and are
compressed in a form that no typesetter reads.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Fonts:
    """The faces of a folder, and a fingerprint of them for the keys of what is drawn with them."""

    folder: Path
    mark: str
    faces: int
    """How many there are."""


def read_fonts(folder: Path) -> Fonts:
    """The faces that lie in a folder, such as `assets/fonts/cards`; none at all make every drawing fail.

    Errors: OSError where a file cannot be read.
    """
    hasher = blake2b(digest_size=16)
    files = tuple(files_of(folder))
    for path in files:
        hasher.update(path.name.encode("utf-8", "surrogatepass"))
        hasher.update(blake2b(path.read_bytes()).digest())
    return Fonts(folder.resolve(), hasher.hexdigest(), len(files))


def files_of(folder: Path) -> Iterator[Path]:
    """The font files of a folder by name."""
    found = folder.iterdir() if folder.is_dir() else ()
    return (path for path in sorted(found) if path.suffix.lower() in {".ttf", ".otf"})
