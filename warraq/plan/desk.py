"""The desk at which views are written: the site, one language, one page, and the small views of all.

Everything here is a question about one reader's language seen from one page; the stages that make whole views
ask it and add nothing of their own about languages or addresses.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from warraq.index.card import Card
from warraq.lang.catalogs import Catalog
from warraq.lang.collation import sort_key
from warraq.lang.date_text import format_date, machine_date
from warraq.lang.dates import HistoricDate, read_date
from warraq.lang.direction import base_direction
from warraq.lang.language import Language
from warraq.lang.numbers import format_number
from warraq.lang.scripts import language_of
from warraq.model.addresses import list_path, relative
from warraq.model.kinds import KIND
from warraq.model.records import Telling
from warraq.model.site import REGION_NAMES, Site
from warraq.model.site import words as site_words
from warraq.model.text import MarkupWords, TextContext, TextLink
from warraq.model.values import Text
from warraq.model.worded import Words
from warraq.plan.figures import figures_named, image
from warraq.plan.furniture import Furniture
from warraq.plan.surroundings import Surroundings
from warraq.plan.views import CardView, DateView, GlossView, LinkView, SiteView, TextView, ValueView

PAGE_IDS: Final = (
    "about", "beside", "centuries", "cite", "facts", "key", "list", "main", "map", "names", "pairs", "picture",
    "pictures", "progress", "related", "settled", "shores", "sources", "speaking", "start", "steps", "unplaced",
    "waiting", "words", *KIND,
)  # fmt: skip
"""Ids that templates give to the sections around a text: a heading of the text that is called so takes another."""


@dataclass(frozen=True)
class Desk:
    """The site as a reader of one language sees it from one page."""

    site: Site
    language: Language
    catalog: Catalog
    furniture: Furniture
    foot: tuple[Card, ...]
    """The plain pages to which the foot of every page leads."""
    has_pictures: bool = False
    """Whether there is a page on the pictures and their rights."""
    has_topics: bool = False
    """Whether there is an index of topics."""
    has_map: bool = False
    """Whether there is a map."""
    has_timeline: bool = False
    """Whether anything is dated, so that there is a timeline."""
    path: str = "/"
    frames: dict[str, SiteView] = field(default_factory=dict, compare=False, repr=False)
    """What the pages in one folder have in common, once it is known; shared by all desks of a language."""

    def at(self, path: str) -> Desk:
        """The same desk, seen from another page."""
        return self if path == self.path else replace(self, path=path)

    @property
    def code(self) -> str:
        """The code of the reader's language."""
        return self.language.code

    @cached_property
    def preference(self) -> tuple[str, ...]:
        """The languages in the order in which this reader would read them."""
        return self.site.preference(self.code)

    def say(self, phrase: str) -> str:
        """A phrase of the interface in the reader's language."""
        return self.catalog.translations.gettext(phrase)

    def plural(self, one: str, many: str, count: int) -> str:
        """A phrase of the interface in the form that goes with a count, `{count}` in the reader's digits."""
        phrase = self.catalog.translations.ngettext(one, many, count)
        return phrase.replace("{count}", format_number(count, self.language))

    def word(self, word: str) -> str:
        """A word that a field chooses from, such as a role, in the reader's language."""
        return self.catalog.translations.pgettext("word", word).replace("-", " ")

    # ------------------------------------------------------------ words

    def words(self, text: str, code: str) -> Words:
        """Words with their language and direction."""
        return self.site.worded(text, code)

    def foreign(self, text: str) -> Words:
        """Words of a language that the content does not say, such as an alias or a source's title."""
        direction = base_direction(text) or self.language.direction
        code = language_of(text) or "und"
        if code.startswith("und") and direction == self.language.direction:
            code = self.code
        return Words(text, code, direction)

    def phrase(self, text: Text | None) -> Words | None:
        """A phrase in the reader's language, or in the one that comes nearest."""
        return self.words(*text.best(self.preference)) if text else None

    def own(self, text: str | None) -> Words | None:
        """Words that are in the reader's language already."""
        return self.words(text, self.code) if text else None

    def text(self, telling: Telling, around: Surroundings) -> TextView:
        """The body of a telling with the addresses of everything that it links to."""
        language = self.site.language(telling.language)
        links = []
        terms: dict[str, tuple[Card, str]] = {}
        for target in sorted({r.target for r in telling.references}):
            found = around.mentioned(target, telling.language)
            if found is not None:
                card, path = found
                link = TextLink(
                    href=self.to(path) if path else "",
                    title=card.title.text,
                    language=card.title.language,
                    direction=card.title.direction,
                    kind=card.kind_name,
                )
                links.append((target, link))
                if card.gloss and path:
                    terms[card.key] = found
        context = TextContext(
            language=language,
            words=self.markup_words(telling.language),
            links=tuple(links),
            pictures=figures_named(self, telling, around),
            reserved_ids=PAGE_IDS,
        )
        glosses = self._glosses(terms.values(), language.code) if terms else ()
        return TextView(telling.body, context, language.code, language.direction, glosses)

    def _glosses(self, terms: Iterable[tuple[Card, str]], code: str) -> tuple[GlossView, ...]:
        """Terms with the paths of their pages, in the alphabetical order of the text's language."""
        in_order = sorted(terms, key=lambda term: (sort_key(term[0].filed, code), term[0].key))
        return tuple(gloss for term in in_order if (gloss := self._gloss(*term)))

    def _gloss(self, card: Card, path: str) -> GlossView | None:
        """A term in one line, with a link to the path of its page; None for the card of anything else."""
        gloss = card.gloss
        return GlossView(self.to(path), card.title, gloss.forms, gloss.meaning) if gloss else None

    def markup_words(self, code: str) -> MarkupWords:
        """The phrases that the conversion of a text adds to it, in the text's own language."""
        return self.furniture.markup_words[code]

    def shore(self, region: str) -> str:
        """The name of a shore, or of what joins the two, in the reader's language."""
        regions = self.site.facts.regions or {}
        return site_words(regions[region], self.code) if region in regions else self.say(REGION_NAMES[region])

    # ------------------------------------------------------------ links

    def to(self, path: str) -> str:
        """An address of the site as seen from this page."""
        return relative(self.path, path)

    def link(self, card: Card) -> LinkView:
        """A link to a record, by its title."""
        return LinkView(self.to(card.path), card.title, card.kind_name)

    def list_link(self, kind_name: str, words: str) -> LinkView:
        """A link to the list of a kind."""
        path = list_path(kind_name, self.code)
        return LinkView(
            self.to(path), self.words(self.say(words), self.code), kind_name, self.path.startswith(path)
        )

    def value(self, card: Card) -> ValueView:
        """A record named in facts: its title with a link."""
        return ValueView(words=card.title, href=self.to(card.path))

    # ------------------------------------------------------------ dates

    def date(self, date: HistoricDate | None) -> DateView | None:
        """A date in the reader's words."""
        return DateView(format_date(date, self.language), machine_date(date)) if date else None

    def century(self, number: int) -> HistoricDate:
        """A century of the common era; those before it are negative."""
        return read_date({"century": number})

    def year(self, number: int) -> HistoricDate:
        """A year of the common era; those before it are negative, and there is none between."""
        return read_date(f"{number} CE" if number > 0 else f"{-number} BCE")

    def time(self, date: HistoricDate) -> Words:
        """A time by which records are filed, in the calendar that all readers share."""
        return self.words(format_date(date, self.language, others=False), self.code)

    # ------------------------------------------------------------ cards

    def card(self, card: Card) -> CardView:
        """A record as lists show it."""
        return CardView(
            href=self.to(card.path),
            title=card.title,
            kind=KIND[card.kind_name].one,
            summary=card.summary,
            date=DateView(card.life) if card.life else None,
            region=card.region,
            cover=image(card.cover, self.path) if card.cover else None,
            languages=card.languages,
            gloss=self._gloss(card, card.path),
            by_machine=card.by_machine,
        )

    def in_order(self, cards: Iterable[Card]) -> tuple[Card, ...]:
        """The cards in the alphabetical order of the reader's language."""
        return tuple(sorted(cards, key=lambda card: (sort_key(card.filed, self.code), card.key)))
