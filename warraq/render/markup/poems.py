"""Poetry: verses of two hemistichs, and free verse.

    ```poem lang=ar numbered
    قِفا نَبكِ مِن ذِكرى حَبيبٍ ومَنزِلِ || بِسِقطِ اللِّوى بَينَ الدَّخولِ فَحَومَلِ

    -- امرؤ القيس
    ```

A line is a verse, `||` parts its hemistichs, a line without `||` stands alone in the middle; an empty line begins
a stanza; a line beginning with `+ ` is a refrain; a last line beginning with `-- ` says whose it is. With
`numbered` the verses bear numbers. Where no line has `||`, the poem is free verse.

A fence, and not a container of colons, because every Markdown tool keeps the lines of a fence apart. Inside it the
lines are Markdown: emphasis, notes and references work.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterable

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from warraq.lang.language import Language
from warraq.lang.numbers import localise_digits
from warraq.lang.scripts import direction_of
from warraq.model.references import POEM_FENCE, POEM_SOURCE, end_of_fence
from warraq.render.markup.tree import Element

CAESURA = " / "
_POEM, _STANZA = "\ufdd3", "\ufdd4"
MARKS = re.compile(f"[{_POEM}{_STANZA}]")
_LANGUAGE = re.compile(r"\blang=[\"']?([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)")
_NUMBERED = re.compile(r"\bnumbered\b")
_REFRAIN = re.compile(r"\+[ ]+(?=\S)")


class PoemExtension(Extension):
    """Poems in Python-Markdown."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Add the two steps: before code fences are taken away, and before any other kind of block is tried."""
        md.preprocessors.register(_PoemFences(md), "poem", 28)
        md.parser.blockprocessors.register(_PoemBlocks(md.parser), "poem", 200)


class _PoemFences(Preprocessor):
    """Turns each poem into one block without empty lines, so that the parser of blocks gets it whole."""

    def run(self, lines: list[str]) -> list[str]:
        made: list[str] = []
        position = 0
        while position < len(lines):
            line = lines[position]
            end = end_of_fence(lines, position)
            if end is None or not POEM_FENCE.match(line):
                # Other fences are passed whole: a poem inside one is shown as written.
                after = position + 1 if end is None else end + 1
                made += lines[position:after]
                position = after
                continue
            indent = line[: len(line) - len(line.lstrip(" "))]
            language = _LANGUAGE.search(line)
            verses = "\n".join(verse.strip() for verse in lines[position + 1 : end]).strip("\n")
            numbered = " numbered" if _NUMBERED.search(line) else ""
            made += ["", f"{indent}{_POEM}{language[1] if language else ''}{numbered}"]
            made += [indent + (verse or _STANZA) for verse in verses.split("\n")]
            made.append("")
            position = end + 1
        return made


class _PoemBlocks(BlockProcessor):
    """Makes the elements of a poem."""

    def test(self, parent: etree.Element, block: str) -> bool:
        return block.startswith(_POEM)

    def run(self, parent: etree.Element, blocks: list[str]) -> bool:
        opening, *lines = blocks.pop(0).split("\n")
        language, _, numbered = opening[1:].partition(" ")
        source = POEM_SOURCE.fullmatch(lines[-1]) if lines else None
        if source:
            lines.pop()
        stanzas = [part.strip("\n").split("\n") for part in "\n".join(lines).split(_STANZA) if part.strip()]
        is_free = not any("||" in line for line in lines)
        name = "poem free" if is_free else f"poem {numbered}".strip()
        poem = etree.SubElement(parent, "div", {"class": name})
        if language:
            poem.set("lang", language)
        for stanza in stanzas:
            if is_free:
                _add_free_stanza(poem, stanza)
                continue
            place = etree.SubElement(poem, "div", {"class": "stanza"}) if len(stanzas) > 1 else poem
            for line in stanza:
                _add_verse(place, line)
        if source:
            etree.SubElement(poem, "p", {"class": "source"}).text = source[1]
        return True


def _add_verse(place: etree.Element, line: str) -> None:
    refrain = _REFRAIN.match(line)
    halves = [half.strip() for half in line[refrain.end() if refrain else 0 :].split("||") if half.strip()]
    name = "bayt" + (" single" if len(halves) < 2 else "") + (" refrain" if refrain else "")
    verse = etree.SubElement(place, "p", {"class": name})
    for number, half in enumerate(halves):
        if number:
            # For readers without our styles; where they are, it is not shown.
            etree.SubElement(verse, "span", {"class": "caesura"}).text = CAESURA
        etree.SubElement(verse, "span", {"class": "misra"}).text = half


def _add_free_stanza(poem: etree.Element, lines: list[str]) -> None:
    stanza = etree.SubElement(poem, "p", {"class": "stanza"})
    stanza.text = lines[0]
    for line in lines[1:]:
        etree.SubElement(stanza, "br").tail = line


def _number(poem: Element, language: Language) -> None:
    """Put its number before each verse of two hemistichs, in the digits of the page.

    It has no direction of its own, so that it stands where the poem's lines begin.
    """
    verses = [element for element in poem.elements() if element.has_class("bayt")]
    counted = [verse for verse in verses if not (verse.has_class("single") or verse.has_class("refrain"))]
    for position, verse in enumerate(counted, 1):
        shown = localise_digits(str(position), language.digits)
        verse.children[:0] = [Element("span", {"class": "number"}, shown), " "]


def settle_poems(elements: Iterable[Element], language: Language) -> None:
    """Give every poem its language and direction, and make a poem with a source a figure with a caption."""
    for parent in elements:
        for position, child in enumerate(parent.children):
            if isinstance(child, Element) and child.tag == "div" and child.has_class("poem"):
                parent.children[position] = _settled(child, language)


def _settled(poem: Element, language: Language) -> Element:
    own = poem.attributes.get("lang")
    poem.attributes["lang"] = own or language.code
    poem.attributes["dir"] = direction_of(own) if own else language.direction
    if poem.has_class("numbered"):
        _number(poem, language)
    source = None
    for element in poem.elements():
        for child in element.children:
            if isinstance(child, Element) and child.has_class("caesura"):
                child.attributes["aria-hidden"] = "true"
            elif isinstance(child, Element) and child.has_class("source") and element is poem:
                source = child
    if source is None:
        return poem
    poem.children.remove(source)
    # The source is in the language of the page, so it stands outside the poem's own language.
    return Element("figure", {"class": "quotation verse"}, poem, Element("figcaption", {}, *source.children))
