"""Plain prose read straight into the tree: paragraphs, headings, simple lists and tables, quotations and notes.

Nearly every text is made of these and of nothing else. Of such a text this reader makes the very tree that the whole
way gives, by Python-Markdown, the cleaner and the reading of HTML, in a fraction of the time. Its grammar is narrow
on purpose: at the first sign that could mean something else it gives up, and the text goes the whole way. No markup
of an editor's gets through here: every element is made by these lines, and words are escaped when they are written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from warraq.lang.scripts import direction_of
from warraq.model.text import TextContext, TextLink
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
_PLAIN = r"[^*\[\]{}|\n]"
_WEB = r"https?://(?:[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*\.)+[A-Za-z]{2,}(?:/[A-Za-z0-9./%#?=+~-]*)?"
# Each way begins with one certain character, by which the whole is looked for very quickly.
_SIGN = re.compile(
    rf"\[\[(?P<target>[a-z0-9/-]+)(?:\|(?P<words>{_PLAIN}+))?\]\]"
    rf"|\[\^(?P<note>[A-Za-z0-9-]+)\](?!\s*:)"
    rf"|\{{(?P<language>[a-z]{{2,3}}(?:-[A-Za-z0-9]{{2,8}})*):[ ]+(?P<run>{_PLAIN}+)\}}"
    rf"|\*(?<![\w*]\*)(?P<second>\*?)(?P<stressed>(?!\s)(?:{_PLAIN}|\[\[[^\[\]\n]*\]\])+)(?<!\s)\*(?P=second)(?![\w*])"
    rf"|\[(?P<label>{_PLAIN}+)\]\((?P<address>{_WEB})\)"
    r"|\*|\[|\]|\{|\}|\|"
)
_ROW = re.compile(r"\|([^|\n]*(?:\|[^|\n]*)+)\|")
_RULE = re.compile(":?-+:?")
_BLOCKS = frozenset("#>-|")
"""What begins a block that is no paragraph; lines of prose that begin with `-` or `|` are left to Python-Markdown."""
_ALIGNED = {":-": "left", "-:": "right", "::": "center"}
_ADDRESS = re.compile(r"[\w./%~-]*(?:#[\w.~-]*)?")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


class _OtherError(Exception):
    """The text has something that is not plain prose."""


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
    except _OtherError:
        return None


class _Reader:
    """Reads one text, remembering which notes it was led to."""

    def __init__(self, context: TextContext) -> None:
        self.links = dict(context.links)
        self.language = context.language.code
        self.marks: dict[str, int] = {}
        """How often the text leads to each note, in the order in which it does so first."""

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
                        raise _OtherError
                    notes[label] = words
                continue
            element = self._block(block)
            # Two lists, or two quotations, one after the other are one to Markdown.
            if element.tag == before and before in {"ul", "blockquote"}:
                raise _OtherError
            before = element.tag
            root.children += ("\n", element)
        if self.marks.keys() != notes.keys():
            raise _OtherError
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
                raise _OtherError
            attributes = {"id": heading[3]} if heading[3] else None
            return Element(f"h{len(heading[1])}", attributes, *self._line(heading[2]))
        # Python-Markdown numbers notes as it meets their marks, and it meets those in here after all others.
        before = self.marks.copy()
        element = self._nested(first, block)
        if self.marks != before:
            raise _OtherError
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
                raise _OtherError
            rows.append([cell.strip(" ") for cell in row[1].split("|")])
        if len(rows) < 3:
            raise _OtherError
        header, rule, *body = rows
        if any(len(row) != len(header) for row in rows) or not all(map(_RULE.fullmatch, rule)):
            raise _OtherError
        aligned = [_ALIGNED.get(cell[0] + cell[-1]) for cell in rule]
        head = _lines("thead", [self._row("th", header, aligned)])
        return _lines("table", [head, _lines("tbody", [self._row("td", row, aligned) for row in body])])

    def _row(self, tag: str, cells: list[str], aligned: list[str | None]) -> Element:
        pairs = zip(cells, aligned, strict=True)
        return _lines(
            "tr", (Element(tag, {"align": side} if side else None, *self._line(cell)) for cell, side in pairs)
        )

    def _paragraph(self, words: str) -> Element:
        return Element("p", None, *self._prose(words))

    def _prose(self, words: str) -> list[Element | str]:
        if _NO_PROSE.match(words) or ("\n" in words and any(map(_NO_PROSE.match, words.split("\n")))):
            raise _OtherError
        return self._line(words)

    def _line(self, words: str) -> list[Element | str]:
        """The elements and words of running text."""
        found: list[Element | str] = []
        position = 0
        for sign in _SIGN.finditer(words):
            if sign.start() > position:
                found.append(words[position : sign.start()])
            found.append(self._element(sign))
            position = sign.end()
        if position < len(words):
            found.append(words[position:])
        return found

    def _element(self, sign: re.Match[str]) -> Element:
        match sign.lastgroup:
            case "target" | "words":
                return self._reference(sign["target"], sign["words"])
            case "note":
                return self._mark(sign["note"])
            case "run":
                language = sign["language"]
                attributes = {"lang": language, "dir": direction_of(language)}
                return Element("bdi", attributes, _stripped(sign["run"]))
            case "stressed":
                return Element("strong" if sign["second"] else "em", None, *self._line(sign["stressed"]))
            case "address":
                return Element("a", {"href": sign["address"]}, sign["label"])
        raise _OtherError

    def _reference(self, target: str, words: str | None) -> Element:
        link = self.links.get(target)
        if link is None or not _ADDRESS.fullmatch(link.href):
            raise _OtherError
        attributes = {"class": "ref term" if link.kind == "terms" else "ref"}
        if link.href:
            attributes["href"] = link.href
        shown = self._title(link, attributes) if words is None else _stripped(words)
        return Element("a" if link.href else "span", attributes, shown)

    def _title(self, link: TextLink, attributes: dict[str, str]) -> str:
        if _CONTROL.search(link.title):
            raise _OtherError
        if link.language is not None and link.language != self.language:
            attributes["lang"] = link.language
            attributes["dir"] = link.direction or direction_of(link.language)
        return link.title

    def _mark(self, label: str) -> Element:
        """The mark of a note, as Python-Markdown prints it."""
        self.marks[label] = count = self.marks.get(label, 0) + 1
        number = list(self.marks).index(label) + 1
        link = Element("a", {"class": "footnote-ref", "href": f"#fn:{label}"}, str(number))
        return Element("sup", {"id": f"fnref{count if count > 1 else ''}:{label}"}, link)

    def _list_of_notes(self, notes: dict[str, str]) -> Element:
        """The notes in the order of their marks, each with an arrow to each of its marks."""
        items = []
        marks = self.marks.copy()
        for label, count in marks.items():
            words = self._paragraph(notes[label])
            places = ["", *range(2, count + 1)]
            arrows = [
                Element("a", {"class": "footnote-backref", "href": f"#fnref{n}:{label}"}, "↩") for n in places
            ]
            words.children += ("\u00a0", *arrows)
            items.append(Element("li", {"id": f"fn:{label}"}, "\n", words, "\n"))
        if self.marks != marks:  # a note leads to a note
            raise _OtherError
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
            raise _OtherError
        yield note[1], note[2]


def _without(block: str, sign: str) -> Iterator[str]:
    """The lines of a block less the sign that each must begin with."""
    for line in block.split("\n"):
        words = line.removeprefix(sign)
        if words is line or words == line or not words or words[0].isspace():
            raise _OtherError
        yield words


def _stripped(words: str) -> str:
    found = words.strip()
    if not found:
        raise _OtherError
    return found
