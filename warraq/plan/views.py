"""Exactly what each template may see. A template gets one of these and nothing else.

All are frozen values with a stable `repr`, from which the key of the page is made: whatever could change a page
is in its view. Texts are carried as written, with their resolved links, and converted only when a page must be
rendered. Addresses are relative to the page, so that the site works from any path and from a folder.
"""

from __future__ import annotations

from dataclasses import dataclass

from warraq.lang.language import Direction, Language
from warraq.model.text import TextContext


@dataclass(frozen=True)
class Words:
    """A phrase with the language that it is in, which need not be the page's."""

    text: str
    language: str
    direction: Direction


@dataclass(frozen=True)
class LinkView:
    """A link to a page of the site."""

    href: str
    words: Words
    kind: str = ""
    current: bool = False


@dataclass(frozen=True)
class DateView:
    """A date in words of the page's language, and for machines where it is exact."""

    text: str
    machine: str | None = None


@dataclass(frozen=True)
class CardView:
    """A record in a list: as much of it as helps to choose."""

    href: str
    title: Words
    kind: str
    """The kind's word for one record, in the catalogue: `Story`."""
    summary: Words | None = None
    date: DateView | None = None
    region: str = ""
    cover: str = ""
    """Address of the cover's picture, relative; empty where the record has none."""
    languages: tuple[Words, ...] = ()
    """The languages that it can be read in, named in themselves, where not all of the site's are there."""


@dataclass(frozen=True)
class GroupView:
    """Cards under a heading, such as a letter of the alphabet."""

    label: Words
    anchor: str
    cards: tuple[CardView, ...]


@dataclass(frozen=True)
class ValueView:
    """One value in a list of facts: words, perhaps a link, a date, or a word of the catalogue."""

    words: Words | None = None
    href: str = ""
    date: DateView | None = None
    word: str = ""
    """A phrase for the catalogue, such as a role or a type."""
    code: str = ""
    """An identifier, always printed from left to right: an address, an inventory number, coordinates."""


@dataclass(frozen=True)
class FactView:
    """A field of a record with its label (a phrase of the catalogue) and its values."""

    name: str
    label: str
    values: tuple[ValueView, ...]


@dataclass(frozen=True)
class StepView:
    """One stop of a journey, item of a programme, or thing given."""

    name: ValueView
    dates: tuple[DateView, ...] = ()
    note: Words | None = None
    quantity: str = ""
    about: bool = False
    people: tuple[ValueView, ...] = ()


@dataclass(frozen=True)
class SourceView:
    """A source as a bibliography prints it, set in its own language and direction throughout."""

    href: str
    language: str
    direction: Direction
    authors: str
    title: str
    after: tuple[Words, ...]
    """What follows the title: container, translators, imprint, numbers; each in the language its letters tell."""
    comma: str
    """What stands between the parts: «، » or `, `."""
    kind: str


@dataclass(frozen=True)
class TextView:
    """A text as written, with everything that its conversion depends on."""

    source: str
    context: TextContext
    language: str
    direction: Direction


@dataclass(frozen=True)
class NoticeView:
    """The text is missing in the page's language, and is shown in another."""

    shown_in: Words
    """That language's name in the page's language's own words or in itself."""


@dataclass(frozen=True)
class LanguageView:
    """An entry of the language switch."""

    code: str
    name: str
    direction: Direction
    href: str
    current: bool
    available: bool
    """Whether this very page exists in it; otherwise the link shows the text in another language, with a notice."""


@dataclass(frozen=True)
class AlternateView:
    """One language version of a page, for machines: absolute address."""

    code: str
    href: str


@dataclass(frozen=True)
class SiteView:
    """What frames every page."""

    title: str
    tagline: str
    home: str
    navigation: tuple[LinkView, ...]
    foot: tuple[LinkView, ...]
    languages: tuple[LanguageView, ...]
    gate: str
    feed: str
    styles: tuple[str, ...]
    scripts: tuple[str, ...]
    fonts: tuple[str, ...]
    icon: str
    touch_icon: str
    share_image: str
    """Absolute, as those who fetch it need."""
    contact: str | None = None
    licence: str | None = None
    paper: str = ""
    night: str = ""


