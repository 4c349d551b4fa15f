"""The files that are made of the pictures of a record."""

from __future__ import annotations

from collections.abc import Iterator

from warraq.index.entry import Entry
from warraq.index.prints import prints_of
from warraq.model.site import Site
from warraq.plan.nodes import PrintNode


def print_nodes(entry: Entry, site: Site) -> Iterator[PrintNode]:
    """A node for each print of each picture of a record."""
    folder = entry.file.rpartition("/")[0]
    for number, negative in enumerate(entry.negatives):
        is_cover = number == 0 and entry.cover is None
        for made in prints_of(entry.key, negative, site, is_cover=is_cover).all:
            size = made.width, made.height
            origin = f"{folder}/{negative.name}"
            yield PrintNode(made.path, made.key, negative.digest, size, made.crop, made.format, origin)
