"""Return cypress covers: *sarv* ruled as flames one inside another, *saru* counted in stitches, or half of each."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache
from typing import Final

from . import motifs
from .chance import choose, mark
from .cover_frame import jadval, rule
from .full_star import eight
from .schemes import Scheme
from .stitch import Stitched, left_half, stitched, stitches, together
from .strapwork import Box
from .svg import element, number, trace

TALL: Final = 180.0
"""The height of a tree that waits for its scale; its counted sister has eighteen cells of ten."""


SIZES: Final = ((33.0, 156.0), (24.0, 122.0), (15.5, 86.0), (7.5, 48.0))
"""Half the width and the height of the outline of a ruled tree, and of what is nested in it."""


def cypress_cover(seed: str, family: str, sheet: Box, scheme: Scheme) -> str:
    """The inside of a cypress cover."""
    del family
    layout = choose(seed, "layout", ("one", "row", "grove", "one", "bank"))
    manner = choose(seed, "manner", ("ruled", "counted", "both"))
    name = mark(seed)
    tree = element("g", _tree(seed, manner, scheme), id=f"t{name}")

    def planted(at: complex, scale: float) -> str:
        return element(
            "use",
            href=f"#t{name}",
            transform=f"translate({number(at.real)} {number(at.imag)})scale({number(scale, 3)})",
        )

    tree = element("defs", tree)
    foot = sheet.top + sheet.height * 0.84
    middle = sheet.centre.real
    if layout == "one":
        scale = sheet.height * choose(seed, "size", (0.58, 0.68)) / TALL
        out = planted(complex(middle, foot), scale)
        out += rule(complex(middle - 150, foot + 8), 300, scheme.line, 4)
        out += rule(complex(middle - 110, foot + 20), 220, scheme.accent, 2)
        return tree + jadval(seed, sheet, scheme) + out
    if layout == "grove":
        return tree + jadval(seed, sheet, scheme) + _grove(seed, sheet, planted)
    count = choose(seed, "trees", (3, 5))
    pitch = sheet.width / count
    if layout == "bank":
        foot = sheet.top + sheet.height * 0.66
    out = tree
    for k in range(count):
        # The row rises to its middle.
        size = 0.44 - (0.1 if count == 3 else 0.07) * abs(k - (count - 1) / 2)
        scale = min(sheet.height * size / TALL, pitch / 96)
        out += planted(complex(sheet.left + pitch * (k + 0.5), foot), scale)
    out += rule(complex(0, foot + 6), sheet.width, scheme.line, 5)
    if layout == "row":
        return out + rule(complex(0, foot + 22), sheet.width, scheme.accent, 2) + _star(seed, sheet, scheme)
    for k in range(9):
        y = foot + 26 + k * (sheet.top + sheet.height - foot - 40) / 9
        for tree_at in range(count):
            reach = pitch * (0.3 - 0.028 * k)
            x = sheet.left + pitch * (tree_at + 0.5)
            out += rule(complex(x - reach, y), 2 * reach, scheme.second, round(5 - 0.42 * k, 1))
    return out


def _grove(seed: str, sheet: Box, planted: Callable[[complex, float], str]) -> str:
    """Trees in staggered rows over the sheet."""
    across = choose(seed, "grove", (3, 4))
    inner = sheet.inset(66)
    pitch = inner.width / across
    scale = pitch * 1.25 / TALL
    lines = max(2, round(inner.height / (pitch * 1.42)))
    step = inner.height / lines
    out = ""
    for row in range(lines):
        for k in range(across - row % 2):
            x = inner.left + pitch * (k + 0.5 + 0.5 * (row % 2))
            out += planted(complex(x, inner.top + step * (row + 0.5) + scale * TALL / 2), scale)
    return out


def _star(seed: str, sheet: Box, scheme: Scheme) -> str:
    at = complex(sheet.width * choose(seed, "star", (0.2, 0.5, 0.8)), sheet.top + sheet.height * 0.16)
    return element("path", fill=scheme.accent, d=trace([at + p for p in eight(26)], closed=True)) + element(
        "path", fill=scheme.ground, d=trace([at + p for p in eight(12)], closed=True)
    )


def _tree(seed: str, manner: str, scheme: Scheme) -> str:
    """A tree on the origin: its two halves in the manners asked for."""
    if manner == "ruled":
        return _ruled(seed, scheme, left=True)
    if manner == "counted":
        return _sewn(_counted(whole=True), scheme)
    return _ruled(seed, scheme, left=False) + _sewn(_counted(whole=False), scheme)


def _ruled(seed: str, scheme: Scheme, *, left: bool) -> str:
    """Flames one inside another on a short stem; without its left half where that is counted."""
    stem = element("path", stroke=scheme.line, stroke_width=5, d="M0 0v-24" if left else "M2.5 0v-24")
    if choose(seed, "dress", ("leaves", "leaves", "lines")) == "leaves":
        body = element("path", fill=scheme.line, d=_flame(*SIZES[0], left=left))
        colour = choose(seed, "leaves", (scheme.ground, scheme.accent))
        leaves = element(
            "path", fill="none", stroke=colour, stroke_width=3.4, stroke_linecap="round", d=_leaves(left=left)
        )
        return stem + body + leaves
    return stem + "".join(
        element(
            "path",
            fill=scheme.ground if k == 0 else "none",
            stroke=scheme.accent if k % 2 else scheme.line,
            stroke_width=4,
            d=_flame(half, height, left=left),
        )
        for k, (half, height) in enumerate(SIZES)
    )


@cache
def _leaves(*, left: bool) -> str:
    """The leaning leaves of a tree: from its middle outwards and up, as far as its outline lets them."""
    half, height = SIZES[0]
    out = ""
    for k in range(9):
        share = 0.3 + 0.075 * k
        # The outline bows out to seven tenths of the height and closes quickly below.
        wide = (
            math.sin(math.pi / 2 * min(1.0, share / 0.7)) ** 1.5
            if share <= 0.7
            else (1 - (share - 0.7) / 0.42)
        )
        reach = half * wide * 0.66
        y = -24 - height * (1 - share)
        for side in (-1, 1) if left else (1,):
            out += f"M0 {number(y)}q{number(side * reach * 0.7)}-4 {number(side * reach)} {number(-reach * 0.95)}"
    return out


def _flame(half: float, height: float, *, left: bool) -> str:
    """The outline of a cypress of a half width and a height, 24 units over the origin."""
    w, h = half, height
    right = (
        (0.2 * w, 0.2 * h, w, 0.4 * h, w, 0.7 * h),
        (0, 0.18 * h, -0.42 * w, 0.3 * h, -w, 0.3 * h),
    )
    back = ((-0.58 * w, 0, -w, -0.12 * h, -w, -0.3 * h), (0, -0.3 * h, 0.8 * w, -0.5 * h, w, -0.7 * h))
    curves = (*right, *back) if left else right
    return (
        f"M0 {number(-24 - h)}" + "".join("c" + " ".join(number(v) for v in curve) for curve in curves) + "z"
    )


@cache
def _counted(*, whole: bool) -> Stitched:
    return stitched(motifs.CYPRESS if whole else left_half(together(motifs.CYPRESS)))


def _sewn(cloth: Stitched, scheme: Scheme) -> str:
    colour = {"#": scheme.accent, "o": scheme.line, "*": scheme.second}
    return element(
        "g",
        *(stitches(data, stroke=colour[t], weight=0.36) for t, data in cloth),
        transform="translate(-5 -180)scale(10)",
    )
