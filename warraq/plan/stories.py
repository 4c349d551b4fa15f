"""The pages of the stories."""

from __future__ import annotations

from warraq.index.entry import Entry
from warraq.lang.date_text import format_day
from warraq.model.facts import Story
from warraq.model.records import Record
from warraq.model.worded import Words
from warraq.plan.desk import Desk
from warraq.plan.facing_pairs import facing_pairs
from warraq.plan.facts import fact_views
from warraq.plan.figures import figures_beside, zooms
from warraq.plan.imprints import imprint_of
from warraq.plan.pages import crumbs, frame, notice, share_image_of, versions_of
from warraq.plan.sources import source_views
from warraq.plan.surroundings import Surroundings
from warraq.plan.views import DateView, LinkView, StoryView


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
    related = (around.follow(ref) for ref in facts.related)
    next_story, first_words = around.next_story(), around.first_words_of_next()
    return StoryView(
        **frame(desk, versions_of(desk, entry)),
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
        related=tuple(desk.card(card) for card in related if card),
        facing=_facing(desk, entry),
        next=desk.card(next_story) if next_story else None,
        catchword=desk.words(*first_words) if first_words else None,
    )


def _facing(desk: Desk, entry: Entry) -> tuple[LinkView, ...]:
    """The pages on which the story stands beside its other texts."""
    return tuple(
        LinkView(desk.to(path), _language_name(desk, other))
        for other, path in facing_pairs(entry, desk.code, desk.site)
    )


def _language_name(desk: Desk, code: str) -> Words:
    """The name of a language in itself."""
    return desk.words(desk.site.language(code).name, code)
