"""YAML as the editor wrote it: every value a string with its place, no type chosen, no key lost.

PyYAML's events are used and not its loader, which turns `no` into False, `012` into ten and a solar Hijri
date into a Gregorian one, and silently keeps the last of two equal keys.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import yaml

from warraq import rules
from warraq.diagnostics import Diagnostic, EditorError
from warraq.model.values import Scalar, Span

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
_DEEPEST = 20
"""Steps inwards: no record needs five, and a file of nothing but brackets must not exhaust the reader."""


class Fields(dict[str, Any]):
    """The fields of a mapping; its keys are `Scalar`s, so that each knows where it stands."""

    span: Span


class Items(list[Any]):
    """The items of a list."""

    span: Span


def read_yaml(text: str, file: str, first_line: int = 1) -> Fields:
    """The fields that a YAML text holds, empty ones left out; EditorError with the place of what is wrong."""
    _refuse_tabs(text, file, first_line)
    reader = _Reader(file, first_line)
    try:
        tree = reader.document(yaml.parse(text, Loader=_Loader))
    except yaml.MarkedYAMLError as error:
        raise EditorError(_syntax(error, text, file, first_line)) from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + first_line
        raise EditorError(rules.YAML_SYNTAX.at(Span(file, line))) from error
    if reader.problems:
        raise EditorError(*reader.problems)
    if tree is None:
        tree = Fields()
        tree.span = Span(file, first_line)
    if not isinstance(tree, Fields):
        _refuse_strange_signs(text.split("\n"), file, first_line)
        _refuse_missing_space(enumerate(text.split("\n")), file, first_line)
        raise EditorError(rules.NO_FIELDS.at(Span(file, first_line)))
    return tree


class _Reader:
    """Builds the tree from PyYAML's events, remembering what the editor must mend."""

    def __init__(self, file: str, first_line: int) -> None:
        self.file = file
        self.shift = first_line
        self.problems: list[Diagnostic] = []

    def document(self, events: Iterator[Any]) -> Any:
        """The one tree of a file. All events are read, lest what stands behind the fields be lost unseen."""
        trees: list[Any] = []
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if trees:
                    self.problems.append(rules.YAML_SYNTAX.at(self.span(event)))
                trees.append(self.node(next(events), events, 0))
        return trees[0] if trees else None

    def span(self, event: Any) -> Span:
        start, end = event.start_mark, event.end_mark
        length = end.column - start.column if end.line == start.line else 1
        return Span(self.file, start.line + self.shift, start.column + 1, max(1, length))

    def whole(self, span: Span, end: Any) -> Span:
        """The place of a list or group from its bracket to the closing one, where both are in one line."""
        length = end.end_mark.column + 1 - span.column
        return (
            replace(span, length=length)
            if end.end_mark.line + self.shift == span.line and length > 0
            else span
        )

    def node(self, event: Any, events: Iterator[Any], depth: int) -> Any:
        span = self.span(event)
        if depth > _DEEPEST:
            raise EditorError(rules.YAML_SYNTAX.at(span))
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            self.problems.append(rules.YAML_ANCHOR.at(span))
            if isinstance(event, yaml.AliasEvent):
                return None
        if isinstance(event, yaml.ScalarEvent):
            if not event.style and event.value in _EMPTY:
                return None
            return Scalar(event.value, span)
        if isinstance(event, yaml.SequenceStartEvent):
            items = Items()
            items.span = span
            while not isinstance(event := next(events), yaml.SequenceEndEvent):
                if (item := self.node(event, events, depth + 1)) is not None:
                    items.append(item)
            items.span = self.whole(span, event)
            return items
        fields = Fields()
        fields.span = span
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self.node(event, events, depth + 1)
            value = self.node(next(events), events, depth + 1)
            if not isinstance(key, Scalar):
                self.problems.append(rules.YAML_SYNTAX.at(self.span(event)))
            elif key in fields:
                self.problems.append(rules.DUPLICATE_FIELD.at(key.span, field=key))
            elif value is not None:
                fields[key] = value
            elif ":" in key:
                self.problems.append(rules.NO_SPACE.at(key.span, field=key.partition(":")[0]))
        fields.span = self.whole(span, event)
        return fields


_UNSEEN = "\u00a0\u00ad\u061c\u2000-\u200f\u2028-\u202f\u205f-\u2069\u3000\ufeff"
"""Spaces of word processors and the web, joiners, and marks of direction."""
_UNSEEN_SIGNS = re.compile(f"[{_UNSEEN}]+")
_STRANGE_SPACE = re.compile(
    rf"(?:[ ]|- )*(?:(?P<before>[{_UNSEEN}]+)|[a-z_]+(?P<name>[{_UNSEEN}]+)[ ]*:|[a-z_]+:(?P<after>[{_UNSEEN}]+))"
)
_STRANGE_SIGN = re.compile(
    r"[ ]*(?:(?P<dash>[–—−ـ]) |(?:- )?[a-z_]+ ?(?:(?P<colon>[؛：∶])|(?P<semicolon>;)(?:\s|$)))"
)
"""What word processors and keyboards of Arabic script set in place of a hyphen before an item, and of a colon."""


def _refuse_tabs(text: str, file: str, first_line: int) -> None:
    for number, line in enumerate(text.split("\n"), first_line):
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent and line.strip():
            raise EditorError(rules.TAB.at(Span(file, number, indent.index("\t") + 1)))


