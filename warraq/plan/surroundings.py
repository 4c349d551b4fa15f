"""The records around a page, as their cards. A view sees its own record and these cards, and nothing else of the site.

So the fingerprint of the surroundings tells whether a page can have changed, and no page must be planned by trying.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from warraq.fingerprint import mark_of_lines
from warraq.index.card import Card, Mention, first_words
from warraq.index.entry import Entry
from warraq.index.picture_card import PictureCard
from warraq.index.references import Naming, naming_of
from warraq.link.library import Library, Named
from warraq.link.related import Feature, Relation
from warraq.model.values import Ref

KEPT_CARDS = 4096
"""Cards that a process keeps unpacked."""


class Cards:
    """The cards of a library in one language, unpacked when they are asked for."""

    def __init__(self, library: Library, code: str) -> None:
        self.library = library
        self.code = code
        self.of = lru_cache(maxsize=KEPT_CARDS)(self._card)
        """The card of a record by its key, whether or not the record is public."""

    def _card(self, key: str) -> Card:
        return self.library.entry(key).card(self.code)


@dataclass(frozen=True)
class Surroundings:
    """What may be known of other records on the page of one record."""

    named: Mapping[Naming, Named]
    speakers: tuple[str, ...]
    """The keys of the records that name this one."""
    before: str
    """The key of the story, or of the record of its kind in time, that comes before this one, or an empty string."""
    next: str
    """The key of the one that comes after it."""
    next_named: Mapping[Naming, Named]
    """What the opening of the next story names."""
    cards: Mapping[str, Cards]
    code: str
    key: str
    """Of the record itself."""
    related: tuple[Relation, ...] = ()
    """What is read with a story."""

    def pictures(self, owner: str, language: str) -> tuple[PictureCard, ...]:
        """The pictures of this record, or of another one that a text names and that has a page, in a language."""
        found = self.named.get(owner)
        if owner and (found is None or not found.public):
            return ()
        return self.cards[language].of(found.key if owner and found else self.key).pictures

    def card(self, key: str) -> Card:
        """A record around the page, in its language."""
        return self.cards[self.code].of(key)

    def follow(self, ref: Ref) -> Card | None:
        """The record that a reference in facts leads to, or None where it is not public."""
        found = self.named.get(naming_of(ref.target, ref.kinds))
        return self.cards[self.code].of(found.key) if found and found.public else None

    def mentioned(self, target: str, language: str) -> tuple[Card, str] | None:
        """The card in a text's language of a record that the text names, and its path; no path where it has no page."""
        found = self.named.get(target)
        if found is None:
            return None
        path = self.cards[self.code].of(found.key).path if found.public else ""
        return self.cards[language].of(found.key), path

    def speaking(self, kind: str) -> tuple[Card, ...]:
        """The records of a kind that name this one."""
        keys = (key for key in self.speakers if key.startswith(f"{kind}/"))
        return tuple(self.cards[self.code].of(key) for key in keys)

    def neighbours(self) -> tuple[Card | None, Card | None]:
        """The records before and after this one."""
        cards = self.cards[self.code]
        return cards.of(self.before) if self.before else None, cards.of(self.next) if self.next else None

    def read_with(self) -> tuple[tuple[Card, tuple[Feature, ...]], ...]:
        """The stories that are read with this one, and what they share with it."""
        return tuple((self.cards[self.code].of(key), shared) for key, shared in self.related)

    def first_words_of_next(self) -> tuple[str, str] | None:
        """The first words of the next story and their language."""
        _, card = self.neighbours()
        if card is None or card.opening is None:
            return None
        pieces = (self._worded(p) if isinstance(p, Mention) else p for p in card.opening.pieces)
        return first_words(tuple(pieces)), card.opening.language

    def _worded(self, mention: Mention) -> str:
        found = self.next_named.get(mention.target)
        return self.cards[self.code].of(found.key).title.text if found else ""


def surroundings_of(library: Library, entry: Entry, code: str, cards: Mapping[str, Cards]) -> Surroundings:
    """What surrounds the page of a record in one language."""
    before, after = library.neighbours(entry.key)
    return Surroundings(
        named={named.naming: named for named in library.named(entry.key)},
        speakers=library.speakers(entry.key),
        before=before,
        next=after,
        next_named={n.naming: n for n in _named_by_opening(library, after, code)},
        cards=cards,
        code=code,
        key=entry.key,
        related=library.relate().of(entry.key),
    )


def mark_of(library: Library, entry: Entry, code: str) -> str:
    """The fingerprint of a record with its surroundings: what its page in a language is made of."""
    face = entry.face(code)
    around = library.around(entry.key)
    lines = [
        face.text,
        face.mark,
        entry.addresses,
        around.visible,
        " ".join(library.neighbours(entry.key)),
        library.relate().beside.get(entry.key, ""),
        *map(library.marks[code].__getitem__, around.keys),
    ]
    if face.shown and face.shown != code:  # the text says the names in its own language
        lines += map(library.marks[face.shown].__getitem__, around.keys[: len(around.visible)])
        lines.append(entry.face(face.shown).mark)
    return mark_of_lines(*lines)


def text_marks(library: Library, entry: Entry, code: str) -> list[str]:
    """The fingerprints of the cards of a record and of all that it refers to, and which of these have a page.

    For a text in the language of its readers, as those in a feed are.
    """
    marks = library.marks[code]
    named = library.named(entry.key)
    return [marks[entry.key], *(marks[key] if public else f"{marks[key]} hidden" for _, key, public in named)]


def _named_by_opening(library: Library, key: str, code: str) -> list[Named]:
    mentions = library.by_key[key].face(code).mentions if key else ()
    return [named for named in library.named(key) if named.naming in mentions] if mentions else []
