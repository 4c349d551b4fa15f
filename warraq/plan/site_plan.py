"""The whole plan: every page, feed, redirect and drawing of the site as a node with its key.

No view is made here. The key of a page is the fingerprint of what its view is made of, and that is known from the
index alone; so a site of any size is planned in the time that it takes to put its fingerprints together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from warraq import rules
from warraq.diagnostics import Diagnostic, Diagnostics
from warraq.fingerprint import digest, mark_of_lines
from warraq.index.entry import Entry
from warraq.index.prints import Negative
from warraq.link.library import Library
from warraq.model.addresses import (
    collection_path,
    credits_path,
    data_path,
    feed_path,
    file_of,
    home_path,
    list_path,
    manifest_path,
    search_path,
    share_path,
)
from warraq.model.kinds import KIND, KINDS, Kind
from warraq.model.site import Site
from warraq.model.values import Span
from warraq.plan.doors import doors_mark
from warraq.plan.facing import facing_mark
from warraq.plan.facing_pairs import facing_pairs
from warraq.plan.feeds import SITEMAP_LENGTH, feed_mark, in_feed, robots
from warraq.plan.furniture import Fittings, Furniture, furniture_of
from warraq.plan.galleries import (
    all_pictures,
    credits_mark,
    credits_pages,
    has_own_pages,
    picture_path,
)
from warraq.plan.homes import home_mark, home_of
from warraq.plan.listings import in_list, list_mark, pages_of
from warraq.plan.manifests import has_manifest
from warraq.plan.nodes import ArtNode, KeptNode, Node, PageNode, ShareNode, Wanted, collisions, file_node
from warraq.plan.prints import print_nodes
from warraq.plan.search import (
    Found,
    centuries_of,
    counts_of,
    file_path,
    filter_lines,
    groups_of,
    has_page,
    searched,
    table,
)
from warraq.plan.surroundings import mark_of


class Theme(Fittings, Protocol):
    """What the plan asks of the templates, styles and words: their fingerprints and their addresses."""

    @property
    def engine(self) -> str:
        """A fingerprint of the engine's own code and of the libraries that it prints with."""

    @property
    def nodes(self) -> tuple[Node, ...]:
        """Styles, fonts and icons."""

    @property
    def templates_mark(self) -> str:
        """A fingerprint of all templates."""

    def closure(self, template: str) -> str: ...


@dataclass(frozen=True, slots=True)
class Plan:
    """Nodes of the site, and what is wrong with them together."""

    nodes: tuple[Node, ...]
    diagnostics: Diagnostics


def foot_of(library: Library) -> tuple[Entry, ...]:
    """The plain pages to which the foot of every page leads, in their order."""
    shown = [entry for entry in library.by_kind["pages"] if entry.menu and entry.menu[1]]
    return tuple(sorted(shown, key=lambda entry: (entry.menu, entry.id)))


def has_pictures(library: Library) -> bool:
    """Whether the site shows any picture, and so has a page on whose they are."""
    return any(entry.negatives for entry in library.by_key.values())


def everybody(site: Site) -> str:
    """The code of the language for readers of none of the site's."""
    chosen = site.facts.default_language
    return chosen if chosen in site.codes else site.codes[0]


