"""What is said of a work in IIIF Presentation 3.0: the values of which manifests and collections are made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from warraq.lang.scripts import direction_of

Texts = Mapping[str, str | tuple[str, ...]]
"""Plain text by language code: one, or several that are all true. `none` for what is in no language."""

NO_LANGUAGE: Final = "none"

ViewingDirection = Literal["left-to-right", "right-to-left"]
Behavior = Literal["paged", "individuals", "continuous", "unordered"]


@dataclass(frozen=True, slots=True)
class Statement:
    """A label and what stands beside it; each value in a language of the labels or in none."""

    label: Texts
    value: Texts


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that a client can fetch, with its true size in pixels."""

    address: str
    width: int
    height: int
    format: str = "image/jpeg"
    service: str | None = None
    """The address of its image service, where it has tiles."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page for people, in one language."""

    address: str
    label: Texts
    language: str


@dataclass(frozen=True, slots=True)
class Data:
    """The same as data for machines."""

    address: str
    label: Texts
    format: str = "application/ld+json"
    profile: str | None = None
    """The address of what its terms mean."""


@dataclass(frozen=True, slots=True)
class Provider:
    """Who gives the work to be seen."""

    address: str
    """That names it, as an identifier."""
    label: Texts
    homepage: tuple[Page, ...]
    logo: Picture | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Canvas:
    """One view of a work: a painting, a page of a book, the back of a cloth."""

    address: str
    """An identifier below that of the manifest, without `#`; nothing need be found there."""
    label: Texts
    width: int
    height: int
    """Pixels of the full picture; `picture` may be smaller."""
    picture: Picture
    thumbnail: Picture | None = None
    metadata: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What manifests and collections have in common."""

    address: str
    """Where the file itself is found."""
    label: Texts
    summary: Texts | None = None
    metadata: tuple[Statement, ...] = ()
    required_statement: Statement | None = None
    """What must be shown with the work: mostly, whom to thank."""
    rights: str | None = None
    """The address of a Creative Commons licence or of a statement of rightsstatements.org."""
    provider: tuple[Provider, ...] = ()
    homepage: tuple[Page, ...] = ()
    see_also: tuple[Data, ...] = ()
    thumbnail: Picture | None = None
    part_of: tuple[Reference, ...] = ()
    """The collections that it belongs to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest(Description):
    """A work with its views in order."""

    canvases: tuple[Canvas, ...]
    viewing_direction: ViewingDirection | None = None
    behavior: Behavior | None = None
    navigation_date: str | None = None
    """A moment that places it on a line of time, with a zone: `1048-01-01T00:00:00Z`."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A manifest or a collection, as another one names it."""

    address: str
    type: Literal["Manifest", "Collection"]
    label: Texts
    thumbnail: Picture | None = None
    navigation_date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection(Description):
    """Works, or collections of works, in order."""

    items: tuple[Reference, ...]


def viewing_direction(language: str) -> ViewingDirection:
    """The direction in which the pages of a book follow each other when it is written in this language."""
    return "right-to-left" if direction_of(language) == "rtl" else "left-to-right"
