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


class CountView(Struct, frozen=True):
    """A kind of record and how many of it there are."""

    kind: str
    label: str
    href: str
    count: int


class ChoiceView(Struct, frozen=True):
    """A value of a facet, and how many records have it."""

    words: Words
    href: str
    count: int = 0
    """0 where it is not said."""
    current: bool = False


class ChoicesView(Struct, frozen=True):
    """The values of a facet, the most used ones where there are many."""

    name: str
    label: str
    """A phrase of the catalogue: `By role`."""
    choices: tuple[ChoiceView, ...]
    href: str
    """The page of all values."""
    is_whole: bool
    """Whether all values are among the choices."""
