"""Sizes and crops: plain arithmetic on whole pixels, done before any picture is opened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias

Box: TypeAlias = tuple[int, int, int, int]
"""Left, upper, right and lower edge in pixels of the upright picture, the last two outside."""

LONGEST: Final = 16_383
"""The longest side of a print, in pixels: WebP has no more."""

APART: Final = 1.15
"""By how much a picture's own width must exceed the next smaller print to be worth a print of its own."""


def crop_for(size: tuple[int, int], ratio: tuple[int, int], focus: tuple[float, float]) -> Box:
    """The largest box of a ratio (width to height) inside a picture, as near to its focal point as it can lie.

    The focal point is given in per cent from the left and from the top. Whole pixels come as near to the ratio as
    they can; each side has at least one.
    """
    (width, height), (across, down) = size, ratio
    if width * down > height * across:
        wide, high = max(1, round(height * across / down)), height
    else:
        wide, high = width, max(1, round(width * down / across))
    left, upper = _start(width, wide, focus[0]), _start(height, high, focus[1])
    return left, upper, left + wide, upper + high


def _start(whole: int, part: int, focus: float) -> int:
    return min(max(0, round(whole * focus / 100 - part / 2)), whole - part)


def widths_for(width: int, wanted: Sequence[int]) -> tuple[int, ...]:
    """The widths of the prints of a picture (or of the crop of one) in pixels, rising and never more than its own.

    They are the wanted ones that it has, and its own where that lies between two wanted ones and is no near double.
    """
    smaller = sorted({each for each in wanted if each <= width})
    if not smaller:
        return (width,)
    between = any(each > width for each in wanted)
    return (*smaller, width) if between and width > smaller[-1] * APART else tuple(smaller)


def size_of_print(part: tuple[int, int], width: int) -> tuple[int, int]:
    """Width and height of a print of a picture or crop: its proportions, nothing enlarged, no side beyond LONGEST."""
    across, down = part
    share = min(1, width / across, LONGEST / across, LONGEST / down)
    return max(1, round(across * share)), max(1, round(down * share))
