"""What the template of the board for editors may see."""

from __future__ import annotations

from msgspec import Struct

from warraq.following.difference import Run
from warraq.model.worded import Words
from warraq.plan.views import PagerView, PageView


class PartView(Struct, frozen=True):
    """The texts of a language that are in one state."""

    state: str
    word: str
    """The state in words, for the catalogue."""
    count: int
    start: float
    """Where its part of the bar begins, and how wide it is, in per cent."""
    share: float


class LanguageStatusView(Struct, frozen=True):
    """How it stands with the texts of one language."""

    name: Words
    total: int
    parts: tuple[PartView, ...]


class StatusCellView(Struct, frozen=True):
    """How it stands with one text."""

    language: Words
    """The language, by its name in itself."""
    state: str
    word: str
    href: str
    """Its page; empty where there is none."""
    changed: int
    unwritten: int
    size: int
    draft: bool
    by_machine: bool
    reviewed: bool


class StatusChangeView(Struct, frozen=True, kw_only=True):
    """A passage of an original that is not as it was."""

    number: int
    word: str
    """What has become of it, for the catalogue."""
    kind: str
    """What kind of passage it is, for the catalogue; empty where that is not known any more."""
    line: int
    runs: tuple[Run, ...]
    is_known: bool
    counterpart: Words | None
    """What the translation says there."""
    counterpart_line: int


class StatusTextView(Struct, frozen=True, kw_only=True):
    """A text with the changes that it has still to follow."""

    language: Words
    source: Words
    """The language of its original, in which the changes are."""
    source_file: str
    file: str
    command: str
    """What is written once it has followed them."""
    changes: tuple[StatusChangeView, ...]
    count: int
    """Of all changes, those that are not shown here among them."""
    more: int
    """Of those that are not shown."""
    more_command: str
    """What shows all of them."""


class StatusRowView(Struct, frozen=True, kw_only=True):
    """A record and how it stands with its texts."""

    key: str
    title: Words
    kind: str
    """The kind's word for one record, for the catalogue."""
    href: str
    cells: tuple[StatusCellView, ...]
    columns: int
    """Of the table that it is a row of."""
    texts: tuple[StatusTextView, ...]
    """Those whose original has changed."""


class StateView(Struct, frozen=True):
    """A state and what it means."""

    state: str
    word: str
    meaning: str


class StatusView(PageView, frozen=True, kw_only=True):
    heading: str
    intro: str
    languages: tuple[LanguageStatusView, ...]
    waiting: tuple[StatusRowView, ...]
    """The records of which a text waits for somebody."""
    settled: tuple[StatusRowView, ...]
    """The others, where all of them can be shown on one page."""
    count_waiting: int
    count_settled: int
    states: tuple[StateView, ...]
    """The states that can be seen here."""
    pager: PagerView | None
