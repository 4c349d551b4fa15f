"""The library: the entries of all public records, by kind and id, with who speaks of whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, NamedTuple

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


class Library:
    """The site's public records and how they hang together. It never changes; what is asked for first is worked out."""

    def __init__(self, entries: Iterable[Entry], hidden: Iterable[Entry] = ()) -> None:
        self.by_key: Mapping[str, Entry] = {entry.key: entry for entry in entries}
        self.hidden: Mapping[str, Entry] = {entry.key: entry for entry in hidden}
        """By key, records that are not public: their names may be said, they have no page."""
        self._meanings: dict[Naming, Named | None] = {}
        self._around: dict[str, Around] = {}
        self._speakers: dict[str, tuple[str, ...]] | None = None
        self._looked_for = 0

    def __getstate__(self) -> tuple[Any, Any]:
        """What is sent to another process: the entries; all else can be worked out from them."""
        return tuple(self.by_key.values()), tuple(self.hidden.values())

    def __setstate__(self, state: tuple[Any, Any]) -> None:
        """The library in another process."""
        self.__init__(*state)  # type: ignore[misc]

    def with_changed(self, entries: Iterable[Entry]) -> Library:
        """This library with these entries in place of those of the same records, which refer to the same as they did.

        What has been worked out of references is not worked out again.
        """
        changed = {entry.key: entry for entry in entries}
        public = {**self.by_key, **{key: new for key, new in changed.items() if key in self.by_key}}
        hidden = {**self.hidden, **{key: new for key, new in changed.items() if key in self.hidden}}
        library = Library(public.values(), hidden.values())
        library._meanings, library._around = self._meanings, self._around
        library._speakers = self._speakers
        return library

    # ------------------------------------------------------------ finding

    @cached_property
    def by_kind(self) -> Mapping[str, tuple[Entry, ...]]:
        """The public records of each kind."""
        found: dict[str, list[Entry]] = {kind.name: [] for kind in KINDS}
        for entry in self.by_key.values():
            found[entry.kind_name].append(entry)
        return {name: tuple(entries) for name, entries in found.items()}

    def entry(self, key: str) -> Entry:
        """A record, public or not, by its key."""
        return self.by_key.get(key) or self.hidden[key]

    def follow(self, ref: Ref) -> Entry | None:
        """The record that a reference in facts leads to, or None where it is not public."""
        found = [entry for entry in self._by_id.get(ref.target, ()) if entry.kind_name in ref.kinds]
        return found[0] if len(found) == 1 else None

    def named(self, key: str) -> list[Named]:
        """The records that a record refers to, in the order of its references."""
        found = [self._meant(naming) for naming in self.entry(key).names]
        return [named for named in found if named is not None]

    def speakers(self, key: str) -> tuple[str, ...]:
        """The keys of the records that name this one in their facts or their text."""
        if self._speakers is None and self._looked_for < _WORTH_AN_INDEX:
            self._looked_for += 1
            return self._looked_up(key)
        if self._speakers is None:
            self._speakers = self._all_speakers()
        return self._speakers.get(key, ())

    def _all_speakers(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = {}
        for key in self.by_key:
            for _, named, public in self.named(key):
                if public and named != key:
                    found.setdefault(named, {})[key] = None
        return {key: tuple(speakers) for key, speakers in found.items()}

    def _looked_up(self, key: str) -> tuple[str, ...]:
        """The speakers of one record, found by going through all references once."""
        id = key.rpartition("/")[2]
        return tuple(
            entry.key
            for entry in self.by_key.values()
            if entry.key != key
            and any(naming.endswith(id) and self._means(naming, key) for naming in entry.names)
        )

    def _means(self, naming: Naming, key: str) -> bool:
        named = self._meant(naming)
        return named is not None and named.public and named.key == key

    def _meant(self, naming: Naming) -> Named | None:
        if naming not in self._meanings:
            self._meanings[naming] = self._meaning(naming)
        return self._meanings[naming]

    def _meaning(self, naming: Naming) -> Named | None:
        target, kinds = parts_of(naming)
        if "/" in target:
            found = [entry for entry in (self.by_key.get(target),) if entry]
            unseen = [entry for entry in (self.hidden.get(target),) if entry]
        else:
            found = [e for e in self._by_id.get(target, ()) if not kinds or e.kind_name in kinds]
            unseen = list(self._hidden_by_id.get(target, ()))
        if len(found) == 1:
            return Named(naming, found[0].key, True)
        # A text may say the name of what is not public; facts leave it out.
        return Named(naming, unseen[0].key, False) if unseen and not kinds else None

    @cached_property
    def _by_id(self) -> dict[str, list[Entry]]:
        return _by_id(self.by_key.values())

    @cached_property
    def _hidden_by_id(self) -> dict[str, list[Entry]]:
        return _by_id(self.hidden.values())

    # ------------------------------------------------------------ stories

    @cached_property
    def stories(self) -> tuple[Entry, ...]:
        """The stories as the site reads them: the newest first, those of one day by id."""
        by_id = sorted(self.by_kind["stories"], key=lambda story: story.id)
        return tuple(sorted(by_id, key=lambda story: story.published, reverse=True))

    @cached_property
    def following(self) -> Mapping[str, str]:
        """For the key of a story, that of the one which is read after it, round to the first."""
        keys = [story.key for story in self.stories]
        return dict(zip(keys, [*keys[1:], keys[0]], strict=True)) if len(keys) > 1 else {}

    @cached_property
    def preceding(self) -> Mapping[str, str]:
        """For the key of a story, that of the one which is read before it."""
        return {after: before for before, after in self.following.items()}

    # ------------------------------------------------------------ what surrounds a page

    @cached_property
    def marks(self) -> Mapping[str, Mapping[str, str]]:
        """For the code of a language, the fingerprint of each record's card by its key, whether or not it is public."""
        found: dict[str, dict[str, str]] = {}
        for entry in (*self.by_key.values(), *self.hidden.values()):
            for face in entry.faces:
                found.setdefault(face.code, {})[entry.key] = face.mark
        return found

    def around(self, key: str) -> Around:
        """The records that the page of a record may show."""
        if key not in self._around:
            self._around[key] = self._what_is_around(key)
        return self._around[key]

    def _what_is_around(self, key: str) -> Around:
        own = self.named(key)
        keys = [named.key for named in own]
        keys += self.speakers(key)
        after = self.following.get(key)
        if after is not None:
            mentions = {naming for face in self.by_key[after].faces for naming in face.mentions}
            keys.append(after)
            keys += [named.key for named in self.named(after) if named.naming in mentions] if mentions else []
        return Around(tuple(keys), "".join("1" if named.public else "0" for named in own))

    def showing(self, key: str) -> set[str]:
        """The keys of the records whose pages may show this one."""
        speakers = self.speakers(key)
        found = {*speakers, *(named.key for named in self.named(key) if named.public)}
        # The story before one shows its opening, and with it what this names.
        found |= {self.preceding[story] for story in (key, *speakers) if story in self.preceding}
        return found


_WORTH_AN_INDEX = 3
"""From so many records on, an index of all that name others is quicker than going through all references for each."""


def refers_alike(one: Entry, other: Entry) -> bool:
    """Whether two states of a record refer to the same, stand at the same place and are found at the same addresses."""
    return all(one[field] == other[field] for field in _OF_REFERENCES) and all(
        before.mentions == after.mentions and before.shown == after.shown
        for before, after in zip(one.faces, other.faces, strict=True)
    )


def shows_alike(one: Entry, other: Entry) -> bool:
    """Whether two states of a record differ in nothing that another page shows, but for feeds, search and the board."""
    return all(one[field] == other[field] for field in _OF_ITSELF) and all(
        before.mark == after.mark for before, after in zip(one.faces, other.faces, strict=True)
    )


_OF_ITSELF = [
    number
    for number, name in enumerate(Entry._fields)
    if name not in {"shelf", "faces", "checked", "names", "original", "texts", "drafted"}
]

_OF_REFERENCES = [
    Entry._fields.index(name)
    for name in (
        "kind_name", "id", "addresses", "written_in", "names", "draft", "publish", "published", "formerly", "cover",
        "negatives", "borrows", "without_consent", "is_guarded",
    )
]  # fmt: skip


def _by_id(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.id, []).append(entry)
    return found
