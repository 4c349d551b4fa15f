"""What is no prose in a Markdown text, blanked: markup, code, addresses, files, identifiers."""

from __future__ import annotations

import re

from warraq.lang.lint.finding import OBJECT

_BLANK = re.compile(r"[^\n]")
_DOMAINS = (
    "org|com|net|edu|gov|info|museum|eu|uk|us|fr|de|io|at|nl|it|es"
    "|ir|ps|af|tj|eg|sy|iq|lb|jo|tr|sa|ae|qa|kw|om|bh|ye|ma|dz|tn|ly|sd|il"
)
_FILES = "jpe?g|png|webp|avif|svg|gif|pdf|docx?|xlsx?|csv|zip|md|ya?ml|py|txt|html?|mp[34]"
_LINK = re.compile(
    r"(?<=\])\((?:[^()\s]|\([^()\s]*\))*"
    r"(?:[ ]+(?:\"(?P<double>[^\"\n]*)\"|'(?P<single>[^'\n]*)'|\((?P<round>[^()\n]*)\)))?[ ]*\)"
)
"""What follows the words of a link or picture; its title is words too."""

_EDGES = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        r"^(?:[ ]*>)*[ ]*(?:[-*+]|[0-9\u0660-\u0669\u06f0-\u06f9]{1,9}[.)])(?=[ ])",
        r"^[ ]{0,3}\[\^[^\]\n]+\]:",
        r"^[ ]{0,3}:(?=[ ]{1,3}\S)",
        r"^[ ]*[|:-][|: -]*$",
        r"^\*\[(?=[^\]\n]+\]:)",
    )
)
"""Signs that begin a block: what follows them stands at an edge."""

_OBJECTS = tuple(
    re.compile(pattern, re.DOTALL | re.IGNORECASE | re.MULTILINE)
    for pattern in (
        r"<(?P<tag>code|pre|script|style|kbd|samp)\b.*?</(?P=tag)\s*>",
        r"(?<![`\\])(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`)",
        r"</?[a-z][^<>]*>|<[a-z][a-z0-9+.-]*:[^\s<>]*>",
        r"&(?:[a-z][a-z0-9]*|\#[0-9]+|\#x[0-9a-f]+);",
        r"^[ ]{0,3}\[[^\]\n]+\]:[ ]*<?(?:https?:|/|\#|\.)[^\n]*",
        r"\[\^[^\]\n]+\]",
        r"\[\[[^\[\]\n|\\]*(?:\\?\||(?=\]\]))",
        r"(?<=\])\[[^\[\]\n]*\]",
        r"\{:?[ ]*[.#][^{}\n]*\}|\{:?[^{}\n]*=[^{}\n]*\}|\{:[^{}\n]*\}",
        r"\](?=:)",
        # What is no prose: addresses, files, and the signs by which things are called for.
        r"\b(?:https?|ftp|mailto|tel|doi|urn):[^\s<>«»،؛\ufdd0]+|\bwww\.[^\s<>«»،؛\ufdd0]+",
        r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}",
        rf"(?<![a-z0-9.-])(?:[a-z0-9-]{{1,63}}\.){{1,6}}(?:{_DOMAINS})\b(?:/[^\s<>«»،؛]*)?",
        r"\b10\.[0-9]{4,9}/[^\s<>«»،؛]+",
        r"\b(?:97[89][- ]?)?(?:[0-9][- ]?){9}[0-9x]\b",
        r"(?:\+|\b00)[0-9][0-9() -]{5,30}[0-9]",
        r"(?<![\w.])v?[0-9]{1,9}(?:\.[0-9]{1,9}){2,6}(?![\w.]*\w)",
        rf"(?<![\w/.-])[\w./-]{{0,120}}[\w-]\.(?:{_FILES})\b",
        r"(?<![\w/.])/[\w.-]{1,80}/[\w./-]{0,120}|\b[a-z]:\\[^\s«»]+",
        r"(?<!\\)\\[!-/:-@\[-`{-~]",
    )
)
_DEFINITION = re.compile(r"^[ ]{0,3}\[(?!\^)([^\]\n]+)\]:[ ]", re.MULTILINE)


def masked(text: str) -> str:
    """The text with all that is no prose blanked, each character in its place."""
    labels = {match[1].casefold() for match in _DEFINITION.finditer(text)}
    for mask in _EDGES:
        text = mask.sub(lambda match: "\n" * len(match[0]), text)
    if labels:
        # The words of a link that is defined elsewhere are its name: one cannot change without the other.
        text = re.sub(
            r"\[([^\[\]\n]+)\]",
            lambda match: as_objects(match) if match[1].casefold() in labels else match[0],
            text,
        )
    for mask in _OBJECTS:
        text = mask.sub(as_objects, text)
    return _LINK.sub(_keep_title, text)


def as_objects(match: re.Match[str]) -> str:
    """The match, each character of it blanked."""
    return _BLANK.sub(OBJECT, match[0])


def _keep_title(match: re.Match[str]) -> str:
    title = next((name for name in ("double", "single", "round") if match[name] is not None), None)
    if title is None:
        return as_objects(match)
    start, end = (place - match.start() for place in match.span(title))
    return OBJECT * start + match[title] + OBJECT * (len(match[0]) - end)
