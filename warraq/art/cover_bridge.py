"""Return the bridge of a cover: bays of arches from edge to edge, in one storey or two, over a broken reflection.

It has what one sees of the old bridges of Isfahan from the bank: the even bays, the small opening over each pier, the
stepped foot in the water, the gallery above in wide and narrow niches, and sometimes a pavilion in the middle. No
bridge is copied, and nothing is to its measures.
"""

from __future__ import annotations

import math
from typing import Final

from .arch import Arch
from .chance import choose, mark
from .cover_frame import rule
from .full_star import eight
from .schemes import Scheme
from .strapwork import Box
from .svg import element, number, trace

LINES: Final = 12
"""The strokes of a reflection."""


def bridge(seed: str, sheet: Box, scheme: Scheme) -> str:
    """The inside of a cover with a bridge across it."""
    pitch = sheet.width / choose(seed, "bays", (2.6, 3.0, 4.0, 5.0))
    pointed = choose(seed, "point", (0.62, 0.72, 0.85))
    storeys = choose(seed, "storeys", (1, 2, 2))
    shift = choose(seed, "middle", (0.0, 0.5))
    water = sheet.top + sheet.height * choose(seed, "water", (0.58, 0.66, 0.72))
    low = Arch(pitch * 0.64, pitch * 0.34, pointed)
    deck = low.height + pitch * 0.17
    gallery = pitch * 0.44 if storeys == 2 else 0.0
    top = deck + gallery
    wall = choose(seed, "wall", (scheme.line, scheme.line, scheme.second))
    reach = math.ceil(sheet.width / pitch / 2 + 0.5)
    middles = [sheet.centre.real + (k + shift) * pitch for k in range(-reach, reach + 1)]
    bay, name = _bay(pitch, low, deck, gallery, scheme, wall), f"b{mark(seed)}"
    bays = element("g", bay, id=name, transform=f"translate({number(middles[0])} {number(water)})")
    # A reference is moved from where the first bay stands.
    bays += "".join(element("use", href=f"#{name}", x=number(m - middles[0])) for m in middles[1:])
    out = _sky(seed, sheet, scheme, water - top)
    if choose(seed, "pavilion", (True, False)) and storeys == 2:
        out += _pavilion(sheet.centre.real, water - top, pitch, pointed, scheme, wall)
    out += bays + rule(complex(0, water - top - 6), sheet.width, scheme.accent, 5)
    return out + _reflection(sheet, scheme, middles, low, top, water)


def _bay(pitch: float, low: Arch, deck: float, gallery: float, scheme: Scheme, wall: str) -> str:
    """One bay, its arch in the middle, standing on the level of the water at 0."""
    half = pitch / 2 + 0.4  # bays overlap by a hair, so that no light falls between them
    eye = Arch(pitch * 0.1, pitch * 0.07, low.round)
    body = f"M{number(-half)} 0v{number(-deck - gallery)}h{number(2 * half)}v{number(deck + gallery)}z"
    out = element("path", fill=wall, d=body)
    # The opening and, seen through it, the vault behind.
    out += element("path", fill=scheme.tone, d=low.path(0, 0))
    vault = Arch(low.width * 0.7, low.legs * 0.92, low.round)
    out += element("path", fill=scheme.ground, d=vault.path(0, 0))
    eyes = "".join(eye.path(s * pitch / 2, -low.legs - pitch * 0.1) for s in (-1, 1))
    fills = {scheme.tone: eyes, scheme.accent: ""}
    if gallery:
        broad, narrow = Arch(pitch * 0.36, 0, low.round), Arch(pitch * 0.15, 0, low.round)
        foot, tall = -deck - pitch * 0.05, gallery - pitch * 0.12
        fills[scheme.accent] = Arch(broad.width, tall - broad.height, low.round).path(0, foot)
        slim = Arch(narrow.width, tall - narrow.height, low.round)
        fills[scheme.tone] += "".join(slim.path(s * pitch * 0.34, foot) for s in (-1, 1))
    out += "".join(element("path", fill=colour, d=d) for colour, d in fills.items() if d)
    line = f"M{number(-half)} {number(-deck)}h{number(2 * half)}" if gallery else ""
    side, level = number(pitch * 0.39), number(-pitch * 0.16)
    line += f"M-{side} {level}V{number(-deck + pitch * 0.07)}H{side}V{level}"
    out += element("path", fill="none", stroke=scheme.ground, stroke_width=2, d=line)
    # The feet of the piers step out towards the stream.
    feet = ""
    for s in (-1, 1):
        for wide, high in ((-0.235 * s, 0.07), (-0.205 * s, 0.13)):
            up = number(pitch * high)
            feet += f"M{number(s * half)} 0v-{up}h{number(pitch * wide)}v{up}z"
    return out + element("path", fill=wall, stroke=scheme.ground, stroke_width=1.5, d=feet)


