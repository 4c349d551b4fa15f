"""Return the emblem as PNG files, painted from the same shapes as the SVG: touch icons and the picture for sharing."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final

from .emblem_shape import BOLD, FINE, RADIUS, Counted, heart_cells, heart_half, star_cells, strap_half
from .inks import Palette, Voice, mix
from .plane import polar
from .schemes import schemes
from .stitch import Cell

if TYPE_CHECKING:
    from PIL import Image

# Pillow is imported where a picture is painted: pages are printed without it, and every start would wait for it.

OVERSAMPLING: Final = 4
SHARE_SIZE: Final = (1200, 630)


@dataclass(frozen=True, slots=True)
class EmblemColours:
    """The hex colours of the straps, the stitches and the small star."""

    strap: str
    stitch: str
    heart: str


def emblem_png(
    size: int, palette: Palette | None = None, background: str | None = "#f6efe0", padding: float = 0.1
) -> bytes:
    """A square PNG of the emblem, ``size`` pixels wide (16 to 1024), padding as a share of it on each side.

    ``background=None`` leaves it transparent. Under 100 pixels the coarser star is drawn. Errors: ``ValueError``.
    """
    if not 16 <= size <= 1024 or not 0 <= padding < 0.5:
        raise ValueError("an emblem is 16 to 1024 pixels wide, with less than half of it as padding")
    from PIL import Image

    p = palette or Palette()
    big = size * OVERSAMPLING
    # What is opaque is painted without transparency, of which every step would have to take account.
    canvas = (
        Image.new("RGB", (big, big), background)
        if background
        else Image.new("RGBA", (big, big), mix(p.paper, p.paper, 0) + "00")
    )
    radius = big * (0.5 - padding)
    paint_emblem(
        canvas, complex(big / 2, big / 2), radius, EmblemColours(p.lapis, p.madder, p.saffron), size < 100
    )
    return _written(canvas.resize((size, size), Image.Resampling.LANCZOS))


def share_png(palette: Palette | None = None, voice: Voice = "bridge") -> bytes:
    """The 1200 by 630 picture that stands for a page without one: the emblem on a calm ruled field, no words."""
    from PIL import Image, ImageDraw

    p = palette or Palette()
    scheme = schemes(p, voice)[2 if voice == "palestine" else 0]
    wide, high = (side * OVERSAMPLING // 2 for side in SHARE_SIZE)
    canvas = Image.new("RGB", (wide, high), scheme.ground)
    draw = ImageDraw.Draw(canvas)
    unit = wide / SHARE_SIZE[0]
    for inset, weight, colour in ((32, 3, scheme.line), (42, 1, scheme.accent)):
        edge = inset * unit
        draw.rectangle(
            (edge, edge, wide - edge - 1, high - edge - 1), outline=colour, width=round(weight * unit)
        )
    joint = p.saffron if voice != "bridge" else scheme.accent
    stitch = scheme.accent if voice != "bridge" else mix(p.madder, "#ff5a4a", 0.5)
    paint_emblem(
        canvas, complex(wide / 2, high / 2), 190 * unit, EmblemColours(scheme.line, stitch, joint), bold=False
    )
    return _written(canvas.resize(SHARE_SIZE, Image.Resampling.LANCZOS))


def paint_emblem(
    canvas: Image.Image, centre: complex, radius: float, colours: EmblemColours, bold: bool
) -> None:
    """Paint the emblem on an image, its tips ``radius`` pixels from the centre."""
    from PIL import ImageDraw

    count = BOLD if bold else FINE
    draw = ImageDraw.Draw(canvas)
    scale = radius / RADIUS

    def fill(shape: Iterable[complex], colour: str) -> None:
        draw.polygon(_pixels([centre + p * scale for p in shape]), fill=colour)

    for strap in strap_half(count):
        fill(strap, colours.strap)
    fill(heart_half(count), colours.heart)
    for cells, colour in ((star_cells(count), colours.stitch), (heart_cells(count), colours.heart)):
        for leg in _legs(cells, count):
            fill(leg, colour)


def _legs(cells: Iterable[Cell], count: Counted) -> Iterable[tuple[complex, ...]]:
    """The outline of each leg of each cross, with round ends, as in the SVG."""
    half = (0.17 if count is FINE else 0.2) * count.cell
    for x, y in sorted(cells):
        for a, b in ((complex(0.16, 0.16), complex(0.84, 0.84)), (complex(0.84, 0.16), complex(0.16, 0.84))):
            start, end = (complex(x, y) + a) * count.cell, (complex(x, y) + b) * count.cell
            turn = math.degrees(math.atan2((end - start).imag, (end - start).real))
            yield (
                *(end + polar(half, turn + step) for step in range(-90, 91, 30)),
                *(start + polar(half, turn + 180 + step) for step in range(-90, 91, 30)),
            )


def _pixels(points: Sequence[complex]) -> list[tuple[float, float]]:
    return [(p.real, p.imag) for p in points]


def _written(image: Image.Image) -> bytes:
    from PIL import Image

    out = BytesIO()
    if image.mode == "RGB":
        image.quantize(96, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    else:
        image.save(out, "PNG", optimize=True)
    return out.getvalue()
