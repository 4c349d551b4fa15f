"""The faults of writing in a Persian, Arabic or other text, and their repair.

`lint` finds, `fix` mends what can be mended without a person. Read `passages` first: it decides what is looked at.
"""

from __future__ import annotations

from warraq.lang.lint.finding import Edit, Finding, HouseStyle, Romanisation, Setting, Severity
from warraq.lang.lint.linter import SEVERITIES, fix, lint

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
