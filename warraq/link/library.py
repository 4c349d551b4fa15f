"""The library: the entries of all public records, by kind and id, with who speaks of whom."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from warraq.index.entry import Entry
from warraq.index.references import Naming, parts_of
from warraq.link.holdings import Holding, holdings_of
from warraq.link.kinship import NOBODY, Kinship, kinship
from warraq.model.kinds import KIND, KINDS
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
    """Those that it refers to, those that name it, what is read with it, its neighbours, and what the opening of the
    next story names."""
    visible: str
    """How many it refers to, and which of these have a page: `101`."""


class Library:
    """The site's public records and how they hang together. It never changes; what is asked for first is worked out."""

    def __init__(self, entries: Iterable[Entry], hidden: Iterable[Entry], today: datetime.date) -> None:
        self.by_key: Mapping[str, Entry] = {entry.key: entry for entry in entries}
        self.hidden: Mapping[str, Entry] = {entry.key: entry for entry in hidden}
        """By key, records that are not public: their names may be said, they have no page."""
        self.today = today
        """The day as of which these are public; it also tells what is to come from what is past."""
        self._meanings: dict[Naming, Named | None] = {}
        self._around: dict[str, Around] = {}
        self._speakers: dict[str, tuple[str, ...]] | None = None
        self._looked_for = 0
        self._kinship: Kinship | None = None

    def __getstate__(self) -> tuple[Any, Any, datetime.date]:
        """What is sent to another process: the entries and the day; all else can be worked out from them."""
        return tuple(self.by_key.values()), tuple(self.hidden.values()), self.today

    def __setstate__(self, state: tuple[Any, Any, datetime.date]) -> None:
        """The library in another process."""
        self.__init__(*state)  # type: ignore[misc]

    def with_changed(self, entries: Iterable[Entry]) -> Library:
        """This library with these entries in place of those of the same records, which refer to the same as they did.

        What has been worked out of references is not worked out again.
        """
        changed = {entry.key: entry for entry in entries}
        public = {**self.by_key, **{key: new for key, new in changed.items() if key in self.by_key}}
        hidden = {**self.hidden, **{key: new for key, new in changed.items() if key in self.hidden}}
        library = Library(public.values(), hidden.values(), self.today)
        library._meanings, library._around = self._meanings, self._around
        library._speakers = self._speakers
        library._kinship = self._kinship
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

    def meant(self, naming: Naming) -> str | None:
        """The key of the public record that a naming means, or None."""
        named = self._meant(naming)
        return named.key if named is not None and named.public else None

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

    # ------------------------------------------------------------ lists

    def listed(self, kind: str) -> tuple[Entry, ...]:
        """The records of a kind, stories in the order that all languages share."""
        return self.stories if kind == "stories" else self.by_kind[kind]

    @cached_property
    def holdings(self) -> Mapping[str, Holding]:
        """By the key of each facet that readers can choose by, the records of each value."""
        kinds = {kind.name: self.listed(kind.name) for kind in KINDS}
        return holdings_of(kinds, {**self.by_key, **self.hidden}, self.by_key)

    @cached_property
    def stories(self) -> tuple[Entry, ...]:
        """The stories as the site reads them: the newest first, those of one day by id.

        A draft of which nothing is written yet has no page, and is not among them.
        """
        told = (story for story in self.by_kind["stories"] if story.written_in)
        by_id = sorted(told, key=lambda story: story.id)
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

    @property
    def is_related(self) -> bool:
        """Whether it has been worked out what is read with each story."""
        return self._kinship is not None

    def relate(self, before: Kinship = NOBODY) -> Kinship:
        """What is read with each story, worked out once; of what was known `before`, all is used that still holds."""
        if self._kinship is None:
            self._kinship = kinship(self.by_kind, before)
        return self._kinship

    @cached_property
    def _in_time(self) -> Mapping[str, tuple[str, str]]:
        """For a record that is listed by its date, the keys of those before and after it, or empty strings."""
        found: dict[str, tuple[str, str]] = {}
        for kind in KINDS:
            if kind.order == "date":
                dated = sorted((e.day, e.key) for e in self.by_kind[kind.name] if e.day is not None)
                keys = [key for _, key in dated]
                found |= zip(keys, zip(["", *keys], [*keys[1:], ""], strict=False), strict=False)
        return found

    def neighbours(self, key: str) -> tuple[str, str]:
        """The keys of the records before and after one, in the order of stories or of time; empty where there is none.

        The last story leads on to the first, and nothing goes before the first; of two, each has but one neighbour.
        """
        after = self.following.get(key)
        if after is not None:
            before = self.preceding[key]
            return "" if before == after or key == self.stories[0].key else before, after
        return self._in_time.get(key, ("", ""))

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
        keys += (relation.key for relation in self.relate().of(key))
        keys += filter(None, self.neighbours(key))
        after = self.following.get(key)
        if after is not None:
            mentions = {naming for face in self.by_key[after].faces for naming in face.mentions}
            keys += [named.key for named in self.named(after) if named.naming in mentions] if mentions else []
        return Around(tuple(keys), "".join("1" if named.public else "0" for named in own))

    def showing(self, key: str) -> set[str]:
        """The keys of the records whose pages may show this one."""
        speakers = self.speakers(key)
        found = {*speakers, *(named.key for named in self.named(key) if named.public)}
        # The story before one shows its opening, and with it what this names.
        found |= {self.preceding[story] for story in (key, *speakers) if story in self.preceding}
        found.update(filter(None, self.neighbours(key)))
        return found | self.relate().showing(key)


_WORTH_AN_INDEX = 3
"""From so many records on, an index of all that name others is quicker than going through all references for each."""


def refers_alike(one: Entry, other: Entry) -> bool:
    """Whether two states of a record refer to the same, stand at the same place and are found at the same addresses.

    And where its neighbours depend on its date, and for a story what is read with it, whether these are the same too.
    """
    return (
        all(one[field] == other[field] for field in _OF_REFERENCES)
        and all(
            before.mentions == after.mentions and before.shown == after.shown
            for before, after in zip(one.faces, other.faces, strict=True)
        )
        and (KIND[one.kind_name].order not in _BY_DATE or _stand_alike(one, other))
    )


_BY_DATE = {"date", "published"}


def _stand_alike(one: Entry, other: Entry) -> bool:
    return one.day == other.day and one.values("field") == other.values("field")


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
        "kind_name", "id", "century", "addresses", "written_in", "names", "draft", "publish", "published", "formerly",
        "cover", "negatives", "borrows", "without_consent", "is_guarded", "facets", "point",
    )
]  # fmt: skip


def _by_id(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.id, []).append(entry)
    return found
