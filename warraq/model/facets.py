"""Facets: the sides from which the records of a kind are looked at, one row each.

A facet parts the list of its kind: people by role, works by material. From its row follow the values of every record,
a page for each value, a page of all values, and the links on the list. To add a facet, add a row here and name it in
a section of `warraq/plan/topics.py`; to name a value in the plural, add a word to `MANY`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Final

from warraq.lang.calendars import common_era_century, common_era_year
from warraq.model.values import Ref
from warraq.model.words import N_

Taken = Callable[[Any, int | None], Iterable[str | Ref]]
"""What a facet takes from the facts of a record and from the first day of its date: words or references."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to part the records of a kind."""

    kind: str
    name: str
    """The segment of addresses: `/en/people/role/`."""
    taken: Taken
    label: str
    """A phrase beside the values on the list of the kind."""
    title: str
    """The heading of the page with all values."""
    of: str = "word"
    """What its values are: `word` of the catalogue, `century`, `year`, or the kind of the records that they are."""
    many: bool = False
    """Whether a value is said in the plural, as `MANY` has it."""
    short: str = ""
    """What its values are to the records, where several facets of one kind stand together in the index of topics."""
    note: str = ""
    """What a reader must know to understand it, on the page with all values."""

    @property
    def key(self) -> str:
        """`kind/name`, which no other facet has."""
        return f"{self.kind}/{self.name}"

    @property
    def is_of_records(self) -> bool:
        """Whether its values are records."""
        return self.of not in {"word", "century", "year"}


def _field(*names: str) -> Taken:
    """The values of fields, each of which holds one or several."""

    def taken(facts: Any, _day: int | None) -> Iterable[Any]:
        for name in names:
            value = getattr(facts, name)
            yield from value if isinstance(value, tuple) else () if value is None else (value,)

    return taken


def _stops(part: slice) -> Taken:
    """The places of some of the stops of a journey that has a beginning and an end."""

    def taken(facts: Any, _day: int | None) -> Iterable[Any]:
        return map(attrgetter("place"), facts.stops[part]) if len(facts.stops) > 1 else ()

    return taken


def _century(_facts: Any, day: int | None) -> Iterable[str]:
    return () if day is None else (_counted(common_era_century(day)),)


def _year(_facts: Any, day: int | None) -> Iterable[str]:
    if day is None:
        return ()
    year = common_era_year(day)
    return (_counted(year if year > 0 else year - 1),)


def _counted(number: int) -> str:
    return str(number) if number > 0 else f"{-number}-bce"


def number_of(value: str) -> int:
    """The number that a century or a year is counted by in the common era; those before it are negative."""
    number, is_before = value.removesuffix("-bce"), value.endswith("-bce")
    return -int(number) if is_before else int(number)


