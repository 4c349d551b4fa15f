"""The nodes of former addresses, each a page that leads to where its record lives today."""

from __future__ import annotations

from warraq import rules
from warraq.diagnostics import Diagnostic, Diagnostics
from warraq.model.addresses import file_of
from warraq.model.values import Span
from warraq.plan.nodes import PageNode, Wanted
from warraq.plan.planner import Planner


def redirects(planner: Planner, taken: set[str]) -> tuple[list[PageNode], Diagnostics]:
    """A page at every former address; a former address that is in use today is refused."""
    found: list[PageNode] = []
    notes: list[Diagnostic] = []
    for entry in planner.library.by_key.values():
        for written, *place in entry.formerly:
            steps = written.split("/")
            # `..` would leave the site, and names that begin with a dot are kept for hosts and for ourselves.
            if any(step.startswith(".") for step in steps):
                notes.append(rules.NOT_AN_ADDRESS.at(Span(entry.file), value=written))
                continue
            # A last step that names no file is a page, and hosts look for those in a folder.
            address = f"{written}/" if steps[-1] and "." not in steps[-1] else written
            code = steps[1] if steps[1] in planner.site.codes else planner.site.codes[0]
            if file_of(address).casefold() in taken:
                notes.append(rules.REDIRECT_TAKEN.at(Span(entry.file, *place), address=address))
                continue
            wanted = Wanted("redirect", code, entry.key, address=address)
            mark = entry.face(code).mark
            found.append(planner.page(wanted, address, "files/redirect.html", entry.file, mark))
    return found, tuple(notes)
