"""From what a share image says to the card that is drawn."""

from __future__ import annotations

from typing import Any

from warraq import art
from warraq.cards import ShareCard
from warraq.plan.sharing import ShareView


def share_card(view: ShareView, palette: art.Palette, picture: bytes | None) -> ShareCard:
    """The card of a share image in the colours of the site."""
    region: Any = view.region or None
    return ShareCard(
        title=view.title,
        language=view.language.code,
        direction=view.language.direction,
        kicker=view.kicker,
        line=view.line,
        site=view.site,
        voice=art.voice_for(region),
        family=view.family,
        seed=view.seed,
        palette=palette,
        picture=picture,
    )
