"""The drawn cover of a record: which family of ornament, in which colours, at which address."""

from __future__ import annotations

from dataclasses import dataclass

from warraq import art
from warraq.fingerprint import art_digest, digest
from warraq.model.records import Record
from warraq.model.site import Site


@dataclass(frozen=True)
class Cover:
    """A file that the art package draws, as the plan names it."""

    path: str
    """Relative to the output folder."""
    key: str
    voice: art.Voice
    """The colours that it speaks in."""


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
    """The family of ornament of a record: the editor's choice, or by kind and region; empty where it has none."""
    facts = record.facts
    region = getattr(facts, "region", None)
    return facts.cover or art.family_for(record.id, region, record.kind_name)


def cover_of(record: Record, site: Site) -> Cover | None:
    """The drawn cover of a record, or None for the kinds that have none."""
    family = family_of(record)
    if not family or record.kind_name not in art.kinds():
        return None
    voice = art.voice_for(getattr(record.facts, "region", None))
    values = (record.id, family, voice)
    key = digest("art", art_digest(), "cover", *values, repr(palette_of(site)))
    return Cover(f"assets/art/{record.kind_name}/{record.id}.{key[:10]}.svg", key, voice)
