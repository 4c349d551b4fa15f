"""The content model: what may be said of each kind of record. Fields are data.

One field here is everything: its type validates what editors write, its label is shown to readers and in
forms, and the JSON Schema for editors' tools is made from it (`warraq/read/schema.py`). To add a field, add a
line; to add a kind, add a class and a row in `warraq/model/kinds.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from warraq.model.declaring import (
    EventRef,
    Field,
    GiftRef,
    InstitutionRef,
    JourneyRef,
    Part,
    PartyRef,
    PersonRef,
    PlaceRef,
    ProjectRef,
    Region,
    SourceRef,
    StoryRef,
    TermRef,
    VenueRef,
    WorkRef,
    fact,
    facts,
)
from warraq.model.following import Followed, Machine
from warraq.model.pictures import Consent, Picture
from warraq.model.values import (
    Date,
    Day,
    Flag,
    LanguageCode,
    LocalAddress,
    Number,
    Phrase,
    Phrases,
    Point,
    WebAddress,
    Whole,
)
from warraq.model.words import N_


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What every record may say of itself."""

    __pydantic_config__: ClassVar[Mapping[str, str]] = {"extra": "forbid"}

    draft: Flag = fact(default=False)
    publish: Day | None = fact()
    formerly: tuple[LocalAddress, ...] = facts()
    """Former addresses, which go on leading here."""
    sources: tuple[SourceRef, ...] = facts(N_("Sources"), shown=False)
    pictures: tuple[Picture, ...] = facts()
    """The first one stands for the record in lists."""
    cover: Phrase | None = fact()
    """The family of ornament of its drawn cover; one is chosen by its kind and region where none is named."""
    cover_source: SourceRef | None = fact()
    """What its drawn cover is modelled on, if it is; without it the page says that it is no historical pattern."""


@dataclass(frozen=True, kw_only=True)
class Listing(Part):
    """An entry in a list of heritage, named and numbered as the list itself does."""

    list: Literal["world-heritage", "intangible-heritage", "good-practices", "creative-cities"]
    number: Phrase | None = None
    year: Date | None = None
    name: Phrases | None = None


@dataclass(frozen=True, kw_only=True)
class Named(Facts):
    """A record that has a name of its own in each language, whether or not a text is written about it."""

    name: Phrases
    transliteration: Phrase | None = fact(N_("Transliteration"), shown=False)
    sort: Phrases | None = fact()
    """The name as it is filed in an index, where that is not plain from the name."""
    aliases: tuple[Phrase, ...] = facts(N_("Also known as"))
    region: Region | None = fact()


@dataclass(frozen=True, kw_only=True)
class Story(Facts):
    original: LanguageCode
    """The language that the story began in."""
    region: Region
    fields: tuple[Field, ...] = facts(N_("Field"))
    published: Day
    updated: Day | None = fact()
    when: Date | None = fact(N_("Period"))
    people: tuple[PersonRef, ...] = facts(N_("People"))
    places: tuple[PlaceRef, ...] = facts(N_("Places"))
    institutions: tuple[InstitutionRef, ...] = facts(N_("Institutions"))
    works: tuple[WorkRef, ...] = facts(N_("Works"))
    journeys: tuple[JourneyRef, ...] = facts(N_("Journeys"))
    events: tuple[EventRef, ...] = facts(N_("Events"))
    projects: tuple[ProjectRef, ...] = facts(N_("Projects"))
    gifts: tuple[GiftRef, ...] = facts(N_("Gifts"))
    terms: tuple[TermRef, ...] = facts(N_("Terms"))
    related: tuple[StoryRef, ...] = facts(N_("Related stories"), shown=False)


@dataclass(frozen=True, kw_only=True)
class Milestone(Named):
    """A dated fact of history that a line can tell: its name is that line."""

    when: Date = fact(N_("Date"), needed=True)
    fields: tuple[Field, ...] = facts(N_("Field"))
    people: tuple[PersonRef, ...] = facts(N_("People"))
    places: tuple[PlaceRef, ...] = facts(N_("Places"))
    works: tuple[WorkRef, ...] = facts(N_("Works"))
    institutions: tuple[InstitutionRef, ...] = facts(N_("Institutions"))
    journeys: tuple[JourneyRef, ...] = facts(N_("Journeys"))
    events: tuple[EventRef, ...] = facts(N_("Events"))
    gifts: tuple[GiftRef, ...] = facts(N_("Gifts"))
    terms: tuple[TermRef, ...] = facts(N_("Terms"))


