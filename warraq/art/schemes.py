"""Return the colours of a cover: a deep ground, an ivory line, one accent, and a tone of the ground itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from .chance import choose
from .inks import Palette, Voice, contrast, mix

CLEAR: Final = 5.0
"""The contrast of a line with its ground from which it is clear."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """Five hex colours: the cloth, the line drawn on it, the accent, a second thread and a tone near the cloth."""

    ground: str
    line: str
    accent: str
    second: str
    tone: str


@lru_cache(maxsize=16)
def schemes(palette: Palette, voice: Voice) -> tuple[Scheme, ...]:
    """The colourways of a voice, all with the line at 4.5:1 or more on the ground for a palette like ours."""
    p = palette
    ivory = mix(p.paper, p.saffron, 0.06)
    # A light cloth a little deeper than the paper of the page, so that a cover has an edge on it.
    linen, warm = mix(mix(p.paper, p.saffron, 0.2), p.ink, 0.05), mix(p.paper, p.saffron, 0.06)
    if voice == "isfahan":
        blue = mix(p.lapis, "#86b6ff", 0.5)
        sky = mix(p.turquoise, p.paper, 0.12)
        tile = mix(p.lapis, p.ink, 0.5)
        glaze = _under(tile, p.turquoise, p.paper)
        return (
            _scheme(mix(p.lapis, p.ink, 0.18), ivory, sky, blue),
            _scheme(mix(p.lapis, p.ink, 0.62), ivory, sky, blue),
            _scheme(
                mix(p.turquoise, p.ink, 0.56),
                ivory,
                mix(p.turquoise, p.paper, 0.3),
                mix(p.saffron, p.paper, 0.25),
            ),
            # A tile: lapis lines on turquoise.
            _scheme(glaze, tile, ivory, mix(p.lapis, p.paper, 0.1), mix(glaze, p.paper, 0.24)),
            _scheme(
                linen,
                mix(p.lapis, p.ink, 0.2),
                mix(p.turquoise, p.ink, 0.14),
                mix(p.saffron, p.madder, 0.1),
                warm,
            ),
        )
    if voice == "palestine":
        red = mix(p.madder, "#ff5a4a", 0.34)
        return (
            _scheme(mix(p.indigo, p.ink, 0.35), ivory, red, mix(p.saffron, p.madder, 0.3)),
            _scheme(
                mix(p.madder, p.ink, 0.2), ivory, mix(p.saffron, p.madder, 0.2), mix(p.madder, p.paper, 0.5)
            ),
            _scheme(mix(p.ink, p.madder, 0.14), ivory, red, mix(p.saffron, p.madder, 0.35)),
            # Red and indigo on bare linen.
            _scheme(
                linen,
                mix(p.indigo, p.ink, 0.2),
                mix(p.madder, p.ink, 0.04),
                mix(p.saffron, p.madder, 0.4),
                warm,
            ),
        )
    night = mix(p.indigo, p.ink, 0.45)
    gold = _under(night, p.saffron, p.paper)
    return (
        _scheme(mix(p.indigo, p.ink, 0.3), ivory, p.saffron, mix(p.madder, p.paper, 0.12)),
        _scheme(
            gold,
            night,
            mix(p.madder, p.ink, 0.05),
            p.paper,
            mix(gold, p.paper, 0.24),
        ),
        _scheme(
            mix(mix(p.madder, p.indigo, 0.5), p.ink, 0.3), ivory, p.saffron, mix(p.turquoise, p.paper, 0.1)
        ),
        _scheme(
            linen, mix(p.lapis, p.ink, 0.35), mix(p.madder, p.ink, 0.04), mix(p.saffron, p.madder, 0.2), warm
        ),
    )


def scheme_for(seed: str, palette: Palette, voice: Voice) -> Scheme:
    """The colourway that a seed chooses."""
    return choose(seed, "colourway", schemes(palette, voice))


def _under(line: str, ground: str, paper: str) -> str:
    """The ground, lightened with paper as far as a dark line needs to be clear on it."""
    shares = (share / 20 for share in range(20))
    return next(
        (g for g in (mix(ground, paper, share) for share in shares) if contrast(line, g) >= CLEAR), paper
    )


def _scheme(ground: str, line: str, accent: str, second: str, tone: str | None = None) -> Scheme:
    return Scheme(ground, line, accent, second, tone or mix(ground, "#000000", 0.2))
