"""The way of a text from Markdown to HTML: read this first, the order matters."""

from __future__ import annotations

from warraq.model.text import TextContext
from warraq.render.markup.figures import settle_figures
from warraq.render.markup.headings import settle_headings
from warraq.render.markup.images import fill_images
from warraq.render.markup.isolation import isolate_foreign_runs
from warraq.render.markup.links import mark_external_links
from warraq.render.markup.lists import settle_lists
from warraq.render.markup.markdown import markdown_html
from warraq.render.markup.marks import lift, lower
from warraq.render.markup.notes import settle_notes
from warraq.render.markup.poems import settle_poems
from warraq.render.markup.quotations import settle_quotations
from warraq.render.markup.safety import clean
from warraq.render.markup.tables import settle_tables
from warraq.render.markup.tree import read_html, write_html
from warraq.render.markup.values import ConvertedText


def convert(source: str, context: TextContext) -> ConvertedText:
    """Return a Markdown text as safe HTML in the manner of its language, with its headings.

    The same source and context always give the same result. Raises ValueError where a reference is not among
    `context.links`.
    """
    # What editors wrote is cleaned before we add roles, labels and containers that no editor may write.
    html = clean(lower(markdown_html(lift(source)), context))
    root, elements = read_html(html)

    # Poems, quotations and pictures become figures before anything asks where a paragraph stands. Each of these passes
    # looks at all elements, so it is first asked of the HTML whether there is anything for it.
    if "poem" in html:
        settle_poems(elements, context.language)
        elements = root.elements()
    if "<blockquote" in html:
        settle_quotations(elements)
        elements = root.elements()
    if "<img" in html:
        settle_figures(elements, context)
        elements = root.elements()

    settle_lists(elements, context.language)
    if "<table" in html:
        settle_tables(elements, context)
    mark_external_links(elements)
    # Headings first, so that the heading of the notes, which is ours, stays out of the contents.
    headings = settle_headings(elements, context)
    if "footnote" in html:
        settle_notes(root, context)

    # Isolation looks at whole lines of text, whatever made them. To it a picture is one sign, whatever it is made of.
    isolate_foreign_runs(root, context.language)
    if "<img" in html:
        fill_images(root, dict(context.pictures), context.language)
    return ConvertedText(write_html(root), headings)
