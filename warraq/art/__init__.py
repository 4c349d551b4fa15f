"""Ornament drawn by geometry: emblem, headpieces, medallion and covers as light SVG, the same on every machine.

Two crafts share a strict grid here: strapwork (girih) that is ruled, and cross-stitch (tatreez) that is counted. All
that is drawn is ornament of this house and makes no claim to be a historical pattern.
"""

from __future__ import annotations

from .families import Region, families, family_for, kinds, voice_for
from .inks import Inks, Palette, Voice

__all__ = ["Inks", "Palette", "Region", "Voice", "families", "family_for", "kinds", "voice_for"]
