"""Messages for programs: JSON, and what GitHub and GitLab read to mark the lines of a proposal."""

from __future__ import annotations

import hashlib
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


_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.HINT: "info"}


def as_gitlab(diagnostics: Iterable[Diagnostic], speaker: Speaker) -> str:
    """A code quality report, which GitLab shows beside the lines of a merge request.

    The fingerprint tells GitLab which messages are new: it is made of what is said and of the file, not of the line,
    so that a message stays the same one where text was added above it.
    """
    issues = []
    seen: dict[str, int] = {}
    for diagnostic in diagnostics:
        told = speaker.tell(diagnostic)
        what = f"{told.code} {told.file} {told.message}"
        seen[what] = seen.get(what, 0) + 1
        issues.append(
            {
                "description": f"{told.message} {told.hint}",
                "check_name": told.code,
                "fingerprint": hashlib.sha256(f"{what} {seen[what]}".encode()).hexdigest(),
                "severity": _SEVERITIES[diagnostic.rule.severity],
                "location": {"path": told.file or ".", "lines": {"begin": told.line or 1}},
            }
        )
    return json.dumps(issues, ensure_ascii=False, indent=2)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
