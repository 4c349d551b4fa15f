"""Return the shamsa, the medallion of thresholds: a dome of sixteenfold strapwork inside a stitched rim.

The tiling of octagons and squares is rolled into rings by the complex exponential, which keeps its angles: sixteen
octagons to a ring, each ring larger than the one inside it, as the figures of a dome grow towards its foot.
"""

from __future__ import annotations

import cmath
import math
from collections.abc import Sequence
from typing import Final

from .contact import Run, Strapwork, Tile, in_contact, runs
from .full_star import eight
from .inks import SPOKEN, Inks, Voice, paint
from .knots import OCT
from .plane import polar
from .stitch import Cell, crosses
from .svg import drawing, element, number, trace, traces

SIDES: Final = 16
RINGS: Final = 4
RADIUS: Final = 240.0


def shamsa(inks: Inks = "css", voice: Voice = "bridge", *, prefix: str = "shamsa") -> str:
    """The medallion as one ``svg``, 600 units across, under 14 KB.

    One sixteenth is drawn and turned into place by references; ``prefix`` begins their ids, so that two medallions in
    one page stay apart.
    """
    colours = SPOKEN[voice]
    strap, other, joint = (paint(inks, c) for c in (colours.first, colours.second, colours.joint))
    turquoise = paint(inks, "turquoise")
    work = in_contact(_dome(), 56.25)
    parts = [
        element("path", class_="heart", fill=turquoise, d=_hearts(work, 0)),
        element("path", class_="heart", fill=joint, d=_hearts(work, 1)),
        element("path", class_="kites", fill=other, d=_kites(work)),
    ]
    straps = tuple(run for run in runs(work) if _in_sector(run.points))
    for ring in range(2 * RINGS - 1):
        width = round(_unit() * math.exp(_scale() * ring * OCT / 2) * 0.16, 1)
        parts.append(
            element("path", stroke=strap, stroke_width=width, d=_strap_of(straps, ring, width, width * 0.3))
        )
    sector = element("g", *parts, class_="strap", fill="none") + _rim(other, joint)
    return drawing(
        (-300, -300, 600, 600),
        _turned(sector, prefix),
        element("path", class_="heart", fill=joint, d=trace(_star(RADIUS * 0.145, 0.7), closed=True)),
        element(
            "g",
            *(element("circle", r=r, stroke_width=w) for r, w in ((248.0, 3.0), (255.0, 1.0))),
            fill="none",
            stroke=strap,
        ),
        class_="shamsa",
    )


def _turned(sector: str, prefix: str) -> str:
    """A sector sixteen times: four doublings, each a reference to all that came before it."""
    whole = sector
    for step in range(4):
        name = f"{prefix}-{step}"
        turn = number(360 / SIDES * 2**step)
        whole = element("g", whole, id=name) + element("use", href=f"#{name}", transform=f"rotate({turn})")
    return whole


def _scale() -> float:
    return 2 * math.pi / (SIDES * OCT)


def _unit() -> float:
    """The length that one edge has in the innermost ring."""
    return _scale() * RADIUS / math.exp(_scale() * (RINGS - 0.5) * OCT)


def _dome() -> tuple[Tile, ...]:
    """The tiles of the dome: rings of octagons, and the squares between two rings."""
    k = _scale()
    size = RADIUS / math.exp(k * (RINGS - 0.5) * OCT)

    def roll(point: complex) -> complex:
        return cmath.exp(k * point) * size

    tiles = []
    for ring in range(RINGS):
        for turn in range(SIDES):
            centre = complex(ring * OCT, turn * OCT)
            corners = (centre + polar(1 / (2 * math.sin(math.pi / 8)), 22.5 + 45 * c) for c in range(8))
            tiles.append(Tile(f"ring {ring}", tuple(roll(p) for p in corners)))
            if ring < RINGS - 1:
                middle = centre + complex(OCT, OCT) / 2
                square = (middle + polar(1 / math.sqrt(2), 90 * c) for c in range(4))
                tiles.append(Tile("square", tuple(roll(p) for p in square)))
    return tuple(tiles)


def _in_sector(points: tuple[complex, ...]) -> bool:
    """Whether the middle of a figure lies in the sector that is drawn; each of sixteen like figures does once."""
    middle = sum(points) / len(points)
    return -4.0 <= math.degrees(cmath.phase(middle)) < 360 / SIDES - 4.0


def _ring_of(points: tuple[complex, ...]) -> int:
    """The half ring that a run of strap lies in: even through octagons, odd between two rings."""
    middle = abs(sum(points) / len(points))
    grown = math.log(middle * math.exp(_scale() * (RINGS - 0.5) * OCT) / RADIUS) / (_scale() * OCT)
    return max(0, min(2 * RINGS - 2, round(grown * 2)))


def _strap_of(straps: Sequence[Run], ring: int, width: float, gap: float) -> str:
    found = [run.strand(width / 2, gap) for run in straps if _ring_of(run.points) == ring]
    return traces(r.points for r in found if not r.closed) + traces(
        (r.points for r in found if r.closed), closed=True
    )


def _hearts(work: Strapwork, parity: int) -> str:
    """Small full stars in the middle of the octagons of every second ring."""
    out = ""
    for star in work.stars:
        if star.kind.startswith("ring") and int(star.kind[5:]) % 2 == parity and _in_sector(star.outline):
            middle = sum(star.outline) / len(star.outline)
            turn = middle / abs(middle)
            out += trace([middle + p * turn for p in eight(abs(middle) * 0.085)], closed=True)
    return out


def _kites(work: Strapwork) -> str:
    """The figures in the middle of the squares, small enough to leave the straps clear."""
    out = ""
    for star in work.stars:
        if star.kind == "square" and _in_sector(star.outline):
            middle = sum(star.outline) / len(star.outline)
            out += trace([middle + (p - middle) * 0.4 for p in star.outline], closed=True)
    return out


def _star(radius: float, depth: float) -> tuple[complex, ...]:
    return tuple(polar(radius if k % 2 == 0 else radius * depth, 180 * k / SIDES) for k in range(2 * SIDES))


def _rim(first: str, second: str) -> str:
    """One side of the rim: a row of fifteen stitches and three stepped points on it, upright at its middle."""
    apothem = 261.0
    cell = 2 * apothem * math.tan(math.pi / SIDES) / 15
    row: set[Cell] = {(x, 0) for x in range(-7, 8)}
    points: set[Cell] = {(c + x, -2 - y) for c in (-5, 0, 5) for y in range(3) for x in range(y - 2, 3 - y)}
    tips: set[Cell] = {(c, -2) for c in (-5, 0, 5)}
    move = f"rotate(101.25)translate({number(-cell / 2, 2)} {number(-apothem - cell, 2)})scale({number(cell, 3)})"
    return element(
        "g",
        crosses(row | (points - tips), class_="stitch", stroke=first, weight=0.4),
        crosses(tips, class_="stitch", stroke=second, weight=0.4),
        transform=move,
    )
