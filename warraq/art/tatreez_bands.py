"""Return cross-stitch covers in bands, as on a sleeve or a hem: each band and motif is sewn once and repeated.

The cloth is counted finer than the panels are; every row ends with a whole motif, and every band in finished rows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final, TypeAlias

from . import motifs
from .chance import choose, mark
from .cover_frame import panel
from .schemes import Scheme
from .stitch import Cloth, Stitched, dyed, height, moved, stitched, stitches, together
from .strapwork import Box
from .svg import element, number

HALF: Final = 32
"""Columns on each side of the middle one."""

Row: TypeAlias = tuple[str, int, int]
"""The name of what stands in a row, how many of it, and the columns from one to the next."""

BANDS: Final[tuple[Row, ...]] = (("zigzag", 1, 0), ("wave", 1, 0), ("battlement", 1, 0))
SMALL: Final[tuple[Row, ...]] = (("chain", 9, 7), ("sprig", 9, 7), ("lozenge", 7, 9), ("star", 5, 12))
LARGE: Final[tuple[Row, ...]] = (
    ("moon", 5, 13),
    ("great star", 3, 20),
    ("cypress", 5, 12),
    ("framed", 3, 22),
)
LAYOUTS: Final = ("bands", "bands", "hem", "yoke", "panel")


@cache
def _piece(name: str) -> tuple[Stitched, int]:
    """A band or motif with its stitches laid, its first row at 0, and how many rows it has."""
    cloth: Mapping[tuple[int, int], str] = {
        "zigzag": lambda: motifs.zigzag(HALF, "o"),
        "wave": lambda: motifs.wave(HALF, "*"),
        "battlement": lambda: motifs.battlement(HALF, "o"),
        "line": lambda: motifs.line(HALF),
        "chain": lambda: motifs.CHAIN,
        "sprig": lambda: dyed(motifs.SPRIG, {"#": "o", "o": "#"}),
        "lozenge": lambda: motifs.LOZENGE,
        "star": lambda: motifs.star(2),
        "moon": lambda: motifs.MOON,
        "great star": lambda: motifs.star(4),
        "cypress": lambda: motifs.CYPRESS,
        "framed": lambda: motifs.framed_star(2),
        "chest star": lambda: together(motifs.star(6), motifs.diamond(20, "*")),
    }[name]()
    levelled: Cloth = moved(cloth, 0, -min(y for _, y in cloth))
    return stitched(levelled), height(levelled)


def bands(seed: str, sheet: Box, scheme: Scheme) -> str:
    """The inside of a cross-stitch cover made of bands."""
    cell = sheet.width / 75
    layout = choose(seed, "bands", LAYOUTS)
    inside = int(sheet.height / cell) - 8
    lines = {"hem": inside * 48 // 100, "yoke": inside * 40 // 100}.get(layout, inside)
    rows = _rows(seed, lines, 24 if layout == "panel" else 0)
    top = 4 if layout != "hem" else 4 + inside - lines
    out, extra = "", ""
    placed = _spread(rows, lines)
    if layout in {"hem", "yoke"}:
        star = choose(seed, "alone", ("great star", "moon", "framed", "chest star"))
        bare = 4 + (inside - lines) // 2 if layout == "hem" else 4 + lines + (inside - lines) // 2
        placed = [(row, top + y) for row, y in placed] + [((star, 1, 0), bare - _piece(star)[1] // 2)]
        edge = number((top - 2) * cell if layout == "hem" else 0)
        deep = number((lines + 6) * cell)
        extra = element("path", fill=scheme.tone, d=f"M0 {edge}h{number(sheet.width)}v{deep}H0z")
    else:
        placed = [(row, top + y) for row, y in placed]
        if choose(seed, "shade", (True, False)):
            extra = panel(sheet.inset(2.5 * cell), scheme.tone)
    colour = _threads(seed, scheme)
    seen: set[tuple[str, int]] = set()
    for (name, count, pitch), y in placed:
        row = f"{name[:2]}{count}{mark(seed)}".replace(" ", "")
        if (name, count) in seen:
            out += element("use", href=f"#{row}", y=y)
            continue
        seen.add((name, count))
        first = -(count - 1) // 2 * pitch
        unit = f"u{row}"
        body = element("g", _sewn(_piece(name)[0], colour), id=unit)
        if count > 1:
            body = element("g", body, transform=f"translate({first} 0)") + "".join(
                element("use", href=f"#{unit}", x=first + k * pitch) for k in range(1, count)
            )
        # The row is kept at 0 and shown by reference, so that it can be shown again.
        out += element("defs", element("g", body, id=row)) + element("use", href=f"#{row}", y=y)
    move = f"translate({number(sheet.centre.real - cell / 2)} {number(sheet.top)})scale({number(cell, 3)})"
    return extra + element("g", out, transform=move)


def _threads(seed: str, scheme: Scheme) -> Mapping[str, str]:
    first, second = choose(seed, "threads", ((scheme.accent, scheme.line), (scheme.line, scheme.accent)))
    return {"#": first, "o": second, "*": scheme.second}


def _rows(seed: str, lines: int, middle: int) -> list[Row]:
    """Rows that read the same from above and from below, so many as there is room for."""
    line: Row = ("line", 1, 0)
    band, other = choose(seed, "band", BANDS), choose(seed, "other", BANDS)
    small, large = choose(seed, "small", SMALL), choose(seed, "large", LARGE)
    border = [line, band, line]
    heart: list[Row] = [("chest star", 1, 0)] if middle else [large]
    rows = [*border, *heart, *border]
    step = 0
    while True:
        ring: list[Row] = (
            [small, *border] if step % 2 == 0 else [large if middle else small, line, other, line]
        )
        longer = [*ring[::-1], *rows, *ring]
        if _least(longer) > lines or step > 3:
            return rows
        rows, step = longer, step + 1


def _least(rows: Sequence[Row]) -> int:
    return sum(_piece(name)[1] + 2 for name, _, _ in rows) - 2


def _spread(rows: Sequence[Row], lines: int) -> list[tuple[Row, int]]:
    """Each row with the line at which it begins; the room to spare goes between motifs and borders."""
    spare = lines - sum(_piece(name)[1] for name, _, _ in rows)
    gaps = len(rows) - 1
    # A motif wants twice the air that a border's own rows have.
    weights = [1.0 if _is_band(rows[k]) and _is_band(rows[k + 1]) else 2.0 for k in range(gaps)]
    unit, at = spare / sum(weights), 0.0
    placed: list[tuple[Row, int]] = []
    for k, row in enumerate(rows):
        placed.append((row, round(at)))
        at += _piece(row[0])[1] + (weights[k] * unit if k < gaps else 0)
    return placed


def _is_band(row: Row) -> bool:
    return row[0] == "line" or row in BANDS


def _sewn(cloth: Stitched, colour: Mapping[str, str]) -> str:
    return "".join(stitches(data, stroke=colour[t], weight=0.36) for t, data in cloth)
