"""The live preview: a build at every save, the last good site kept, faults shown where the page would be."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from warraq.build import BrokenOffError, Folders, Options, Report, Wish, failed, in_turn
from warraq.dev.schemas import Refreshing
from warraq.dev.serve import Asked, BuildOutcome, serve
from warraq.diagnostics import NOTHING, Diagnostic, Diagnostics, EditorError
from warraq.pipeline import Workshop
from warraq.read.settings import read_site
from warraq.report import text
from warraq.report.ending import ending
from warraq.report.page import error_page
from warraq.report.speech import Speaker
from warraq.write.folder import turn_at


def preview(
    folders: Folders, options: Options, speaker: Speaker, host: str, port: int, open_browser: bool
) -> None:
    """Build, serve, and build again at every save, until Ctrl-C."""
    rebuild = Rebuilder(folders, options, speaker)
    watched = folders.sources
    serve(
        rebuild,
        watched,
        folders.output,
        host=host,
        port=port,
        address_path=_address_path(folders, options),
        ignored=[folders.output, folders.cache],
        open_browser=open_browser,
        ready=lambda address: print(
            speaker.say("The site is at {address} (Ctrl-C ends)").format(address=address), flush=True
        ),
    )


class Rebuilder:
    """What the preview calls when files have changed, or when it has been quiet for a while."""

    def __init__(self, folders: Folders, options: Options, speaker: Speaker) -> None:
        self._folders, self._options, self._speaker = folders, options, speaker
        self._workshop = Workshop(folders, options)
        self._refresh_schemas = Refreshing(folders, speaker)
        self._said: Diagnostics = NOTHING
        """What the last build had to say of the site."""
        self._said_of_writing: set[Diagnostic] = set()

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
            report = in_turn(
                lambda found: workshop.build(_nothing_told, found, None, wish), self._folders, self._options
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