class Planning:
    """The making of plans: nothing is rendered, yet every file has its path and its key."""

    def __init__(self, library: Library, site: Site, theme: Theme, found: Found | None = None) -> None:
        self.library, self.site, self.theme = library, site, theme
        self.found = found
        """What search is made of; without it the plan leaves search out."""
        furniture: Furniture = furniture_of(site, theme)
        self._shares = furniture.share_images
        foot = foot_of(library)
        self._shared: dict[tuple[str, str], tuple[str, str]] = {}
        """For a template and a language, what is known of the key of their pages: its parts, and its fingerprint."""
        self._frames = {
            code: digest(
                repr(site),
                repr(furniture),
                *(entry.face(code).mark for entry in foot),
                "pictures" if has_pictures(library) else "",
            )
            for code in site.codes
        }

    def world(self) -> str:
        """The fingerprint of all that pages share: where it is another one, every page may be."""
        words = (self.theme.catalog(code).digest for code in self.site.codes)
        return digest(
            *self._frames.values(),
            *words,
            *(node.key for node in self.theme.nodes),
            self.theme.templates_mark,
        )

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
        redirects, notes = self._redirects({node.path.casefold() for node in (*records, *beside)})
        nodes = (*self.theme.nodes, *covers, *prints, *shares, *records, *data, *beside, *redirects)
        return Plan(nodes, (*notes, *collisions(nodes)))

    def changed(self, keys: Iterable[str], *, shown_elsewhere: bool) -> Plan:
        """Of the plan of the whole site, what can be another one where nothing but these records is.

        That is to say, where each of them `refers_alike` and the `world` is the same: then no address is new.
        `shown_elsewhere` is false where each `shows_alike` as well, so that of other pages only feeds show it.
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
            return Plan((*records, *self._feeds(), *self._search()), ())
        redirects, _ = self._redirects(set())
        return Plan((*records, *self._pages_beside(), *redirects), ())

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
        home = home_of(self.library, self.site)
        for code in self.site.codes:
            mark = home_mark(home, code)
            yield self.page(Wanted("home", code), home_path(code), "pages/home.html", "site.yaml", mark)
            for kind in KINDS:
                yield from self._lists(kind, code) if kind.name != "pages" else ()
        yield from self._credits()
        yield from self._collections()
        yield from self._doors()
        yield from self._feeds()
        yield from self._sitemaps()
        yield from self._search()
        yield file_node("robots.txt", robots(self.site).encode(), "robots.txt")

    def page(self, wanted: Wanted, path: str, template: str, origin: str, content: str) -> PageNode:
        """The node of a page whose view is made of what has this fingerprint, and of the frame of all pages."""
        code = wanted.code
        known = self._shared.get((template, code))
        if known is None:
            parts = (self.theme.closure(template), self.theme.catalog(code).digest, self.theme.engine)
            known = " ".join(part[:8] for part in parts), digest(*parts, self._frames[code])
            self._shared[template, code] = known
        names, shared = known
        return PageNode(
            file_of(path),
            mark_of_lines(shared, path, content),
            wanted,
            origin,
            f"{names} {self._frames[code][:4]}{content[:12]}",
        )

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
        if self._shares and face.share and has_page(entry, code):
            key = digest("share", self._shares, code, self.theme.catalog(code).digest, face.share)
            path = share_path(entry.key, code)
            yield ShareNode(path.lstrip("/"), key, entry.key, code, entry.file)

    def _data_of(self, entry: Entry) -> Iterator[PageNode]:
        """What is said of a work with pictures in all languages at once: its IIIF manifest, and linked data."""
        if has_manifest(entry):
            marks = [mark_of(self.library, entry, code) for code in self.site.codes]
            code = everybody(self.site)
            yield self._data(Wanted("manifest", code, entry.key), manifest_path(entry.key), entry.file, marks)
            yield self._data(Wanted("data", code, entry.key), data_path(entry.key), entry.file, marks)

    def _collections(self) -> Iterator[PageNode]:
        """The works that have manifests, for those who gather them."""
        works = [entry for entry in self.library.by_kind["works"] if has_manifest(entry)]
        if works:
            marks = [face.mark for entry in works for face in entry.faces]
            wanted = Wanted("collection", everybody(self.site), "works")
            yield self._data(wanted, collection_path("works"), "content/works", marks)

    def _data(self, wanted: Wanted, path: str, origin: str, marks: list[str]) -> PageNode:
        """The node of a file for machines that speaks in all languages."""
        words = (self.theme.catalog(code).digest for code in self.site.codes)
        key = mark_of_lines(path, self.theme.engine, *words, *self._frames.values(), *marks)
        return PageNode(file_of(path), key, wanted, origin)

    def _credits(self) -> Iterator[PageNode]:
        """The pages that list all pictures with their rights."""
        pictures = all_pictures(self.library)
        for code in self.site.codes if pictures else ():
            for number in range(1, credits_pages(pictures) + 1):
                wanted, path = Wanted("credits", code, number=number), credits_path(code, number)
                mark = credits_mark(pictures, number, code)
                yield self.page(wanted, path, "pages/pictures.html", "pictures", mark)

    def _lists(self, kind: Kind, code: str) -> Iterator[PageNode]:
        """The pages that list all records of a kind."""
        listed = in_list(self.library, kind)
        for number in range(1, pages_of(len(listed)) + 1):
            wanted = Wanted("list", code, kind.name, number)
            path, origin = list_path(kind.name, code, number), f"content/{kind.name}"
            mark = list_mark(listed, kind, number, code)
            yield self.page(wanted, path, f"pages/{kind.name}.html", origin, mark)

    def _doors(self) -> Iterator[PageNode]:
        """The pages outside the languages, which speak in all of them."""
        code = everybody(self.site)
        words = doors_mark(self.site, self.theme.catalog)
        yield self.page(Wanted("gate", code), "/", "pages/gate.html", "site.yaml", words)
        yield self.page(Wanted("not-found", code), "/404.html", "pages/not-found.html", "site.yaml", words)

    def _feeds(self) -> Iterator[PageNode]:
        """A feed for each language."""
        for code in self.site.codes:
            mark = feed_mark(self.library, in_feed(self.library, code), code)
            yield self.page(Wanted("feed", code), feed_path(code), "files/feed.xml", "feed", mark)

    def _search(self) -> Iterator[Node]:
        """The page of search in each language, and the files that it draws on."""
        if self.found is None:
            return
        library, origin = self.library, "search"
        places = library.by_kind["places"]
        lines = filter_lines(library, self.found)
        counts, centuries = repr(counts_of(library)), repr(centuries_of(library))
        all_entries = searched(library, self.site.codes)
        for face, code in enumerate(self.site.codes):
            entries = all_entries[code]
            shards = self.found.shards.get(code, ())
            for number, shard in enumerate(shards):
                path = file_path(code, f"w{number}", shard.key)
                yield KeptNode(path.lstrip("/"), shard.key, origin)
            fixed = digest(
                self.theme.engine, self.theme.catalog(code).digest, repr(self.site.languages), code
            )
            groups = []
            for number, group in enumerate(groups_of(entries)):
                key = mark_of_lines(
                    "cards", self.theme.engine, code, *(entry.faces[face].mark for entry in group)
                )
                groups.append(key)
                wanted = Wanted("search-cards", code, number=number)
                yield PageNode(file_path(code, f"c{number}", key).lstrip("/"), key, wanted, origin)
            names = (entry.faces[face].mark for entry in places)
            filters = mark_of_lines("filters", fixed, *(lines[entry.key] for entry in entries), *names)
            path = file_path(code, "filters", filters).lstrip("/")
            yield PageNode(path, filters, Wanted("search-filters", code), origin)
            say = self.theme.catalog(code).translations.gettext
            content = table(say, entries, shards, groups, filters)
            path = file_path(code, "table", digest(content))
            yield file_node(path.lstrip("/"), content, origin)
            mark, wanted = mark_of_lines(path, counts, centuries), Wanted("search", code, address=path)
            yield self.page(wanted, search_path(code), "pages/search.html", origin, mark)

    def _sitemaps(self) -> Iterator[PageNode]:
        """The sitemap, in one file or in several with an index of them."""
        code = everybody(self.site)
        lists = [str(pages_of(len(self.library.by_kind[kind.name]))) for kind in KINDS]
        addresses = (f"{e.addresses} {e.updated} {_names(e.negatives)}" for e in self.library.by_key.values())
        mark = mark_of_lines(*lists, *addresses)
        count = sitemap_parts(self.library, self.site)
        name = "files/sitemap.xml" if count == 1 else "files/sitemap-index.xml"
        yield self.page(Wanted("sitemap", code), "/sitemap.xml", name, "sitemap", mark)
        for number in range(1, count + 1) if count > 1 else ():
            wanted = Wanted("sitemap-part", code, number=number)
            yield self.page(wanted, sitemap_path(number), "files/sitemap.xml", "sitemap", mark)

    def _redirects(self, taken: set[str]) -> tuple[list[PageNode], Diagnostics]:
        """A page at every former address; a former address that is in use today is refused."""
        found: list[PageNode] = []
        notes: list[Diagnostic] = []
        for entry in self.library.by_key.values():
            for written, *place in entry.formerly:
                steps = written.split("/")
                # `..` would leave the site, and names that begin with a dot are kept for hosts and for ourselves.
                if any(step.startswith(".") for step in steps):
                    notes.append(rules.NOT_AN_ADDRESS.at(Span(entry.file), value=written))
                    continue
                # A last step that names no file is a page, and hosts look for those in a folder.
                address = f"{written}/" if steps[-1] and "." not in steps[-1] else written
                code = steps[1] if steps[1] in self.site.codes else self.site.codes[0]
                if file_of(address).casefold() in taken:
                    notes.append(rules.REDIRECT_TAKEN.at(Span(entry.file, *place), address=address))
                    continue
                wanted = Wanted("redirect", code, entry.key, address=address)
                mark = entry.face(code).mark
                found.append(self.page(wanted, address, "files/redirect.html", entry.file, mark))
        return found, tuple(notes)


def sitemap_path(number: int) -> str:
    """The address of a part of the sitemap."""
    return f"/sitemap-{number}.xml"


def sitemap_parts(library: Library, site: Site) -> int:
    """In how many files the sitemap is."""
    lists = sum(pages_of(len(library.by_kind[name])) for name in KIND if name != "pages") + 1
    lists += credits_pages(all_pictures(library))
    lists += sum(len(entry.negatives) for entry in library.by_kind["works"] if has_own_pages(entry))
    records = sum(len(entry.written_in or site.codes) for entry in library.by_key.values())
    return -(-(1 + lists * len(site.codes) + records) // SITEMAP_LENGTH)


def _names(negatives: tuple[Negative, ...]) -> str:
    return " ".join(negative.name for negative in negatives)


def _cover_node(entry: Entry) -> ArtNode:
    if entry.cover is None:
        raise TypeError(entry.key)
    path, key, voice = entry.cover
    values = (("seed", entry.id), ("family", entry.family), ("voice", voice))
    return ArtNode(path, key, "cover", values, entry.file)
