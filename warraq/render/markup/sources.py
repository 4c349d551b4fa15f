"""The last line of a paragraph that names a source or an author: it begins with `-- ` or `— `."""

from __future__ import annotations

import re

from warraq.render.markup.tree import Element

_SOURCE = re.compile(r"(^|\n)[ ]*(?:--|—)[ ]+")


def take_source(paragraph: Element) -> list[Element | str]:
    """Take the last line out of the paragraph and return it, if it is a source; else return nothing."""
    for position in range(len(paragraph.children) - 1, -1, -1):
        child = paragraph.children[position]
        if not isinstance(child, str):
            continue
        line_start = max(child.rfind("\n"), 0)
        match = _SOURCE.match(child, line_start)
        if match and (match[1] or position == 0):
            source = [child[match.end() :], *paragraph.children[position + 1 :]]
            paragraph.children[position:] = [child[: match.start()]]
            return source
        if "\n" in child:
            return []
    return []
