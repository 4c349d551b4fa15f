"""The darkroom: from the pictures in the content to the prints that readers are given."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from warraq import rules
from warraq.diagnostics import EditorError
from warraq.files import read_bytes
from warraq.fingerprint import digest
from warraq.iiif.tiles import level, print_tile
from warraq.model.site import Site
from warraq.model.values import Span
from warraq.plan.nodes import PrintNode, TileNode

if TYPE_CHECKING:
    from PIL.Image import Image


@dataclass
class Darkroom:
    """Makes prints; one for each process. The last picture stays at hand, since several prints are made of each."""

    content: Path
    site: Site
    _developed: tuple[str, Image] | None = field(default=None, repr=False)
    _level: tuple[str, int, Image] | None = field(default=None, repr=False)

    def print(self, node: PrintNode) -> bytes:
        """The bytes of a print; EditorError where the picture is not the one that was looked at."""
        from warraq.pictures.darkroom import print_of

        return print_of(
            self._picture(node.digest, node.origin),
            node.size,
            node.crop,
            node.format,
            self.site.facts.colours.paper,
        )

    def tile(self, node: TileNode) -> bytes:
        """The bytes of a tile; EditorError where the picture is not the one that was looked at."""
        return print_tile(self._scaled(node), node.tile)

    def _scaled(self, node: TileNode) -> Image:
        """The picture at the scale of a tile, on paper where it can be seen through."""
        from PIL import Image as Images

        factor = node.tile.factor
        if self._level is None or self._level[:2] != (node.digest, factor):
            self._level = None
            picture = self._picture(node.digest, node.origin)
            if picture.mode == "RGBA":
                ground = Images.new("RGB", picture.size, self.site.facts.colours.paper)
                ground.paste(picture, mask=picture)
                picture = ground
            self._level = node.digest, factor, level(picture, factor)
        return self._level[2]

    def _picture(self, wanted: str, origin: str) -> Image:
        from warraq.pictures import PictureFault
        from warraq.pictures.darkroom import develop

        if self._developed is None or self._developed[0] != wanted:
            self._developed = self._level = None  # makes room before the next one is opened
            # The content may be shown under another name than its folder's.
            content = read_bytes(self.content.joinpath(*origin.split("/")[1:]), origin)
            if digest(content) != wanted:
                raise EditorError(rules.PICTURE_CHANGED.at(Span(origin), name=origin.rpartition("/")[2]))
            try:
                picture = develop(content, self.site.facts.pictures.largest * 1_000_000)
            except PictureFault as fault:
                raise EditorError(
                    rules.BROKEN_PICTURE.at(Span(origin), name=origin.rpartition("/")[2])
                ) from fault
            self._developed = wanted, picture
        return self._developed[1]
