"""The addresses of the desk in the preview, all below `/@desk/`, where no page of a site can be."""

from __future__ import annotations

import asyncio
from http import HTTPStatus
from typing import Any, ClassVar

from tornado.web import RequestHandler, StaticFileHandler
from tornado.websocket import WebSocketHandler

from warraq.dev.desk.desk import HERE, PreviewDesk
from warraq.dev.pages import PageHandler, Shown

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' ws: wss:;"
    " frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


class News(WebSocketHandler):
    """Tells pages that are open of every build; they ask for what they want to know of it."""

    listening: ClassVar[set[News]] = set()

    def open(self, *_: str) -> None:
        """Remember who listens."""
        self.listening.add(self)

    def on_message(self, message: str | bytes) -> None:
        """Nothing: pages only listen."""

    def on_close(self) -> None:
        """Forget who has gone."""
        self.listening.discard(self)

    @classmethod
    def tell(cls) -> None:
        """Tell everybody that a build has ended."""
        for page in cls.listening.copy():
            if page.ws_connection is not None and not page.ws_connection.is_closing():
                page.write_message("built")

    @classmethod
    def end(cls) -> None:
        """Say good-bye to everybody."""
        for page in cls.listening.copy():
            page.close()


class DeskHandler(RequestHandler):
    """Answers with pages of the desk, which are made when they are asked for and never kept."""

    def initialize(self, desk: PreviewDesk, shown: Shown) -> None:
        """Take the desk, and what the browser is given at this moment."""
        self.desk, self.shown = desk, shown

    @property
    def failed(self) -> bool:
        """Whether the last build has left the pages as they were."""
        return self.shown.error_page is not None

    def answer(self, page: str | None) -> None:
        """Answer with a page or a part of one; None is what is not there."""
        if page is None:
            self.set_status(HTTPStatus.NOT_FOUND)
        self.write(page or "<!doctype html><title>404</title><h1>404</h1>")

    def set_default_headers(self) -> None:
        """Have the browser keep nothing, and load nothing from elsewhere."""
        self.set_header("Cache-Control", "no-store")
        self.set_header("Content-Security-Policy", _POLICY)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("X-Content-Type-Options", "nosniff")


class RecordDesk(DeskHandler):
    def get(self, key: str) -> None:
        """Answer with the desk of a record; one that is not known yet may be among what is wrong."""
        page = self.desk.record(key, failed=self.failed)
        if page is None and self.failed:
            self.redirect("/@desk/problems/")
        else:
            self.answer(page)


class PageDesk(DeskHandler):
    def get(self, page: str) -> None:
        """Lead from a page to the desk of its record; a page that is about none has a desk of its own."""
        if page == "" or page.endswith("/"):
            page += "index.html"
        key = self.desk.findings.record_at(page)
        if key:
            self.redirect(f"/@desk/{key}/")
        else:
            self.answer(self.desk.page(page, failed=self.failed))


class FirstDesk(DeskHandler):
    def get(self) -> None:
        """Lead to the desk of the page that was looked at last."""
        self.redirect(self.desk.address(self.shown.page or "index.html"))


class BarOfPage(DeskHandler):
    def get(self, page: str) -> None:
        """Answer with what the bar of a page says now."""
        self.answer(self.desk.bar(page, failed=self.failed))


class AllProblems(DeskHandler):
    def get(self) -> None:
        """Answer with the list of all that is wrong, or with the trace of a build that broke down."""
        if self.shown.error_page is not None and self.desk.findings.ok:
            self.answer(self.shown.error_page)
        else:
            self.answer(self.desk.problems(failed=self.failed))


class ChangesOfText(DeskHandler):
    async def get(self, key: str, code: str) -> None:
        """Answer with what has changed in the original of a text; git may have to be asked, which takes a moment."""
        self.answer(await asyncio.to_thread(self.desk.changes, key, code))


class OwnFiles(StaticFileHandler):
    def set_extra_headers(self, path: str) -> None:
        """Have the browser keep nothing that another version of the engine would have otherwise."""
        self.set_header("Cache-Control", "no-cache")


def desk_addresses(desk: PreviewDesk, pages: dict[str, Any]) -> list[tuple[Any, ...]]:
    """The addresses of the desk and who answers; `pages` is what the handler of the site's own pages is given."""
    given = {"desk": desk, "shown": pages["shown"]}
    return [
        (r"/@desk/news", News),
        (r"/@desk/([a-z]+\.(?:css|js))", OwnFiles, {"path": str(HERE)}),
        # Addresses between pages are relative, so the whole site can be looked at below another one, as it is.
        (r"/@desk/page(/.*)", PageHandler, pages | {"address_path": "/", "plain": True}),
        (r"/@desk/bar/(.*)", BarOfPage, given),
        (r"/@desk/at/(.*)", PageDesk, given),
        (r"/@desk/problems/", AllProblems, given),
        (r"/@desk/changes/([a-z]+/[^/]+)/([^/]+)", ChangesOfText, given),
        (r"/@desk/([a-z]+/[^/]+)/", RecordDesk, given),
        (r"/@desk/?", FirstDesk, given),
    ]
