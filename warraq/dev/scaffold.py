"""`new`: a record to begin with, whose files only need to be filled in. Being a draft, it is not public yet."""

from __future__ import annotations

import dataclasses
import datetime
import sys
import textwrap
import typing
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from warraq.dev.examples import Examples
from warraq.dev.records import SINGULAR
from warraq.diagnostics import nearest
from warraq.editing.guidance import guidance
from warraq.model.facts import Facts
from warraq.model.kinds import KIND, Kind
from warraq.model.site import Site
from warraq.model.values import ID
from warraq.read.records import list_folders
from warraq.read.settings import read_site
from warraq.report.speech import Speaker


def begin_record(words: Sequence[str], content: Path, speaker: Speaker) -> int:
    """Write the files of a new record; the exit code: 0, or 2 where the words do not name one."""
    if len(words) != 2:
        return _refuse(speaker.say("Write a kind and an id: build.py new stories my-first-story"))
    kind_name, id = SINGULAR.get(words[0], words[0]), words[1]
    if kind_name not in KIND:
        near = nearest(kind_name, (*KIND, *SINGULAR))
        kinds = ", ".join(KIND)
        return _refuse(
            speaker.say("There is no kind “{kind}”. The kinds are: {kinds}.").format(
                kind=near or words[0], kinds=kinds
            )
        )
    if not ID.fullmatch(id):
        return _refuse(
            speaker.say("“{id}” cannot be an id: small Latin letters, digits and hyphens only.").format(id=id)
        )
    folder = content / kind_name / id
    if folder.exists():
        return _refuse(speaker.say("“{id}” is there already: {folder}").format(id=id, folder=folder))
    site = read_site(content, content.name)
    folder.mkdir(parents=True)
    for name, text in files_of(KIND[kind_name], id, site, _some_ids(content, id), speaker).items():
        (folder / name).write_text(text, "utf-8", newline="\n")
        print(folder / name)
    print(
        speaker.say(
            "Fill them in, look at them with “python3 build.py serve”, and take “draft: yes” out when it is ready."
        )
    )
    others = [code for code in site.codes if code != first_language(site, speaker)]
    if others and (folder / f"{others[0]}.md").is_file():
        example = f"python3 build.py translate {id} {others[0]}"
        print(
            speaker.say(
                "The texts in other languages are drafts of their own."
                " Once yours is written, “{example}” puts its words beside the translation."
            ).format(example=example)
        )
    return 0


def _some_ids(content: Path, but: str) -> dict[str, str]:
    """For each kind the id of a record that there is, for examples."""
    listed, _ = list_folders(content, content.name)
    return {kind: id for kind, id in reversed(listed) if id != but}


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 2


def files_of(kind: Kind, id: str, site: Site, ids: Mapping[str, str], speaker: Speaker) -> dict[str, str]:
    """The files of a new record by name: facts with every field of its kind, and a text for each language.

    `ids` has for each kind the id of a record that there is.
    """
    today = datetime.datetime.now().astimezone().date()
    first = first_language(site, speaker)
    examples = Examples(site.codes, ids, id.replace("-", " "), today, first)
    texts = {
        f"{language.code}.md": "\n".join(_text_lines(examples.title, speaker, later=language.code != first))
        + "\n"
        for language in site.languages
        if kind.name in {"stories", "pages"} or language.code == first
    }
    return {"facts.yaml": "\n".join(_facts_lines(kind, examples, speaker)) + "\n", **texts}


def first_language(site: Site, speaker: Speaker) -> str:
    """The language in which an editor begins: the editor's own, if the site has it."""
    own = speaker.catalog.code
    return own if own in site.codes else site.codes[0]


def _facts_lines(kind: Kind, examples: Examples, speaker: Speaker) -> Iterator[str]:
    say = speaker.say
    days = ", ".join(examples.in_three_calendars(examples.today))
    yield from _remarks(
        say("What is true in every language stands here, once; words in each language stand in the texts."),
        say("Fill in what you know. A line such as “#born: …” is an offer: take its # away to use it."),
        say("Another record is named by its id, the name of its folder; several in brackets: [one, two]."),
        say("A date may be written in three calendars: {days}").format(days=days),
        say("Less exactly: 1325; about then 1320~; between 1320/1325; 14th century; 8th century AH."),
    )
    hints = typing.get_type_hints(kind.facts, include_extras=True)
    for field in sorted(dataclasses.fields(kind.facts), key=_order):
        lines = ["draft: yes"] if field.name == "draft" else examples.lines(field.name, hints[field.name])
        yield ""
        yield from _remarks(say(guidance(kind.name, field.name)))
        for choices in textwrap.wrap(" | ".join(examples.choices(hints[field.name])), 92):
            yield f"#   {choices}"
        yield from lines if _is_needed(field) else (f"#{line}" for line in lines)


def _text_lines(title: str, speaker: Speaker, *, later: bool) -> Iterator[str]:
    """The lines of a text; one that is not written first is a draft by itself, for whoever comes to write it."""
    say = speaker.say
    yield "---"
    if later:
        yield from _remarks(say("As long as this line stands here, readers do not see this text."))
        yield "draft: yes"
    yield from _remarks(
        say("Write in place of each “…”."), say("What stands after # is for you: readers never see it.")
    )
    yield f"title: {title}"
    yield from _remarks(say("One or two sentences: lists and search engines show them."))
    yield "summary: …"
    yield from _remarks(
        say("Who wrote this text. Of a translation, write “translator” in place of “author”.")
    )
    yield "author: …"
    yield "#translator: …"
    yield from _remarks(say("Who has read it over."))
    yield "#reviewer: …"
    yield "---"
    yield "…"


def _remarks(*sentences: str) -> Iterator[str]:
    return (f"# {sentence}" for sentence in sentences if sentence)


def _is_needed(field: dataclasses.Field[Any]) -> bool:
    """Whether a record of the kind cannot do without the field; all begin as drafts."""
    is_required = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    return is_required or field.metadata.get("needed", False) or field.name == "draft"


def _order(field: dataclasses.Field[Any]) -> int:
    """What is needed first, then what belongs to the kind, last what every record may have."""
    if field.name == "draft":
        return 0
    if _is_needed(field):
        return 1
    return 3 if field.name in _OF_EVERY_RECORD else 2


_OF_EVERY_RECORD = {field.name for field in dataclasses.fields(Facts)}
