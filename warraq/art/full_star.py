"""Return the full eight-pointed star, the small sign that stands alone between larger things."""

from __future__ import annotations

import math

from .schemes import Scheme
from .svg import element, trace


def eight(radius: float) -> tuple[complex, ...]:
    """The corners of a full eight-pointed star round the origin."""
    notch = radius * math.cos(math.pi / 4) / math.cos(math.pi / 8)
    return tuple((radius if k % 2 == 0 else notch) * complex(math.cos(a), math.sin(a)) for k, a in _turns())


def _turns() -> list[tuple[int, float]]:
    return [(k, math.pi * k / 8) for k in range(16)]


def star_of_stars(at: complex, size: float, scheme: Scheme) -> str:
    """An eight-pointed star with a hollow and a small star in it."""
    return "".join(
        element("path", fill=colour, d=trace([at + p for p in eight(size * share)], closed=True))
        for share, colour in ((1.0, scheme.accent), (0.62, scheme.ground), (0.4, scheme.line))
    )
