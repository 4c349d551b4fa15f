"""Sources as a bibliography prints them: each entry in its own language, as a library's catalogue does."""

from __future__ import annotations

from collections.abc import Iterable

from warraq.index.card import Card
from warraq.lang.direction import base_direction
from warraq.lang.language import Digits
from warraq.lang.numbers import localise_digits
from warraq.lang.scripts import language_of
from warraq.model.values import Ref
from warraq.model.worded import Words
from warraq.plan.desk import Desk
from warraq.plan.surroundings import Surroundings
from warraq.plan.views import SourceView


def source_view(desk: Desk, card: Card) -> SourceView:
    """One source with its parts in the order of a citation; TypeError for the card of anything else."""
    facts = card.source
    if facts is None:
        raise TypeError(card.key)
    words = desk.furniture.citation_words.get(facts.language) or desk.furniture.citation_words[""]
    title = desk.words(facts.title, facts.language)
    imprint = words.comma.join(part for part in (facts.published_at, facts.publisher) if part)
    translators = (
        words.translated.format(names=words.comma.join(facts.translators)) if facts.translators else ""
    )
    digits = desk.site.language(title.language).digits if title.language in desk.site.codes else "latn"
    numbers = (facts.edition, facts.volume, facts.issue, facts.year, facts.pages)
    parts = (
        facts.container,
        translators,
        imprint,
        *(_localised(number, digits) for number in numbers if number),
    )
    return SourceView(
        href=desk.to(card.path),
        language=title.language,
        direction=title.direction,
        authors=words.comma.join(facts.authors or facts.editors),
        title=facts.title,
        after=tuple(_part(part, title) for part in parts if part),
        comma=words.comma,
        kind=facts.type,
        address=f"https://doi.org/{facts.doi}" if facts.doi else facts.url or "",
    )


def source_views(desk: Desk, refs: Iterable[Ref], around: Surroundings) -> tuple[SourceView, ...]:
    """The sources that facts name, those that are public."""
    return tuple(source_view(desk, card) for ref in refs if (card := around.follow(ref)))


def _part(text: str, title: Words) -> Words:
    """A part of the entry in the language of its title, unless its letters run the other way."""
    direction = base_direction(text) or title.direction
    if direction == title.direction:
        return Words(text, title.language, direction)
    return Words(text, language_of(text) or "und", direction)


def _localised(number: str, digits: Digits) -> str:
    """A number with the digits of the entry's language, unless it stands among Latin letters (2nd ed.)."""
    return (
        number if any("a" <= letter <= "z" for letter in number.lower()) else localise_digits(number, digits)
    )
