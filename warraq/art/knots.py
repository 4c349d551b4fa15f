"""Return the knots of strapwork covers: a cell of each tiling, to be repeated, and closed medallions, to be turned.

A cell is drawn once round the origin; a composition sets its scale and the frame that cuts it, on mirror lines, so that
the field ends in exact half and quarter stars.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, TypeAlias

from . import tilings
from .chance import choose
from .contact import Tile, in_contact
from .schemes import Scheme
from .strapwork import Placed, Woven, placed_at
from .svg import element, number
from .tilings import Within, disc, rectangle

OCT: Final = 1 + math.sqrt(2)
DEC: Final = 2 * math.cos(math.pi / 5) / math.tan(math.pi / 10)
DEC_HIGH: Final = 2 * math.sin(math.pi / 5) / math.tan(math.pi / 10)
DOD: Final = 3 + math.sqrt(3)
HEX: Final = 1 + math.sqrt(3)

EDGE: Final = 50.0
"""The length of a tile's edge in a cell that waits for its scale."""

Tiling: TypeAlias = Callable[[Within], tuple[Tile, ...]]


@dataclass(frozen=True, slots=True)
class Field:
    """A tiling with the distance of its mirror lines across and down, in edges, and the contact angles that suit it.

    ``across`` is how many mirror lines may lie from the middle to each side; ``on_end`` turns it by a quarter.
    """

    tiling: Tiling
    mirrors: complex
    angles: tuple[float, ...]
    across: tuple[int, ...]
    on_end: bool = False


OCTAGONS: Final = (tilings.octagons, complex(OCT, OCT) / 2)
_DECAGONS: Final = (tilings.decagons, complex(DEC, DEC_HIGH) / 2)
_DODECAGONS: Final = (tilings.dodecagons, complex(DOD, DOD * math.sqrt(3)) / 2)
_HEXAGONS: Final = (tilings.hexagons, complex(HEX, HEX * math.sqrt(3)) / 2)

FIELDS: Final[dict[str, tuple[Field, ...]]] = {
    "girih-8": (Field(*OCTAGONS, (45, 56.25, 67.5), (2, 3)), Field(*OCTAGONS, (56.25, 67.5), (3, 4))),
    "girih-10": (
        Field(*_DECAGONS, (45, 54, 63, 72), (1,)),
        Field(*_DECAGONS, (54, 63), (2,)),
        Field(*_DECAGONS, (54, 72), (2, 3), on_end=True),
    ),
    "girih-6": (
        Field(*_DODECAGONS, (60, 67.5), (2,)),
        Field(*_DODECAGONS, (60, 67.5), (1,), on_end=True),
        Field(*_HEXAGONS, (45, 60), (2, 3)),
        Field(*_HEXAGONS, (45, 60), (2,), on_end=True),
    ),
}

Patch: TypeAlias = tuple[Tiling, Within, int, tuple[float, ...]]
"""A tiling, the part of it that is kept, into how many turns it can be divided, and the angles that suit it."""

MEDALLIONS: Final[dict[str, tuple[Patch, ...]]] = {
    "girih-8": (
        (tilings.octagons, disc(OCT), 4, (45, 56.25, 67.5)),
        (tilings.octagons, disc(OCT * 1.42), 4, (45, 67.5)),
    ),
    "girih-10": (
        (tilings.decagons, disc(DEC_HIGH), 2, (54, 63, 72)),
        (tilings.decagons, disc(DEC), 2, (54, 72)),
    ),
    "girih-6": (
        (tilings.dodecagons, disc(DOD), 6, (60, 67.5)),
        (tilings.hexagons, disc(HEX * 1.74), 6, (45, 60)),
    ),
}


@dataclass(frozen=True, slots=True)
class Knot:
    """Strapwork as path data, which waits for scale and colours: stars, small stars and hearts; the straps."""

    stars: str
    small: str
    hearts: str
    woven: Woven
    period: complex
    """How far the cell of a field is repeated across and down; the size of a medallion."""


# A seed chooses among a few dozen knots; only scale, colours and what is filled with them are a cover's own.
@lru_cache(maxsize=64)
def closed_of(tiling: Tiling, within: Within, turns: int, angle: float) -> Knot:
    """A medallion round the origin with edges of 50 units: one of so many turns of it, and the size of the whole."""
    return _knot(placed_at(in_contact(tiling(within), angle), EDGE, 0j).sector(turns), angle)


@lru_cache(maxsize=64)
def cell_of(tiling: Tiling, mirrors: complex, angle: float) -> Knot:
    """The cell of a field round the origin, with edges of 50 units, and how far it is repeated."""
    tiles = tiling(rectangle(mirrors.real * 3, mirrors.imag * 3))
    # The period is rounded first, so that the cells meet exactly where the references put them.
    period = complex(round(mirrors.real * 2 * EDGE, 1), round(mirrors.imag * 2 * EDGE, 1))
    return _knot(placed_at(in_contact(tiles, angle), EDGE, 0j).repeat(period), angle)


def _knot(work: Placed, angle: float) -> Knot:
    # A sharper star leaves less room between its straps.
    width = round(work.edge * (0.2 if angle < 70 else 0.15), 1)
    woven = work.woven(width, max(1.5, width * 0.26))
    size = complex(work.box.width, work.box.height)
    return Knot(work.stars("star"), work.stars("small"), work.stars("star", share=0.4), woven, size)


def turned(name: str, body: str, turns: int) -> str:
    """A part of a knot so many times round the origin, by references to it."""
    return element("g", body, id=name) + "".join(
        element("use", href=f"#{name}", transform=f"rotate({number(360 / turns * k)})")
        for k in range(1, turns)
    )


def repeated(name: str, body: str, period: complex, columns: int, lines: int) -> str:
    """A cell repeated so many times to each side, above and below, by references to it and then to its row."""
    cell = element("g", body, id=name)
    row = cell + "".join(
        element("use", href=f"#{name}", x=k * period.real) for k in range(-columns, columns + 1) if k
    )
    whole = element("g", row, id=f"{name}r")
    return whole + "".join(
        element("use", href=f"#{name}r", y=k * period.imag) for k in range(-lines, lines + 1) if k
    )


def stars(seed: str, work: Knot, scheme: Scheme) -> str:
    """The stars that the straps leave, some in colour, with a small star in the middle of each large one."""
    fills = choose(seed, "fills", ("stars", "hearts", "small", "both"))
    out = ""
    if fills in {"stars", "both"}:
        out += element("path", fill=scheme.accent, d=work.stars)
    if fills in {"small", "both"} and work.small:
        out += element("path", fill=scheme.accent if fills == "small" else scheme.second, d=work.small)
    heart = {"hearts": scheme.accent, "small": scheme.second}.get(fills, scheme.ground)
    return out + element("path", fill=heart, d=work.hearts)


def vein(seed: str, scheme: Scheme) -> tuple[str, float] | None:
    """The colour and the share of the line inside the straps: none, a broad one that doubles them, or a vein."""
    share = choose(seed, "ruling", (0.0, 0.0, 0.46, 0.16))
    return (scheme.tone, share) if share else None
