"""Return the emblem of the house as SVG: a star that is half strapwork and half cross-stitch."""

from __future__ import annotations

from .emblem_shape import BOLD, FINE, RADIUS, Counted, heart_cells, heart_half, star_cells, strap_half
from .inks import Inks, Palette, Thread, mix, paint
from .stitch import crosses
from .svg import drawing, element, number, traces


def emblem(inks: Inks = "css", *, size: int | None = None, class_: str = "emblem", bold: bool = False) -> str:
    """The emblem as one ``svg``: groups ``strap``, ``stitch`` and ``heart`` for a stylesheet to colour.

    ``inks="css"`` writes ``var(--lapis)`` and its like, falling back to the colour of the text; a palette writes plain
    colours. ``size`` (pixels) sets width and height; without it the stylesheet decides. ``bold`` counts the star on a
    coarser grid, for 24 to 80 pixels. No ids, under 3 KB.
    """
    count = BOLD if bold else FINE
    edge = RADIUS + 2
    return drawing(
        (-edge, -edge, 2 * edge, 2 * edge),
        emblem_body(inks, count),
        class_=class_,
        size=(size, size) if size else None,
    )


def emblem_body(inks: Inks, count: Counted = FINE) -> str:
    """The emblem's elements alone, centred on the origin, 102 units from middle to tip."""
    weight = 0.34 if count is FINE else 0.4
    return (
        element("path", class_="strap", fill=paint(inks, "lapis"), d=traces(strap_half(count), closed=True))
        + element(
            "path", class_="heart", fill=paint(inks, "saffron"), d=traces([heart_half(count)], closed=True)
        )
        + element(
            "g",
            crosses(star_cells(count), class_="stitch", stroke=paint(inks, "madder"), weight=weight),
            crosses(heart_cells(count), class_="heart-stitch", stroke=paint(inks, "saffron"), weight=weight),
            transform=f"scale({number(count.cell, 3)})",
        )
    )


def favicon(palette: Palette | None = None) -> str:
    """The emblem for a browser tab: on a 16-unit grid, its own ground, bold enough to be read at 16 pixels."""
    colours = palette or Palette()
    # Two squares on whole pixels: the right half solid, the left half in stitches of two pixels.
    ground = mix(colours.lapis, colours.ink, 0.35)
    right = "M32 8l7 7h10v10l7 7-7 7v10H39l-7 7z"
    stitches = [(x, y) for y in range(-4, 4) for x in range(-4, 0) if _in_star(x, y)]
    return element(
        "svg",
        element("rect", width=64, height=64, rx=12, fill=ground),
        element("path", d=right, fill=colours.paper),
        element(
            "path",
            d="".join(f"M{32 + 6 * x + 1} {32 + 6 * y + 1}h4.4v4.4h-4.4z" for x, y in stitches),
            fill=colours.saffron,
        ),
        xmlns="http://www.w3.org/2000/svg",
        viewBox="0 0 64 64",
    )


def _in_star(x: int, y: int) -> bool:
    u, v = abs(x + 0.5), abs(y + 0.5)
    return max(u, v) < 3 or u + v <= 4


def star(inks: Inks = "css", *, thread: Thread | None = None, class_: str = "star") -> str:
    """The small full star that stands as a bullet, in the colour of the text unless a thread is named."""
    points = "M0-10l2.9 2.9h4.2v4.2L10 0 7.1 2.9v4.2H2.9L0 10l-2.9-2.9h-4.2V2.9L-10 0l2.9-2.9v-4.2h4.2z"
    return drawing(
        (-11, -11, 22, 22),
        element("path", d=points, fill=paint(inks, thread or "ink")),
        class_=class_,
        size=(22, 22),
    )
