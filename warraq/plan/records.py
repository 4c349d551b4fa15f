"""The pages of people, places, works, journeys, institutions, events, projects, gifts, terms and sources."""

from __future__ import annotations

from warraq.lang.numbers import format_number
from warraq.model.facts import Event, Gift, Journey, Named, Place, Source
from warraq.model.kinds import KINDS
from warraq.model.records import Record
from warraq.model.values import Ref
from warraq.model.words import N_
from warraq.plan.addresses import record_path
from warraq.plan.desk import Desk, region
from warraq.plan.facts import fact_views
from warraq.plan.pages import crumbs, frame, notice, versions_of
from warraq.plan.sources import source_view, source_views
from warraq.plan.stories import credit
from warraq.plan.views import GroupView, RecordView, StepView, TextPageView, ValueView, Words


def record_view(desk: Desk, record: Record) -> RecordView:
    """The page of a record in the desk's language."""
    desk = desk.at(record_path(record, desk.code))
    facts = record.facts
    telling = record.best_telling(desk.preference)
    heading = desk.title(record)
    summary = desk.summary(record)
    label, steps = _steps(desk, record)
    return RecordView(
        **frame(desk, versions_of(desk, record)),
        template=f"pages/{record.kind.template}.html",
        title=heading.text,
        label=desk.say(record.kind.one),
        description=summary.text if summary else f"{desk.say(record.kind.one)}: {heading.text}",
        crumbs=crumbs(desk, record),
        region=region(record),
        kind=record.kind.one,
        heading=heading,
        other_names=_other_names(desk, record),
        transliteration=_transliteration(record),
        life=desk.life(record) if not isinstance(facts, Place) else "",
        summary=summary,
        facts=fact_views(desk, facts),
        text=desk.text(telling) if telling else None,
        author=credit(desk, telling, telling.front.author) if telling else None,
        translator=credit(desk, telling, telling.front.translator) if telling else None,
        notice=notice(desk, telling.language) if telling else None,
        steps_label=label,
        steps=steps,
        citation=source_view(desk, record) if isinstance(facts, Source) else None,
        speaking=_speaking(desk, record),
        sources=source_views(desk, facts.sources),
        ornament="",
        seed=record.id,
    )


def text_page_view(desk: Desk, record: Record) -> TextPageView | None:
    """A plain page, such as the one about the site; None where it has no text."""
    telling = record.best_telling(desk.preference)
    if telling is None:
        return None
    desk = desk.at(record_path(record, desk.code))
    title = telling.front.title or record.id
    summary = telling.front.summary
    return TextPageView(
        **frame(desk, versions_of(desk, record)),
        template="pages/page.html",
        title=title,
        description=telling.front.description or summary or title,
        crumbs=crumbs(desk, record),
        heading=desk.words(title, telling.language),
        summary=desk.words(summary, telling.language) if summary else None,
        text=desk.text(telling),
        notice=notice(desk, telling.language),
        author=credit(desk, telling, telling.front.author),
        translator=credit(desk, telling, telling.front.translator),
        sources=source_views(desk, record.facts.sources),
    )


def _other_names(desk: Desk, record: Record) -> tuple[Words, ...]:
    """The name in the site's other languages, each in its own script."""
    shown = desk.title(record)
    names = dict(record.names.by_language)
    others = (code for code in desk.site.codes if code in names and code != shown.language)
    return tuple(desk.words(names[code], code) for code in others)


def _transliteration(record: Record) -> str | None:
    """The name with the marks of transliteration, where these tell more than the English name does."""
    facts = record.facts
    written = facts.transliteration if isinstance(facts, Named) else None
    return written if written != record.names.find("en") else None


def _speaking(desk: Desk, record: Record) -> tuple[GroupView, ...]:
    """Everything that names this record, grouped by kind in the site's order."""
    groups = []
    for kind in KINDS:
        found = desk.in_order(desk.library.speaking_of(record, kind.name))
        if found:
            cards = tuple(desk.card(other) for other in found)
            groups.append(GroupView(desk.words(desk.say(kind.many), desk.code), kind.name, cards))
    return tuple(groups)


def _steps(desk: Desk, record: Record) -> tuple[str, tuple[StepView, ...]]:
    """The stops of a journey, the items of a programme or the things of a gift, with the phrase that heads them."""
    facts = record.facts
    if isinstance(facts, Journey):
        return N_("The way"), tuple(
            StepView(
                name=_named(desk, stop.place),
                dates=tuple(date for date in (desk.date(stop.arrived), desk.date(stop.left)) if date),
                note=desk.phrase(stop.note),
            )
            for stop in facts.stops
        )
    if isinstance(facts, Event):
        return N_("Programme"), tuple(
            StepView(
                name=ValueView(words=desk.phrase(item.name)),
                dates=tuple(date for date in (desk.date(item.when),) if date),
                people=tuple(_named(desk, speaker) for speaker in item.speakers),
            )
            for item in facts.programme
        )
    if isinstance(facts, Gift):
        return N_("What was given"), tuple(
            StepView(
                name=ValueView(words=desk.phrase(item.what)),
                quantity=format_number(_tidy(item.quantity), desk.language)
                if item.quantity is not None
                else "",
                about=item.about,
                note=desk.phrase(item.unit),
            )
            for item in facts.items
        )
    return "", ()


def _named(desk: Desk, ref: Ref) -> ValueView:
    """A record that is named, linked where it is public; its id stands in where it is not."""
    return desk.value(ref) or ValueView(words=desk.foreign(ref.target))


def _tidy(number: float) -> int | float:
    return int(number) if number == int(number) else number
