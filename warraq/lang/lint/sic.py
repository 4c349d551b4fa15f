"""Words left as they are: the comments by which an editor says that something is meant to be so.

`<!-- sic -->`, or `<!-- کذا -->` as scribes of both languages write it, holds for the paragraph that it stands in;
on a line of its own, for the paragraph after it too. `<!-- sic: S716 S711 -->` names the rules that it holds for.
"""

from __future__ import annotations

import re

_WORD = "(?:sic|کذا|كذا)"
_COMMENT = re.compile(rf"<!--[ \t]*{_WORD}\b[ \t]*:?(?P<codes>[A-Za-z0-9 ,،]*)-->")
YAML_COMMENT = re.compile(rf"(?:^|(?<=\s))#[ \t]*{_WORD}\b[ \t]*:?(?P<codes>[A-Za-z0-9 ,،]*)$", re.MULTILINE)
"""The same in fields: `# sic`."""
_CODE = re.compile(r"[A-Za-z]+[0-9]+")
_BLOCK_END = re.compile(r"\n[ \t\r]*(?=\n|$)")

Exemption = tuple[int, int, frozenset[str]]
"""From, up to, and the codes of the rules; no codes mean all rules."""


def exemptions(text: str) -> tuple[Exemption, ...]:
    """The parts of a Markdown text that an editor has exempted."""
    if "<!--" not in text:
        return ()
    found = []
    for match in _COMMENT.finditer(text):
        start, end = _block(text, match.start())
        if not (text[start : match.start()] + text[match.end() : end]).strip():
            following = re.compile(r"\s*\S").match(text, end)
            end = _block(text, following.end() - 1)[1] if following else end
        found.append((start, end, codes_of(match)))
    return tuple(found)


def named_codes(text: str) -> tuple[tuple[int, str], ...]:
    """Every code that a comment of this kind names, in a Markdown text or in fields, with its place."""
    comments = [match for pattern in (_COMMENT, YAML_COMMENT) for match in pattern.finditer(text)]
    return tuple(
        (match.start("codes") + code.start(), code[0].upper())
        for match in comments
        for code in _CODE.finditer(match["codes"])
    )


def codes_of(match: re.Match[str]) -> frozenset[str]:
    """The codes that a comment names."""
    return frozenset(code.upper() for code in _CODE.findall(match["codes"]))


def is_exempt(rule: str, start: int, end: int, exempted: tuple[Exemption, ...]) -> bool:
    """Whether a fault at a place is one that the editor wants left."""
    return any(
        first <= start and end <= last and (not codes or rule in codes) for first, last, codes in exempted
    )


def _block(text: str, position: int) -> tuple[int, int]:
    before = [match.end() for match in _BLOCK_END.finditer(text, 0, position)]
    after = _BLOCK_END.search(text, position)
    return (before[-1] if before else 0), (after.start() if after else len(text))
