"""What is to be said of texts that follow another one, and of those that are not all written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from warraq import rules
from warraq.diagnostics import Diagnostic
from warraq.following.gaps import GAP
from warraq.following.texts import gaps_in
from warraq.index.text_status import TextStatus
from warraq.model.following import Follows
from warraq.model.records import Record, Telling
from warraq.model.site import Site
from warraq.model.text_status import OLDER, UNMARKED
from warraq.model.values import Span

_NAMES = ("title", "summary", "author", "translator", "reviewer", "description")
"""Fields at the head of a text that readers see."""


def check_translations(record: Record, site: Site, texts: Sequence[TextStatus]) -> Iterator[Diagnostic]:
    """All messages on how it stands with the texts of a record."""
    for text in texts:
        telling = record.telling(text.code)
        if telling is None:
            continue
        follows = telling.front.follows
        if follows:
            yield from _what_is_followed(follows, record, telling, site, text)
        named = {"file": f"{text.source}.md", "record": record.key, "language": text.code}
        if text.state == OLDER and text.is_translation and text.changed < text.size:
            yield rules.ORIGINAL_NEWER.at(telling.span, count=text.changed, **named)
        if text.state == UNMARKED and not text.draft:
            yield rules.NOT_CONFIRMED.at(telling.span, **named)
        if not (text.draft or record.facts.draft):
            yield from _gaps(telling)
        if text.tool is not None and not text.reviewed:
            yield rules.NOBODY_READ_IT.at(telling.span)


def _what_is_followed(
    follows: Follows, record: Record, telling: Telling, site: Site, text: TextStatus
) -> Iterator[Diagnostic]:
    code, named = follows.language, {"record": record.key, "language": telling.language}
    if code not in site.codes:
        yield rules.UNKNOWN_LANGUAGE.at(follows.span, code=code, known=", ".join(site.codes))
    elif code == telling.language:
        yield rules.FOLLOWS_ITSELF.at(follows.span, **named)
    elif record.telling(code) is None:
        if code not in (*record.unread, *record.drafted):
            yield rules.NO_FOLLOWED.at(follows.span, code=code)
    elif text.size and len(set(text.gone)) == len(set(follows.marks)):
        yield rules.NOTHING_FOLLOWED.at(follows.span, file=f"{code}.md", **named)


def _gaps(telling: Telling) -> Iterator[Diagnostic]:
    passages = [gap for gap in gaps_in(telling) if gap.line >= 0]
    if passages:
        place = Span(telling.span.file, telling.body_line + passages[0].line)
        yield rules.GAPS_LEFT.at(place, count=len(passages))
    for name in _NAMES:
        if (getattr(telling.front, name) or "").strip() == GAP:
            yield rules.NAME_LEFT_OPEN.at(telling.place(name), field=name)
