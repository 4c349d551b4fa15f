"""What is known of a picture before any print is made of it, and the formats that prints are made in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

PrintFormat: TypeAlias = Literal["webp", "jpeg", "avif"]


@dataclass(frozen=True, slots=True)
class Plate:
    """The upright size of a picture in pixels, and what a page should know of it."""

    width: int
    height: int
    tone: str
    """The name of its average colour in `tones.TONES`; empty where it is transparent: nothing would cover the tone."""
    transparent: bool
    """Whether anything of it can be seen through; an alpha channel that hides nothing does not count."""
    animated: bool
    """Whether there are more frames or pages than the first, which alone is used."""
