"""The preview: the site on a local address, built anew at every save and shown anew in the browser.

The files are watched by `watchfiles` (the operating system's own notices, no polling); the browser is told by
`livereload`, whose script is put into each page as it is served, so that the site on disk stays as it is.
"""

from __future__ import annotations

import asyncio
import html
import socket
import sys
import threading
import traceback
import webbrowser
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado.httpserver import HTTPServer
from tornado.web import Application
from watchfiles import DefaultFilter, awatch

from warraq.dev.desk.answers import News, desk_addresses
from warraq.dev.desk.desk import PreviewDesk
from warraq.dev.pages import PageHandler, Shown

Rebuild = Callable[["Asked"], "BuildOutcome"]

QUIET_TIME_MS = 40
"""How long the files must be still before a build begins: an editor may write one file in several steps."""

LONGEST_WAIT_MS = 600
"""When a build begins even though files still change."""

LOOK_AGAIN = 20.0
"""Seconds of quiet after which the build looks at all files once more: a system may fail to tell of a change."""

PORTS_TO_TRY = 20


@dataclass(frozen=True, slots=True)
class Asked:
    """A build that the preview asks for."""

    changes: frozenset[Path] | None
    """The paths that have changed since the last build that went well; None where all is to be looked at."""
    page: str = ""
    """The file, inside the output folder, of the page that was looked at last; it may be made before the others."""
    shown: Callable[[], None] = lambda: None
    """To be called when that page is there ahead of the others."""
    over: Callable[[], bool] = lambda: False
    """Whether something has changed again, so that the build may break off."""
    unasked: bool = False
    """Whether nobody has saved anything."""


@dataclass(frozen=True, slots=True)
class BuildOutcome:
    """How one build ended, as far as the preview must know."""

    ok: bool
    error_page: str | None = None
    """A whole HTML page to show in place of pages that are not there; None is a short page of the preview's own."""
    changed: frozenset[str] = frozenset()
    """Paths, inside the output folder, of the files that this build wrote or removed."""
    broken_off: bool = False
    """Whether it ended before its time, since it was over."""


def serve(
    rebuild: Rebuild,
    folders: Sequence[Path],
    output: Path,
    desk: PreviewDesk,
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    address_path: str = "/",
    ignored: Sequence[Path] = (),
    open_browser: bool = False,
    ready: Callable[[str], None] = lambda address: None,
) -> None:
    """Nothing, once the person ends the preview with Ctrl-C; see `preview` for the arguments.

    `open_browser` shows the address in the person's browser as soon as it answers.
    """

    def announce(address: str) -> None:
        ready(address)
        if open_browser:
            webbrowser.open(address)

    with suppress(KeyboardInterrupt):
        asyncio.run(
            preview(
                rebuild,
                folders,
                output,
                desk,
                host=host,
                port=port,
                address_path=address_path,
                ignored=ignored,
                ready=announce,
            )
        )


async def preview(
    rebuild: Rebuild,
    folders: Sequence[Path],
    output: Path,
    desk: PreviewDesk,
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    address_path: str = "/",
    ignored: Sequence[Path] = (),
    ready: Callable[[str], None] = lambda address: None,
) -> None:
    """Never anything: serves and rebuilds until it is cancelled.

    `rebuild` is called for the first build, after every save, and after some quiet, in a thread of its own and
    never twice at once; one during which something is saved may break off, and is asked for again with all changes.
    `folders` are watched with all that is in them; what happens in `output` and the `ignored` folders starts no
    build. `desk` is what is shown beside the site. `address_path` is the path of the site's base URL, so that links
    which name it work. If the port is taken the next free one is used; `ready` is told the address. Raises OSError
    if no port can be had.
    """
    LiveReloadHandler.watcher = SimpleNamespace(filepath=None)  # it reads this name for its log, and no more
    LiveReloadHandler.live_css = False
    shown = Shown()
    site = output.resolve()  # noqa: ASYNC240  (nothing is served yet that it could hold up)
    changes = awatch(
        *(folder.resolve() for folder in folders if folder.exists()),
        watch_filter=DefaultFilter(ignore_paths=[site, *(folder.resolve() for folder in ignored)]),
        step=QUIET_TIME_MS,
        debounce=LONGEST_WAIT_MS,
    )
    # Watching begins before the first build, so that a file saved during it is not missed.
    next_changes = asyncio.ensure_future(anext(changes))
    server = None
    over = threading.Event()
    try:
        await build_and_show(rebuild, Asked(None, over=over.is_set), shown, set())
        listening = listening_socket(host, port)
        server = HTTPServer(preview_application(site, address_path, shown, desk))
        server.add_socket(listening)
        ready(f"http://{host}:{listening.getsockname()[1]}{with_slashes(address_path)}")
        pending: frozenset[Path] = frozenset()
        quiet: float | None = 0.0
        while True:
            saved, _ = await asyncio.wait({next_changes}, timeout=quiet)
            if saved:
                pending |= frozenset(Path(path) for _, path in next_changes.result())
                next_changes = asyncio.ensure_future(anext(changes))
            over = threading.Event()
            ahead: set[str] = set()
            asked = Asked(pending, shown.page, early_reload(shown, ahead), over.is_set)
            if not saved:
                asked = Asked(None, over=over.is_set, unasked=True)
            building = asyncio.ensure_future(build_and_show(rebuild, asked, shown, ahead))
            await asyncio.wait({building, next_changes}, return_when=asyncio.FIRST_COMPLETED)
            over.set()
            outcome = await building
            # What a build with faults has not taken in is told to the next one again.
            pending = frozenset() if outcome.ok else pending
            quiet = LOOK_AGAIN if saved or outcome.broken_off else None
    finally:
        over.set()  # a build in its thread would be waited for
        next_changes.cancel()
        with suppress(asyncio.CancelledError, StopAsyncIteration):
            await next_changes
        if server is not None:
            server.stop()
            for waiter in LiveReloadHandler.waiters.copy():
                waiter.close()
            News.end()
            await server.close_all_connections()


