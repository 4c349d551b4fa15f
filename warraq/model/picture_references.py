"""The pictures that a text names: `![what is to be seen](bridge.jpg)`, or as HTML, `<img src="bridge.jpg">`.

Markdown can also say the file below, `![what is to be seen][label]` and `[label]: bridge.jpg`.

A picture is named by the file beside the record's facts, one of another record by `kind/id/file`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from warraq.model.references import blank_code


class WrittenPicture(NamedTuple):
    """A picture as an editor wrote it."""

    target: str
    offset: int
    """Where its name stands, in characters from the start of the text."""
    length: int


_MARKDOWN = re.compile(
    r"!\[(?:[^\[\]]|\[[^\[\]]*\])*\]\(\s*"
    r"(?:<([^<>\n]*)>|([^()<>\n\"']*[ ][^()<>\n\"']*\.[A-Za-z0-9]{3,4}(?=[ ]*[)\"']))"
    r"|([^\s()<>]+(?:\([^\s()]*\)[^\s()<>]*)*))"
)
_BY_LABEL = re.compile(r"!\[((?:[^\[\]]|\[[^\[\]]*\])*)\](?!\()(?: ?\[([^\[\]]*)\])?")
_LABEL = re.compile(r"^ {0,3}\[([^^\[\]][^\[\]]*)\]:\s*<?([^\s<>]+)", re.MULTILINE)
_HTML = re.compile(r"<img\b[^<>]*?\ssrc\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]+))", re.IGNORECASE)


def find_pictures(body: str) -> Iterator[WrittenPicture]:
    """Every picture that a Markdown text names, in the order written; what is code or comment is passed over."""
    if "![" not in body and "<img" not in body.lower():  # so it is in most texts
        return
    text = blank_code(body)
    found = [*_MARKDOWN.finditer(text), *_HTML.finditer(text), *_labelled(text)]
    for match in sorted(found, key=lambda match: match.start()):
        number = match.lastindex or 0
        yield WrittenPicture(target_of(match[number]), match.start(number), max(1, len(match[number])))


def _labelled(text: str) -> Iterator[re.Match[str]]:
    """Where the text says below which file stands for a label: `![what is seen][label]` and `[label]: bridge.jpg`."""
    wanted = {_plain(match[2] or match[1]) for match in _BY_LABEL.finditer(text)}
    return (match for match in _LABEL.finditer(text) if _plain(match[1]) in wanted)


def _plain(label: str) -> str:
    return " ".join(label.casefold().split())


def target_of(written: str) -> str:
    """The name of a picture as the file system has it, from how a text writes it."""
    return unquote(written.strip()).removeprefix("./")


def is_elsewhere(target: str) -> bool:
    """Whether a name is an address outside the site's content."""
    return bool(re.match(r"[a-z][a-z0-9+.-]*:|//", target, re.IGNORECASE))


def owner_of(target: str) -> tuple[str, str]:
    """The key of the record whose picture is named, empty for the text's own, and the name of the file."""
    key, _, name = target.rpartition("/")
    return key, name
