"""Pictures as a page shows them, in a text and beside it; every address is relative to the page."""

from __future__ import annotations

from msgspec import Struct

from warraq.model.worded import Words


class Image(Struct, frozen=True):
    """One picture in several sizes, for browsers to choose from."""

    src: str
    """A JPEG, or a drawing, that every browser knows."""
    width: int
    """Of that one, in pixels."""
    height: int
    webp: str = ""
    """Addresses with their widths, as `srcset` has them; empty where there are none."""
    avif: str = ""
    tone: str = ""
    """The name of the colour that stands there until the picture has come."""


class Zoom(Struct, frozen=True):
    """The way to a picture's tiles, for the viewer."""

    base: str
    """The address of their folder."""
    width: int
    """Of the whole picture, in pixels."""
    height: int
    tile: int
    """Of each tile, in pixels along each side."""
    factors: tuple[int, ...]
    """How many pixels of the picture one of a tile stands for, level by level."""


class Figure(Struct, frozen=True):
    """A picture with the words that belong to it."""

    image: Image
    alt: Words | None
    """None where it only adorns."""
    caption: Words | None
    credit: Words | None
    rights: Words | None
    """The name of its licence or statement of rights."""
    rights_href: str
    href: str = ""
    """Where it leads: its own page, or its large print; empty where there is no more to see."""
    zoom: Zoom | None = None
    anchor: str = ""
    """By which a page names its place."""
    date: str = ""

    @property
    def is_adornment(self) -> bool:
        """Whether it only adorns."""
        return self.alt is None
