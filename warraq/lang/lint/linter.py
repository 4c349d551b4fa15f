"""A text looked at by every rule, and mended."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator
from itertools import accumulate

from warraq.lang.lint.digits import faults_of_digits
from warraq.lang.lint.finding import SEVERITIES, Fault, Finding, HouseStyle, Passage, apply
from warraq.lang.lint.forms import Form, Prepared, prepared, shape_of_fields
from warraq.lang.lint.invisible import faults_of_coding, faults_of_words
from warraq.lang.lint.joints import faults_of_joints
from warraq.lang.lint.letters import faults_of_letters
from warraq.lang.lint.names import faults_of_romanisation
from warraq.lang.lint.punctuation import faults_of_punctuation
from warraq.lang.lint.sic import is_exempt

LANGUAGES = ("fa", "ar", "en")
_PLAIN = HouseStyle()
_MOST_ROUNDS = 8


def lint(
    text: str,
    language: str,
    style: HouseStyle = _PLAIN,
    *,
    form: Form = "markdown",
    languages: Collection[str] = LANGUAGES,
) -> tuple[Finding, ...]:
    """The faults of writing in a text, in the order of their places.

    `language` is the code of the language that the text is in where it does not say otherwise; `form` is
    `markdown` for texts of any kind, fields at their head included, and `yaml` for fields alone; `languages` are
    the codes under which fields hold words by language. Code, addresses, markup, identifiers and the names of
    fields are passed over.
    """
    return tuple(_findings(prepared(text, language, form, languages), style))


def fix(
    text: str,
    language: str,
    style: HouseStyle = _PLAIN,
    *,
    form: Form = "markdown",
    languages: Collection[str] = LANGUAGES,
    rules: Collection[str] = (),
) -> str:
    """The text with every fault mended whose mending is safe, and those of `rules` that can be mended at all.

    Fields keep their shape: an edit that would make more or fewer of them is not made.
    """
    shape = shape_of_fields(text, form)
    for _ in range(_MOST_ROUNDS):
        findings = lint(text, language, style, form=form, languages=languages)
        edits = (edit for found in findings if found.is_safe or found.rule in rules for edit in found.edits)
        after = "".join(apply(text, edits))
        if after == text or shape_of_fields(after, form) != shape:
            break
        text = after
    return text


def _findings(ready: Prepared, style: HouseStyle) -> Iterator[Finding]:
    text = ready.text
    severities = {**SEVERITIES, **dict(style.severities)}
    faults = [*faults_of_coding(text), *(fault for part in ready.passages for fault in _faults(part, style))]
    line_starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    for fault in sorted(set(faults), key=lambda fault: (fault.start, fault.rule, fault.end)):
        severity = severities[fault.rule]
        if severity == "off" or is_exempt(fault.rule, fault.start, fault.end, ready.exempted):
            continue
        line = bisect_right(line_starts, fault.start)
        yield Finding(
            rule=fault.rule,
            severity=severity,
            start=fault.start,
            end=fault.end,
            line=line,
            column=fault.start - line_starts[line - 1] + 1,
            found=text[fault.start : fault.end],
            edits=fault.edits,
            is_safe=fault.is_safe,
        )


def _faults(passage: Passage, style: HouseStyle) -> Iterator[Fault]:
    yield from faults_of_words(passage)
    yield from faults_of_letters(passage)
    yield from faults_of_punctuation(passage, style)
    yield from faults_of_digits(passage, style)
    yield from faults_of_joints(passage)
    yield from faults_of_romanisation(passage, style.romanisation)
