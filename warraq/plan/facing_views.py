"""What the template of two texts beside each other may see."""

from __future__ import annotations

from msgspec import Struct

from warraq.model.worded import Words
from warraq.plan.views import DateView, LinkView, PageView, TextView


class SideView(Struct, frozen=True):
    """One of two texts beside each other."""

    heading: Words
    standfirst: Words | None
    byline: tuple[str, ...]
    """Whose it is, in its own language, as all that stands on its side."""
    alone: LinkView
    """The story in this language without the other."""
    colophon: tuple[str, ...]
    text: TextView


class FacingView(PageView, frozen=True, kw_only=True):
    sides: tuple[SideView, SideView]
    """The text in the language of the page, and the other one."""
    published: DateView
    ornament: str
    seed: str
