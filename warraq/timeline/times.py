"""When something was, as a picture draws it: two ends, each somewhere between two days."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from warraq.lang.historic_date import HistoricDate, Moment


class Edge(Struct, frozen=True):
    """A moment that lies somewhere between two days, both given as Julian day numbers."""

    first: int
    last: int
    about: bool = False
    """Whether it may lie somewhat outside of them too: the source says “about”, doubts it, or gives a limit alone."""


class Time(Struct, frozen=True):
    """When something was: a moment has no end, and of a stretch of time one end may be unknown."""

    nature: Literal["moment", "stretch", "life", "active"]
    begins: Edge | None
    ends: Edge | None = None

    @property
    def first(self) -> int:
        """The first day that it may mean."""
        return _one_of(self.begins, self.ends).first

    @property
    def last(self) -> int:
        """The last day that it may mean."""
        return _one_of(self.ends, self.begins).last


def time_of(begins: HistoricDate, ends: HistoricDate | None = None) -> Time:
    """The time of what began at one date and, where that is said, ended at another."""
    if ends is not None and ends != begins:
        return Time("stretch", edge_of(begins), edge_of(ends))
    first, last = begins.moments[0], begins.moments[-1]
    if begins.kind in ("interval", "set") and len(begins.moments) > 1:
        return Time("stretch", _edge(first), _edge(last))
    return Time("moment", edge_of(begins))


def life_of(born: HistoricDate | None, died: HistoricDate | None) -> Time:
    """The time of a life of which at least one end is known."""
    return Time("life", edge_of(born) if born else None, edge_of(died) if died else None)


def activity_of(active: HistoricDate) -> Time:
    """The time in which somebody of whom nothing else is known was at work."""
    time = time_of(active)
    return Time("active", time.begins, time.ends)


def edge_of(date: HistoricDate) -> Edge:
    """A date that stands for one moment: between which two days it lies."""
    known = date.known_moments
    about = date.approximate or date.uncertain or date.first_day is None or date.last_day is None
    first = date.first_day if date.first_day is not None else known[0].first_day
    last = date.last_day if date.last_day is not None else known[-1].last_day
    return Edge(first, last, about)


def _edge(moment: Moment | str) -> Edge | None:
    if isinstance(moment, str):
        return None
    return Edge(moment.first_day, moment.last_day, moment.approximate or moment.uncertain)


def _one_of(one: Edge | None, other: Edge | None) -> Edge:
    found = one or other
    if found is None:
        raise ValueError("a time has at least one end")
    return found
