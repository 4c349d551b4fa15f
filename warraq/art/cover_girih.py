"""Return strapwork covers: a full field, a medallion, or a band, on octagonal, decagonal or hexagonal tilings."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from . import tilings
from .chance import choose, mark
from .contact import Tile, in_contact
from .cover_frame import panel, ruled
from .schemes import Scheme
from .strapwork import Box, Placed, placed, placed_at
from .svg import element, number, trace
from .tilings import Within, disc, rectangle

OCT: Final = 1 + math.sqrt(2)
DEC: Final = 2 * math.cos(math.pi / 5) / math.tan(math.pi / 10)
DEC_HIGH: Final = 2 * math.sin(math.pi / 5) / math.tan(math.pi / 10)
DOD: Final = 3 + math.sqrt(3)
HEX: Final = 1 + math.sqrt(3)

Tiling = Callable[[Within], tuple[Tile, ...]]

Patch = tuple[Tiling, Within, tuple[float, ...]]
"""A tiling, the part of it that is kept, and the contact angles that suit it."""

Field = tuple[Tiling, complex, int, int, bool, tuple[float, ...]]
"""A tiling, the distance of its mirror lines across and down, how many of them lie from the middle to each side,
whether it stands on end, and its contact angles. It ends on mirror lines, in exact half and quarter stars."""

FIELDS: Final[dict[str, tuple[Field, ...]]] = {
    "girih-8": (
        (tilings.octagons, complex(OCT, OCT) / 2, 2, 3, False, (45, 56.25, 67.5)),
        (tilings.octagons, complex(OCT, OCT) / 2, 3, 4, False, (45, 56.25, 67.5)),
        (tilings.octagons, complex(OCT, OCT) / 2, 4, 6, False, (56.25, 67.5)),
    ),
    "girih-10": (
        (tilings.decagons, complex(DEC, DEC_HIGH) / 2, 1, 2, False, (45, 54, 63, 72)),
        (tilings.decagons, complex(DEC, DEC_HIGH) / 2, 2, 4, False, (54, 63)),
        (tilings.decagons, complex(DEC, DEC_HIGH) / 2, 3, 3, True, (54, 72)),
    ),
    "girih-6": (
        (tilings.dodecagons, complex(DOD, DOD * math.sqrt(3)) / 2, 2, 2, False, (60, 67.5)),
        (tilings.dodecagons, complex(DOD, DOD * math.sqrt(3)) / 2, 3, 1, True, (60, 67.5)),
        (tilings.hexagons, complex(HEX, HEX * math.sqrt(3)) / 2, 5, 2, True, (45, 60)),
        (tilings.hexagons, complex(HEX, HEX * math.sqrt(3)) / 2, 3, 3, False, (45, 60)),
    ),
}
MEDALLIONS: Final[dict[str, tuple[Patch, ...]]] = {
    "girih-8": (
        (tilings.octagons, disc(OCT), (45, 56.25, 67.5)),
        (tilings.octagons, disc(OCT * 1.42), (45, 67.5)),
    ),
    "girih-10": (
        (tilings.decagons, disc(DEC_HIGH), (54, 63, 72)),
        (tilings.decagons, disc(DEC), (54, 72)),
    ),
    "girih-6": (
        (tilings.dodecagons, disc(DOD), (60, 67.5)),
        (tilings.hexagons, disc(HEX * 1.74), (45, 60)),
    ),
}


@dataclass(frozen=True, slots=True)
class Knot:
    """Strapwork as path data, which waits for colours: the stars, the small stars and the hearts; the strap."""

    stars: str
    small: str
    hearts: str
    strap: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Repeat:
    """A field: the cell that is drawn, how far and how often it is repeated, and the frame that cuts it."""

    cell: Knot
    period: complex
    columns: int
    lines: int
    frame: Box


def girih(seed: str, family: str, sheet: Box, scheme: Scheme) -> str:
    """The inside of a strapwork cover."""
    if choose(seed, "layout", ("field", "medallion", "field")) == "field":
        field = choose(seed, "field", FIELDS[family])
        return _field(seed, _repeat(field[:-1], choose(seed, "angle", field[-1]), sheet), sheet, scheme)
    tiling, within, angles = choose(seed, "medallion", MEDALLIONS[family])
    work = _medallion(tiling, within, choose(seed, "angle", angles), sheet.inset(76))
    return knot(seed, work, scheme) + _pendants(sheet, work, scheme)


# A seed chooses among a few dozen knots; only the colours and what is filled with them are a cover's own.
@lru_cache(maxsize=64)
def _medallion(tiling: Tiling, within: Within, angle: float, inside: Box) -> Knot:
    work = placed(in_contact(tiling(within), angle), inside, 24)
    width = strap_width(work, angle)
    return _knot(work, width, work.strap(width, max(1.5, width * 0.28)))


@lru_cache(maxsize=64)
def _repeat(field: tuple[Tiling, complex, int, int, bool], angle: float, sheet: Box) -> Repeat:
    """A field of which one cell is drawn and repeated by reference, cut by its frame on mirror lines."""
    tiling, mirrors, across, down, on_end = field
    tiles = tiling(rectangle(mirrors.real * 4, mirrors.imag * 4))
    if on_end:
        tiles = tuple(Tile(t.kind, tuple(p * 1j for p in t.corners), t.rings) for t in tiles)
        mirrors, across, down = complex(mirrors.imag, mirrors.real), down, across
    inside = sheet.inset(76)
    scale = min(inside.width / (mirrors.real * across), inside.height / (mirrors.imag * down)) / 2
    wide, high = mirrors.real * across * scale, mirrors.imag * down * scale
    # The period is rounded first, so that the cells meet exactly where the references put them.
    period = complex(round(mirrors.real * 2 * scale, 1), round(mirrors.imag * 2 * scale, 1))
    work = placed_at(in_contact(tiles, angle), scale, 0j).repeat(period)
    width = strap_width(work, angle)
    return Repeat(
        _knot(work, width, work.strap_of_repeat(width, max(1.5, width * 0.28))),
        period,
        columns=math.ceil(wide / period.real + 0.3),
        lines=math.ceil(high / period.imag + 0.3),
        frame=Box(sheet.centre.real - wide, sheet.centre.imag - high, 2 * wide, 2 * high),
    )


def _knot(work: Placed, width: float, strap: str) -> Knot:
    hearts = work.stars("star", share=0.4)
    return Knot(work.stars("star"), work.stars("small"), hearts, strap, width, work.box.height)


def _field(seed: str, field: Repeat, sheet: Box, scheme: Scheme) -> str:
    cell, period, columns, lines = field.cell, field.period, field.columns, field.lines
    name = mark(seed)
    strap = element("path", d=cell.strap)
    body = repeated(f"s{name}", stars(seed, cell, scheme), period, columns, lines)
    body += element(
        "g",
        element("g", repeated(f"t{name}", strap, period, columns, lines), id=f"k{name}"),
        stroke=scheme.line,
        stroke_width=cell.width,
    )
    body += veins(seed, cell.width, scheme)
    move = f"translate({number(sheet.centre.real)} {number(sheet.centre.imag)})"
    return (
        panel(field.frame, scheme.tone)
        + element("clipPath", panel(field.frame, "#000"), id=f"f{name}")
        + element("g", element("g", body, transform=move, fill="none"), clip_path=f"url(#f{name})")
        + ruled(field.frame, scheme.line, 3)
        + ruled(field.frame.inset(-9), scheme.accent, 1.5)
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


def strap_width(work: Placed, angle: float) -> float:
    """The width of the straps: a sharper star leaves less room between them."""
    return round(work.edge * (0.18 if angle < 70 else 0.14), 1)


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


def veins(seed: str, width: float, scheme: Scheme) -> str:
    """The line inside the straps, where they are wide enough: nothing, a broad one that doubles them, or a vein."""
    ruling = choose(seed, "ruling", ("solid", "double", "vein"))
    if ruling == "solid" or width < 6:
        return ""
    inner = width * 0.5 if ruling == "double" else width * 0.16
    return element("use", href=f"#k{mark(seed)}", fill="none", stroke=scheme.tone, stroke_width=number(inner))


def knot(seed: str, work: Knot, scheme: Scheme) -> str:
    """A closed knot: its stars, its straps and what is ruled inside them."""
    strap = element("path", id=f"k{mark(seed)}", d=work.strap)
    return (
        stars(seed, work, scheme)
        + element("g", strap, fill="none", stroke=scheme.line, stroke_width=work.width)
        + veins(seed, work.width, scheme)
    )


def _pendants(sheet: Box, work: Knot, scheme: Scheme) -> str:
    """The small stars above and below a medallion, and the lines that hang them from the frame."""
    middle = sheet.centre.real
    out = ""
    for sign in (-1, 1):
        tip = sheet.centre.imag + sign * (work.height / 2 + 8)
        frame = sheet.centre.imag + sign * (sheet.height / 2 - 38)
        at = complex(middle, (tip + frame) / 2)
        star = [at + p for p in eight(15)]
        out += element("path", fill=scheme.accent, d=trace(star, closed=True))
        out += element(
            "path",
            stroke=scheme.line,
            stroke_width=1.5,
            d=trace([complex(middle, tip + sign * 8), at - 1j * sign * 21])
            + trace([at + 1j * sign * 21, complex(middle, frame)]),
        )
    return out


def eight(radius: float) -> tuple[complex, ...]:
    """The corners of a full eight-pointed star round the origin."""
    notch = radius * math.cos(math.pi / 4) / math.cos(math.pi / 8)
    return tuple((radius if k % 2 == 0 else notch) * complex(math.cos(a), math.sin(a)) for k, a in _turns())


def _turns() -> list[tuple[int, float]]:
    return [(k, math.pi * k / 8) for k in range(16)]
