"""Findings of the linter as messages to the editor, each at its place."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from warraq import rules
from warraq.diagnostics import Diagnostic, Diagnostics, Rule, Severity
from warraq.lang.lint import SEVERITIES, Finding, HouseStyle, lint
from warraq.lang.lint.arabic_script import WORD
from warraq.lang.lint.sic import named_codes
from warraq.model.site import Site
from warraq.model.values import Span
from warraq.proof.texts import language_and_form, texts_of
from warraq.read.records import RecordSource
from warraq.read.yamltree import code_points

_SEVERITY = {"error": Severity.ERROR, "warning": Severity.WARNING, "hint": Severity.HINT}
_LONGEST = 60
"""Characters of a text that a message repeats."""
_MOST_OF_ONE_RULE = 5
"""Messages of one rule for one file: a file typed on the wrong keyboard would bury all others."""


def house_style(site: Site) -> HouseStyle:
    """What the site's settings say of its writing."""
    writing = site.facts.writing
    return HouseStyle(
        severities=tuple(writing.rules.items()),
        digits=tuple((language.code, language.digits) for language in site.languages),
        quotes=tuple(
            (language.code, (language.quotes[0], language.quotes[1])) for language in site.languages
        ),
        romanisation=writing.romanisation,
    )


def proofread(source: RecordSource, codes: Sequence[str], style: HouseStyle) -> Diagnostics:
    """All messages on the writing of a record's files."""
    return tuple(
        note
        for file, content in texts_of(source, codes)
        for note in proofread_file(file, content, codes, style)
    )


def proofread_settings(content: Path, shown_as: str, site: Site) -> Diagnostics:
    """All messages on the words in the site's settings."""
    path = content / "site.yaml"
    return tuple(proofread_file(f"{shown_as}/site.yaml", path.read_bytes(), site.codes, house_style(site)))


def proofread_file(
    file: str, content: bytes, codes: Sequence[str], style: HouseStyle
) -> Iterator[Diagnostic]:
    """All messages on the writing of one file; none where it is not UTF-8, which its reader says."""
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return
    for position, code in named_codes(text):
        if code not in SEVERITIES:
            span = Span(
                file, text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position), len(code)
            )
            yield rules.STRANGE_EXEMPTION.at(span, code=code, known=", ".join(sorted(SEVERITIES)))
    language, form = language_and_form(file)
    findings = lint(text, language, style, form=form, languages=codes)
    seen: Counter[str] = Counter()
    counts = Counter(finding.rule for finding in findings)
    for finding in findings:
        seen[finding.rule] += 1
        if seen[finding.rule] < _MOST_OF_ONE_RULE or counts[finding.rule] <= _MOST_OF_ONE_RULE:
            yield _message(finding, text, file)
        elif seen[finding.rule] == _MOST_OF_ONE_RULE:
            rest = counts[finding.rule] - _MOST_OF_ONE_RULE + 1
            rule = replace(rules.AND_MORE, severity=_SEVERITY[finding.severity])
            yield rule.at(_span(finding, text, file), count=rest, code=finding.rule)


def _message(finding: Finding, text: str, file: str) -> Diagnostic:
    rule = replace(rules.RULES[finding.rule], severity=_SEVERITY[finding.severity])
    found, mended = finding.found, finding.replacement
    if finding.rule in _SHOWN_IN_THEIR_WORD:
        found, mended = _in_its_word(finding, text)
    values = {
        "found": _short(found),
        "near": None if mended is None or not mended.strip() else _short(mended),
    }
    named = {"signs": code_points(finding.found), **values}
    return rule.at(
        _span(finding, text, file), **{name: value for name, value in named.items() if name in _names(rule)}
    )


_SHOWN_IN_THEIR_WORD = frozenset({"S706", "S707", "S709", "S715", "S717", "S719"})


def _names(rule: Rule) -> set[str]:
    whole = rule.message + rule.hint
    return {name for name in ("found", "near", "signs") if f"{{{name}}}" in whole}


def _in_its_word(finding: Finding, text: str) -> tuple[str, str | None]:
    """The word that a fault stands in, as it is and as it would be."""
    start, end = finding.start, finding.end
    while start and _belongs_to_word(text[start - 1]):
        start -= 1
    while end < len(text) and _belongs_to_word(text[end]):
        end += 1
    before, after = text[start : finding.start], text[finding.end : end]
    mended = finding.replacement
    return before + finding.found + after, None if mended is None else before + mended + after


def _belongs_to_word(character: str) -> bool:
    return character.isalnum() or bool(unicodedata.combining(character)) or character in WORD[-3:]


def _short(text: str) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"


def _span(finding: Finding, text: str, file: str) -> Span:
    """The place as the reader counts it: in composed characters, a byte order mark not among them."""
    line_start = text.rfind("\n", 0, finding.start) + 1
    before = text[line_start : finding.start].removeprefix("\ufeff")
    column = len(unicodedata.normalize("NFC", before)) + 1
    return Span(
        file, finding.line, column, max(1, len(unicodedata.normalize("NFC", finding.found.split("\n")[0])))
    )
