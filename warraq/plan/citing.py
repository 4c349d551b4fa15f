"""How a story is cited, by people and by the programs that keep their bibliographies."""

from __future__ import annotations

import re

from warraq.lang.date_text import format_cited_day
from warraq.lang.direction import isolate_text
from warraq.model.facts import Story
from warraq.model.records import Record, Telling
from warraq.model.site import words
from warraq.model.words import N_
from warraq.plan.citation_views import CitationView, FormatView
from warraq.plan.desk import Desk

_SPECIAL = re.compile(r"[&%$#_{}\\~^]")
_SPELLED = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_BY_MACHINE = N_("machine translation")
_LINE_END = re.compile(r"\s*[\r\n]\s*")


def citation_view(desk: Desk, record: Record, telling: Telling, address: str) -> CitationView:
    """How a text that has this full address is cited in the language of the desk.

    Its day is that of its last change: whoever follows the citation wants to know which text was read.
    """
    facts: Story = record.facts
    front, language = telling.front, telling.language
    title, site = front.title or record.id, words(desk.site.facts.title, desk.code)
    changed = facts.updated or facts.published
    by_machine = front.machine_translation is not None
    known = {
        "author": front.author or "",
        "title": title,
        "translator": front.translator or "",
        "note": "" if front.translator or not by_machine else desk.say(_BY_MACHINE),
        "site": site,
        "date": changed.isoformat(),
        "language": language,
        "url": address,
    }
    return CitationView(
        author=desk.words(front.author, language) if front.author else None,
        title=desk.words(title, language),
        quotes=desk.language.quotes[:2],
        translated=_translated(desk, front.translator) if front.translator else known["note"],
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


def bibtex(key: str, known: dict[str, str]) -> str:
    """An entry of BibLaTeX. Names stand in braces of their own: which part of one is the family's, nobody has said."""
    fields = (
        ("author", f"{{{in_tex(known['author'])}}}" if known["author"] else ""),
        ("title", f"{{{in_tex(known['title'])}}}"),
        ("translator", f"{{{in_tex(known['translator'])}}}" if known["translator"] else ""),
        ("organization", in_tex(known["site"])),
        ("date", known["date"]),
        ("note", in_tex(known["note"])),
        ("url", known["url"]),
    )
    lines = "\n".join(f"  {name} = {{{value}}}," for name, value in fields if value)
    return f"@online{{{key},\n{lines}\n}}"


def in_tex(text: str) -> str:
    """Words in which TeX takes no sign for its own."""
    return _SPECIAL.sub(lambda sign: _SPELLED.get(sign[0], f"\\{sign[0]}"), text)


def ris(known: dict[str, str]) -> str:
    """A record in the format RIS, of one line a field."""
    fields = (
        ("AU", known["author"]),
        ("TI", known["title"]),
        ("A4", known["translator"]),
        ("T2", known["site"]),
        ("PY", known["date"][:4]),
        ("DA", known["date"].replace("-", "/")),
        ("LA", known["language"]),
        ("N1", known["note"]),
        ("UR", known["url"]),
    )
    lines = "\n".join(f"{tag}  - {_LINE_END.sub(' ', value)}" for tag, value in fields if value)
    return f"TY  - ELEC\n{lines}\nER  - "
