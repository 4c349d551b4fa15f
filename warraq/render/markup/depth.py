"""How deep a text may nest: what is deeper is printed, but at the deepest level that is allowed.

Twenty levels of lists and quotations are more than anybody writes or can read; Python-Markdown and the passes after
it call themselves once or more a level, and thousands of levels would end in an error instead of a page.
"""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

_LEVELS = 20
_DEEPEST = " " * 4 * _LEVELS
# They begin with the line break before the line, for which a text is searched quickly.
_INDENT = re.compile(f"\n{_DEEPEST} +")
_MARKER = r"[ ]*(?:>|(?:[-+*]|\d+\.)[ ])"
_MARKERS = re.compile(rf"(\n(?:{_MARKER}){{{_LEVELS}}})(?:{_MARKER})+")
_NOTE = re.compile(r"\n(?= {0,3}\[\^[^\]\n]*\]:)")


class DepthExtension(Extension):
    """A limit of levels in Python-Markdown."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Add the step, after code fences are taken away and before anything that can nest is read."""
        md.preprocessors.register(_Shallow(md), "depth", 22)


class _Shallow(Preprocessor):
    """Moves lines that are indented or quoted too deep out to the deepest level."""

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(["", *lines])
        if "[^" in text:
            # Notes without an empty line between them would be read one inside the reading of the other.
            text = _NOTE.sub("\n\n", text)
        if _DEEPEST in text:
            text = _INDENT.sub(f"\n{_DEEPEST}", text)
        return _MARKERS.sub(r"\1", text).split("\n")[1:]
