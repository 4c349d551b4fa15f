"""Share images: for a page the picture of 1200 by 630 pixels that messengers and networks show beside its address.

Each is a leaf of an album: its title in its own script on paper, and beside it the record's picture, mounted on cloth,
or a cover of our own ornament. Typst sets the words, Pillow puts the picture in and writes a small PNG. `draw.py` is
loaded where one is drawn: most builds draw none.
"""

from __future__ import annotations

from importlib.util import find_spec

from .card import NoShareCard, ShareCard
from .fonts import Fonts, read_fonts

__all__ = ["Fonts", "NoShareCard", "ShareCard", "can_be_drawn", "read_fonts"]


def can_be_drawn() -> bool:
    """Whether the typesetter is there: not for every machine is one published."""
    return find_spec("typst") is not None
