"""The nodes of the indexes: the pages of the facets, and the index of topics."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from warraq.model.addresses import topics_path
from warraq.plan.facet_pages import facet_marks, facet_pages
from warraq.plan.nodes import PageNode, Wanted
from warraq.plan.planner import Planner
from warraq.plan.topics import has_topics, topics_mark


def facet_nodes(planner: Planner) -> Iterator[PageNode]:
    """The nodes of all pages of all facets."""
    library = planner.library
    for code in planner.site.codes:
        marks: dict[tuple[str, str], Sequence[str]] = {}
        for page in facet_pages(library):
            holding, of = library.holdings[page.facet], (page.facet, page.value)
            if of not in marks:
                marks[of] = facet_marks(library, holding, page.value, code)
            mark, origin = marks[of][page.number - 1], f"content/{holding.facet.kind}"
            if page.value:
                wanted, template = Wanted("value", code, page.facet, page.number, page.value), "facet-value"
            else:
                wanted, template = Wanted("facet", code, page.facet, page.number), "facet"
            yield planner.page(wanted, page.path(code), f"pages/{template}.html", origin, mark)


def topics_nodes(planner: Planner) -> Iterator[PageNode]:
    """The index of topics in each language; none where a site has nothing to look up."""
    for code in planner.site.codes if has_topics(planner.library) else ():
        mark = topics_mark(planner.library, code)
        yield planner.page(Wanted("topics", code), topics_path(code), "pages/topics.html", "topics", mark)
