"""The files that are made of the pictures of a record."""

from __future__ import annotations

from collections.abc import Iterator

from warraq.fingerprint import digest, pictures_digest
from warraq.iiif.manifests import json_bytes
from warraq.iiif.tiles import INFORMATION, image_information, tiles_of
from warraq.index.entry import Entry
from warraq.index.prints import Negative, Print, ground_of, prints_of, slug_of_file
from warraq.model.addresses import image_path
from warraq.model.site import Site
from warraq.plan.nodes import FileNode, PrintNode, TileNode, file_node


def print_nodes(entry: Entry, site: Site) -> Iterator[PrintNode | TileNode | FileNode]:
    """A node for each print and each tile of each picture of a record."""
    folder = entry.file.rpartition("/")[0]
    for number, negative in enumerate(entry.negatives):
        is_cover = number == 0 and entry.cover is None
        for made in prints_of(entry.key, negative, site, is_cover=is_cover).all:
            yield _node(made, negative, f"{folder}/{negative.name}")
        if negative.zoom:
            yield from _tile_nodes(entry, negative, f"{folder}/{negative.name}", site)


def cover_node(entry: Entry, site: Site) -> PrintNode | None:
    """The node of the plain print that stands for a record in lists; None where that is drawn."""
    if not entry.negatives or entry.cover is not None:
        return None
    first, folder = entry.negatives[0], entry.file.rpartition("/")[0]
    made = prints_of(entry.key, first, site, is_cover=True).cover_plain
    return _node(made, first, f"{folder}/{first.name}") if made else None


def _node(made: Print, negative: Negative, origin: str) -> PrintNode:
    size = made.width, made.height
    return PrintNode(made.path, made.key, negative.digest, size, made.crop, made.format, origin)


def _tile_nodes(entry: Entry, negative: Negative, origin: str, site: Site) -> Iterator[TileNode | FileNode]:
    """The tiles of a picture and what is said of them; those of one scale beside each other."""
    service = image_path(entry.key, slug_of_file(negative.name))
    tiles = tiles_of(negative.width, negative.height)
    for tile in tiles:
        key = digest("tile", pictures_digest(), negative.digest, ground_of(negative, site), tile.path)
        yield TileNode(f"{service}{tile.path}".lstrip("/"), key, negative.digest, tile, origin)
    id = f"{site.base_url}{service}".rstrip("/")
    said = json_bytes(image_information(id, negative.width, negative.height, tiles))
    yield file_node(f"{service}{INFORMATION}".lstrip("/"), said, origin)
