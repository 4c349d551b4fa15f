"""Return the small pieces: the divider at the end of a part, and the cypress that both crafts know."""

from __future__ import annotations

from typing import Final, Literal

from . import motifs
from .arch import Arch
from .contact import in_contact
from .full_star import eight
from .headpiece import ALIKE, VOICES_OF
from .inks import SPOKEN, Inks, Voice, paint
from .knots import OCT
from .scroll import scroll
from .stitch import crosses, moved, threads, together
from .strapwork import Box, placed
from .svg import drawing, element, number, trace
from .tilings import octagons, rows

CENTRE: Final = complex(120, 16)


def divider(family: str, inks: Inks = "css", voice: Voice | None = None) -> str:
    """A small ornament, 240 by 32 units, that closes a part of a text: lines that run to a middle of the family."""
    family = ALIKE.get(family, family)
    colours = SPOKEN[voice or VOICES_OF.get(family, "isfahan")]
    first, second, joint = (paint(inks, c) for c in (colours.first, colours.second, colours.joint))
    reach = 34.0
    if family == "tatreez":
        cloth = together(moved(motifs.CHAIN, 0, -3), moved(motifs.SPRIG, -8, -2), moved(motifs.SPRIG, 8, -2))
        colour = {"#": first, "o": second, "*": joint}
        middle = element(
            "g",
            *(crosses(cells, stroke=colour[t], weight=0.36) for t, cells in threads(cloth).items()),
            transform="translate(118 14)scale(4)",
        )
        reach = 52
    elif family == "arches":
        arch = Arch(14, 9)
        middle = element(
            "path",
            fill=first,
            fill_rule="evenodd",
            d="M90 26V4h60v22z" + "".join(arch.path(x, 26) for x in (101, 120, 139)),
        )
        reach = 40
    elif family == "arabesque":
        stem, leaves = scroll(10, 2)
        half = element("path", fill="none", stroke=first, stroke_width=1.6, d=stem) + element(
            "path", fill=second, d=leaves
        )
        middle = "".join(
            element("g", half, transform=f"translate(120 16){turn}translate(9)")
            for turn in ("", "scale(-1 1)")
        ) + element("path", fill=joint, d=trace([CENTRE + p for p in eight(6)], closed=True))
        reach = 58
    else:
        work = placed(in_contact(octagons(rows(3, 1, OCT)), 56.25), Box(78, 2, 84, 28), 3)
        middle = element("path", fill=joint, d=work.stars("star", share=0.42)) + element(
            "path", fill="none", stroke=first, stroke_width=2, d=work.strap(2, 1.2)
        )
        reach = 50
    lines = "".join(trace([CENTRE + s * reach, complex(120 + s * 116, 16)]) for s in (-1, 1))
    return drawing(
        (0, 0, 240, 32),
        element("path", stroke=first, stroke_width=1.2, d=lines),
        middle,
        class_="divider",
        size=(240, 32),
    )


def cypress(side: Literal["isfahan", "palestine"], inks: Inks = "css") -> str:
    """The cypress, 64 by 128 units: *sarv* as one ruled line with its leaning veins, *saru* counted in stitches."""
    if side == "palestine":
        colours = SPOKEN["palestine"]
        thread = {"#": colours.first, "o": colours.second, "*": colours.joint}
        body = element(
            "g",
            *(
                crosses(cells, class_="stitch", stroke=paint(inks, thread[t]), weight=0.36)
                for t, cells in threads(motifs.CYPRESS).items()
            ),
            transform="translate(28.75 5.5)scale(6.5)",
        )
        return drawing((0, 0, 64, 128), body, class_="cypress", size=(64, 128))
    # Three flames, one inside another, stand on one point, as the counted tree is built of nested chevrons.
    flames = "".join(_flame(width, height) for width, height in ((22.5, 98.0), (14.0, 66.0), (6.5, 36.0)))
    body = element("path", stroke_width=3, d=flames)
    ground = element("path", stroke_width=3, d="M32 106v14M20 121.5h24")
    return drawing(
        (0, 0, 64, 128),
        element(
            "g",
            body,
            ground,
            class_="strap",
            fill="none",
            stroke=paint(inks, "lapis"),
            stroke_linecap="round",
        ),
        class_="cypress",
        size=(64, 128),
    )


def _flame(half: float, height: float) -> str:
    """The outline of a cypress of a half width and a height, standing on (32, 106)."""
    w, h = half, height
    curves = (
        (-0.2 * w, 0.2 * h, -w, 0.4 * h, -w, 0.7 * h),
        (0, 0.18 * h, 0.42 * w, 0.3 * h, w, 0.3 * h),
        (0.58 * w, 0, w, -0.12 * h, w, -0.3 * h),
        (0, -0.3 * h, -0.8 * w, -0.5 * h, -w, -0.7 * h),
    )
    return (
        f"M32 {number(106 - h)}" + "".join("c" + " ".join(number(v) for v in curve) for curve in curves) + "z"
    )
