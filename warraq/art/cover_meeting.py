"""Return covers of the meeting: a field of stars, ruled as strapwork on the right, counted as stitches on the left."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from . import motifs
from .chance import choose, mark
from .cover_frame import jadval, panel, ruled
from .emblem_shape import BOLD, FINE, RADIUS, Counted, heart_cells, heart_half, star_cells, strap_half
from .knots import OCTAGONS, cell_of, repeated
from .schemes import Scheme
from .stitch import Stitched, diagonals, height, left_half, moved, stitched, stitches, together
from .strapwork import Box
from .svg import element, number, traces
from .weaving import weave

CELL: Final = 10
STEP: Final = 16
"""Cells from one star to the next: the counted stars stand exactly where the ruled ones do."""


LINKS: Final = (motifs.CHAIN, motifs.SPRIG)
"""What may stand between four counted stars."""


def meeting(seed: str, family: str, sheet: Box, scheme: Scheme) -> str:
    """The inside of a cover whose halves meet at the upright axis: one great star, or a field of stars."""
    del family
    layout = choose(seed, "meeting", ("star", "star", "field", "band"))
    if layout == "star":
        return jadval(seed, sheet, scheme) + _great_star(seed, sheet, scheme)
    rows = choose(seed, "rows", (1, 2)) if layout == "band" else int((sheet.height - 116) / STEP / CELL)
    return (jadval(seed, sheet, scheme) if layout == "field" else "") + _field(seed, rows, sheet, scheme)


def _great_star(seed: str, sheet: Box, scheme: Scheme) -> str:
    """The star of the house, half strapwork and half stitches, as large as the sheet allows."""
    size = choose(seed, "great", (190.0, 232.0)) / RADIUS
    colour = choose(seed, "sewn", (scheme.accent, scheme.second))
    count = choose(seed, "count", (FINE, BOLD))
    data = _half_star(count)
    crosses = "".join(
        stitches(d, stroke=c, weight=0.36) for d, c in ((data[2], colour), (data[3], scheme.accent))
    )
    body = (
        element("path", fill=scheme.line, d=data[0])
        + element("path", fill=scheme.accent, d=data[1])
        + element("g", crosses, transform=f"scale({number(count.cell, 3)})")
    )
    at = complex(sheet.centre.real, sheet.top + sheet.height * choose(seed, "height", (0.5, 0.42)))
    return element(
        "g", body, transform=f"translate({number(at.real)} {number(at.imag)})scale({number(size, 3)})"
    )


@cache
def _half_star(count: Counted) -> tuple[str, str, str, str]:
    """The path data of the ruled half and its heart, and of the counted half and its heart."""
    return (
        traces(strap_half(count), closed=True),
        traces([heart_half(count)], closed=True),
        diagonals(star_cells(count)),
        diagonals(heart_cells(count)),
    )


def _field(seed: str, rows: int, sheet: Box, scheme: Scheme) -> str:
    """Stars in so many rows, ruled on the right and counted on the left."""
    centre = sheet.centre
    wide, high = 1.5 * STEP * CELL, rows * STEP * CELL / 2
    frame = Box(centre.real - wide, centre.imag - high, 2 * wide, 2 * high)
    right = Box(centre.real + 3, frame.top, wide - 3, frame.height)
    knot, name = cell_of(*OCTAGONS, choose(seed, "angle", (45, 56.25, 67.5))), mark(seed)
    hearts = choose(seed, "hearts", (knot.hearts, knot.stars))

    def field(letter: str, data: str, fill: str | None = None) -> str:
        return repeated(f"{letter}{name}", element("path", fill=fill, d=data), knot.period, 2, rows // 2 + 1)

    body = field("s", hearts, scheme.accent)
    body += weave(
        f"w{name}",
        field("t", knot.woven.straps),
        field("v", knot.woven.over),
        knot.woven,
        ground=scheme.tone,
        line=scheme.line,
    )
    # The middle of the sheet is that of a star where the rows are odd, and lies between two where they are even.
    middle = centre.imag + (0 if rows % 2 else STEP * CELL / 2)
    scale = number(STEP * CELL / knot.period.real, 4)
    strapped = element(
        "g",
        element("g", body, transform=f"translate({number(centre.real)} {number(middle)})scale({scale})"),
        clip_path=f"url(#r{name})",
    )
    first, second = choose(seed, "threads", ((scheme.accent, scheme.line), (scheme.line, scheme.accent)))
    colour = {"#": first, "o": second, "*": scheme.second}
    counted, links = _counted(), _links(choose(seed, "small", range(len(LINKS))))
    # The counted rows stand at 0; their middle star is the middle of the sheet where their number is odd.
    begin = -STEP * (rows - 1) // 2
    row = element("g", _sewn(counted, colour), id=f"c{name}")
    sewn = "".join(
        element("use", href=f"#c{name}", y=begin + STEP * k)
        if k
        else element("g", row, transform=f"translate(0 {begin})")
        for k in range(rows)
    )
    between = element("g", _sewn(links, colour), id=f"b{name}")
    sewn += "".join(
        element("use", href=f"#b{name}", y=begin + STEP * k)
        if k
        else element("g", between, transform=f"translate(0 {begin})")
        for k in range(rows - 1)
    )
    move = f"translate({number(centre.real - CELL / 2)} {number(centre.imag - CELL / 2)})scale({CELL})"
    return (
        panel(frame, scheme.tone)
        + element("clipPath", panel(right, "#000"), id=f"r{name}")
        + strapped
        + element("g", sewn, transform=move)
        + ruled(frame, scheme.line, 3)
        + ruled(frame.inset(-8), scheme.accent, 1.5)
    )


@cache
def _counted() -> Stitched:
    return stitched(left_half(together(motifs.star(3), moved(motifs.star(3), -STEP, 0))))


@cache
def _links(small: int) -> Stitched:
    shape = LINKS[small]
    return stitched(left_half(moved(shape, -STEP // 2, STEP // 2 - height(shape) // 2)))


def _sewn(cloth: Stitched, colour: Mapping[str, str]) -> str:
    return "".join(stitches(data, stroke=colour[t], weight=0.36) for t, data in cloth)
