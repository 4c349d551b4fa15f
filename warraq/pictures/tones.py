"""The tones that stand in for a picture until it is there: a small fixed palette, each colour a class of its own.

A picture's average colour could be written beside it, but pages here have no inline styles. Few enough tones are
sent with the style sheet once, for all pictures. They are spread evenly in Oklab, where equal distances look equal:
greys and soft colours at every lightness, as most photographs have them on average, strong ones in the middle.
"""

from __future__ import annotations

import math
from typing import Final, TypeAlias

Rgb: TypeAlias = tuple[int, int, int]
"""Red, green and blue of sRGB, 0 to 255."""

_HUES: Final = {"r": 20, "o": 60, "y": 100, "g": 145, "t": 195, "b": 250, "v": 305}
"""By letter, in degrees of Oklch: red, orange, yellow, green, turquoise, blue, violet."""


def _palette() -> dict[str, Rgb]:
    """Every tone by its name: lightness in per cent, hue, and a 1 for soft or a 2 for strong colour; k is grey."""
    tones = {f"{light}k": _srgb(light / 100, 0, 0) for light in range(14, 99, 12)}
    for hue, degrees in _HUES.items():
        tones |= {f"{light}{hue}1": _srgb(light / 100, 0.045, degrees) for light in (25, 40, 55, 70, 85)}
        tones |= {f"{light}{hue}2": _srgb(light / 100, 0.11, degrees) for light in (40, 55, 70)}
    return tones


def _srgb(lightness: float, chroma: float, degrees: float) -> Rgb:
    """A colour of Oklch in sRGB, at the edge where it lies outside."""
    a, b = chroma * math.cos(math.radians(degrees)), chroma * math.sin(math.radians(degrees))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    red, green, blue = (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
    return _encoded(red), _encoded(green), _encoded(blue)


def _encoded(light: float) -> int:
    light = min(1.0, max(0.0, light))
    return round(255 * (12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055))


def oklab(colour: Rgb) -> tuple[float, float, float]:
    """Lightness (0 to 1), green-red and blue-yellow of an sRGB colour, after Björn Ottosson's definition of 2020."""
    red, green, blue = ((v / 255) / 12.92 if v <= 10 else ((v / 255 + 0.055) / 1.055) ** 2.4 for v in colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


TONES: Final = _palette()
"""Name and sRGB colour of every tone."""

_PLACES: Final = {name: oklab(colour) for name, colour in TONES.items()}


def tone_of(colour: Rgb) -> str:
    """The name of the tone that looks most like an sRGB colour."""
    place = oklab(colour)
    return min(_PLACES, key=lambda name: math.dist(place, _PLACES[name]))


def style_sheet() -> str:
    """The CSS of all tones: `tone-<name>` colours the ground of an element."""
    rules = "\n".join(
        f"  .tone-{name} {{ background-color: #{red:02x}{green:02x}{blue:02x}; }}"
        for name, (red, green, blue) in TONES.items()
    )
    return f"{_HEAD}@layer components {{\n{rules}\n}}\n"


_HEAD: Final = """\
/* The tones that stand in for pictures until these have come. They are colours of photographs, not of the house, and
 * none depends on its palette. This sheet is made from warraq/pictures/tones.py; do not edit it. */
"""
