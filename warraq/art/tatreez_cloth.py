"""Return the cloth of a cross-stitch cover, cell by cell, and what a seed decides of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from . import motifs
from .chance import choose
from .stitch import Cell, Cloth, dyed, flipped, height, moved, together

SIDE: Final = 26
INNER: Final = 16
"""The columns of the outer and the inner stitched rim, counted from the middle column."""

Row = tuple[Cloth, int, int]
"""A motif, how many of them stand in a row, and the columns from one to the next."""

LAYOUTS: Final = ("chest", "rows", "star", "lattice")
LATTICES: Final = ("stars", "moons", "trellis")
SIDES: Final[tuple[Cloth, ...]] = (motifs.CHAIN, motifs.SAPLING, motifs.SPRIG)
CROWNS: Final[tuple[Row, ...]] = ((motifs.TENT, 2, 14), (motifs.MOON, 2, 14), (motifs.CHAIN, 3, 10))
FEET: Final[tuple[Row, ...]] = ((motifs.CYPRESS, 3, 10), (motifs.SAPLING, 3, 10), (motifs.star(2), 3, 10))
POOL: Final[tuple[Row, ...]] = (
    (motifs.MOON, 2, 14),
    (motifs.star(2), 3, 10),
    (motifs.TENT, 2, 14),
    (motifs.star(3), 2, 14),
    (motifs.LOZENGE, 3, 10),
)
TREES: Final[tuple[Row, ...]] = ((motifs.CYPRESS, 3, 10), (motifs.SAPLING, 3, 10))
BESIDE: Final[tuple[tuple[Cloth, tuple[int, ...]], ...]] = (
    (motifs.CYPRESS, (-10, 0, 10)),
    (motifs.SAPLING, (-10, 0, 10)),
    (motifs.MOON, (-7, 7)),
)
GREAT: Final[tuple[Cloth, ...]] = (motifs.star(5), motifs.framed_star(3))


def chosen_cloth(seed: str) -> tuple[int, ...]:
    """What the seed decides of the cloth: the places of its choices in the tables above, its layout first."""

    def pick(question: str, options: Sequence[object]) -> int:
        return choose(seed, question, range(len(options)))

    layout = pick("layout", LAYOUTS)
    if LAYOUTS[layout] == "lattice":
        return layout, pick("lattice", LATTICES)
    side = pick("side", SIDES)
    if LAYOUTS[layout] == "chest":
        return layout, side, pick("crown", CROWNS), pick("foot", FEET)
    if LAYOUTS[layout] == "star":
        return layout, side, pick("tree", BESIDE), pick("great star", GREAT)
    trees = pick("trees", TREES)
    order = sorted(range(len(POOL)), key=lambda k: choose(seed, f"row {k}", range(10_000)))
    # Tall trees leave room for two rows beside them, low ones for three.
    if height(TREES[trees][0]) > 11:
        return layout, side, trees, 1, *order[:2]
    return layout, side, trees, choose(seed, "place of the trees", (1, 3)), *order[:3]


def panel(chosen: tuple[int, ...], rows: int) -> dict[Cell, str]:
    """The whole cloth of a cover, ``rows`` cells high with its bare margin."""
    first = 4
    last = first + (rows - 2 * first - 1) // 2 * 2  # an odd number of rows has a middle one
    layout, picks = LAYOUTS[chosen[0]], chosen[1:]
    rim = motifs.rim(-SIDE, first, SIDE, last, "o")
    if layout == "lattice":
        return together(
            rim,
            motifs.rim(-SIDE + 2, first + 2, SIDE - 2, last - 2),
            _lattice(LATTICES[picks[0]], first, last),
        )
    bands = _side_bands(SIDES[picks[0]], first + 2, last - 2)
    inside = motifs.rim(-INNER, first + 2, INNER, last - 2)
    if layout == "chest":
        body = _stack(first + 4, last - 4, (CROWNS[picks[1]], (motifs.star(6), 1, 0), FEET[picks[2]]))
    elif layout == "rows":
        body = _stack(first + 4, last - 4, _rows(*picks[1:]))
    else:
        body = _great_star(*BESIDE[picks[1]], GREAT[picks[2]], first + 4, last - 4)
    return together(rim, bands, inside, body)


def _rows(trees: int, place: int, *others: int) -> Sequence[Row]:
    chosen = [POOL[k] for k in others]
    chosen.insert(place, TREES[trees])
    return chosen


def _side_bands(unit: Cloth, top: int, bottom: int) -> dict[Cell, str]:
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


def _great_star(shape: Cloth, columns: Sequence[int], star: Cloth, top: int, bottom: int) -> dict[Cell, str]:
    cloth = moved(star, 0, (top + bottom) // 2)
    for column in columns:
        cloth |= moved(shape, column, top + 1)
        cloth |= moved(flipped(shape), column, bottom - height(shape))
    return cloth


def _lattice(shape: str, top: int, bottom: int) -> dict[Cell, str]:
    middle = (top + bottom) // 2
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
