"""The pages of people, places, works, journeys, institutions, events, projects, gifts, terms and sources."""

from __future__ import annotations

from warraq.index.entry import Entry
from warraq.lang.numbers import format_number
from warraq.model.addresses import manifest_path, timeline_path
from warraq.model.facts import Event, Gift, Journey, Milestone, Named, Person, Place, Source
from warraq.model.kinds import KINDS
from warraq.model.records import Record
from warraq.model.values import Ref
from warraq.model.worded import Words
from warraq.model.words import N_
from warraq.plan.desk import Desk
from warraq.plan.facts import fact_views
from warraq.plan.figures import figures_beside, image, zooms
from warraq.plan.imprints import imprint_of
from warraq.plan.lives import life_line
from warraq.plan.manifests import has_manifest
from warraq.plan.pages import crumbs, frame, notice, share_image_of, versions_of
from warraq.plan.small_maps import small_map
from warraq.plan.sources import source_view, source_views
from warraq.plan.surroundings import Surroundings
from warraq.plan.views import GroupView, RecordView, StepView, TextPageView, ValueView


def record_view(desk: Desk, record: Record, entry: Entry, around: Surroundings) -> RecordView:
    """The page of a record in the desk's language."""
    facts = record.facts
    telling = record.best_telling(desk.preference)
    own = entry.card(desk.code)
    heading, summary = own.title, own.summary
    label, steps = _steps(desk, record, around)
    pictures = figures_beside(desk, telling, around, desk.code)
    text = desk.text(telling, around) if telling else None
    # A text that shows the first picture itself has it where it belongs.
    before, after = around.neighbours()
    has_portrait = bool(pictures) and pictures[0].anchor == own.pictures[0].anchor
    return RecordView(
        **frame(desk, versions_of(desk, entry)),
        template=f"pages/{record.kind.template}.html",
        title=heading.text,
        label=desk.say(record.kind.one),
        description=summary.text if summary else f"{desk.say(record.kind.one)}: {heading.text}",
        crumbs=crumbs(desk, record.kind_name),
        region=own.region,
        kind=record.kind.one,
        heading=heading,
        other_names=_other_names(desk, record, heading),
        transliteration=_transliteration(record),
        life=own.life if not isinstance(facts, Place) else "",
        line=life_line(desk, own, around),
        timeline=_in_timeline(desk, entry) if isinstance(facts, Person | Milestone) else "",
        summary=summary,
        facts=fact_views(desk, facts, around),
        map=small_map(desk, record, own, around),
        portrait=pictures[0] if has_portrait else None,
        cover=image(own.cover, desk.path) if own.cover and not record.files else None,
        cover_source=_named(desk, facts.cover_source, around) if facts.cover_source else None,
        pictures=pictures[1:] if has_portrait else pictures,
        text=text,
        share_image=share_image_of(desk, entry),
        zooms=zooms(pictures, text),
        manifest=desk.to(manifest_path(record.key)) if has_manifest(entry) else "",
        imprint=imprint_of(desk, telling, entry),
        notice=notice(desk, telling.language) if telling else None,
        steps_label=label,
        steps=steps,
        citation=source_view(desk, own) if isinstance(facts, Source) else None,
        speaking=_speaking(desk, around),
        before=desk.card(before) if before else None,
        after=desk.card(after) if after else None,
        sources=source_views(desk, facts.sources, around),
        ornament="",
        seed=record.id,
    )


def _in_timeline(desk: Desk, entry: Entry) -> str:
    """The address of its century in the timeline; empty where it has no date."""
    return f"{desk.to(timeline_path(desk.code))}#c{entry.century}" if entry.century is not None else ""


def text_page_view(desk: Desk, record: Record, entry: Entry, around: Surroundings) -> TextPageView:
    """A plain page, such as the one about the site. LookupError for one without any text, which has no page."""
    telling = record.best_telling(desk.preference)
    if telling is None:
        raise LookupError(record.key)
    title = telling.front.title or record.id
    summary = telling.front.summary
    return TextPageView(
        **frame(desk, versions_of(desk, entry)),
        template="pages/page.html",
        title=title,
        description=telling.front.description or summary or title,
        crumbs=crumbs(desk),
        heading=desk.words(title, telling.language),
        summary=desk.words(summary, telling.language) if summary else None,
        text=(text := desk.text(telling, around)),
        zooms=zooms((), text),
        notice=notice(desk, telling.language),
        imprint=imprint_of(desk, telling, entry),
        sources=source_views(desk, record.facts.sources, around),
    )


def _other_names(desk: Desk, record: Record, shown: Words) -> tuple[Words, ...]:
    """The name in the site's other languages, each in its own script."""
    names = dict(record.names.by_language)
    others = (code for code in desk.site.codes if code in names and code != shown.language)
    return tuple(desk.words(names[code], code) for code in others)


def _transliteration(record: Record) -> str | None:
    """The name with the marks of transliteration, where these tell more than the English name does."""
    facts = record.facts
    written = facts.transliteration if isinstance(facts, Named) else None
    return written if written != record.names.find("en") else None


def _speaking(desk: Desk, around: Surroundings) -> tuple[GroupView, ...]:
    """Everything that names this record, grouped by kind in the site's order."""
    groups = []
    for kind in KINDS:
        cards = tuple(desk.card(other) for other in desk.in_order(around.speaking(kind.name)))
        if cards:
            groups.append(GroupView(desk.words(desk.say(kind.many), desk.code), kind.name, cards))
    return tuple(groups)


def _steps(desk: Desk, record: Record, around: Surroundings) -> tuple[str, tuple[StepView, ...]]:
    """The stops of a journey, the items of a programme or the things of a gift, with the phrase that heads them."""
    facts = record.facts
    if isinstance(facts, Journey):
        return N_("The way"), tuple(
            StepView(
                name=_named(desk, stop.place, around),
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
                people=tuple(_named(desk, speaker, around) for speaker in item.speakers),
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


def _named(desk: Desk, ref: Ref, around: Surroundings) -> ValueView:
    """A record that is named, linked where it is public; its id stands in where it is not."""
    card = around.follow(ref)
    return desk.value(card) if card else ValueView(words=desk.foreign(ref.target))


def _tidy(number: float) -> int | float:
    return int(number) if number == int(number) else number
