"""The contact sheet: share images as messengers show them, large and at 300 pixels, to be looked at after a change."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from typing import Final

from warraq.art import Palette, Voice
from warraq.lang.language import Direction
from warraq.model.worded import Words

from .card import ShareCard
from .draw import draw_share_card
from .fonts import Fonts

_STYLE: Final = (
    "body{margin:2rem;background:#8a8f98}div{display:flex;flex-wrap:wrap;gap:1rem;margin-block:1rem}"
)

_SITE: Final = {
    "fa": "پل‌ها: اصفهان و فلسطین",
    "ar": "جسور: أصفهان وفلسطين",
    "en": "Bridges: Isfahan and Palestine",
}
_KICKERS: Final = {"fa": "داستان", "ar": "قصة", "en": "Story"}
_SPECIMENS: Final[tuple[tuple[str, str, Voice, str, str], ...]] = (
    ("fa", "tatreez", "palestine", "پیراهنی که نشانی می‌دهد: تطریز فلسطینی", ""),
    ("ar", "tatreez", "palestine", "ما تقوله الإبرة: التطريز الفلسطيني", ""),
    ("en", "tatreez", "palestine", "A dress that says where it is from: Palestinian tatreez", ""),
    ("fa", "ibn-sina", "isfahan", "ابن‌سینا", "۳۷۰–۴۲۸ ق / ۹۸۰–۱۰۳۷ م"),
    ("ar", "ibn-sina", "isfahan", "ابن سينا", "٩٨٠–١٠٣٧م"),
    ("en", "ibn-sina", "isfahan", "Ibn Sina", "980–1037"),
    ("fa", "nasir-khusraw", "bridge", "ناصرخسرو: مسافری که می‌شمرد", ""),
    ("ar", "nasir-khusraw", "bridge", "ناصر خسرو: مسافر يَعُدّ ما يرى", ""),
    ("en", "nasir-khusraw", "bridge", "Nasir Khusraw: the traveller who kept count", ""),
)


def specimens(palette: Palette | None = None, picture: bytes | None = None) -> tuple[ShareCard, ...]:
    """Cards of each voice in each language, with a picture where one is given."""
    return tuple(
        ShareCard(
            title=Words(title, code, _direction(code)),
            language=code,
            direction=_direction(code),
            kicker=_KICKERS[code],
            line=line,
            site=_SITE[code],
            voice=voice,
            seed=seed,
            palette=palette or Palette(),
            picture=picture,
        )
        for code, seed, voice, title, line in _SPECIMENS
    )


def contact_sheet(cards: Iterable[ShareCard], fonts: Fonts) -> str:
    """A whole HTML page with every card at 600 and at 300 pixels. Errors: NoShareCard."""
    drawn = [b64encode(draw_share_card(card, fonts)).decode() for card in cards]
    rows = "".join(
        "<div>"
        + "".join(f'<img alt="" width="{wide}" src="data:image/png;base64,{data}">' for data in drawn)
        + "</div>"
        for wide in (600, 300)
    )
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Share images</title>'
        f"<style>{_STYLE}</style></head><body>{rows}</body></html>"
    )


def _direction(code: str) -> Direction:
    return "ltr" if code == "en" else "rtl"
