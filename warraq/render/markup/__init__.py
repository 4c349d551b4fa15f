"""A telling's Markdown turned into HTML that is right in its script, direction and numbers.

`convert(source, context)` is the whole interface; the values it takes and gives are beside it.
"""

from __future__ import annotations

from warraq.model.text import MarkupWords, TextContext, TextLink
from warraq.render.markup.convert import convert
from warraq.render.markup.values import ConvertedText, Heading

__all__ = ["ConvertedText", "Heading", "MarkupWords", "TextContext", "TextLink", "convert"]
