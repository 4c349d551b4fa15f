"""What the templates of pictures see: one picture of a record, and all pictures with their rights."""

from __future__ import annotations

from msgspec import Struct

from warraq.model.figure import Figure
from warraq.model.worded import Words
from warraq.plan.views import FactView, LinkView, PagerView, PageView


class PictureView(PageView, frozen=True, kw_only=True):
    heading: Words
    """What is to be seen, or whose picture it is."""
    figure: Figure
    owner: LinkView
    facts: tuple[FactView, ...]
    before: LinkView | None
    after: LinkView | None
    number: int
    count: int


class CreditView(Struct, frozen=True):
    """A picture in the list of all."""

    figure: Figure
    owner: LinkView
    original: str
    """Where its holder shows it."""


class CreditsView(PageView, frozen=True, kw_only=True):
    heading: str
    intro: str
    pager: PagerView | None
    credits: tuple[CreditView, ...]
