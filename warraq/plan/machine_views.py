"""What the files for machines may see: feeds and the sitemap, as `warraq.plan.views` is for pages."""

from __future__ import annotations

from msgspec import Struct

from warraq.lang.language import Language
from warraq.plan.door_views import RedirectView
from warraq.plan.views import AlternateView, PageView, TextView


class EntryView(Struct, frozen=True):
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
    translator: str = ""
    by_machine: bool = False
    """Whether it was translated by a machine."""


class FeedView(Struct, frozen=True, kw_only=True):
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


class SitemapEntry(Struct, frozen=True):
    href: str
    alternates: tuple[AlternateView, ...]
    changed: str | None


class SitemapView(Struct, frozen=True, kw_only=True):
    template: str
    path: str
    language: Language
    entries: tuple[SitemapEntry, ...]


class SitemapIndexView(Struct, frozen=True, kw_only=True):
    template: str
    path: str
    language: Language
    hrefs: tuple[str, ...]


class DataView(Struct, frozen=True):
    """A file for machines that no template makes."""

    content: bytes


View = DataView | PageView | RedirectView | FeedView | SitemapView | SitemapIndexView
