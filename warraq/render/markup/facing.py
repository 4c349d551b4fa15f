"""Two texts made into rows: each converted whole, then cut where its passages begin, then set beside each other.

Notes, abbreviations and numbers run through a whole text, so it is not converted in pieces. Instead a paragraph with a
sign of ours stands before each passage, and is taken out of the HTML again. Where it has not come through at its place,
as in HTML that is never closed, the text stays in one piece: better long beside long than words beside the wrong ones.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from warraq.facing.alignment import Row, align
from warraq.facing.passages import ANCHOR, Passage, passages_of
from warraq.model.text import TextContext
from warraq.render.markup.convert import convert
from warraq.render.markup.tree import Element, read_html, write_html


class FacingPart(Struct, frozen=True):
    """What stands in a row of one text; empty where it has nothing there."""

    html: str


class FacingRow(Struct, frozen=True):
    """What stands beside each other."""

    first: FacingPart
    second: FacingPart
    number: int
    """Counted through the page; 0 for headings."""
    is_parted: bool


class FacingText(Struct, frozen=True):
    """Two texts in rows, with the notes of each."""

    rows: tuple[FacingRow, ...]
    notes: tuple[FacingPart, FacingPart]

    @property
    def is_parted(self) -> bool:
        """Whether the texts part ways anywhere."""
        return any(row.is_parted for row in self.rows)


class CutText(Struct, frozen=True):
    """A text ready to be set beside another one."""

    pieces: tuple[tuple[int, str], ...] | None
    """The HTML of each passage by its first line; None where the text cannot be cut."""
    whole: str
    """All of it in one piece where it cannot be cut; else empty."""
    notes: str


def set_beside(first: tuple[str, CutText], second: tuple[str, CutText]) -> FacingText:
    """Return two Markdown texts in different languages, each with what `cut_text` made of it, as rows."""
    (source, cut), (other_source, other) = first, second
    notes = _parts(cut.notes, other.notes)
    if cut.pieces is None or other.pieces is None:
        return FacingText((FacingRow(*_parts(_all(cut), _all(other)), 1, is_parted=True),), notes)
    pieces, other_pieces = dict(cut.pieces), dict(other.pieces)
    made: list[FacingRow] = []
    number = 0
    for row in align(passages_of(source), passages_of(other_source)):
        is_heading = _is_heading(row)
        number += not is_heading
        parts = _parts(
            "\n".join(pieces[passage.first] for passage in row.first),
            "\n".join(other_pieces[passage.first] for passage in row.second),
        )
        made.append(FacingRow(*parts, 0 if is_heading else number, row.is_parted))
    return FacingText(tuple(made), notes)


def cut_text(source: str, context: TextContext) -> CutText:
    """Return a Markdown text as safe HTML in pieces, with ids that no text of another language has."""
    passages = [passage for passage in passages_of(source) if passage.kind != ANCHOR]
    sign = "\uf8fd"
    while sign in source:
        sign += "\uf8fd"
    root = _converted(_signed(source, passages, sign), context)
    groups: list[list[Element | str]] = [[]]
    for child in root.children:
        if isinstance(child, Element) and child.tag == "p" and child.text().strip() == sign:
            groups.append([])
        else:
            groups[-1].append(child)
    before, *parts = map(_html, groups)
    if len(parts) == len(passages) + 1 and not before and not any(sign in part for part in parts):
        *pieces, notes = parts
        firsts = (passage.first for passage in passages)
        return CutText(tuple(zip(firsts, pieces, strict=True)), "", notes)
    root = _converted(source, context)
    notes_of = [child for child in root.children if isinstance(child, Element) and child.has_class("notes")]
    return CutText(None, _html([child for child in root.children if child not in notes_of]), _html(notes_of))


def _converted(source: str, context: TextContext) -> Element:
    root, elements = read_html(convert(source, context).html)
    _make_ids_own(elements, context.language.code)
    return root


def _all(text: CutText) -> str:
    return text.whole if text.pieces is None else "\n".join(piece for _, piece in text.pieces)


def _parts(first: str, second: str) -> tuple[FacingPart, FacingPart]:
    return FacingPart(first), FacingPart(second)


def _is_heading(row: Row) -> bool:
    return all(passage.kind == "heading" for passage in (*row.first, *row.second))


def _signed(source: str, passages: Sequence[Passage], sign: str) -> str:
    lines = source.split("\n")
    for passage in reversed(passages):
        lines[passage.first : passage.first] = ["", sign, ""]
    return "\n".join([*lines, "", sign, ""])


def _html(children: Sequence[Element | str]) -> str:
    return write_html(Element("", {}, *children))


_NAMING = ("aria-labelledby", "aria-describedby")


def _make_ids_own(elements: Sequence[Element], code: str) -> None:
    """Put the text's language before its ids and wherever it uses them, so that another text may have the same."""
    ids = {element.attributes["id"] for element in elements if "id" in element.attributes}
    for element in elements:
        attributes = element.attributes
        if "id" in attributes:
            attributes["id"] = f"{code}-{attributes['id']}"
        if attributes.get("href", "").startswith("#") and attributes["href"][1:] in ids:
            attributes["href"] = f"#{code}-{attributes['href'][1:]}"
        for name in _NAMING:
            if name in attributes:
                attributes[name] = " ".join(
                    f"{code}-{id}" if id in ids else id for id in attributes[name].split()
                )
