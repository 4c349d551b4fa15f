"""The pages that list: each kind's own, and the home page."""

from __future__ import annotations

import re
from itertools import groupby
from typing import Final

from warraq.lang.calendars import common_era_calendar, from_day_number
from warraq.lang.collation import index_anchor, index_key, index_letter
from warraq.lang.date_text import format_date
from warraq.lang.dates import read_date
from warraq.link.library import Library
from warraq.model.kinds import KINDS, Kind
from warraq.model.records import Record
from warraq.model.site import REGION_NAMES, words
from warraq.model.words import N_
from warraq.plan.addresses import home_path, list_path
from warraq.plan.desk import Desk, moment
from warraq.plan.pages import Versions, crumbs, frame
from warraq.plan.sources import source_view
from warraq.plan.views import CountView, GroupView, HomeView, ListView, ShoreView, SourcesView

INTROS: Final[dict[str, str]] = {
    "stories": N_("True stories from documented sources, told in each language by itself."),
    "people": N_("Those who wrote, painted, healed, taught and travelled, in the order of the alphabet."),
    "places": N_("Cities, villages and buildings, with everything that the site tells of them."),
    "works": N_("Books, buildings, crafts and collections."),
    "journeys": N_("Who went from where to where, when, and what came of it."),
    "institutions": N_("Universities, hospitals, schools, museums and libraries."),
    "events": N_("Conferences, exhibitions, fairs and sessions, each with its source."),
    "projects": N_("Joint work of physicians, engineers and scholars, recorded only where a document shows it."),
    "gifts": N_("What was given, by whom and to whom, always with the source that says so."),
    "terms": N_("Words of the crafts, of learning and of travel, each in one line."),
    "sources": N_("The books and documents on which the stories rest."),
}  # fmt: skip


def stories_in_order(library: Library) -> tuple[Record, ...]:
    """The stories as the site reads them: the newest first, those of one day by id."""
    stories = sorted(library.by_kind["stories"], key=lambda story: story.id)
    return tuple(sorted(stories, key=lambda story: story.facts.published, reverse=True))


def list_view(desk: Desk, kind: Kind) -> ListView | SourcesView:
    """The page that lists all records of a kind."""
    path = list_path(kind.name, desk.code)
    here = desk.at(path)
    versions = Versions(lambda code: list_path(kind.name, code), desk.site.codes)
    heading, intro = here.say(kind.many), here.say(INTROS[kind.name])
    shared = {
        **frame(here, versions),
        "title": heading,
        "description": intro,
        "crumbs": crumbs(here),
        "intro": intro,
    }
    records = here.library.by_kind[kind.name]
    if kind.name == "sources":
        in_order = sorted(here.in_order(records), key=lambda r: r.facts.language)
        sources = tuple(source_view(here, record) for record in in_order)
        return SourcesView(**shared, template="pages/sources.html", heading=heading, sources=sources)
    return ListView(
        **shared,
        template=f"pages/{kind.name}.html",
        kind=kind.name,
        heading=heading,
        groups=_groups(here, kind, records),
        count=len(records),
        seed=kind.name,
    )


def _groups(desk: Desk, kind: Kind, records: tuple[Record, ...]) -> tuple[GroupView, ...]:
    if kind.order == "published":
        cards = tuple(desk.card(story) for story in stories_in_order(desk.library))
        return (GroupView(desk.words("", desk.code), "all", cards),) if cards else ()
    if kind.order == "date":
        cards = tuple(desk.card(record) for record in _by_time(desk, records))
        return (GroupView(desk.words("", desk.code), "all", cards),) if cards else ()

    def letter(record: Record) -> str:
        return index_letter(desk.filed_as(record), desk.code)

    groups = []
    filed = sorted(records, key=lambda record: (index_key(desk.filed_as(record), desk.code), record.key))
    for label, same in groupby(filed, key=letter):
        cards = tuple(desk.card(record) for record in same)
        groups.append(GroupView(desk.words(label, desk.code), index_anchor(label, desk.code), cards))
    return tuple(groups)


def _by_time(desk: Desk, records: tuple[Record, ...]) -> tuple[Record, ...]:
    """The earliest first; what has no date stands last, by name."""

    def day(record: Record) -> float:
        date = moment(record)
        return date.first_day if date and date.first_day is not None else float("inf")

    return tuple(sorted(desk.in_order(records), key=day))


def home_view(desk: Desk) -> HomeView:
    """The home page of a language."""
    desk = desk.at(home_path(desk.code))
    facts = desk.site.facts
    stories = stories_in_order(desk.library)
    chosen = desk.library.follow(facts.home.lead) if facts.home.lead else None
    lead = chosen or next(iter(stories), None)
    start = tuple(found for ref in facts.home.start if (found := desk.library.follow(ref)))
    people = desk.in_order(desk.library.by_kind["people"])
    title = words(facts.title, desk.code)
    return HomeView(
        **frame(desk, Versions(home_path, desk.site.codes, gate="/")),
        template="pages/home.html",
        title=title,
        title_parts=tuple(re.split(r"(?<=:)\s", title)),
        description=words(facts.description, desk.code),
        lead=desk.card(lead) if lead else None,
        start=tuple(desk.card(story) for story in start),
        shores=tuple(_shore(desk, name, stories, lead) for name in _from_east(desk)),
        centuries=_centuries(desk),
        names=tuple(desk.link(person) for person in people),
        counts=tuple(
            CountView(kind.name, kind.many, desk.to(list_path(kind.name, desk.code)), len(records))
            for kind in KINDS
            if kind.name != "pages" and (records := desk.library.by_kind[kind.name])
        ),
        seed="home",
    )


def _from_east(desk: Desk) -> tuple[str, ...]:
    """The regions in the order of reading that sets the eastern one at the right hand, as on a map."""
    return (
        ("isfahan", "bridge", "palestine")
        if desk.language.direction == "rtl"
        else ("palestine", "bridge", "isfahan")
    )


def _shore(desk: Desk, name: str, stories: tuple[Record, ...], lead: Record | None) -> ShoreView:
    regions = desk.site.facts.regions or {}
    label = words(regions[name], desk.code) if name in regions else desk.say(REGION_NAMES[name])
    cards = tuple(desk.card(s) for s in stories if s.facts.region == name and s is not lead)
    return ShoreView(name, label, cards)


def _centuries(desk: Desk) -> tuple[GroupView, ...]:
    """What is dated, by century of the common era, which all readers share; the earliest first."""
    dated = []
    for name in ("stories", "people", "works", "journeys", "events", "institutions", "gifts"):
        for record in desk.library.by_kind[name]:
            date = moment(record)
            if date is not None and date.first_day is not None:
                year = from_day_number(date.first_day, common_era_calendar(date.first_day)).year
                # There is no century 0: the first one before the era holds the astronomical years -99 to 0.
                century = (year - 1) // 100 + 1 if year > 0 else -(-year // 100 + 1)
                dated.append((century, date.first_day, record))
    dated.sort(key=lambda item: (item[0], item[1], item[2].key))
    groups = []
    for century, same in groupby(dated, key=lambda item: item[0]):
        label = format_date(read_date({"century": century}), desk.language, others=False)
        cards = tuple(desk.card(record) for _, _, record in same)
        groups.append(GroupView(desk.words(label, desk.code), f"c{century}", cards))
    return tuple(groups)
