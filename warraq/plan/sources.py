"""Sources as a bibliography prints them: each entry in its own language, as a library's catalogue does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from warraq.lang.direction import base_direction
from warraq.lang.language import Digits
from warraq.lang.numbers import localise_digits
from warraq.lang.scripts import language_of
from warraq.model.facts import Source
from warraq.model.records import Record
from warraq.model.values import Ref
from warraq.plan.addresses import record_path
from warraq.plan.desk import Desk
from warraq.plan.views import SourceView, Words


def source_view(desk: Desk, record: Record) -> SourceView:
    """One source with its parts in the order of a citation."""
    known = desk.sources.get(record.key)
    if known is None:
        known = desk.sources[record.key] = _source_from_root(desk, record)
    return replace(known, href=desk.to(known.href))


def _source_from_root(desk: Desk, record: Record) -> SourceView:
    """The source with its address from `/`, the same on all pages of the language."""
    facts: Source = record.facts
    words = desk.furniture.citation_words.get(facts.language) or desk.furniture.citation_words[""]
    title = desk.words(facts.title, facts.language)
    imprint = words.comma.join(part for part in (facts.published_at, facts.publisher) if part)
    translators = (
        words.translated.format(names=words.comma.join(facts.translators)) if facts.translators else ""
    )
    digits = desk.site.language(title.language).digits if title.language in desk.site.codes else "latn"
    numbers = (facts.edition, facts.volume, facts.issue, facts.year, facts.pages)
    parts = (
        facts.container,
        translators,
        imprint,
        *(_localised(number, digits) for number in numbers if number),
    )
    return SourceView(
        href=record_path(record, desk.code),
        language=title.language,
        direction=title.direction,
        authors=words.comma.join(facts.authors or facts.editors),
        title=facts.title,
        after=tuple(_part(part, title) for part in parts if part),
        comma=words.comma,
        kind=facts.type,
    )


def source_views(desk: Desk, refs: Iterable[Ref]) -> tuple[SourceView, ...]:
    """The sources that facts name, those that are public."""
    found = (desk.library.follow(ref) for ref in refs)
    return tuple(source_view(desk, record) for record in found if record is not None)


def _part(text: str, title: Words) -> Words:
    """A part of the entry in the language of its title, unless its letters run the other way."""
    direction = base_direction(text) or title.direction
    if direction == title.direction:
        return Words(text, title.language, direction)
    return Words(text, language_of(text) or "und", direction)


def _localised(number: str, digits: Digits) -> str:
    """A number with the digits of the entry's language, unless it stands among Latin letters (2nd ed.)."""
    return (
        number if any("a" <= letter <= "z" for letter in number.lower()) else localise_digits(number, digits)
    )
