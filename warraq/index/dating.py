"""When a record is placed in time: the date by which it is ordered, and its time as pictures draw it."""

from __future__ import annotations

from typing import Any

from warraq.lang.dates import HistoricDate
from warraq.model.facts import Journey, Milestone, Person, Work
from warraq.model.records import Record
from warraq.timeline.times import Time, activity_of, life_of, time_of

_FIELDS = ("when", "starts", "begins", "date", "founded", "born", "active", "died")
"""The fields that hold a date of the record itself; the first one that is written places it in time."""


def moment_of(record: Record) -> HistoricDate | None:
    """The date by which a record is placed in time, or None."""
    for name in _FIELDS:
        date: HistoricDate | None = getattr(record.facts, name, None)
        if date is not None:
            return date
    return None


def time_of_record(record: Record) -> Time | None:
    """When it was: a life with what is known of its ends, a stretch of time, or a moment; None without a date."""
    facts: Any = record.facts
    if isinstance(facts, Person):
        if facts.born or facts.died:
            return life_of(facts.born, facts.died)
        return activity_of(facts.active) if facts.active else None
    moment = moment_of(record)
    return time_of(moment, getattr(facts, "ends", None)) if moment else None


def people_of(record: Record) -> tuple[str, ...]:
    """The keys of the people whose own work, way or deed it is, on whose line of life it therefore stands."""
    facts = record.facts
    refs = (
        facts.makers
        if isinstance(facts, Work)
        else facts.travellers
        if isinstance(facts, Journey)
        else facts.people
        if isinstance(facts, Milestone)
        else ()
    )
    return tuple(f"people/{ref.target}" for ref in refs)
