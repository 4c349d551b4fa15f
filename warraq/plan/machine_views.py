"""What the files for machines may see: feeds and the sitemap, as `warraq.plan.views` is for pages."""

from __future__ import annotations

from dataclasses import dataclass

from warraq.lang.language import Language
from warraq.plan.views import AlternateView, PageView, RedirectView, TextView


@dataclass(frozen=True)
class EntryView:
    """One entry of a feed."""

    id: str
    href: str
    title: str
    summary: str
    author: str
    published: str
    updated: str
    text: TextView
    languages: tuple[AlternateView, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FeedView:
    template: str
    path: str
    language: Language
    id: str
    title: str
    subtitle: str
    home: str
    canonical: str
    updated: str
    entries: tuple[EntryView, ...]


@dataclass(frozen=True)
class SitemapEntry:
    href: str
    alternates: tuple[AlternateView, ...]
    changed: str | None


@dataclass(frozen=True, kw_only=True)
class SitemapView:
    template: str
    path: str
    language: Language
    entries: tuple[SitemapEntry, ...]


View = PageView | RedirectView | FeedView | SitemapView
