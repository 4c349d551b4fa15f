"""Any text read into the tree, by way of Python-Markdown, the cleaner and HTML: for all that is more than prose.

A module of its own, imported where a text asks for it: Python-Markdown takes a tenth of a short build to load.
"""

from __future__ import annotations

from warraq.model.text import TextContext
from warraq.render.markup.markdown import markdown_html
from warraq.render.markup.marks import lift, lower
from warraq.render.markup.poems import settle_poems
from warraq.render.markup.safety import clean
from warraq.render.markup.tree import Element, read_html


def read_markup(source: str, context: TextContext) -> Element:
    """Return a nameless element that holds the tree of a text. Raises ValueError where a reference leads nowhere."""
    # What editors wrote is cleaned before we add roles, labels and containers that no editor may write.
    html = clean(lower(markdown_html(lift(source)), context))
    root, elements = read_html(html)
    if "poem" in html:
        settle_poems(elements, context.language)
    return root
