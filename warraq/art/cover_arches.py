"""Return arch covers: a bridge over its broken reflection, storeys of niches, a passage of arches, or one gate."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from .arch import Arch
from .chance import choose
from .cover_bridge import bridge
from .cover_frame import framed, jadval, panel, rule, ruled
from .full_star import eight
from .plane import polar
from .schemes import Scheme
from .strapwork import Box
from .svg import element, number, trace

MARGIN: Final = 76


def arches(seed: str, family: str, sheet: Box, scheme: Scheme) -> str:
    """The inside of an arch cover."""
    del family
    layout = choose(seed, "layout", ("bridge", "bridge", "bridge", "niches", "passage", "gate"))
    if layout == "bridge":
        return bridge(seed, sheet, scheme)
    drawn = {"niches": _niches, "passage": _passage, "gate": _gate}[layout](seed, sheet, scheme)
    return (jadval(seed, sheet, scheme) if layout == "niches" else "") + drawn


def _passage(seed: str, sheet: Box, scheme: Scheme) -> str:
    """The walk under the arches of a bridge: one opening inside another, and the light at the end."""
    pointed = choose(seed, "point", (0.66, 0.78))
    wide = choose(seed, "passage", (400.0, 440.0))
    shrink = choose(seed, "shrink", (0.7, 0.76))
    middle = sheet.centre.real + choose(seed, "stand", (0.0, -50.0, 50.0))
    # All feet run to one point, at the height of the eye of who stands there.
    eye = sheet.top + sheet.height * 0.62
    foot = sheet.height + sheet.top - eye
    first = Arch(wide, 0, pointed)
    legs = max(40.0, sheet.height * 0.86 - first.height)
    walls = choose(seed, "walls", ((scheme.tone, scheme.line), (scheme.line, scheme.tone)))
    out, size = "", 1.0
    for k in range(5):
        arch = Arch(wide * size, legs * size, pointed)
        colour = scheme.accent if k == 4 else walls[k % 2]
        at = middle + (sheet.centre.real - middle) * (1 - size)
        out += element("path", fill=colour, d=arch.path(at, eye + foot * size))
        size *= shrink
    at = sheet.centre.real + (middle - sheet.centre.real) * size / shrink
    star = trace([complex(at, eye - legs * size * 0.55) + p for p in eight(wide * size * 0.2)], closed=True)
    return out + element("path", fill=scheme.ground, d=star)


def _gate(seed: str, sheet: Box, scheme: Scheme) -> str:
    """One arch of stones in two colours, the courses of the wall beside it, and a lamp."""
    count = choose(seed, "stones", (7, 9))
    arch = Arch(choose(seed, "gate", (240.0, 290.0)), 0, choose(seed, "point", (0.62, 0.72, 0.85)))
    deep = 58.0
    ground = sheet.top + sheet.height - 60
    legs = max(60.0, (sheet.height - 130 - arch.height - deep) * choose(seed, "high", (0.8, 1.0)))
    springing, half, r = ground - legs, arch.width / 2, arch.radius
    middle = sheet.centre.real
    out = ""
    courses = max(3, round(legs / 46))
    stones = ["", ""]
    for side in (-1, 1):
        hub = complex(middle + side * (half - r), springing)
        ends = [math.degrees(math.acos((r - half) / radius)) for radius in (r, r + deep)]
        for k in range(count):
            corners = [
                hub + _towards(side, polar(radius, -end * share))
                for radius, end, share in (
                    (r, ends[0], k / count),
                    (r, ends[0], (k + 1) / count),
                    (r + deep, ends[1], (k + 1) / count),
                    (r + deep, ends[1], k / count),
                )
            ]
            stones[k % 2] += _stone(corners, r, r + deep, side)
        step = legs / courses
        for k in range(courses):
            near, far = middle + side * half, middle + side * (half + deep)
            stones[(k + 1) % 2] += (
                f"M{number(near)} {number(springing + k * step)}H{number(far)}v{number(step)}H{number(near)}z"
            )
    out += element("path", fill=scheme.ground, d=Arch(arch.width, legs, arch.round).path(middle, ground))
    for colour, data in zip((scheme.line, scheme.accent), stones, strict=True):
        out += element("path", fill=colour, stroke=scheme.ground, stroke_width=2, d=data)
    reach, brow = half + deep + 26, springing - arch.height - deep - 26
    if choose(seed, "brow", (True, True, False)) and brow > sheet.top + 20:
        out = _brow(middle, reach, brow, ground, scheme) + out
    lamp = complex(middle, springing + min(40.0, legs * 0.2))
    top = springing - arch.height
    out += element(
        "path",
        stroke=scheme.line,
        stroke_width=1.5,
        d=f"M{number(middle)} {number(top)}V{number(lamp.imag - 34)}",
    )
    out += element("path", fill=scheme.second, d=trace([lamp + p for p in eight(34)], closed=True))
    out += element("path", fill=scheme.ground, d=trace([lamp + p for p in eight(15)], closed=True))
    return (
        out
        + rule(complex(0, ground), sheet.width, scheme.line, 4)
        + rule(complex(0, ground + 12), sheet.width, scheme.accent, 2)
    )


def _brow(middle: float, reach: float, top: float, ground: float, scheme: Scheme) -> str:
    """The upright frame round a gate: a panel and its two lines."""
    frame = Box(middle - reach, top, 2 * reach, ground - top)
    return (
        panel(frame, scheme.tone) + ruled(frame, scheme.line, 3) + ruled(frame.inset(-10), scheme.accent, 1.5)
    )


def _towards(side: int, vector: complex) -> complex:
    return complex(side * vector.real, vector.imag)


def _stone(corners: Sequence[complex], inner: float, outer: float, side: int) -> str:
    """A stone of an arch between two radii, its four corners given."""
    a, b, c, d = corners
    way, back = (0, 1) if side == 1 else (1, 0)
    r, q = number(inner), number(outer)
    return (
        f"M{number(a.real)} {number(a.imag)}A{r} {r} 0 0 {way} {number(b.real)} {number(b.imag)}"
        f"L{number(c.real)} {number(c.imag)}A{q} {q} 0 0 {back} {number(d.real)} {number(d.imag)}z"
    )


def _niches(seed: str, sheet: Box, scheme: Scheme) -> str:
    across, down = choose(seed, "niches", ((3, 3), (4, 4), (3, 4), (5, 5)))
    inside = sheet.inset(MARGIN)
    pitch, storey = inside.width / across, inside.height / down
    arch = Arch(pitch * 0.7, 0, choose(seed, "point", (0.62, 0.72, 0.85)))
    arch = Arch(arch.width, storey * 0.72 - arch.height, arch.round)
    core = Arch(arch.width * 0.56, arch.legs * 0.86, arch.round)
    turn = choose(seed, "turn", ("checker", "rows", "middle"))
    fills: dict[str, str] = {scheme.accent: "", scheme.second: ""}
    outlines, floors = "", ""
    for j in range(down):
        ground = inside.top + storey * (j + 1) - storey * 0.1
        floors += (
            f"M{number(inside.left)} {number(ground + storey * 0.1)}h{number(inside.width)}"
            if j < down - 1
            else ""
        )
        for i in range(across):
            middle = inside.left + pitch * (i + 0.5)
            strong = {
                "checker": (i + j) % 2 == 0,
                "rows": j % 2 == 0,
                "middle": min(i, across - 1 - i) + min(j, down - 1 - j) >= (across + down) // 2 - 2,
            }[turn]
            outlines += arch.path(middle, ground)
            fills[scheme.accent if strong else scheme.second] += core.path(middle, ground)
    return (
        element("path", fill=scheme.tone, stroke=scheme.line, stroke_width=3, d=outlines)
        + "".join(element("path", fill=colour, d=d) for colour, d in fills.items() if d)
        + element("path", stroke=scheme.line, stroke_width=1.5, d=floors)
        + framed(inside, scheme)
    )
