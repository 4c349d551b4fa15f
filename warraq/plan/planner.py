"""What every plan knows: the site, its frames, and how the key of a page is put together."""

from __future__ import annotations

from functools import cached_property
from typing import Protocol

from warraq.editing.kit import Kit
from warraq.fingerprint import digest, mark_of_lines
from warraq.link.library import Library
from warraq.model.addresses import file_of
from warraq.model.site import Site
from warraq.plan.charts import Chart, chart_of
from warraq.plan.chronology import has_timeline
from warraq.plan.furniture import Fittings, Furniture, furniture_of
from warraq.plan.nodes import Node, PageNode, Wanted
from warraq.plan.plain_pages import foot_of
from warraq.plan.search import Found
from warraq.plan.timeline_choice import Timeline
from warraq.plan.topics import has_topics


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

    @property
    def kit(self) -> Kit | None:
        """What the form in the browser is made of, where it was fetched."""

    def closure(self, template: str) -> str: ...


def has_pictures(library: Library) -> bool:
    """Whether the site shows any picture, and so has a page on whose they are."""
    return any(entry.negatives for entry in library.by_key.values())


def has_map(library: Library) -> bool:
    """Whether the site has a map: where the point of any place is known, it does."""
    return any(entry.point for entry in library.by_kind["places"])


def everybody(site: Site) -> str:
    """The code of the language for readers of none of the site's."""
    chosen = site.facts.default_language
    return chosen if chosen in site.codes else site.codes[0]


class Planner:
    """What is planned for: a library, a site and a theme; and the making of the nodes of their pages."""

    def __init__(
        self,
        library: Library,
        site: Site,
        theme: Theme,
        found: Found | None = None,
        earlier: str | None = None,
    ) -> None:
        self.library, self.site, self.theme = library, site, theme
        self.found = found
        """What search is made of; without it the plan leaves search out."""
        self.earlier = earlier
        """The key of the former words that the board for editors shows; without it the plan leaves the board out."""
        furniture: Furniture = furniture_of(site, theme)
        self.shares = furniture.share_images
        foot = foot_of(library)
        self._shared: dict[tuple[str, str], tuple[str, str]] = {}
        """For a template and a language, what is known of the key of their pages: its parts, and its fingerprint."""
        self.frames = {
            code: digest(
                repr(site),
                repr(furniture),
                *(entry.face(code).mark for entry in foot),
                "pictures" if has_pictures(library) else "",
                "topics" if has_topics(library) else "",
                "map" if has_map(library) else "",
                "timeline" if has_timeline(library) else "",
            )
            for code in site.codes
        }

    @cached_property
    def chart(self) -> Chart:
        """What the map shows."""
        return chart_of(self.library)

    def world(self) -> str:
        """The fingerprint of all that pages share: where it is another one, every page may be."""
        words = (self.theme.catalog(code).digest for code in self.site.codes)
        return digest(
            *self.frames.values(),
            *words,
            *(node.key for node in self.theme.nodes),
            self.theme.templates_mark,
            self.theme.kit.mark if self.theme.kit else "",
        )

    @cached_property
    def timeline(self) -> Timeline:
        """What is dated, and what of it each page shows."""
        return Timeline(self.library)

    def page(self, wanted: Wanted, path: str, template: str, origin: str, content: str) -> PageNode:
        """The node of a page whose view is made of what has this fingerprint, and of the frame of all pages."""
        code = wanted.code
        known = self._shared.get((template, code))
        if known is None:
            parts = (self.theme.closure(template), self.theme.catalog(code).digest, self.theme.engine)
            known = " ".join(part[:8] for part in parts), digest(*parts, self.frames[code])
            self._shared[template, code] = known
        names, shared = known
        return PageNode(
            file_of(path),
            mark_of_lines(shared, path, content),
            wanted,
            origin,
            f"{names} {self.frames[code][:4]}{content[:12]}",
        )

    def data(self, wanted: Wanted, path: str, origin: str, marks: list[str]) -> PageNode:
        """The node of a file for machines that speaks in all languages."""
        words = (self.theme.catalog(code).digest for code in self.site.codes)
        key = mark_of_lines(path, self.theme.engine, *words, *self.frames.values(), *marks)
        return PageNode(file_of(path), key, wanted, origin)
