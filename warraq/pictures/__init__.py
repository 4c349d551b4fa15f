"""An editor's photograph as small safe prints: its bytes are proved, set upright, put into sRGB and scaled down.

What plans a page finds here needs no Pillow, which takes a while to import. What touches pixels is imported where
pixels are touched: `from warraq.pictures.darkroom import examine, develop, print_of`.
"""

from __future__ import annotations

from .faults import PictureFault
from .formats import TAKEN
from .framing import Box, crop_for, size_of_print, widths_for
from .plate import Plate, PrintFormat

__all__ = [
    "TAKEN",
    "Box",
    "PictureFault",
    "Plate",
    "PrintFormat",
    "crop_for",
    "size_of_print",
    "widths_for",
]
