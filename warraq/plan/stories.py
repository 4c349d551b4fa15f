"""The pages of the stories."""

from __future__ import annotations

import re

from warraq.lang.date_text import format_day
from warraq.model.facts import Story
from warraq.model.records import Record, Telling
from warraq.plan.addresses import record_path
from warraq.plan.desk import Desk
from warraq.plan.facts import fact_views
from warraq.plan.pages import crumbs, frame, notice, versions_of
from warraq.plan.sources import source_views
from warraq.plan.views import DateView, StoryView, Words


def story_view(desk: Desk, record: Record, next_story: Record | None, family: str) -> StoryView | None:
    """The page of a story in the desk's language, in another language's words where it must; None without any text."""
    telling = record.best_telling(desk.preference)
    if telling is None:
        return None
    facts: Story = record.facts
    desk = desk.at(record_path(record, desk.code))
    language = telling.language
    title = telling.front.title or record.id
    summary = telling.front.summary
    related = tuple(found for ref in facts.related if (found := desk.library.follow(ref)) is not None)
    return StoryView(
        **frame(desk, versions_of(desk, record)),
        template="pages/story.html",
        title=title,
        description=telling.front.description or summary or title,
        crumbs=crumbs(desk, record),
        region=facts.region,
        heading=desk.words(title, language),
        standfirst=desk.words(summary, language) if summary else None,
        author=credit(desk, telling, telling.front.author),
        translator=credit(desk, telling, telling.front.translator),
        reviewer=credit(desk, telling, telling.front.reviewer),
        original=_language_name(desk, facts.original),
        published=DateView(format_day(facts.published, desk.language), facts.published.isoformat()),
        updated=DateView(format_day(facts.updated, desk.language), facts.updated.isoformat())
        if facts.updated
        else None,
        text=desk.text(telling),
        notice=notice(desk, language),
        ornament=family,
        seed=record.id,
        about=fact_views(desk, facts),
        sources=source_views(desk, facts.sources),
        related=tuple(desk.card(found) for found in related),
        next=desk.card(next_story) if next_story else None,
        catchword=_catchword(desk, next_story) if next_story else None,
    )


def credit(desk: Desk, telling: Telling, name: str | None) -> Words | None:
    """Somebody who is credited, in the language of the text."""
    return desk.words(name, telling.language) if name else None


def _language_name(desk: Desk, code: str) -> Words:
    """The name of a language in itself."""
    return desk.words(desk.site.language(code).name, code)


def _catchword(desk: Desk, record: Record) -> Words | None:
    """The first words of the next story, as the foot of a manuscript's page gives those of the next."""
    telling = record.best_telling(desk.preference)
    return desk.words(opening_words(telling.body, desk), telling.language) if telling else None


def opening_words(body: str, desk: Desk, count: int = 7) -> str:
    """The first words of a text without its marks."""

    def shown(match: re.Match[str]) -> str:
        target, _, words = match[1].partition("|")
        found = desk.library.find(target) or desk.library.find_hidden(target)
        return words or (desk.title(found).text if found else "")

    paragraph = next(
        (p for p in body.strip().split("\n\n") if not p.lstrip().startswith(("#", "```", ">"))), ""
    )
    plain = re.sub(r"\[\[([^\]]*)\]\]", shown, paragraph)
    plain = re.sub(r"\{[a-z]{2,3}:\s*([^}]*)\}", r"\1", plain)
    plain = re.sub(r"\[\^[^\]]*\]|\{[^}]*\}|[*_`]", "", plain)
    return " ".join(plain.split()[:count]).rstrip("،,.:؛;")
