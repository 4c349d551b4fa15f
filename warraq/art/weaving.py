"""Return straps drawn as woven: unbroken bands between two clear lines, and at each crossing one band over the other.

The middle lines are written once. Stroked broad in the colour of the ground and then narrower in that of the strap they
are bands with a clear edge; the same for the short lines of the crossings lays one band over the other, cut along it.
"""

from __future__ import annotations

from typing import Final

from .strapwork import SEAM, Woven
from .svg import element, number

VEIN_FROM: Final = 6.0
"""The narrowest strap that can hold a line of its own."""


def weave(
    name: str,
    straps: str,
    over: str,
    how: Woven,
    *,
    ground: str,
    line: str,
    vein: tuple[str, float] | None = None,
) -> str:
    """The straps as SVG, ``straps`` and ``over`` being the bodies of the two groups; ids begin with ``name``.

    ``vein`` is the colour of a line inside the strap and its share of the strap's width.
    """
    clear = how.width + 2 * how.gap
    layers = [(line, how.width)]
    if vein and how.width >= VEIN_FROM:
        layers.append((vein[0], how.width * vein[1]))

    def laid(group: str) -> str:
        return "".join(
            element("use", href=f"#{name}{group}", stroke=colour, stroke_width=number(width))
            for colour, width in layers
        )

    out = element("g", element("g", straps, id=f"{name}k"), stroke=ground, stroke_width=number(clear))
    out += laid("k")
    if how.over:
        out += element(
            "g",
            element("g", over, id=f"{name}o"),
            stroke=ground,
            stroke_width=number(clear),
            stroke_dasharray=f"{number(how.length - 2 * SEAM)} 99",
            stroke_dashoffset=-SEAM,
        )
        out += laid("o")
    return element("g", out, fill="none", stroke_miterlimit=8)
