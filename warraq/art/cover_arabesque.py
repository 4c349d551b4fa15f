"""Return scroll covers (islimi), drawn with half circles: in a border, in a medallion, or over the whole sheet."""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import pairwise
from typing import Final

from .chance import choose, mark
from .cover_frame import jadval, panel, ruled
from .full_star import eight
from .schemes import Scheme
from .scroll import bud, leaf, scroll
from .strapwork import Box
from .svg import element, number, trace

BAND: Final = 76


def arabesque(seed: str, family: str, sheet: Box, scheme: Scheme) -> str:
    """The inside of a scroll cover: a bordered page, a medallion and its corners, or great scrolls."""
    del family
    layout = choose(seed, "layout", ("border", "medallion", "scrolls", "scrolls"))
    # On a very tall sheet the border would be all there is to see.
    if layout == "border" and sheet.height <= 1.6 * sheet.width:
        return _bordered(seed, sheet, scheme)
    if layout in {"border", "medallion"}:
        return jadval(seed, sheet, scheme) + _turanj(seed, sheet.inset(46), scheme)
    return _great_scrolls(seed, sheet, scheme)


def _great_scrolls(seed: str, sheet: Box, scheme: Scheme) -> str:
    """Upright scrolls, each the mirror image of its neighbour, that grow from the foot of the sheet."""
    columns, room = choose(seed, "columns", ((2, 72), (4, 66), (1, 84), (2, 92)))
    if sheet.height > 1.6 * sheet.width:
        columns = min(columns, 2)  # four would be more turns than a light file holds
    inner = sheet.inset(room)
    radius = min(inner.width / columns / 2.5, 118.0)
    bumps = max(2, int(inner.height / radius / 2))
    radius = min(radius, inner.height / bumps / 2)
    stem, leaves = scroll(radius, bumps, rich=True)
    name = f"g{mark(seed)}"
    body = element("path", fill="none", stroke=scheme.line, stroke_width=number(1.6 + radius / 28), d=stem)
    body += element("path", fill=scheme.accent, d=leaves)
    long, foot = 2 * radius * bumps, sheet.centre.imag
    out = element("g", body, id=name, transform=f"translate({number(-long / 2)} 0)")
    whole, spread = "", radius * 1.25
    for k in range(columns):
        x = sheet.centre.real + (k - (columns - 1) / 2) * spread * 2
        turn = "rotate(-90)" + ("scale(1 -1)" if k % 2 else "")
        move = f"translate({number(x)} {number(foot)}){turn}"
        shown = out if k == 0 else element("use", href=f"#{name}")
        whole += element("g", shown, transform=move)
    stars = ""
    for k in range(columns - 1):
        x = sheet.centre.real + (k - (columns - 2) / 2) * spread * 2
        for step in range(bumps + 1):
            at = complex(x, foot + (step - bumps / 2) * 2 * radius)
            stars += trace([at + p for p in eight(radius * 0.13)], closed=True)
    frame = choose(seed, "frame", ("jadval", "panel"))
    ground = (
        jadval(seed, sheet, scheme)
        if frame == "jadval"
        else panel(sheet.inset(28), scheme.tone) + ruled(sheet.inset(28), scheme.line, 2.5)
    )
    return ground + whole + element("path", fill=scheme.second, d=stars)


def _bordered(seed: str, sheet: Box, scheme: Scheme) -> str:
    """A running scroll on four sides and a quiet middle with its medallion."""
    outer = sheet.inset(46)
    inner = outer.inset(BAND)
    centre = sheet.centre
    # Odd spaces between corner squares are filled by whole half circles on each side of the middle.
    across = _side(seed + "w", outer.width - 2 * BAND, choose(seed, "turns", (3, 3, 4)), scheme)
    down = _side(seed + "h", outer.height - 2 * BAND, choose(seed, "turns", (4, 5, 6)), scheme)
    out = panel(outer, scheme.tone) + ruled(outer, scheme.line, 3) + panel(inner, scheme.ground)
    out += ruled(inner, scheme.line, 1.5)
    sides = (
        (across, "w", complex(centre.real, outer.top + BAND / 2), 0),
        (down, "h", complex(outer.left + outer.width - BAND / 2, centre.imag), 90),
    )
    for body, name, at, turn in sides:
        mine = f"{name}{mark(seed)}"
        out += element(
            "g", body, id=mine, transform=f"translate({number(at.real)} {number(at.imag)})rotate({turn})"
        )
        out += element(
            "use", href=f"#{mine}", transform=f"rotate(180 {number(centre.real)} {number(centre.imag)})"
        )
    out += element("path", fill=scheme.accent, d=_corner_stars(outer, BAND * 0.36))
    out += element("path", fill=scheme.tone, d=_corner_stars(outer, BAND * 0.15))
    return out + _turanj(seed, inner, scheme)


@lru_cache(maxsize=8)
def _corner_stars(outer: Box, size: float) -> str:
    """A star in the middle of each corner square."""
    corners = [
        complex(x, y)
        for x in (outer.left + BAND / 2, outer.left + outer.width - BAND / 2)
        for y in (outer.top + BAND / 2, outer.top + outer.height - BAND / 2)
    ]
    return "".join(trace([c + p for p in eight(size)], closed=True) for c in corners)


def _side(name: str, length: float, bumps: int, scheme: Scheme) -> str:
    """One side's scroll, two mirrored halves from a bud in the middle."""
    radius = length / 4 / (bumps + 0.35)
    squash = min(1.0, BAND * 0.36 / radius)
    stem, leaves = scroll(radius, bumps)
    half = f"i{mark(name)}"
    body = element("path", fill="none", stroke=scheme.line, stroke_width=3, d=stem)
    body += element("path", fill=scheme.accent, d=leaves)
    return element(
        "g",
        element("g", body, id=half),
        element("use", href=f"#{half}", transform="scale(-1 1)"),
        element("path", fill=scheme.accent, d=_bud_star(radius * 0.34)),
        transform=f"scale(1 {number(squash, 2)})",
    )


