"""The whole plan: every page, feed, redirect and drawing of the site as a node with its key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any, Protocol

from warraq import rules
from warraq.diagnostics import Diagnostic, Diagnostics
from warraq.fingerprint import digest
from warraq.lang.catalogs import Catalog
from warraq.link.library import Library
from warraq.model.kinds import KINDS
from warraq.model.records import Record
from warraq.model.site import Site
from warraq.model.text import MarkupWords
from warraq.model.words import N_
from warraq.plan.addresses import file_of, record_path
from warraq.plan.desk import Desk
from warraq.plan.doors import gate_view, not_found_view, redirect_view
from warraq.plan.feeds import feed_view, robots, sitemap_view
from warraq.plan.furniture import CitationWords, Furniture
from warraq.plan.listings import home_view, list_view, stories_in_order
from warraq.plan.machine_views import View
from warraq.plan.nodes import ArtNode, Node, PageNode, collisions, file_node
from warraq.plan.records import record_view, text_page_view
from warraq.plan.stories import story_view
from warraq.plan.views import PageView


class Theme(Protocol):
    """What the plan asks of the templates, styles and words: their fingerprints and their addresses."""

    @property
    def engine(self) -> str:
        """A fingerprint of the engine's own code and of the libraries that it prints with."""

    @property
    def nodes(self) -> tuple[Node, ...]:
        """Styles, fonts and icons."""

    @property
    def styles(self) -> tuple[str, ...]: ...
    @property
    def scripts(self) -> tuple[str, ...]: ...
    @property
    def icon(self) -> str: ...
    @property
    def touch_icon(self) -> str: ...
    @property
    def share_image(self) -> str: ...
    def font(self, name: str) -> str: ...
    def closure(self, template: str) -> str: ...
    def catalog(self, code: str) -> Catalog: ...
    def cover(self, record: Record, family: str) -> ArtNode: ...
    def family(self, record: Record) -> str: ...


@dataclass(frozen=True, slots=True)
class Plan:
    """All nodes of the site in the order in which they are to be written, and what is wrong with them together."""

    nodes: tuple[Node, ...]
    diagnostics: Diagnostics


def plan_site(library: Library, site: Site, theme: Theme) -> Plan:
    """The plan of the site: nothing is rendered, yet every file has its path and its key."""
    stories = stories_in_order(library)
    covers = {story.key: theme.cover(story, theme.family(story)) for story in stories}
    furniture = _furniture(site, theme, {key: f"/{node.path}" for key, node in covers.items()})
    desks = tuple(
        Desk(site, library, language, theme.catalog(language.code), furniture) for language in site.languages
    )

    pages: list[PageNode] = []
    for desk in desks:
        for view, origin in _views(desk, stories, theme):
            pages.append(_page(theme, view, origin))
    everybody = next((d for d in desks if d.code == site.facts.default_language), desks[0])
    pages.append(_page(theme, gate_view(everybody, theme.catalog), "site.yaml"))
    pages.append(_page(theme, not_found_view(everybody, theme.catalog), "site.yaml"))

    # The sitemap lists the pages, so it comes after all of them.
    views = (page.view for page in pages)
    sitemap = sitemap_view(everybody, (view for view in views if isinstance(view, PageView)))
    machines = [_page(theme, feed_view(desk), "feed") for desk in desks] + [_page(theme, sitemap, "sitemap")]
    text = file_node("robots.txt", robots(everybody).encode(), "robots.txt")

    redirects, notes = _redirects(desks, theme, {page.path.casefold() for page in pages})
    nodes = (*theme.nodes, *covers.values(), *pages, *redirects, *machines, text)
    return Plan(nodes, (*notes, *collisions(nodes)))


def _views(desk: Desk, stories: tuple[Record, ...], theme: Theme) -> Iterator[tuple[PageView, str]]:
    """Every page of one language with the file that it comes from."""
    following = (
        dict(zip((s.key for s in stories), (*stories[1:], *stories[:1]), strict=True))
        if len(stories) > 1
        else {}
    )
    yield home_view(desk), "site.yaml"
    for kind in KINDS:
        if kind.name != "pages":
            yield list_view(desk, kind), f"content/{kind.name}"
        for record in desk.library.by_kind[kind.name]:
            view: PageView | None
            if kind.name == "stories":
                view = story_view(desk, record, following.get(record.key), theme.family(record))
            elif kind.name == "pages":
                view = text_page_view(desk, record)
            else:
                view = record_view(desk, record)
            if view is not None:
                yield view, record.span.file


def _page(theme: Theme, view: View, origin: str) -> PageNode:
    parts = (
        theme.closure(view.template),
        theme.catalog(view.language.code).digest,
        theme.engine,
        digest(repr(view)),
    )
    return PageNode(file_of(view.path), digest(*parts), view, origin, " ".join(part[:8] for part in parts))


def _furniture(site: Site, theme: Theme, covers: dict[str, str]) -> Furniture:
    return Furniture(
        styles=theme.styles,
        scripts=theme.scripts,
        fonts={code: tuple(theme.font(name) for name in names) for code, names in site.fonts},
        icon=theme.icon,
        touch_icon=theme.touch_icon,
        share_image=theme.share_image,
        covers=covers,
        markup_words={code: _markup_words(theme.catalog(code)) for code in site.codes},
        citation_words={code: _citation_words(theme.catalog(code)) for code in (*site.codes, "")},
    )


_MARKUP_PHRASES = {
    "notes": N_("Notes"),
    "note": N_("Note {number}"),
    "back": N_("Back to the text, note {number}"),
    "table": N_("Table {number}"),
}


def _markup_words(catalog: Catalog) -> MarkupWords:
    say: Any = catalog.translations.gettext
    return MarkupWords(**{field.name: say(_MARKUP_PHRASES[field.name]) for field in fields(MarkupWords)})


def _citation_words(catalog: Catalog) -> CitationWords:
    say: Any = catalog.translations.gettext
    return CitationWords(comma=f"{say(N_(','))} ", translated=say(N_("translated by {names}")))


def _redirects(desks: tuple[Desk, ...], theme: Theme, taken: set[str]) -> tuple[list[PageNode], Diagnostics]:
    """A page at every former address; a former address that is in use today is refused."""
    found: list[PageNode] = []
    notes: list[Diagnostic] = []
    codes = {desk.code: desk for desk in desks}
    for records in desks[0].library.by_kind.values():
        for record in records:
            for written in record.facts.formerly:
                steps = written.split("/")
                # `..` would leave the site, and names that begin with a dot are kept for hosts and for ourselves.
                if any(step.startswith(".") for step in steps):
                    notes.append(rules.NOT_AN_ADDRESS.at(record.span, value=written))
                    continue
                # A last step that names no file is a page, and hosts look for those in a folder.
                address = f"{written}/" if steps[-1] and "." not in steps[-1] else written
                code = steps[1] if steps[1] in codes else desks[0].code
                desk = codes[code]
                if file_of(address).casefold() in taken:
                    notes.append(rules.REDIRECT_TAKEN.at(record.place("formerly"), address=address))
                    continue
                view = redirect_view(desk, address, record_path(record, code), desk.title(record).text)
                found.append(_page(theme, view, record.span.file))
    return found, tuple(notes)
