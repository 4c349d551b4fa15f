"""What the page of search may see."""

from __future__ import annotations

from warraq.plan.views import CountView, LinkView, PageView


class SearchView(PageView, frozen=True, kw_only=True):
    heading: str
    intro: str
    lists: tuple[CountView, ...]
    """The lists of all records, for those whose browser runs no script."""
    through_time: tuple[LinkView, ...]
    """The centuries that the home page leads through."""
    table: str
    """Address of the table by which the files of search are found."""
