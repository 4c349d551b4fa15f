"""A build as others see it: what it needs, what it has to say, and the shortest way to the answer.

The stages are imported only when there is something to do: a build that changes nothing should cost nothing.
"""

from __future__ import annotations

import time
import contextlib
import datetime
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from warraq.fingerprint import digest, engine_digest

from warraq.write.folder import Written, turn_at
from warraq.write.standing import unless_standing
from warraq.write.store import Store

if TYPE_CHECKING:
    from warraq.write.standing import Found
    from warraq.diagnostics import Diagnostics


@dataclass(frozen=True, slots=True)
class Folders:
    """Where a site's parts lie."""

    content: Path
    templates: Path
    assets: Path
    catalogs: Path
    output: Path
    cache: Path
    form: Path | None = None
    """Where the form in the browser was fetched to, if it was."""

    @property
    def sources(self) -> tuple[Path, ...]:
        """All that a site is made of."""
        own = (self.content, self.templates, self.assets, self.catalogs)
        return (*own, self.form) if self.form is not None and self.form.is_dir() else own


@dataclass(frozen=True, slots=True)
class Options:
    """How a site is to be built."""

    base_url: str | None = None
    jobs: int = 1
    drafts: bool = False
    check_only: bool = False
    proofread: bool = False
    """Whether the writing of the texts is looked at too; its faults keep no site from being written."""
    today: datetime.date = field(default_factory=datetime.date.today)


@dataclass(frozen=True, slots=True)
class Report:
    """What a build has to say."""

    diagnostics: Diagnostics
    pages: int = 0
    records: int = 0
    rendered: int = 0
    written: Written | None = None
    reasons: tuple[tuple[str, tuple[str, ...]], ...] = ()
    writing: Diagnostics = ()
    """What is to be said of the writing of the texts."""

    @property
    def ok(self) -> bool:
        """Whether nothing forbids the site."""
        if not self.diagnostics:
            return True
        from warraq.diagnostics import has_errors

        return not has_errors(self.diagnostics)


Told = Callable[[str, int, int], None]
"""Hears how a stage goes: its name, how many are done, how many there are."""


class BrokenOffError(Exception):
    """A build was asked to end before its time. Nothing is lost: the next one goes on from the store."""


@dataclass(frozen=True)
class Wish:
    """What somebody who looks at a page while the site is built would like."""

    page: str = ""
    """The path of the page, relative to the output folder: if many pages must be made, it comes first."""
    shown: Callable[[], None] = lambda: None
    """Called when that page is on the disk ahead of the others."""
    over: Callable[[], bool] = lambda: False
    """Whether the rest is no longer wanted, since there is something newer to build."""


NO_WISH = Wish()


def build(
    folders: Folders,
    options: Options,
    told: Told = lambda *_: None,
    waiting: Callable[[], None] = lambda: None,
) -> Report:
    """Turn the folders into a website, or say everything that keeps it from becoming one.

    `waiting` is called when another build has the output folder now, and this one must wait.
    """

    def make(found: Found | None) -> Report:
        from warraq.pipeline import Workshop

        return Workshop(folders, options).build(told, found)

    return in_turn(make, folders, options, waiting)


def in_turn(
    make: Callable[[Found | None], Report],
    folders: Folders,
    options: Options,
    waiting: Callable[[], None] = lambda: None,
    pause: Callable[[], None] = lambda: None,
) -> Report:
    """The report of `make`, which builds, or the last one where nothing has changed since; at most one at a time.

    `make` is told what lies in the folders; None where a site is merely checked. `pause` is called now and then
    while they are looked at, and may raise BrokenOffError.
    """
    try:
        if options.check_only:
            return make(None)
        # The turn begins before anything is read, so that of two builds the later one has the last word.
        with turn_at(folders.output, waiting):
            report: Report = unless_standing(
                make,
                key=standing_key(folders, options),
                sources=folders.sources,
                output=folders.output,
                store=Store(folders.cache),
                written=lambda report: report.written,
                again=_nothing_to_do,
                pause=pause,
            )
            return report
    except Exception as error:  # noqa: BLE001  what is an editor's fault is known only to heavier modules
        return failed(error)


def failed(error: Exception) -> Report:
    """The report of a build that could not go on; a bug is raised again."""
    from warraq.diagnostics import EditorError, in_order
    from warraq.write.output import not_written

    if isinstance(error, EditorError):
        return Report(in_order(error.diagnostics))
    if isinstance(error, OSError):  # a full disk or a cache that may not be written to, above all
        return Report((not_written(error),))
    raise error


def memory_of(folders: Folders) -> Callable[[str, Callable[[], Any]], Any]:
    """What keeps a value by its key beside the site, for those who only have something to say of it.

    Where nothing was ever built, or the disk refuses, the value is made each time and nothing is left behind.
    """

    def recall(key: str, make: Callable[[], Any]) -> Any:
        if folders.cache.is_dir():
            with contextlib.suppress(OSError):
                return Store(folders.cache).recall(key, make)
        return make()

    return recall


def standing_key(folders: Folders, options: Options) -> str:
    """All that a report depends on, beside what lies in the folders."""
    asked = (sys.version, options.base_url, options.drafts, options.proofread, options.today)
    return digest("standing", engine_digest(), repr(asked), repr(folders), repr(folders.sources))


def _nothing_to_do(report: Report) -> Report:
    """The report of a build that found everything as the one before had left it."""
    total = report.written.total if report.written else 0
    return replace(report, rendered=0, written=Written(total, (), ()), reasons=())


def default_jobs() -> int:
    """How many processes to use where nobody says."""
    return os.cpu_count() or 1


def wait_unless(over: Callable[[], bool], seconds: float) -> None:
    """Nothing, after so many seconds or as soon as it is over."""
    end = time.monotonic() + seconds
    while not over() and time.monotonic() < end:
        time.sleep(0.02)
