"""Return counted motifs: cypress, star, moon, tents, and the bands that end a cloth; ornament, drawn for this house.

Each is drawn as its left half, the middle column last. ``#`` is the first thread, ``o`` the second, ``*`` the third.
"""

from __future__ import annotations

from typing import Final

from .stitch import Cell, motif, together

CYPRESS: Final = motif(
    "....#",
    "....#",
    "...##",
    "...#o",
    "..##o",
    "..#o#",
    ".##o#",
    ".#o#o",
    "##o#o",
    "#o#o*",
    "#o#o*",
    "##o#o",
    ".#o#o",
    ".##o#",
    "..###",
    "....*",
    "....*",
    "..***",
)
SAPLING: Final = motif("...#", "...#", "..#o", "..#o", ".#o#", ".#o#", "#o#o", "#o#o", ".##o", "...*", "..**")
MOON: Final = motif(
    "...###",
    "..#..o",
    ".#..oo",
    "#..oo*",
    "#.oo**",
    "#oo**#",
    "#.oo**",
    "#..oo*",
    ".#..oo",
    "..#..o",
    "...###",
)
TENT: Final = motif(
    "......#",
    ".....##",
    "....#.#",
    "...#.o#",
    "..#.oo#",
    ".#.oo*#",
    "#######",
)
LOZENGE: Final = motif("....#", "...#.", "..#.o", ".#.o*", "#.o*.", ".#.o*", "..#.o", "...#.", "....#")
CHAIN: Final = motif("...#", "..#.", ".#.o", "#.o*", ".#.o", "..#.", "...#")
SPRIG: Final = motif("..#", ".#.", "#.o", ".#.", "..#")


def star(size: int) -> dict[Cell, str]:
    """The eight-pointed star of eight lozenges, ``4 * size + 1`` cells wide, its middle at (0, 0)."""
    cells: dict[Cell, str] = {}
    for y in range(1, size + 1):
        for x in range(y + 1, y + size + 1):
            for u, v, thread in ((x, y, "#"), (y, x, "o")):
                for sx in (1, -1):
                    for sy in (1, -1):
                        cells[(sx * u, sy * v)] = thread
    return together(cells, {(0, 0): "*"})


def diamond(reach: int, thread: str = "*") -> dict[Cell, str]:
    """The stitched outline of a diamond whose tips are ``reach`` cells from (0, 0)."""
    return {(x, y): thread for x in range(-reach, reach + 1) for y in (reach - abs(x), abs(x) - reach)}


def framed_star(size: int) -> dict[Cell, str]:
    """The star in a diamond whose line keeps two cells away from the tips."""
    return together(star(size), diamond(3 * size + 3))


def zigzag(half: int, thread: str = "#") -> dict[Cell, str]:
    """A zigzag band of period 4, three rows high, whose outer ends both touch the lower row."""
    heights = (2, 1, 0, 1)
    return {(x, heights[(x + half) % 4]): thread for x in range(-half, half + 1)}


def wave(half: int, thread: str = "#") -> dict[Cell, str]:
    """Two zigzags that cross in a row of small diamonds, five rows high."""
    down = {(x, 4 - y): thread for x, y in zigzag(half)}
    return {**dict.fromkeys(zigzag(half), thread), **down}


def battlement(half: int, thread: str = "#") -> dict[Cell, str]:
    """A row of small stepped points on a stitched line, three rows high."""
    steps = {
        (x, y): thread
        for x in range(-half, half + 1)
        for y in (0, 1)
        if (x % 4 == 0 if y == 0 else x % 4 != 2)
    }
    return steps | {(x, 2): thread for x in range(-half, half + 1)}


def line(half: int, thread: str = "#") -> dict[Cell, str]:
    """A single stitched row."""
    return {(x, 0): thread for x in range(-half, half + 1)}


def rim(left: int, top: int, right: int, bottom: int, thread: str = "#") -> dict[Cell, str]:
    """The stitched outline of a rectangle, its corner cells included."""
    rows = {(x, y): thread for x in range(left, right + 1) for y in (top, bottom)}
    return rows | {(x, y): thread for x in (left, right) for y in range(top, bottom + 1)}