@dataclass(frozen=True, kw_only=True)
class Person(Named):
    roles: tuple[
        Literal[
            "artist", "astronomer", "calligrapher", "craftsperson", "engineer", "geographer", "historian", "jurist",
            "mathematician", "painter", "patron", "philosopher", "photographer", "physician", "poet", "ruler",
            "scholar", "secretary", "student", "teacher", "translator", "traveller", "vizier", "writer",
        ],
        ...,
    ] = facts(N_("Known as"))  # fmt: skip
    born: Date | None = fact(N_("Born"))
    birthplace: PlaceRef | None = fact(N_("Place of birth"))
    died: Date | None = fact(N_("Died"))
    deathplace: PlaceRef | None = fact(N_("Place of death"))
    active: Date | None = fact(N_("Active"))
    places: tuple[PlaceRef, ...] = facts(N_("Places"))
    institutions: tuple[InstitutionRef, ...] = facts(N_("Institutions"))
    teachers: tuple[PersonRef, ...] = facts(N_("Teachers"))
    same_as: tuple[WebAddress, ...] = facts(N_("Authority records"), code=True)
    living: Flag = fact(default=False)
    consent: Consent | None = fact()


@dataclass(frozen=True, kw_only=True)
class Place(Named):
    type: Literal[
        "city", "town", "village", "quarter", "region", "building", "square", "sanctuary", "site", "landscape"
    ] = fact(N_("Type"), default="city")
    coordinates: Point | None = fact(N_("Coordinates"))
    part_of: PlaceRef | None = fact(N_("Part of"))
    listed: tuple[Listing, ...] = facts(N_("Heritage lists"))
    same_as: tuple[WebAddress, ...] = facts(N_("Authority records"), code=True)


@dataclass(frozen=True, kw_only=True)
class Institution(Named):
    type: Literal[
        "university",
        "hospital",
        "school",
        "museum",
        "library",
        "press",
        "association",
        "workshop",
        "organisation",
    ] = fact(N_("Type"), needed=True)
    place: PlaceRef | None = fact(N_("Place"))
    founded: Date | None = fact(N_("Founded"))
    closed: Date | None = fact(N_("Closed"))
    founders: tuple[PersonRef, ...] = facts(N_("Founders"))
    part_of: InstitutionRef | None = fact(N_("Part of"))
    website: WebAddress | None = fact(N_("Website"), code=True)
    same_as: tuple[WebAddress, ...] = facts(N_("Authority records"), code=True)


@dataclass(frozen=True, kw_only=True)
class Work(Named):
    type: Literal[
        "book", "manuscript", "building", "textile", "painting", "calligraphy", "craft", "object", "collection", "tale",
    ] = fact(N_("Type"), needed=True)  # fmt: skip
    makers: tuple[PersonRef, ...] = facts(N_("Made by"))
    date: Date | None = fact(N_("Date"))
    place: PlaceRef | None = fact(N_("Place"))
    places: tuple[PlaceRef, ...] = facts(N_("Places"))
    language: LanguageCode | None = fact(N_("Language"))
    material: Phrases | None = fact(N_("Material"))
    """As one would tell it: silk thread on wool."""
    materials: tuple[
        Literal[
            "bone", "brass", "brick", "bronze", "ceramic", "clay", "copper", "cotton", "dye", "enamel", "glass",
            "gold", "ink", "iron", "ivory", "lacquer", "leather", "linen", "marble", "mother-of-pearl",
            "olive-oil", "olive-wood", "paper", "papyrus", "parchment", "pigment", "plaster", "silk", "silver",
            "steel", "stone", "straw", "tile", "wood", "wool",
        ],
        ...,
    ] = facts(N_("Material"), unless="material")  # fmt: skip
    """The same in the words of the index."""
    technique: Phrases | None = fact(N_("Technique"))
    dimensions: Phrases | None = fact(N_("Dimensions"))
    holder: InstitutionRef | None = fact(N_("Held by"))
    inventory: Phrase | None = fact(N_("Inventory number"), code=True)
    rights: Phrases | None = fact(N_("Rights"))
    listed: tuple[Listing, ...] = facts(N_("Heritage lists"))
    same_as: tuple[WebAddress, ...] = facts(N_("Authority records"), code=True)


@dataclass(frozen=True, kw_only=True)
class Stop(Part):
    """One place of a journey, in the order of travel."""

    place: PlaceRef
    arrived: Date | None = None
    left: Date | None = None
    note: Phrases | None = None


@dataclass(frozen=True, kw_only=True)
class Journey(Named):
    travellers: tuple[PersonRef, ...] = facts(N_("Travellers"))
    purpose: (
        Literal["pilgrimage", "study", "teaching", "exchange", "office", "trade", "exploration", "retreat"]
        | None
    ) = fact(N_("Purpose"))
    begins: Date | None = fact(N_("Begins"))
    ends: Date | None = fact(N_("Ends"))
    stops: tuple[Stop, ...] = facts(N_("Stops"), shown=False)
    hosts: tuple[PartyRef, ...] = facts(N_("Hosts"))
    outcome: Phrases | None = fact(N_("What came of it"))
    works: tuple[WorkRef, ...] = facts(N_("Works"))


