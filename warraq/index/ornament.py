"""The drawn cover of a record: which family of ornament, in which colours, at which address."""

from __future__ import annotations

from dataclasses import dataclass

from warraq import art
from warraq.fingerprint import digest, engine_digest
from warraq.model.facts import Story
from warraq.model.records import Record
from warraq.model.site import Site


@dataclass(frozen=True)
class Cover:
    """A file that the art package draws, as the plan names it."""

    path: str
    """Relative to the output folder."""
    key: str


def palette_of(site: Site) -> art.Palette:
    """The colours in which the site is drawn."""
    colours = site.facts.colours
    return art.Palette(
        paper=colours.paper,
        ink=colours.ink,
        lapis=colours.lapis,
        turquoise=colours.turquoise,
        madder=colours.madder,
        indigo=colours.indigo,
        saffron=colours.saffron,
    )


def family_of(record: Record) -> str:
    """The family of ornament of a story: the editor's choice, or by region; empty for other records."""
    facts = record.facts
    return (facts.cover or art.family_for(record.id, facts.region)) if isinstance(facts, Story) else ""


def cover_of(record: Record, site: Site) -> Cover | None:
    """The drawn cover of a story, or None for other records."""
    if not isinstance(record.facts, Story):
        return None
    values = (record.id, family_of(record), record.facts.region)
    key = digest("art", engine_digest(), "cover", *values, repr(palette_of(site)))
    return Cover(f"assets/art/{record.id}.{key[:10]}.svg", key)
