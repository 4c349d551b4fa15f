"""Return motif covers: one small sign on bare cloth, counted in stitches, alone, in a line or scattered.

They are the quietest of the covers, for what is a word rather than a tale.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from . import motifs
from .chance import choose, mark
from .cover_frame import jadval, rule
from .schemes import Scheme
from .stitch import Cloth, Stitched, height, moved, stitched, stitches, width
from .strapwork import Box
from .svg import element, number

SIGNS: Final[tuple[Cloth, ...]] = (
    motifs.star(2),
    motifs.star(3),
    motifs.star(4),
    motifs.MOON,
    motifs.SAPLING,
    motifs.LOZENGE,
    motifs.CHAIN,
    motifs.framed_star(2),
    motifs.TENT,
)
"""Every one is even about its middle column."""

LAYOUTS: Final = ("one", "one", "line", "stack", "scattered", "foot")


def motif_cover(seed: str, family: str, sheet: Box, scheme: Scheme) -> str:
    """The inside of a motif cover."""
    del family
    sign = choose(seed, "sign", range(len(SIGNS)))
    layout = choose(seed, "layout", LAYOUTS)
    cells = max(width(SIGNS[sign]), height(SIGNS[sign]))
    name = f"s{mark(seed)}"
    out = element("defs", element("g", _sewn(seed, _sign(sign), scheme), id=name))

    def shown(at: complex, size: float) -> str:
        move = f"translate({number(at.real)} {number(at.imag)})scale({number(size / cells, 3)})"
        return element("use", href=f"#{name}", transform=move)

    middle = sheet.centre
    if layout == "one":
        size = choose(seed, "size", (210.0, 300.0, 390.0))
        return out + jadval(seed, sheet, scheme) + shown(middle, size)
    if layout == "foot":
        line = sheet.top + sheet.height * 0.72
        out += rule(complex(0, line), sheet.width, scheme.line, 4)
        out += rule(complex(0, line + 12), sheet.width, scheme.accent, 2)
        return out + shown(complex(middle.real, sheet.top + sheet.height * 0.38), 250)
    if layout == "line":
        for y in (-1, 1):
            out += rule(complex(0, middle.imag + y * 92), sheet.width, scheme.line, 4)
            out += rule(complex(0, middle.imag + y * 106), sheet.width, scheme.accent, 2)
        return out + "".join(shown(middle + 110 * k, 104) for k in (-2, -1, 0, 1, 2))
    if layout == "stack":
        step = sheet.height / 4
        return (
            out
            + jadval(seed, sheet, scheme)
            + "".join(shown(middle + 1j * step * k, step * 0.74) for k in (-1, 0, 1))
        )
    across = choose(seed, "across", (3, 4, 5))
    pitch = (sheet.width - 90) / across
    down = int((sheet.height - 90) / pitch)
    return (
        out
        + jadval(seed, sheet, scheme)
        + "".join(
            shown(middle + pitch * complex(x - (across - 1) / 2, y - (down - 1) / 2), pitch * 0.6)
            for y in range(down)
            for x in range(across)
        )
    )


@cache
def _sign(sign: int) -> Stitched:
    """A sign with its middle at the origin; half a cell is left to the group that shows it."""
    cloth = SIGNS[sign]
    return stitched(moved(cloth, 0, -min(y for _, y in cloth)))


def _sewn(seed: str, cloth: Stitched, scheme: Scheme) -> str:
    first, second = choose(seed, "threads", ((scheme.accent, scheme.line), (scheme.line, scheme.accent)))
    colour = {"#": first, "o": second, "*": scheme.second}
    high = height(SIGNS[choose(seed, "sign", range(len(SIGNS)))])
    return element(
        "g",
        *(stitches(data, stroke=colour[t], weight=0.36) for t, data in cloth),
        transform=f"translate(-.5 {number(-high / 2)})",
    )
