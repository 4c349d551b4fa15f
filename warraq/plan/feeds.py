"""Files for machines: a feed for each language, the sitemap, and the word to robots."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from urllib.parse import urlsplit

from warraq.fingerprint import digest
from warraq.index.entry import Entry
from warraq.link.library import Library
from warraq.model.addresses import feed_path, home_path
from warraq.model.records import Record
from warraq.model.site import Site, words
from warraq.plan.desk import Desk
from warraq.plan.machine_views import EntryView, FeedView, SitemapEntry, SitemapIndexView, SitemapView
from warraq.plan.pages import Versions, absolute, alternates
from warraq.plan.surroundings import Surroundings, text_marks

FEED_LENGTH = 20

SITEMAP_LENGTH = 5000
"""Addresses in one file of the sitemap: its protocol allows 50,000, and fewer are quicker to make again."""


def in_feed(library: Library, code: str) -> tuple[Entry, ...]:
    """The newest stories that are written in a language."""
    return tuple(islice((story for story in library.stories if code in story.written_in), FEED_LENGTH))


def feed_mark(library: Library, stories: Sequence[Entry], code: str) -> str:
    """The fingerprint of what a feed holds."""
    own = (f"{story.face(code).text} {story.face(code).path}" for story in stories)
    named = (mark for story in stories for mark in text_marks(library, story, code))
    return digest("\n".join((*own, *named)))


def feed_view(desk: Desk, stories: Iterable[tuple[Record, Surroundings]], paths: Sequence[str]) -> FeedView:
    """The Atom feed of a language: these stories, which are written in it and live at these paths, whole."""
    facts = desk.site.facts
    path = feed_path(desk.code)
    entries: list[EntryView] = []
    for (story, around), address in zip(stories, paths, strict=True):
        telling = story.telling(desk.code)
        if telling is None:
            raise LookupError(story.key)
        published = f"{story.facts.published.isoformat()}T00:00:00Z"
        updated = f"{story.facts.updated.isoformat()}T00:00:00Z" if story.facts.updated else published
        entries.append(
            EntryView(
                id=_tag(desk, story.facts.published.isoformat(), address),
                href=absolute(desk, address),
                title=telling.front.title or story.id,
                summary=telling.front.summary or "",
                author=telling.front.author or words(facts.title, desk.code),
                published=published,
                updated=updated,
                text=desk.at(address).text(telling, around),
                translator=telling.front.translator or "",
                by_machine=telling.front.machine_translation is not None,
            )
        )
    newest = max((entry.updated for entry in entries), default="1970-01-01T00:00:00Z")
    return FeedView(
        template="files/feed.xml",
        path=path,
        language=desk.language,
        id=absolute(desk, home_path(desk.code)),
        title=words(facts.title, desk.code),
        subtitle=words(facts.tagline, desk.code),
        home=absolute(desk, home_path(desk.code)),
        canonical=absolute(desk, path),
        updated=newest,
        entries=tuple(entries),
    )


def _tag(desk: Desk, day: str, path: str) -> str:
    """An id that outlives a change of address (RFC 4151)."""
    return f"tag:{urlsplit(desk.site.base_url).hostname},{day}:{path}"


def sitemap_entries(desk: Desk, pages: Iterable[tuple[Versions, str]]) -> tuple[SitemapEntry, ...]:
    """All pages that are to be found, from their versions and the day of their last change; in order of address."""
    homes = Versions(home_path, desk.site.codes, gate="/")
    found = [SitemapEntry(absolute(desk, "/"), alternates(desk, homes, desk.site.codes), None)]
    for versions, changed in pages:
        others = alternates(desk, versions, versions.written)
        for code in versions.written:
            found.append(SitemapEntry(absolute(desk, versions.path(code)), others, changed or None))
    return tuple(sorted(found, key=lambda entry: entry.href))


def sitemap_view(desk: Desk, path: str, entries: tuple[SitemapEntry, ...]) -> SitemapView:
    """Pages that are to be found, each with its language versions."""
    return SitemapView(template="files/sitemap.xml", path=path, language=desk.language, entries=entries)


def sitemap_index_view(desk: Desk, paths: Iterable[str]) -> SitemapIndexView:
    """Where the parts of a long sitemap are."""
    return SitemapIndexView(
        template="files/sitemap-index.xml",
        path="/sitemap.xml",
        language=desk.language,
        hrefs=tuple(absolute(desk, path) for path in paths),
    )


def robots(site: Site) -> str:
    """The text of robots.txt: everybody is welcome."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site.base_url}/sitemap.xml\n"
