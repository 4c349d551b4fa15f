"""The words of a passage as a reader sees them: brackets and Latin ids would tear lines of Arabic script apart."""

from __future__ import annotations

import re

from warraq.model.references import LANGUAGE_RUN

_COMMENT = re.compile(r"<!--.*?-->\s*", re.DOTALL)
_FENCE = re.compile(r"^[ ]*(?:```|~~~).*\n?", re.MULTILINE)
_REFERENCE = re.compile(r"\[\[(?:[^\[\]|\n]*\||(?:[a-z-]+/)?)([^\[\]\n]*)\]\]")
_LINK = re.compile(r"!?\[([^\[\]\n]*)\](?:\([^)\n]*\)|\[[^\]\n]*\])")
_NOTE = re.compile(r"\[\^[^\]\n]+\]:?[ ]?")
_LEAD = re.compile(r"^[ ]{0,3}(?:#{1,6}[ ]+|(?:>[ ]?)+)", re.MULTILINE)
_ATTRIBUTES = re.compile(r"[ ]*\{:?[ ]*[#.][^{}]*\}")
_EMPHASIS = re.compile(r"(?<!\\)(?:\*{1,3}|`)")


def plain_words(words: str) -> str:
    """A passage without its marks: links by their words, notes left out, verses parted by a stroke."""
    text = _FENCE.sub("", _COMMENT.sub("", words))
    text = _LINK.sub(r"\1", _REFERENCE.sub(r"\1", text))
    text = _ATTRIBUTES.sub("", LANGUAGE_RUN.sub(r"\2", text))
    text = _LEAD.sub("", _NOTE.sub("", text))
    return _EMPHASIS.sub("", text).replace("||", "/").strip()
