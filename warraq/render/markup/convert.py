"""The way of a text from Markdown to HTML: read this first, the order matters."""

from __future__ import annotations

from warraq.lang.reading import words_in
from warraq.model.text import TextContext
from warraq.render.markup.figures import settle_figures
from warraq.render.markup.headings import settle_headings
from warraq.render.markup.images import fill_images
from warraq.render.markup.isolation import isolate_foreign_runs
from warraq.render.markup.links import mark_external_links
from warraq.render.markup.lists import settle_lists
from warraq.render.markup.notes import settle_notes
from warraq.render.markup.prose import read_prose
from warraq.render.markup.quotations import settle_quotations
from warraq.render.markup.tables import settle_tables
from warraq.render.markup.tree import Element, write_html
from warraq.render.markup.values import ConvertedText


def convert(source: str, context: TextContext) -> ConvertedText:
    """Return a Markdown text as safe HTML in the manner of its language, with its headings.

    The same source and context always give the same result. Raises ValueError where a reference is not among
    `context.links`.
    """
    root = read_prose(source, context)
    if root is None:
        from warraq.render.markup.by_markdown import read_markup  # dear to load, and seldom wanted

        root = read_markup(source, context)
    elements = root.elements()
    tags = {element.tag for element in elements}

    # Quotations and pictures become figures before anything asks where a paragraph stands, as poems have. Each of these
    # passes looks at all elements, so it is first asked whether there is anything for it.
    if "blockquote" in tags:
        settle_quotations(elements)
        elements = root.elements()
    if "img" in tags:
        settle_figures(elements, context)
        elements = root.elements()

    settle_lists(elements, context.language)
    if "table" in tags:
        settle_tables(elements, context)
    mark_external_links(elements)
    # Headings first, so that the heading of the notes, which is ours, stays out of the contents.
    headings = settle_headings(elements, context)
    words = words_in(_running_text(root))
    if any("footnote" in element.attributes.get("class", "") for element in elements):
        settle_notes(root, elements, context)

    # Isolation looks at whole lines of text, whatever made them. To it a picture is one sign, whatever it is made of.
    isolate_foreign_runs(root, context.language)
    if "img" in tags:
        fill_images(root, dict(context.pictures), context.language)
    return ConvertedText(write_html(root), headings, words)


def _running_text(root: Element) -> str:
    """The words of a text before its notes are settled, without them."""
    blocks = (block for block in root.children if isinstance(block, str) or not block.has_class("footnote"))
    return " ".join(block if isinstance(block, str) else block.text() for block in blocks)
