"""How a story is cited, by people and by the programs that keep their bibliographies."""

from __future__ import annotations

import re

from warraq.lang.date_text import format_cited_day
from warraq.lang.direction import isolate_text
from warraq.model.facts import Story
from warraq.model.records import Record, Telling
from warraq.model.site import words
from warraq.plan.citation_views import CitationView, FormatView
from warraq.plan.desk import Desk

_SPECIAL = re.compile(r"[&%$#_{}\\~^]")
_SPELLED = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_LINE_END = re.compile(r"\s*[\r\n]\s*")


def citation_view(desk: Desk, record: Record, telling: Telling, address: str) -> CitationView:
    """How a text that has this full address is cited in the language of the desk.

    Its day is that of its last change: whoever follows the citation wants to know which text was read.
    """
    facts: Story = record.facts
    front, language = telling.front, telling.language
    title, site = front.title or record.id, words(desk.site.facts.title, desk.code)
    changed = facts.updated or facts.published
    known = {
        "author": front.author or "",
        "title": title,
        "translator": front.translator or "",
        "site": site,
        "date": changed.isoformat(),
        "year": str(changed.year),
        "language": language,
        "url": address,
    }
    return CitationView(
        author=desk.words(front.author, language) if front.author else None,
        title=desk.words(title, language),
        quotes=desk.language.quotes[:2],
        translated=_translated(desk, front.translator) if front.translator else "",
        site=site,
        date=format_cited_day(changed, desk.language),
        address=address,
        comma=desk.furniture.citation_words[desk.code].comma,
        day=changed.strftime("%Y/%m/%d"),
        formats=(
            FormatView("BibTeX", bibtex(f"{record.id}-{language}", known)),
            FormatView("RIS", ris(known)),
        ),
    )


def _translated(desk: Desk, name: str) -> str:
    return desk.furniture.citation_words[desk.code].translated.format(
        names=isolate_text(name, desk.language.direction)
    )


_OF_BIBTEX = {
    "author": "author", "title": "title", "translator": "translator", "organization": "site", "date": "date",
    "url": "url",
}  # fmt: skip
_OF_RIS = {
    "AU": "author", "TI": "title", "A4": "translator", "T2": "site", "PY": "year", "DA": "date", "LA": "language",
    "UR": "url",
}  # fmt: skip


def bibtex(key: str, known: dict[str, str]) -> str:
    """An entry of BibLaTeX. Names stand in braces of their own: which part of one is the family's, nobody has said."""
    lines = [f"@online{{{key},"]
    for field, name in _OF_BIBTEX.items():
        value = known[name]
        if value and name in {"author", "title", "translator"}:
            lines.append(f"  {field} = {{{{{in_tex(value)}}}}},")
        elif value:
            lines.append(f"  {field} = {{{value if name == 'url' else in_tex(value)}}},")
    return "\n".join([*lines, "}"])


def in_tex(text: str) -> str:
    """Words in which TeX takes no sign for its own."""
    return _SPECIAL.sub(lambda sign: _SPELLED.get(sign[0], f"\\{sign[0]}"), text)


def ris(known: dict[str, str]) -> str:
    """A record in the format RIS, of one line a field."""
    known = {name: _LINE_END.sub(" ", value) for name, value in known.items()}
    known["date"] = known["date"].replace("-", "/")
    lines = [f"{tag}  - {known[name]}" for tag, name in _OF_RIS.items() if known[name]]
    return "\n".join(["TY  - ELEC", *lines, "ER  - "])
