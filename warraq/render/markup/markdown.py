"""Python-Markdown as we set it up. Building it costs tens of milliseconds, so each process builds it once."""

from __future__ import annotations

import re
from functools import cache

from markdown import Extension, Markdown, __version_info__
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.md_in_html import MarkdownInHtmlExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension

from warraq.render.markup.depth import DepthExtension
from warraq.render.markup.poems import MARKS, PoemExtension

KNOWN_VERSIONS = frozenset({(3, 11)})
"""Versions of Python-Markdown in which the tests have found our quick way through it to give the same."""
_EMPTY_NOTE = re.compile(r"^([ ]{0,3}\[\^[^\]\n]*\]:)[ \t]*$", re.MULTILINE)
_MARKDOWN_IN_HTML = re.compile(r"""\smarkdown(?:=(?:"[^"]*"|'[^']*'|[^\s>]*))?(?=[^<>]*>)""")


def markdown_html(source: str) -> str:
    """Return the HTML that Python-Markdown makes of the source, raw HTML and all.

    Markdown inside of raw HTML that is nested in hundreds of levels is printed as it stands.
    """
    try:
        html = _converted(source)
    except RecursionError:
        html = _converted(_MARKDOWN_IN_HTML.sub("", source))
    except AttributeError:
        # The package looks for the way back within the words of a note, and some notes have none yet.
        html = _converted(_EMPTY_NOTE.sub(r"\1 &#160;", source))
    # A poem set four spaces deep outside a list is code to Markdown: our marks must not be printed with it.
    return MARKS.sub("", html)


def _converted(source: str) -> str:
    engine = _engine()
    engine.reset()
    try:
        return engine.convert(source)
    except Exception:
        # An engine that was stopped halfway would read the next text as part of this one.
        _engine.cache_clear()
        raise


@cache
def _engine() -> Markdown:
    """Return the one engine of this process. It knows nothing of languages: that is the work of later passes."""
    return new_engine(extensions())


def new_engine(extensions: list[Extension]) -> Markdown:
    """Return an engine with these extensions, a quick one where this version of Python-Markdown is known."""
    if __version_info__[:2] not in KNOWN_VERSIONS:
        return Markdown(extensions=extensions)
    # It reaches into parts that other versions may not even have, so it is not imported for them.
    from warraq.render.markup.quick_markdown import QuickMarkdown

    return QuickMarkdown(extensions=extensions)


def extensions() -> list[Extension]:
    """Return what our texts need beyond plain Markdown, fit for one engine."""
    return [
        AbbrExtension(),
        AttrListExtension(),
        DefListExtension(),
        FencedCodeExtension(),
        # Notes are numbered as the reader meets them; words and digits are put in by `notes`.
        FootnoteExtension(USE_DEFINITION_ORDER=False),
        MarkdownInHtmlExtension(),
        # Alignment as an attribute, because the cleaner (and our security policy) refuses styles.
        TableExtension(use_align_attribute=True),
        PoemExtension(),
        DepthExtension(),
        # A list that begins with `۳.` begins with three, and a list of points is no list of numbers.
        SaneListExtension(),
    ]
