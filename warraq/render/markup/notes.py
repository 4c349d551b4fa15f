"""Notes: numbered in the digits of the language, named in its words, with arrows that point its way.

Python-Markdown finds and numbers them; this pass rewrites what it printed. A note can be led to from several
places and then has an arrow for each. The section stands at the end, and each note keeps its own id, so that a
style sheet may also set it in the margin.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from warraq.lang.numbers import localise_digits
from warraq.model.text import TextContext
from warraq.render.markup.tree import Element

SECTION_ID = "footnotes"

# With U+FE0E, or phones draw a picture in place of the arrow. The arrow points back to where lines begin.
_ARROWS = {"ltr": "↩\ufe0e", "rtl": "↪\ufe0e"}
_REFERENCE = re.compile(r"#?fnref(\d*):(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Note:
    """A note's number as readers see it and its label as addresses bear it."""

    number: str
    address: str


def settle_notes(root: Element, elements: Sequence[Element], context: TextContext) -> None:
    """Rewrite the marks of notes in the text and the list of notes at its end; `elements` are all that are in it."""
    section = next(filter(_is_list_of_notes, elements), None)
    if section is None:
        return
    notes = _settle_list(section, context)
    marks = {element.attributes.get("id") for element in elements if element.tag == "sup"}
    arrows = [element for element in elements if element.has_class("footnote-backref")]
    if any(_leads_nowhere(arrow, marks) for arrow in arrows):
        for element in elements:
            element.children = [
                child
                for child in element.children
                if not (isinstance(child, Element) and child in arrows and _leads_nowhere(child, marks))
            ]
        elements = root.elements()
        arrows = [element for element in elements if element.has_class("footnote-backref")]
    for element in elements:
        if element.tag == "sup":
            _settle_mark(element, notes, context)
    for arrow in arrows:
        if arrow.tag != "sup":
            _settle_arrow(arrow, notes, context)


def _is_list_of_notes(element: Element) -> bool:
    return element.tag == "div" and element.has_class("footnote")


def _leads_nowhere(arrow: Element, marks: set[str | None]) -> bool:
    """Return whether an arrow is that of a note to which nothing in the text leads."""
    return arrow.attributes.get("href", "").removeprefix("#") not in marks


def _settle_list(section: Element, context: TextContext) -> dict[str, _Note]:
    """Make the list a labelled section and return its notes by their labels."""
    ordered = [child for child in section.children if isinstance(child, Element) and child.tag == "ol"]
    heading = Element(f"h{context.heading_level}", {"id": SECTION_ID}, context.words.notes)
    section.tag = "section"
    section.attributes = {"class": "notes", "role": "doc-endnotes", "aria-labelledby": SECTION_ID}
    section.children = ["\n", heading, "\n", *ordered, "\n"]
    notes: dict[str, _Note] = {}
    items = [item for one in ordered for item in one.children if isinstance(item, Element)]
    for position, item in enumerate(items, 1):
        label = item.attributes.get("id", "").removeprefix("fn:")
        number = localise_digits(str(position), context.language.digits)
        address = re.sub(r"[^\w\-]+", "-", label)
        if any(note.address == address for note in notes.values()):
            address += f"-{position}"
        notes[label] = _Note(number, address)
        item.attributes["id"] = f"fn-{address}"
    return notes


def _settle_mark(element: Element, notes: dict[str, _Note], context: TextContext) -> None:
    """Rewrite `<sup id="fnref:x"><a>1</a></sup>`."""
    written = _REFERENCE.fullmatch(element.attributes.get("id", ""))
    if not written or written[2] not in notes:
        return
    note = notes[written[2]]
    link = {
        "class": "noteref",
        "href": f"#fn-{note.address}",
        "role": "doc-noteref",
        "aria-label": context.words.note.format(number=note.number),
    }
    # A direction of its own keeps the mark after a year from becoming part of the year.
    element.attributes = {"id": f"fnref{written[1]}-{note.address}", "dir": context.language.direction}
    element.children = [Element("a", link, note.number)]


def _settle_arrow(element: Element, notes: dict[str, _Note], context: TextContext) -> None:
    """Rewrite the link from a note to the place in the text."""
    written = _REFERENCE.fullmatch(element.attributes.get("href", ""))
    if not written or written[2] not in notes:
        return
    note = notes[written[2]]
    label = context.words.back.format(number=note.number)
    arrow = _ARROWS[context.language.direction]
    if written[1]:
        # A second arrow of the same note says which place it leads to. It says so in its name alone: a figure
        # that is seen and not part of the name would confuse those who steer by voice.
        label = f"{label} ({localise_digits(written[1], context.language.digits)})"
    element.attributes = {
        "class": "back",
        "href": f"#fnref{written[1]}-{note.address}",
        "role": "doc-backlink",
        "aria-label": label,
        "dir": context.language.direction,
    }
    element.children = [arrow]
