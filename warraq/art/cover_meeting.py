"""Return covers of the meeting: a field of stars, ruled as strapwork on the right, counted as stitches on the left."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from . import motifs, tilings
from .chance import choose, mark
from .contact import in_contact
from .cover_frame import panel, ruled
from .cover_girih import OCT
from .schemes import Scheme
from .stitch import Stitched, height, left_half, moved, stitched, stitches, together
from .strapwork import Box, placed_at
from .svg import element, number

CELL: Final = 10
STEP: Final = 16
"""Cells from one star to the next: the counted stars stand exactly where the ruled ones do."""


LINKS: Final = (motifs.CHAIN, motifs.SPRIG)
"""What may stand between four counted stars."""


def meeting(seed: str, family: str, sheet: Box, scheme: Scheme) -> str:
    """The inside of a cover whose halves meet at the upright axis."""
    del family
    centre = sheet.centre
    wide, high = 1.5 * STEP * CELL, 2 * STEP * CELL
    frame = Box(centre.real - wide, centre.imag - high, 2 * wide, 2 * high)
    right = Box(centre.real + 3, frame.top, wide - 3, frame.height)
    angle, share = choose(seed, "angle", (45, 56.25, 67.5)), choose(seed, "hearts", (0.42, 1))
    stars, strap, width = _strapped(angle, share, centre, right)
    clip = f"r{mark(seed)}"
    strapped = element(
        "g",
        element("path", fill=scheme.accent, d=stars),
        element("path", fill="none", stroke=scheme.line, stroke_width=number(width), d=strap),
        clip_path=f"url(#{clip})",
    )
    first, second = choose(seed, "threads", ((scheme.accent, scheme.line), (scheme.line, scheme.accent)))
    colour = {"#": first, "o": second, "*": scheme.second}
    row, between = f"w{mark(seed)}", f"b{mark(seed)}"
    counted, links = _counted(), _links(choose(seed, "small", range(len(LINKS))))
    sewn = element("g", _sewn(counted, colour), id=row, transform=f"translate(0 {-STEP * 3 // 2})")
    sewn += element("g", _sewn(links, colour), id=between, transform=f"translate(0 {-STEP * 3 // 2})")
    for k in (1, 2, 3):
        sewn += element("use", href=f"#{row}", y=STEP * k)
        if k < 3:
            sewn += element("use", href=f"#{between}", y=STEP * k)
    move = f"translate({number(centre.real - CELL / 2)} {number(centre.imag - CELL / 2)})scale({CELL})"
    return (
        panel(frame, scheme.tone)
        + element("clipPath", panel(right, "#000"), id=clip)
        + strapped
        + element("g", sewn, transform=move)
        + ruled(frame, scheme.line, 3)
        + ruled(frame.inset(-8), scheme.accent, 1.5)
    )


@lru_cache(maxsize=16)
def _strapped(angle: float, share: float, centre: complex, seen: Box) -> tuple[str, str, float]:
    """The path data of the ruled stars and their straps, and the width of these."""
    tiles = tilings.octagons(tilings.rows(5, 6, OCT))
    work = placed_at(in_contact(tiles, angle), STEP * CELL / OCT, centre).within(seen)
    width = work.edge * 0.15
    return work.stars("star", share=share), work.strap(width, 3), width


@cache
def _counted() -> Stitched:
    return stitched(left_half(together(motifs.star(3), moved(motifs.star(3), -STEP, 0))))


@cache
def _links(small: int) -> Stitched:
    shape = LINKS[small]
    return stitched(left_half(moved(shape, -STEP // 2, STEP // 2 - height(shape) // 2)))


def _sewn(cloth: Stitched, colour: Mapping[str, str]) -> str:
    return "".join(stitches(data, stroke=colour[t], weight=0.36) for t, data in cloth)
