"""Which plain pages the rest of the site leads to, and from where."""

from __future__ import annotations

from collections.abc import Iterable

from warraq.index.entry import Entry, Placement
from warraq.link.library import Library


def foot_of(library: Library) -> tuple[Entry, ...]:
    """Those to which the foot of every page leads, in the order that their editors have given them."""
    return _in_order(page for placement, page in _placed(library) if placement.in_foot)


def introductions(library: Library, kind: str) -> tuple[Entry, ...]:
    """Those that tell what belongs in the list of a kind."""
    return _in_order(page for placement, page in _placed(library) if placement.introduces == kind)


def _placed(library: Library) -> Iterable[tuple[Placement, Entry]]:
    return ((page.placement, page) for page in library.by_kind["pages"] if page.placement)


def _in_order(pages: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(pages, key=lambda page: (page.placement, page.id)))
