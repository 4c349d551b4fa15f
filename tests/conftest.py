"""What browser tests are given: a browser, and a folder served as a public host would serve it."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from warraq.dev.testing import NO_BROWSER, browser_flags, find_browser, must_have_browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

Serve = Callable[..., str]


@pytest.fixture(autouse=True)
def _computer_of_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """The language of whoever runs the tests must not choose that of the messages."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, "C.UTF-8")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real browser, one for all tests; `browser.new_page()` or `new_context(...)` gives each its own page."""
    program = find_browser()
    if program is None:
        if must_have_browser():
            pytest.fail(NO_BROWSER)
        pytest.skip(NO_BROWSER)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=browser_flags())
        yield started
        started.close()


@pytest.fixture
def reader(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Opens the browser of a reader who has never been here, in a window this large; closed at the end of the test."""
    opened: list[BrowserContext] = []

    def new(width: int = 1280, height: int = 800, **settings: Any) -> BrowserContext:
        opened.append(browser.new_context(viewport={"width": width, "height": height}, **settings))
        return opened[-1]

    yield new
    for context in opened:
        context.close()


@pytest.fixture(scope="session")
def serve_folder() -> Iterator[Serve]:
    """A function that serves a folder on this machine and gives its address, which ends in a slash.

    `serve_folder(folder)` serves it at `/`, `serve_folder(folder, under="/bridges/")` below a path.
    """
    with ExitStack() as servers:

        def serve(folder: Path, under: str = "/") -> str:
            return servers.enter_context(served(folder, under))

        yield serve


@contextmanager
def served(folder: Path, under: str) -> Iterator[str]:
    """The address of a folder for as long as it is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(PublicHost, folder=folder, under=under))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{under}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class PublicHost(SimpleHTTPRequestHandler):
    """Serves files as public hosts of static sites do: index.html for a folder, 404.html for what is missing."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, folder: Path, under: str) -> None:
        self.under = under
        super().__init__(*args, directory=str(folder))

    def send_head(self) -> Any:
        if not self.path.startswith(self.under):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        address = self.path
        self.path = "/" + address.removeprefix(self.under)
        if Path(self.translate_path(self.path)).is_dir() and not urlsplit(self.path).path.endswith("/"):
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", urlsplit(address).path + "/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return None
        return super().send_head()

    def list_directory(self, path: Any) -> None:
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, *_: Any) -> None:
        """Say nothing: the tests speak."""


@pytest.hookimpl
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in one line how many tests were left out for want of a browser."""
    skipped = [
        report for report in terminalreporter.getreports("skipped") if NO_BROWSER in str(report.longrepr)
    ]
    if skipped:
        terminalreporter.write_line(f"Browser tests skipped: {len(skipped)}; {NO_BROWSER}.", yellow=True)
