"""The card of a record: all that other pages may say of it, ready in the language of one reader.

As in a library, whoever looks for a book needs its card and not the book. A card is small and has a fingerprint, so
that the pages which show it are known to be as they were without a look at the record.
"""

from __future__ import annotations

import re

from msgspec import Struct

from warraq.index.dating import moment_of, people_of, time_of_record
from warraq.index.picture_card import PictureCard, PrintSet, picture_cards
from warraq.lang.date_text import format_date
from warraq.lang.dates import HistoricDate
from warraq.lang.language import Language
from warraq.lang.lifespan import format_year_range
from warraq.model.addresses import record_path, slug_of
from warraq.model.facts import Named, Person, Place, Source, Story, Term
from warraq.model.records import Record
from warraq.model.site import Site
from warraq.model.values import Text
from warraq.model.worded import Words
from warraq.timeline.times import Time


class Mention(Struct, frozen=True):
    """A record that an opening names without words of its own: its name stands there."""

    target: str


class Opening(Struct, frozen=True):
    """The beginning of a text without its marks: pieces of text, and the records that are named between them."""

    pieces: tuple[str | Mention, ...]
    language: str


class Gloss(Struct, frozen=True):
    """What explains a word where it is read: its meaning, and how it is written in the site's other languages."""

    meaning: Words
    forms: tuple[Words, ...]


class Card(Struct, frozen=True):
    """What other pages may say of a record to a reader of one language."""

    kind_name: str
    id: str
    path: str
    """From `/`, in the reader's language."""
    title: Words
    filed: str
    """The words under which it stands in an index."""
    summary: Words | None
    life: str
    """The years of a person, or the date of anything else that has one, in one short line."""
    region: str
    """The shore that it belongs to, or an empty string."""
    cover: PrintSet | None
    """The picture that stands for it, printed or drawn."""
    languages: tuple[Words, ...]
    """The languages that it can be read in, named in themselves, where not all of the site's are there."""
    opening: Opening | None
    """The beginning of a story in the language in which this reader is shown it."""
    source: Source | None
    """For a source: what a bibliography prints."""
    point: tuple[float, float] | None = None
    """For a place: its latitude and longitude, where they are known."""
    pictures: tuple[PictureCard, ...] = ()
    gloss: Gloss | None = None
    """For a term."""
    time: Time | None = None
    """When it was, as pictures draw it."""
    period: str = ""
    """For a story: the time that it tells of, in words."""
    people: tuple[str, ...] = ()
    """The keys of the people whose work, journey or deed it is."""
    by_machine: bool = False
    """Whether the words that it shows of a text were translated by a machine."""

    @property
    def when(self) -> str:
        """Its date in words, as a timeline says it."""
        return self.period or self.life

    @property
    def key(self) -> str:
        """`kind/id`, which no other record has."""
        return f"{self.kind_name}/{self.id}"


def card_of(record: Record, site: Site, language: Language, cover: PrintSet | None) -> Card:
    """The card of a record for the readers of a language, with the picture that stands for it."""
    facts = record.facts
    path = path_of(record, language.code)
    preference = site.preference(language.code)
    title = site.worded(*record.title(preference))
    written = set(record.written_in)
    partly = bool(written) and written != set(site.codes)
    filed = facts.sort.find(language.code) if isinstance(facts, Named) and facts.sort else None
    return Card(
        kind_name=record.kind_name,
        id=record.id,
        path=path,
        title=title,
        filed=filed or title.text,
        summary=_summary(record, site, preference),
        life=life_of(record, language),
        region=region_of(record),
        cover=cover,
        languages=tuple(
            Words(found.name, found.code, found.direction)
            for found in site.languages
            if partly and found.code in written
        ),
        opening=_opening(record, preference) if isinstance(facts, Story) else None,
        source=facts if isinstance(facts, Source) else None,
        point=point_of(record),
        pictures=picture_cards(record, site, language, path) if record.files else (),
        gloss=_gloss(record, site, title, preference) if isinstance(facts, Term) else None,
        time=time_of_record(record),
        period=format_date(facts.when, language) if isinstance(facts, Story) and facts.when else "",
        people=people_of(record),
        by_machine=_is_by_machine(record, preference),
    )


def path_of(record: Record, code: str) -> str:
    """The address of a record's page in a language, from `/`."""
    telling = record.telling(code)
    slug = slug_of(telling.front.slug) if telling and telling.front.slug else ""
    return record_path(record.kind_name, slug or record.id, code)


def _summary(record: Record, site: Site, preference: tuple[str, ...]) -> Words | None:
    """The summary in the first of the reader's languages that has one."""
    for code in preference:
        telling = record.telling(code)
        if telling and telling.front.summary:
            return site.worded(telling.front.summary, code)
    meaning: Text | None = getattr(record.facts, "meaning", None)
    return site.worded(*meaning.best(preference)) if meaning else None


