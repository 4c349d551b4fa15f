"""Where the words of elements stand that name a language: tags of HTML, and attribute lists of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-z][a-z0-9]*)\b(?P<attributes>[^<>]*)>", re.IGNORECASE)
_LANGUAGE = re.compile(r"""\blang=["']?([A-Za-z]{2,3})""")
_VOID = frozenset({"br", "hr", "img", "wbr", "input", "meta", "link", "source", "area", "col"})
_BLOCK_END = re.compile(r"\n[ ]*\n")
_LIST = r"\{:?[^{}\n]*\blang=[\"']?(?P<language>[a-z]{2,3})[^{}\n]*\}"
_OF_BLOCK = re.compile(rf"^{_LIST}[ ]*$", re.MULTILINE)
_OF_HEADING = re.compile(rf"^[ ]{{0,3}}#+[ ](?P<words>[^\n{{}}]*)[ ]{_LIST}[ ]*$", re.MULTILINE)
_OF_WORDS = re.compile(
    rf"(?:(?P<mark>\*{{1,3}}|_{{1,3}})(?P<words>[^*_\n]+)(?P=mark)|\[(?P<linked>[^\[\]\n]*)\]\([^()\n]*\)){_LIST}"
)

_DEEPEST = 50
"""Open elements among which a closing tag looks for its own."""

Part = tuple[str, int, int]
"""A language, and from where up to where words are in it."""


def parts_with_languages(text: str) -> Iterator[Part]:
    """The parts of a Markdown text whose markup names their language, outer ones before those within them."""
    yield from sorted((*_attribute_lists(text), *_elements(text)), key=lambda part: (part[1], -part[2]))


def _attribute_lists(text: str) -> Iterator[Part]:
    for match in _OF_BLOCK.finditer(text):
        yield match["language"], max(0, text.rfind("\n\n", 0, match.start())), match.start()
    for match in _OF_HEADING.finditer(text):
        yield match["language"], *match.span("words")
    for match in _OF_WORDS.finditer(text):
        yield match["language"], *match.span("words" if match["words"] is not None else "linked")


def _elements(text: str) -> Iterator[Part]:
    """Elements with a language; one that is never closed ends with its block."""
    open_tags: list[tuple[str, str | None, int]] = []
    for tag in _TAG.finditer(text):
        name = tag["name"].lower()
        if not tag["close"]:
            language = _LANGUAGE.search(tag["attributes"])
            if name not in _VOID and not tag["attributes"].endswith("/"):
                open_tags.append((name, language[1].lower() if language else None, tag.end()))
            continue
        while open_tags and any(open_name == name for open_name, _, _ in open_tags[-_DEEPEST:]):
            open_name, language_code, start = open_tags.pop()
            if language_code:
                yield language_code, start, tag.start()
            if open_name == name:
                break
    for _, language_code, start in open_tags:
        if language_code:
            end = _BLOCK_END.search(text, start)
            yield language_code, start, end.start() if end else len(text)
