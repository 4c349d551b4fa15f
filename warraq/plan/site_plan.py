"""The whole plan: every page, feed, redirect and drawing of the site as a node with its key.

No view is made here. The key of a page is the fingerprint of what its view is made of, and that is known from the
index alone; so a site of any size is planned in the time that it takes to put its fingerprints together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from warraq.diagnostics import Diagnostics
from warraq.fingerprint import digest, mark_of_lines
from warraq.index.entry import Entry
from warraq.model.addresses import data_path, manifest_path, share_path
from warraq.model.kinds import KIND
from warraq.plan.beside import (
    collection_nodes,
    credits_nodes,
    door_nodes,
    feed_nodes,
    home_nodes,
    list_nodes,
    map_nodes,
    timeline_nodes,
)
from warraq.plan.facing import facing_mark
from warraq.plan.facing_pairs import facing_pairs
from warraq.plan.feeds import robots
from warraq.plan.form import form_nodes
from warraq.plan.galleries import has_own_pages, picture_path
from warraq.plan.hosting import headers
from warraq.plan.index_nodes import facet_nodes, topics_nodes
from warraq.plan.manifests import has_manifest
from warraq.plan.nodes import ArtNode, Node, PageNode, ShareNode, Wanted, collisions, file_node
from warraq.plan.planner import Planner, everybody
from warraq.plan.prints import print_nodes
from warraq.plan.redirects import redirects
from warraq.plan.search import has_page
from warraq.plan.search_nodes import search_nodes
from warraq.plan.sitemaps import sitemap_nodes
from warraq.plan.status import status_nodes
from warraq.plan.surroundings import mark_of


@dataclass(frozen=True, slots=True)
class Plan:
    """Nodes of the site, and what is wrong with them together."""

    nodes: tuple[Node, ...]
    diagnostics: Diagnostics


_BESIDE: Final[tuple[Callable[[Planner], Iterator[Node]], ...]] = (
    home_nodes,
    map_nodes,
    list_nodes,
    facet_nodes,
    topics_nodes,
    credits_nodes,
    collection_nodes,
    timeline_nodes,
    door_nodes,
    feed_nodes,
    sitemap_nodes,
    search_nodes,
    form_nodes,
    status_nodes,
)
"""All that is neither the page of a record nor ornament nor style nor robots.txt, by what makes its nodes."""


class Planning(Planner):
    """The making of plans: nothing is rendered, yet every file has its path and its key."""

    def whole(self) -> Plan:
        """The plan of the whole site."""
        records = [
            node
            for code in self.site.codes
            for entry in self.library.by_key.values()
            for node in self._page_of(entry, code)
        ]
        covers = [_cover_node(entry) for entry in self.library.by_key.values() if entry.cover]
        prints = [node for entry in self.library.by_key.values() for node in print_nodes(entry, self.site)]
        beside = [*self._pages_beside()]
        shares = [
            node
            for code in self.site.codes
            for entry in self.library.by_key.values()
            for node in self._share_of(entry, code)
        ]
        data = [node for entry in self.library.by_key.values() for node in self._data_of(entry)]
        former, notes = redirects(self, {node.path.casefold() for node in (*records, *beside)})
        nodes = (*self.theme.nodes, *covers, *prints, *shares, *records, *data, *beside, *former)
        return Plan(nodes, (*notes, *collisions(nodes)))

    def changed(self, keys: Iterable[str], *, shown_elsewhere: bool) -> Plan:
        """Of the plan of the whole site, what can be another one where nothing but these records is.

        That is to say, where each of them `refers_alike` and the `world` is the same: then no address is new.
        `shown_elsewhere` is false where each `shows_alike` as well, so that of other pages only feeds, search and the
        board for editors show it.
        """
        entries = [entry for key in sorted(keys) if (entry := self.library.by_key.get(key))]
        records: list[Node] = [
            node for code in self.site.codes for entry in entries for node in self._page_of(entry, code)
        ]
        records += [node for entry in entries for node in self._data_of(entry)]
        records += [
            node for code in self.site.codes for entry in entries for node in self._share_of(entry, code)
        ]
        if not shown_elsewhere:
            return Plan((*records, *feed_nodes(self), *search_nodes(self), *status_nodes(self)), ())
        former, _ = redirects(self, set())
        return Plan((*records, *self._pages_beside(), *former), ())

    def page_at(self, path: str) -> PageNode | None:
        """The page that is written to this file, relative to the output folder; None where there is none."""
        address = f"/{path.removesuffix('index.html')}"
        code = path.partition("/")[0]
        if code in self.site.codes:
            for entry in self.library.by_key.values():
                own = entry.face(code).path
                if address == own or (address.startswith(own) and entry.kind_name == "stories"):
                    return next((node for node in self._page_of(entry, code) if node.path == path), None)
        beside = (node for node in self._pages_beside() if isinstance(node, PageNode))
        return next((node for node in beside if node.path == path), None)

    def _pages_beside(self) -> Iterator[Node]:
        """All that is neither the page of a record nor ornament nor style."""
        for nodes in _BESIDE:
            yield from nodes(self)
        yield file_node("robots.txt", robots(self.site).encode(), "robots.txt")
        yield file_node("_headers", headers(self.site).encode(), "_headers")

    def _page_of(self, entry: Entry, code: str) -> Iterator[PageNode]:
        """The page of a record in a language, where it has one."""
        if has_page(entry, code):
            template = f"pages/{KIND[entry.kind_name].template}.html"
            wanted, mark = Wanted("record", code, entry.key), mark_of(self.library, entry, code)
            yield self.page(wanted, entry.face(code).path, template, entry.file, mark)
            for number in range(len(entry.negatives)) if has_own_pages(entry) else ():
                wanted, path = Wanted("picture", code, entry.key, number), picture_path(entry, number, code)
                own = mark_of_lines(mark, str(number))
                yield self.page(wanted, path, "pages/picture.html", entry.file, own)
            for other, path in facing_pairs(entry, code, self.site):
                wanted = Wanted("facing", code, entry.key, address=other)
                words = self.theme.catalog(other).digest
                own = mark_of_lines(facing_mark(self.library, entry, code, other), words)
                yield self.page(wanted, path, "pages/facing.html", entry.file, own)

    def _share_of(self, entry: Entry, code: str) -> Iterator[ShareNode]:
        """The share image of a record in a language, where it has one."""
        face = entry.face(code)
        if self.shares and face.share and has_page(entry, code):
            key = digest("share", self.shares, code, self.theme.catalog(code).digest, face.share)
            path = share_path(entry.key, code)
            yield ShareNode(path.lstrip("/"), key, entry.key, code, entry.file)

    def _data_of(self, entry: Entry) -> Iterator[PageNode]:
        """What is said of a work with pictures in all languages at once: its IIIF manifest, and linked data."""
        if has_manifest(entry):
            marks = [mark_of(self.library, entry, code) for code in self.site.codes]
            code = everybody(self.site)
            yield self.data(Wanted("manifest", code, entry.key), manifest_path(entry.key), entry.file, marks)
            yield self.data(Wanted("data", code, entry.key), data_path(entry.key), entry.file, marks)


def _cover_node(entry: Entry) -> ArtNode:
    if entry.cover is None:
        raise TypeError(entry.key)
    path, key, voice = entry.cover
    values = (("seed", entry.id), ("family", entry.family), ("voice", voice))
    return ArtNode(path, key, "cover", values, entry.file)
