"""Return the frame of a cover: ruled lines round the cloth, and the field they leave."""

from __future__ import annotations

from .chance import choose
from .schemes import Scheme
from .strapwork import Box
from .svg import element, number

WIDE = 600.0


def ruled(inside: Box, colour: str, weight: float) -> str:
    """A rectangle of one line."""
    return element(
        "path",
        fill="none",
        stroke=colour,
        stroke_width=weight,
        d=f"M{number(inside.left)} {number(inside.top)}h{number(inside.width)}v{number(inside.height)}"
        f"h{number(-inside.width)}z",
    )


def panel(inside: Box, colour: str) -> str:
    """A rectangle of one colour."""
    return element(
        "path",
        fill=colour,
        d=f"M{number(inside.left)} {number(inside.top)}h{number(inside.width)}v{number(inside.height)}"
        f"h{number(-inside.width)}z",
    )


def rule(start: complex, length: float, colour: str, weight: float) -> str:
    """A level line from a point."""
    return element(
        "path",
        stroke=colour,
        stroke_width=weight,
        d=f"M{number(start.real)} {number(start.imag)}h{number(length)}",
    )


def framed(inside: Box, scheme: Scheme) -> str:
    """The two lines that close a field: a thick one round it and a thin one outside."""
    return ruled(inside, scheme.line, 3) + ruled(inside.inset(-9), scheme.accent, 1.5)


def jadval(seed: str, sheet: Box, scheme: Scheme) -> str:
    """The ruled frame near the edge of the cover: two or three lines of related weights."""
    rule = choose(seed, "jadval", ("thick and thin", "thin and thick", "three", "one accent"))
    if rule == "thick and thin":
        return ruled(sheet.inset(30), scheme.line, 3) + ruled(sheet.inset(38), scheme.line, 1)
    if rule == "thin and thick":
        return ruled(sheet.inset(28), scheme.line, 1) + ruled(sheet.inset(36), scheme.accent, 3)
    if rule == "three":
        return "".join(ruled(sheet.inset(by), scheme.line, w) for by, w in ((28, 1), (34, 2), (40, 1)))
    return ruled(sheet.inset(30), scheme.accent, 2) + ruled(sheet.inset(38), scheme.line, 1)


def cloth(sheet: Box, scheme: Scheme) -> str:
    """The ground of the whole cover."""
    return element("path", fill=scheme.ground, d=f"M0 0h{number(sheet.width)}v{number(sheet.height)}H0z")
