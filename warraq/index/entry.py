"""An entry of the index: what must be known of a record before any page is made.

Which pages it has and where, whom it names, when it is public, and fingerprints of all that a page may show of it.
Everything else stays in the store until a page is made of it.
"""

from __future__ import annotations

import datetime
import pickle
from collections.abc import Mapping
from typing import Any, NamedTuple

from warraq.diagnostics import NOTHING, Diagnostics
from warraq.fingerprint import digest
from warraq.following.texts import original_of
from warraq.index.card import Card, Mention, card_of, point_of, region_of
from warraq.index.checks import check
from warraq.index.dating import moment_of
from warraq.index.facets import facet_values
from warraq.index.ornament import cover_of, family_of
from warraq.index.picture_card import PrintSet, cover_of_pictures
from warraq.index.prints import Negative, negative_of
from warraq.index.references import Naming, borrowings_of, namings_of
from warraq.index.text_status import TextStatus, status_of
from warraq.lang.conversion import century_of_day
from warraq.lang.dates import sort_day
from warraq.model.facts import Page, Person, Story
from warraq.model.records import Record
from warraq.model.site import Site
from warraq.model.text_status import MISSING, OLDER, ORIGINAL, OWN


class Face(NamedTuple):
    """A record in one of the site's languages, as far as its entry tells."""

    code: str
    path: str
    """The address of its page from `/`."""
    shown: str
    """The language of the text that its page shows; empty where it has no text."""
    text: str
    """A fingerprint of its facts, of the text that its page shows, and of whether its original is newer."""
    mark: str
    """The fingerprint of its card."""
    card: bytes
    """Its card, pickled: most cards are never looked at."""
    mentions: tuple[str, ...]
    """The records that the opening on its card names without words of its own."""
    share: str
    """A fingerprint of what its share image says and shows; empty where it has none."""


class Showing(NamedTuple):
    """A person in a picture, and where that is written."""

    target: str
    file: str
    """Of the picture."""
    line: int
    column: int
    length: int


class Placement(NamedTuple):
    """Where the site leads to a plain page from."""

    order: int
    """Its place among the pages."""
    in_foot: bool
    """Whether the foot of every page does."""
    introduces: str
    """The kind whose list does; empty where none."""


class Entry(NamedTuple):
    """A record in the index."""

    kind_name: str
    id: str
    shelf: str
    """The key under which the store keeps the record."""
    key: str
    """`kind/id`, which no other record has."""
    file: str
    """Where its facts are written, for messages."""
    faces: tuple[Face, ...]
    """In the order of the site's languages."""
    written_in: tuple[str, ...]
    """The languages in which it has a text that says something."""
    addresses: str
    """A line that is another one when an address of the record changes, or the languages in which it is written."""
    names: tuple[Naming, ...]
    """What it refers to, each once."""
    draft: bool
    publish: str
    """The day from which readers may see it, as `2026-11-22`; empty where it is not said."""
    published: str
    """For a story, the day as `2026-11-22`, by which stories are ordered; empty for others."""
    updated: str
    day: int | None
    """The first day of its date as a Julian day number, the last one where no first is known; it is ordered by it."""
    ends: int | None
    """The last day of its date, or of the one on which it ends."""
    until: int | None
    """The last day of its date; the first one where no last is known."""
    century: int | None
    """The century of the common era that its date begins in."""
    region: str
    point: tuple[float, float] | None
    """For a place: its latitude and longitude, where they are known."""
    family: str
    """The family of its ornament; empty for the kinds that have none."""
    cover: tuple[str, str, str] | None
    """The path of its drawn cover, the key under which the store keeps it, and its voice; where it has one."""
    negatives: tuple[Negative, ...]
    """Its pictures, in its order; the first one stands for it in lists unless it has a drawn cover."""
    borrows: tuple[str, ...]
    """The pictures of other records that its texts show, as `kind/id/file`."""
    without_consent: tuple[Showing, ...]
    """The people whom its pictures show without a consent of their own, for whom that may be wanted."""
    is_guarded: bool
    """Whether it is a living person whose consent does not cover portraits."""
    formerly: tuple[tuple[str, int, int, int], ...]
    """Its former addresses, with the line, column and length of the field."""
    facets: tuple[str, ...]
    """The values that it has of the facets of its kind, as `facet=value`."""
    placement: Placement | None
    """Of a plain page."""
    original: str
    """For a story, the language that it began in; empty for others."""
    texts: tuple[TextStatus, ...]
    """Of its texts, those of which there is more to say than that they are there."""
    drafted: tuple[str, ...]
    """The languages in which it has a text that is left out, being a draft."""
    checked: bytes
    """What is to be said of it once it is public, pickled; empty where there is nothing."""

    @property
    def checks(self) -> Diagnostics:
        """What is to be said of the record once it is public."""
        return pickle.loads(self.checked) if self.checked else NOTHING  # noqa: S301  our own bytes

    def face(self, code: str) -> Face:
        """The record in one of the site's languages; LookupError for any other."""
        for face in self.faces:
            if face.code == code:
                return face
        raise LookupError(code)

    def card(self, code: str) -> Card:
        """Its card in one of the site's languages."""
        card: Card = pickle.loads(self.face(code).card)  # noqa: S301  our own bytes
        return card

    def values(self, facet: str) -> tuple[str, ...]:
        """The values that it has of one facet."""
        prefix = f"{facet}="
        return tuple(pair.removeprefix(prefix) for pair in self.facets if pair.startswith(prefix))

    def status(self, code: str) -> TextStatus:
        """How it stands with its text in one of the site's languages."""
        for status in self.texts:
            if status.code == code:
                return status
        if code not in self.written_in:
            return TextStatus(code, MISSING)
        return TextStatus(code, ORIGINAL if code == self.original else OWN)

    @property
    def has_drafts(self) -> bool:
        """Whether one of its texts is a draft, taken in or left out."""
        return bool(self.drafted) or any(text.draft for text in self.texts)

    def is_public(self, today: datetime.date) -> bool:
        """Whether readers may see the record on this day."""
        return not self.draft and self.publish <= today.isoformat()


