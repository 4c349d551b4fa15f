"""What of a text the rules may look at: each language's words, without code, addresses, marks and identifiers.

Rules see a text of the same length, in which everything else is blanked, so that a place in it is a place in the
file. Words that the editor marked as another language (`{ar: …}`, `<span lang="ar">`, a poem's `lang=`) are
looked at as that language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from warraq.lang.lint.elements import parts_with_languages
from warraq.lang.lint.finding import OBJECT, Passage
from warraq.lang.lint.masks import masked
from warraq.model.references import LANGUAGE_RUN, POEM_FENCE, POEM_SOURCE, end_of_fence

_BLANK = re.compile(r"[^\n]")
_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")
_LANGUAGE = re.compile(r"""\blang=["']?([A-Za-z]{2,3})""")
_LIST_ITEM = re.compile(r"(?:[-*+]|[0-9\u0660-\u0669\u06f0-\u06f9]{1,9}[.)]|\[\^[^\]]+\]:|:)[ ]")


def markdown_passages(text: str, language: str) -> tuple[Passage, ...]:
    """The passages of a Markdown text, that in the text's own language first."""
    own = _with_plain_line_ends(text)
    own, verse, poems = _without_fences(own)
    own = _emptied(own, (*_comments(own), *_indented_code(own)))
    others = [(code, start, end) for start, end, code in poems if code and code != language]
    others += parts_with_languages(own)
    marks: list[tuple[int, int]] = []
    for match in LANGUAGE_RUN.finditer(own):
        others.append((match[1].partition("-")[0], *match.span(2)))
        marks += [(match.start(), match.start(2)), (match.end(2), match.end())]
    return _divided(masked(_blanked(own, marks)), language, others, verse)


def _divided(
    whole: str,
    language: str,
    others: Iterable[tuple[str, int, int]],
    verse: tuple[tuple[int, int], ...] = (),
) -> tuple[Passage, ...]:
    """The passages of a text of which some parts are in other languages; of parts within parts the last counts."""
    owners: dict[str, list[tuple[int, int]]] = {}
    for code, start, end in others:
        for taken, parts in owners.items():
            owners[taken] = [piece for part in parts for piece in _cut(part, start, end)]
        owners.setdefault(code, []).append((start, end))
    own = _blanked(whole, (part for code, parts in owners.items() if code != language for part in parts))
    found = [Passage(language, own, verse)]
    for code, parts in owners.items():
        if code != language:
            pieces, position = [], 0
            for start, end in sorted(parts):
                pieces += ["\n" * (start - position), whole[start:end]]
                position = end
            found.append(Passage(code, "".join([*pieces, "\n" * (len(whole) - position)]), verse))
    return tuple(found)


def _cut(part: tuple[int, int], start: int, end: int) -> Iterator[tuple[int, int]]:
    for piece in ((part[0], min(part[1], start)), (max(part[0], end), part[1])):
        if piece[0] < piece[1]:
            yield piece


def _with_plain_line_ends(text: str) -> str:
    return text.replace("\r", " ") if "\r" in text else text


def _without_fences(text: str) -> tuple[str, tuple[tuple[int, int], ...], list[tuple[int, int, str | None]]]:
    """The text without fenced code and fence lines, where its poems stand, and the languages that these name."""
    if "```" not in text and "~~~" not in text:
        return text, (), []
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    blanks: list[tuple[int, int]] = []
    poems: list[tuple[int, int, str | None]] = []
    number = 0
    while number < len(lines):
        end = end_of_fence(lines, number) if _FENCE.match(lines[number]) else None
        if end is None:
            number += 1
            continue
        if POEM_FENCE.match(lines[number].rstrip()):
            code = _LANGUAGE.search(lines[number])
            last = end - 1 if POEM_SOURCE.match(lines[end - 1]) else end
            poems.append((starts[number + 1], starts[last], code[1] if code else None))
            if code and last < end:  # whose it is may be said in the poem's language or in the page's
                blanks.append((starts[last], starts[end] - 1))
            blanks += [(starts[line], starts[line + 1] - 1) for line in (number, end)]
        else:
            blanks.append((starts[number], starts[end + 1] - 1))
        number = end + 1
    return _emptied(text, blanks), tuple((start, end) for start, end, _ in poems), poems


def _comments(text: str) -> Iterator[tuple[int, int]]:
    start = text.find("<!--")
    while start >= 0 and (end := text.find("-->", start)) >= 0:
        yield start, end + 3
        start = text.find("<!--", end)


def _indented_code(text: str) -> Iterator[tuple[int, int]]:
    """Lines that four spaces make code: after an empty line, and not within a list or a note."""
    is_in_list, is_code, follows_blank = False, False, True
    start = 0
    for line in text.split("\n"):
        if line.strip():
            is_indented = line.startswith(("    ", "\t"))
            is_code = is_indented and not is_in_list and (is_code or follows_blank)
            if not is_indented:
                is_in_list = bool(_LIST_ITEM.match(line.lstrip(" >"))) or (is_in_list and not follows_blank)
            if is_code:
                yield start, start + len(line)
        follows_blank = not line.strip()
        start += len(line) + 1


def _blanked(text: str, parts: Iterable[tuple[int, int]]) -> str:
    return _replaced(text, parts, lambda piece: _BLANK.sub(OBJECT, piece))


def _emptied(text: str, parts: Iterable[tuple[int, int]]) -> str:
    """The text with line feeds in place of parts: nothing there is beside anything."""
    return _replaced(text, parts, lambda piece: "\n" * len(piece))


def _replaced(text: str, parts: Iterable[tuple[int, int]], made_of: Callable[[str], str]) -> str:
    pieces, position = [], 0
    for start, end in sorted(parts):
        if start >= position:
            pieces += [text[position:start], made_of(text[start:end])]
            position = end
    return "".join([*pieces, text[position:]])