@dataclass(frozen=True, kw_only=True)
class PageView:
    """What every page has."""

    template: str
    path: str
    """The address within the site, from `/`."""
    language: Language
    title: str
    """The title in plain text for the window and for machines, without the site's name."""
    description: str
    canonical: str
    alternates: tuple[AlternateView, ...]
    site: SiteView
    tongue: str = ""
    """The language of the page as HTML names it, where it is not `language`: `mul` for pages in several."""
    label: str = ""
    """A word on what the page is, for the window's title: two records may share a name."""
    crumbs: tuple[LinkView, ...] = ()
    indexed: bool = True
    region: str = ""
    """The voice of the page's colour: `isfahan`, `palestine`, `bridge`, or none."""


@dataclass(frozen=True, kw_only=True)
class StoryView(PageView):
    heading: Words
    standfirst: Words | None
    author: Words | None
    translator: Words | None
    reviewer: Words | None
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
    sources: tuple[SourceView, ...]
    related: tuple[CardView, ...]
    next: CardView | None
    catchword: Words | None
    """The first words of the next story."""


@dataclass(frozen=True, kw_only=True)
class RecordView(PageView):
    kind: str
    """The kind's word for one record."""
    heading: Words
    other_names: tuple[Words, ...]
    transliteration: str | None
    life: str
    """The years of a life or a work in one short line; empty where not known."""
    summary: Words | None
    facts: tuple[FactView, ...]
    text: TextView | None
    author: Words | None
    translator: Words | None
    notice: NoticeView | None
    steps_label: str
    steps: tuple[StepView, ...]
    citation: SourceView | None
    speaking: tuple[GroupView, ...]
    """Everything that points here, by kind."""
    sources: tuple[SourceView, ...]
    ornament: str
    seed: str


@dataclass(frozen=True, kw_only=True)
class ListView(PageView):
    kind: str
    heading: str
    """A phrase of the catalogue."""
    intro: str
    groups: tuple[GroupView, ...]
    count: int
    seed: str


@dataclass(frozen=True, kw_only=True)
class SourcesView(PageView):
    heading: str
    intro: str
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, kw_only=True)
class TextPageView(PageView):
    heading: Words
    summary: Words | None
    text: TextView
    notice: NoticeView | None
    author: Words | None
    translator: Words | None
    sources: tuple[SourceView, ...]


@dataclass(frozen=True)
class ShoreView:
    """One side of the home page: a region's name and its stories."""

    region: str
    name: str
    cards: tuple[CardView, ...]


@dataclass(frozen=True)
class CountView:
    """A kind of record and how many of it there are."""

    kind: str
    label: str
    href: str
    count: int


@dataclass(frozen=True, kw_only=True)
class HomeView(PageView):
    title_parts: tuple[str, ...]
    """The site's title, parted after its colon, where a line may end."""
    lead: CardView | None
    start: tuple[CardView, ...]
    shores: tuple[ShoreView, ...]
    centuries: tuple[GroupView, ...]
    names: tuple[LinkView, ...]
    counts: tuple[CountView, ...]
    seed: str


@dataclass(frozen=True)
class GateLanguageView:
    """One language at the gate: its door, its own name, the site's name in it."""

    code: str
    name: str
    direction: Direction
    href: str
    title: str
    tagline: str
    stories: str
    """The word for the list of stories."""
    lost: str
    """What a reader is told where there is no page."""


@dataclass(frozen=True, kw_only=True)
class GateView(PageView):
    doors: tuple[GateLanguageView, ...]


@dataclass(frozen=True, kw_only=True)
class NotFoundView(PageView):
    """The one page that is served at unknown depth: its addresses are absolute paths."""

    doors: tuple[GateLanguageView, ...]


@dataclass(frozen=True, kw_only=True)
class RedirectView:
    template: str
    path: str
    to: str
    canonical: str
    title: str
    language: Language
