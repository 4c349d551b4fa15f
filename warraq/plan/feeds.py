"""Files for machines: a feed for each language, the sitemap, and the word to robots."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from warraq.model.site import words
from warraq.plan.addresses import feed_path, home_path, record_path
from warraq.plan.desk import Desk
from warraq.plan.listings import stories_in_order
from warraq.plan.machine_views import EntryView, FeedView, SitemapEntry, SitemapView
from warraq.plan.pages import absolute, versions_of
from warraq.plan.views import PageView

FEED_LENGTH = 20


def feed_view(desk: Desk) -> FeedView:
    """The Atom feed of a language: the newest stories that are written in it, whole."""
    facts = desk.site.facts
    path = feed_path(desk.code)
    desk = desk.at(path)
    entries: list[EntryView] = []
    for story in stories_in_order(desk.library):
        telling = story.telling(desk.code)
        if telling is None or not telling.body.strip() or len(entries) == FEED_LENGTH:
            continue
        address = record_path(story, desk.code)
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
                text=desk.at(address).text(telling),
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


def sitemap_view(desk: Desk, pages: Iterable[PageView]) -> SitemapView:
    """All pages that are to be found, each with its language versions."""
    changed = {
        absolute(desk, record_path(story, code)): (story.facts.updated or story.facts.published).isoformat()
        for story in desk.library.by_kind["stories"]
        for code in versions_of(desk, story).written
    }
    entries = (
        SitemapEntry(page.canonical, page.alternates, changed.get(page.canonical))
        for page in pages
        if page.indexed and page.alternates
    )
    ordered = tuple(sorted(entries, key=lambda entry: entry.href))
    return SitemapView(
        template="files/sitemap.xml", path="/sitemap.xml", language=desk.language, entries=ordered
    )


def robots(desk: Desk) -> str:
    """The text of robots.txt: everybody is welcome."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {absolute(desk, '/sitemap.xml')}\n"
