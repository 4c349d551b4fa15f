"""Return arch covers: a bridge of pointed arches over its own broken reflection, or storeys of niches."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from .chance import choose
from .cover_frame import ruled
from .cover_girih import eight
from .schemes import Scheme
from .strapwork import Box
from .svg import element, number, trace

MARGIN: Final = 76


@dataclass(frozen=True, slots=True)
class Arch:
    """A pointed arch of two circles: its width, the height of its legs, and its roundness (0.6 blunt, 1 sharp)."""

    width: float
    legs: float
    round: float = 0.72

    @property
    def radius(self) -> float:
        """The radius of its two arcs."""
        return self.width * self.round

    @property
    def height(self) -> float:
        """The height of its point above the ground."""
        off = self.radius - self.width / 2
        return self.legs + math.sqrt(self.radius**2 - off**2)

    def half_at(self, above: float) -> float:
        """Half the opening's width at a height above the ground; nothing above the point."""
        if above <= self.legs:
            return self.width / 2
        if above >= self.height:
            return 0.0
        return math.sqrt(self.radius**2 - (above - self.legs) ** 2) - self.radius + self.width / 2

    def path(self, middle: float, ground: float) -> str:
        """The path data of the opening."""
        half, rise, r = self.width / 2, self.height - self.legs, number(self.radius)
        return (
            f"M{number(middle - half)} {number(ground)}v{number(-self.legs)}"
            f"a{r} {r} 0 0 1 {number(half)} {number(-rise)}a{r} {r} 0 0 1 {number(half)} {number(rise)}"
            f"v{number(self.legs)}z"
        )


def arches(seed: str, family: str, sheet: Box, scheme: Scheme) -> str:
    """The inside of an arch cover."""
    del family
    layout = choose(seed, "layout", ("bridge", "bridge", "niches"))
    return _bridge(seed, sheet, scheme) if layout == "bridge" else _niches(seed, sheet, scheme)


def _bridge(seed: str, sheet: Box, scheme: Scheme) -> str:
    count = choose(seed, "arches", (3, 5, 7))
    storeys = choose(seed, "storeys", (1, 2, 2))
    per_arch = choose(seed, "upper", (2, 3)) if count < 7 else 2
    left, wide = sheet.left + MARGIN, sheet.width - 2 * MARGIN
    pitch = wide / count
    water = sheet.top + sheet.height * 0.6
    pointed = choose(seed, "point", (0.62, 0.72, 0.85))
    low = Arch(pitch * 0.66, pitch * (0.42 if count == 3 else 0.7), pointed)
    deck = low.height + pitch * 0.24
    up = Arch(pitch / per_arch * 0.62, pitch / per_arch * 0.42, pointed)
    top = deck + (up.height + pitch / per_arch * 0.34 if storeys == 2 else 0)
    middles = [left + pitch * (k + 0.5) for k in range(count)]
    body = f"M{number(left)} {number(water)}v{number(-top)}h{number(wide)}v{number(top)}z"
    body += "".join(low.path(m, water) for m in middles)
    if storeys == 2:
        foot = water - deck - pitch / per_arch * 0.12
        for k in range(count * per_arch):
            body += up.path(left + pitch / per_arch * (k + 0.5), foot)
    out = element("path", fill=scheme.line, fill_rule="evenodd", d=body)
    # A course of one line runs through the spandrels; the cloth shows through it.
    course = f"M{number(left)} {number(water - deck + pitch * 0.06)}h{number(wide)}"
    out += element("path", stroke=scheme.ground, stroke_width=1.5, d=course)
    out += element(
        "path",
        stroke=scheme.accent,
        stroke_width=4,
        d=f"M{number(left)} {number(water - top - 8)}h{number(wide)}",
    )
    out += _reflection(sheet, scheme, middles, low, deck, water)
    sky = water - top - 8
    at = complex(sheet.centre.real, (sheet.top + 38 + sky) / 2)
    size = choose(seed, "star", (26, 34, 44))
    out += element("path", fill=scheme.accent, d=trace([at + p for p in eight(size)], closed=True))
    return out + element(
        "path", fill=scheme.ground, d=trace([at + p for p in eight(size * 0.45)], closed=True)
    )


def _reflection(
    sheet: Box, scheme: Scheme, middles: list[float], low: Arch, deck: float, water: float
) -> str:
    """The piers again in the water, cut into strokes that grow thinner and farther apart."""
    left, right = sheet.left + MARGIN, sheet.left + sheet.width - MARGIN
    groups: dict[float, str] = {}
    depth = 9.0
    lines = 11
    for k in range(lines):
        above = deck * depth / (sheet.top + sheet.height - MARGIN - water)
        half = low.half_at(above)
        weight = round(5.2 - 0.4 * k, 1)
        y = number(water + depth)
        # Each stroke moves in a little as the water takes the outline away.
        edges = [left + k * 1.5, *(x for m in middles for x in (m - half, m + half)), right - k * 1.5]
        data = ""
        for a, b in zip(edges[::2], edges[1::2], strict=True):
            if b - a > 3:
                data += f"M{number(a)} {y}H{number(b)}"
        if half == 0:
            data = f"M{number(edges[0])} {y}H{number(edges[-1])}"
        groups[weight] = groups.get(weight, "") + data
        depth += 9 + 1.15 * k
    return "".join(element("path", stroke=scheme.second, stroke_width=w, d=d) for w, d in groups.items())


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
        + ruled(inside, scheme.line, 3)
        + ruled(inside.inset(-9), scheme.accent, 1.5)
    )