async def build_and_show(rebuild: Rebuild, asked: Asked, shown: Shown, ahead: set[str]) -> BuildOutcome:
    """Build, then have every open page load itself again if what it would get has changed.

    Of pages that were shown `ahead` of the others the browsers know already. What is wrong with a site changes no
    page of it: the bars and the desk are told of every build, and ask for what there is to be said.
    """
    outcome = await asyncio.to_thread(outcome_of, rebuild, asked)
    if not outcome.broken_off:
        shown.error_page = None if outcome.ok else outcome.error_page or short_error_page("")
        if outcome.changed - ahead:
            LiveReloadHandler.reload_waiters("*")
        News.tell()
    return outcome


def early_reload(shown: Shown, ahead: set[str]) -> Callable[[], None]:
    """What a build calls from its thread when the page that is looked at is there ahead of the others."""
    loop, page = asyncio.get_running_loop(), shown.page

    def reload() -> None:
        shown.error_page = None
        LiveReloadHandler.reload_waiters("*")
        News.tell()

    def tell() -> None:
        ahead.add(page)
        loop.call_soon_threadsafe(reload)

    return tell


def outcome_of(rebuild: Rebuild, asked: Asked) -> BuildOutcome:
    """The outcome of one build; a build that raises is a failed one, so that the preview outlives it."""
    try:
        return rebuild(asked)
    except Exception:  # noqa: BLE001  (a bug of ours must not end a person's preview: it is shown there)
        trace = traceback.format_exc()
        print(trace, file=sys.stderr, flush=True)
        return BuildOutcome(ok=False, error_page=short_error_page(trace))


def short_error_page(trace: str) -> str:
    """A bare HTML page that says that the build did not succeed, with a trace if there is one."""
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The build did not succeed</title></head>'
        f"<body><h1>The build did not succeed</h1><pre>{html.escape(trace)}</pre></body></html>"
    )


def preview_application(site: Path, address_path: str, shown: Shown, desk: PreviewDesk) -> Application:
    """The web application that serves a site's folder, has a desk beside it, and keeps open pages told of builds."""
    pages = {"path": str(site), "address_path": with_slashes(address_path), "shown": shown, "desk": desk}
    return Application(
        [
            (r"/livereload", LiveReloadHandler),
            (r"/livereload\.js", LiveReloadJSHandler),
            *desk_addresses(desk, pages),
            (r"(/.*)", PageHandler, pages),
        ],
        log_function=lambda handler: None,
    )


def listening_socket(host: str, port: int) -> socket.socket:
    """A socket that listens on the port, or on the next free one after it; port 0 is any free one.

    Raises OSError if none of 20 ports is free.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for candidate in range(port, port + PORTS_TO_TRY):
        try:
            listening = socket.create_server((host, candidate), family=family)
        except OSError:
            if candidate == port + PORTS_TO_TRY - 1:
                raise
        else:
            listening.setblocking(False)
            return listening
    raise AssertionError(port)


def with_slashes(path: str) -> str:
    """A path with one slash before it and one after it."""
    inner = path.strip("/")
    return f"/{inner}/" if inner else "/"
