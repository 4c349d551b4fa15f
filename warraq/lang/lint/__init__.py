"""The faults of writing in a Persian, Arabic or other text, and their repair.

`lint` finds, `fix` mends what can be mended without a person. Read `passages` first: it decides what is looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from warraq.lang.lint.finding import SEVERITIES, Edit, Finding, HouseStyle, Romanisation, Setting, Severity

if TYPE_CHECKING:
    from warraq.lang.lint.linter import fix, lint

__all__ = [
    "SEVERITIES",
    "Edit",
    "Finding",
    "HouseStyle",
    "Romanisation",
    "Setting",
    "Severity",
    "fix",
    "lint",
]


def __getattr__(name: str) -> Any:
    """The two functions when they are asked for: their rules are dear to prepare, and settings name their types."""
    if name in ("fix", "lint"):
        from warraq.lang.lint import linter

        return getattr(linter, name)
    raise AttributeError(name)
