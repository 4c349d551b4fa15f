"""Python-Markdown's parser of blocks, which asks a processor only about blocks that can be its own.

The stock class asks about eighteen processors, each with a search of its own, whether a block is theirs, and of most
blocks the last one makes a paragraph. Processors, order and results stay Python-Markdown's own.
"""

from __future__ import annotations

import re
from functools import cached_property
from xml.etree.ElementTree import Element

from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.util import STX

from warraq.render.markup.registered import registered

_SIGNS = {
    "markdown_block": STX,
    "indent": "    ",
    "defindent": "    ",
    "code": "    ",
    "table": "|",
    "hashheader": "#",
    "setextheader": "\n",
    "quote": ">",
    "deflist": ":",
    "footnote": "[^",
    "abbr": "*[",
    "reference": "]:",
}
"""What a block must hold for the processor of that name to take it; the others are always asked."""
_NOT_FOR_PROSE = (*_SIGNS, "poem", "empty", "hr", "olist", "ulist")
"""All processors but the last; none of them takes lines that all begin with a letter."""
_PROSE = re.compile(r"[^\W\d_][^\n]*(?:\n[^\W\d_][^\n]*)*")


class QuickBlocks(BlockParser):
    """The parser for an engine whose extensions are all in place."""

    @cached_property
    def _asked(self) -> list[tuple[str, BlockProcessor]]:
        return [(_SIGNS.get(name, ""), item) for name, item in registered(self.blockprocessors, _SIGNS)]

    @cached_property
    def _for_prose(self) -> BlockProcessor | None:
        """The last processor; None where a processor that we do not know could be for prose, too."""
        *others, last = registered(self.blockprocessors, _NOT_FOR_PROSE)
        return last[1] if all(name for name, _ in others) else None

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:
        """Take each block from the list and add what it is to the parent."""
        asked, paragraph = self._asked, self._for_prose
        while blocks:
            block = blocks[0]
            if paragraph and _PROSE.fullmatch(block):
                paragraph.run(parent, blocks)
                continue
            for sign, processor in asked:
                if sign not in block or not processor.test(parent, block):
                    continue
                # One that returns False has left the block to the others after all.
                if processor.run(parent, blocks) is not False:
                    break
