"""What is read with each story, kept between two builds: an edit puts in order only what can have changed by it."""

from __future__ import annotations

import contextlib
import marshal
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from warraq.index.entry import Entry
from warraq.index.kept import Memory
from warraq.lang.calendars import common_era_century
from warraq.link.related import RECORDS, Relation, Relations, Told, related, related_anew


@dataclass(frozen=True)
class Kinship:
    """The stories of a site, and what is read with each. All of it in lines: these are quick to compare and to keep."""

    public: frozenset[str]
    """The namings of the records that stories may share."""
    stories: Mapping[str, str]
    """By the key of each story, all that decides what it tells of."""
    beside: Mapping[str, str]
    """By the key of each story, what is read with it and what they share."""

    def of(self, key: str) -> tuple[Relation, ...]:
        """The stories that are read with a story; none for any other record."""
        lines = self.beside[key].split("\n") if self.beside.get(key) else ()
        return tuple(
            Relation(other, tuple(shared)) for other, *shared in (line.split("\t") for line in lines)
        )

    def showing(self, key: str) -> set[str]:
        """The stories with which a story is read."""
        return {
            story
            for story, lines in self.beside.items()
            if key in lines and any(relation.key == key for relation in self.of(story))
        }


NOBODY: Final = Kinship(frozenset(), {}, {})


def kinship(by_kind: Mapping[str, Iterable[Entry]], before: Kinship = NOBODY) -> Kinship:
    """What is read with each of the public stories; what was known before is taken over where it still holds."""
    public = frozenset(f"{kind}:{entry.id}" for kind in RECORDS for entry in by_kind[kind])
    stories = {entry.key: _line(entry) for entry in by_kind["stories"] if entry.written_in}
    is_same = public == before.public
    if is_same and stories == before.stories:
        return before
    if is_same and _tell_alike(stories, before):
        return Kinship(public, stories, before.beside)
    told = {key: _told(line, public) for key, line in stories.items()}
    if not before.stories:
        return Kinship(public, stories, _lines(related(told)))
    past = {
        key: told[key] if is_same and stories.get(key) == line else _told(line, before.public)
        for key, line in before.stories.items()
    }
    beside = {**before.beside, **_lines(related_anew(told, past))}
    return Kinship(public, stories, {key: beside[key] for key in stories})


def _tell_alike(stories: Mapping[str, str], before: Kinship) -> bool:
    """Whether the same stories tell of the same, though a text may mention something else."""
    return stories.keys() == before.stories.keys() and all(
        line == before.stories[key] or _told(line, before.public) == _told(before.stories[key], before.public)
        for key, line in stories.items()
    )


def _line(story: Entry) -> str:
    return "\n".join((str(story.day or ""), " ".join(story.values("field")), *story.names))


def _told(line: str, public: frozenset[str]) -> Told:
    day, fields, *names = line.split("\n")
    features = [name for name in names if name in public]
    features += [f"field:{field}" for field in fields.split()]
    if day:
        features.append(f"century:{common_era_century(int(day))}")
    chosen = [name.replace(":", "/") for name in names if name.startswith("stories:")]
    return Told(tuple(sorted(set(features))), tuple(chosen))


def _lines(relations: Relations) -> dict[str, str]:
    return {
        key: "\n".join("\t".join((relation.key, *relation.shared)) for relation in found)
        for key, found in relations.items()
    }


def recall(memory: Memory, key: str) -> Kinship:
    """What was kept under a key; nothing where there is nothing that can be read."""
    with contextlib.suppress(Exception):  # a damaged entry can raise anything, and is made anew
        return Kinship(*marshal.loads(memory.get(key)))  # noqa: S302  our own bytes
    return NOBODY


def keep(memory: Memory, key: str, known: Kinship) -> None:
    """Keep what is known for the next build."""
    memory.put(key, marshal.dumps((known.public, dict(known.stories), dict(known.beside))))
