"""Python-Markdown with the same results in less time: steps that have nothing to do in a text are left out.

Which steps those are depends on how Python-Markdown works inside, so `markdown.new_engine` takes this class only for
versions that the tests have compared with the stock class.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

from markdown import Extension, Markdown
from markdown.util import ETX, STX

from warraq.render.markup.quick_blocks import QuickBlocks
from warraq.render.markup.quick_inline import QuickInline
from warraq.render.markup.registered import registered

_WHITESPACE = "normalize_whitespace"
_SIGNS = {
    _WHITESPACE: ("\t", "\r", "\n "),
    "poem": ("```",),
    "fenced_code_block": ("```", "~~~"),
    "html_block": ("<", "&"),
    "attr_list": ("{",),
    # Escaped characters come from a backslash, or by way of a character reference.
    "unescape": ("\\", "&"),
}
"""What a source must hold, one of each row at least, for the step of that name to change anything."""


class QuickMarkdown(Markdown):
    """Python-Markdown without the steps that cannot change the text."""

    def __init__(self, *, extensions: list[Extension]) -> None:
        super().__init__(extensions=extensions)
        # These need to know all that the extensions have added, so they take their places last.
        self.treeprocessors.register(QuickInline(self), "inline", 20)
        self.parser.__class__ = QuickBlocks
        self._before = registered(self.preprocessors, _SIGNS)
        self._after = registered(self.treeprocessors, _SIGNS)

    @cached_property
    def _block_level(self) -> frozenset[str]:
        return frozenset(self.block_level_elements)

    def is_block_level(self, tag: object) -> bool:
        """Return whether it is the name of an element of block level; the stock class looks through a list."""
        return isinstance(tag, str) and tag.lower().rstrip("/") in self._block_level

    def convert(self, source: str) -> str:
        """Return the HTML of a source, by the steps of the stock method less those that are idle."""
        if not source.strip():
            return ""
        # Python-Markdown takes these two out first of all, and what they part might be a sign.
        source = source.replace(STX, "").replace(ETX, "")
        idle = {name for name, signs in _SIGNS.items() if not any(sign in source for sign in signs)}
        # The step that puts whitespace in order also adds two empty lines.
        lines = f"{source}\n\n".split("\n") if _WHITESPACE in idle else source.split("\n")
        for name, step in self._before:
            if name not in idle:
                lines = step.run(lines)
        self.lines = lines
        root: Any = self.parser.parseDocument(lines).getroot()
        for name, step in self._after:
            if name not in idle:
                changed = step.run(root)
                root = root if changed is None else changed
        html = self.serializer(root)
        outer = f"<{self.doc_tag}>"
        html = html[html.index(outer) + len(outer) : html.rindex(f"</{self.doc_tag}>")].strip()
        for step in self.postprocessors:
            html = step.run(html)
        return html.strip()