@dataclass(frozen=True, kw_only=True)
class Session(Part):
    """One item of an event's programme."""

    name: Phrases
    when: Date | None = None
    speakers: tuple[PersonRef, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Event(Named):
    type: Literal["conference", "exhibition", "workshop", "talk", "fair", "session"] = fact(
        N_("Type"), needed=True
    )
    fields: tuple[Field, ...] = facts(N_("Field"))
    starts: Date = fact(N_("Begins"), needed=True)
    ends: Date | None = fact(N_("Ends"))
    venue: VenueRef | None = fact(N_("Venue"))
    organisers: tuple[PartyRef, ...] = facts(N_("Organised by"))
    participants: tuple[PartyRef, ...] = facts(N_("Participants"))
    programme: tuple[Session, ...] = facts(N_("Programme"), shown=False)
    works: tuple[WorkRef, ...] = facts(N_("Works"))


@dataclass(frozen=True, kw_only=True)
class Project(Named):
    fields: tuple[Field, ...] = facts(N_("Field"))
    partners: tuple[PartyRef, ...] = facts(N_("Partners"))
    begins: Date | None = fact(N_("Begins"))
    ends: Date | None = fact(N_("Ends"))
    status: Literal["planned", "under-way", "completed", "suspended"] | None = fact(N_("Status"))
    places: tuple[PlaceRef, ...] = facts(N_("Places"))
    results: Phrases | None = fact(N_("Results"))
    listed: tuple[Listing, ...] = facts(N_("Heritage lists"))


@dataclass(frozen=True, kw_only=True)
class GiftItem(Part):
    """What was given, and how much of it."""

    what: Phrases
    quantity: Number | None = None
    about: Flag = False
    """The quantity is only roughly known."""
    unit: Phrases | None = None


@dataclass(frozen=True, kw_only=True)
class Gift(Named):
    type: Literal["medical-supplies", "school-materials", "books", "collection", "endowment"] = fact(
        N_("Type"), needed=True
    )
    givers: tuple[PartyRef, ...] = facts(N_("Given by"))
    recipients: tuple[PartyRef, ...] = facts(N_("Given to"))
    place: PlaceRef | None = fact(N_("Place"))
    date: Date | None = fact(N_("Date"))
    items: tuple[GiftItem, ...] = facts(N_("What was given"), shown=False)


@dataclass(frozen=True, kw_only=True)
class Term(Named):
    meaning: Phrases
    """One line that explains the word."""
    see: tuple[TermRef, ...] = facts(N_("See also"))
    places: tuple[PlaceRef, ...] = facts(N_("Places"))
    works: tuple[WorkRef, ...] = facts(N_("Works"))


@dataclass(frozen=True, kw_only=True)
class Source(Facts):
    type: Literal[
        "book", "article", "chapter", "entry", "thesis", "web-page", "decision", "catalogue", "manuscript"
    ] = fact(N_("Type"), needed=True, shown=False)
    title: Phrase
    """The title in its own language and script."""
    language: LanguageCode
    authors: tuple[Phrase, ...] = facts(N_("Author"))
    editors: tuple[Phrase, ...] = facts(N_("Editor"))
    translators: tuple[Phrase, ...] = facts(N_("Translator"))
    container: Phrase | None = fact(N_("In"))
    """The journal, encyclopaedia or book that it stands in."""
    volume: Phrase | None = fact(N_("Volume"))
    issue: Phrase | None = fact(N_("Issue"))
    pages: Phrase | None = fact(N_("Pages"))
    edition: Phrase | None = fact(N_("Edition"))
    publisher: Phrase | None = fact(N_("Publisher"))
    published_at: Phrase | None = fact(N_("Place of publication"))
    year: Phrase | None = fact(N_("Year"))
    doi: Phrase | None = fact("DOI", code=True)
    isbn: Phrase | None = fact("ISBN", code=True)
    url: WebAddress | None = fact(N_("Address"), code=True)
    name: Phrases | None = fact()
    """The title in the languages of the site, where it helps the reader."""


@dataclass(frozen=True, kw_only=True)
class Page(Facts):
    order: Whole = fact(default=100)
    menu: Literal["main", "foot", "none"] = fact(default="foot")
    introduces: (
        Literal[
            "stories", "milestones", "people", "places", "works", "journeys", "institutions", "events", "projects",
            "gifts", "terms", "sources",
        ]
        | None
    ) = fact()  # fmt: skip
    """The kind of record whose list leads to this page, because it tells what belongs there."""


@dataclass(frozen=True, kw_only=True)
class TellingFacts(Part):
    """The front matter of a text: what belongs to one language only."""

    title: Phrase | None = None
    summary: Phrase | None = None
    draft: Flag = False
    """Whether this text is still being written, though others of the record may be public."""
    author: Phrase | None = None
    translator: Phrase | None = None
    translated_from: LanguageCode | None = None
    machine_translation: Machine = None
    """The tool that translated it; whoever reads it over is its `reviewer`."""
    reviewer: Phrase | None = None
    description: Phrase | None = None
    """For search engines, where the summary does not serve."""
    slug: Phrase | None = None
    """The last part of the address in this language, where it shall not be the record's id."""
    follows: Followed | None = None

    @property
    def is_translation(self) -> bool:
        """Whether somebody is said to have translated it, and not to have told it anew."""
        return bool(self.translated_from or self.translator) or self.machine_translation is not None
