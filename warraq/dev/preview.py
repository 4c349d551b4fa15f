"""The live preview: a build at every save, the last good site kept, what is wrong told beside it."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from warraq.build import BrokenOffError, Folders, Options, Report, Wish, failed, in_turn
from warraq.dev.desk.desk import PreviewDesk
from warraq.dev.desk.findings import Findings
from warraq.dev.schemas import Refreshing
from warraq.dev.serve import Asked, BuildOutcome, serve
from warraq.diagnostics import NOTHING, Diagnostic, Diagnostics, EditorError, in_order
from warraq.pipeline import Workshop
from warraq.read.settings import read_site
from warraq.report import text
from warraq.report.ending import ending
from warraq.report.page import error_page
from warraq.report.speech import Speaker
from warraq.write.folder import turn_at


def preview(
    folders: Folders,
    options: Options,
    speaker: Speaker,
    host: str,
    port: int,
    open_browser: bool,
    editor: str = "",
) -> None:
    """Build, serve, and build again at every save, until Ctrl-C.

    `editor` is a pattern of addresses that open a file at a line in the editor's program, where there is one.
    """
    address_path = _address_path(folders, options)
    desk = PreviewDesk(folders, speaker, address_path, editor)
    rebuild = Rebuilder(folders, options, speaker, desk)
    watched = folders.sources
    serve(
        rebuild,
        watched,
        folders.output,
        desk,
        host=host,
        port=port,
        address_path=address_path,
        ignored=[folders.output, folders.cache],
        open_browser=open_browser,
        ready=lambda address: print(
            speaker.say("The site is at {address} (Ctrl-C ends)").format(address=address), flush=True
        ),
    )


class Rebuilder:
    """What the preview calls when files have changed, or when it has been quiet for a while."""

    def __init__(
        self, folders: Folders, options: Options, speaker: Speaker, desk: PreviewDesk | None = None
    ) -> None:
        self._folders, self._options, self._speaker = folders, options, speaker
        self._desk = desk or PreviewDesk(folders, speaker)
        self._workshop = Workshop(folders, options)
        self._refresh_schemas = Refreshing(folders, speaker)
        self._said: Diagnostics = NOTHING
        """What the last build had to say of the site."""
        self._said_of_writing: set[Diagnostic] = set()
        self._writing: Diagnostics = NOTHING
        """What is known to be said of the writing of all texts."""

    def __call__(self, asked: Asked) -> BuildOutcome:
        """Build, and print what there is to be said; nothing where nobody asked and nothing is new."""
        began = time.perf_counter()
        try:
            report = self._build(asked)
            # The texts that nobody touches are proofread when nobody waits.
            quietly = asked.unasked and report.ok
            proofs = self._workshop.proofread(asked.over) if quietly else NOTHING
        except BrokenOffError:
            return BuildOutcome(False, broken_off=True)
        self._refresh_schemas()
        written = report.written
        changed = frozenset((*written.changed, *written.removed) if written else ())
        if not asked.unasked or changed or report.diagnostics != self._said:
            self._print(report, time.perf_counter() - began, asked.changes)
        self._said = report.diagnostics
        self._lay_out(report, proofs, asked.changes)
        fresh = tuple(fault for fault in proofs if fault not in self._said_of_writing)
        self._said_of_writing.update(fresh)
        self._print_messages(fresh)
        return BuildOutcome(
            report.ok, None if report.ok else error_page(report.diagnostics, self._speaker), changed
        )

    def _build(self, asked: Asked) -> Report:
        workshop, changes = self._workshop, asked.changes
        if changes is None:
            # Whatever the system has told or failed to tell of changes: this is what lies in the folders.
            wish = Wish(over=asked.over)

            def pause() -> None:
                if asked.over():
                    raise BrokenOffError

            report = in_turn(
                lambda found: workshop.build(_nothing_told, found, None, wish),
                self._folders,
                self._options,
                pause=pause,
            )
            if report.written is not None and not report.written.changed:
                workshop.get_ready()
            return report
        wish = Wish(asked.page, asked.shown, asked.over)
        try:
            with turn_at(self._folders.output):
                return workshop.build(_nothing_told, None, changes, wish)
        except (EditorError, OSError) as error:
            return failed(error)

    def _lay_out(self, report: Report, proofs: Diagnostics, changes: frozenset[Path] | None) -> None:
        """Put on the desk what this build has found out."""
        last = self._desk.findings
        # While a build fails, the pages are those of the last good one, and so is what is known of them.
        known = self._workshop.last_good() if report.ok or not last.index else None
        if report.ok:
            self._writing = proofs or report.writing
            writing = self._writing
        else:
            # Nobody has proofread what has changed since; of all other files it is known how they are written.
            names = {_shown_as(path, self._folders.content) for path in changes or ()}
            writing = tuple(note for note in self._writing if note.span and note.span.file not in names)
        self._desk.findings = Findings(
            said=in_order((*report.diagnostics, *writing)),
            ok=report.ok,
            site=known[0] if known else last.site,
            index=known[1] if known else last.index,
            content=self._folders.content.name,
        )

    def _print(self, report: Report, seconds: float, changes: frozenset[Path] | None) -> None:
        said = (*report.diagnostics, *report.writing)
        if changes is not None and report.ok:
            # Of a site that is in order, only what was touched is of interest now.
            names = {_shown_as(path, self._folders.content) for path in changes}
            said = tuple(note for note in said if note.span and note.span.file in names)
        self._print_messages(said)
        output = self._folders.output
        print(ending(report, self._speaker, output, seconds, check_only=False, serving=True), flush=True)

    def _print_messages(self, said: Diagnostics) -> None:
        if said:
            print(text.as_text(said, self._speaker, colour=sys.stdout.isatty(), hints=False), flush=True)


def _nothing_told(*_: object) -> None:
    """Nobody watches the stages of a preview."""


def _shown_as(path: Path, content: Path) -> str:
    """The name that messages give to a file of the content."""
    top = content.resolve()
    inside = path.is_relative_to(top)
    return f"{content.name}/{path.relative_to(top).as_posix()}" if inside else path.name


def _address_path(folders: Folders, options: Options) -> str:
    """The path under which the site will live, so that the preview has the same addresses."""
    try:
        return f"{read_site(folders.content, folders.content.name, options.base_url).base_path}/"
    except EditorError:
        return "/"
