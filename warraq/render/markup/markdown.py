"""Python-Markdown as we set it up. Building it costs tens of milliseconds, so each process builds it once."""

from __future__ import annotations

from functools import cache

from markdown import Markdown
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.md_in_html import MarkdownInHtmlExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension

from warraq.render.markup.poems import MARKS, PoemExtension


def markdown_html(source: str) -> str:
    """Return the HTML that Python-Markdown makes of the source, raw HTML and all."""
    engine = _engine()
    engine.reset()
    # A poem set four spaces deep outside a list is code to Markdown: our marks must not be printed with it.
    return MARKS.sub("", engine.convert(source))


@cache
def _engine() -> Markdown:
    """Return the one engine of this process. It knows nothing of languages: that is the work of later passes."""
    return Markdown(
        extensions=[
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
            # A list that begins with `۳.` begins with three, and a list of points is no list of numbers.
            SaneListExtension(),
        ],
    )
