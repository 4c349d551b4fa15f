"""What the pages of the indexes may see: values to choose by, the records of one of them, and the topics."""

from __future__ import annotations

from msgspec import Struct

from warraq.model.worded import Words
from warraq.plan.views import (
    ChoicesView,
    ChoiceView,
    CountView,
    GroupView,
    LetterView,
    LinkView,
    PagerView,
    PageView,
)


class ChoiceGroupView(Struct, frozen=True):
    """Values under a letter, or all of them."""

    label: Words
    anchor: str
    choices: tuple[ChoiceView, ...]


class FacetView(PageView, frozen=True, kw_only=True):
    """All values of a facet."""

    name: str
    heading: str
    intro: str
    letters: tuple[LetterView, ...]
    groups: tuple[ChoiceGroupView, ...]
    pager: PagerView | None


class ValueListView(PageView, frozen=True, kw_only=True):
    """The records that have one value of a facet."""

    kind: str
    """The name of the kind."""
    many: str
    """The kind's word for its records, a phrase of the catalogue."""
    heading: Words
    """The value."""
    dates: str
    """The value in the reader's other calendars, where it is a time."""
    summary: Words | None
    """What is said of the record that is the value."""
    record: LinkView | None
    """The page of that record."""
    pager: PagerView | None
    letters: tuple[LetterView, ...]
    groups: tuple[GroupView, ...]
    by: str
    count: int
    others: ChoicesView | None
    """The values beside this one, on the first of its pages."""


class SubjectView(Struct, frozen=True):
    """What records are about: an entry of the index of topics."""

    words: Words
    href: str
    """Where its name leads to; empty where only the counts lead on."""
    anchor: str
    counts: tuple[CountView, ...]
    """The lists of what is about it, by kind; one without a label where all are of one kind."""


class SectionView(Struct, frozen=True):
    """A part of the index of topics."""

    anchor: str
    label: str
    """A phrase of the catalogue."""
    href: str
    """The page of all values of its facet, or the list of its records; empty where it has several."""
    subjects: tuple[SubjectView, ...]
    more: tuple[LinkView, ...]
    """Pages of all subjects, where not all are here."""
    letters: tuple[LetterView, ...] = ()
    """In place of subjects where there are very many: the letters of a list."""


class TopicsView(PageView, frozen=True, kw_only=True):
    heading: str
    intro: str
    sections: tuple[SectionView, ...]