def _pavilion(middle: float, deck: float, pitch: float, pointed: float, scheme: Scheme, wall: str) -> str:
    """The house on the middle of the bridge: three niches under a roof line."""
    half, high = pitch * 0.62, pitch * 0.42
    out = element(
        "path",
        fill=wall,
        d=f"M{number(middle - half)} {number(deck)}v{number(-high)}h{number(2 * half)}v{number(high)}z",
    )
    niches = ""
    for place, wide in ((-0.4, 0.2), (0.0, 0.34), (0.4, 0.2)):
        arch = Arch(pitch * wide, 0, pointed)
        niches += Arch(arch.width, high * 0.76 - arch.height, pointed).path(
            middle + place * pitch, deck - high * 0.04
        )
    out += element("path", fill=scheme.tone, d=niches)
    roof = complex(middle - half - pitch * 0.05, deck - high - 4)
    return out + rule(roof, 2 * half + pitch * 0.1, scheme.accent, 5)


def _sky(seed: str, sheet: Box, scheme: Scheme, top: float) -> str:
    """What stands above the bridge: nothing, one star, the stars of a night, or a great disc behind it."""
    kind = choose(seed, "sky", ("bare", "star", "stars", "disc"))
    height = top - sheet.top
    if kind == "bare" or height < 150:
        return ""
    if kind == "star":
        at = complex(sheet.width * choose(seed, "star", (0.5, 0.26, 0.74)), sheet.top + height * 0.42)
        return element(
            "path", fill=scheme.accent, d=trace([at + p for p in eight(30)], closed=True)
        ) + element("path", fill=scheme.ground, d=trace([at + p for p in eight(14)], closed=True))
    if kind == "disc":
        at = complex(sheet.width * choose(seed, "disc", (0.5, 0.3, 0.7)), top - 20)
        return element(
            "circle",
            cx=number(at.real),
            cy=number(at.imag),
            r=number(min(150.0, height * 0.6)),
            fill=scheme.tone,
        )
    small = ""
    for row in range(3):
        for k in range(7 - row % 2):
            at = complex(
                sheet.width * (k + 0.5 + 0.5 * (row % 2)) / 7, sheet.top + 60 + (height - 150) * row / 2.6
            )
            small += trace([at + p for p in eight(8)], closed=True)
    return element("path", fill=scheme.accent, d=small)


def _reflection(sheet: Box, scheme: Scheme, middles: list[float], low: Arch, top: float, water: float) -> str:
    """The piers again in the water, cut into strokes that grow thinner and farther apart."""
    bottom = sheet.top + sheet.height - 34
    out = rule(complex(0, water), sheet.width, scheme.line, 3)
    for k in range(LINES):
        share = (k + 0.6) / LINES
        depth = (bottom - water) * share**1.25
        half = low.half_at(top * depth / (bottom - water) * 0.9)
        data, y, at = "", number(water + depth + 4), 0.0
        # Each stroke gives way a little more, as the water takes the outline away.
        give = k * 1.6
        for middle in middles:
            if half == 0:
                break
            if (end := middle - half - give) - at > 3 and end > 0:
                data += f"M{number(max(0.0, at))} {y}H{number(min(end, sheet.width))}"
            at = middle + half + give
            if at > sheet.width:
                break
        data = data or f"M0 {y}H{number(sheet.width)}"
        weight = round(6 - 5 * share, 1)
        out += element("path", stroke=scheme.second, stroke_width=weight, d=data)
    return out
