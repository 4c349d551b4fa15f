"""The CMS as it was fetched: which files of it the form is made of, where they lie, and what goes on the site.

It is not part of this repository. `python3 build.py form` fetches the packages named here, each held against its
fingerprint; a site without them is complete, and has no form.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final, NamedTuple

from warraq import rules
from warraq.diagnostics import EditorError
from warraq.files import read_bytes
from warraq.fingerprint import digest
from warraq.lang.catalogs import Catalog
from warraq.model.values import Span


class Package(NamedTuple):
    """A package of the npm registry, at one version."""

    name: str
    version: str
    integrity: str
    """The SHA-512 of its archive in base 64, as the registry and lock files write it."""
    takes: tuple[tuple[str, str], ...]
    """Patterns of the files that are wanted, and the names that they get."""


PACKAGES: Final = (
    Package(
        "@sveltia/cms",
        "0.221.1",
        "J+Qoik9kGMk2L7vNpOQrnDmFRi+NB6vwJ0f657YtsxWH0P8WYSYRRSRC2pQ/jGGbVlM//Pg/WIgmkpswqoo3gQ==",
        (
            (r"npm/index\.js", "cms/index.js"),
            (r"npm/chunks/(react[\w-]*\.js)", r"cms/chunks/\1"),
            (r"npm/assets/([\w-]+\.woff2)", r"cms/assets/\1"),
            (r"npm/assets/([\w-]+\.LICENSE\.txt)", r"cms/assets/\1"),
            (r"locales/([\w-]+)\.json", r"locales/\1.js"),
            (r"LICENSE\.txt", "cms/LICENSE.txt"),
        ),
    ),
    Package(
        "yaml",
        "2.9.1",
        "3NxN8+78OdzbT7C/WjGsyfPAtJaN3FNDsWxv7Y7mcDsT/oOmgW8BpyQQFFBnvZE3j9Y2Sdz1ULFLezL7Eb2yFw==",
        ((r"browser/(index\.js|dist/.+\.js)", r"yaml/\1"), (r"LICENSE", "yaml/LICENSE.txt")),
    ),
)
"""The CMS, and the parser with which `page/keeping.js` changes a file without touching the rest of it."""

STAMP: Final = "kit.json"
"""Says of which versions the files in the folder are."""

FETCHED_FONT: Final = re.compile(rb"https://[\w.]+/fontsource/fonts/([\w-]+)(?::vf)?@[\d.]+/([\w-]+)\.woff2")
"""Where the CMS would have its fonts from, though it brings the files: they are taken from beside it instead."""


def versions() -> dict[str, str]:
    """The packages of the kit with their versions."""
    return {package.name: package.version for package in PACKAGES}


def files_of(package: Package, archived: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files that are wanted of a package by the names that they get, ready for the site."""
    found: dict[str, bytes] = {}
    for path, content in sorted(archived.items()):
        for pattern, name in package.takes:
            if match := re.fullmatch(pattern, path):
                found[match.expand(name)] = content
    return {name: _fit(name, content, tuple(found)) for name, content in found.items()}


def _fit(name: str, content: bytes, names: Iterable[str]) -> bytes:
    """A file as the site serves it: words as a module, which every browser loads, and no address of another host."""
    if name.startswith("locales/"):
        return b"export default " + content.strip() + b";\n"
    if name == "cms/index.js":
        fonts = [name for name in names if name.endswith(".woff2")]

        def beside(match: re.Match[bytes]) -> bytes:
            start = f"cms/assets/{match[1].decode()}-{match[2].decode()}-"
            return next((font.encode() for font in fonts if font.startswith(start)), b"")

        return FETCHED_FONT.sub(beside, content)
    return content


# ------------------------------------------------------------ on the site


@dataclass(frozen=True)
class Kit:
    """What the form is made of, beside what the site itself says."""

    files: tuple[tuple[str, bytes], ...]
    """By their names below the form's folder."""
    catalogs: tuple[Catalog, ...]
    """The words of the engine, in which the form speaks, in the languages of the site."""

    @cached_property
    def mark(self) -> str:
        """A fingerprint of all of it."""
        parts = (part for name, content in self.files for part in (name, content))
        return digest(*parts, *(catalog.digest for catalog in self.catalogs))

    @property
    def locales(self) -> tuple[str, ...]:
        """The languages of the CMS itself that are there, beside English."""
        names = (name for name, _ in self.files if name.startswith("locales/"))
        return tuple(name.removeprefix("locales/").removesuffix(".js") for name in names)

    def catalog(self, code: str) -> Catalog:
        """The words of a language; empty where nobody has translated them."""
        return next((c for c in self.catalogs if c.code == code), Catalog(code, ""))


def read_kit(folder: Path | None, shown_as: str, catalogs: tuple[Catalog, ...]) -> Kit | None:
    """What was fetched, for a site in these languages; None where nothing was, EditorError where it is out of date."""
    if folder is None or not (folder / STAMP).is_file():
        return None
    if not is_current(read_bytes(folder / STAMP, f"{shown_as}/{STAMP}")):
        raise EditorError(rules.FORM_OUTDATED.at(Span(f"{shown_as}/{STAMP}")))
    codes = {catalog.code for catalog in catalogs}
    return Kit(tuple(_wanted(folder, shown_as, codes)), catalogs)


def is_current(stamp: bytes) -> bool:
    """Whether the files beside this stamp are of the versions that are wanted."""
    try:
        return bool(json.loads(stamp) == versions())
    except ValueError:
        return False


def _wanted(folder: Path, shown_as: str, codes: set[str]) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        foreign = name.startswith("locales/") and path.stem.partition("-")[0] not in codes
        if path.is_file() and name != STAMP and not foreign:
            yield name, read_bytes(path, f"{shown_as}/{name}")
