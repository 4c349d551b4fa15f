"""Which letters a font has, by our own small reader, held against fontTools."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from warraq.cards.coverage import letters_of

ttlib = pytest.importorskip("fontTools.ttLib", reason="fontTools is the judge")
FONTS = sorted((Path(__file__).resolve().parents[2] / "assets/fonts/cards").glob("*.ttf"))


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.name)
def test_the_letters_of_a_font_are_those_that_fonttools_finds(path: Path) -> None:
    assert letters_of(path.read_bytes()) == set(ttlib.TTFont(path).getBestCmap())


def test_a_font_with_letters_beyond_the_first_plane_is_read() -> None:
    from fontTools.fontBuilder import FontBuilder

    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "a", "b"])
    builder.setupCharacterMap({0x41: "a", 0x1EE00: "b"})
    out = BytesIO()
    builder.save(out)
    assert letters_of(out.getvalue()) == {0x41, 0x1EE00}


@pytest.mark.parametrize("content", [b"", b"wOF2" + bytes(40), b"\0\1\0\0" + bytes(40)])
def test_what_is_no_font_is_said_to_be_none(content: bytes) -> None:
    with pytest.raises(ValueError, match="font"):
        letters_of(content)
