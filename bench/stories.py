"""Stories of a made-up site: what each is about, and its text in each language, in Warraq's Markdown."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from bench import phrases
from bench.draw import Draw
from bench.passages import Passages, Section, Told
from bench.phrases import number

_WORD = re.compile(r"[^\W\d_]{4,}")
_MARKED = re.compile(r"[*{}\[\]_`]")


@dataclass(frozen=True, slots=True)
class Size:
    """How many records of each kind a site has."""

    stories: int

    @property
    def people(self) -> int:
        return max(2, self.stories // 10)

    @property
    def places(self) -> int:
        return max(2, self.stories // 20)

    @property
    def sources(self) -> int:
        return 12


@dataclass(frozen=True, slots=True)
class Story:
    """What a story is made of, the same in every language."""

    number: int
    original: str
    region: str
    fields: tuple[str, ...]
    published: datetime.date
    begins: int
    people: tuple[int, ...]
    places: tuple[int, ...]
    sources: tuple[int, ...]
    related: tuple[int, ...]
    opening: Told
    summary: Told
    quotation: Told
    sections: tuple[Section, ...]
    has_table: bool

    @property
    def id(self) -> str:
        return story_id(self.number)


def story_id(number: int) -> str:
    """The id of the story with this number."""
    return f"story-{number:04}"


def person_id(number: int) -> str:
    """The id of the person with this number."""
    return f"person-{number:04}"


def place_id(number: int) -> str:
    """The id of the place with this number."""
    return f"place-{number:04}"


def source_id(number: int) -> str:
    """The id of the source with this number."""
    return f"source-{number:02}"


def role_of(person: int) -> str:
    """What the person with this number is."""
    return list(phrases.ROLES)[person % len(phrases.ROLES)]


def type_of(place: int) -> str:
    """What the place with this number is."""
    return list(phrases.PLACES)[place % len(phrases.PLACES)]


def place_name(place: int, code: str) -> str:
    """The name of a place in a language."""
    return f"{phrases.PLACES[type_of(place)][code]} {number(place, code)}"


def story(passages: Passages, size: Size, index: int) -> Story:
    """The story with this number, from 1."""
    draw = Draw("story", index)
    opening = draw.one(passages.openings)
    return Story(
        number=index,
        original=draw.one(("fa", "ar", "en")),
        region=draw.one(phrases.REGIONS),
        fields=draw.some(phrases.FIELDS, 2),
        published=datetime.date(2015, 1, 1) + datetime.timedelta(days=draw.below(3900)),
        begins=900 + draw.below(900),
        people=draw.numbers(3, size.people),
        places=draw.numbers(2, size.places),
        sources=draw.numbers(2, size.sources),
        related=draw.numbers(3, size.stories, but=index),
        opening=opening,
        summary=draw.one(passages.summaries),
        quotation=draw.one([other for other in passages.openings if other is not opening]),
        sections=draw.some(passages.sections, 5),
        has_table=index % 4 == 0,
    )


def title(told: Story, code: str) -> str:
    """The title of a story in a language."""
    role = phrases.ROLES[role_of(told.people[0])][code]
    words = {"role": role, "place": place_name(told.places[0], code), "n": number(told.number, code)}
    return phrases.TITLE[code].format(**words)


def body(told: Story, code: str) -> str:
    """The text of a story in a language."""
    draw = Draw("text", told.number, code)
    links = [story_id(n) for n in told.related[:2]]
    blocks = [told.opening[code], _about(told, code)]
    for place, section in enumerate(told.sections):
        blocks.append(f"## {section.heading[code]} {{#part-{place + 1}}}")
        blocks.extend(_dressed(paragraph, draw, links) for paragraph in section.paragraphs[code])
        if place == 1:
            blocks += [
                f"### {phrases.QUOTED[code]}",
                f"> {told.quotation[code]}\n> -- {phrases.AUTHOR[code]}",
            ]
    blocks[-1] += "[^2]"
    if told.has_table:
        blocks.append(_table(told, code))
    if told.related:
        blocks += [f"## {phrases.MORE[code]} {{#more}}", "\n".join(_more(told, code))]
    blocks.append("\n".join(_notes(told, code)))
    return "\n\n".join(blocks) + "\n"


def _about(told: Story, code: str) -> str:
    return phrases.ABOUT[code].format(
        person=person_id(told.people[0]),
        role=phrases.ROLES[role_of(told.people[0])][code],
        place=place_id(told.places[0]),
        where=place_name(told.places[0], code),
        n=number(told.number, code),
    )


def _dressed(paragraph: str, draw: Draw, links: list[str]) -> str:
    """The paragraph with emphasis on some words, and with one of the links that are left."""
    if _MARKED.search(paragraph):
        return paragraph
    words = paragraph.split(" ")
    plain = [place for place, word in enumerate(words) if _WORD.fullmatch(word)]
    for place in draw.some(plain, 1 + len(plain) // 40):
        words[place] = draw.one(("*{}*", "**{}**")).format(words[place])
    linkable = [place for place in plain if _WORD.fullmatch(words[place])]
    if links and linkable and draw.below(2):
        place = draw.one(linkable)
        words[place] = f"[[{links.pop()}|{words[place]}]]"
    return " ".join(words)


def _table(told: Story, code: str) -> str:
    name, count = phrases.TABLE[code]
    rows = [f"| {place_name(place, code)} | {number(told.begins + place, code)} |" for place in told.places]
    return "\n".join([f"| {name} | {count} |", "|:--|--:|", *rows])


def _more(told: Story, code: str) -> list[str]:
    role = phrases.ROLES[role_of(told.people[-1])][code]
    item = phrases.MORE_ITEM[code]
    return [f"- {item.format(id=story_id(n), n=number(n, code), role=role)}" for n in told.related]


def _notes(told: Story, code: str) -> list[str]:
    notes = [
        phrases.NOTE[code].format(source=source_id(source), n=number(told.number % 9 + 1, code))
        for source in told.sources
    ]
    return [f"[^{place}]: {note}" for place, note in enumerate(notes, 1)]
