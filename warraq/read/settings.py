"""The site's settings from `content/site.yaml`."""

from __future__ import annotations

from pathlib import Path

from warraq import rules
from warraq.diagnostics import EditorError
from warraq.files import read_text
from warraq.lang.language import Language
from warraq.model.site import Site, SiteFacts
from warraq.model.values import Span
from warraq.read.schema import find, read_facts
from warraq.read.yamltree import read_yaml


def read_site(content: Path, shown_as: str, base_url: str | None = None) -> Site:
    """The settings with their languages; `base_url` given on the command line goes before the file's."""
    path, place = content / "site.yaml", f"{shown_as}/site.yaml"
    if not path.is_file():
        raise EditorError(rules.NO_SITE.at(Span(place), folder=shown_as))
    fields = read_yaml(read_text(path, place), place)
    facts = read_facts(SiteFacts, fields)
    known = tuple(facts.languages)
    for code, settings in facts.languages.items():
        for position, other in enumerate(settings.fallback):
            if other not in known:
                span = find(fields, ("languages", code, "fallback", position))[1]
                raise EditorError(rules.UNKNOWN_LANGUAGE.at(span, code=other, known=", ".join(known)))
    return Site(
        facts=facts,
        languages=tuple(_language(code, facts) for code in known),
        fonts=tuple((code, facts.languages[code].fonts) for code in known),
        base_url=(base_url or facts.base_url).rstrip("/"),
    )


def _language(code: str, facts: SiteFacts) -> Language:
    settings = facts.languages[code]
    return Language(
        code=code,
        name=settings.name,
        direction=settings.direction,
        locale=settings.locale,
        digits=settings.digits,
        calendars=settings.calendars,
        months=settings.months,
        quotes=settings.quotes,
        fallback=settings.fallback,
    )
