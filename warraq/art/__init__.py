"""Ornament drawn by geometry: emblem, headpieces, medallion and covers as light SVG, the same on every machine.

Two crafts share a strict grid here: strapwork (girih) that is ruled, and cross-stitch (tatreez) that is counted. All
that is drawn is ornament of this house and makes no claim to be a historical pattern.
"""

from __future__ import annotations

from .covers import Region, cover, families, family_for
from .emblem import emblem, favicon, star
from .headpiece import headpiece
from .inks import Inks, Palette, Voice
from .pieces import cypress, divider
from .raster import emblem_png, share_png
from .shamsa import shamsa

__all__ = [
    "Inks",
    "Palette",
    "Region",
    "Voice",
    "cover",
    "cypress",
    "divider",
    "emblem",
    "emblem_png",
    "families",
    "family_for",
    "favicon",
    "headpiece",
    "shamsa",
    "share_png",
    "star",
]
