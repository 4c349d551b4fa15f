"""The nodes of the plan: each one file of the site, with a key that says everything its bytes depend on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from warraq import rules
from warraq.diagnostics import Diagnostic, Diagnostics
from warraq.fingerprint import digest
from warraq.iiif.tiles import Tile
from warraq.model.values import Span
from warraq.pictures import Box, PrintFormat

PARTS = ("template", "words", "engine", "content")
"""What the key of a page is made of, in the order of `PageNode.parts`."""


class Wanted(NamedTuple):
    """Which view a page shows; the view itself is made only when the page is rendered."""

    what: Literal[
        "record",
        "picture",
        "facing",
        "credits",
        "manifest",
        "collection",
        "data",
        "list",
        "facet",
        "value",
        "topics",
        "home",
        "map",
        "places",
        "gate",
        "not-found",
        "feed",
        "redirect",
        "sitemap",
        "sitemap-part",
        "search",
        "search-cards",
        "search-filters",
        "timeline",
        "century",
        "form",
        "status",
    ]
    code: str
    """The language of the page."""
    of: str = ""
    """The key of its record or of its facet, the name of the kind that it lists, for a redirect the record's key, or
    a century."""
    number: int = 1
    """Which page of a list or of the board, or part of the sitemap; from 0, which picture or group of cards."""
    address: str = ""
    """For a redirect, the former address; for two texts beside each other, the language of the other one; for the
    records with a value of a facet, the value; for the page of search, the address of the table of its files; for the
    board, the key of the former words of passages."""


class PageNode(NamedTuple):
    """A file that a template makes of a view."""

    path: str
    """Relative to the output folder, with `/`."""
    key: str
    wanted: Wanted
    origin: str
    """What it is made of, for messages: a record's file, or a name of the engine's own."""
    parts: str = ""
    """Short fingerprints of what the key is made of, by which a rebuild can say why: see `PARTS`."""


@dataclass(frozen=True)
class FileNode:
    """A file whose bytes are known already."""

    path: str
    key: str
    content: bytes
    origin: str


@dataclass(frozen=True)
class ArtNode:
    """A file of ornament that the art package draws: what is drawn, and with which values."""

    path: str
    key: str
    drawing: str
    values: tuple[tuple[str, Any], ...]
    origin: str


@dataclass(frozen=True, slots=True)
class PrintNode:
    """A file that is printed from a picture in the content."""

    path: str
    key: str
    digest: str
    """The fingerprint of the picture's bytes."""
    size: tuple[int, int]
    crop: Box | None
    format: PrintFormat
    origin: str
    """Where the picture lies, relative to the site's root."""


@dataclass(frozen=True, slots=True)
class TileNode:
    """A file that is cut from a picture in the content, for those who look at it closely."""

    path: str
    key: str
    digest: str
    tile: Tile
    origin: str


@dataclass(frozen=True, slots=True)
class ShareNode:
    """The share image of a record in a language."""

    path: str
    key: str
    of: str
    """The key of its record."""
    code: str
    origin: str


@dataclass(frozen=True, slots=True)
class KeptNode:
    """A file whose bytes are in the store already."""

    path: str
    key: str
    origin: str


Node = PageNode | FileNode | KeptNode | ArtNode | PrintNode | TileNode | ShareNode


def file_node(path: str, content: bytes, origin: str) -> FileNode:
    """A node for bytes that are at hand."""
    return FileNode(path, digest("file", content), content, origin)


def collisions(nodes: Iterable[Node]) -> Diagnostics:
    """A message for every two nodes with one path, where letters of either case count as the same.

    A file whose path is the folder of another counts too: the two cannot lie on one disk.
    """
    seen: dict[str, Node] = {}
    notes: list[Diagnostic] = []
    for node in nodes:
        path = node.path.casefold()
        if path in seen:
            notes.append(_collision(seen[path], node))
        else:
            seen[path] = node
    known: set[str] = {""}
    for path, node in seen.items():
        folder = path.rpartition("/")[0]
        while folder not in known:
            known.add(folder)
            if folder in seen:
                notes.append(_collision(seen[folder], node))
            folder = folder.rpartition("/")[0]
    return tuple(notes)


def _collision(first: Node, second: Node) -> Diagnostic:
    address = "/" + second.path.removesuffix("index.html")
    place = Span(second.origin) if second.origin.endswith(".yaml") else None
    return rules.ONE_ADDRESS.at(place, address=address, first=first.origin, second=second.origin)
