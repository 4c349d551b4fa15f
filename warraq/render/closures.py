"""Which templates a template draws on, so that a page is made anew when any of them changes, and only then."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, meta

from warraq import rules
from warraq.diagnostics import Diagnostic, EditorError
from warraq.fingerprint import digest
from warraq.model.values import Span

Recall = Callable[[str, Callable[[], Any]], Any]
"""The value under a key, made where nobody has kept it."""


def closures(sources: Mapping[str, str], recall: Recall) -> dict[str, str]:
    """For each template, a fingerprint of its source and of all that it extends, includes or imports.

    References must be written as plain names: a computed one could not be followed, and is refused. `recall` may
    keep what a template refers to, so that only those are parsed that have changed.
    """
    environment = Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.do"], autoescape=True)
    named: dict[str, set[str]] = {}
    problems: list[Diagnostic] = []
    for name, source in sources.items():
        try:
            found = recall(referred_key(source), partial(_referred, environment, source))
        except TemplateSyntaxError as error:
            problems.append(
                rules.TEMPLATE_SYNTAX.at(Span(f"templates/{name}", error.lineno), reason=error.message)
            )
            continue
        for reference in found:
            if reference is None:
                reason = "{% include %}, {% extends %}, {% import %}: “…”"
                problems.append(rules.TEMPLATE_SYNTAX.at(Span(f"templates/{name}"), reason=reason))
            elif reference not in sources:
                problems.append(rules.TEMPLATE_MISSING.at(Span(f"templates/{name}"), name=reference))
        named[name] = {reference for reference in found if reference}
    if problems:
        raise EditorError(*problems)
    return {name: digest(*(sources[part] for part in sorted(_reached(name, named)))) for name in sources}


def referred_key(source: str) -> str:
    """The key under which it is kept what a template refers to."""
    return digest("refers", source)


def _referred(environment: Environment, source: str) -> set[str | None]:
    return set(meta.find_referenced_templates(environment.parse(source)))


def _reached(name: str, named: Mapping[str, set[str]]) -> set[str]:
    reached, waiting = {name}, [name]
    while waiting:
        for reference in named[waiting.pop()] - reached:
            reached.add(reference)
            waiting.append(reference)
    return reached
