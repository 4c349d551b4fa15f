"""A share image drawn: the words set on their leaf, the picture put in, the whole written small."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any, Final

from warraq.art.emblem import emblem
from warraq.art.inks import mix
from warraq.lang.language import Direction

from .card import NoShareCard, ShareCard
from .fonts import Fonts
from .leaf import SEAM, leaf_svg, panel_left, panel_svg, spoken, window
from .picture import filling
from .png import png_of
from .template import HIGH, PANEL, WIDE
from .typesetting import Typesetter, typesetter
from .wording import ready

STEPS: Final = (
    *((116, 1), (104, 1), (92, 1)),
    *((100, 2), (88, 2), (78, 3), (68, 3), (60, 4), (53, 4), (46, 5)),
)
"""Sizes of a title in pixels of the Latin body, with the lines that each may take: one line before two larger ones."""
SMALL: Final = 39
"""The body of the kicker and of the line, in pixels; the site stands a little smaller."""
LINE_GAP: Final = 24
INSET, GUTTER, TOP, HEAD, FOOT, EMBLEM = 84, 44, 68, 80, 80, 56
"""Of the words: from the outer edge and from the seam; above and below; for the kicker; for the foot; its emblem."""
BODY: Final = {"ar": 1.12, "fa": 0.94}
"""How large a script is set beside the Latin, to look as large."""
LINE: Final = {"ar": (0.98, 0.45, 0.0), "fa": (0.8, 0.32, 0.3), "en": (0.75, 0.25, 0.12)}
"""What a line takes above and below its base line, and between it and the next, as parts of the body."""


def draw_share_card(card: ShareCard, fonts: Fonts) -> bytes:
    """A PNG file of 1200 by 630 pixels and less than 120 kB, the same for the same values.

    Errors: NoShareCard where it cannot be drawn here; its page then shows the picture that all pages share.
    """
    from PIL import Image

    setter = typesetter(fonts)
    page = setter.printed(
        {
            "card": json.dumps(_data(card, setter), ensure_ascii=False),
            "leaf": leaf_svg(card),
            "panel": panel_svg(card),
            "emblem": emblem(card.palette, bold=True),
        }
    )
    with Image.open(BytesIO(page)) as opened:
        leaf = opened.convert("RGB")
    if card.picture is None:
        return png_of(leaf)
    left, top, right, bottom = window(card)
    return png_of(leaf, filling(card.picture, (right - left, bottom - top), card.palette.paper), (left, top))


def _data(card: ShareCard, setter: Typesetter) -> dict[str, Any]:
    def words(text: str, language: str, direction: Direction) -> dict[str, Any]:
        return {
            "text": ready(text, direction, setter.letters),
            "language": language,
            "direction": direction,
            "edges": LINE.get(language, LINE["fa" if direction == "rtl" else "en"]),
        }

    def face(language: str, weight: int, size: float, ink: str) -> dict[str, Any]:
        return {
            "families": setter.families_for(language),
            "weight": weight,
            "size": size * BODY.get(language, 1),
            "ink": ink,
        }

    here = card.language, card.direction
    ink = card.palette.ink
    soft = mix(ink, card.palette.paper, 0.22)
    # The title and its line stand in the middle of what is left between the kicker and the foot.
    line = words(card.line, *here)
    above, below, _ = line["edges"]
    line_high = SMALL * BODY.get(card.language, 1) * (above + below)
    line_room = LINE_GAP + line_high if line["text"] else 0
    title = words(card.title.text, card.title.language, card.title.direction)
    if not any(sign.isprintable() and not sign.isspace() for sign in title["text"]):
        raise NoShareCard("the title has no word that can be set")
    return {
        "width": WIDE,
        "height": HIGH,
        "direction": card.direction,
        "panel": {"x": panel_left(card), "y": 0, "width": PANEL, "height": HIGH},
        "text": {
            "x": INSET if card.direction == "ltr" else PANEL + SEAM + GUTTER,
            "y": TOP,
            "width": WIDE - PANEL - SEAM - INSET - GUTTER,
            "height": HIGH - 2 * TOP,
        },
        "emblem": EMBLEM,
        "top": HEAD,
        "room": HIGH - 2 * TOP - HEAD - FOOT - line_room,
        "line-room": line_room,
        "line-gap": LINE_GAP,
        "steps": [{"size": size * BODY.get(card.title.language, 1), "lines": lines} for size, lines in STEPS],
        "title": title,
        "title-face": face(card.title.language, 700, 0, ink),
        "kicker": words(card.kicker, *here),
        "kicker-face": face(card.language, 600, SMALL, spoken(card)),
        "line": line,
        "line-face": face(card.language, 500, SMALL, soft),
        "site": words(card.site, *here),
        "site-face": face(card.language, 500, SMALL * 0.84, soft),
    }
