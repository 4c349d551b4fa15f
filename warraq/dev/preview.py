"""The live preview: a build at every save, the last good site kept, faults shown where the page would be."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from warraq.build import BrokenOffError, Folders, Options, Report, Wish, failed, in_turn
from warraq.dev.serve import Asked, BuildOutcome, serve
from warraq.diagnostics import Diagnostic, Diagnostics, EditorError
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
    rebuild = rebuilder(folders, options, speaker)
    watched = [folders.content, folders.templates, folders.assets, folders.catalogs]
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


def rebuilder(folders: Folders, options: Options, speaker: Speaker) -> Callable[[Asked], BuildOutcome]:
    """What the preview calls when files have changed, or when it has been quiet for a while."""
    workshop = Workshop(folders, options)

    def nothing_told(*_: object) -> None:
        """Nobody watches the stages of a preview."""

    def look_again() -> Report:
        """Build from what lies in the folders, whatever the system has told or failed to tell of changes."""
        report = in_turn(lambda found: workshop.build(nothing_told, found), folders, options)
        if report.written is not None and not report.written.changed:
            workshop.get_ready()
        return report

    def build_changed(asked: Asked, changes: frozenset[Path]) -> Report:
        wish = Wish(asked.page, asked.shown, asked.over)
        try:
            with turn_at(folders.output):
                return workshop.build(nothing_told, None, changes, wish)
        except (EditorError, OSError) as error:
            return failed(error)

    def rebuild(asked: Asked) -> BuildOutcome:
        began = time.perf_counter()
        try:
            report = look_again() if asked.changes is None else build_changed(asked, asked.changes)
        except BrokenOffError:
            return BuildOutcome(False, broken_off=True)
        if asked.unasked and report.ok:
            # The texts that nobody touches are proofread when nobody waits.
            try:
                report = replace(report, writing=workshop.proofread(asked.over))
            except BrokenOffError:
                return BuildOutcome(False, broken_off=True)
        written = report.written
        changed = frozenset((*written.changed, *written.removed) if written else ())
        if not asked.unasked or changed or not report.ok:
            _print(report, time.perf_counter() - began, asked.changes)
        elif report.writing:
            _print_once(report.writing)
        if not report.ok:
            return BuildOutcome(False, error_page(report.diagnostics, speaker))
        return BuildOutcome(True, None, changed)

    def _print(report: Report, seconds: float, changes: frozenset[Path] | None) -> None:
        said = (*report.diagnostics, *report.writing)
        if changes is not None and report.ok:
            # Of a site that is in order, only what was touched is of interest now.
            names = {_shown_as(path, folders.content) for path in changes}
            said = tuple(note for note in said if note.span and note.span.file in names)
        messages = text.as_text(said, speaker, colour=sys.stdout.isatty(), hints=False)
        if messages:
            print(messages)
        print(ending(report, speaker, folders.output, seconds, check_only=False, serving=True), flush=True)

    said_before: set[Diagnostic] = set()

    def _print_once(faults: Diagnostics) -> None:
        fresh = tuple(fault for fault in faults if fault not in said_before)
        said_before.update(fresh)
        if fresh:
            print(text.as_text(fresh, speaker, colour=sys.stdout.isatty(), hints=False), flush=True)

    return rebuild


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
