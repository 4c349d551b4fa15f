"""Return cross-stitch covers: a chest panel with side bands, rows of counted motifs, a great star, or a lattice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from . import motifs
from .chance import choose, mark
from .cover_frame import panel as tinted
from .schemes import Scheme
from .stitch import Cell, Cloth, crosses, dyed, flipped, height, moved, threads, together, width
from .strapwork import Box
from .svg import element, number

CELL: Final = 10
SIDE: Final = 26
INNER: Final = 16
"""The columns of the outer and the inner stitched rim, counted from the middle column."""

Row = tuple[Cloth, int, int]
"""A motif, how many of them stand in a row, and the columns from one to the next."""


def tatreez(seed: str, family: str, sheet: Box, scheme: Scheme) -> str:
    """The inside of a cross-stitch cover."""
    del family
    ground = choose(seed, "ground", ("plain", "panel"))
    cloth = panel(seed, int(sheet.height / CELL))
    wide, high = width(cloth) * CELL + 10, height(cloth) * CELL + 10
    inside = Box(sheet.centre.real - wide / 2, sheet.centre.imag - high / 2, wide, high)
    shade = tinted(inside, scheme.tone) if ground == "panel" else ""
    return shade + on_cloth(seed, cloth, sheet, scheme)


def on_cloth(seed: str, cloth: Cloth, sheet: Box, scheme: Scheme) -> str:
    """The left half of a cloth as stitches, and its mirror image; likewise downwards when the cloth is even so."""
    first, second, third = choose(
        seed,
        "threads",
        (
            (scheme.accent, scheme.line, scheme.second),
            (scheme.line, scheme.accent, scheme.second),
            (scheme.accent, scheme.second, scheme.line),
        ),
    )
    colour = {"#": first, "o": second, "*": third}
    rows = [y for _, y in cloth]
    ends = min(rows) + max(rows)
    left = {cell: thread for cell, thread in cloth.items() if cell[0] < 0}
    axis = {cell: thread for cell, thread in cloth.items() if cell[0] == 0}
    name = f"s{mark(seed)}"
    return element(
        "g",
        element("g", _downwards(left, ends, colour, f"d{mark(seed)}"), id=name),
        _downwards(axis, ends, colour, f"a{mark(seed)}"),
        element("use", href=f"#{name}", transform="matrix(-1 0 0 1 1 0)"),
        transform=f"translate({number(sheet.centre.real - CELL / 2)} "
        f"{number(sheet.centre.imag - (ends + 1) * CELL / 2)})scale({CELL})",
    )


def _downwards(cloth: Cloth, ends: int, colour: Mapping[str, str], name: str) -> str:
    def sewn(part: Cloth) -> str:
        return "".join(crosses(cells, stroke=colour[t], weight=0.36) for t, cells in threads(part).items())

    if any(cloth.get((x, ends - y)) != thread for (x, y), thread in cloth.items()):
        return sewn(cloth)
    above = {cell: thread for cell, thread in cloth.items() if 2 * cell[1] < ends}
    level = {cell: thread for cell, thread in cloth.items() if 2 * cell[1] == ends}
    return (
        element("g", sewn(above), id=name)
        + element("use", href=f"#{name}", transform=f"matrix(1 0 0 -1 0 {ends + 1})")
        + sewn(level)
    )


def panel(seed: str, rows: int) -> dict[Cell, str]:
    """The whole cloth of a cover, ``rows`` cells high with its bare margin."""
    first = 4
    last = first + (rows - 2 * first - 1) // 2 * 2  # an odd number of rows has a middle one
    layout = choose(seed, "layout", ("chest", "rows", "star", "lattice"))
    rim = motifs.rim(-SIDE, first, SIDE, last, "o")
    if layout == "lattice":
        return together(
            rim, motifs.rim(-SIDE + 2, first + 2, SIDE - 2, last - 2), _lattice(seed, first, last)
        )
    bands = _side_bands(seed, first + 2, last - 2)
    inside = motifs.rim(-INNER, first + 2, INNER, last - 2)
    if layout == "chest":
        body = _stack(first + 4, last - 4, _chest(seed))
    elif layout == "rows":
        body = _stack(first + 4, last - 4, _rows(seed))
    else:
        body = _great_star(seed, first + 4, last - 4)
    return together(rim, bands, inside, body)


def _side_bands(seed: str, top: int, bottom: int) -> dict[Cell, str]:
    unit = choose(seed, "side", (motifs.CHAIN, motifs.SAPLING, motifs.SPRIG))
    space = bottom - top + 1
    pitch = height(unit) + (-1 if unit is motifs.CHAIN else 1)
    count = (space - height(unit)) // pitch + 1
    start = top + (space - height(unit) - (count - 1) * pitch) // 2
    cloth: dict[Cell, str] = {}
    for k in range(count):
        for column in (-21, 21):
            cloth |= moved(unit, column, start + k * pitch)
    return cloth


def _stack(top: int, bottom: int, rows: Sequence[Row]) -> dict[Cell, str]:
    """Rows of motifs with zigzag bands between, the space shared evenly."""
    cloth: dict[Cell, str] = {}
    free = bottom - top + 1 - sum(height(m) for m, _, _ in rows) - 3 * (len(rows) - 1)
    gaps = 2 * len(rows)
    at = float(top)
    for k, (shape, count, pitch) in enumerate(rows):
        at += free / gaps
        start = round(at) - min(y for _, y in shape)
        for i in range(count):
            cloth |= moved(shape, round((i - (count - 1) / 2) * pitch), start)
        at += height(shape) + free / gaps
        if k < len(rows) - 1:
            band = motifs.zigzag(12, "o" if k % 2 else "*")
            cloth |= moved(band, 0, round(at))
            at += 3
    return cloth


def _chest(seed: str) -> Sequence[Row]:
    crown: Row = choose(seed, "crown", ((motifs.TENT, 2, 14), (motifs.MOON, 2, 14), (motifs.CHAIN, 3, 10)))
    foot: Row = choose(
        seed, "foot", ((motifs.CYPRESS, 3, 10), (motifs.SAPLING, 3, 10), (motifs.star(2), 3, 10))
    )
    return (crown, (motifs.star(6), 1, 0), foot)


def _rows(seed: str) -> Sequence[Row]:
    pool: tuple[Row, ...] = (
        (motifs.MOON, 2, 14),
        (motifs.star(2), 3, 10),
        (motifs.TENT, 2, 14),
        (motifs.star(3), 2, 14),
        (motifs.LOZENGE, 3, 10),
    )
    order = sorted(range(len(pool)), key=lambda k: choose(seed, f"row {k}", range(10_000)))
    # Tall trees leave room for two rows beside them, low ones for three.
    trees: Row = choose(seed, "trees", ((motifs.CYPRESS, 3, 10), (motifs.SAPLING, 3, 10)))
    tall = height(trees[0]) > 11
    chosen = [pool[k] for k in order[: 2 if tall else 3]]
    chosen.insert(1 if tall else choose(seed, "place of the trees", (1, 3)), trees)
    return chosen


def _great_star(seed: str, top: int, bottom: int) -> dict[Cell, str]:
    middle = (top + bottom) // 2
    shape, columns = choose(
        seed, "tree", ((motifs.CYPRESS, (-10, 0, 10)), (motifs.SAPLING, (-10, 0, 10)), (motifs.MOON, (-7, 7)))
    )
    cloth = moved(choose(seed, "great star", (motifs.star(5), motifs.framed_star(3))), 0, middle)
    for column in columns:
        cloth |= moved(shape, column, top + 1)
        cloth |= moved(flipped(shape), column, bottom - height(shape))
    return cloth


def _lattice(seed: str, top: int, bottom: int) -> dict[Cell, str]:
    middle = (top + bottom) // 2
    shape = choose(seed, "lattice", ("stars", "moons", "trellis"))
    unit, across, lines, down = {
        "stars": (motifs.star(3), 16, (-24, -8, 8, 24), 8),
        "moons": (moved(motifs.MOON, 0, -5), 16, (-28, -14, 0, 14, 28), 7),
        "trellis": (moved(motifs.LOZENGE, 0, -4), 14, (-21, -7, 7, 21), 7),
    }[shape]
    small = dyed(moved(motifs.SPRIG, 0, -2), {"#": "*", "*": "#"})
    cloth: dict[Cell, str] = {}
    for y in lines:
        for x in (-across, 0, across):
            cloth |= moved(unit, x, middle + y)
            if shape == "trellis":
                cloth |= moved(motifs.diamond(7), x, middle + y)
            elif x < across and y < lines[-1]:
                cloth |= moved(small, x + across // 2, middle + y + down)
    return cloth
