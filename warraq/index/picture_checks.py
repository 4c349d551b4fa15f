"""What a picture needs before it may be shown: words for those who do not see it, a name, rights, and consents."""

from __future__ import annotations

from collections.abc import Iterator

from warraq import rules
from warraq.diagnostics import Diagnostic
from warraq.index.prints import slug_of_file
from warraq.model.facts import Person
from warraq.model.pictures import Picture
from warraq.model.records import Record
from warraq.model.rights import FREE_WITHOUT_CREDIT
from warraq.model.site import Site


def check_pictures(record: Record, site: Site) -> Iterator[Diagnostic]:
    """All messages on what a record says of its pictures."""
    yield from _names(record)
    for picture in record.facts.pictures:
        yield from _words(picture, site)
        yield from _rights(picture)
        if _shows_the_living(picture, record) and not _agreed(picture, record):
            yield rules.NO_CONSENT_FOR_PICTURE.at(picture.file.span, name=picture.file.name)


def _names(record: Record) -> Iterator[Diagnostic]:
    """A message for each picture whose page and tiles would lie where those of another one do."""
    taken: dict[str, str] = {}
    for picture in record.facts.pictures:
        name = picture.file.name
        other = taken.setdefault(slug_of_file(name), name)
        if other != name:
            yield rules.NAMES_ALIKE.at(picture.file.span, name=name, other=other)


def _words(picture: Picture, site: Site) -> Iterator[Diagnostic]:
    name, span = picture.file.name, picture.file.span
    if picture.alt and picture.decorative:
        yield rules.ALT_OF_ADORNMENT.at(span, name=name)
    elif picture.alt:
        missing = [code for code in site.codes if picture.alt.find(code) is None]
        if missing:
            yield rules.ALT_MISSING.at(span, name=name, languages=", ".join(missing))
    elif not picture.decorative:
        yield rules.NO_ALT.at(span, name=name)


def _rights(picture: Picture) -> Iterator[Diagnostic]:
    name, span = picture.file.name, picture.file.span
    if picture.rights is None:
        yield rules.NO_RIGHTS.at(span, name=name)
    if picture.credit is None and picture.rights not in FREE_WITHOUT_CREDIT:
        yield rules.NO_CREDIT.at(span, name=name)


def _shows_the_living(picture: Picture, record: Record) -> bool:
    if picture.living is not None:
        return picture.living
    return isinstance(record.facts, Person) and record.facts.living


def _agreed(picture: Picture, record: Record) -> bool:
    own = record.facts.consent if isinstance(record.facts, Person) else None
    return any("portrait" in consent.covers for consent in (picture.consent, own) if consent)
