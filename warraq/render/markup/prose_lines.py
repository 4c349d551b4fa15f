"""A line of plain prose as elements and words: emphasis, references, links, marks of notes, other languages."""

from __future__ import annotations

import re

from warraq.lang.scripts import direction_of
from warraq.model.text import TextContext, TextLink
from warraq.render.markup.tree import Element

_PLAIN = r"[^*\[\]{}|\n]"
_WEB = r"https?://(?:[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*\.)+[A-Za-z]{2,}(?:/[A-Za-z0-9./%#?=+~-]*)?"
# Each way begins with one certain character, by which the whole is looked for very quickly.
_SIGN = re.compile(
    rf"\[\[(?P<target>[a-z0-9/-]+)(?:\|(?P<words>{_PLAIN}+))?\]\]"
    rf"|\[\^(?P<note>[A-Za-z0-9-]+)\](?!\s*:)"
    rf"|\{{(?P<language>[a-z]{{2,3}}(?:-[A-Za-z0-9]{{2,8}})*):[ ]+(?P<run>{_PLAIN}+)\}}"
    rf"|\*(?<![\w*]\*)(?P<second>\*?)(?P<stressed>(?!\s)(?:{_PLAIN}|\[\[[^\[\]\n]*\]\])+)(?<!\s)\*(?P=second)(?![\w*])"
    rf"|\[(?P<label>{_PLAIN}+)\]\((?P<address>{_WEB})\)"
    r"|\*|\[|\]|\{|\}|\|"
)
_ADDRESS = re.compile(r"[\w./%~-]*(?:#[\w.~-]*)?")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


class NotProse(Exception):
    """The text has something that is not plain prose."""


class ProseLines:
    """Reads the lines of one text, remembering which notes they lead to."""

    def __init__(self, context: TextContext) -> None:
        self._links = dict(context.links)
        self._language = context.language.code
        self.marks: dict[str, int] = {}
        """How often the text leads to each note, in the order in which it does so first."""

    def read(self, words: str) -> list[Element | str]:
        """Return the elements and words of a line; NotProse where it has a sign that could mean something else."""
        found: list[Element | str] = []
        position = 0
        for sign in _SIGN.finditer(words):
            if sign.start() > position:
                found.append(words[position : sign.start()])
            found.append(self._element(sign))
            position = sign.end()
        if position < len(words):
            found.append(words[position:])
        return found

    def _element(self, sign: re.Match[str]) -> Element:
        match sign.lastgroup:
            case "target" | "words":
                return self._reference(sign["target"], sign["words"])
            case "note":
                return self._mark(sign["note"])
            case "run":
                language = sign["language"]
                attributes = {"lang": language, "dir": direction_of(language)}
                return Element("bdi", attributes, _stripped(sign["run"]))
            case "stressed":
                return Element("strong" if sign["second"] else "em", None, *self.read(sign["stressed"]))
            case "address":
                return Element("a", {"href": sign["address"]}, sign["label"])
        raise NotProse

    def _reference(self, target: str, words: str | None) -> Element:
        link = self._links.get(target)
        if link is None or not _ADDRESS.fullmatch(link.href):
            raise NotProse
        attributes = {"class": "ref term" if link.kind == "terms" else "ref"}
        if link.href:
            attributes["href"] = link.href
        shown = self._title(link, attributes) if words is None else _stripped(words)
        return Element("a" if link.href else "span", attributes, shown)

    def _title(self, link: TextLink, attributes: dict[str, str]) -> str:
        if _CONTROL.search(link.title):
            raise NotProse
        if link.language is not None and link.language != self._language:
            attributes["lang"] = link.language
            attributes["dir"] = link.direction or direction_of(link.language)
        return link.title

    def _mark(self, label: str) -> Element:
        """The mark of a note, as Python-Markdown prints it."""
        self.marks[label] = count = self.marks.get(label, 0) + 1
        number = list(self.marks).index(label) + 1
        link = Element("a", {"class": "footnote-ref", "href": f"#fn:{label}"}, str(number))
        return Element("sup", {"id": f"fnref{count if count > 1 else ''}:{label}"}, link)


def _stripped(words: str) -> str:
    found = words.strip()
    if not found:
        raise NotProse
    return found
