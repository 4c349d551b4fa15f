"""The record's picture, made to fill its window on the leaf."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image


def filling(picture: bytes, size: tuple[int, int]) -> Image:
    """The picture in colour, as large as the window and cut evenly where it is too wide or too high for it.

    A little more is cut away below than above, where faces are. Errors: OSError where Pillow cannot read it.
    """
    from PIL import Image, ImageOps

    with Image.open(BytesIO(picture)) as opened:
        upright = ImageOps.exif_transpose(opened).convert("RGB")
    return ImageOps.fit(upright, size, Image.Resampling.LANCZOS, centering=(0.5, 0.4))
