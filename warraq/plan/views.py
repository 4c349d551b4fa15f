"""Exactly what each template may see. A template gets one of these and nothing else.

All are frozen values with a stable `repr`, from which the key of the page is made: whatever could change a page
is in its view. Texts are carried as written, with their resolved links, and converted only when a page must be
rendered. Addresses are relative to the page, so that the site works from any path and from a folder.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from warraq.lang.language import Direction, Language
from warraq.model.figure import Figure, Image
from warraq.model.text import TextContext
from warraq.model.worded import Words
from warraq.plan.small_map_views import SmallMapView
from warraq.timeline.life import LifeLine


class LinkView(Struct, frozen=True):
    """A link to a page of the site."""

    href: str
    words: Words
    kind: str = ""
    current: bool = False


class DateView(Struct, frozen=True):
    """A date in words of the page's language, and for machines where it is exact."""

    text: str
    machine: str | None = None


class GlossView(Struct, frozen=True):
    """A term explained in one line, with a link to its page."""

    href: str
    name: Words
    forms: tuple[Words, ...]
    """The same word in the other languages of the site."""
    meaning: Words


class CardView(Struct, frozen=True):
    """A record in a list: as much of it as helps to choose."""

    href: str
    title: Words
    kind: str
    """The kind's word for one record, in the catalogue: `Story`."""
    summary: Words | None = None
    date: DateView | None = None
    region: str = ""
    cover: Image | None = None
    """The picture that stands for it."""
    languages: tuple[Words, ...] = ()
    """The languages that it can be read in, named in themselves, where not all of the site's are there."""
    way: tuple[Words, ...] = ()
    """For a journey, the places on its way."""
    gloss: GlossView | None = None
    """Of a term."""
    by_machine: bool = False
    """Whether its words were translated by a machine."""


class GroupView(Struct, frozen=True):
    """Cards under a heading, such as a letter of the alphabet."""

    label: Words
    anchor: str
    cards: tuple[CardView, ...]


class ValueView(Struct, frozen=True):
    """One value in a list of facts: words, perhaps a link, a date, or a word of the catalogue."""

    words: Words | None = None
    href: str = ""
    date: DateView | None = None
    word: str = ""
    """A phrase for the catalogue, such as a role or a type."""
    code: str = ""
    """An identifier, always printed from left to right: an address, an inventory number, coordinates."""


class FactView(Struct, frozen=True):
    """A field of a record with its label (a phrase of the catalogue) and its values."""

    name: str
    label: str
    values: tuple[ValueView, ...]


class StepView(Struct, frozen=True):
    """One stop of a journey, item of a programme, or thing given."""

    name: ValueView
    dates: tuple[DateView, ...] = ()
    note: Words | None = None
    quantity: str = ""
    about: bool = False
    people: tuple[ValueView, ...] = ()


class SourceView(Struct, frozen=True):
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
    address: str = ""
    """On the web, as it is printed on paper."""


class TextView(Struct, frozen=True):
    """A text as written, with everything that its conversion depends on."""

    source: str
    context: TextContext
    language: str
    direction: Direction
    glosses: tuple[GlossView, ...] = ()
    """The terms to which it leads, in the alphabetical order of its language."""

    @property
    def has_notes(self) -> bool:
        """Whether it may have notes, as far as its source tells at a glance."""
        return "[^" in self.source


class NoticeView(Struct, frozen=True):
    """The text is missing in the page's language, and is shown in another."""

    shown_in: Words
    """That language's name in the page's language's own words or in itself."""


class LanguageView(Struct, frozen=True):
    """An entry of the language switch."""

    code: str
    name: str
    direction: Direction
    href: str
    current: bool
    available: bool
    """Whether this very page exists in it; otherwise the link shows the text in another language, with a notice."""


class AlternateView(Struct, frozen=True):
    """One language version of a page, for machines: absolute address."""

    code: str
    href: str


