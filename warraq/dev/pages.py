"""How the preview answers one request: as a public host would, with the reload script and a bar added, nothing kept."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path, PurePosixPath
from typing import Protocol
from urllib.parse import quote

from tornado.web import StaticFileHandler

from warraq.model.addresses import ADMIN

BAR = (
    '<warraq-bar data-bar="/@desk/bar/{page}"{reload}><template shadowrootmode="open">'
    '<link rel="stylesheet" href="/@desk/bar.css">{bar}</template></warraq-bar>'
    '<script type="module" src="/@desk/bar.js"></script>'
)
"""What is put at the end of a page: a tree of its own, so that the page and the bar do not dress each other."""

RELOAD_SCRIPT = '<script src="/livereload.js?port={port}"></script>'

POLICY = re.compile(r"<meta\s[^>]*http-equiv\s*=\s*[\"']?content-security-policy[\"']?[^>]*>", re.IGNORECASE)
POLICY_WORDS = re.compile(
    r"(?P<before>\scontent\s*=\s*)(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)')", re.IGNORECASE
)


class Bar(Protocol):
    """Whoever knows what is to be said on a page of the preview."""

    def bar(self, page: str, *, failed: bool) -> str:
        """What the bar of a page says, as HTML; `failed` where the last build has left the pages as they were."""


@dataclass(slots=True)
class Shown:
    """What the browser is given at this moment; the values that change while the preview runs."""

    error_page: str | None = None
    """A whole HTML page in place of pages that are not there, or None while the site is in order."""
    page: str = ""
    """The file, inside the site's folder, of the page that was asked for last."""


class PageHandler(StaticFileHandler):
    """Answers with the files of a site's folder, under the path of its base URL."""

    def initialize(  # type: ignore[override]
        self, path: str, address_path: str, shown: Shown, desk: Bar, plain: bool = False
    ) -> None:
        """Take the folder, the path under which it is served (with a slash at both ends), and what is shown.

        `plain` pages are given as they are: whoever frames them looks after them.
        """
        super().initialize(path)
        self.desk, self.plain = desk, plain
        self.site = Path(path)
        self.address_path = address_path
        self.shown = shown

    async def get(self, path: str, include_body: bool = True) -> None:
        """Answer one request for a path that begins with a slash."""
        if not path.startswith(self.address_path):
            if path in {"/", self.address_path.rstrip("/")}:
                self.redirect(self.address_path)
            else:
                self.answer_not_found("")
            return
        name = path.removeprefix(self.address_path)
        if name == "" or name.endswith("/"):
            name += "index.html"
        if name.startswith(ADMIN):
            # The form must not be loaded anew while somebody writes in it, and is needed most when a build has failed.
            await self.answer_form(name, include_body=include_body)
            return
        if name.endswith(".html"):
            self.shown.page = name
        file = (self.site / name).resolve()
        if not file.is_relative_to(self.site):
            self.answer_not_found("")
        elif file.is_dir():
            self.redirect(self.request.path + "/")  # not for ever: browsers remember permanent ones
        elif file.suffix == ".html" and (page := text_of(file)) is not None:
            # The last good one, where the last build has failed: the bar says so.
            self.answer_page(page, HTTPStatus.OK, name)
        elif file.is_file():
            await super().get(name, include_body)
        elif self.shown.error_page is not None and PurePosixPath(name).suffix in {".html", ""}:
            self.answer_page(self.shown.error_page, HTTPStatus.INTERNAL_SERVER_ERROR, name, reload=True)
        else:
            self.answer_not_found(name)

    async def answer_form(self, name: str, *, include_body: bool) -> None:
        """Answer with a file of the form in the browser as it lies on the disk."""
        if (self.site / name).is_file() and (self.site / name).resolve().is_relative_to(self.site):
            await super().get(name, include_body)
        else:
            self.answer_not_found("")

    def answer_page(self, page: str, status: HTTPStatus, name: str, *, reload: bool = False) -> None:
        """Answer with an HTML page, made fit for the preview; one that must `reload` is in the place of another."""
        self.set_status(status)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        if self.plain:
            self.write(page)
            return
        # The port as the browser knows it, which a tunnel may have changed on the way here.
        port = re.search(r":(\d+)$", self.request.host)
        # A page in place of another says itself what is wrong.
        bar = "" if reload else self.desk.bar(name, failed=self.shown.error_page is not None)
        self.write(previewed(page, int(port[1]) if port else 80, bar_of(name, bar, reload=reload)))

    def answer_not_found(self, name: str) -> None:
        """Answer with the nearest page for what is missing: fa/404.html for fa/…, else 404.html."""
        for folder in PurePosixPath(name).parents:
            page = text_of(self.site / folder / "404.html")
            if page is not None:
                self.answer_page(page, HTTPStatus.NOT_FOUND, name)
                return
        self.answer_page("<!doctype html><title>404</title><h1>404</h1>", HTTPStatus.NOT_FOUND, name)

    def set_default_headers(self) -> None:
        """Have the browser keep nothing."""
        self.set_header("Cache-Control", "no-store")

    def set_extra_headers(self, path: str) -> None:
        """Have the browser keep nothing of plain files either, whatever tornado has set."""
        self.set_header("Cache-Control", "no-store")

    def compute_etag(self) -> None:
        """None: nothing is kept, so nothing is compared."""

    def should_return_304(self) -> bool:
        """Never: each request is answered in full."""
        return False


def bar_of(name: str, bar: str, *, reload: bool) -> str:
    """The bar of a page as a piece of HTML; the page is given as its file in the site's folder."""
    return BAR.format(page=html.escape(quote(name)), bar=bar, reload=" data-reload" if reload else "")


def previewed(page: str, port: int, bar: str = "") -> str:
    """An HTML page with the reload script and the bar in it, and a content security policy that lets them work.

    The policy is widened by what these need and nothing else, so that whatever the public page would refuse is
    refused in the preview too.
    """
    page = POLICY.sub(lambda found: POLICY_WORDS.sub(_widened, found[0]), page)
    script = RELOAD_SCRIPT.format(port=port)
    lowered = page.lower()
    end_of_head, end_of_body = lowered.find("</head>"), lowered.rfind("</body>")
    end_of_body = end_of_body if end_of_body > end_of_head else len(page)
    end_of_head = end_of_head if end_of_head >= 0 else end_of_body
    return page[:end_of_head] + script + page[end_of_head:end_of_body] + bar + page[end_of_body:]


def _widened(found: re.Match[str]) -> str:
    policy = html.unescape(found["double"] if found["double"] is not None else found["single"])
    return f'{found["before"]}"{html.escape(widened_policy(policy))}"'


def widened_policy(policy: str) -> str:
    """A content security policy that also allows scripts and styles of the page's own origin, and web sockets."""
    directives: dict[str, list[str]] = {}
    for directive in policy.split(";"):
        words = directive.split()
        if words:
            directives.setdefault(words[0].lower(), words[1:])
    fallback = directives.get("default-src")
    needs = {"script-src": ["'self'"], "connect-src": ["'self'", "ws:"], "style-src": ["'self'"]}
    if fallback is None and not directives.keys() & needs.keys():
        return policy
    for name, needed in needs.items():
        allowed = directives.get(name, fallback)
        if allowed is not None:
            kept = [source for source in allowed if source != "'none'" and source not in needed]
            directives[name] = [*kept, *needed]
    return "; ".join(" ".join((name, *sources)) for name, sources in directives.items())


def text_of(file: Path) -> str | None:
    """The text of a file, or None if there is no such file (any more)."""
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
