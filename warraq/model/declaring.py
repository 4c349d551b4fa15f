"""How the content model is declared: references, fields with their labels, and groups of values."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

from warraq.model.values import Ref as _Ref
from warraq.model.values import to

StoryRef = Annotated[_Ref, to("stories")]
PersonRef = Annotated[_Ref, to("people")]
PlaceRef = Annotated[_Ref, to("places")]
InstitutionRef = Annotated[_Ref, to("institutions")]
WorkRef = Annotated[_Ref, to("works")]
JourneyRef = Annotated[_Ref, to("journeys")]
EventRef = Annotated[_Ref, to("events")]
ProjectRef = Annotated[_Ref, to("projects")]
GiftRef = Annotated[_Ref, to("gifts")]
TermRef = Annotated[_Ref, to("terms")]
SourceRef = Annotated[_Ref, to("sources")]
PartyRef = Annotated[_Ref, to("people", "institutions")]
VenueRef = Annotated[_Ref, to("places", "institutions")]

Region = Literal["isfahan", "palestine", "bridge"]
Field = Literal["heritage", "travel", "scholarship", "medicine", "technology", "art", "craft", "letters"]


def fact(
    label: str = "",
    *,
    shown: bool = True,
    code: bool = False,
    default: Any = None,
    needed: bool = False,
    unless: str = "",
) -> Any:
    """A field with the label that readers see; `needed` where no record of the kind can do without it.

    `shown` false keeps it out of the list of facts on the page; `code` marks identifiers and addresses, which
    are printed from left to right and never with other digits; `unless` names a field that says the same better, and
    this one is shown only where that one is silent.
    """
    metadata = {"label": label, "shown": shown and bool(label), "code": code, "unless": unless}
    return (
        dataclasses.field(metadata=metadata)
        if needed
        else dataclasses.field(default=default, metadata=metadata)
    )


def facts(label: str = "", *, shown: bool = True, code: bool = False, unless: str = "") -> Any:
    """A field that holds several values."""
    return fact(label, shown=shown, code=code, default=(), unless=unless)


@dataclass(frozen=True, kw_only=True)
class Part:
    """A group of values inside a record, such as one stop of a journey."""

    __pydantic_config__: ClassVar[Mapping[str, str]] = {"extra": "forbid"}
