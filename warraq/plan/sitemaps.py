"""The nodes of the sitemap."""

from __future__ import annotations

from collections.abc import Iterator

from warraq.fingerprint import mark_of_lines
from warraq.index.prints import Negative
from warraq.link.library import Library
from warraq.model.kinds import KIND, KINDS
from warraq.model.site import Site
from warraq.plan.chronology import has_timeline
from warraq.plan.facet_pages import facet_pages
from warraq.plan.feeds import SITEMAP_LENGTH
from warraq.plan.galleries import all_pictures, credits_pages, has_own_pages
from warraq.plan.listings import pages_of
from warraq.plan.nodes import PageNode, Wanted
from warraq.plan.planner import Planner, everybody, has_map
from warraq.plan.timeline_choice import parts_of
from warraq.plan.topics import has_topics


def sitemap_nodes(planner: Planner) -> Iterator[PageNode]:
    """The sitemap, in one file or in several with an index of them."""
    code = everybody(planner.site)
    lists = [str(pages_of(len(planner.library.by_kind[kind.name]))) for kind in KINDS]
    addresses = (f"{e.addresses} {e.updated} {_names(e.negatives)}" for e in planner.library.by_key.values())
    facets = map(repr, facet_pages(planner.library))
    whole = f"{has_topics(planner.library)} {has_map(planner.library)}"
    timeline = (repr(part) for part in _timeline_pages(planner.library))
    mark = mark_of_lines(*lists, *addresses, *facets, *timeline, whole)
    count = sitemap_parts(planner.library, planner.site)
    name = "files/sitemap.xml" if count == 1 else "files/sitemap-index.xml"
    yield planner.page(Wanted("sitemap", code), "/sitemap.xml", name, "sitemap", mark)
    for number in range(1, count + 1) if count > 1 else ():
        wanted = Wanted("sitemap-part", code, number=number)
        yield planner.page(wanted, sitemap_path(number), "files/sitemap.xml", "sitemap", mark)


def sitemap_path(number: int) -> str:
    """The address of a part of the sitemap."""
    return f"/sitemap-{number}.xml"


def sitemap_parts(library: Library, site: Site) -> int:
    """In how many files the sitemap is."""
    lists = sum(pages_of(len(library.by_kind[name])) for name in KIND if name != "pages") + 1
    lists += has_map(library)
    lists += credits_pages(all_pictures(library))
    lists += sum(1 for _ in facet_pages(library)) + has_topics(library)
    lists += sum(len(entry.negatives) for entry in library.by_kind["works"] if has_own_pages(entry))
    lists += len(_timeline_pages(library))
    records = sum(len(entry.written_in or site.codes) for entry in library.by_key.values())
    return -(-(1 + lists * len(site.codes) + records) // SITEMAP_LENGTH)


def _timeline_pages(library: Library) -> list[tuple[int, int]]:
    """The pages of the timeline by century and number, the first one being of none."""
    return [(0, 1), *parts_of(library)] if has_timeline(library) else []


def _names(negatives: tuple[Negative, ...]) -> str:
    return " ".join(negative.name for negative in negatives)
