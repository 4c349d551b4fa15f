"""The same site as other generators want it, with a plain theme: its files by their paths."""

from __future__ import annotations

import re
from pathlib import Path

from bench import phrases
from bench.front import front
from bench.own_site import Files
from bench.passages import LANGUAGES, Passages
from bench.stories import Size, Story, body, person_id, place_id, story, title

_THEMES = Path(__file__).resolve().parent / "themes"


def hugo(passages: Passages, size: Size) -> Files:
    """A whole site for Hugo: the same texts, people and places as tags, and a plain theme."""
    yield from _theme("hugo")
    for index in range(1, size.stories + 1):
        told = story(passages, size, index)
        for code in LANGUAGES:
            fields = {
                "title": title(told, code),
                "slug": told.id,
                "date": told.published.isoformat(),
                "summary": told.summary[code],
                "author": phrases.AUTHOR[code],
                "tags": _tags(told),
            }
            yield f"content/stories/{told.id}.{code}.md", front(fields) + _common(body(told, code), code)


def pelican(passages: Passages, size: Size) -> Files:
    """A whole site for Pelican: the same texts, people and places as tags, and a plain theme."""
    yield from _theme("pelican")
    for index in range(1, size.stories + 1):
        told = story(passages, size, index)
        for code in LANGUAGES:
            fields = {
                "Title": title(told, code),
                "Slug": told.id,
                "Lang": code,
                "Date": told.published.isoformat(),
                "Summary": told.summary[code],
                "Author": phrases.AUTHOR[code],
                "Tags": ", ".join(_tags(told)),
            }
            head = "".join(f"{name}: {value}\n" for name, value in fields.items())
            yield f"content/{code}/{told.id}.md", f"{head}\n{_common(body(told, code), code)}"


def _theme(name: str) -> Files:
    folder = _THEMES / name
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts):
        yield path.relative_to(folder).as_posix(), path.read_text("utf-8")


def _tags(told: Story) -> list[str]:
    people = [person_id(n) for n in told.people]
    return [*told.fields, *people, *(place_id(n) for n in told.places)]


def _common(text: str, code: str) -> str:
    """The text in the Markdown that all generators know: plain links, and no marks of language."""
    text = re.sub(r"\[\[(story-\d+)\|([^\]]*)\]\]", rf"[\2](/{code}/stories/\1/)", text)
    text = re.sub(r"\[\[((?:person|place)-\d+)\|([^\]]*)\]\]", rf"[\2](/{code}/tags/\1/)", text)
    text = re.sub(r"\[\[([\w-]+)\]\]", r"*\1*", text)
    return re.sub(r"\{(?:fa|ar|en): ([^}]*)\}", r"\1", text)
