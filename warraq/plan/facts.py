"""The list of facts on a record's page, made from the declared fields: a new field needs no code here."""

from __future__ import annotations

import dataclasses
from collections.abc import Hashable, Iterator
from functools import cache
from typing import Any, cast

from warraq.lang.dates import HistoricDate
from warraq.model.facts import Listing
from warraq.model.values import Coordinates, Ref, Text
from warraq.plan.desk import Desk
from warraq.plan.surroundings import Surroundings
from warraq.plan.views import DateView, FactView, ValueView


def fact_views(desk: Desk, facts: Any, around: Surroundings) -> tuple[FactView, ...]:
    """The facts of a record that are known, in the order in which its kind declares them."""
    found = []
    # The type checker does not see that a class is hashable.
    for name, label, nature, unless in _shown_fields(type(facts)):  # type: ignore[arg-type]
        written = getattr(facts, name)
        if written is None or written == () or (unless and getattr(facts, unless)):
            continue
        values = tuple(_values(desk, written, nature, around))
        if values:
            found.append(FactView(name, label, values))
    return tuple(found)


@cache
def _shown_fields(facts: Hashable) -> tuple[tuple[str, str, str, str], ...]:
    """The fields of a class of facts that its page shows: name, label, what their strings are, and what goes before."""
    return tuple(
        (field.name, field.metadata["label"], _nature(field), field.metadata["unless"])
        for field in dataclasses.fields(cast("type[Any]", facts))
        if field.metadata.get("shown")
    )


def _nature(field: dataclasses.Field[Any]) -> str:
    """What the plain strings of a field are: a `word` of the catalogue, a `code`, a `language`, or a `phrase`."""
    if field.metadata.get("code"):
        return "code"
    declared = str(field.type)
    if "LanguageCode" in declared:
        return "language"
    return "word" if "Literal[" in declared or "Field" in declared else "phrase"


def _values(desk: Desk, written: Any, nature: str, around: Surroundings) -> Iterator[ValueView]:
    if isinstance(written, tuple):
        for item in written:
            yield from _values(desk, item, nature, around)
    elif isinstance(written, Ref):
        card = around.follow(written)
        if card:
            yield desk.value(card)
    elif isinstance(written, HistoricDate):
        yield ValueView(date=desk.date(written))
    elif isinstance(written, Text):
        yield ValueView(words=desk.phrase(written))
    elif isinstance(written, Coordinates):
        # As exact as it was written, and for readers' own map software by the standard of RFC 5870.
        point = [
            f"{degrees:.7f}".rstrip("0").rstrip(".") for degrees in (written.latitude, written.longitude)
        ]
        yield ValueView(code=", ".join(point), href=f"geo:{','.join(point)}")
    elif isinstance(written, Listing):
        yield _listing(desk, written)
    elif isinstance(written, str) and written:
        yield _string(desk, written, nature)


def _string(desk: Desk, written: str, nature: str) -> ValueView:
    if nature == "language" and written in desk.site.codes:
        return ValueView(words=desk.words(desk.site.language(written).name, written))
    if nature == "word":
        return ValueView(word=written)
    if nature == "code":
        return ValueView(code=written, href=written if written.startswith("http") else "")
    return ValueView(words=desk.foreign(written))


def _listing(desk: Desk, listing: Listing) -> ValueView:
    """An entry of a heritage list: the list's name, the number there, and the year."""
    year = desk.date(listing.year)
    date = DateView(year.text, year.machine) if year else None
    return ValueView(word=listing.list, code=listing.number or "", date=date, words=desk.phrase(listing.name))
