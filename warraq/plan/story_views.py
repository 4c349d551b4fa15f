"""What the template of a story sees."""

from __future__ import annotations

from msgspec import Struct

from warraq.model.figure import Figure
from warraq.model.worded import Words
from warraq.plan.citation_views import ChannelView, CitationView
from warraq.plan.views import (
    CardView,
    DateView,
    FactView,
    ImprintView,
    LinkView,
    NoticeView,
    PageView,
    SourceView,
    TextView,
)


class RelatedView(Struct, frozen=True):
    """A story that is read with another one, and why."""

    card: CardView
    names: tuple[Words, ...] = ()
    """What both tell of."""
    century: bool = False
    """Both are of the same century, which is all that can be said."""
    field: str = ""
    """A word of the catalogue: both belong to this field, which is all that can be said."""


class StoryView(PageView, frozen=True, kw_only=True):
    heading: Words
    standfirst: Words | None
    imprint: ImprintView
    original: Words
    """The name of the language that the story began in."""
    published: DateView
    updated: DateView | None
    text: TextView
    notice: NoticeView | None
    ornament: str
    """The family of its headpiece, and the seed: its id."""
    seed: str
    about: tuple[FactView, ...]
    pictures: tuple[Figure, ...]
    """Those that the text does not show."""
    sources: tuple[SourceView, ...]
    related: tuple[RelatedView, ...]
    facing: tuple[LinkView, ...]
    """The pages on which it stands beside its text in another language, by that language's name."""
    before: LinkView | None
    """The story before it."""
    next: CardView | None
    catchword: Words | None
    """The first words of the next story."""
    cite: CitationView
    channels: tuple[ChannelView, ...]
    """The ways to pass it on."""
