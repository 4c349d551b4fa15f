"""The site's settings from `content/site.yaml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from warraq import rules
from warraq.diagnostics import Diagnostic, EditorError, nearest
from warraq.files import read_text
from warraq.lang.language import Direction, Language
from warraq.lang.lint import SEVERITIES
from warraq.lang.numbers import is_known_locale
from warraq.lang.reading import reading_speed
from warraq.model.site import Site, SiteFacts
from warraq.model.values import LANGUAGE_CODE, Span
from warraq.read.schema import find, read_facts
from warraq.read.yamltree import Fields, read_yaml

_QUOTES: Mapping[Direction, tuple[str, str, str, str]] = {
    "rtl": ("«", "»", "‹", "›"),
    "ltr": ("“", "”", "‘", "’"),
}


def read_site(content: Path, shown_as: str, base_url: str | None = None) -> Site:
    """The settings with their languages; `base_url` given on the command line goes before the file's."""
    path, place = content / "site.yaml", f"{shown_as}/site.yaml"
    if not path.is_file():
        raise EditorError(rules.NO_SITE.at(Span(place), folder=shown_as))
    fields = read_yaml(read_text(path, place), place)
    facts = read_facts(SiteFacts, fields)
    if problems := tuple(_problems(facts, fields)):
        raise EditorError(*problems)
    known = tuple(facts.languages)
    return Site(
        facts=facts,
        languages=tuple(_language(code, facts) for code in known),
        fonts=tuple((code, facts.languages[code].fonts) for code in known),
        base_url=(base_url or facts.base_url).rstrip("/"),
    )


def _problems(facts: SiteFacts, fields: Fields) -> Iterator[Diagnostic]:
    """What is wrong with the languages: each is the name of a folder, and others speak of it."""
    known = tuple(facts.languages)
    if not known:
        yield rules.MISSING.at(find(fields, ("languages",))[1], field="languages")
        return
    for code in fields["languages"]:
        if not LANGUAGE_CODE.fullmatch(code):
            yield rules.NOT_A_LANGUAGE.at(code.span, value=code)
    for code, settings in facts.languages.items():
        if not is_known_locale(settings.locale):
            span = find(fields, ("languages", code, "locale"))[1]
            yield rules.NOT_A_LANGUAGE.at(span, value=settings.locale)
    for rule in fields.get("writing", {}).get("rules", {}):
        if rule not in SEVERITIES:
            near = nearest(rule, SEVERITIES)
            yield rules.NOT_ONE_OF.at(
                rule.span, value=rule, field="rules", near=near, known=", ".join(SEVERITIES)
            )
    spoken_of: list[tuple[str, tuple[str | int, ...]]] = [
        (other, ("languages", code, "fallback", position))
        for code, settings in facts.languages.items()
        for position, other in enumerate(settings.fallback)
    ]
    if facts.default_language is not None:
        spoken_of.append((facts.default_language, ("default_language",)))
    for other, path in spoken_of:
        if other not in known:
            yield rules.UNKNOWN_LANGUAGE.at(find(fields, path)[1], code=other, known=", ".join(known))


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
        quotes=settings.quotes or _QUOTES[settings.direction],
        fallback=settings.fallback,
        reading_speed=settings.reading_speed or reading_speed(code),
    )