def plain(entry: Entry) -> tuple[Any, ...]:
    """The entry as Python's simplest values, which are kept and read ten times as fast as objects."""
    values: list[Any] = [*entry]
    for field in _GROUPS:
        values[field] = tuple(map(tuple, values[field]))
    values[_PLACEMENT] = entry.placement and tuple(entry.placement)
    return tuple(values)


def from_plain(values: tuple[Any, ...]) -> Entry:
    """The entry that `plain` made such values of."""
    entry = Entry._make(values)
    return entry._replace(
        faces=tuple(map(Face._make, entry.faces)),
        negatives=tuple(map(Negative._make, entry.negatives)),
        without_consent=tuple(map(Showing._make, entry.without_consent)),
        texts=tuple(map(TextStatus._make, entry.texts)),
        placement=entry.placement and Placement._make(entry.placement),
    )


def entry_of(record: Record, files: Mapping[str, str], shelf: str, site: Site) -> Entry:
    """The entry of a record, with the fingerprints of its files by name."""
    facts = record.facts
    printed = cover_of_pictures(record, site)
    drawn = None if printed else cover_of(record, site)
    cover = printed or (PrintSet(f"/{drawn.path}", 600, 800) if drawn else None)
    moment = moment_of(record)
    end = getattr(facts, "ends", None) or moment
    place = record.place("formerly")
    texts = status_of(record)
    checks = check(record, site, texts)
    newer = {text.code: text.source for text in texts if text.state == OLDER and text.is_translation}
    faces = tuple(_face(record, files, site, code, cover, newer) for code in site.codes)
    return Entry(
        kind_name=record.kind_name,
        id=record.id,
        shelf=shelf,
        key=record.key,
        file=record.span.file,
        faces=faces,
        written_in=record.written_in,
        addresses=" ".join((*record.written_in, *(face.path for face in faces))),
        names=namings_of(record),
        draft=facts.draft,
        publish=facts.publish.isoformat() if facts.publish else "",
        published=facts.published.isoformat() if isinstance(facts, Story) else "",
        updated=(facts.updated or facts.published).isoformat() if isinstance(facts, Story) else "",
        day=(day := sort_day(moment) if moment else None),
        ends=end.last_day if end else None,
        until=day if moment is None or moment.last_day is None else moment.last_day,
        century=None if day is None else century_of_day(day),
        region=region_of(record),
        point=point_of(record),
        family=family_of(record),
        cover=(drawn.path, drawn.key, drawn.voice) if drawn else None,
        negatives=tuple(negative_of(picture, file, facts) for picture, file in record.pictures),
        borrows=borrowings_of(record),
        without_consent=_without_consent(record),
        is_guarded=isinstance(facts, Person)
        and facts.living
        and not (facts.consent and "portrait" in facts.consent.covers),
        formerly=tuple((address, place.line, place.column, place.length) for address in facts.formerly),
        facets=facet_values(record, day),
        placement=(
            Placement(facts.order, facts.menu != "none", facts.introduces or "")
            if isinstance(facts, Page)
            else None
        ),
        original=original_of(record),
        texts=texts,
        drafted=record.drafted,
        checked=pickle.dumps(checks) if checks else b"",
    )


def has_share_image(record: Record) -> bool:
    """Whether a record has a share image of its own: what people send each other does."""
    return record.kind_name in {"stories", "people", "works"}


def _without_consent(record: Record) -> tuple[Showing, ...]:
    return tuple(
        Showing(person.target, picture.file.name, place.line, place.column, place.length)
        for picture, _ in record.pictures
        if not (picture.consent and "portrait" in picture.consent.covers)
        for person in picture.shows
        for place in (person.span,)
    )


def _face(
    record: Record,
    files: Mapping[str, str],
    site: Site,
    code: str,
    cover: PrintSet | None,
    newer: Mapping[str, str],
) -> Face:
    """The record in a language; `newer` has the languages of the originals that have changed since, by language."""
    card = card_of(record, site, site.language(code), cover)
    telling = record.best_telling(site.preference(code))
    named = card.opening.pieces if card.opening else ()
    shared = (card.title, card.life, card.region, card.cover, record.id) if has_share_image(record) else None
    shown = telling.language if telling else ""
    return Face(
        code=code,
        path=card.path,
        shown=shown,
        text=digest(
            files["facts.yaml"], files.get(f"{shown}.md", ""), *([newer[shown]] if shown in newer else [])
        ),
        mark=digest(repr(card)),
        card=pickle.dumps(card, pickle.HIGHEST_PROTOCOL),
        mentions=tuple(piece.target for piece in named if isinstance(piece, Mention)),
        share=digest(repr(shared)) if shared else "",
    )


_GROUPS = [Entry._fields.index(name) for name in ("faces", "negatives", "without_consent", "texts")]
_PLACEMENT = Entry._fields.index("placement")
