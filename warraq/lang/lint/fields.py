"""The values of YAML fields as passages of their file.

Only values are looked at, never the names of fields. Words under `fa:` are Persian wherever they stand; those under
no language have that of the file, and where the file has none they are looked at for invisible faults only.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from warraq.lang.lint.finding import OBJECT, Passage
from warraq.lang.lint.passages import markdown_passages
from warraq.lang.lint.sic import YAML_COMMENT, Exemption, codes_of

FAST_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_OTHER_BREAKS = str.maketrans(
    {"\r": " ", "\x85": " ", "\u2028": " ", "\u2029": " ", "\t": " ", "\ufeff": " "}
)
_ARABIC = re.compile("[\u0620-\u06ff]")
_ADDRESS = re.compile(r"[^\s]*(?:/[^\s]*|\.[A-Za-z0-9]{2,4})")
"""A path, or the name of a file."""
_BLOCK_HEAD = re.compile(r"[|>][^\n]*\n")
_ESCAPE = re.compile(r"\\(?:x..|u.{4}|U.{8}|[^\n])")


@dataclass(frozen=True, slots=True)
class _Value:
    """A value in fields: its language, and where it stands, without the signs that quote it."""

    language: str
    start: int
    end: int
    first_line: int
    has_escapes: bool = False


def field_passages(
    source: str, offset: int, language: str, codes: Collection[str]
) -> tuple[tuple[Passage, ...], tuple[Exemption, ...]]:
    """The passages of fields that begin at an offset of their file, all else blank, and what is exempted."""
    if source.startswith("\ufeff"):
        source, offset = source[1:], offset + 1
    try:
        values = list(_values(source, language, codes))
    except (
        yaml.YAMLError,
        StopIteration,
        RecursionError,
    ):  # the reader of records says what is wrong with it
        return (), ()
    blank = "\n" * offset
    found: dict[str, list[str]] = {}
    for value in values:
        written = source[value.start : value.end]
        if value.language in {"fa", "ar"} and not _ARABIC.search(written):
            continue
        if _ADDRESS.fullmatch(written):
            continue
        if value.has_escapes:
            written = _ESCAPE.sub(lambda match: OBJECT * len(match[0]), written)
        for part in markdown_passages(written, value.language):
            pieces = found.setdefault(part.language, [blank])
            length = sum(map(len, pieces))
            pieces += ["\n" * (offset + value.start - length), part.text]
    whole = offset + len(source)
    parts = []
    for code, pieces in found.items():
        text = "".join(pieces)
        parts.append(Passage(code, text + "\n" * (whole - len(text))))
    return tuple(parts), tuple(_exempted(source, offset, values))


def _values(source: str, language: str, codes: Collection[str]) -> Iterator[_Value]:
    """Every value of the fields that is words, in the order written."""
    text = source.translate(_OTHER_BREAKS)
    line_starts = [0]
    for line in text.split("\n"):
        line_starts.append(line_starts[-1] + len(line) + 1)

    def place(mark: Any) -> int:
        return line_starts[int(mark.line)] + int(mark.column)

    events: Iterator[Any] = yaml.parse(text, Loader=FAST_LOADER)
    # For each level that is open: the language of its values, and the name of the field that waits for its value.
    levels: list[tuple[str, bool]] = []
    waiting: str | None = None
    for event in events:
        is_mapping = bool(levels) and levels[-1][1]
        inner = levels[-1][0] if levels else language
        if is_mapping and waiting is not None and waiting in codes:
            inner = waiting
        if isinstance(event, yaml.ScalarEvent):
            if is_mapping and waiting is None:
                waiting = event.value
                continue
            start, end = place(event.start_mark), place(event.end_mark)
            if event.style in ('"', "'"):
                start, end = start + 1, end - 1
            elif event.style in ("|", ">"):
                header = _BLOCK_HEAD.match(text, start)
                start = header.end() if header else start
            yield _Value(inner, start, max(start, end), text.count("\n", 0, start), event.style == '"')
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            levels.append((inner, isinstance(event, yaml.MappingStartEvent)))
            waiting = None
            continue
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            levels.pop()
        elif not isinstance(event, yaml.AliasEvent):
            continue
        waiting = None


def _exempted(source: str, offset: int, values: list[_Value]) -> Iterator[Exemption]:
    """What the comments of fields exempt: their own line, else the next value; above all fields, the whole file."""
    for match in YAML_COMMENT.finditer(source):
        if any(value.start <= match.start() < value.end for value in values):
            continue
        line_start = source.rfind("\n", 0, match.start()) + 1
        number = source.count("\n", 0, match.start())
        codes = codes_of(match)
        if source[line_start : match.start()].strip():
            held = [value for value in values if value.first_line == number]
        elif not re.search(r"^[ ]*[^#\s]", source[:line_start], re.MULTILINE):
            yield offset, offset + len(source), codes
            continue
        else:
            following = next((value.first_line for value in values if value.first_line > number), None)
            held = [value for value in values if value.first_line == following]
        for value in held:
            yield offset + value.start, offset + value.end, codes
