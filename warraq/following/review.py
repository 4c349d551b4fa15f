"""The changes of an original, told so that whoever translated it can follow them one by one."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from warraq.facing.alignment import align
from warraq.facing.passages import passages_of
from warraq.following.comparison import Change, accepted, changes_between
from warraq.following.difference import Run, difference
from warraq.following.gaps import is_unwritten
from warraq.following.plain import plain_words
from warraq.following.segments import NOTE, Segment, mark_of
from warraq.following.texts import segments_in
from warraq.model.records import Telling


class Place(NamedTuple):
    """A passage of a translation and where it stands."""

    words: str
    """Without marks; empty where they are still to be written."""
    line: int
    """Of its file, from 1."""


class ReviewedChange(NamedTuple):
    """A passage of the original that is not as it was, and what the translation says there."""

    change: Change
    kind: str
    """What kind of passage it is; empty where that is not known any more."""
    line: int
    """Of the original's file; 0 for a passage that is gone."""
    runs: tuple[Run, ...]
    """Its words; none for a passage that is gone and whose words are not at hand."""
    is_known: bool
    """Whether its former words are at hand, so that the runs tell what came and went."""
    counterpart: Place | None
    """The passage of the translation that belongs to it, where both texts agree on that."""


@dataclass(frozen=True)
class Review:
    """A text held against the one that it follows."""

    source: Telling
    own: Telling
    kept: tuple[str, ...]
    """The marks of the passages that it follows."""
    marks: tuple[str, ...]
    """Those of today."""
    words: Mapping[str, str]
    """Passages of then and of today by their marks, as far as they are known."""
    changes: tuple[ReviewedChange, ...]

    def accepting(self, chosen: Collection[Change]) -> tuple[str, ...]:
        """The marks to be kept once these changes have been followed and the others have not."""
        return accepted(self.kept, self.marks, chosen, self.words)

    def name(self, change: Change) -> tuple[str, str, str]:
        """What a change is called in every text that follows this one: former mark, mark of today, kind."""
        before = "" if change.before is None else self.kept[change.before]
        return before, "" if change.after is None else self.marks[change.after], change.kind


def review(source: Telling, own: Telling, earlier: Mapping[str, str]) -> Review:
    """What has changed in a text since another one was held against it; `earlier` has former words by their marks."""
    follows = own.front.follows
    kept = follows.marks if follows and follows.language == source.language else ()
    segments = [segment for segment in segments_in(source) if mark_of(segment.words)]
    marks = tuple(mark_of(segment.words) for segment in segments)
    words = {
        **_left_beside(own.body),
        **earlier,
        **{m: s.words for m, s in zip(marks, segments, strict=True)},
    }
    beside = _counterparts(source, own)
    found = []
    for change in changes_between(kept, marks, words):
        before = words.get(kept[change.before]) if change.before is not None else None
        segment = segments[change.after] if change.after is not None else None
        found.append(
            ReviewedChange(
                change=change,
                kind=segment.kind if segment else "",
                line=_line(segment, source) if segment else 0,
                runs=_runs(change, before, segment),
                is_known=before is not None or change.before is None,
                counterpart=beside.get(_place(segment)) if segment else None,
            )
        )
    return Review(source, own, kept, marks, words, tuple(found))


_BESIDE = re.compile(r"<!--\n(.*?)\n-->", re.DOTALL)


def _left_beside(body: str) -> dict[str, str]:
    """The passages of the original that whoever began the translation has left beside it, by their marks."""
    return {mark_of(words): words for words in _BESIDE.findall(body)}


def _runs(change: Change, before: str | None, segment: Segment | None) -> tuple[Run, ...]:
    if segment is None:
        return (Run("out", plain_words(before)),) if before else ()
    words = plain_words(segment.words)
    if change.kind == "added":
        return (Run("in", words),)
    if change.kind == "moved" or before is None:
        return (Run("same", words),)
    runs = difference(plain_words(before), words)
    # Where another record is linked by the same words, only the marks tell.
    return runs if any(run.kind != "same" for run in runs) else difference(before, segment.words)


def _line(segment: Segment, telling: Telling) -> int:
    return telling.body_line + segment.line if segment.line >= 0 else 1


def _counterparts(source: Telling, own: Telling) -> dict[int | str, Place]:
    """For the line of a passage of the source, or the name of a field at its head, what belongs to it in a text."""
    lines = own.body.split("\n")
    found: dict[int | str, Place] = {}
    for row in align(passages_of(source.body), passages_of(own.body)):
        if not row.is_parted:
            passage = row.second[0]
            words = "\n".join(lines[passage.first : passage.after])
            found[row.first[0].first] = _said(words, own.body_line + passage.first)
    theirs = {_name(segment): segment for segment in segments_in(own)}
    for segment in segments_in(source):
        other = theirs.get(_name(segment))
        if other and (segment.line < 0 or segment.kind == NOTE):
            found[_place(segment)] = _said(other.words, _line(other, own))
    return found


def _said(words: str, line: int) -> Place:
    return Place("" if is_unwritten(words) else plain_words(words), line)


def _place(segment: Segment) -> int | str:
    return segment.line if segment.line >= 0 else segment.kind


def _name(segment: Segment) -> str:
    """What a segment is called in all languages: a field at the head by its name, a note by its label."""
    if segment.kind == NOTE:
        return segment.words.partition("]:")[0].strip()
    return segment.kind if segment.line < 0 else str(segment.line)
