"""`new`: a record to begin with, whose files only need to be filled in. Being a draft, it is not public yet."""

from __future__ import annotations

import dataclasses
import datetime
import sys
import typing
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from warraq.diagnostics import nearest
from warraq.model.inspection import choices_of, parts_of
from warraq.model.kinds import KIND, Kind
from warraq.model.site import Site
from warraq.model.values import ID
from warraq.model.words import N_
from warraq.read.settings import read_site
from warraq.report.speech import Speaker

_SINGULAR = {kind.one.lower(): kind.name for kind in KIND.values()}


def begin_record(words: Sequence[str], content: Path, speaker: Speaker) -> int:
    """Write the files of a new record; the exit code: 0, or 2 where the words do not name one."""
    if len(words) != 2:
        return _refuse(speaker.say("Write a kind and an id: build.py new stories my-first-story"))
    kind_name, id = _SINGULAR.get(words[0], words[0]), words[1]
    if kind_name not in KIND:
        near = nearest(kind_name, (*KIND, *_SINGULAR))
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
    for name, text in files_of(KIND[kind_name], id, site, speaker).items():
        (folder / name).write_text(text, "utf-8", newline="\n")
        print(folder / name)
    print(
        speaker.say(
            "Fill them in, look at them with “python3 build.py serve”, and take “draft: yes” out when it is ready."
        )
    )
    return 0


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 2


def files_of(kind: Kind, id: str, site: Site, speaker: Speaker) -> dict[str, str]:
    """The files of a new record by name: facts with every field of its kind, and a text for each language."""
    facts = "\n".join(_facts_lines(kind, id, site, speaker)) + "\n"
    title = id.replace("-", " ")
    texts = {
        f"{language.code}.md": f"---\ntitle: {title}\nsummary: …\nauthor: …\n# translator: …\n---\n…\n"
        for language in site.languages
        if kind.name in {"stories", "pages"} or language.code == speaker.catalog.code
    }
    return {"facts.yaml": facts, **texts}


def _facts_lines(kind: Kind, id: str, site: Site, speaker: Speaker) -> Iterator[str]:
    offer = N_(
        "What is true in every language. Lines that begin with # are only offers: take the sign away to use one."
    )
    yield f"# {speaker.say(offer)}"
    yield "draft: yes"
    hints = typing.get_type_hints(kind.facts, include_extras=False)
    for field in dataclasses.fields(kind.facts):
        if field.name == "draft":
            continue
        if field.name == "pictures":
            yield from _picture_lines(site)
            continue
        required = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
        needed = required or field.metadata.get("needed", False)
        example = _example(field.name, hints[field.name], id, site)
        choices = choices_of(hints[field.name])
        note = f"  # {' | '.join(choices)}" if choices else ""
        yield f"{'' if needed else '# '}{field.name}: {example}{note}"


def _picture_lines(site: Site) -> Iterator[str]:
    """An offer of a picture: what one cannot be shown without."""
    words = "{" + ", ".join(f"{code}: …" for code in site.codes) + "}"
    yield "# pictures:"
    yield "#   - file: picture.jpg"
    for field in ("alt", "caption", "credit"):
        yield f"#     {field}: {words}"
    some = ("CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0", "PDM-1.0", "InC")
    yield f"#     rights: {some[0]}  # {' | '.join(some)} …"


def _example(name: str, hint: Any, id: str, site: Site) -> str:
    """A value that the field can hold."""
    from warraq.lang.dates import HistoricDate
    from warraq.model.values import Coordinates, Ref, Text

    parts = set(parts_of(hint))
    if choices := choices_of(hint):
        return f"[{choices[0]}]" if tuple in {typing.get_origin(part) for part in parts} else choices[0]
    if name in {"original", "language"}:
        return site.codes[0]
    if Text in parts:
        title = id.replace("-", " ")
        return "{" + ", ".join(f"{code}: {title}" for code in site.codes) + "}"
    if HistoricDate in parts:
        return str(datetime.datetime.now().astimezone().date().year)
    if datetime.date in parts:
        return datetime.datetime.now().astimezone().date().isoformat()
    if Coordinates in parts:
        return "[32.654, 51.668]"
    if Ref in parts:
        return "[…]" if typing.get_origin(hint) is tuple else "…"
    if bool in parts:
        return "no"
    return "…"
