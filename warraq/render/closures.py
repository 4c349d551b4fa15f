"""Which templates a template draws on, so that a page is made anew when any of them changes, and only then.

A template is parsed for this, and compiled while it is parsed: doing both once, in the one process that reads the
theme, is a tenth of a small build.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, meta, nodes

from warraq import rules
from warraq.diagnostics import Diagnostic, EditorError
from warraq.fingerprint import digest
from warraq.model.values import Span

Recall = Callable[[str, Callable[[], Any]], Any]
"""The value under a key, made where nobody has kept it."""


Compile = Callable[[str, nodes.Template], None]
"""Compiles a template that has been parsed, and keeps what it gives; told by name."""


def closures(
    sources: Mapping[str, str], recall: Recall, environment: Environment, compile: Compile
) -> dict[str, str]:
    """For each template, a fingerprint of its source and of all that it extends, includes or imports.

    References must be written as plain names: a computed one could not be followed, and is refused. `recall` may
    keep what a template refers to, so that only those are parsed that have changed.
    """
    named: dict[str, set[str]] = {}
    problems: list[Diagnostic] = []
    for name, source in sources.items():
        try:
            found = recall(referred_key(name, source), partial(_referred, environment, name, source, compile))
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


def referred_key(name: str, source: str) -> str:
    """The key under which it is kept what a template refers to."""
    return digest("refers", name, source)


def _referred(environment: Environment, name: str, source: str, compile: Compile) -> set[str | None]:
    try:
        tree = environment.parse(source)
    except TemplateSyntaxError:
        # Pages are printed with the line end after a tag taken away, and then a fault would be told of the next line.
        tree = environment.overlay(trim_blocks=False, lstrip_blocks=False).parse(source)
    found = set(meta.find_referenced_templates(tree))
    with contextlib.suppress(TemplateSyntaxError):  # a filter that is not there: told of where a page has it
        compile(name, tree)
    return found


def _reached(name: str, named: Mapping[str, set[str]]) -> set[str]:
    reached, waiting = {name}, [name]
    while waiting:
        for reference in named[waiting.pop()] - reached:
            reached.add(reference)
            waiting.append(reference)
    return reached