FACETS: Final[tuple[Facet, ...]] = (
    Facet("stories", "field", _field("fields"), N_("By field"), N_("Stories by field")),
    Facet("stories", "century", _century, N_("By century"), N_("Stories by century"), "century",
          note=N_("Each stands in the century in which it begins.")),
    Facet("stories", "place", _field("places"), N_("By place"), N_("Stories by place"), "places",
          note=N_("What belongs to a place within a city is found under the city too.")),
    Facet("people", "role", _field("roles"), N_("By role"), N_("People by role"), many=True),
    Facet("people", "century", _century, N_("By century"), N_("People by century"), "century",
          note=N_("Each stands in the century of birth, or of activity where that alone is known.")),
    Facet("places", "type", _field("type"), N_("By kind"), N_("Places by kind"), many=True),
    Facet("places", "within", _field("part_of"), N_("By city or region"), N_("Places by city or region"), "places"),
    Facet("works", "type", _field("type"), N_("By kind"), N_("Works by kind"), many=True),
    Facet("works", "maker", _field("makers"), N_("By maker"), N_("Works by maker"), "people"),
    Facet("works", "material", _field("materials"), N_("By material"), N_("Works by material")),
    Facet("works", "holder", _field("holder"), N_("By holder"), N_("Works by holder"), "institutions"),
    Facet("works", "century", _century, N_("By century"), N_("Works by century"), "century",
          note=N_("Each stands in the century in which it begins.")),
    Facet("journeys", "from", _stops(slice(0, 1)), N_("By starting point"), N_("Journeys by starting point"), "places",
          short=N_("from here")),
    Facet("journeys", "to", _stops(slice(-1, None)), N_("By destination"), N_("Journeys by destination"), "places",
          short=N_("to here")),
    Facet("journeys", "through", _stops(slice(1, -1)), N_("By place on the way"), N_("Journeys by place on the way"),
          "places", short=N_("through here")),
    Facet("journeys", "century", _century, N_("By century"), N_("Journeys by century"), "century",
          note=N_("Each stands in the century in which it begins.")),
    Facet("institutions", "type", _field("type"), N_("By kind"), N_("Institutions by kind"), many=True),
    Facet("institutions", "place", _field("place"), N_("By place"), N_("Institutions by place"), "places"),
    Facet("events", "year", _year, N_("By year"), N_("Events by year"), "year"),
    Facet("events", "type", _field("type"), N_("By kind"), N_("Events by kind"), many=True),
    Facet("events", "field", _field("fields"), N_("By field"), N_("Events by field")),
    Facet("projects", "field", _field("fields"), N_("By field"), N_("Projects by field")),
    Facet("gifts", "type", _field("type"), N_("By kind"), N_("Gifts by kind")),
)  # fmt: skip
"""In the order in which lists show them."""

FACET: Final[Mapping[str, Facet]] = {facet.key: facet for facet in FACETS}

FACETS_OF: Final[Mapping[str, tuple[Facet, ...]]] = {
    kind: tuple(facet for facet in FACETS if facet.kind == kind)
    for kind in dict.fromkeys(facet.kind for facet in FACETS)  # in their order, which a set would not keep
}

WITHIN: Final = FACET["places/within"]
"""What a place lies in: whatever belongs to a place belongs to those around it too."""

MANY: Final[Mapping[str, str]] = {
    "artist": "Artists", "astronomer": "Astronomers", "calligrapher": "Calligraphers",
    "craftsperson": "Craftspeople", "engineer": "Engineers", "geographer": "Geographers",
    "historian": "Historians", "jurist": "Jurists", "mathematician": "Mathematicians",
    "painter": "Painters", "patron": "Patrons", "philosopher": "Philosophers",
    "photographer": "Photographers", "physician": "Physicians", "poet": "Poets", "ruler": "Rulers",
    "scholar": "Scholars", "secretary": "Secretaries", "student": "Students", "teacher": "Teachers",
    "translator": "Translators", "traveller": "Travellers", "vizier": "Viziers", "writer": "Writers",
    "city": "Cities", "town": "Towns", "village": "Villages", "quarter": "Quarters",
    "region": "Regions", "square": "Squares", "sanctuary": "Sanctuaries", "site": "Sites",
    "landscape": "Landscapes",
    "university": "Universities", "hospital": "Hospitals", "school": "Schools", "museum": "Museums",
    "library": "Libraries", "press": "Presses", "association": "Associations",
    "workshop": "Workshops", "organisation": "Organisations",
    "book": "Books", "manuscript": "Manuscripts", "building": "Buildings", "textile": "Textiles",
    "painting": "Paintings", "calligraphy": "Calligraphy", "craft": "Crafts", "object": "Objects",
    "collection": "Collections", "tale": "Tales",
    "conference": "Conferences", "exhibition": "Exhibitions", "talk": "Talks", "fair": "Fairs",
    "session": "Sessions",
}  # fmt: skip
"""The words that facets say in the plural, in the context `many` of the catalogue. Others are said as they are."""
