"""A made-up site as Warraq wants it: its files by their paths."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from bench import phrases
from bench.draw import Draw
from bench.front import flow, front, quoted
from bench.passages import LANGUAGES, Passages
from bench.phrases import number
from bench.stories import (
    Size,
    Story,
    body,
    person_id,
    place_id,
    place_name,
    role_of,
    source_id,
    story,
    story_id,
    title,
    type_of,
)

Files = Iterator[tuple[str, str]]
"""Paths and contents."""

CONTENT = Path(__file__).resolve().parents[1] / "content"
"""The project's own content, from which the passages and the settings are taken."""


def warraq(passages: Passages, size: Size) -> Files:
    """The folder `content/` of a site; templates, styles and words are the project's own."""
    yield "content/site.yaml", _settings((CONTENT / "site.yaml").read_text("utf-8"), size)
    yield from _page(passages)
    for index in range(1, size.sources + 1):
        name = phrases.SOURCE["en"].format(n=index)
        facts = f'type: book\ntitle: {quoted(name)}\nlanguage: en\nyear: "{1900 + index}"\n'
        yield f"content/sources/{source_id(index)}/facts.yaml", facts
    for index in range(1, size.places + 1):
        yield from _place(index)
    for index in range(1, size.people + 1):
        yield from _person(passages, size, index)
    for index in range(1, size.stories + 1):
        told = story(passages, size, index)
        yield f"content/stories/{told.id}/facts.yaml", _facts(told)
        for code in LANGUAGES:
            yield f"content/stories/{told.id}/{code}.md", _front(told, code) + body(told, code)


def _settings(source: str, size: Size) -> str:
    """The project's own settings with the stories of this site on the home page, and without two things.

    Nobody else's site of this bench has share images, or pages with two languages side by side.
    """
    start = ", ".join(story_id(n) for n in range(2, min(4, size.stories) + 1))
    home = f"home:\n  lead: {story_id(1)}\n  start: [{start}]\n"
    settings = re.sub(r"^home:\n(?:  .*\n)+", home, source, count=1, flags=re.MULTILINE)
    return f"{settings}\npictures:\n  share_images: no\nfacing: no\n"


def _page(passages: Passages) -> Files:
    yield "content/pages/about/facts.yaml", "order: 10\nmenu: main\n"
    for code in LANGUAGES:
        fields = {"title": phrases.ABOUT_PAGE[code], "summary": passages.summaries[0][code]}
        yield f"content/pages/about/{code}.md", front(fields) + f"{passages.openings[0][code]}\n"


def _place(index: int) -> Files:
    names = {code: place_name(index, code).capitalize() for code in LANGUAGES}
    draw = Draw("place", index)
    point = f"[{31 + draw.below(300) / 100:.2f}, {34 + draw.below(1900) / 100:.2f}]"
    facts = f"name: {flow(names)}\ntype: {type_of(index)}\ncoordinates: {point}\n"
    yield f"content/places/{place_id(index)}/facts.yaml", facts


def _person(passages: Passages, size: Size, index: int) -> Files:
    draw = Draw("person", index)
    role = role_of(index)
    names = {code: f"{phrases.ROLES[role][code]} {number(index, code)}".capitalize() for code in LANGUAGES}
    born = 900 + draw.below(900)
    places = draw.numbers(2, size.places)
    facts = (
        f"name: {flow(names)}\nregion: {draw.one(phrases.REGIONS)}\nroles: [{role}]\n"
        f"born: {born}\ndied: {born + 40 + draw.below(40)}\nbirthplace: {place_id(places[0])}\n"
        f"places: [{', '.join(place_id(n) for n in places)}]\n"
        f"sources: [{source_id(1 + draw.below(size.sources))}]\n"
    )
    yield f"content/people/{person_id(index)}/facts.yaml", facts
    summary, text = draw.one(passages.summaries), draw.one(passages.openings)
    for code in LANGUAGES:
        yield (
            f"content/people/{person_id(index)}/{code}.md",
            (front({"summary": summary[code]}) + f"{text[code]}\n"),
        )


def _facts(told: Story) -> str:
    def listed(name: str, ids: list[str]) -> str:
        return f"{name}: [{', '.join(ids)}]\n" if ids else ""

    return (
        f"original: {told.original}\nregion: {told.region}\n"
        + listed("fields", list(told.fields))
        + f"published: {told.published}\nwhen: {told.begins}/{told.begins + 40}\n"
        + listed("people", [person_id(n) for n in told.people])
        + listed("places", [place_id(n) for n in told.places])
        + listed("related", [story_id(n) for n in told.related])
        + listed("sources", [source_id(n) for n in told.sources])
    )


def _front(told: Story, code: str) -> str:
    return front({"title": title(told, code), "summary": told.summary[code], "author": phrases.AUTHOR[code]})
