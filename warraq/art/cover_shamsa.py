"""Return medallion covers: one woven star of eight to sixteen points, its rings and rays, alone on the cloth."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Final

from .chance import choose, mark
from .cover_frame import jadval, panel
from .emblem_shape import woven
from .full_star import eight
from .knots import turned
from .plane import polar
from .schemes import Scheme
from .strapwork import Box
from .svg import element, number, trace, traces

RADIUS: Final = 180.0
STARS: Final = ((8, 3), (10, 3), (10, 4), (12, 4), (12, 5), (16, 5), (16, 6))
"""Corners of the star, and how many are left out from one to the next."""


def shamsa_cover(seed: str, family: str, sheet: Box, scheme: Scheme) -> str:
    """The inside of a medallion cover."""
    del family
    sides, skip = choose(seed, "star", STARS)
    layout = choose(seed, "layout", ("framed", "hung", "corners", "low", "great"))
    middle = complex(
        sheet.centre.real, sheet.top + sheet.height * {"hung": 0.56, "low": 1.0}.get(layout, 0.5)
    )
    # The lowest of them rises over the foot of the sheet like half a sun.
    scale = {"low": 1.35, "great": 1.18, "corners": 0.82}.get(layout, 1.0) * (
        sheet.width / 600 if sheet.height > 700 or layout == "low" else 0.86
    )
    name = mark(seed)
    body = element("g", _medallion(seed, sides, skip, scheme), id=f"m{name}")
    out = element(
        "g",
        body,
        transform=f"translate({number(middle.real)} {number(middle.imag)})scale({number(scale, 3)})",
    )
    if layout == "hung":
        top = middle.imag - 262 * scale
        out += element(
            "path", stroke=scheme.line, stroke_width=2, d=f"M{number(middle.real)} 0V{number(top)}"
        ) + element(
            "path",
            fill=scheme.accent,
            d=trace([complex(middle.real, top) + p for p in eight(12)], closed=True),
        )
    if layout == "corners":
        inner = sheet.inset(46)
        quarters = "".join(
            element("use", href=f"#m{name}", transform=f"translate({number(x)} {number(y)})scale(.8)")
            for x in (inner.left, inner.left + inner.width)
            for y in (inner.top, inner.top + inner.height)
        )
        out += element("clipPath", panel(inner, "#000"), id=f"c{name}")
        out += element("g", quarters, clip_path=f"url(#c{name})")
    return (jadval(seed, sheet, scheme) if layout in {"framed", "corners"} else "") + out


def _medallion(seed: str, sides: int, skip: int, scheme: Scheme) -> str:
    """The star round the origin, 180 units to its tips, with what surrounds it up to 250 units."""
    name = mark(seed)
    body, strap, heart = _star(sides, skip)
    fill = choose(seed, "body", (scheme.accent, scheme.tone, scheme.second))
    out = _rim(seed, sides, scheme)
    out += element("path", fill=fill, d=body)
    out += turned(f"p{name}", element("path", fill=scheme.line, d=strap), sides)
    within = scheme.accent if fill != scheme.accent else scheme.ground
    return out + element("path", fill=within, d=heart)


def _rim(seed: str, sides: int, scheme: Scheme) -> str:
    """What surrounds the star: rings, rays with stars at their ends, or lobes."""
    rim = choose(seed, "rim", ("rays", "rings", "lobes", "none"))
    if rim == "rings":
        return "".join(
            element("circle", r=r, fill="none", stroke=colour, stroke_width=w)
            for r, colour, w in ((200, scheme.line, 5), (212, scheme.accent, 2), (236, scheme.line, 1.5))
        )
    if rim == "lobes":
        return element(
            "path", fill=scheme.tone, stroke=scheme.line, stroke_width=3, d=_lobes(sides, 214.0)
        ) + element("path", fill="none", stroke=scheme.accent, stroke_width=1.5, d=_lobes(sides, 226.0))
    if rim == "rays":
        rays, stars = _rays(sides)
        return element("path", stroke=scheme.line, stroke_width=2, d=rays) + element(
            "path", fill=scheme.accent, d=stars
        )
    return ""


# A seed chooses among a few stars.
@lru_cache(maxsize=16)
def _star(sides: int, skip: int) -> tuple[str, str, str]:
    """The path data of the body, of the straps of one side, and of the small star in the middle."""
    half = RADIUS * (0.034 if skip < 5 else 0.026)
    straps = woven(sides, skip, RADIUS, half, half * 0.6)
    notch = math.cos(math.pi * skip / sides) / math.cos(math.pi * (skip - 1) / sides)
    body = trace(_points(sides, RADIUS, notch), closed=True)
    inner = RADIUS * math.cos(math.pi * skip / sides) * 0.72
    # The small star turns its points to the notches of the large one's innermost ring.
    heart = trace([p * polar(1, 180 / sides) for p in _points(sides, inner, 0.72)], closed=True)
    return body, traces(straps[: skip - 1], closed=True), heart


def _points(sides: int, radius: float, notch: float) -> list[complex]:
    return [polar(radius * (1 if k % 2 == 0 else notch), 180 / sides * k) for k in range(2 * sides)]


@lru_cache(maxsize=16)
def _rays(sides: int) -> tuple[str, str]:
    rays, stars = "", ""
    for k in range(2 * sides):
        end = 236.0 if k % 2 == 0 else 214.0
        turn = polar(1, 180 / sides * k)
        rays += trace([turn * (190 if k % 2 == 0 else 170), turn * end])
        stars += trace([turn * (end + 8) + p for p in eight(7 if k % 2 == 0 else 4)], closed=True)
    return rays, stars


@lru_cache(maxsize=32)
def _lobes(sides: int, radius: float) -> str:
    """A round of outward lobes, one over each point of the star."""
    points = [polar(radius, 360 / sides * (k + 0.5)) for k in range(sides)]
    bow = number(abs(points[1] - points[0]) * 0.56)
    out = f"M{number(points[-1].real)} {number(points[-1].imag)}"
    return out + "".join(f"A{bow} {bow} 0 0 1 {number(p.real)} {number(p.imag)}" for p in points) + "z"
