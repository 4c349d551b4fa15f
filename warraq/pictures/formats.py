"""Formats known by their first bytes: which we take, and what the others are called, so that an editor can be told.

The name of a file says nothing: telephones and messengers write whatever they like behind the dot.
"""

from __future__ import annotations

import re
from typing import Final

OPENED: Final = ("JPEG", "PNG", "WEBP", "AVIF", "TIFF", "GIF")
"""Pillow's names of the formats that we take. It is given no other, so no decoder runs that starts a program."""

TAKEN: Final = "JPEG, PNG, WebP, AVIF, TIFF, GIF"
"""The same as editors know them."""

_OURS: Final = re.compile(
    rb"\xff\xd8|\x89PNG\r\n|RIFF....WEBP|....ftyp(?:avi[fs]|mif1|msf1)|II\*\0|MM\0\*|II\+\0|MM\0\+|GIF8",
    re.DOTALL,
)

_STRANGE: Final = tuple(
    (name, re.compile(signature, re.DOTALL))
    for name, signature in (
        # What cameras write looks like TIFF but holds a small preview where the picture should be.
        ("RAW", rb"II\*\0....CR|....ftypcrx |FUJIFILMCCD-RAW|IIRO|IIRS|IIU\0"),
        ("HEIC", rb"....ftyp(?:hei[cxms]|hev[cxms]|(?:mif1|msf1)(?!.{4,60}?avi[fs]))"),
        ("JPEG XL", rb"\xff\x0a|\0\0\0\x0cJXL "),
        ("JPEG 2000", rb"\0\0\0\x0cjP  |\xff\x4f\xff\x51"),
        ("SVG", rb"(?:\xef\xbb\xbf)?\s*(?:(?:<\?xml|<!--|<!DOCTYPE svg).{0,4000}?)?<svg[\s>]"),
        ("PDF", rb".{0,1000}?%PDF-"),
        ("EPS", rb"%!PS|\xc5\xd0\xd3\xc6"),
        ("PSD", rb"8BPS"),
        ("BMP", rb"BM....\0\0\0\0"),
        ("ICO", rb"\0\0\x01\0"),
        ("DjVu", rb"AT&TFORM"),
        ("MP4", rb"....ftyp(?!avi[fs]|mif1|msf1).{4}"),
        ("WebM", rb"\x1a\x45\xdf\xa3"),
        ("AVI", rb"RIFF....AVI "),
        # What stands in a checkout for a large file that nobody has fetched.
        ("Git LFS", rb"version https://git-lfs\."),
    )
)


def is_ours(content: bytes) -> bool:
    """Whether a file begins as one of the formats that we take; it may be broken all the same."""
    return bool(_OURS.match(content))


def strange_format(content: bytes) -> str | None:
    """The name of a format that we know and do not take, None for anything else."""
    head = content[:4200]
    return next((name for name, signature in _STRANGE if signature.match(head)), None)


def webp_canvas(content: bytes) -> tuple[int, int] | None:
    """Width and height of a WebP file as its head claims, None where it makes none that matters.

    Pillow makes room for the whole canvas when it opens one; other formats it opens without their pixels.
    """
    if content[:4] != b"RIFF" or content[8:12] != b"WEBP" or len(content) < 30:
        return None
    if content[12:16] == b"VP8X":
        return 1 + int.from_bytes(content[24:27], "little"), 1 + int.from_bytes(content[27:30], "little")
    if content[12:16] == b"VP8L":
        bits = int.from_bytes(content[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    # The third kind, a plain lossy picture, cannot claim more than 16383 pixels a side.
    return None
