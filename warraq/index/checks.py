"""What must hold of a record as a whole, beyond what each field can say of itself."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from typing import Any

from warraq import art, rules
from warraq.diagnostics import Diagnostic, Diagnostics, Word
from warraq.index.facing_checks import check_facing
from warraq.index.picture_checks import check_pictures
from warraq.index.text_status import TextStatus
from warraq.index.translation_checks import check_translations
from warraq.lang.dates import HistoricDate
from warraq.lang.double_dates import contradicting
from warraq.lang.lint.names import foreign_letters
from warraq.model.declaring import Part
from warraq.model.facts import Event, Gift, Institution, Journey, Milestone, Named, Person, Project, Story
from warraq.model.records import Record
from warraq.model.site import Site


def check(record: Record, site: Site, texts: Sequence[TextStatus]) -> Diagnostics:
    """All messages on what a record says; `texts` is how it stands with those of which there is more to say."""
    notes = [
        *_texts(record, site),
        *_names(record, site),
        *_romanisation(record, site),
        *_order_of_dates(record),
        *_equivalents(record),
        *_duties(record, site),
        *_ornament(record),
        *check_pictures(record, site),
        *check_facing(record, site),
        *check_translations(record, site, texts),
    ]
    return tuple(notes)


def _ornament(record: Record) -> Iterator[Diagnostic]:
    known = art.families()
    if record.facts.cover not in {None, *known}:
        place = record.place("cover")
        yield rules.UNKNOWN_COVER.at(place, value=record.facts.cover, known=", ".join(known))


def _texts(record: Record, site: Site) -> Iterator[Diagnostic]:
    needs_text = record.kind_name in {"stories", "pages"}
    # A text that could not be read is there all the same: it has its own message. So is one that is a draft.
    written = {*record.written_in, *record.unread, *record.drafted}
    # Whoever begins a draft with its facts must be able to see it before a word is written.
    if needs_text and not written and not record.facts.draft:
        example = f"{site.codes[0]}.md"
        yield rules.NO_TEXT.at(record.span, kind=Word(record.kind.one), example=example)
    for telling in record.tellings:
        if needs_text and not telling.front.title:
            yield rules.NO_TITLE.at(telling.span)
        if needs_text and not telling.front.summary:
            yield rules.NO_SUMMARY.at(telling.span)
    missing = [code for code in site.codes if code not in written]
    if written and missing:
        yield rules.NOT_TRANSLATED.at(record.span, languages=", ".join(missing))


def _names(record: Record, site: Site) -> Iterator[Diagnostic]:
    facts = record.facts
    if isinstance(facts, Named):
        missing = [code for code in site.codes if facts.name.find(code) is None]
        if missing:
            yield rules.NAME_MISSING.at(record.place("name"), languages=", ".join(missing))


def _romanisation(record: Record, site: Site) -> Iterator[Diagnostic]:
    facts, system = record.facts, site.facts.writing.romanisation
    name = facts.transliteration if isinstance(facts, Named) else None
    if name and (letters := foreign_letters(name, system)):
        place = record.place("transliteration")
        yield rules.STRANGE_LETTERS.at(place, found=name, letters=" ".join(letters), system=system)


def _order_of_dates(record: Record) -> Iterator[Diagnostic]:
    facts = record.facts
    pairs: list[tuple[HistoricDate | None, HistoricDate | None, str]] = []
    if isinstance(facts, Person):
        pairs.append((facts.born, facts.died, "died"))
    if isinstance(facts, Institution):
        pairs.append((facts.founded, facts.closed, "closed"))
    if isinstance(facts, Journey | Project):
        pairs.append((facts.begins, facts.ends, "ends"))
    if isinstance(facts, Event):
        pairs.append((facts.starts, facts.ends, "ends"))
    for first, last, field in pairs:
        if first is None or last is None or first.first_day is None or last.last_day is None:
            continue
        if last.last_day < first.first_day:
            yield rules.BACKWARDS.at(record.place(field), first=first.value, last=last.value)


def _equivalents(record: Record) -> Iterator[Diagnostic]:
    """Of the dates of the record, also those within its parts, the ones that their equivalents contradict."""
    for field, value in _facts_of(record.facts):
        for date in _dates_in(value):
            other = contradicting(date)
            if other is not None:
                yield rules.TIMES_DIFFER.at(record.place(field), value=_shown(date), other=_shown(other))


def _dates_in(value: Any) -> Iterator[HistoricDate]:
    if isinstance(value, HistoricDate):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _dates_in(item)
    elif isinstance(value, Part):
        for _, inner in _facts_of(value):
            yield from _dates_in(inner)


def _facts_of(facts: Any) -> Iterator[tuple[str, Any]]:
    return ((field.name, getattr(facts, field.name)) for field in dataclasses.fields(facts))


def _shown(date: HistoricDate) -> str:
    mark = {"islamic": " AH", "persian": " SH"}.get(date.calendar, "")
    return f"{date.value.lstrip('0')}{mark}"


def _duties(record: Record, site: Site) -> Iterator[Diagnostic]:
    """What the editorial policy demands of a record before it may be shown."""
    facts = record.facts
    if isinstance(facts, Person) and facts.living and facts.consent is None:
        yield rules.NO_CONSENT.at(record.place("living"))
    if isinstance(facts, Gift | Milestone) and not facts.sources:
        yield rules.NO_SOURCE.at(record.span)
    if isinstance(facts, Story):
        if facts.original not in site.codes:
            yield rules.UNKNOWN_LANGUAGE.at(
                record.place("original"), code=facts.original, known=", ".join(site.codes)
            )
        elif (
            (record.tellings or record.drafted)
            and record.telling(facts.original) is None
            and facts.original not in (*record.unread, *record.drafted)
        ):
            yield rules.NO_ORIGINAL.at(record.place("original"), code=facts.original)
        for telling in record.tellings:
            front = telling.front
            somebody = front.translator or front.author or front.machine_translation is not None
            if telling.language != facts.original and not somebody:
                yield rules.NO_TRANSLATOR.at(telling.span)
