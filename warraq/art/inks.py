"""Return the colours a drawing is made with: a palette of a city, a voice, and how a colour is written into SVG."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

Thread: TypeAlias = Literal["paper", "ink", "lapis", "turquoise", "madder", "indigo", "saffron"]
Voice: TypeAlias = Literal["isfahan", "palestine", "bridge"]
THREADS: Final[tuple[Thread, ...]] = ("paper", "ink", "lapis", "turquoise", "madder", "indigo", "saffron")
VOICES: Final[tuple[Voice, ...]] = ("isfahan", "palestine", "bridge")


@dataclass(frozen=True, slots=True)
class Palette:
    """The seven colours of a house, each ``#rrggbb``; a city gives its own."""

    paper: str = "#f6efe0"
    ink: str = "#1c1a20"
    lapis: str = "#1d3a7c"
    turquoise: str = "#2fa39f"
    madder: str = "#98282d"
    indigo: str = "#262b57"
    saffron: str = "#dc9a2c"

    def __post_init__(self) -> None:
        for name in THREADS:
            colour = self.colour(name)
            digits = colour[1:]
            if colour[:1] != "#" or len(digits) != 6 or not set(digits.lower()) <= set("0123456789abcdef"):
                raise ValueError(f"{name}: {colour!r} is not a colour of the form #rrggbb")

    def colour(self, name: Thread) -> str:
        """The hex colour of one thread."""
        return str(getattr(self, name))


Inks: TypeAlias = Palette | Literal["css"]
"""``"css"`` draws with custom properties (``--lapis`` …) and ``currentColor``; a palette writes plain colours."""


@dataclass(frozen=True, slots=True)
class Colours:
    """The two strong threads of a voice and the one that joins it to the other."""

    first: Thread
    second: Thread
    joint: Thread


SPOKEN: Final[dict[Voice, Colours]] = {
    "isfahan": Colours("lapis", "turquoise", "saffron"),
    "palestine": Colours("madder", "indigo", "saffron"),
    "bridge": Colours("lapis", "madder", "saffron"),
}


def paint(inks: Inks, name: Thread) -> str:
    """The value of a ``fill`` or ``stroke`` attribute for a thread; in CSS the ink of the text stands behind it."""
    if inks == "css":
        return "currentColor" if name == "ink" else f"var(--{name},currentColor)"
    return inks.colour(name)


def mix(first: str, second: str, share: float) -> str:
    """The colour that lies ``share`` (0 to 1) of the way from the first ``#rrggbb`` to the second."""
    pairs = ((int(first[i : i + 2], 16), int(second[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def luminance(colour: str) -> float:
    """The relative luminance (0 to 1) of ``#rrggbb`` as WCAG 2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """The WCAG 2 contrast ratio (1 to 21) of two ``#rrggbb`` colours."""
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)
