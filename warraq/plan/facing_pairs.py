"""Which languages of a story can be read beside which, and where."""

from __future__ import annotations

from collections.abc import Iterator

from warraq.index.entry import Entry
from warraq.model.addresses import facing_path
from warraq.model.site import Site


def facing_codes(entry: Entry, code: str, site: Site) -> tuple[str, ...]:
    """The languages beside which a story can be read in this one."""
    if entry.kind_name != "stories" or not site.facts.facing or code not in entry.written_in:
        return ()
    return tuple(other for other in site.codes if other != code and other in entry.written_in)


def facing_pairs(entry: Entry, code: str, site: Site) -> Iterator[tuple[str, str]]:
    """Of each of these languages its code, and the path of the page."""
    for other in facing_codes(entry, code, site):
        yield other, facing_path(entry.face(code).path, other)
