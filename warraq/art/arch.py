"""Return a pointed arch of two circles, as a shape that can be measured and drawn."""

from __future__ import annotations

import math
from dataclasses import dataclass

from .svg import number


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
