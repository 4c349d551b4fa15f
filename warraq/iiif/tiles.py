"""The files of a zoomable picture: a pyramid of tiles as the IIIF Image API 3.0 names them, level 0, no server.

A file has the canonical address that clients ask for, so a host of static files can answer. Each level of the pyramid
is half as wide as the one below; the last level fits into one tile. Levels that are small enough are also there in
one piece, for clients that want a picture and no tiles.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from PIL.Image import Image

# Pillow's own module is needed only by those who have a picture in hand already.

TILE: Final = 512
"""Pixels on each side of a tile that is not cut off by the edge."""

LARGEST: Final = 1024
"""Pixels on the longer side that a picture in one piece has at most."""

GLIMPSE: Final = 90
"""Pixels across the small picture that the Universal Viewer asks of every service, whatever this one promises."""

INFORMATION: Final = "info.json"
"""Where the information on a picture stands, below the address of its image service."""

_QUALITY = 82


@dataclass(frozen=True, slots=True)
class Tile:
    """One file of a picture: a part of it, or the whole, at one of its scales."""

    path: str
    """Below the address of the image service: `0,0,1024,1024/512,512/0/default.jpg`."""
    box: tuple[int, int, int, int]
    """What it shows of the full picture: x, y, width and height in pixels of that."""
    size: tuple[int, int]
    """Its own width and height in pixels."""
    factor: int
    """How many pixels of the full picture one of its own stands for, on each axis: a power of two."""

    @property
    def is_whole(self) -> bool:
        """Whether it shows all of the picture."""
        return self.path.startswith("full/")


def factors_of(width: int, height: int, tile: int = TILE) -> tuple[int, ...]:
    """The scale factors of a picture's levels, from 1 to the first that fits into one tile."""
    if min(width, height, tile) < 1:
        raise ValueError("a picture and its tiles have at least one pixel")
    factors = [1]
    while max(width, height) > tile * factors[-1]:
        factors.append(factors[-1] * 2)
    return tuple(factors)


def tiles_of(width: int, height: int, tile: int = TILE, largest: int = LARGEST) -> tuple[Tile, ...]:
    """Every file of a picture but its information, from the full scale to the smallest; no path comes twice.

    Pictures in one piece are those of the levels, up to `largest` pixels on the longer side, and besides `full/max`
    and a glimpse for one client's list of pages.
    """
    found: list[Tile] = []
    whole: list[Tile] = []
    for factor in factors_of(width, height, tile):
        size = _scaled(width, factor), _scaled(height, factor)
        fits = max(size) <= tile
        if not fits:
            found.extend(_cut(width, height, tile, factor))
        if fits or max(size) <= largest:
            whole.append(Tile(_path("full", *size), (0, 0, width, height), size, factor))
    first, last = whole[0], whole[-1]
    found += [Tile("full/max/0/default.jpg", first.box, first.size, first.factor), *whole]
    if width > GLIMPSE:
        size = GLIMPSE, max(1, round(height * GLIMPSE / width))
        found.append(Tile(f"full/{GLIMPSE},/0/default.jpg", last.box, size, last.factor))
    return tuple(found)


def image_information(
    id: str, width: int, height: int, tiles: Sequence[Tile], tile: int = TILE
) -> dict[str, Any]:
    """The image information (info.json) of a picture whose service has the address `id`, without a slash at its end.

    It promises these tiles and nothing else. OpenSeadragon takes the sizes for those of its levels when there are as
    many; they are the levels' own, from the smallest on, so that it is right to.
    """
    if id.endswith("/"):
        raise ValueError("the address of an image service ends without a slash")
    sizes = sorted(part.size for part in tiles if part.path == _path("full", *part.size))
    largest = sizes[-1]
    limits = {} if largest == (width, height) else {"maxWidth": largest[0], "maxHeight": largest[1]}
    return {
        "@context": "http://iiif.io/api/image/3/context.json",
        "id": id,
        "type": "ImageService3",
        "protocol": "http://iiif.io/api/image",
        "profile": "level0",
        "width": width,
        "height": height,
        **limits,
        "sizes": [{"width": wide, "height": high} for wide, high in sizes],
        "tiles": [{"width": tile, "height": tile, "scaleFactors": sorted({part.factor for part in tiles})}],
    }


def level(image: Image, factor: int) -> Image:
    """The picture at one scale, each pixel the mean of `factor` by `factor` ones; itself where the factor is 1.

    The picture is upright, in grey or sRGB. Made once, it serves all tiles of its level. ValueError for other modes.
    """
    if image.mode not in {"L", "RGB"}:
        raise ValueError(f"tiles are cut from grey or RGB pictures, not from {image.mode}")
    return image.reduce(factor) if factor > 1 else image


def print_tile(image: Image, tile: Tile) -> bytes:
    """The tile as a JPEG file without metadata, cut from the `level` of its factor."""
    x, y = (side // tile.factor for side in tile.box[:2])
    wide, high = tile.size
    # A fresh copy of the pixels: what a camera or a scanner wrote beside them stays behind.
    part = image.resize(tile.size) if tile.is_whole else image.crop((x, y, x + wide, y + high))
    part.info.clear()
    out = BytesIO()
    part.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return out.getvalue()


def _cut(width: int, height: int, tile: int, factor: int) -> Iterator[Tile]:
    """The tiles of one level, row by row; those at the far edges are smaller."""
    step = tile * factor
    for y in range(0, height, step):
        for x in range(0, width, step):
            wide, high = min(step, width - x), min(step, height - y)
            size = _scaled(wide, factor), _scaled(high, factor)
            yield Tile(_path(f"{x},{y},{wide},{high}", *size), (x, y, wide, high), size, factor)


def _path(region: str, wide: int, high: int) -> str:
    return f"{region}/{wide},{high}/0/default.jpg"


def _scaled(side: int, factor: int) -> int:
    """The side in pixels of a level; a pixel that is only begun counts, as clients reckon it."""
    return -(-side // factor)
