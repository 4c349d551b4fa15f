"""What stands on the leaf beside the words, as SVG: the paper in its ruled frame, the seam, the cover or the mount."""

from __future__ import annotations

from typing import Final

from warraq.art import family_for
from warraq.art.cover_frame import panel, ruled
from warraq.art.covers import cover
from warraq.art.inks import SPOKEN, contrast, mix
from warraq.art.schemes import scheme_for
from warraq.art.stitch import crosses
from warraq.art.strapwork import Box
from warraq.art.svg import drawing, element, number

from .card import ShareCard
from .template import HIGH, PANEL, WIDE

EDGE: Final = 30.0
"""From the edge of the leaf to its ruled frame."""
SEAM: Final = 20
"""The width of the band between the paper and the cover."""
STITCH: Final = 10
MOUNT: Final = Box(0, 0, PANEL, HIGH).inset(36)
"""Where the picture lies on its panel, in pixels from the panel's corner."""


def panel_left(card: ShareCard) -> int:
    """Where the panel begins: at the end of the line."""
    return 0 if card.direction == "rtl" else WIDE - PANEL


def window(card: ShareCard) -> tuple[int, int, int, int]:
    """The left, top, right and bottom of the picture on the whole leaf, in pixels."""
    left = panel_left(card) + int(MOUNT.left)
    return left, int(MOUNT.top), left + int(MOUNT.width), int(MOUNT.top + MOUNT.height)


def spoken(card: ShareCard) -> str:
    """The colour of the voice, as far towards the ink as makes it readable on the paper."""
    spoken = SPOKEN[card.voice]
    colour = card.palette.colour(spoken.joint if card.voice == "bridge" else spoken.first)
    shades = (mix(colour, card.palette.ink, tenth / 10) for tenth in range(10))
    return next((shade for shade in shades if contrast(shade, card.palette.paper) >= 4.5), card.palette.ink)


def leaf_svg(card: ShareCard) -> str:
    """The whole leaf without its panel and its words."""
    sheet = panel(Box(0, 0, WIDE, HIGH), card.palette.paper)
    return drawing((0, 0, WIDE, HIGH), sheet, _frame(card), _seam(card), size=(WIDE, HIGH))


def panel_svg(card: ShareCard) -> str:
    """The panel: our cover of the record, or the cloth with the ruled frame into which its picture is put."""
    if card.picture is None:
        family = card.family or family_for(card.seed, card.voice)
        return cover(card.seed, family, card.palette, card.voice, PANEL, HIGH)
    scheme = scheme_for(card.seed, card.palette, card.voice)
    return drawing(
        (0, 0, PANEL, HIGH),
        panel(Box(0, 0, PANEL, HIGH), scheme.ground),
        ruled(MOUNT.inset(-13), scheme.accent, 1.5),
        ruled(MOUNT.inset(-6), scheme.line, 3),
        panel(MOUNT, scheme.tone),
        size=(PANEL, HIGH),
    )


def _frame(card: ShareCard) -> str:
    """The ruled frame round the words, open to the panel: a line of the voice and a hair line inside it."""
    first = card.palette.colour(SPOKEN[card.voice].first)
    out = ""
    for by, weight, colour in ((EDGE, 3.0, first), (EDGE + 9, 1.2, mix(first, card.palette.paper, 0.35))):
        reach = WIDE - PANEL - by
        data = f"M{number(reach + by)} {number(by)}h{number(-reach)}v{number(HIGH - 2 * by)}h{number(reach)}"
        out += element("path", fill="none", stroke=colour, stroke_width=weight, d=data)
    return element("g", out, transform=f"matrix(-1 0 0 1 {WIDE} 0)") if card.direction == "rtl" else out


def _seam(card: ShareCard) -> str:
    """The band where paper and cover meet: ruled for one craft, stitched for the other, both where these meet."""
    scheme = scheme_for(card.seed, card.palette, card.voice)
    left = PANEL if card.direction == "rtl" else WIDE - PANEL - SEAM
    band = Box(left, 0, SEAM, HIGH)
    out = panel(band, scheme.ground)
    middle = left + SEAM / 2
    if card.voice != "palestine":
        out += element("path", stroke=scheme.line, stroke_width=2, d=f"M{number(middle)} 0v{HIGH}")
    if card.voice != "isfahan":
        cells = [(0, y) for y in range(HIGH // STITCH)]
        out += element(
            "g",
            crosses(cells, stroke=scheme.accent, weight=0.34),
            transform=f"translate({number(middle - STITCH / 2)} 0)scale({STITCH})",
        )
    return out
