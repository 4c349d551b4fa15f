"""What an editor may want to know before a story is read with two languages side by side: where its texts part ways."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from warraq import rules
from warraq.diagnostics import Diagnostic
from warraq.facing.alignment import Row, align, lone_anchors
from warraq.facing.passages import ANCHOR, Passage, passages_of
from warraq.model.facts import Story
from warraq.model.records import Record, Telling
from warraq.model.site import Site
from warraq.model.values import Span


def check_facing(record: Record, site: Site) -> Iterator[Diagnostic]:
    """All messages on the texts of a story beside each other; none where the site does not show them so."""
    facts = record.facts
    if not isinstance(facts, Story) or not site.facts.facing:
        return
    written = [telling for telling in record.tellings if telling.language in record.written_in]
    if len(written) < 2:
        return
    # The text that the story began in is what the others are held against.
    written.sort(key=lambda telling: telling.language != facts.original)
    cut = {telling.language: passages_of(telling.body) for telling in written}
    apart: set[str] = set()
    for first, second in combinations(written, 2):
        if {first.language, second.language} & apart:
            continue
        rows = align(cut[first.language], cut[second.language])
        parted = [row for row in rows if row.is_parted]
        if parted:
            apart.add(second.language)
        for row in parted:
            yield _parting(row, first, second, cut[second.language])
    for telling in written:
        yield from _lone(telling, cut)


def _parting(row: Row, first: Telling, second: Telling, passages: tuple[Passage, ...]) -> Diagnostic:
    heading = row.section[1]
    at = row.second[0] if row.second else heading
    return rules.TEXTS_PART.at(
        _place(at or (passages[0] if passages else None), second),
        section=_words(heading, second) or second.front.title or "",
        count=len(row.second),
        other=first.span.file.rpartition("/")[2],
        others=len(row.first),
        line=first.body_line + (row.first[0] if row.first else row.section[0] or Passage("", 0, 0)).first,
    )


def _lone(telling: Telling, cut: dict[str, tuple[Passage, ...]]) -> Iterator[Diagnostic]:
    own = cut[telling.language]
    others = [passages for code, passages in cut.items() if code != telling.language]
    for anchor in own:
        if anchor.kind == ANCHOR and all(anchor in lone_anchors(own, other) for other in others):
            yield rules.LONE_ANCHOR.at(_place(anchor, telling), name=anchor.name)


def _place(passage: Passage | None, telling: Telling) -> Span:
    return Span(telling.span.file, telling.body_line + (passage.first if passage else 0))


_NOT_WORDS = re.compile(r"\{[^}]*\}|^#+|#+\s*$")


def _words(heading: Passage | None, telling: Telling) -> str:
    """The words of a heading, without its signs."""
    if heading is None:
        return ""
    return _NOT_WORDS.sub("", telling.body.split("\n")[heading.first]).strip()
