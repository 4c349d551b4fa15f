"""The table of contents of a long text: its headings, those of the second rank under those of the first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from warraq.render.markup.values import Heading

WORTH_A_TABLE: Final = 3
"""Headings from which on a text has a table of contents."""


class Section(Struct, frozen=True):
    """A part of a text with the parts in it."""

    heading: Heading
    parts: tuple[Heading, ...] = ()


def contents_of(headings: Sequence[Heading]) -> tuple[Section, ...]:
    """The sections of a text in order; none where it has too few headings for a table to be of use.

    Headings below the second rank are left out: a table is there to be taken in at a glance.
    """
    if len(headings) < WORTH_A_TABLE:
        return ()
    highest = min(heading.level for heading in headings)
    sections: list[tuple[Heading, list[Heading]]] = []
    for heading in headings:
        if heading.level == highest:
            sections.append((heading, []))
        elif heading.level == highest + 1 and sections:
            sections[-1][1].append(heading)
    return tuple(Section(heading, tuple(parts)) for heading, parts in sections)
