"""The live preview: a build at every save, the last good site kept, faults shown where the page would be."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from warraq.build import Folders, Options, build
from warraq.dev.serve import BuildOutcome, serve
from warraq.diagnostics import EditorError
from warraq.read.settings import read_site
from warraq.report import text
from warraq.report.ending import ending
from warraq.report.page import error_page
from warraq.report.speech import Speaker


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


def rebuilder(
    folders: Folders, options: Options, speaker: Speaker
) -> Callable[[frozenset[Path]], BuildOutcome]:
    """What the preview calls when files have changed."""

    def rebuild(_changes: frozenset[Path]) -> BuildOutcome:
        began = time.perf_counter()
        report = build(folders, options)
        messages = text.as_text(
            (*report.diagnostics, *report.writing), speaker, colour=sys.stdout.isatty(), hints=False
        )
        if messages:
            print(messages)
        print(
            ending(
                report, speaker, folders.output, time.perf_counter() - began, check_only=False, serving=True
            ),
            flush=True,
        )
        if not report.ok:
            return BuildOutcome(False, error_page(report.diagnostics, speaker))
        written = report.written
        return BuildOutcome(True, None, frozenset((*written.changed, *written.removed) if written else ()))

    return rebuild


def _address_path(folders: Folders, options: Options) -> str:
    """The path under which the site will live, so that the preview has the same addresses."""
    try:
        return f"{read_site(folders.content, folders.content.name, options.base_url).base_path}/"
    except EditorError:
        return "/"
