"""All that can be drawn. Loaded where something is drawn: most builds draw little or nothing."""

from __future__ import annotations

from .covers import cover
from .emblem import emblem, favicon, star
from .headpiece import headpiece
from .pieces import cypress, divider
from .raster import emblem_png, share_png
from .shamsa import shamsa

__all__ = [
    "cover",
    "cypress",
    "divider",
    "emblem",
    "emblem_png",
    "favicon",
    "headpiece",
    "shamsa",
    "share_png",
    "star",
]
