"""The view of a page that is to be rendered, made from the record and the cards around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import Any

from warraq.index.entry import Entry
from warraq.lang.catalogs import Catalog
from warraq.link.library import Library
from warraq.model.addresses import (
    credits_path,
    facing_path,
    home_path,
    list_path,
    map_path,
    search_path,
    status_path,
    timeline_path,
    topics_path,
)
from warraq.model.kinds import KIND, KINDS
from warraq.model.records import Record
from warraq.model.site import Site
from warraq.plan.charts import Chart, Trip, chart_of, map_view, trips_of
from warraq.plan.chronology import has_timeline
from warraq.plan.desk import Desk
from warraq.plan.doors import gate_view, not_found_view, redirect_view
from warraq.plan.facet_pages import FacetPage, facet_pages, facet_view, value_view
from warraq.plan.facing import facing_view
from warraq.plan.feeds import (
    SITEMAP_LENGTH,
    feed_view,
    in_feed,
    sitemap_entries,
    sitemap_index_view,
    sitemap_view,
)
from warraq.plan.form import form_view
from warraq.plan.furniture import furniture_of
from warraq.plan.galleries import (
    Shown,
    all_pictures,
    credits_pages,
    credits_view,
    has_own_pages,
    picture_path,
    picture_view,
)
from warraq.plan.homes import home_of, home_view
from warraq.plan.linked_data import linked_data_view
from warraq.plan.listings import list_view, pages_of
from warraq.plan.machine_views import SitemapEntry, View
from warraq.plan.manifests import collection_view, has_manifest, manifest_view
from warraq.plan.nodes import Wanted
from warraq.plan.open_places import places_data
from warraq.plan.pages import Versions, versions_of
from warraq.plan.plain_pages import foot_of
from warraq.plan.planner import Theme, everybody, has_map, has_pictures
from warraq.plan.records import record_view, text_page_view
from warraq.plan.search import cards_view, filters_view, groups_of, has_page, search_view, searched
from warraq.plan.sharing import ShareView, share_view
from warraq.plan.sitemaps import sitemap_parts, sitemap_path
from warraq.plan.status import Earlier, status_view
from warraq.plan.stories import story_view
from warraq.plan.surroundings import Cards, Surroundings, surroundings_of
from warraq.plan.timeline_choice import Timeline, parts_of
from warraq.plan.timelines import century_view, timeline_view
from warraq.plan.tongues import Tongues
from warraq.plan.topics import has_topics, topics_view

Fetch = Callable[[Entry], Record]
"""The record of an entry."""


class Viewing:
    """Makes views; one for each process that renders."""

    def __init__(
        self, library: Library, site: Site, theme: Theme, fetch: Fetch, earlier: Callable[[str], Earlier]
    ) -> None:
        """`earlier` gives the former words of passages that are kept under a key."""
        self._library, self._site, self._theme, self._fetch = library, site, theme, fetch
        self._earlier = earlier
        self._cards = {code: Cards(library, code) for code in site.codes}
        furniture, foot = furniture_of(site, theme), foot_of(library)
        self._desks = {
            language.code: Desk(
                site,
                language,
                theme.catalog(language.code),
                furniture,
                tuple(self._cards[language.code].of(entry.key) for entry in foot),
                has_pictures(library),
                has_topics(library),
                has_map(library),
                has_timeline(library),
            )
            for language in site.languages
        }

    def view(self, wanted: Wanted) -> View:
        """The view that a page shows."""
        desk, cards = self._desks[wanted.code], self._cards[wanted.code]
        match wanted.what:
            case "record":
                return self._record_view(desk, self._library.by_key[wanted.of])
            case "picture":
                return self._picture_view(desk, self._library.by_key[wanted.of], wanted.number)
            case "facing":
                return self._facing_view(desk, self._desks[wanted.address], self._library.by_key[wanted.of])
            case "credits":
                there = desk.at(credits_path(desk.code, wanted.number))
                return credits_view(there, self._pictures, wanted.number, cards)
            case "manifest":
                return manifest_view(self._tongues(self._library.by_key[wanted.of]))
            case "data":
                return linked_data_view(self._tongues(self._library.by_key[wanted.of]))
            case "collection":
                works = [entry for entry in self._library.by_kind[wanted.of] if has_manifest(entry)]
                return collection_view(self._desks, wanted.of, works)
            case "list":
                kind, number = KIND[wanted.of], wanted.number
                there = desk.at(list_path(kind.name, desk.code, number))
                return list_view(there, kind, number, cards)
            case "facet" | "value":
                page = FacetPage(wanted.of, wanted.address, wanted.number)
                holding, there = self._library.holdings[page.facet], desk.at(page.path(desk.code))
                if page.value:
                    return value_view(there, holding, page.value, page.number, cards)
                return facet_view(there, holding, page.number, cards)
            case "topics":
                return topics_view(desk.at(topics_path(desk.code)), cards)
            case "home":
                home = home_of(self._library, self._site, self._timeline)
                return home_view(desk.at(home_path(desk.code)), home, self._chart, self._trips(cards), cards)
            case "map":
                return map_view(desk.at(map_path(desk.code)), self._chart, self._trips(cards), cards)
            case "places":
                places = self._library.by_kind["places"]
                return places_data(self._desks, self._library, places, self._fetch)
            case "search":
                return search_view(desk.at(search_path(desk.code)), wanted.address, cards)
            case "search-cards":
                return cards_view(desk, self._search_groups[desk.code][wanted.number], cards)
            case "search-filters":
                entries = [entry for group in self._search_groups[desk.code] for entry in group]
                return filters_view(desk, self._library, entries, cards)
            case "timeline":
                there = desk.at(timeline_path(desk.code))
                return timeline_view(there, self._timeline, self._library.today.year, cards)
            case "century":
                century, number = int(wanted.of), wanted.number
                there = desk.at(timeline_path(desk.code, century, number))
                return century_view(there, self._timeline, century, number, cards)
            case "form":
                return form_view(self._library, self._site, self._theme, cards)
            case "status":
                there, earlier = desk.at(status_path(wanted.number)), self._earlier(wanted.address)
                return status_view(there, self._library, wanted.number, cards, self._fetch, earlier)
            case "gate":
                return gate_view(desk, self._catalog)
            case "not-found":
                return not_found_view(desk, self._catalog)
            case "feed":
                return self._feed_view(desk)
            case "redirect":
                card = cards.of(wanted.of)
                return redirect_view(desk, wanted.address, card.path, card.title.text)
            case "sitemap":
                parts = sitemap_parts(self._library, self._site)
                if parts == 1:
                    return sitemap_view(desk, "/sitemap.xml", self._sitemap)
                return sitemap_index_view(desk, map(sitemap_path, range(1, parts + 1)))
            case "sitemap-part":
                first = (wanted.number - 1) * SITEMAP_LENGTH
                shown = self._sitemap[first : first + SITEMAP_LENGTH]
                return sitemap_view(desk, sitemap_path(wanted.number), shown)

    def _record_view(self, desk: Desk, entry: Entry) -> View:
        shown = entry.face(desk.code).shown
        # The page is known by its facts, the text that it shows, and the cards: so its view sees nothing else.
        whole = self._fetch(entry)
        record = replace(whole, tellings=tuple(t for t in whole.tellings if t.language == shown))
        around = self._around(entry, desk.code)
        desk = desk.at(entry.face(desk.code).path)
        if entry.kind_name == "stories":
            return story_view(desk, record, entry, around)
        if entry.kind_name == "pages":
            return text_page_view(desk, record, entry, around)
        return record_view(desk, record, entry, around)

    def _picture_view(self, desk: Desk, entry: Entry, number: int) -> View:
        there = desk.at(picture_path(entry, number, desk.code))
        return picture_view(there, self._fetch(entry), entry, number, self._around(entry, desk.code))

    def _facing_view(self, desk: Desk, other: Desk, entry: Entry) -> View:
        whole, codes = self._fetch(entry), (desk.code, other.code)
        record = replace(whole, tellings=tuple(t for t in whole.tellings if t.language in codes))
        path = facing_path(entry.face(desk.code).path, other.code)
        # Neither what names the story nor what is read before, after or with it is shown here.
        alone: dict[str, Any] = {"speakers": (), "before": "", "next": "", "next_named": {}, "related": ()}
        around = {code: replace(self._around(entry, code), **alone) for code in codes}
        return facing_view((desk.at(path), other.at(path)), record, entry, around)

    def share_view(self, key: str, code: str) -> ShareView:
        """What the share image of a record in a language says."""
        return share_view(self._desks[code], self._library.by_key[key])

    def _tongues(self, entry: Entry) -> Tongues:
        around = {code: self._around(entry, code) for code in self._site.codes}
        return Tongues(self._fetch(entry), entry, self._desks, around)

    @cached_property
    def _chart(self) -> Chart:
        return chart_of(self._library)

    def _trips(self, cards: Cards) -> tuple[Trip, ...]:
        return trips_of(self._library, self._chart.journeys, cards, self._fetch)

    @cached_property
    def _search_groups(self) -> Mapping[str, Sequence[Sequence[Entry]]]:
        found = searched(self._library, self._site.codes)
        return {code: [*groups_of(entries)] for code, entries in found.items()}

    @cached_property
    def _timeline(self) -> Timeline:
        return Timeline(self._library)

    @cached_property
    def _pictures(self) -> tuple[Shown, ...]:
        return all_pictures(self._library)

    def _feed_view(self, desk: Desk) -> View:
        stories = in_feed(self._library, desk.code)
        told = [(self._fetch(story), self._around(story, desk.code)) for story in stories]
        return feed_view(desk, told, [story.face(desk.code).path for story in stories])

    def _around(self, entry: Entry, code: str) -> Surroundings:
        return surroundings_of(self._library, entry, code, self._cards)

    def _catalog(self, code: str) -> Catalog:
        return self._theme.catalog(code)

    @cached_property
    def _sitemap(self) -> tuple[SitemapEntry, ...]:
        desk = self._desks[everybody(self._site)]
        return sitemap_entries(desk, self._to_be_found(desk))

    def _to_be_found(self, desk: Desk) -> Iterator[tuple[Versions, str]]:
        codes = self._site.codes
        yield Versions(home_path, codes, gate="/"), ""
        if has_map(self._library):
            yield Versions(map_path, codes), ""
        for kind in KINDS:
            records = self._library.by_kind[kind.name]
            for number in range(1, pages_of(len(records)) + 1) if kind.name != "pages" else ():
                yield Versions(partial(_list_path, kind.name, number), codes), ""
            for entry in records:
                if has_page(entry, desk.code):
                    yield versions_of(desk, entry), entry.updated
                for number in range(len(entry.negatives)) if has_own_pages(entry) else ():
                    yield Versions(partial(picture_path, entry, number), codes), ""
        for page in facet_pages(self._library):
            yield Versions(page.path, codes), ""
        if has_topics(self._library):
            yield Versions(topics_path, codes), ""
        for number in range(1, credits_pages(self._pictures) + 1):
            yield Versions(partial(_credits_path, number), codes), ""
        if has_timeline(self._library):
            yield Versions(timeline_path, codes), ""
        for century, number in parts_of(self._library):
            yield Versions(partial(_century_path, century, number), codes), ""


def _credits_path(number: int, code: str) -> str:
    return credits_path(code, number)


def _century_path(century: int, number: int, code: str) -> str:
    return timeline_path(code, century, number)


def _list_path(kind: str, number: int, code: str) -> str:
    return list_path(kind, code, number)
