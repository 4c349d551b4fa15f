"""That the quick engine gives what the stock class gives, and the quick questions what the slow ones answer."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Extension, Markdown, __version_info__
from markdown.blockprocessors import BlockProcessor
from markdown.inlinepatterns import SimpleTextInlineProcessor

from tests.markup.surroundings import read_cases
from warraq.render.markup import attention, quick_blocks, quick_inline, quick_markdown
from warraq.render.markup.kinds import FOREIGN, kinds_of, may_be_foreign
from warraq.render.markup.markdown import KNOWN_VERSIONS, extensions, new_engine
from warraq.render.markup.marks import lift

ROOT = Path(__file__).parents[2]
TEXTS = [
    *sorted((ROOT / "content").rglob("*.md")),
    *sorted((ROOT / "docs").glob("*.md")),
    *sorted(ROOT.glob("*.md")),
    *sorted((ROOT / "tests" / "markup" / "cases").glob("*.md")),
]
FRAGMENTS = (
    "a", "word", "متن", "كلمة ", " ", " ", "\n", "\n", "\n\n", "\n\n", "  \n", "\t", "\r\n", "    ", "*",
    "**", "_", "__", "***", "`", "``", "```\n", "```poem\n", "~~~\n", "\\", "\\*", "# ", "## ", "#",
    "===\n", "---\n", "***\n", "- ", "+ ", "1. ", "۳. ", "> ", ">", ": ", ":", "|", "a | b\n--|--\n",
    "|---|:-:|\n", "[a](b)", '[a](b "c")', "![a](b)", "[a][b]", "![a][b]", "[b]", "![b]", "\n[b]: /c\n",
    "[", "](", "]:", "!", "(", ")", "[^1]", "\n\n[^1]: ", "[^", "*[HTML]: words\n", "HTML", "*[",
    "{: .note}", "{#id}", "{", "}", "<b>", "</b>", "<br>", "<div>", "</div>", '<div markdown="1">\n', "<p>",
    "<!-- x -->", "<https://a.example/>", "<a@b.example>", "<", ">", "&amp;", "&#92;", "&", "\u0002", "\u0003",
    "``\u0002`\n", "\ufdd3", "||", "ـ",
)  # fmt: skip
sources = st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join)


@cache
def stock() -> Markdown:
    return Markdown(extensions=extensions())


@cache
def quick() -> Markdown:
    return new_engine(extensions())


def outcome(engine, source: str) -> str:
    """What an engine gives or the name of what it raises; an engine that was stopped halfway is not used again."""
    try:
        return engine().reset().convert(source)
    except Exception as error:  # noqa: BLE001 (whatever it is, both must raise it)
        engine.cache_clear()
        return type(error).__name__


def test_the_version_that_is_installed_is_one_that_is_made_quick() -> None:
    assert __version_info__[:2] in KNOWN_VERSIONS
    assert isinstance(quick(), quick_markdown.QuickMarkdown)


def test_another_version_is_used_as_it_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("warraq.render.markup.markdown.__version_info__", (3, 99, 0, "final", 0))
    assert type(new_engine(extensions())) is Markdown


def test_every_name_that_has_signs_is_one_of_the_engine() -> None:
    engine = stock()
    assert all(name in engine.inlinePatterns for name in quick_inline._SIGNS)
    assert all(name in engine.parser.blockprocessors for name in quick_blocks._NOT_FOR_PROSE)
    assert all(
        name in engine.preprocessors or name in engine.treeprocessors for name in quick_markdown._SIGNS
    )


def test_every_text_of_the_project_is_the_same() -> None:
    sources = [part for path in TEXTS for part in path.read_text(encoding="utf-8").split("\n.....\n")]
    sources += [case.values[1] for case in read_cases()]
    for source in map(lift, sources):
        assert outcome(quick, source) == outcome(stock, source)


class _Shouts(BlockProcessor):
    """A processor of another extension, which takes prose."""

    def test(self, parent: Element, block: str) -> bool:
        return block.endswith("!")

    def run(self, parent: Element, blocks: list[str]) -> None:
        SubElement(parent, "h1").text = blocks.pop(0)


class _Shouting(Extension):
    def extendMarkdown(self, md: Markdown) -> None:
        md.parser.blockprocessors.register(_Shouts(md.parser), "shouts", 71)
        md.inlinePatterns.register(SimpleTextInlineProcessor("(xyz)"), "xyz", 71)


def test_an_extension_that_is_not_known_is_asked_about_everything() -> None:
    engines = [
        make([*extensions(), _Shouting()]) for make in (new_engine, lambda own: Markdown(extensions=own))
    ]
    assert {engine.convert("Oh xyz!\n\nLine\n\nxyz") for engine in engines} == {
        "<h1>Oh xyz!</h1>\n<p>Line</p>\n<p>xyz</p>"
    }


@settings(max_examples=400, deadline=None)
@given(sources)
@example("``\u0002`\nx\n```\n")
@example("a" + ">" * 40 + "\n" + "> " * 40 + "x\n\n" + "    " * 30 + "- x\n[^1]: a\n[^1]: b")
@example("*a **b* c** _d __e_ f__ ***g***")
@example("x  \ny *a\nb* [c\n](d)")
def test_every_mess_is_the_same(source: str) -> None:
    assert outcome(quick, source) == outcome(stock, source)


@given(st.text(alphabet="متن ۱٤5aé-–+%€\n(", max_size=30))
def test_a_line_needs_attention_where_the_whole_pattern_finds_something(text: str) -> None:
    assert attention.needs_attention(text, "rtl") == bool(attention._ATTENTION_IN_RTL.search(text))


@given(st.text(alphabet="َُمتa\u0301b 5،,", max_size=20))
def test_a_mark_is_of_the_kind_of_what_it_stands_on(text: str) -> None:
    kinds = kinds_of(text, "rtl", "arabext")
    assert len(kinds) == len(text)
    for mark in re.finditer("(?<=.)[َُ\u0301]", text):
        assert kinds[mark.start()] == kinds[mark.start() - 1]


@given(st.text(max_size=20) | st.text(alphabet="متن ۱٤5aé-–10./\u200e\ufdd5\u0901", max_size=20))
@example("10.1000/1")
def test_a_line_with_something_foreign_in_it_is_looked_at(text: str) -> None:
    assert may_be_foreign(text, "rtl") or FOREIGN not in kinds_of(text, "rtl", "arabext")
