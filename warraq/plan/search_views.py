"""What the page of search may see."""

from __future__ import annotations

from warraq.plan.index_views import SectionView
from warraq.plan.views import CountView, PageView


class SearchView(PageView, frozen=True, kw_only=True):
    heading: str
    intro: str
    lists: tuple[CountView, ...]
    """The lists of all records, for those whose browser runs no script."""
    sections: tuple[SectionView, ...]
    """Parts of the index of topics."""
    topics: str
    """Address of the whole of it; empty where there is none."""
    table: str
    """Address of the table by which the files of search are found."""
