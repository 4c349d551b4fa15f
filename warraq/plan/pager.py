"""The way through the pages of a long list."""

from __future__ import annotations

from collections.abc import Callable

from warraq.plan.desk import Desk
from warraq.plan.views import PageLinkView, PagerView


def pager_view(desk: Desk, path_of: Callable[[int], str], number: int, count: int) -> PagerView | None:
    """The links to the other pages of a list, whose paths go by number; None where it is on one page."""
    if count == 1:
        return None

    def href(page: int) -> str:
        return desk.to(path_of(page)) if 1 <= page <= count else ""

    near = {page for page in range(number - 1, number + 2) if 1 <= page <= count} | {1, count}
    shown: list[PageLinkView] = []
    for page in sorted(near):
        if shown and page - shown[-1].number > 1:
            # A gap of one page is that page.
            between = page - 1
            shown.append(PageLinkView(between, href(between) if between == shown[-1].number + 1 else ""))
        shown.append(PageLinkView(page, href(page)))
    return PagerView(number=number, shown=tuple(shown), before=href(number - 1), after=href(number + 1))
