"""The pages of the stories."""

from __future__ import annotations

from itertools import islice

from warraq.index.card import Card
from warraq.index.entry import Entry
from warraq.lang.date_text import format_day
from warraq.link.related import Feature
from warraq.model.facts import Story
from warraq.model.records import Record
from warraq.model.worded import Words
from warraq.plan.channels import channel_views
from warraq.plan.citing import citation_view
from warraq.plan.desk import Desk
from warraq.plan.facing_pairs import facing_pairs
from warraq.plan.facts import fact_views
from warraq.plan.figures import figures_beside, zooms
from warraq.plan.imprints import imprint_of
from warraq.plan.pages import crumbs, frame, notice, share_image_of, versions_of
from warraq.plan.sources import source_views
from warraq.plan.story_views import RelatedView, StoryView
from warraq.plan.surroundings import Surroundings
from warraq.plan.views import DateView, LinkView


def story_view(desk: Desk, record: Record, entry: Entry, around: Surroundings) -> StoryView:
    """The page of a story in the desk's language, in another language's words where it must.

    LookupError for a story without any text, which has no page.
    """
    telling = record.best_telling(desk.preference)
    if telling is None:
        raise LookupError(record.key)
    facts: Story = record.facts
    language = telling.language
    title = telling.front.title or record.id
    summary = telling.front.summary
    shared = frame(desk, versions_of(desk, entry))
    before, after = around.neighbours()
    first_words = around.first_words_of_next()
    return StoryView(
        **shared,
        template="pages/story.html",
        title=title,
        description=telling.front.description or summary or title,
        crumbs=crumbs(desk, "stories"),
        region=facts.region,
        heading=desk.words(title, language),
        standfirst=desk.words(summary, language) if summary else None,
        imprint=imprint_of(desk, telling, entry),
        original=_language_name(desk, facts.original),
        published=DateView(format_day(facts.published, desk.language), facts.published.isoformat()),
        updated=DateView(format_day(facts.updated, desk.language), facts.updated.isoformat())
        if facts.updated
        else None,
        text=(text := desk.text(telling, around)),
        notice=notice(desk, language),
        ornament=entry.family,
        seed=record.id,
        about=fact_views(desk, facts, around),
        pictures=(beside := figures_beside(desk, telling, around, desk.code)),
        share_image=share_image_of(desk, entry),
        zooms=zooms(beside, text),
        sources=source_views(desk, facts.sources, around),
        related=tuple(_related(desk, around, *found) for found in around.read_with()),
        facing=_facing(desk, entry),
        before=desk.link(before) if before else None,
        next=desk.card(after) if after else None,
        catchword=desk.words(*first_words) if first_words else None,
        cite=citation_view(desk, record, telling, shared["canonical"]),
        channels=tuple(channel_views(desk.site.facts.sharing, title, shared["canonical"])),
    )


def _facing(desk: Desk, entry: Entry) -> tuple[LinkView, ...]:
    """The pages on which the story stands beside its other texts."""
    return tuple(
        LinkView(desk.to(path), _language_name(desk, other))
        for other, path in facing_pairs(entry, desk.code, desk.site)
    )


NAMES_SHARED = 2
"""Names by which it is said why two stories are read together: those that say most."""


def _related(desk: Desk, around: Surroundings, card: Card, shared: tuple[Feature, ...]) -> RelatedView:
    """A story that is read with another one, and what both tell of; if these are no names, what they have in common."""
    named = (around.named[feature] for feature in shared if feature in around.named)
    names = [around.cards[desk.code].of(found.key).title for found in islice(named, NAMES_SHARED)]
    kind, _, value = shared[0].partition(":") if shared and not names else ("", "", "")
    return RelatedView(
        desk.card(card),
        names=tuple(names),
        century=kind == "century",
        field=value if kind == "field" else "",
    )


def _language_name(desk: Desk, code: str) -> Words:
    """The name of a language in itself."""
    return desk.words(desk.site.language(code).name, code)
