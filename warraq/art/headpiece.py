"""Return the headpiece (sarlowh): one band of ornament over a story, of the same family as its cover.

The band is drawn on 1200 by 120 units. Its middle, at most 660 units wide, is whole in itself, so that a phone may show
the middle alone; the wings run out from it on a line and end in a small star. The view box is twice as wide, with bare
paper on both sides, so that the band keeps its height on the widest screen. No ids are used.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final, TypeAlias

from . import motifs, tilings
from .arch import Arch
from .chance import choose
from .contact import Tile, in_contact
from .emblem import emblem_body
from .emblem_shape import BOLD
from .full_star import eight
from .inks import SPOKEN, Colours, Inks, Voice, paint
from .knots import DEC, DEC_HIGH, DOD, HEX, OCT
from .scroll import scroll
from .stitch import Cloth, crosses, moved, threads, together
from .strapwork import Box, placed
from .svg import drawing, element, number, trace
from .tilings import Within, rectangle, rows

WIDE: Final = 1200.0
HIGH: Final = 120.0
MIDDLE: Final = complex(WIDE / 2, HIGH / 2)
CELL: Final = 6.5
OFF_PHONE: Final = 356.0
"""How far from the middle the first star stands, so that the edge of a phone meets the line and not the star."""

Tiling: TypeAlias = Callable[[Within], tuple[Tile, ...]]
Band: TypeAlias = tuple[Tiling, Within, tuple[float, ...]]
BANDS: Final[dict[str, tuple[Band, ...]]] = {
    "girih-8": (
        (tilings.octagons, rows(7, 1, OCT), (45, 56.25, 67.5)),
        (tilings.octagons, rows(9, 2, OCT), (56.25, 67.5)),
    ),
    "girih-10": ((tilings.decagons, rectangle(DEC * 2, DEC_HIGH / 2), (54, 63, 72)),),
    "girih-6": (
        (tilings.dodecagons, rectangle(DOD * 2, 0), (60, 67.5)),
        (tilings.hexagons, rectangle(HEX * 2, 0), (45, 60)),
    ),
}
ROWS: Final[tuple[tuple[Cloth, Cloth, Cloth], ...]] = (
    (motifs.star(3), motifs.SAPLING, motifs.MOON),
    (motifs.MOON, motifs.CHAIN, motifs.star(3)),
    (motifs.star(3), motifs.MOON, motifs.SAPLING),
    (motifs.star(3), motifs.TENT, motifs.SAPLING),
)
VOICES_OF: Final[dict[str, Voice]] = {
    "tatreez": "palestine",
    "arches": "bridge",
    "meeting": "bridge",
}
ALIKE: Final = {"shamsa": "girih-8", "cypress": "tatreez", "motif": "tatreez"}
"""What a family without a band of its own borrows, its choices included."""


def headpiece(seed: str, family: str, inks: Inks = "css", voice: Voice | None = None) -> str:
    """The headpiece as one inline ``svg`` under 5 KB, drawn from a seed such as the story's id.

    ``family`` is one of ``families()``; without a voice the family's own is used. The stylesheet gives it the full
    width and a height, between a twentieth and 18% of the width (``block-size: min(7rem, 18vw)``); it is centred and
    sliced, and with such a height the middle is never cut.
    """
    family = ALIKE.get(family, family)
    return _drawn(family, _chosen(seed, family), inks, voice or VOICES_OF.get(family, "isfahan"))


def _chosen(seed: str, family: str) -> tuple[Any, ...]:
    """What the seed decides: so little that a few drawings of each family serve all the stories of a site."""
    if family == "tatreez":
        return (choose(seed, "row", range(len(ROWS))),)
    if family == "arches":
        return choose(seed, "arches", (7, 9, 11)), choose(seed, "point", (0.62, 0.72, 0.85))
    if family == "arabesque":
        return ()
    if family == "meeting":
        return (choose(seed, "angle", (45, 56.25, 67.5)),)
    if family in BANDS:
        tiling, within, angles = choose(seed, "band", BANDS[family])
        return tiling, within, choose(seed, "angle", angles), choose(seed, "hearts", (0.42, 0.55))
    raise ValueError(f"no family of headpieces is called {family!r}")


@lru_cache(maxsize=128)
def _drawn(family: str, chosen: tuple[Any, ...], inks: Inks, voice: Voice) -> str:
    colours = SPOKEN[voice]
    draw: dict[str, Callable[..., tuple[str, float]]] = {
        "tatreez": _stitched,
        "arches": _arcade,
        "arabesque": _scrolls,
        "meeting": _meeting,
    }
    body, half = draw.get(family, _strapped)(*chosen, inks, colours)
    framed = _frame(half, inks, colours) if family in BANDS or family == "tatreez" else ""
    return drawing(
        (-WIDE / 2, 0, 2 * WIDE, HIGH),
        framed,
        body,
        _wings(half, inks, colours),
        class_="headpiece",
        fit="xMidYMid slice",
    )


def _frame(half: float, inks: Inks, colours: Colours) -> str:
    """Two ruled lines round the middle, the thick one outside."""
    out = ""
    for by, weight in ((0.0, 2.5), (6.0, 1.0)):
        wide, high = half - by, HIGH / 2 - 4 - by
        out += element(
            "path",
            fill="none",
            stroke=paint(inks, colours.first),
            stroke_width=weight,
            d=f"M{number(MIDDLE.real - wide)} {number(MIDDLE.imag - high)}h{number(2 * wide)}v{number(2 * high)}"
            f"h{number(-2 * wide)}z",
        )
    return out


def _wings(half: float, inks: Inks, colours: Colours) -> str:
    """On both sides a line that leaves the middle and three stars that grow smaller along it."""
    line, stars = "", ""
    for side in (-1, 1):
        at = half
        for step, size in ((max(62.0, OFF_PHONE - half), 11.0), (76.0, 8.0), (90.0, 5.0)):
            centre = MIDDLE + side * (at + step)
            line += trace([MIDDLE + side * (at if at == half else at + 9), centre - side * (size + 7)])
            stars += trace([centre + p for p in eight(size)], closed=True)
            at += step + size
    return element("path", stroke=paint(inks, colours.first), d=line) + element(
        "path", fill=paint(inks, colours.joint), d=stars
    )


def _strapped(
    tiling: Tiling, within: Within, angle: float, share: float, inks: Inks, colours: Colours
) -> tuple[str, float]:
    work = placed(in_contact(tiling(within), angle), Box(310, 18, 580, 84), 4)
    width = max(2.0, round(work.edge * 0.15, 1))
    size = share * work.edge
    hearts = "".join(
        trace([m + p for p in (size, 1j * size, -size, -1j * size)], closed=True)
        for m in work.middles("star")
    )
    if len(work.middles("star")) <= 7:
        hearts = work.stars("star", share=share)
    body = element("path", class_="heart", fill=paint(inks, colours.second), d=hearts)
    body += element(
        "path",
        class_="strap",
        fill="none",
        stroke=paint(inks, colours.first),
        stroke_width=width,
        d=work.strap(width, max(1.2, width * 0.3)),
    )
    return body, work.box.width / 2 + 22


def _stitched(row: int, inks: Inks, colours: Colours) -> tuple[str, float]:
    middle, beside, outer = ROWS[row]
    cloth: dict[tuple[int, int], str] = dict(_levelled(middle))
    at = max(x for x, _ in cloth)
    for shape in (beside, outer, motifs.CHAIN):
        half = max(x for x, _ in shape)
        at += 3 + half
        for side in (-1, 1):
            cloth |= moved(_levelled(shape), side * at, 0)
        at += half
    return _sewn(cloth, inks, colours, MIDDLE), (at + 0.5) * CELL + 24


def _levelled(cloth: Cloth) -> dict[tuple[int, int], str]:
    """The cloth moved so that its middle row is row 0."""
    lines = [y for _, y in cloth]
    return moved(cloth, 0, -((min(lines) + max(lines) + 1) // 2))


def _sewn(cloth: Cloth, inks: Inks, colours: Colours, at: complex) -> str:
    thread = {"#": colours.first, "o": colours.second, "*": colours.joint}
    return element(
        "g",
        *(
            crosses(c, class_="stitch", stroke=paint(inks, thread[t]), weight=0.36)
            for t, c in threads(cloth).items()
        ),
        transform=f"translate({number(at.real - CELL / 2, 2)} {number(at.imag - CELL / 2, 2)})scale({number(CELL)})",
    )


def _arcade(count: int, pointed: float, inks: Inks, colours: Colours) -> tuple[str, float]:
    half = 290.0
    pitch = 2 * half / count
    low = Arch(pitch * 0.66, max(2.0, 46 - Arch(pitch * 0.66, 0, pointed).height), pointed)
    water = 74.0
    top = low.height + 12
    left = MIDDLE.real - half
    body = f"M{number(left)} {number(water)}v{number(-top)}h{number(2 * half)}v{number(top)}z"
    body += "".join(low.path(left + pitch * (k + 0.5), water) for k in range(count))
    out = element("path", fill=paint(inks, colours.first), fill_rule="evenodd", d=body)
    out += element(
        "path",
        stroke=paint(inks, colours.joint),
        stroke_width=3,
        d=f"M{number(left)} {number(water - top - 5)}h{number(2 * half)}",
    )
    for k, weight in enumerate((3.0, 2.4, 1.8, 1.2)):
        data, y = "", number(water + 7 + 8.5 * k)
        for pier in range(count + 1):
            middle, reach = left + pitch * pier, pitch * (0.17 - 0.012 * k)
            start, end = max(middle - reach, left + k), min(middle + reach, left + 2 * half - k)
            data += f"M{number(start)} {y}H{number(end)}"
        out += element("path", stroke=paint(inks, colours.second), stroke_width=weight, d=data)
    return out, half + 14


def _scrolls(inks: Inks, colours: Colours) -> tuple[str, float]:
    stem, leaves = scroll(34, 4)
    half = element("path", fill="none", stroke=paint(inks, colours.first), stroke_width=2.5, d=stem)
    half += element("path", fill=paint(inks, colours.second), d=leaves)
    move = f"translate({number(MIDDLE.real)} {number(MIDDLE.imag)})"
    out = "".join(
        element("g", half, transform=move + turn) for turn in ("translate(20)", "scale(-1 1)translate(20)")
    )
    return out + element(
        "path", fill=paint(inks, colours.joint), d=trace([MIDDLE + p for p in eight(15)], closed=True)
    ), 306


def _meeting(angle: float, inks: Inks, colours: Colours) -> tuple[str, float]:
    """The emblem in the middle, two ruled stars on its right, two counted ones on its left."""
    step = 14 * CELL
    away = 66 + step
    right = Box(MIDDLE.real + 66, 18, 2 * step, 84)
    work = placed(in_contact(tilings.octagons(rows(2, 1, OCT)), angle), right, 4)
    width = round(work.edge * 0.15, 1)
    ruled = element("path", fill=paint(inks, colours.joint), d=work.stars("star", share=0.42)) + element(
        "path",
        fill="none",
        stroke=paint(inks, "lapis"),
        stroke_width=width,
        d=work.strap(width, width * 0.3),
    )
    cloth = together(moved(motifs.star(3), -7, 0), moved(motifs.star(3), 7, 0))
    sewn = _sewn(cloth, inks, SPOKEN["palestine"], MIDDLE - away)
    middle = element(
        "g",
        emblem_body(inks, BOLD),
        transform=f"translate({number(MIDDLE.real)} {number(MIDDLE.imag)})scale(.46)",
    )
    return middle + ruled + sewn, away + step + 10
