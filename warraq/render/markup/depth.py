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
_INDENT = re.compile(f"^ {{{4 * _LEVELS}}} +")
_MARKERS = re.compile(rf"^((?:[ ]*(?:>|(?:[-+*]|\d+\.)[ ])){{{_LEVELS}}})(?:[ ]*(?:>|(?:[-+*]|\d+\.)[ ]))+")
_NOTE = re.compile(r"^ {0,3}\[\^[^\]]*\]:")


class DepthExtension(Extension):
    """A limit of levels in Python-Markdown."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Add the step, after code fences are taken away and before anything that can nest is read."""
        md.preprocessors.register(_Shallow(md), "depth", 22)


class _Shallow(Preprocessor):
    """Moves lines that are indented or quoted too deep out to the deepest level."""

    def run(self, lines: list[str]) -> list[str]:
        made: list[str] = []
        for line in lines:
            if _NOTE.match(line):
                # Notes without an empty line between them would be read one inside the reading of the other.
                made.append("")
            made.append(_MARKERS.sub(r"\1", _INDENT.sub(" " * 4 * _LEVELS, line)))
        return made
