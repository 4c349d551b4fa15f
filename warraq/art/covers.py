"""Return covers: one small SVG file a record, drawn from its id, like a collection bound by one hand.

What is drawn is ornament in the manner of two crafts, not a copy of a historical pattern.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from .cover_arabesque import arabesque
from .cover_arches import arches
from .cover_cypress import cypress_cover
from .cover_frame import WIDE, cloth
from .cover_girih import girih
from .cover_meeting import meeting
from .cover_motif import motif_cover
from .cover_shamsa import shamsa_cover
from .cover_tatreez import tatreez
from .inks import Palette, Voice
from .schemes import Scheme, scheme_for
from .strapwork import Box
from .svg import drawing

Inside: TypeAlias = Callable[[str, str, Box, Scheme], str]

_FAMILIES: Final[dict[str, Inside]] = {
    "girih-8": girih,
    "girih-10": girih,
    "girih-6": girih,
    "tatreez": tatreez,
    "arches": arches,
    "arabesque": arabesque,
    "meeting": meeting,
    "shamsa": shamsa_cover,
    "cypress": cypress_cover,
    "motif": motif_cover,
}


def cover(seed: str, family: str, palette: Palette, voice: Voice, width: int = 600, height: int = 800) -> str:
    """A whole cover as a standalone SVG file under 8 KB, the same for the same arguments on every machine.

    ``seed`` is the record's id. The drawing is 600 units wide and as high as the proportion of ``width`` to ``height``
    asks (between 1:1 and 1:2, otherwise ``ValueError``); an unknown family is a ``ValueError`` that names the known.
    """
    if family not in _FAMILIES:
        raise ValueError(f"no family of covers is called {family!r}; known are {', '.join(_FAMILIES)}")
    if not 1 <= height / width <= 2:
        raise ValueError(f"a cover is upright, from 1:1 to 1:2, not {width}:{height}")
    sheet = Box(0, 0, WIDE, WIDE * height / width)
    scheme = scheme_for(seed, palette, voice)
    return drawing(
        (0, 0, sheet.width, sheet.height),
        cloth(sheet, scheme),
        _FAMILIES[family](f"{family}/{seed}", family, sheet, scheme),
        size=(width, height),
    )
