"""`status`: how it stands with the texts of all records, as a table for people and as JSON for programs."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from warraq.build import Folders, Options
from warraq.dev.changes import lines_of
from warraq.dev.fixing import in_colour
from warraq.dev.records import SINGULAR, NotUnderstood, Records
from warraq.earlier import Earlier, earlier_words
from warraq.following.review import Review, review
from warraq.index import kept
from warraq.index.entry import Entry
from warraq.index.shelf import Index, Librarian, entries_of, unread_in
from warraq.index.text_status import TextStatus
from warraq.model.kinds import KIND
from warraq.model.text_status import MISSING, STATES, WAITING
from warraq.report.speech import Speaker
from warraq.report.text import width
from warraq.sources import Sources
from warraq.write.store import Store

MOST_ROWS: Final = 100
"""Records in the table at most; JSON has all."""

_SHOWN_AT_ONCE: Final = 3
"""Texts of which the changes are shown without being asked for by name."""


@dataclass
class Wanted:
    """What somebody wants to know the status of; everything where nothing is named."""

    codes: list[str] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    states: list[str] = field(default_factory=list)

    def has(self, entry: Entry) -> bool:
        """Whether it is about a record."""
        return (not self.keys or entry.key in self.keys) and (not self.kinds or entry.kind_name in self.kinds)


def show_status(
    words: Sequence[str], folders: Folders, options: Options, speaker: Speaker, *, as_json: bool
) -> int:
    """Print how it stands with the texts of these records, in these languages and states, or with all of them.

    The exit code: 0 where nothing waits for a translator, 1 where a text is older than its original, partly written
    or not compared yet, or a record cannot be read; 2 where a word names nothing. That a text is missing may be meant.
    """
    records = Records.of(folders.content, speaker)
    try:
        wanted = _wanted(records, words)
    except NotUnderstood as sentence:
        print(sentence, file=sys.stderr)
        return 2
    store = Store(folders.cache)
    index = _index(folders, options, store, records)
    codes = wanted.codes or list(records.site.codes)
    entries = [
        entry for entry in entries_of(index) if wanted.has(entry) and (entry.written_in or entry.texts)
    ]
    rows = [(entry, [entry.status(code) for code in codes]) for entry in entries]
    if wanted.states:
        rows = [row for row in rows if any(status.state in wanted.states for status in row[1])]
    librarian = Librarian(records.site, folders.content, store.recall, drafts=True)
    reviews = _Reviews(librarian, earlier_words((entry for entry, _ in rows), folders.content, store))
    unread = len(unread_in(index))
    if as_json:
        print(json.dumps(_facts(rows, codes, reviews, unread), ensure_ascii=False, indent=2))
    else:
        print("\n".join(_lines(rows, codes, reviews, records, unread, named=bool(wanted.keys))))
    waits = any(status.state in WAITING for _, statuses in rows for status in statuses)
    return 1 if waits or unread else 0


def _wanted(records: Records, words: Sequence[str]) -> Wanted:
    wanted = Wanted()
    for word in words:
        if word in records.site.codes:
            wanted.codes.append(word)
        elif word in STATES:
            wanted.states.append(word)
        elif word in KIND or word in SINGULAR:
            wanted.kinds.append(SINGULAR.get(word, word))
        else:
            wanted.keys.append("/".join(records.find(word)))
    return wanted


def _index(folders: Folders, options: Options, store: Store, records: Records) -> Index:
    """The index of all records, drafts among them; what a build has found out of them is not found out again."""
    known = kept.recall(store, kept.key_of(folders.content))
    sources = Sources(folders, options, store)
    return sources.index(records.site, known, None, None, lambda *_: None)[0]


@dataclass(frozen=True)
class _Reviews:
    """Holds texts against what they follow, when asked."""

    librarian: Librarian
    earlier: Earlier

    def of(self, entry: Entry, status: TextStatus) -> Review | None:
        """What has changed in the text that another one follows; None where nothing has, or there is none."""
        record = self.librarian.fetch(entry) if status.changed else None
        own, source = (record.telling(code) if record else None for code in (status.code, status.source))
        return review(source, own, self.earlier.of(entry.key, status.source)) if own and source else None


Row = tuple[Entry, list[TextStatus]]

# ---------------------------------------------------------------- for people


def _lines(
    rows: Sequence[Row],
    codes: Sequence[str],
    reviews: _Reviews,
    records: Records,
    unread: int,
    *,
    named: bool,
) -> Iterator[str]:
    say = records.say
    # What waits comes first, so that a long table need not be searched for it.
    ordered = sorted(rows, key=lambda row: not any(status.state in WAITING for status in row[1]))
    shown = ordered[:MOST_ROWS]
    table = [
        ["", *codes],
        *([entry.key, *(_cell(status, records) for status in row)] for entry, row in shown),
    ]
    yield from _table(table)
    if len(ordered) > len(shown):
        yield say(
            "… and {count} more. Name a language, a kind or a state to see fewer.",
            count=len(ordered) - len(shown),
        )
    yield ""
    for place, code in enumerate(codes):
        counts = Counter(row[place].state for _, row in rows)
        counted = (
            f"{say(word)}: {records.speaker.number(counts[state])}"
            for state, word in STATES.items()
            if counts[state]
        )
        yield f"{code}  {' · '.join(counted)}"
    if unread:
        yield say("Records that cannot be read: {count}. “python3 build.py check” says why.", count=unread)
    older = [(entry, status) for entry, row in shown for status in row if status.changed]
    for entry, status in older if named or len(older) <= _SHOWN_AT_ONCE else ():
        held = reviews.of(entry, status)
        if held:
            yield ""
            yield from _changes(entry, held, records)


def _cell(status: TextStatus, records: Records) -> str:
    say = records.say
    parts = [say(STATES[status.state])]
    if status.changed:
        parts.append(say("changed {count} of {size}", count=status.changed, size=status.size))
    if status.unwritten:
        parts.append(say("to be written {count} of {size}", count=status.unwritten, size=status.size))
    if status.draft:
        parts.append(say("draft"))
    if status.tool is not None:
        parts.append(say("by machine") if status.reviewed else say("by machine, not read"))
    return say(", ").join(parts)


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(width(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = (cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def _changes(entry: Entry, held: Review, records: Records) -> Iterator[str]:
    code = held.own.language
    yield f"{entry.key}/{code}.md ← {held.source.language}.md"
    for number, change in enumerate(held.changes, 1):
        yield from lines_of(number, change, held.source, held.own, records, colour=in_colour())
    yield records.say(
        "When the text says so too: python3 build.py confirm {record} {language}",
        record=entry.key,
        language=code,
    )


# ---------------------------------------------------------------- for programs


def _facts(rows: Sequence[Row], codes: Sequence[str], reviews: _Reviews, unread: int) -> dict[str, Any]:
    counts = {code: Counter(row[place].state for _, row in rows) for place, code in enumerate(codes)}
    return {
        "languages": {code: {state: counts[code][state] for state in STATES} for code in codes},
        "unreadable": unread,
        "records": [
            {
                "record": entry.key,
                "original": entry.original or None,
                "texts": {status.code: _told(entry, status, reviews) for status in row},
            }
            for entry, row in rows
        ],
    }


def _told(entry: Entry, status: TextStatus, reviews: _Reviews) -> dict[str, Any]:
    told: dict[str, Any] = {"state": status.state}
    if status.state == MISSING:
        return told
    told["file"] = f"{entry.file.rpartition('/')[0]}/{status.code}.md"
    if status.source:
        told |= {"follows": status.source, "passages": status.size, "changed": status.changed}
    if status.unwritten:
        told["unwritten"] = status.unwritten
    if status.draft:
        told["draft"] = True
    if status.tool is not None:
        told |= {"machine_translation": status.tool or True, "reviewed": status.reviewed}
    if held := reviews.of(entry, status):
        told["changes"] = [*_changes_told(held)]
    return told


def _changes_told(held: Review) -> Iterator[dict[str, Any]]:
    for found in held.changes:
        before, after = found.change.before, found.change.after
        yield {
            "change": found.change.kind,
            "passage": found.kind or None,
            "line": found.line or None,
            "before": held.words.get(held.kept[before]) if before is not None else None,
            "after": held.words.get(held.marks[after]) if after is not None else None,
            "translation_line": found.counterpart.line if found.counterpart else None,
        }
