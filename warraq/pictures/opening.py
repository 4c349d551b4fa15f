"""Bytes to a picture that Pillow has opened but not decoded, or a fault: the border to files that may be hostile.

Pillow raises whatever its decoders run into and warns as it sees fit. Behind `pillow_at_work` there is one kind of
exception and no warning.
"""

from __future__ import annotations

import logging
import re
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Final

from PIL import Image, ImageFile, TiffImagePlugin

from .faults import PictureFault
from .formats import OPENED, TAKEN, is_ours, strange_format, webp_canvas

# Without any handler, what Pillow tells its log of a damaged TIFF would be printed beside our own messages.
logging.getLogger("PIL").addHandler(logging.NullHandler())

_NEW_SUBFILE_TYPE: Final = 254
_TILE_WIDTH: Final = 322
_TILE_LENGTH: Final = 323
_DNG_VERSION: Final = 50706


@contextmanager
def pillow_at_work(largest: int = sys.maxsize) -> Iterator[None]:
    """Pillow's exceptions within are raised as PictureFault, and its warnings are not heard.

    `largest` is how many pixels the site takes, where that is less than what Pillow takes.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield
        except PictureFault:
            raise
        except Image.DecompressionBombError as error:
            # Beyond a limit of its own, Pillow refuses before we can ask; its sentence alone has the two numbers.
            pixels, limit = (int(number) for number in re.findall(r"\d+", str(error))[:2])
            raise PictureFault("too-large", {"pixels": pixels, "limit": min(limit, largest)}) from error
        except Exception as error:
            # Decoders of damaged bytes raise more kinds than anybody has listed: IndexError, struct.error, zlib.error …
            raise PictureFault("broken") from error


def opened(content: bytes, largest: int) -> ImageFile.ImageFile:
    """The picture in the bytes, not decoded yet; PictureFault where it is none of ours or exceeds `largest` pixels."""
    if name := strange_format(content):
        raise _strange(name)
    if not is_ours(content):
        raise PictureFault("not-a-picture" if content else "broken")
    with pillow_at_work(largest):
        if canvas := webp_canvas(content):
            _must_fit(canvas, largest)
        image = Image.open(BytesIO(content), formats=OPENED)
        _must_fit(image.size, largest)
        if isinstance(image, TiffImagePlugin.TiffImageFile):
            _must_be_a_photograph(image, largest)
        return image


def _must_fit(size: tuple[int, int], largest: int) -> None:
    if (pixels := size[0] * size[1]) > largest:
        raise PictureFault("too-large", {"pixels": pixels, "limit": largest})


def _must_be_a_photograph(image: TiffImagePlugin.TiffImageFile, largest: int) -> None:
    tags = image.tag_v2
    # The raw files of cameras are TIFF with a thumbnail in front; what they have behind it only they understand.
    if _DNG_VERSION in tags or tags.get(_NEW_SUBFILE_TYPE, 0) & 1:
        raise _strange("RAW")
    if image.mode in {"I", "F"}:
        raise _strange("TIFF, 32 bit")
    # A tile is decoded whole, however little of it the picture needs.
    _must_fit((tags.get(_TILE_WIDTH, 1), tags.get(_TILE_LENGTH, 1)), largest)


def _strange(name: str) -> PictureFault:
    return PictureFault("strange-format", {"format": name, "taken": TAKEN})


def has_more_frames(image: ImageFile.ImageFile) -> bool:
    """Whether there are more frames or pages than the first; the copies that some files have of it do not count."""
    if image.format == "MPO":  # a JPEG of a telephone, with a depth map or a smaller copy behind it
        return False
    if not getattr(image, "is_animated", False):
        return False
    if not isinstance(image, TiffImagePlugin.TiffImageFile):
        return True
    # Scans for deep zoom have the same page again and again, each half as large as the one before.
    image.seek(1)
    smaller_copy = bool(image.tag_v2.get(_NEW_SUBFILE_TYPE, 0) & 1)
    image.seek(0)
    return not smaller_copy
