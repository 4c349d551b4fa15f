"""The board for editors: how it stands with the texts of all records, and what has changed in their originals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Final

from warraq.fingerprint import mark_of_lines
from warraq.following.difference import shortened
from warraq.following.review import Review, ReviewedChange, review
from warraq.index.entry import Entry
from warraq.index.text_status import TextStatus
from warraq.lang.names import language_name
from warraq.link.library import Library
from warraq.model.addresses import home_path, status_path
from warraq.model.kinds import KIND, KINDS
from warraq.model.records import Record
from warraq.model.site import Site
from warraq.model.text_status import CHANGES, MEANINGS, SEGMENTS, STATES, WAITING
from warraq.model.words import N_
from warraq.plan.desk import Desk
from warraq.plan.nodes import PageNode, Wanted
from warraq.plan.pager import pager_view
from warraq.plan.pages import Versions, absolute, crumbs, frame, site_view
from warraq.plan.planner import Planner, everybody
from warraq.plan.search import has_page
from warraq.plan.status_views import (
    LanguageStatusView,
    PartView,
    StateView,
    StatusCellView,
    StatusChangeView,
    StatusRowView,
    StatusTextView,
    StatusView,
)
from warraq.plan.surroundings import Cards

BOARD_LENGTH: Final = 60
"""Records on one page of the board, where there are several."""

WHOLE_BOARD: Final = 150
"""Records that are all shown on one page; where there are more, only those are that wait for somebody."""

_MOST_CHANGES: Final = 8
"""Changes of one text that are shown; a command shows all of them."""

_MOST_ON_A_PAGE: Final = 120
"""Changes that are shown on one page, however many texts they belong to."""

_LONGEST: Final = 240
"""Characters of a translation that are shown beside a change."""

Fetch = Callable[[Entry], Record]
Earlier = Callable[[str, str], Mapping[str, str]]
"""The former words of a record's text in a language, by their marks."""


def editors_code(site: Site) -> str:
    """The language of the board: that of the editors where the site has it."""
    chosen = site.facts.editors_language
    return chosen if chosen in site.codes else everybody(site)


def status_nodes(planner: Planner) -> Iterator[PageNode]:
    """The pages of the board, where there is one."""
    if planner.earlier is None:
        return
    code = editors_code(planner.site)
    waiting, settled = boarded(planner.library, planner.site.codes)
    counted = mark_of_lines(*(repr(entry.texts) + entry.addresses for entry in (*waiting, *settled)))
    for number in range(1, pages_of(waiting, settled) + 1):
        shown = chain(*on_page(waiting, settled, number))
        marks = (f"{entry.face(code).mark} {' '.join(_files(entry))}" for entry in shown)
        mark = mark_of_lines(counted, str(number), planner.earlier, *marks)
        wanted = Wanted("status", code, number=number, address=planner.earlier)
        yield planner.page(wanted, status_path(number), "pages/status.html", "status", mark)


def _files(entry: Entry) -> Iterator[str]:
    """Of a record whose changes are shown, the fingerprints of its texts."""
    if any(text.changed for text in entry.texts):
        yield from (face.text for face in entry.faces)


def boarded(library: Library, codes: Sequence[str]) -> tuple[list[Entry], list[Entry]]:
    """The records that have texts: those of which one waits for somebody, and the others; both by kind and id."""
    waiting: list[Entry] = []
    settled: list[Entry] = []
    for kind in KINDS:
        for entry in sorted(library.by_kind[kind.name], key=lambda entry: entry.id):
            if entry.written_in or entry.texts:
                (waiting if any(map(waits, entry.texts)) else settled).append(entry)
    return waiting, settled


def waits(text: TextStatus) -> bool:
    """Whether a text waits for a translator, or for somebody who reads what a machine has made of it."""
    return text.state in WAITING or (text.tool is not None and not text.reviewed)


