"""The record's picture, made to fill its window on the leaf."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from .card import NoShareCard

if TYPE_CHECKING:
    from PIL.Image import Image


def filling(picture: bytes, size: tuple[int, int], ground: str) -> Image:
    """The picture in colour, as large as the window and cut evenly where it is too wide or too high for it.

    A little more is cut away below than above, where faces are. `ground` (#rrggbb) shows where a picture is
    transparent. Errors: NoShareCard where Pillow cannot read it.
    """
    from PIL import Image, ImageOps

    try:
        with Image.open(BytesIO(picture)) as opened:
            upright = ImageOps.exif_transpose(opened).convert("RGBA")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise NoShareCard("the picture cannot be read") from error
    fitted = ImageOps.fit(upright, size, Image.Resampling.LANCZOS, centering=(0.5, 0.4))
    return Image.alpha_composite(Image.new("RGBA", size, ground), fitted).convert("RGB")
