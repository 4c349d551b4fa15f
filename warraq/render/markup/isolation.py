"""Puts runs of the other direction into isolates, line by line, across the inline elements of a text."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from warraq.lang.language import Digits, Direction, Language
from warraq.lang.scripts import direction_of
from warraq.render.markup.attention import needs_attention
from warraq.render.markup.kinds import LTR_OBJECT, NEUTRAL_OBJECT, RTL_OBJECT
from warraq.render.markup.runs import Run, foreign_runs
from warraq.render.markup.tree import INLINE, VOID, Element

_CODE = frozenset({"code", "kbd", "pre", "samp", "var"})
_OBJECTS = {"br": "\n", "img": NEUTRAL_OBJECT, "wbr": ""}
_WORDS, _BEGIN, _END, _OBJECT = "words", "begin", "end", "object"


class _Piece(NamedTuple):
    """Part of a line: words, the beginning or the end of an element, or an element that is one object."""

    kind: str
    words: str
    element: Element | None = None


def isolate_foreign_runs(root: Element, language: Language) -> None:
    """Isolate every run of the other direction in the text, give it its language, and set code left to right."""
    _settle(root, language.direction, language.digits)


def _settle(element: Element, direction: Direction, digits: Digits) -> None:
    """Settle what an element holds, which is laid out in `direction`."""
    children: list[Element | str] = []
    line: list[Element | str] = []
    for child in element.children:
        if isinstance(child, str) or child.tag in INLINE:
            line.append(child)
            continue
        if line:
            children += _settled_line(line, direction, digits)
            line.clear()
        _settle_block(child, direction, digits)
        children.append(child)
    element.children = children + _settled_line(line, direction, digits)


def _settle_block(element: Element, direction: Direction, digits: Digits) -> None:
    if element.tag == "pre":
        element.attributes["dir"] = "ltr"
        return
    _settle(element, _own_direction(element, direction), digits)


def _own_direction(element: Element, direction: Direction) -> Direction:
    """Return the direction inside an element, after writing it there where only the language was given."""
    written = element.attributes.get("dir")
    if written in ("rtl", "ltr"):
        return "rtl" if written == "rtl" else "ltr"
    language = element.attributes.get("lang")
    if language:
        own = direction_of(language)
        if own != direction:
            element.attributes["dir"] = own
        return own
    return direction


def _settled_line(line: list[Element | str], direction: Direction, digits: Digits) -> list[Element | str]:
    if len(line) == 1 and isinstance(line[0], str):
        if line[0] == "\n":
            return line
        text = _in_line(line[0])
    else:
        words: list[str] = []
        for child in line:
            _read(child, direction, digits, words)
        text = "".join(words)
    if not needs_attention(text, direction):
        return line
    pieces: list[_Piece] = []
    for child in line:
        _flatten(child, direction, pieces)
    for run in reversed(foreign_runs(text, direction, digits)):
        pieces = _isolated(pieces, run)
    return _rebuilt(pieces)


def _read(child: Element | str, direction: Direction, digits: Digits, words: list[str]) -> None:
    """Add the words of a line's child to those of the line, after settling the isolates in it."""
    if isinstance(child, str):
        words.append(_in_line(child))
        return
    if child.tag in _CODE:
        child.attributes["dir"] = "ltr"
    elif child.tag not in VOID:
        own = _own_direction(child, direction)
        if _is_isolate(child):
            _settle(child, own, digits)
        else:
            for grandchild in child.children:
                _read(grandchild, direction, digits, words)
            return
    words.append(_object(child, direction))


def _flatten(child: Element | str, direction: Direction, pieces: list[_Piece]) -> None:
    """Add a child of a line that has been read to its pieces; isolates stand as one character."""
    if isinstance(child, str):
        pieces.append(_Piece(_WORDS, _in_line(child)))
    elif child.tag in VOID or child.tag in _CODE or _is_isolate(child):
        pieces.append(_Piece(_OBJECT, _object(child, direction), child))
    else:
        pieces.append(_Piece(_BEGIN, "", child))
        for grandchild in child.children:
            _flatten(grandchild, direction, pieces)
        pieces.append(_Piece(_END, "", child))


def _in_line(words: str) -> str:
    """Return words as they stand in a line: a line break in the source is a space to the reader."""
    return words.replace("\n", " ")


