"""The texts of a record: what each is made of, what of it is still to be written, and which of them follows which."""

from __future__ import annotations

from warraq.following.gaps import unwritten_in
from warraq.following.segments import Segment, segments_of
from warraq.model.facts import Story
from warraq.model.records import Record, Telling


def segments_in(telling: Telling) -> tuple[Segment, ...]:
    """The segments of a text."""
    return segments_of(telling.front.title, telling.front.summary, telling.body)


def gaps_in(telling: Telling) -> tuple[Segment, ...]:
    """The segments of a text that are still to be written."""
    return unwritten_in(telling.front.title, telling.front.summary, telling.body)


def source_of(record: Record, telling: Telling) -> Telling | None:
    """The text that another one of its record follows, or is to be held against; None where there is none."""
    front = telling.front
    if front.follows:
        code = front.follows.language
    elif front.is_translation:
        code = front.translated_from or original_of(record)
    else:
        code = ""
    return record.telling(code) if code != telling.language else None


def original_of(record: Record) -> str:
    """The language that a story began in; empty for records of other kinds."""
    return record.facts.original if isinstance(record.facts, Story) else ""
