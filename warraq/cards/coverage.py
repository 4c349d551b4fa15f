"""Which letters a font has: read from its `cmap` table, so that no empty box is ever drawn.

The two formats that fonts for Unicode are made with, 4 and 12, as the OpenType specification describes them.
"""

from __future__ import annotations

from collections.abc import Iterator
from struct import iter_unpack, unpack_from

_UNICODE = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3))
"""Platform and encoding of the tables that map Unicode, the fuller ones first."""


def letters_of(font: bytes) -> frozenset[int]:
    """The code points that a TrueType or OpenType font has a glyph for; ValueError for any other file."""
    if font[:4] not in (b"\0\1\0\0", b"OTTO", b"true"):
        raise ValueError("not a TrueType or OpenType font")
    (count,) = unpack_from(">H", font, 4)
    records = iter_unpack(">4sLLL", font[12 : 12 + 16 * count])
    start = next((offset for tag, _, offset, _ in records if tag == b"cmap"), None)
    if start is None:
        raise ValueError("the font has no cmap table")
    (count,) = unpack_from(">H", font, start + 2)
    tables = {
        (platform, encoding): start + offset
        for platform, encoding, offset in iter_unpack(">HHL", font[start + 4 : start + 4 + 8 * count])
    }
    for kind in _UNICODE:
        if kind in tables:
            return frozenset(_mapped(font, tables[kind]))
    raise ValueError("the font maps no Unicode")


def _mapped(font: bytes, at: int) -> Iterator[int]:
    (form,) = unpack_from(">H", font, at)
    if form == 12:
        (count,) = unpack_from(">L", font, at + 12)
        for first, last, glyph in iter_unpack(">LLL", font[at + 16 : at + 16 + 12 * count]):
            yield from range(first + (glyph == 0), last + 1)
    elif form == 4:
        (twice,) = unpack_from(">H", font, at + 6)
        ends, starts, deltas, offsets = (at + 14, at + 16 + twice, at + 16 + 2 * twice, at + 16 + 3 * twice)
        for step in range(0, twice, 2):
            (end,), (start,) = unpack_from(">H", font, ends + step), unpack_from(">H", font, starts + step)
            (delta,), (offset,) = (
                unpack_from(">H", font, deltas + step),
                unpack_from(">H", font, offsets + step),
            )
            for code in range(start, min(end, 0xFFFE) + 1):
                glyph = code
                if offset:
                    (glyph,) = unpack_from(">H", font, offsets + step + offset + 2 * (code - start))
                if (glyph and (glyph + delta) & 0xFFFF) if offset else (glyph + delta) & 0xFFFF:
                    yield code
    else:
        raise ValueError(f"a cmap table of format {form}")
