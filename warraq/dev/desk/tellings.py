"""The versions of a page in the site's languages, as the desk sets them beside each other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from warraq.dev.desk.findings import Findings
from warraq.dev.desk.words import Words
from warraq.fingerprint import digest
from warraq.index.entry import Entry
from warraq.index.text_status import TextStatus
from warraq.lang.language import Direction
from warraq.lang.names import language_name
from warraq.model.addresses import encoded
from warraq.model.text_status import MISSING, OLDER, ORIGINAL, OWN, STATES, UNMARKED
from warraq.model.words import N_


class TellingView(NamedTuple):
    """A version of a page, and how it stands with its text."""

    code: str
    name: str
    """The language's own name."""
    called: str
    """What the language is called in that of the editor; empty where that is the same."""
    direction: Direction
    address: str
    """Of the page in the preview; empty where there is none."""
    framed: str
    """The address of the same page without anything added to it, for a frame."""
    version: str
    """Another one whenever the page is."""
    state: str
    """One of `warraq.model.text_status.STATES`; empty for pages that are about no record."""
    notes: tuple[str, ...]
    """How it stands with the text, in a few words each."""
    problems: str
    """How many problems there are in its file; empty where there are none."""
    is_calm: bool
    """Whether nobody needs to do anything about the text."""
    source: str
    """The language of the text that it is older than; empty where it is not."""
    command: str
    """What is to be typed to begin the text, or to say that it agrees with its original."""


def tellings_of(
    page: str, findings: Findings, words: Words, output: Path, address_path: str
) -> Iterator[TellingView]:
    """The versions of a page, which is given as its file in the output folder, in the order of the site's languages."""
    if findings.site is None:
        return
    key = findings.record_at(page)
    entry, own = findings.entry(key), findings.concerning(key).own if key else ()
    for code, file in findings.versions(page).items():
        language = findings.site.language(code)
        version = version_of(output / file)
        status = entry.status(code) if entry else None
        folder = encoded(file.removesuffix("index.html"))
        called = language_name(code, words.language) if words.language else code
        yield TellingView(
            code=code,
            name=language.name,
            called="" if called == language.name else called,
            direction=language.direction,
            address=f"{address_path}{folder}" if version else "",
            framed=f"/@desk/page/{folder}" if version else "",
            version=version,
            state=status.state if status else "",
            notes=tuple(_notes(status, words)) if status else (),
            problems=words.counts(d for d in own if d.span and d.span.file.endswith(f"/{code}.md")),
            is_calm=status is None or (status.state in {ORIGINAL, OWN, "current"} and not _is_unread(status)),
            source=status.source if status and status.changed else "",
            command=_command(entry, status) if entry and status else "",
        )


def version_of(file: Path) -> str:
    """A word that is another one whenever a file is; empty where there is no such file."""
    try:
        return digest("version", file.read_bytes())[:16]
    except OSError:
        return ""


def _is_unread(status: TextStatus) -> bool:
    return status.tool is not None and not status.reviewed


def _notes(status: TextStatus, words: Words) -> Iterator[str]:
    """Its state first."""
    yield words.say(STATES[status.state])
    if status.changed:
        yield words.say(N_("changed {count} of {size}"), count=status.changed, size=status.size)
    if status.unwritten:
        yield words.say(N_("to be written {count} of {size}"), count=status.unwritten, size=status.size)
    if status.draft:
        yield words.say(N_("draft"))
    if status.tool is not None:
        yield words.say(N_("by machine")) if status.reviewed else words.say(N_("by machine, not read"))


def _command(entry: Entry, status: TextStatus) -> str:
    if status.state == MISSING:
        return f"python3 build.py translate {entry.key} {status.code}"
    if status.state in {OLDER, UNMARKED}:
        return f"python3 build.py confirm {entry.key} {status.code}"
    return ""