def _gloss(record: Record, site: Site, title: Words, preference: tuple[str, ...]) -> Gloss:
    """The meaning of a term in the first of the reader's languages that has one, and its other forms, each once."""
    facts: Term = record.facts
    names = [site.worded(name, code) for code, name in record.names.by_language]
    # Among Latin letters it tells how the word is said; beside Arabic ones the English form is enough.
    if facts.transliteration and title.direction == "ltr":
        names.append(Words(facts.transliteration, "und-Latn", "ltr"))
    forms: dict[str, Words] = {}
    for name in names:
        if name.text != title.text:
            forms.setdefault(name.text, name)
    return Gloss(site.worded(*facts.meaning.best(preference)), tuple(forms.values()))


def _is_by_machine(record: Record, preference: tuple[str, ...]) -> bool:
    """Whether the text from which lists take their words was translated by a machine."""
    tellings = (record.telling(code) for code in preference)
    shown = next((telling for telling in tellings if telling and telling.front.summary), None)
    return shown is not None and shown.front.machine_translation is not None


def life_of(record: Record, language: Language) -> str:
    """The years of a person, or the date of anything else that has one, in one short line; none for stories."""
    facts = record.facts
    if isinstance(facts, Story):
        return ""
    if isinstance(facts, Person):
        if facts.born or facts.died:
            return format_year_range(facts.born, facts.died, language)
        return format_date(facts.active, language) if facts.active else ""
    first: HistoricDate | None = moment_of(record)
    last: HistoricDate | None = getattr(facts, "ends", None)
    if first and last and last != first and getattr(facts, "begins", None):
        return format_year_range(first, last, language)
    return format_date(first, language) if first else ""


def point_of(record: Record) -> tuple[float, float] | None:
    """The latitude and the longitude of a place, or None."""
    facts = record.facts
    found = facts.coordinates if isinstance(facts, Place) else None
    return (found.latitude, found.longitude) if found else None


def region_of(record: Record) -> str:
    """The shore that a record belongs to, or an empty string."""
    found: str | None = getattr(record.facts, "region", None)
    return found or ""


# ------------------------------------------------------------ the first words of a text

_WORDS_OF_OPENING = 7
_REFERENCE = re.compile(r"\[\[([^\]]*)\]\]")
_COMMENT = re.compile(r"<!--.*?-->\s*", re.DOTALL)
_LANGUAGE_MARK = re.compile(r"\{[a-z]{2,3}:\s*([^}]*)\}")
_OTHER_MARKS = re.compile(r"\[\^[^\]]*\]|\{[^}]*\}|[*_`]")


def _opening(record: Record, preference: tuple[str, ...]) -> Opening | None:
    telling = record.best_telling(preference)
    return Opening(tuple(_first_pieces(telling.body)), telling.language) if telling else None


def _first_pieces(body: str) -> list[str | Mention]:
    """As much of the first paragraph as holds a few words, however many the names in it turn out to have."""
    text = _COMMENT.sub("", body) if "<!--" in body else body
    paragraphs = (p for p in text.strip().split("\n\n") if not p.lstrip().startswith(("#", "```", ">")))
    paragraph = next(paragraphs, "")
    # Names are taken out first: marks of language and of notes may stand around them.
    parts = _REFERENCE.split(paragraph)
    named = [part.partition("|") for part in parts[1::2]]
    plain = "".join(
        text + (f"\0{number}\0" if number < len(named) else "") for number, text in enumerate(parts[::2])
    )
    plain = _OTHER_MARKS.sub("", _LANGUAGE_MARK.sub(r"\1", plain))
    pieces: list[str | Mention] = []
    for number, part in enumerate(plain.split("\0")):
        if number % 2:
            target, _, words = named[int(part)]
            pieces.append(words or Mention(target))
        else:
            pieces.append(part)
    return _shortened(pieces)


def _shortened(pieces: list[str | Mention]) -> list[str | Mention]:
    """The pieces up to the one with which there are words enough."""
    kept: list[str | Mention] = []
    count = 0
    for piece in pieces:
        if count > _WORDS_OF_OPENING:
            break
        if isinstance(piece, Mention):
            kept.append(piece)
            count += 1
            continue
        words = piece.split()
        count += len(words)
        space = " " if piece[:1].isspace() else ""
        cut = len(words) > _WORDS_OF_OPENING + 1
        kept.append(space + " ".join(words[: _WORDS_OF_OPENING + 1]) if cut else piece)
    return kept


def first_words(pieces: tuple[str, ...]) -> str:
    """The first words of a text whose pieces are all words by now."""
    return " ".join("".join(pieces).split()[:_WORDS_OF_OPENING]).rstrip("،,.:؛;")
