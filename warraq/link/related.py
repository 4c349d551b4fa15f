"""Which stories are read with each other: those whose facts name the same people, places and works, or the same time.

What two stories share weighs the more, the fewer share it: the measure of Adamic and Adar (“Friends and neighbors on
the Web”, Social Networks 25, 2003), with a factor for what is shared, since a person says more than a town. Numbers are
taken in steps that double, so a site may grow and most stories keep their neighbours.

Only facts count, not whatever a text mentions in passing: what two stories are said to share, both must be about.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

Feature = str
"""Something that stories may share: the naming of a record, `people:ibn-sina`, or `century:11`, or `field:medicine`."""

_WEIGHTS: Final[Mapping[str, int]] = {
    "people": 100,
    "works": 100,
    "journeys": 100,
    "events": 100,
    "gifts": 100,
    "institutions": 90,
    "projects": 80,
    "terms": 60,
    "places": 60,
    "century": 30,
    "field": 20,
}
"""How much it says that two stories share one of these."""

RECORDS: Final = tuple(kind for kind in _WEIGHTS if kind not in {"century", "field"})
"""The kinds of record that count."""

READ_WITH: Final = 4
"""Stories that are offered beside a story; all that its editors have chosen, even if they are more."""

_RARE: Final = (1 << 6) - 1
"""Stories with a feature, up to which it is rare enough to be looked through for others: the end of a step."""

_COMMON: Final = (1 << 11) - 1
"""The same, for a story that has no rare one: its rarest is looked through."""

_LOOKED_AT: Final = 12
"""Those that share most of what is rare; which of them are nearest, all that they share decides."""

_STORIES: Final = 1 << 32
"""More than any site has."""


class Told(NamedTuple):
    """What a story tells of, as its facts have it."""

    features: tuple[Feature, ...]
    chosen: tuple[str, ...]
    """The keys of the stories that its editors offer beside it."""


class Relation(NamedTuple):
    """A story that is read with another one."""

    key: str
    shared: tuple[Feature, ...]
    """What both tell of, the most telling first."""


Relations = dict[str, tuple[Relation, ...]]
"""By the key of each story, those that are read with it."""


def related(told: Mapping[str, Told]) -> Relations:
    """What is read with each story."""
    index = _Index(told)
    return {key: index.beside(key) for key in told}


def related_anew(told: Mapping[str, Told], past: Mapping[str, Told]) -> Relations:
    """What is read with each story beside which others may be read than when they told of what is `past`.

    Where few tell of something else, these are few.
    """
    index = _Index(told)
    return {key: index.beside(key) for key in _may_have_changed(index, past)}


def weight_of(feature: Feature, stories: int) -> int:
    """How much it says that two of so many stories with a feature share it."""
    return 60 * _WEIGHTS[feature.partition(":")[0]] // stories.bit_length()


class _Index:
    """The stories by what they tell of; each is a number, in the order of keys, since numbers are quick to sort."""

    def __init__(self, told: Mapping[str, Told]) -> None:
        self.told = told
        self.keys = sorted(told)
        self.number = {key: number for number, key in enumerate(self.keys)}
        self.having: dict[Feature, list[int]] = {}
        for number, key in enumerate(self.keys):
            for feature in told[key].features:
                self.having.setdefault(feature, []).append(number)
        self._features = [frozenset(told[key].features) for key in self.keys]
        self._weights = {
            feature: weight_of(feature, len(numbers))
            for feature, numbers in self.having.items()
            if len(numbers) > 1
        }

    def beside(self, key: str) -> tuple[Relation, ...]:
        """The stories that are read with a story: what its editors chose, then the nearest."""
        number = self.number
        found = [number[other] for other in self.told[key].chosen if other in number and other != key]
        if len(found) < READ_WITH:
            near = self._nearest(number[key], {number[key], *found})
            found += near[: READ_WITH - len(found)]
        own = self._features[number[key]]
        return tuple(
            Relation(self.keys[other], self._in_order(own & self._features[other])) for other in found
        )

    def has_rare(self, number: int) -> bool:
        """Whether a story has a feature that few others have."""
        return any(1 < len(self.having[feature]) <= _RARE for feature in self._features[number])

    def _looked_through(self, features: Iterable[Feature]) -> list[Feature]:
        """The features of a story by which others are found."""
        having = self.having
        shared = [feature for feature in features if feature in self._weights]
        rare = [feature for feature in shared if len(having[feature]) <= _RARE]
        if rare or not shared:
            return rare
        rarest = min(shared, key=lambda feature: (len(having[feature]).bit_length(), feature))
        return [rarest] if len(having[rarest]) <= _COMMON else []

    def _nearest(self, own: int, but: set[int]) -> list[int]:
        """The stories that share most with one; of those that share as much, the first by key."""
        features, weights = self._features, self._weights
        scores: dict[int, int] = {}
        for feature in self._looked_through(features[own]):
            weight = weights[feature]
            for other in self.having[feature]:
                scores[other] = scores.get(other, 0) + weight
        for other in but:
            scores.pop(other, None)
        looked_at = _best_first(scores)[:_LOOKED_AT]
        return _best_first(
            {other: sum(map(weights.__getitem__, features[own] & features[other])) for other in looked_at}
        )

    def _in_order(self, shared: frozenset[Feature]) -> tuple[Feature, ...]:
        return tuple(sorted(shared, key=lambda feature: (-self._weights[feature], feature)))


def _best_first(scores: Mapping[int, int]) -> list[int]:
    # One number for the score and the story is quicker to put in order than a pair of them.
    ranks = sorted([score * _STORIES - number for number, score in scores.items()], reverse=True)
    return [-rank % _STORIES for rank in ranks]


def _may_have_changed(index: _Index, past: Mapping[str, Told]) -> set[str]:
    """The stories beside which others may be read than before."""
    told, keys = index.told, index.keys
    changed = {key for key in told.keys() | past.keys() if told.get(key) != past.get(key)}
    affected = changed & told.keys()
    affected.update(key for key, (_, chosen) in told.items() if chosen and not changed.isdisjoint(chosen))
    more: dict[Feature, int] = {}
    """The features of those that changed, and of how many more it is one than before."""
    for key in changed:
        for feature in past[key].features if key in past else ():
            more[feature] = more.get(feature, 0) - 1
        for feature in told[key].features if key in told else ():
            more[feature] = more.get(feature, 0) + 1
    for feature, number in more.items():
        having = index.having.get(feature, [])
        if len(having) <= _RARE or len(having).bit_length() != (len(having) - number).bit_length():
            affected.update(keys[story] for story in having)
        elif len(having) <= _COMMON:
            # It weighs what it did, and brings only those together that have nothing rare.
            affected.update(keys[story] for story in having if not index.has_rare(story))
    return affected
