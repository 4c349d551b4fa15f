"""The pages that are not those of records: home pages, lists, credits, collections, the timeline, doors and feeds."""

from __future__ import annotations

from collections.abc import Iterator

from warraq.fingerprint import mark_of_lines
from warraq.model.addresses import (
    PLACES_DATA,
    collection_path,
    credits_path,
    feed_path,
    home_path,
    list_path,
    map_path,
    timeline_path,
)
from warraq.model.kinds import KINDS, Kind
from warraq.plan.charts import chart_mark, glimpse_mark
from warraq.plan.chronology import has_timeline
from warraq.plan.doors import doors_mark
from warraq.plan.feeds import feed_mark, in_feed
from warraq.plan.galleries import all_pictures, credits_mark, credits_pages
from warraq.plan.homes import home_mark, home_of
from warraq.plan.listings import list_marks
from warraq.plan.manifests import has_manifest
from warraq.plan.nodes import PageNode, Wanted
from warraq.plan.planner import Planner, everybody
from warraq.plan.timeline_choice import century_mark, parts_of, timeline_mark


def home_nodes(planner: Planner) -> Iterator[PageNode]:
    """The home page in each language."""
    home = home_of(planner.library, planner.site, planner.timeline)
    for code in planner.site.codes:
        mark = mark_of_lines(home_mark(home, code), glimpse_mark(planner.library, planner.chart, code))
        yield planner.page(Wanted("home", code), home_path(code), "pages/home.html", "site.yaml", mark)


def map_nodes(planner: Planner) -> Iterator[PageNode]:
    """The map in each language, and the places as open data."""
    chart = planner.chart
    for code in planner.site.codes if chart.placed else ():
        mark = chart_mark(planner.library, chart, code)
        yield planner.page(Wanted("map", code), map_path(code), "pages/map.html", "content/places", mark)
    places = planner.library.by_kind["places"]
    if chart.placed:
        marks = [face.text for entry in places for face in entry.faces]
        marks += [entry.addresses for entry in places]
        wanted = Wanted("places", everybody(planner.site))
        yield planner.data(wanted, PLACES_DATA, "content/places", marks)


def list_nodes(planner: Planner) -> Iterator[PageNode]:
    """The pages that list all records of each kind."""
    for code in planner.site.codes:
        for kind in KINDS:
            yield from _lists(planner, kind, code) if kind.name != "pages" else ()


def _lists(planner: Planner, kind: Kind, code: str) -> Iterator[PageNode]:
    """The pages that list all records of a kind."""
    for number, mark in enumerate(list_marks(planner.library, kind, code), 1):
        wanted = Wanted("list", code, kind.name, number)
        path, origin = list_path(kind.name, code, number), f"content/{kind.name}"
        yield planner.page(wanted, path, f"pages/{kind.name}.html", origin, mark)


def credits_nodes(planner: Planner) -> Iterator[PageNode]:
    """The pages that list all pictures with their rights."""
    pictures = all_pictures(planner.library)
    for code in planner.site.codes if pictures else ():
        for number in range(1, credits_pages(pictures) + 1):
            wanted, path = Wanted("credits", code, number=number), credits_path(code, number)
            mark = credits_mark(pictures, number, code)
            yield planner.page(wanted, path, "pages/pictures.html", "pictures", mark)


def collection_nodes(planner: Planner) -> Iterator[PageNode]:
    """The works that have manifests, for those who gather them."""
    works = [entry for entry in planner.library.by_kind["works"] if has_manifest(entry)]
    if works:
        marks = [face.mark for entry in works for face in entry.faces]
        wanted = Wanted("collection", everybody(planner.site), "works")
        yield planner.data(wanted, collection_path("works"), "content/works", marks)


def timeline_nodes(planner: Planner) -> Iterator[PageNode]:
    """The timeline, and the pages of its centuries where it is in several."""
    if not has_timeline(planner.library):
        return
    # Its picture ends with the year, so that it is the same the whole year.
    timeline, year = planner.timeline, planner.library.today.year
    for code in planner.site.codes:
        wanted, mark = Wanted("timeline", code), timeline_mark(timeline, code, year)
        yield planner.page(wanted, timeline_path(code), "pages/timeline.html", "timeline", mark)
        for century, number in parts_of(planner.library):
            wanted = Wanted("century", code, str(century), number)
            mark = century_mark(timeline, century, number, code)
            path = timeline_path(code, century, number)
            yield planner.page(wanted, path, "pages/timeline.html", "timeline", mark)


def door_nodes(planner: Planner) -> Iterator[PageNode]:
    """The pages outside the languages, which speak in all of them."""
    code = everybody(planner.site)
    words = doors_mark(planner.site, planner.theme.catalog)
    yield planner.page(Wanted("gate", code), "/", "pages/gate.html", "site.yaml", words)
    yield planner.page(Wanted("not-found", code), "/404.html", "pages/not-found.html", "site.yaml", words)


def feed_nodes(planner: Planner) -> Iterator[PageNode]:
    """A feed for each language."""
    for code in planner.site.codes:
        mark = feed_mark(planner.library, in_feed(planner.library, code), code)
        yield planner.page(Wanted("feed", code), feed_path(code), "files/feed.xml", "feed", mark)