def _is_isolate(element: Element) -> bool:
    return element.tag in ("bdi", "bdo") or "dir" in element.attributes


def _object(element: Element, direction: Direction) -> str:
    """Return the character that stands in a line for an element whose direction has been settled."""
    if element.tag in _OBJECTS:
        return _OBJECTS[element.tag]
    if element.tag in _CODE:
        return LTR_OBJECT
    if element.tag == "sup" or element.has_class("back"):
        return NEUTRAL_OBJECT
    return LTR_OBJECT if _own_direction(element, direction) == "ltr" else RTL_OBJECT


def _isolated(pieces: list[_Piece], run: Run) -> list[_Piece]:
    """Return the pieces with a `bdi` around a run, or around its parts where an element reaches across its edge."""
    pieces = _cut(_cut(pieces, run.start), run.end)
    first, last = _widened(pieces, *_place(pieces, run))
    unmatched = _unmatched(pieces, first, last)
    if unmatched:
        # Two isolates in place of one: the best that can be done where the markup disagrees with the words.
        middle = sum(len(piece.words) for piece in pieces[: unmatched[0]])
        text = "".join(piece.words for piece in pieces)
        for start, end in ((middle, run.end), (run.start, middle)):
            part = text[start:end]
            start, end = start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())
            if start < end:
                pieces = _isolated(pieces, replace(run, start=start, end=end))
        return pieces
    attributes: dict[str, str] = {"lang": run.language} if run.language else {}
    isolate = Element("bdo" if run.is_override else "bdi", {**attributes, "dir": run.direction})
    begin, end_ = _Piece(_BEGIN, "", isolate), _Piece(_END, "", isolate)
    return [*pieces[:first], begin, *pieces[first : last + 1], end_, *pieces[last + 1 :]]


def _cut(pieces: list[_Piece], offset: int) -> list[_Piece]:
    """Return the pieces with the words parted at an offset of the line."""
    position = 0
    for number, piece in enumerate(pieces):
        if piece.kind == _WORDS and position < offset < position + len(piece.words):
            middle = offset - position
            parts = [_Piece(_WORDS, piece.words[:middle]), _Piece(_WORDS, piece.words[middle:])]
            return [*pieces[:number], *parts, *pieces[number + 1 :]]
        position += len(piece.words)
    return pieces


def _place(pieces: list[_Piece], run: Run) -> tuple[int, int]:
    """Return the first and the last piece of a run that begins and ends with pieces."""
    inside = []
    position = 0
    for number, piece in enumerate(pieces):
        if piece.words and run.start <= position < run.end:
            inside.append(number)
        position += len(piece.words)
    return inside[0], inside[-1]


def _widened(pieces: list[_Piece], first: int, last: int) -> tuple[int, int]:
    """Return first and last piece moved outwards over the edges of elements that hold nothing but the run.

    The isolate stands outside such elements, so that `<em>` within it knows its language, too.
    """
    while True:
        kinds = {pieces[number].kind for number in _unmatched(pieces, first, last)}
        before = first > 0 and pieces[first - 1].kind == _BEGIN
        after = last + 1 < len(pieces) and pieces[last + 1].kind == _END
        if _END in kinds and before:
            first -= 1
        elif _BEGIN in kinds and after:
            last += 1
        elif not kinds and before and after and pieces[first - 1].element is pieces[last + 1].element:
            first, last = first - 1, last + 1
        else:
            return first, last


def _unmatched(pieces: list[_Piece], first: int, last: int) -> list[int]:
    """Return the pieces from first to last that begin or end an element whose other end is outside."""
    opened: list[int] = []
    ends = []
    for number in range(first, last + 1):
        if pieces[number].kind == _BEGIN:
            opened.append(number)
        elif pieces[number].kind == _END:
            if opened:
                opened.pop()
            else:
                ends.append(number)
    return sorted(ends + opened)


def _rebuilt(pieces: list[_Piece]) -> list[Element | str]:
    """Return the children that the pieces describe."""
    children: list[Element | str] = []
    stack = [children]
    for kind, words, element in pieces:
        if kind == _WORDS:
            stack[-1].append(words)
        elif kind == _END:
            stack.pop()
        elif element is not None:
            stack[-1].append(element)
            if kind == _BEGIN:
                element.children = []
                stack.append(element.children)
    return children
