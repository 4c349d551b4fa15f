"""What is still to be written: the places of a text that hold nothing but “…”, and how they come to be.

A translation begins as the skeleton of its original: headings, links, notes, verses and tables stand where they will
stand, and for the words there is “…”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from warraq.following.segments import NOTE, Segment, segments_of
from warraq.model.references import POEM_FENCE, POEM_SOURCE

GAP: Final = "…"
"""Stands for words that are still to be written."""

_COMMENT = re.compile("<!--.*?-->", re.DOTALL)
_NO_LETTERS = re.compile(
    r"^[ ]*(?:```|~~~).*$|\[\[[^\]|]*\||\[\[[^\]]*\]\]|\]\([^)]*\)|\]\[[^\]]*\]"
    r"|\[\^[^\]]*\]:?|^\*\[[^\]]*\]:|\{[^{}]*\}|<[^<>]*>",
    re.MULTILINE,
)
"""What has letters and is not words: addresses, marks of notes, attributes, tags, and runs of another language."""
_LETTER = re.compile(r"[^\W\d_]")


def is_unwritten(words: str) -> bool:
    """Whether a passage holds “…” in place of all its words."""
    if GAP not in words:
        return False
    text = _COMMENT.sub("", words)
    return GAP in text and not _LETTER.search(_NO_LETTERS.sub("", text))


def unwritten_in(title: str | None, summary: str | None, body: str) -> tuple[Segment, ...]:
    """The segments of a text that are still to be written."""
    if not any(GAP in (words or "") for words in (title, summary, body)):
        return ()
    # Most texts that hold the sign have it among their words; only lines without any are looked at closely.
    lines = (line for words in (title, summary, body) for line in (words or "").split("\n"))
    if not any(is_unwritten(line) for line in lines if GAP in line):
        return ()
    return tuple(found for found in segments_of(title, summary, body) if is_unwritten(found.words))


# ---------------------------------------------------------------- the skeleton

_KEPT = re.compile(
    r"\[\[(?P<target>[^\[\]|\n]*)(?P<own>\|[^\[\]\n]*)?\]\]|(?P<note>\[\^[^\]\n]+\])|!\[[^\]]*\]\((?P<picture>[^)\s]+)[^)]*\)"
    r"|(?<!!)\[[^\]\n]*\]\((?P<address>[^)\s]+)[^)]*\)|(?<!!)\[[^\]\n]*\]\[(?P<label>[^\]\n]+)\]|(?P<code>`[^`\n]+`)"
)
"""What a translation has in common with its original: references, marks of notes, pictures, addresses, code."""

_ITEM = re.compile(r"(?P<lead>[ ]*(?:[*+-]|\d+\.)[ \t]+)(?P<words>.*)")
_QUOTED = re.compile(r"(?P<lead>[ ]{0,3}(?:>[ ]?)+)(?P<words>.*)")
_COLUMNS = re.compile(r"[ |:-]+")
_BETWEEN_TAGS = re.compile(r"(?<=>)[^<>]*[^\s<>][^<>]*(?=<|$)")
_CHOSEN_ID = re.compile(r"[ ]*\{:?[^}]*\}[ #]*$")
_WITHOUT_WORDS = frozenset({"fence", "code", "rule", "anchor"})


def skeleton(segment: Segment) -> str:
    """What stands for a segment until it is translated."""
    lines = [line.rstrip() for line in _COMMENT.sub("", segment.words).strip("\n").split("\n")]
    if segment.kind in _WITHOUT_WORDS:
        return segment.words
    made = _BY_KIND.get(segment.kind, _paragraph)(lines)
    return "\n".join(made)


def _inline(words: str) -> str:
    """“…” with what is kept of these words, in its order."""
    parts: list[str] = []
    for found in _KEPT.finditer(words):
        if found["note"]:
            parts.append(found["note"] if parts else GAP + found["note"])
            continue
        kept = found[0]
        if found["target"] is not None and found["own"]:
            kept = f"[[{found['target']}|{GAP}]]"
        elif found["picture"]:
            kept = f"![{GAP}]({found['picture']})"
        elif found["address"]:
            kept = f"[{GAP}]({found['address']})"
        elif found["label"]:
            kept = f"[{GAP}][{found['label']}]"
        parts.append(f"{GAP} {kept} {GAP}" if not parts else f" {kept} {GAP}")
    return "".join(parts) or GAP


def _paragraph(lines: Sequence[str]) -> Iterator[str]:
    if len(lines) == 1 and not lines[0].strip(f"{GAP} "):
        yield GAP
    else:
        yield _inline(" ".join(lines))


def _heading(lines: Sequence[str]) -> Iterator[str]:
    chosen = _CHOSEN_ID.search(lines[0])
    signs = re.match(r"#+", lines[0])
    if signs:
        yield f"{signs[0]} {GAP}{' ' + chosen[0].strip() if chosen else ''}"
    else:
        yield f"{GAP}{' ' + chosen[0].strip() if chosen else ''}"
        yield lines[1]


def _shown_picture(found: re.Match[str]) -> str:
    """A picture of which the text says nothing takes its words from the facts, in the other language too."""
    return f"![{'' if found[0].startswith('![](') else GAP}]({found['picture']})"


def _picture(lines: Sequence[str]) -> Iterator[str]:
    words: list[str] = []
    for line in lines:
        if line.startswith("!["):
            yield _KEPT.sub(lambda found: _shown_picture(found) if found["picture"] else found[0], line)
        elif source := POEM_SOURCE.match(line):
            if words:
                yield _inline(" ".join(words))
            words = []
            yield f"-- {_inline(source[1])}"
        else:
            words.append(line)
    if words:
        yield _inline(" ".join(words))


def _poem(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        if POEM_FENCE.match(line) or not line.strip() or set(line.strip()) <= {"`"}:
            yield line
        elif POEM_SOURCE.match(line):
            yield f"-- {GAP}"
        else:
            lead = "+ " if line.lstrip().startswith("+") else ""
            yield lead + (f"{GAP} || {GAP}" if "||" in line else GAP)


def _list(lines: Sequence[str]) -> Iterator[str]:
    yield from _led(lines, _ITEM)


def _quotation(lines: Sequence[str]) -> Iterator[str]:
    lead, words = "> ", list[str]()
    for line in lines:
        found = _QUOTED.match(line)
        inside = found["words"] if found else line
        lead = found["lead"] if found else lead
        source = POEM_SOURCE.match(inside)
        if source or not inside.strip():
            if words:
                yield lead + _inline(" ".join(words))
            words = []
            yield f"{lead}-- {_inline(source[1])}" if source else lead.rstrip()
        else:
            words.append(inside)
    if words:
        yield lead + _inline(" ".join(words))


def _led(lines: Sequence[str], pattern: re.Pattern[str]) -> Iterator[str]:
    """Each item of a list on a line of its own; what goes on in further lines belongs to it."""
    lead, words = "", list[str]()
    for line in (*lines, None):
        found = pattern.match(line) if line else None
        if words and (found or not line):
            yield lead + _inline(" ".join(words))
            words = []
        if line is None:
            return
        if not line.strip():
            yield line
        elif found:
            lead, words = found["lead"], [found["words"]]
        else:
            lead = lead if words else line[: len(line) - len(line.lstrip())]
            words.append(line.strip())


def _definitions(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        lead = re.match(r"[ ]*:[ ]+|[ ]*", line)
        yield (lead[0] if lead else "") + _inline(line) if line.strip() else line


def _table(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        if _COLUMNS.fullmatch(line):
            yield line
        else:
            cells = re.split(r"(?<!\\)\|", line)
            yield "|".join(f" {_inline(cell)} " if cell.strip() else cell for cell in cells).strip()


def _element(lines: Sequence[str]) -> Iterator[str]:
    yield _BETWEEN_TAGS.sub(lambda found: _inline(found[0]), "\n".join(lines))


def _note(lines: Sequence[str]) -> Iterator[str]:
    label, _, words = lines[0].partition("]:")
    further = " ".join(line.strip() for line in lines[1:])
    yield f"{label}]: {_inline(f'{words} {further}')}"


_BY_KIND = {
    "heading": _heading,
    "picture": _picture,
    "poem": _poem,
    "bulleted list": _list,
    "numbered list": _list,
    "quotation": _quotation,
    "definitions": _definitions,
    "table": _table,
    "element": _element,
    NOTE: _note,
}
