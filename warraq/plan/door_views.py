"""What the templates of the doors see: the gate, the page for what is not there, and former addresses."""

from __future__ import annotations

from msgspec import Struct

from warraq.lang.language import Direction, Language
from warraq.plan.views import PageView


class GateLanguageView(Struct, frozen=True):
    """One language at the gate: its door, its own name, the site's name in it."""

    code: str
    name: str
    direction: Direction
    href: str
    title: str
    tagline: str
    stories: str
    """The word for the list of stories."""
    lost: str
    """What a reader is told where there is no page."""


class GateView(PageView, frozen=True, kw_only=True):
    doors: tuple[GateLanguageView, ...]


class NotFoundView(PageView, frozen=True, kw_only=True):
    """The one page that is served at unknown depth: its addresses are absolute paths."""

    doors: tuple[GateLanguageView, ...]


class RedirectView(Struct, frozen=True, kw_only=True):
    template: str
    path: str
    to: str
    canonical: str
    title: str
    language: Language
