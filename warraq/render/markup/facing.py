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


def convert_beside(first: tuple[str, TextContext], second: tuple[str, TextContext]) -> FacingText:
    """Return two Markdown texts in different languages as rows of safe HTML, without an id that occurs twice."""
    rows = align(passages_of(first[0]), passages_of(second[0]))
    (pieces, notes), (other_pieces, other_notes) = _pieces(*first), _pieces(*second)
    if pieces is None or other_pieces is None:
        whole, other = _whole(*first), _whole(*second)
        return FacingText(
            (FacingRow(*_parts(whole[0], other[0]), 1, is_parted=True),), _parts(whole[1], other[1])
        )
    made: list[FacingRow] = []
    number = 0
    for row in rows:
        is_heading = _is_heading(row)
        number += not is_heading
        made.append(
            FacingRow(
                *_parts(
                    "\n".join(pieces[passage.first] for passage in row.first),
                    "\n".join(other_pieces[passage.first] for passage in row.second),
                ),
                0 if is_heading else number,
                row.is_parted,
            )
        )
    return FacingText(tuple(made), _parts(notes, other_notes))


def _parts(first: str, second: str) -> tuple[FacingPart, FacingPart]:
    return FacingPart(first), FacingPart(second)


def _is_heading(row: Row) -> bool:
    return all(passage.kind == "heading" for passage in (*row.first, *row.second))


def _pieces(source: str, context: TextContext) -> tuple[dict[int, str] | None, str]:
    """The HTML of each passage by its first line, and that of the notes; None where the text cannot be cut."""
    passages = [passage for passage in passages_of(source) if passage.kind != ANCHOR]
    sign = "\uf8fd"
    while sign in source:
        sign += "\uf8fd"
    root, elements = read_html(convert(_signed(source, passages, sign), context).html)
    _make_ids_own(elements, context.language.code)
    groups: list[list[Element | str]] = [[]]
    for child in root.children:
        if isinstance(child, Element) and child.tag == "p" and child.text().strip() == sign:
            groups.append([])
        else:
            groups[-1].append(child)
    before, *parts = groups
    is_cut = len(parts) == len(passages) + 1 and not _html(before) and sign not in "".join(map(_html, parts))
    if not is_cut:
        return None, ""
    return {passage.first: _html(part) for passage, part in zip(passages, parts, strict=False)}, _html(
        parts[-1]
    )


def _signed(source: str, passages: Sequence[Passage], sign: str) -> str:
    lines = source.split("\n")
    for passage in reversed(passages):
        lines[passage.first : passage.first] = ["", sign, ""]
    return "\n".join([*lines, "", sign, ""])


def _whole(source: str, context: TextContext) -> tuple[str, str]:
    """The HTML of a text in one piece, and that of its notes."""
    root, elements = read_html(convert(source, context).html)
    _make_ids_own(elements, context.language.code)
    notes = [child for child in root.children if isinstance(child, Element) and child.has_class("notes")]
    return _html([child for child in root.children if child not in notes]), _html(notes)


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
