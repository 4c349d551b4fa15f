"""What has changed in the text that another one follows, looked up when somebody asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from warraq.build import Folders
from warraq.dev.desk.findings import Findings
from warraq.dev.desk.words import Words
from warraq.earlier import earlier_words
from warraq.following.difference import Run, shortened
from warraq.following.review import Review, review
from warraq.index.shelf import Librarian
from warraq.lang.language import Language
from warraq.model.text_status import CHANGES, NO_EARLIER_WORDS, SEGMENTS
from warraq.write.store import Store

_LONGEST = 240
"""Letters of a translation that are shown beside a change."""


class ChangeView(NamedTuple):
    """A passage of an original that is not as it was."""

    about: tuple[str, ...]
    """What has become of it, and what kind of passage it is."""
    place: str
    """Where it stands; empty for a passage that is gone."""
    runs: tuple[Run, ...]
    remark: str
    """Where its former words are not at hand: a sentence that says so."""
    own_place: str
    own: str
    """What the translation says there."""


class ChangesView(NamedTuple):
    """All that has changed since a text was last held against its original."""

    source: Language
    own: Language
    changes: tuple[ChangeView, ...]
    command: str


def changes_of(key: str, code: str, findings: Findings, words: Words, folders: Folders) -> ChangesView | None:
    """The changes of the text that a record's text in a language follows; None where there is nothing to compare.

    What a passage said before is looked up in the history of its file, which may take a moment.
    """
    entry, site = findings.entry(key), findings.site
    if entry is None or site is None or code not in site.codes:
        return None
    store = Store(folders.cache)
    record = Librarian(site, folders.content, store.recall, drafts=True).fetch(entry)
    own, source = record.telling(code), record.telling(entry.status(code).source)
    if own is None or source is None:
        return None
    earlier = earlier_words([entry], folders.content, store).of(key, source.language)
    held = review(source, own, earlier)
    return ChangesView(
        source=site.language(source.language),
        own=site.language(own.language),
        changes=tuple(_changes(held, words)),
        command=f"python3 build.py confirm {key} {code}",
    )


def _changes(held: Review, words: Words) -> Iterator[ChangeView]:
    for change in held.changes:
        about = [words.say(CHANGES[change.change.kind])]
        if change.kind:
            about.append(words.say(SEGMENTS[change.kind]))
        said = change.counterpart.words if change.counterpart else ""
        yield ChangeView(
            about=tuple(about),
            place=f"{held.source.language}.md:{change.line}" if change.line else "",
            runs=shortened(change.runs),
            remark="" if change.is_known else words.say(NO_EARLIER_WORDS),
            own_place=f"{held.own.language}.md:{change.counterpart.line}" if change.counterpart else "",
            own=said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1]}…",
        )
