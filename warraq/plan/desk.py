"""The desk at which views are written: the library, the site, one language, one page, and the small views of all.

Everything here is a question about one reader's language seen from one page; the stages that make whole views
ask it and add nothing of their own about languages or addresses.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

from warraq.lang.catalogs import Catalog
from warraq.lang.collation import sort_key
from warraq.lang.date_text import format_date, machine_date
from warraq.lang.dates import HistoricDate
from warraq.lang.direction import base_direction
from warraq.lang.language import Language
from warraq.lang.lifespan import format_year_range
from warraq.lang.scripts import language_of
from warraq.link.library import Library
from warraq.model.facts import Named, Person, Story
from warraq.model.records import Record, Telling
from warraq.model.site import Site
from warraq.model.text import MarkupWords, TextContext, TextLink
from warraq.model.values import Ref, Text
from warraq.plan.addresses import list_path, record_path, relative
from warraq.plan.furniture import Furniture
from warraq.plan.views import CardView, DateView, LinkView, SiteView, SourceView, TextView, ValueView, Words


@dataclass(frozen=True)
class Desk:
    """The library as a reader of one language sees it from one page."""

    site: Site
    library: Library
    language: Language
    catalog: Catalog
    furniture: Furniture
    path: str = "/"
    frames: dict[str, SiteView] = field(default_factory=dict, compare=False, repr=False)
    """What the pages in one folder have in common, once it is known; shared by all desks of a language."""
    cards: dict[str, CardView] = field(default_factory=dict, compare=False, repr=False)
    """The cards of records by key, with addresses from `/`; shared likewise."""
    sources: dict[str, SourceView] = field(default_factory=dict, compare=False, repr=False)
    """The entries of the bibliography, likewise."""

    def at(self, path: str) -> Desk:
        """The same desk, seen from another page."""
        return replace(self, path=path)

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

    # ------------------------------------------------------------ words

    def words(self, text: str, code: str) -> Words:
        """Words with their language and direction."""
        if code in self.site.codes:
            return Words(text, code, self.site.language(code).direction)
        return Words(text, code, base_direction(text) or "ltr")

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

    def title(self, record: Record) -> Words:
        """The title of a record for this reader."""
        return self.words(*record.title(self.preference))

    def summary(self, record: Record) -> Words | None:
        """The summary of a record in the first of the reader's languages that has one."""
        for code in self.preference:
            telling = record.telling(code)
            if telling and telling.front.summary:
                return self.words(telling.front.summary, code)
        meaning: Text | None = getattr(record.facts, "meaning", None)
        return self.phrase(meaning)

    def text(self, telling: Telling) -> TextView:
        """The body of a telling with the addresses of everything that it links to."""
        language = self.site.language(telling.language)
        links = []
        for target in sorted({r.target for r in telling.references}):
            found = self.library.find(target) or self.library.find_hidden(target)
            if found is not None:
                title, code = found.title(self.site.preference(telling.language))
                href = self.href(found) if found.key in self.library.by_key else ""
                direction = self.words(title, code).direction
                link = TextLink(
                    href=href, title=title, language=code, direction=direction, kind=found.kind_name
                )
                links.append((target, link))
        context = TextContext(
            language=language, words=self.markup_words(telling.language), links=tuple(links)
        )
        return TextView(telling.body, context, language.code, language.direction)

    def markup_words(self, code: str) -> MarkupWords:
        """The phrases that the conversion of a text adds to it, in the text's own language."""
        return self.furniture.markup_words[code]

    # ------------------------------------------------------------ links

    def to(self, path: str) -> str:
        """An address of the site as seen from this page."""
        return relative(self.path, path)

    def href(self, record: Record) -> str:
        """The address of a record as seen from this page."""
        return self.to(record_path(record, self.code))

    def link(self, record: Record) -> LinkView:
        """A link to a record, by its title."""
        return LinkView(self.href(record), self.title(record), record.kind_name)

    def list_link(self, kind_name: str, words: str) -> LinkView:
        """A link to the list of a kind."""
        path = list_path(kind_name, self.code)
        return LinkView(
            self.to(path), self.words(self.say(words), self.code), kind_name, self.path.startswith(path)
        )

    def value(self, ref: Ref) -> ValueView | None:
        """A record named in facts: its title with a link, or nothing where it is not public."""
        record = self.library.follow(ref)
        return ValueView(words=self.title(record), href=self.href(record)) if record else None

    # ------------------------------------------------------------ dates

    def date(self, date: HistoricDate | None) -> DateView | None:
        """A date in the reader's words."""
        return DateView(format_date(date, self.language), machine_date(date)) if date else None

    def life(self, record: Record) -> str:
        """The years of a person, or the date of anything else that has one, in one short line."""
        facts = record.facts
        if isinstance(facts, Person):
            if facts.born or facts.died:
                return format_year_range(facts.born, facts.died, self.language)
            return format_date(facts.active, self.language) if facts.active else ""
        first: HistoricDate | None = moment(record)
        last: HistoricDate | None = getattr(facts, "ends", None)
        if first and last and last != first and getattr(facts, "begins", None):
            return format_year_range(first, last, self.language)
        return format_date(first, self.language) if first else ""

    # ------------------------------------------------------------ cards

    def card(self, record: Record) -> CardView:
        """A record as lists show it."""
        card = self.cards.get(record.key)
        if card is None:
            card = self.cards[record.key] = self._card_from_root(record)
        return CardView(
            href=self.to(card.href),
            title=card.title,
            kind=card.kind,
            summary=card.summary,
            date=card.date,
            region=card.region,
            cover=self.to(card.cover) if card.cover else "",
            languages=card.languages,
        )

    def _card_from_root(self, record: Record) -> CardView:
        """The card with addresses from `/`, the same for all pages of the language."""
        written = set(record.written_in)
        partly = written and written != set(self.site.codes)
        languages = (self.site.language(code) for code in self.site.codes if partly and code in written)
        life = self.life(record) if not isinstance(record.facts, Story) else ""
        return CardView(
            href=record_path(record, self.code),
            title=self.title(record),
            kind=record.kind.one,
            summary=self.summary(record),
            date=DateView(life) if life else None,
            region=region(record),
            cover=self.furniture.covers.get(record.key, ""),
            languages=tuple(Words(found.name, found.code, found.direction) for found in languages),
        )

    def in_order(self, records: tuple[Record, ...]) -> tuple[Record, ...]:
        """The records in the alphabetical order of the reader's language."""
        return tuple(
            sorted(records, key=lambda record: (sort_key(self.filed_as(record), self.code), record.key))
        )

    def filed_as(self, record: Record) -> str:
        """The words under which a record stands in an index."""
        facts = record.facts
        filed = facts.sort.find(self.code) if isinstance(facts, Named) and facts.sort else None
        return filed or self.title(record).text


def moment(record: Record) -> HistoricDate | None:
    """The date by which a record is placed in time, or None."""
    facts = record.facts
    for name in ("when", "starts", "begins", "date", "founded", "born", "active"):
        date: HistoricDate | None = getattr(facts, name, None)
        if date is not None:
            return date
    return None


def region(record: Record) -> str:
    """The shore that a record belongs to, or an empty string."""
    found: str | None = getattr(record.facts, "region", None)
    return found or ""
