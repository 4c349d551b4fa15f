"""What the project's own texts give to a made-up site: sections, paragraphs and summaries in all its languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

LANGUAGES = ("fa", "ar", "en")

Told = dict[str, str]
"""One thing said in each language, by the language's code."""

_HEADING = re.compile(r"^## (?P<words>.+?) \{#(?P<anchor>[\w-]+)\}$")
_NAMED_LINK = re.compile(r"\[\[[^\]|]*\|([^\]]*)\]\]")
_NOTE_MARK = re.compile(r"\[\^[^\]]+\]")
_NOT_PLAIN = re.compile(r"\[\[|\]\(|[`<|]|^(?:[#>:!-]|\[\^|\*\[|\d+[.\\])")
"""What refers to something that a made-up site lacks, or is more than a paragraph."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a text that is told in every language."""

    heading: Told
    paragraphs: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Passages:
    """All that can be taken from a folder of content."""

    sections: tuple[Section, ...]
    openings: tuple[Told, ...]
    """First paragraphs of texts."""
    summaries: tuple[Told, ...]


def read_passages(content: Path) -> Passages:
    """The passages of all records in a folder that are written in every language."""
    sections: list[Section] = []
    openings: list[Told] = []
    summaries: list[Told] = []
    for folder in sorted(path for path in content.glob("*/*") if path.is_dir()):
        files = {code: folder / f"{code}.md" for code in LANGUAGES}
        if not all(file.is_file() for file in files.values()):
            continue
        texts = {code: file.read_text("utf-8") for code, file in files.items()}
        parts = {code: _parts(text) for code, text in texts.items()}
        for anchor, (_, paragraphs) in parts["en"].items():
            found = {code: parts[code].get(anchor, ("", ())) for code in LANGUAGES}
            if not all(found[code][1] for code in LANGUAGES):
                continue
            if anchor:
                heading = {code: found[code][0] for code in LANGUAGES}
                sections.append(Section(heading, {code: found[code][1] for code in LANGUAGES}))
            elif paragraphs:
                openings.append({code: found[code][1][0] for code in LANGUAGES})
        summary = {code: _summary(text) for code, text in texts.items()}
        if all(summary.values()):
            summaries.append(summary)
    return Passages(tuple(sections), tuple(openings), tuple(summaries))


def _parts(text: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Heading and plain paragraphs of each section by its anchor; what stands before the first is at ``."""
    _, _, body = text.removeprefix("---\n").partition("\n---\n")
    found: dict[str, tuple[str, tuple[str, ...]]] = {"": ("", ())}
    anchor = ""
    for block in body.strip().split("\n\n"):
        if heading := _HEADING.match(block):
            anchor = heading["anchor"]
            found[anchor] = (heading["words"], ())
        elif plain := _plain(block):
            words, paragraphs = found[anchor]
            found[anchor] = (words, (*paragraphs, plain))
    return found


def _plain(block: str) -> str:
    """A paragraph without references and notes; empty where it cannot stand without them."""
    plain = _NOTE_MARK.sub("", _NAMED_LINK.sub(r"\1", block))
    return "" if _NOT_PLAIN.search(plain) or "\n" in plain else plain


def _summary(text: str) -> str:
    found = re.search(r"^summary: ([^\"'>|].*)$", text, re.MULTILINE)
    return found[1] if found else ""