class SiteView(Struct, frozen=True):
    """What frames every page."""

    title: str
    tagline: str
    home: str
    search: LinkView
    navigation: tuple[LinkView, ...]
    foot: tuple[LinkView, ...]
    languages: tuple[LanguageView, ...]
    gate: str
    feed: str
    styles: tuple[str, ...]
    scripts: Mapping[str, str]
    """Addresses by file name: a template asks for those that its page needs."""
    fonts: tuple[str, ...]
    icon: str
    touch_icon: str
    share_image: str
    """Absolute, as those who fetch it need."""
    contact: str | None = None
    licence: str | None = None
    paper: str = ""
    night: str = ""


class PageView(Struct, frozen=True, kw_only=True):
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
    share_image: str = ""
    """Of its own, absolute; empty where it has that of the site."""
    zooms: bool = False
    """Whether a picture on it can be looked at closely."""
    manifest: str = ""
    """Address of the IIIF manifest of what it shows; empty where there is none."""


class ImprintView(Struct, frozen=True, kw_only=True):
    """Who answers for a text, in the language of its page."""

    author: Words | None = None
    translator: Words | None = None
    source: Words | None = None
    """The language that it was translated from."""
    source_code: str = ""
    reviewer: Words | None = None
    by_machine: bool = False
    tool: Words | None = None
    """The machine, where it is named."""
    newer: LinkView | None = None
    """The original, by its language, where it has changed since the text was translated."""
    newer_code: str = ""


class RecordView(PageView, frozen=True, kw_only=True):
    kind: str
    """The kind's word for one record."""
    heading: Words
    other_names: tuple[Words, ...]
    transliteration: str | None
    life: str
    """The years of a life or a work in one short line; empty where not known."""
    line: LifeLine | None
    """For a person: the line of the life."""
    timeline: str
    """For a person or a milestone: its century in the timeline; empty where it has no date."""
    summary: Words | None
    facts: tuple[FactView, ...]
    map: SmallMapView | None
    portrait: Figure | None
    """The picture at its head: its first, unless the text shows it."""
    cover: Image | None
    """The drawn cover at its head, where it has no picture."""
    cover_source: ValueView | None
    """What that is modelled on, where it is."""
    pictures: tuple[Figure, ...]
    """Those that neither the head nor the text shows."""
    text: TextView | None
    imprint: ImprintView
    notice: NoticeView | None
    steps_label: str
    steps: tuple[StepView, ...]
    citation: SourceView | None
    speaking: tuple[GroupView, ...]
    """Everything that points here, by kind."""
    before: CardView | None
    """The record of its kind that is before it in time, where that is their order."""
    after: CardView | None
    sources: tuple[SourceView, ...]
    ornament: str
    seed: str


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


class LetterView(Struct, frozen=True):
    """A letter of an index, and where on which page it begins."""

    label: str
    href: str


class PageLinkView(Struct, frozen=True):
    """A page of a long list; without an address, the pages that are left out between two others."""

    number: int
    href: str


class PagerView(Struct, frozen=True):
    """The way through the pages of a long list."""

    number: int
    shown: tuple[PageLinkView, ...]
    """The first page, the last, and those around this one."""
    before: str
    """Address of the page before this one, or an empty string."""
    after: str


class ListView(PageView, frozen=True, kw_only=True):
    kind: str
    heading: str
    intro: str
    about: tuple[LinkView, ...]
    """Pages that tell what belongs in the list."""
    pager: PagerView | None
    """None where the list is on one page."""
    letters: tuple[LetterView, ...]
    groups: tuple[GroupView, ...]
    by: str
    """What the groups are: `letter`, `century` or `year`; empty where there is only one."""
    choices: tuple[ChoicesView, ...]
    """The ways to part the list, on the first of its pages."""
    count: int
    seed: str


class SourcesView(PageView, frozen=True, kw_only=True):
    heading: str
    intro: str
    about: tuple[LinkView, ...]
    pager: PagerView | None
    sources: tuple[SourceView, ...]


class TextPageView(PageView, frozen=True, kw_only=True):
    heading: Words
    summary: Words | None
    text: TextView
    notice: NoticeView | None
    imprint: ImprintView
    sources: tuple[SourceView, ...]