@lru_cache(maxsize=16)
def _bud_star(size: float) -> str:
    return trace(eight(size), closed=True)


def _turanj(seed: str, inner: Box, scheme: Scheme) -> str:
    """The lobed medallion in the middle, its two pendants and its corner pieces, alike on all four sides."""
    wide = inner.width * 0.37
    # The lobes and the pendants reach beyond the oval.
    high = min(wide * choose(seed, "turanj", (1.15, 1.35, 1.55)), inner.height / 2 - 86)
    wide = min(wide, high * 1.05)
    lobes = choose(seed, "lobes", (12, 16, 20))
    volute = choose(seed, "volute", (0.5, 0.58))
    radius = wide * 0.37
    stem, leaves = _volute(radius, volute)
    quarter = f"q{mark(seed)}"
    body = element("path", fill="none", stroke=scheme.line, stroke_width=3, d=stem)
    body += element("path", fill=scheme.accent, d=leaves)
    rise = number(-high * 0.34)
    scrolls = element("g", element("g", body, transform=f"translate(0 {rise})"), id=quarter) + "".join(
        element("use", href=f"#{quarter}", transform=t) for t in ("scale(-1 1)", "scale(1 -1)", "scale(-1)")
    )
    pendants = ""
    for sign in (-1, 1):
        foot = sign * (high + 16)
        pendants += f"M0 {number(foot)}c16 {number(sign * 12)} 16 {number(sign * 28)} 0 {number(sign * 50)}"
        pendants += f"c-16 {number(-sign * 22)} -16 {number(-sign * 38)} 0 {number(-sign * 50)}z"
    corner = f"l{mark(seed)}"
    reach_x, reach_y = inner.width / 2, inner.height / 2
    piece = _corner(inner.width * 0.24, inner.width * 0.24 * high / wide, lobes // 4)
    pieces = element(
        "path",
        fill=scheme.tone,
        stroke=scheme.line,
        stroke_width=1.5,
        d=piece,
        id=corner,
        transform=f"translate({number(-reach_x)} {number(-reach_y)})",
    ) + "".join(
        element("use", href=f"#{corner}", transform=t) for t in ("scale(-1 1)", "scale(1 -1)", "scale(-1)")
    )
    return element(
        "g",
        pieces if choose(seed, "corners", (True, True, False)) else "",
        element("path", fill=scheme.tone, stroke=scheme.line, stroke_width=3, d=_lobed(wide, high, lobes)),
        element(
            "path", fill="none", stroke=scheme.accent, stroke_width=1.5, d=_lobed(wide - 11, high - 11, lobes)
        ),
        scrolls,
        element("path", fill=scheme.accent, d=_small_stars(wide, high)),
        element("path", fill=scheme.accent, d=pendants),
        transform=f"translate({number(inner.centre.real)} {number(inner.centre.imag)})",
    )


@lru_cache(maxsize=64)
def _small_stars(wide: float, high: float) -> str:
    """The stars of the medallion: one in its middle, a smaller one towards each side and each end."""
    places = ((0j, 0.13), *((complex(0, s * high * 0.76), 0.075) for s in (-1, 1)))
    sides = ((complex(s * wide * 0.7, 0), 0.075) for s in (-1, 1))
    return "".join(trace([at + p for p in eight(wide * size)], closed=True) for at, size in (*places, *sides))


@lru_cache(maxsize=64)
def _volute(radius: float, share: float) -> tuple[str, str]:
    """A spiral of four half circles that leaves the axis upwards, with a leaf at each turn and a bud in its eye."""
    stem, leaves = "M0 0", ""
    x, size, way = 0.0, radius, 1
    for turn in range(3):
        stem += f"a{number(size)} {number(size)} 0 0 1 {number(way * 2 * size)} 0"
        x += way * 2 * size
        if turn == 0:
            leaves += leaf(x, 0, radius * 0.42, -1) + leaf(0, 0, radius * 0.4, 1)
        way, size = -way, size * (0.72 if turn == 0 else share)
    return stem, leaves + bud(x, 0, radius * 0.26, 1)


@lru_cache(maxsize=64)
def _lobed(wide: float, high: float, lobes: int) -> str:
    """An oval of outward lobes with a lobe on each axis."""
    points = [
        complex(wide * math.cos(a), high * math.sin(a))
        for a in (2 * math.pi * (k + 0.5) / lobes for k in range(lobes))
    ]
    out = f"M{number(points[-1].real)} {number(points[-1].imag)}"
    for a, b in zip([points[-1], *points], points, strict=False):
        radius = number(abs(b - a) * 0.54)
        out += f"A{radius} {radius} 0 0 1 {number(b.real)} {number(b.imag)}"
    return out + "z"


@lru_cache(maxsize=64)
def _corner(wide: float, high: float, lobes: int) -> str:
    """A corner piece: a quarter of a lobed oval round the corner of a frame."""
    points = [
        complex(wide * math.cos(a), high * math.sin(a))
        for a in (math.pi / 2 * k / lobes for k in range(lobes + 1))
    ]
    out = f"M0 0H{number(points[0].real)}"
    for a, b in pairwise(points):
        radius = number(abs(b - a) * 0.54)
        out += f"A{radius} {radius} 0 0 1 {number(b.real)} {number(b.imag)}"
    return out + "z"
