"""The nodes of search: its page in each language, and the files that it draws on."""

from __future__ import annotations

from collections.abc import Iterator

from warraq.fingerprint import digest, mark_of_lines
from warraq.model.addresses import search_path
from warraq.plan.nodes import KeptNode, Node, PageNode, Wanted, file_node
from warraq.plan.planner import Planner
from warraq.plan.search import (
    browse_mark,
    file_path,
    filter_lines,
    groups_of,
    searched,
    table,
)


def search_nodes(planner: Planner) -> Iterator[Node]:
    """The page of search in each language, and the files that it draws on."""
    if planner.found is None:
        return
    library, origin = planner.library, "search"
    places = library.by_kind["places"]
    lines = filter_lines(library, planner.found)
    all_entries = searched(library, planner.site.codes)
    for face, code in enumerate(planner.site.codes):
        entries = all_entries[code]
        shards = planner.found.shards.get(code, ())
        for number, shard in enumerate(shards):
            path = file_path(code, f"w{number}", shard.key)
            yield KeptNode(path.lstrip("/"), shard.key, origin)
        fixed = digest(
            planner.theme.engine, planner.theme.catalog(code).digest, repr(planner.site.languages), code
        )
        groups = []
        for number, group in enumerate(groups_of(entries)):
            key = mark_of_lines(
                "cards", planner.theme.engine, code, *(entry.faces[face].mark for entry in group)
            )
            groups.append(key)
            wanted = Wanted("search-cards", code, number=number)
            yield PageNode(file_path(code, f"c{number}", key).lstrip("/"), key, wanted, origin)
        names = (entry.faces[face].mark for entry in places)
        filters = mark_of_lines("filters", fixed, *(lines[entry.key] for entry in entries), *names)
        path = file_path(code, "filters", filters).lstrip("/")
        yield PageNode(path, filters, Wanted("search-filters", code), origin)
        say = planner.theme.catalog(code).translations.gettext
        content = table(say, entries, shards, groups, filters)
        path = file_path(code, "table", digest(content))
        yield file_node(path.lstrip("/"), content, origin)
        mark = mark_of_lines(path, browse_mark(library, code))
        wanted = Wanted("search", code, address=path)
        yield planner.page(wanted, search_path(code), "pages/search.html", origin, mark)
