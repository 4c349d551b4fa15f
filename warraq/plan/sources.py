"""Sources as a bibliography prints them."""

from __future__ import annotations

from collections.abc import Iterable

from warraq.lang.numbers import format_list
from warraq.model.facts import Source
from warraq.model.records import Record
from warraq.model.values import Ref
from warraq.plan.desk import Desk
from warraq.plan.views import SourceView, Words


def source_view(desk: Desk, record: Record) -> SourceView:
    """One source with its parts in the order of a citation, each in its own direction."""
    facts: Source = record.facts
    imprint = ", ".join(part for part in (facts.published_at, facts.publisher) if part)
    numbers = [n for n in (facts.edition, facts.volume, facts.issue, facts.year, facts.pages) if n]
    return SourceView(
        href=desk.href(record),
        authors=_names(desk, facts.authors or facts.editors),
        title=desk.words(facts.title, facts.language),
        container=desk.words(facts.container, facts.language) if facts.container else None,
        details=tuple(desk.foreign(part) for part in (imprint, *numbers) if part),
        translators=_names(desk, facts.translators),
        kind=facts.type or "book",
        url=facts.url or "",
    )


def source_views(desk: Desk, refs: Iterable[Ref]) -> tuple[SourceView, ...]:
    """The sources that facts name, those that are public."""
    found = (desk.library.follow(ref) for ref in refs)
    return tuple(source_view(desk, record) for record in found if record is not None)


def _names(desk: Desk, names: tuple[str, ...]) -> Words | None:
    """Names joined in the language of their script, not the page's: a Latin list keeps its Latin comma."""
    if not names:
        return None
    first = desk.foreign(names[0])
    if first.language == desk.code:
        return desk.words(format_list(names, desk.language), desk.code)
    return Words(", ".join(names), first.language, first.direction)