def _refuse_strange_signs(lines: Sequence[str], file: str, first_line: int) -> None:
    """EditorError for the first sign that looks like one of YAML's, where only that may stand.

    To be called of fields that cannot be read: in others such signs are words of the editor.
    """
    for number, line in enumerate(lines, first_line):
        if found := _STRANGE_SPACE.match(line):
            group = str(found.lastgroup)
            place = Span(file, number, found.start(group) + 1)
            raise EditorError(rules.STRANGE_SPACE.at(place, signs=code_points(found[group])))
        if found := _STRANGE_SIGN.match(line):
            group = str(found.lastgroup)
            place = Span(file, number, found.start(group) + 1)
            wanted = "-" if group == "dash" else ":"
            raise EditorError(rules.LOOKALIKE.at(place, found=found[group], wanted=wanted))


def code_points(signs: str) -> str:
    """What Unicode calls these signs: `U+00A0`."""
    return " ".join(dict.fromkeys(f"U+{ord(sign):04X}" for sign in signs))


def unseen_in(name: str) -> str:
    """The signs in the name of a field that nobody sees."""
    return "".join(_UNSEEN_SIGNS.findall(name))


def _syntax(error: yaml.MarkedYAMLError, text: str, file: str, first_line: int) -> Diagnostic:
    """The message for what PyYAML met: the faults that editors make most have one of their own."""
    lines = text.split("\n")
    _refuse_strange_signs(lines, file, first_line)
    problem = f"{error.context or ''} {error.problem or ''}"
    mark = error.problem_mark or error.context_mark
    rule = rules.YAML_SYNTAX
    if "quoted scalar" in problem or "unexpected end of stream" in problem:
        rule, mark = rules.UNCLOSED_QUOTE, error.context_mark or mark
    elif "mapping values are not allowed" in problem:
        if mark:
            _refuse_comma(lines[mark.line], Span(file, mark.line + first_line))
        rule = rules.COLON if mark and _COLON.search(lines[mark.line][: mark.column]) else rules.WRONG_STEP
    elif "start any token" in problem or "anchor" in problem or "alias" in problem:
        rule = rules.YAML_ANCHOR if "alias" in problem or "anchor" in problem else rules.YAML_SYNTAX
    if mark is None:
        return rule.at(Span(file, first_line))
    if rule is rules.YAML_SYNTAX:
        if (opening := _open_quote(lines, mark.line)) is not None:
            return rules.UNCLOSED_QUOTE.at(Span(file, opening[0] + first_line, opening[1] + 1))
        _refuse_comma(lines[mark.line], Span(file, mark.line + first_line))
        bracket = error.context_mark if "flow" in problem else None
        if bracket is not None and _is_open(lines[bracket.line][bracket.column :]):
            return rules.UNCLOSED_BRACKET.at(Span(file, bracket.line + first_line, bracket.column + 1))
        if mark.line < len(lines) and not lines[mark.line][: mark.column].strip():
            rule = rules.WRONG_STEP
    if rule in {rules.YAML_SYNTAX, rules.WRONG_STEP}:
        _refuse_missing_space(_near(lines, mark.line), file, first_line)
    if rule is rules.WRONG_STEP:
        line = lines[mark.line]
        return rule.at(Span(file, mark.line + first_line, len(line) - len(line.lstrip()) + 1))
    return rule.at(Span(file, mark.line + first_line, mark.column + 1))


_COLON = re.compile(r":\s")
_NO_SPACE = re.compile(r"\s*(?:- +)?([a-z_]+):[^\s/]")


def _near(lines: Sequence[str], place: int) -> Iterator[tuple[int, str]]:
    """A line and the two fields before it, in their order; remarks and empty lines are none."""
    written = [
        n for n in range(min(place + 1, len(lines))) if lines[n].strip() and lines[n].lstrip()[0] != "#"
    ]
    return ((number, lines[number]) for number in written[-3:])


def _refuse_missing_space(lines: Iterable[tuple[int, str]], file: str, first_line: int) -> None:
    """EditorError for the first line that begins with `name:value`."""
    for number, line in lines:
        if found := _NO_SPACE.match(line):
            place = Span(file, number + first_line, found.start(1) + 1, len(found[1]) + 1)
            raise EditorError(rules.NO_SPACE.at(place, field=found[1]))


_COMMA = re.compile(r"[\[{][^\]}\"']*?([،؛])[^\]}]*")


def _refuse_comma(line: str, place: Span) -> None:
    """EditorError where the values of a list or of a group in one line are parted by the comma of Arabic script."""
    if found := _COMMA.search(line):
        raise EditorError(
            rules.LOOKALIKE.at(replace(place, column=found.start(1) + 1), found=found[1], wanted=",")
        )


def _is_open(text: str) -> bool:
    """Whether a text begins with a bracket that it does not close."""
    return sum(text.count(sign) for sign in "[{") > sum(text.count(sign) for sign in "]}")


def _open_quote(lines: Sequence[str], before: int) -> tuple[int, int] | None:
    """Where a value begins with a straight quotation mark that its line does not close, above the fault."""
    lines = lines[: before + 1]
    for number in range(len(lines) - 1, max(-1, len(lines) - 4), -1):
        name, colon, value = lines[number].partition(": ")
        value = value.strip()
        if colon and value[:1] in {'"', "'"} and value.count(value[0]) == 1:
            return number, len(name) + 2
    return None
