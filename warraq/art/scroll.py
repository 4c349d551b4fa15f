"""Return the scroll (islimi) that is drawn with half circles, its leaves and its buds."""

from __future__ import annotations

from functools import lru_cache

from .svg import number


# Covers differ in a few lengths: each part is drawn once for each of them.
@lru_cache(maxsize=64)
def scroll(radius: float, bumps: int, first: int = 1, *, rich: bool = False) -> tuple[str, str]:
    """The path data of a scroll from the origin to the right and of its leaves; ``first`` is 1 up, -1 down.

    A rich one has a leaf on every turn. The stem is a row of half circles; at the end of each the line also goes on
    turning inwards, twice, and ends in a bud. Half circles meet on the axis with upright tangents, so the curve is
    smooth everywhere.
    """
    stem, leaves = "M0 0", ""
    side = first
    for _ in range(bumps):
        sweep = 1 if side == 1 else 0
        stem += f"a{number(radius)} {number(radius)} 0 0 {sweep} {number(2 * radius)} 0"
        side = -side
    side = first
    for k in range(bumps):
        sweep = 1 if side == 1 else 0
        at = 2 * radius * (k + 1)
        one, two = radius * 0.68, radius * 0.46
        stem += f"M{number(at)} 0a{number(one)} {number(one)} 0 0 {sweep} {number(-2 * one)} 0"
        stem += f"a{number(two)} {number(two)} 0 0 {sweep} {number(2 * two)} 0"
        leaves += bud(at - 2 * one + 2 * two, 0, radius * 0.3, side)
        leaves += leaf(at, 0, radius * 0.62, side)
        if rich:
            leaves += leaf(at - 2 * one, 0, radius * 0.3, -side) + leaf(
                at - radius, -radius * side, radius * 0.34, side
            )
        side = -side
    return stem, leaves


def bud(x: float, y: float, size: float, side: int) -> str:
    """A drop that closes the inner turn, hanging back into the curl."""
    return (
        f"M{number(x)} {number(y - size * side * 0.2)}"
        + _curve(size, side, 0.7, 0.5, 0.5, 1.2, -0.5, 1.2)
        + _curve(size, side, -0.7, -0.1, -0.7, -0.9, 0.5, -1.2)
        + "z"
    )


def leaf(x: float, y: float, size: float, side: int) -> str:
    """A pointed leaf that leaves the stem where it changes sides and fills the corner outside the curl."""
    return (
        f"M{number(x)} {number(y)}"
        + _curve(size, side, -0.1, -0.7, 0.2, -1.1, 0.62, -1.42)
        + _curve(size, side, 0.1, 0.7, -0.05, 1.1, -0.62, 1.42)
        + "z"
    )


def _curve(size: float, side: int, *steps: float) -> str:
    """One relative cubic curve from shares of a size; ``side`` -1 turns it upside down."""
    scaled = (step * size * (side if k % 2 else 1) for k, step in enumerate(steps))
    return "c" + " ".join(number(value) for value in scaled)
