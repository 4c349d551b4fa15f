"""Return covers of the meeting: a field of stars, ruled as strapwork on the right, counted as stitches on the left."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from . import motifs, tilings
from .chance import choose, mark
from .contact import in_contact
from .cover_frame import panel, ruled
from .cover_girih import OCT
from .schemes import Scheme
from .stitch import Cloth, crosses, height, left_half, moved, threads, together
from .strapwork import Box, placed_at
from .svg import element, number

CELL: Final = 10
STEP: Final = 16
"""Cells from one star to the next: the counted stars stand exactly where the ruled ones do."""


def meeting(seed: str, family: str, sheet: Box, scheme: Scheme) -> str:
    """The inside of a cover whose halves meet at the upright axis."""
    del family
    centre = sheet.centre
    wide, high = 1.5 * STEP * CELL, 2 * STEP * CELL
    frame = Box(centre.real - wide, centre.imag - high, 2 * wide, 2 * high)
    right = Box(centre.real + 3, frame.top, wide - 3, frame.height)
    angle = choose(seed, "angle", (45, 56.25, 67.5))
    tiles = tilings.octagons(tilings.rows(5, 6, OCT))
    work = placed_at(in_contact(tiles, angle), STEP * CELL / OCT, centre)
    seen = work.within(right)
    width = work.edge * 0.15
    clip = f"r{mark(seed)}"
    strap = element(
        "g",
        element("path", fill=scheme.accent, d=seen.stars("star", share=choose(seed, "hearts", (0.42, 1)))),
        element("path", fill="none", stroke=scheme.line, stroke_width=number(width), d=seen.strap(width, 3)),
        clip_path=f"url(#{clip})",
    )
    first, second = choose(seed, "threads", ((scheme.accent, scheme.line), (scheme.line, scheme.accent)))
    colour = {"#": first, "o": second, "*": scheme.second}
    row, between = f"w{mark(seed)}", f"b{mark(seed)}"
    small = choose(seed, "small", (motifs.CHAIN, motifs.SPRIG))
    stars = together(motifs.star(3), moved(motifs.star(3), -STEP, 0))
    links = moved(small, -STEP // 2, STEP // 2 - height(small) // 2)
    stitched = element("g", _sewn(stars, colour), id=row, transform=f"translate(0 {-STEP * 3 // 2})")
    stitched += element("g", _sewn(links, colour), id=between, transform=f"translate(0 {-STEP * 3 // 2})")
    for k in (1, 2, 3):
        stitched += element("use", href=f"#{row}", y=STEP * k)
        if k < 3:
            stitched += element("use", href=f"#{between}", y=STEP * k)
    move = f"translate({number(centre.real - CELL / 2)} {number(centre.imag - CELL / 2)})scale({CELL})"
    return (
        panel(frame, scheme.tone)
        + element("clipPath", panel(right, "#000"), id=clip)
        + strap
        + element("g", stitched, transform=move)
        + ruled(frame, scheme.line, 3)
        + ruled(frame.inset(-8), scheme.accent, 1.5)
    )


def _sewn(cloth: Cloth, colour: Mapping[str, str]) -> str:
    left = left_half(cloth)
    return "".join(crosses(cells, stroke=colour[t], weight=0.36) for t, cells in threads(left).items())
