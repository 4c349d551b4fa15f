"""A leaf written as a PNG file under 120 kB: not dithered, and with as many colours for a picture as there is room for.

Messengers fetch the file over the reader's own line and give up on large ones. Words and ornament need few colours; a
picture has a palette of its own, so that it takes none from them.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_BYTES: Final = 120_000
WORDS: Final = 96
"""The colours of paper, ink and ornament, with those between them on the edges of letters."""
STEPS: Final = ((160, 0.0), (128, 0.0), (96, 0.5), (64, 0.9), (40, 1.4), (20, 2.0), (8, 2.5))
"""The colours of a picture and how far it is softened, in pixels: what is grainy is softened before it is poor."""


def png_of(leaf: Image, picture: Image | None = None, corner: tuple[int, int] = (0, 0)) -> bytes:
    """The leaf as a PNG file with the picture at a corner (left, top), under 120 kB whatever the picture is."""
    ground = _ruled(leaf)
    if picture is None:
        return _file(ground)

    @cache
    def with_picture(step: int) -> bytes:
        colours, softened = STEPS[step]
        return _file(_mounted(ground, _painted(_softened(picture, softened), colours), corner))

    # The first step that is small enough; eight colours cannot fail, at three bits a pixel.
    step = bisect_left(range(len(STEPS) - 1), True, key=lambda each: len(with_picture(each)) < MOST_BYTES)
    return with_picture(step)


def _ruled(leaf: Image) -> Image:
    """The leaf in few colours, chosen by how far they lie apart: the emblem keeps its red on a page that is all blue.

    Median cut would choose by how much there is of each.
    """
    from PIL import Image as Images

    return leaf.quantize(WORDS, Images.Quantize.MAXCOVERAGE, dither=Images.Dither.NONE)


def _painted(picture: Image, colours: int) -> Image:
    """The picture in so many of its own colours, which a copy of half the size tells nearly as well, and much sooner.

    The octree is faster still and bands a clear sky.
    """
    from PIL import Image as Images

    none = Images.Dither.NONE
    palette = picture.reduce(2).quantize(colours, Images.Quantize.MEDIANCUT, dither=none)
    return picture.quantize(palette=palette, dither=none)


def _softened(picture: Image, radius: float) -> Image:
    from PIL import ImageFilter

    return picture.filter(ImageFilter.GaussianBlur(radius)) if radius else picture


def _mounted(ground: Image, picture: Image, corner: tuple[int, int]) -> Image:
    """The two in one image, the colours of the picture after those of the ground."""
    first, second = ground.getpalette() or [], picture.getpalette() or []
    taken = len(first) // 3
    whole = ground.copy()
    whole.paste(picture.point(lambda colour: colour + taken), corner)
    whole.putpalette(first + second)
    return whole


def _file(image: Image) -> bytes:
    out = BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()
