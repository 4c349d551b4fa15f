"""What a text keeps of the one that it follows: of each passage a short mark, by which a change of it is seen.

follows: ar 3f2a91 77c0de 91ab34

The marks are made and written by the commands `translate`, `confirm` and `touch-up`, never by hand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Annotated, Any, Final

from warraq.model.values import LANGUAGE_CODE, ReadBy, Scalar, Span, Unreadable, is_yes_or_no

MARK: Final = re.compile(r"[0-9a-f]{6}")
"""The mark of a passage."""


@dataclass(frozen=True)
class Follows:
    """The passages of another text as they were when somebody last held this one against it."""

    language: str
    marks: tuple[str, ...]
    span: Span = field(compare=False, default_factory=lambda: Span(""))


def _follows(written: Any) -> Follows:
    if not isinstance(written, Scalar):
        raise Unreadable("not-marks")
    code, *marks = written.split() or [""]
    if not LANGUAGE_CODE.fullmatch(code) or not all(map(MARK.fullmatch, marks)):
        raise Unreadable("not-marks")
    return Follows(code, tuple(marks), written.span)


_SCHEMA = {
    "type": "string",
    "pattern": rf"^{LANGUAGE_CODE.pattern}(\s+{MARK.pattern})*$",
    "description": "Written by the commands translate, confirm and touch-up.",
}
Followed = Annotated[Follows, ReadBy(_follows, _SCHEMA)]


def _machine(written: Any) -> str | None:
    """The name of a tool; empty where a text is by a machine and nobody says by which one."""
    if not isinstance(written, str):
        raise Unreadable("not-text")
    said = is_yes_or_no(written)
    if said is None:
        return str(written).strip()
    return "" if said else None


Machine = Annotated[str | None, ReadBy(_machine, {"type": ["string", "boolean"]})]
