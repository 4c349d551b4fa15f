"""Plain prose read straight into the tree: paragraphs, headings, simple lists and tables, quotations and notes.

Nearly every text is made of these and of nothing else. Of such a text this reader makes the very tree that the whole
way gives, by Python-Markdown, the cleaner and the reading of HTML, in a fraction of the time. Its grammar is narrow
on purpose: at the first sign that could mean something else it gives up, and the text goes the whole way. No markup
of an editor's gets through here: every element is made by these lines, and words are escaped when they are written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from warraq.model.text import TextContext
from warraq.render.markup.prose_lines import NotProse, ProseLines
from warraq.render.markup.tree import Element

_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\ufdd0-\ufdef\ufffe\uffff]")
_NEVER = ("`", "\\", "<", "_", "![", "~~~", "///")
"""Signs of code, escapes, HTML, emphasis by lines, pictures, fences, and Python-Markdown's own place for notes."""
_CHARACTER = re.compile(r"&[\w#]")
"""A reference to a character may begin so."""
_EDGE = re.compile(r"\n(?:(?=[^\S\n])|(?<=[^\S\n]\n))")
"""Spaces at the edge of a line: a line break, code, or what belongs to a list."""
_NO_PROSE = re.compile(r"[#=+>:|]|-(?!- \w)|\d+\.")
"""Begins a heading, a list, a quotation, a definition, a row or a rule; `-- ` before a source does not."""
_HEADING = re.compile(r"(#{1,6})[ ]+(?=\S)([^\n]*?[^\s#])(?:[ ]+\{#([A-Za-z][A-Za-z0-9-]*)\})?")
_NOTE = re.compile(r"\[\^([A-Za-z0-9-]+)\]:[ ]+(\S.*)")
_ROW = re.compile(r"\|([^|\n]*(?:\|[^|\n]*)+)\|")
_RULE = re.compile(":?-+:?")
_BLOCKS = frozenset("#>-|")
"""What begins a block that is no paragraph; lines of prose that begin with `-` or `|` are left to Python-Markdown."""
_ALIGNED = {":-": "left", "-:": "right", "::": "center"}


def read_prose(source: str, context: TextContext) -> Element | None:
    """Return a nameless element that holds the tree of a text of plain prose; None where it is more than that."""
    source = source.strip("\n")
    if (
        any(sign in source for sign in _NEVER)
        or _CONTROLS.search(source)
        or _EDGE.search(source)
        or ("&" in source and _CHARACTER.search(source))
        or source != source.strip()
    ):
        return None
    try:
        return _Reader(context).read(source)
    except NotProse:
        return None


class _Reader:
    """Reads the blocks of one text."""

    def __init__(self, context: TextContext) -> None:
        self._words = ProseLines(context)

    def read(self, source: str) -> Element:
        root = Element("")
        notes: dict[str, str] = {}
        before = ""
        for part in source.split("\n\n"):
            block = part.strip("\n")
            if not block:
                continue
            if block.startswith("[^"):
                for label, words in _notes(block):
                    if label in notes:
                        raise NotProse
                    notes[label] = words
                continue
            element = self._block(block)
            # Two lists, or two quotations, one after the other are one to Markdown.
            if element.tag == before and before in {"ul", "blockquote"}:
                raise NotProse
            before = element.tag
            root.children += ("\n", element)
        if self._words.marks.keys() != notes.keys():
            raise NotProse
        if notes:
            root.children += ("\n", self._list_of_notes(notes))
        del root.children[:1]
        return root

    def _block(self, block: str) -> Element:
        first = block[0]
        if first not in _BLOCKS:
            return self._paragraph(block)
        if first == "#":
            heading = _HEADING.fullmatch(block)
            if heading is None:
                raise NotProse
            attributes = {"id": heading[3]} if heading[3] else None
            return Element(f"h{len(heading[1])}", attributes, *self._words.read(heading[2]))
        # Python-Markdown numbers notes as it meets their marks, and it meets those in here after all others.
        before = self._words.marks.copy()
        element = self._nested(first, block)
        if self._words.marks != before:
            raise NotProse
        return element

    def _nested(self, first: str, block: str) -> Element:
        if first == ">":
            paragraph = self._paragraph("\n".join(_without(block, "> ")))
            return Element("blockquote", None, "\n", paragraph, "\n")
        if first == "-":
            items = (Element("li", None, *self._prose(words)) for words in _without(block, "- "))
            return _lines("ul", items)
        return self._table(block)

    def _table(self, block: str) -> Element:
        rows = []
        for line in block.split("\n"):
            row = _ROW.fullmatch(line)
            if row is None:
                raise NotProse
            rows.append([cell.strip(" ") for cell in row[1].split("|")])
        if len(rows) < 3:
            raise NotProse
        header, rule, *body = rows
        if any(len(row) != len(header) for row in rows) or not all(map(_RULE.fullmatch, rule)):
            raise NotProse
        aligned = [_ALIGNED.get(cell[0] + cell[-1]) for cell in rule]
        head = _lines("thead", [self._row("th", header, aligned)])
        return _lines("table", [head, _lines("tbody", [self._row("td", row, aligned) for row in body])])

    def _row(self, tag: str, cells: list[str], aligned: list[str | None]) -> Element:
        pairs = zip(cells, aligned, strict=True)
        return _lines(
            "tr",
            (
                Element(tag, {"align": side} if side else None, *self._words.read(cell))
                for cell, side in pairs
            ),
        )

    def _paragraph(self, words: str) -> Element:
        return Element("p", None, *self._prose(words))

    def _prose(self, words: str) -> list[Element | str]:
        if _NO_PROSE.match(words) or ("\n" in words and any(map(_NO_PROSE.match, words.split("\n")))):
            raise NotProse
        return self._words.read(words)

    def _list_of_notes(self, notes: dict[str, str]) -> Element:
        """The notes in the order of their marks, each with an arrow to each of its marks."""
        items = []
        marks = self._words.marks.copy()
        for label, count in marks.items():
            words = self._paragraph(notes[label])
            places = ["", *range(2, count + 1)]
            arrows = [
                Element("a", {"class": "footnote-backref", "href": f"#fnref{n}:{label}"}, "↩") for n in places
            ]
            words.children += ("\u00a0", *arrows)
            items.append(Element("li", {"id": f"fn:{label}"}, "\n", words, "\n"))
        if self._words.marks != marks:  # a note leads to a note
            raise NotProse
        return _lines("div", [Element("hr"), _lines("ol", items)], {"class": "footnote"})


def _lines(tag: str, elements: Iterable[Element], attributes: dict[str, str] | None = None) -> Element:
    """An element that holds others, each on a line of its own."""
    holder = Element(tag, attributes, "\n")
    for element in elements:
        holder.children += (element, "\n")
    return holder


def _notes(block: str) -> Iterator[tuple[str, str]]:
    for line in block.split("\n"):
        note = _NOTE.fullmatch(line)
        if note is None:
            raise NotProse
        yield note[1], note[2]


def _without(block: str, sign: str) -> Iterator[str]:
    """The lines of a block less the sign that each must begin with."""
    for line in block.split("\n"):
        words = line.removeprefix(sign)
        if words is line or words == line or not words or words[0].isspace():
            raise NotProse
        yield words
