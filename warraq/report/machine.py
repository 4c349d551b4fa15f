"""Messages for programs: JSON, and the commands by which GitHub marks the lines of a proposal."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from warraq.diagnostics import Diagnostic, Severity
from warraq.report.speech import Speaker

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def as_json(diagnostics: Iterable[Diagnostic], speaker: Speaker, facts: dict[str, Any]) -> str:
    """One JSON object: the facts of the build, and every message with its place."""
    messages = []
    for diagnostic in diagnostics:
        told = speaker.tell(diagnostic)
        messages.append(
            {
                "severity": diagnostic.rule.severity.value,
                "code": told.code,
                "message": told.message,
                "hint": told.hint,
                "file": told.file or None,
                "line": told.line or None,
                "column": told.column or None,
                "length": told.length or None,
                "values": dict(diagnostic.values),
            }
        )
    return json.dumps({**facts, "diagnostics": messages}, ensure_ascii=False, indent=2)


def as_github(diagnostics: Iterable[Diagnostic], speaker: Speaker) -> str:
    """One workflow command a line."""
    lines = []
    for diagnostic in diagnostics:
        told = speaker.tell(diagnostic)
        place = f"file={_property(told.file)},line={told.line},col={told.column}," if told.file else ""
        title = _property(f"{told.code}")
        message = _data(f"{told.message} {told.hint}")
        lines.append(f"::{_LEVELS[diagnostic.rule.severity]} {place}title={title}::{message}")
    return "\n".join(lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