def pages_of(waiting: Sequence[Entry], settled: Sequence[Entry]) -> int:
    """How many pages the board has."""
    return 1 if is_whole(waiting, settled) else max(1, -(-len(waiting) // BOARD_LENGTH))


def is_whole(waiting: Sequence[Entry], settled: Sequence[Entry]) -> bool:
    """Whether there are so few records that all are shown, those that need nothing as well."""
    return len(waiting) + len(settled) <= WHOLE_BOARD


def on_page(
    waiting: Sequence[Entry], settled: Sequence[Entry], number: int
) -> tuple[Sequence[Entry], Sequence[Entry]]:
    """The records on a page of the board: those that wait, and the others."""
    if is_whole(waiting, settled):
        return waiting, settled
    return waiting[(number - 1) * BOARD_LENGTH : number * BOARD_LENGTH], ()


def status_view(
    desk: Desk, library: Library, number: int, cards: Cards, fetch: Fetch, earlier: Earlier
) -> StatusView:
    """One of the pages of the board."""
    waiting, settled = boarded(library, desk.site.codes)
    shown = on_page(waiting, settled, number)
    board = _Board(desk, cards, fetch, earlier)
    title = desk.say(N_("How it stands with the texts"))
    intro = desk.say(
        N_(
            "Which text is there in which language, and which translations have to follow a change of their original."
        )
    )
    return StatusView(
        **_shared(desk, number),
        template="pages/status.html",
        title=title,
        description=intro,
        crumbs=crumbs(desk),
        indexed=False,
        heading=title,
        intro=intro,
        languages=tuple(_progress(desk, code, (*waiting, *settled)) for code in desk.site.codes),
        waiting=tuple(map(board.row, shown[0])),
        settled=tuple(map(board.row, shown[1])),
        count_waiting=len(waiting),
        count_settled=len(settled),
        states=tuple(StateView(state, word, MEANINGS[state]) for state, word in STATES.items()),
        pager=pager_view(desk, status_path, number, pages_of(waiting, settled)),
    )


def _shared(desk: Desk, number: int) -> dict[str, Any]:
    """What every page has; this one lies outside the languages, and no machine is to list it."""
    homes, path = Versions(home_path, desk.site.codes), status_path(number)
    return frame(desk, homes) | {
        "path": path,
        "canonical": absolute(desk, path),
        "alternates": (),
        "site": site_view(desk.at(path), homes),
    }


def _progress(desk: Desk, code: str, entries: Sequence[Entry]) -> LanguageStatusView:
    counts = Counter(entry.status(code).state for entry in entries)
    total, start, parts = len(entries), 0.0, []
    for state, word in STATES.items():
        if counts[state]:
            share = 100 * counts[state] / total
            parts.append(PartView(state, word, counts[state], round(start, 2), round(share, 2)))
            start += share
    name = desk.words(language_name(code, desk.language), desk.code)
    return LanguageStatusView(name, total, tuple(parts))


class _Board:
    """Writes the rows of a page, and counts how many changes it has shown."""

    def __init__(self, desk: Desk, cards: Cards, fetch: Fetch, earlier: Earlier) -> None:
        self._desk, self._cards, self._fetch, self._earlier = desk, cards, fetch, earlier
        self._left = _MOST_ON_A_PAGE

    def row(self, entry: Entry) -> StatusRowView:
        desk, card = self._desk, self._cards.of(entry.key)
        return StatusRowView(
            key=entry.key,
            title=card.title,
            kind=KIND[entry.kind_name].one,
            href=desk.to(card.path) if has_page(entry, desk.code) else "",
            cells=tuple(self._cell(entry, code) for code in desk.site.codes),
            columns=len(desk.site.codes) + 1,
            texts=tuple(self._texts(entry)),
        )

    def _cell(self, entry: Entry, code: str) -> StatusCellView:
        desk, text = self._desk, entry.status(code)
        return StatusCellView(
            language=desk.words(desk.site.language(code).name, code),
            state=text.state,
            word=STATES[text.state],
            href=desk.to(entry.face(code).path) if code in entry.written_in else "",
            changed=text.changed,
            unwritten=text.unwritten,
            size=text.size,
            draft=text.draft,
            by_machine=text.tool is not None,
            reviewed=text.reviewed,
        )

    def _texts(self, entry: Entry) -> Iterator[StatusTextView]:
        changed = [text for text in entry.texts if text.changed]
        for text in changed:
            record = self._fetch(entry)
            own, source = record.telling(text.code), record.telling(text.source)
            if own and source:
                held = review(source, own, self._earlier(entry.key, text.source))
                yield self._text(entry, held)

    def _text(self, entry: Entry, held: Review) -> StatusTextView:
        desk, own, source = self._desk, held.own.language, held.source.language
        shown = held.changes[: min(_MOST_CHANGES, self._left)]
        self._left -= len(shown)
        return StatusTextView(
            language=desk.words(language_name(own, desk.language), desk.code),
            source=desk.words(language_name(source, desk.language), source),
            source_file=f"{source}.md",
            file=f"{own}.md",
            command=f"python3 build.py confirm {entry.key} {own}",
            changes=tuple(self._change(number, change, own) for number, change in enumerate(shown, 1)),
            count=len(held.changes),
            more=len(held.changes) - len(shown),
            more_command=f"python3 build.py status {entry.key} {own}",
        )

    def _change(self, number: int, found: ReviewedChange, code: str) -> StatusChangeView:
        place = found.counterpart
        written = place if place and place.words else None
        return StatusChangeView(
            number=number,
            word=CHANGES[found.change.kind],
            kind=SEGMENTS.get(found.kind, ""),
            line=found.line,
            runs=shortened(found.runs),
            is_known=found.is_known,
            counterpart=self._desk.words(_beginning(written.words), code) if written else None,
            counterpart_line=place.line if place else 0,
        )


def _beginning(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1]}…"
