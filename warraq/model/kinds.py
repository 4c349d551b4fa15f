"""The kinds of record: one row each, in the order in which the site presents them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from warraq.model import facts
from warraq.model.words import N_


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record: the folder under `content/`, the segment of addresses, and its words."""

    name: str
    facts: type[facts.Facts]
    template: str
    """The page of one record; the list of all has the kind's own name."""
    one: str
    many: str
    order: str = "name"
    """How its list is arranged: by `name` (A to Z), `date` (by centuries), `coming` (what is to come, then what was, by
    years), `language`, or `published`."""


KINDS: Final[tuple[Kind, ...]] = (
    Kind("stories", facts.Story, "story", N_("Story"), N_("Stories"), "published"),
    Kind("milestones", facts.Milestone, "milestone", N_("Milestone"), N_("Milestones"), "date"),
    Kind("people", facts.Person, "person", N_("Person"), N_("People")),
    Kind("places", facts.Place, "place", N_("Place"), N_("Places")),
    Kind("works", facts.Work, "work", N_("Work"), N_("Works")),
    Kind("journeys", facts.Journey, "journey", N_("Journey"), N_("Journeys"), "date"),
    Kind("institutions", facts.Institution, "institution", N_("Institution"), N_("Institutions")),
    Kind("events", facts.Event, "event", N_("Event"), N_("Events"), "coming"),
    Kind("projects", facts.Project, "project", N_("Project"), N_("Projects"), "date"),
    Kind("gifts", facts.Gift, "gift", N_("Gift"), N_("Gifts"), "date"),
    Kind("terms", facts.Term, "term", N_("Term"), N_("Glossary")),
    Kind("sources", facts.Source, "source", N_("Source"), N_("Sources"), "language"),
    Kind("pages", facts.Page, "page", N_("Page"), N_("Pages"), "order"),
)

KIND: Final[dict[str, Kind]] = {kind.name: kind for kind in KINDS}
