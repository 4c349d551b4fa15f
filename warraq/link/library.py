"""The library: the entries of all public records, by kind and id, with who speaks of whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from warraq.index.entry import Entry
from warraq.index.references import Naming, parts_of
from warraq.model.kinds import KINDS
from warraq.model.values import Ref


class Named(NamedTuple):
    """A record that another one refers to."""

    naming: Naming
    key: str
    public: bool
    """Whether it has a page; of one that has none, texts may say the name."""


class Around(NamedTuple):
    """The records that the page of a record may show."""

    keys: tuple[str, ...]
    """Those that it refers to, those that name it, the next story, and those that the opening of this one names."""
    visible: str
    """How many it refers to, and which of these have a page: `101`."""


@dataclass(frozen=True, slots=True)
class Library:
    """Read-only indexes of the site's public records; built once, never changed."""

    by_key: Mapping[str, Entry]
    hidden: Mapping[str, Entry]
    """By key, records that are not public: their names may be said, they have no page."""
    by_kind: Mapping[str, tuple[Entry, ...]]
    by_id: Mapping[str, tuple[Entry, ...]]
    named: Mapping[str, tuple[Named, ...]]
    """For the key of a public record, the records that it refers to, in the order of its references."""
    speakers: Mapping[str, tuple[str, ...]]
    """For the key of a record, the keys of the records that name it in their facts or their text."""
    stories: tuple[Entry, ...]
    """The stories as the site reads them: the newest first, those of one day by id."""
    following: Mapping[str, str]
    """For the key of a story, that of the one which is read after it, round to the first."""
    around: Mapping[str, Around]
    marks: Mapping[str, Mapping[str, str]]
    """For the code of a language, the fingerprint of each record's card by its key, whether or not it is public."""

    def find(self, target: str, kinds: tuple[str, ...] = ()) -> Entry | None:
        """The record that an id or `kind/id` means, or None where there is none or more than one."""
        if "/" in target:
            return self.by_key.get(target)
        found = [e for e in self.by_id.get(target, ()) if not kinds or e.kind_name in kinds]
        return found[0] if len(found) == 1 else None

    def follow(self, ref: Ref) -> Entry | None:
        """The record that a reference in facts leads to, or None where it is not public."""
        return self.find(ref.target, ref.kinds)

    def entry(self, key: str) -> Entry:
        """A record, public or not, by its key."""
        return self.by_key.get(key) or self.hidden[key]


def build_library(entries: tuple[Entry, ...], hidden: tuple[Entry, ...] = ()) -> Library:
    """The library of the public records, with the names of those that are not public yet."""
    by_id = _by_id(entries)
    hidden_by_id = _by_id(hidden)
    by_key = {entry.key: entry for entry in entries}
    hidden_by_key = {entry.key: entry for entry in hidden}

    def meant(naming: Naming) -> Named | None:
        target, kinds = parts_of(naming)
        if "/" in target:
            found = [entry for entry in (by_key.get(target),) if entry]
            unseen = [entry for entry in (hidden_by_key.get(target),) if entry]
        else:
            found = [e for e in by_id.get(target, ()) if not kinds or e.kind_name in kinds]
            unseen = list(hidden_by_id.get(target, ()))
        if len(found) == 1:
            return Named(naming, found[0].key, True)
        # A text may say the name of what is not public; facts leave it out.
        return Named(naming, unseen[0].key, False) if unseen and not kinds else None

    known: dict[Naming, Named | None] = {}
    named: dict[str, tuple[Named, ...]] = {}
    speakers: dict[str, dict[str, None]] = {}
    for entry in entries:
        found = []
        for naming in entry.names:
            if naming not in known:
                known[naming] = meant(naming)
            if (target := known[naming]) is not None:
                found.append(target)
                if target.public and target.key != entry.key:
                    speakers.setdefault(target.key, {})[entry.key] = None
        named[entry.key] = tuple(found)
    by_kind: dict[str, list[Entry]] = {kind.name: [] for kind in KINDS}
    for entry in entries:
        by_kind[entry.kind_name].append(entry)
    stories = in_order(by_kind["stories"])
    following = _round(stories)
    return Library(
        by_key=by_key,
        hidden=hidden_by_key,
        by_kind={name: tuple(found) for name, found in by_kind.items()},
        by_id=by_id,
        named=named,
        speakers={key: tuple(keys) for key, keys in speakers.items()},
        stories=stories,
        following=following,
        around={e.key: _around(e, named, speakers, by_key.get(following.get(e.key, ""))) for e in entries},
        marks=_marks((*entries, *hidden)),
    )


def in_order(stories: Iterable[Entry]) -> tuple[Entry, ...]:
    """Stories as the site reads them: the newest first, those of one day by id."""
    return tuple(sorted(sorted(stories, key=lambda s: s.id), key=lambda s: s.published, reverse=True))


def _round(stories: tuple[Entry, ...]) -> dict[str, str]:
    if len(stories) < 2:
        return {}
    following = (*stories[1:], stories[0])
    return {story.key: after.key for story, after in zip(stories, following, strict=True)}


def _around(
    entry: Entry,
    named: Mapping[str, tuple[Named, ...]],
    speakers: Mapping[str, Iterable[str]],
    after: Entry | None,
) -> Around:
    own = named[entry.key]
    keys = [key for _, key, _ in own]
    keys += speakers.get(entry.key, ())
    if after is not None:
        keys.append(after.key)
        mentions = {naming for face in after.faces for naming in face.mentions}
        keys += [key for naming, key, _ in named[after.key] if naming in mentions] if mentions else []
    return Around(tuple(keys), "".join("1" if public else "0" for _, _, public in own))


def _marks(entries: tuple[Entry, ...]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for entry in entries:
        for face in entry.faces:
            found.setdefault(face.code, {})[entry.key] = face.mark
    return found


def _by_id(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.id, []).append(entry)
    return {id: tuple(same) for id, same in found.items()}
