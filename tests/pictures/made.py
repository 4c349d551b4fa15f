"""Pictures, profiles and files that tests make for themselves: no photograph of anybody is kept in the repository."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from hashlib import shake_128
from io import BytesIO
from typing import Any

from PIL import Image

LIMIT = 1_000_000
"""Pixels enough for every picture here."""

D50 = (0.9642, 1.0, 0.8249)
DISPLAY_P3 = ((0.5151, 0.2412, -0.0011), (0.2920, 0.6922, 0.0419), (0.1571, 0.0666, 0.7841))
"""The XYZ of red, green and blue as screens of telephones show them, adapted to D50."""

SRGB = ((0.4361, 0.2225, 0.0139), (0.3851, 0.7169, 0.0971), (0.1431, 0.0606, 0.7141))
SRGB_CURVE = [
    value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
    for value in (step / 25 for step in range(26))
]
"""Drawn by a few points, as profiles in small files are: exact but for the last digit."""


def gradient(width: int = 64, height: int = 48, mode: str = "RGB") -> Image.Image:
    """Red from left to right, green from top to bottom, blue half: smooth, as photographs are."""
    across = Image.linear_gradient("L").rotate(90).resize((width, height))
    down = Image.linear_gradient("L").resize((width, height))
    return Image.merge("RGB", (across, down, Image.new("L", (width, height), 128))).convert(mode)


def noise(width: int, height: int) -> Image.Image:
    """Colours without any order, the same in every run: what encoders find hardest."""
    return Image.frombytes("RGB", (width, height), shake_128(b"noise").digest(width * height * 3))


def file_of(image: Image.Image, format: str, **how: Any) -> bytes:
    """The picture as a file of a format."""
    file = BytesIO()
    image.save(file, format, **how)
    return file.getvalue()


def read(content: bytes) -> Image.Image:
    """The picture in a file, decoded."""
    image = Image.open(BytesIO(content))
    image.load()
    return image


def mean(image: Image.Image) -> tuple[int, ...]:
    """The average colour of a picture."""
    return tuple(image.resize((1, 1), Image.Resampling.BOX).tobytes())


# ---------------------------------------------------------------- ICC profiles


def rgb_profile(
    primaries: tuple[tuple[float, ...], ...] = DISPLAY_P3, gamma: float | Sequence[float] = 2.2
) -> bytes:
    """A screen with these primaries (XYZ at D50) and one curve for all three: a gamma, or points from 0 to 1."""
    curve = _curve(gamma)
    colours = {tag: _xyz(place) for tag, place in zip((b"rXYZ", b"gXYZ", b"bXYZ"), primaries, strict=True)}
    return _profile(b"mntr", b"RGB ", b"XYZ ", colours | dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve))


def grey_profile(gamma: float) -> bytes:
    """Grey of one gamma."""
    return _profile(b"mntr", b"GRAY", b"XYZ ", {b"kTRC": _curve(gamma)})


def cmyk_profile(inks: dict[int, tuple[int, int, int]]) -> bytes:
    """A press by the Lab colours (each 0 to 255) of paper with inks; all that are not named print black.

    Inks are numbered as bits: cyan 8, magenta 4, yellow 2, black 1.
    """
    identity = bytes(range(256))
    grid = b"".join(bytes(inks.get(corner, (0, 128, 128))) for corner in range(16))
    matrix = struct.pack(">9i", *(65536 if place % 4 == 0 else 0 for place in range(9)))
    table = b"mft1" + bytes(4) + bytes([4, 3, 2, 0]) + matrix + identity * 4 + grid + identity * 3
    return _profile(b"prtr", b"CMYK", b"Lab ", {b"A2B0": table})


def _curve(gamma: float | Sequence[float]) -> bytes:
    if isinstance(gamma, float):
        return b"curv" + bytes(4) + struct.pack(">IH", 1, round(gamma * 256))
    points = [round(point * 65535) for point in gamma]
    return b"curv" + bytes(4) + struct.pack(f">I{len(points)}H", len(points), *points)


def _xyz(place: tuple[float, ...]) -> bytes:
    return b"XYZ " + bytes(4) + struct.pack(">3i", *(round(v * 65536) for v in place))


def _profile(kind: bytes, space: bytes, between: bytes, tags: dict[bytes, bytes]) -> bytes:
    words = b"SECRET profile"
    named = b"desc" + bytes(4) + struct.pack(">I", len(words) + 1) + words + bytes(1 + 4 + 4 + 2 + 1 + 67)
    tags = {b"desc": named, b"cprt": b"text" + bytes(4) + words + b"\0", b"wtpt": _xyz(D50)} | tags
    table, body = struct.pack(">I", len(tags)), b""
    for name, value in tags.items():
        table += name + struct.pack(">2I", 128 + 4 + 12 * len(tags) + len(body), len(value))
        body += value + bytes(-len(value) % 4)
    size = 128 + len(table) + len(body)
    head = struct.pack(">I4sI4s4s4s", size, b"test", 0x02400000, kind, space, between)
    head += bytes(12) + b"acsp" + bytes(28) + _xyz(D50)[8:] + bytes(48)
    return head + table + body


# ---------------------------------------------------------------- files with more than a picture in them


def exif(orientation: int = 1) -> Image.Exif:
    """What a camera notes: who, where, and how it was held."""
    notes = Image.Exif()
    notes[0x0112] = orientation
    notes[0x013B] = "SECRET artist"
    notes[0x8298] = "SECRET copyright"
    notes.get_ifd(0x8825).update(
        {1: "N", 2: (31.0, 46.0, 30.0), 3: "E", 4: (35.0, 14.0, 0.0), 27: b"SECRET place"}
    )
    return notes


XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF>SECRET packet</rdf:RDF></x:xmpmeta>'
IPTC = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x12\x1c\x02\x50\0\x0dSECRET byline"


def segment(marker: int, body: bytes) -> bytes:
    """A segment of a JPEG file."""
    return bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body


def chunk(name: bytes, body: bytes) -> bytes:
    """A chunk of a PNG file."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def with_chunks(png: bytes, *chunks: bytes) -> bytes:
    """A PNG file with chunks put before its pixels."""
    at = png.index(b"IDAT") - 4
    return png[:at] + b"".join(chunks) + png[at:]
