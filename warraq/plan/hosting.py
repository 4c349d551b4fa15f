"""What a host is told of the files: how long they may be kept, and what a page may load.

The file `_headers` is read by Cloudflare Pages, Netlify and others, and by nobody else; `docs/hosting/`
says the same to web servers of one's own.
"""

from __future__ import annotations

from typing import Final

from warraq.model.addresses import ADMIN, STATUS_PAGES
from warraq.model.site import Site

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""The content security policy of every page: nothing but what the site itself serves, and no script in a page."""

FOR_EVER: Final = "public, max-age=31536000, immutable"
"""For files that have the fingerprint of their content in their name."""

FINGERPRINTED: Final = (
    "/assets/site.*",
    "/assets/art/*",
    "/assets/fonts/*",
    "/assets/js/*",
    "/assets/pictures/*",
    "/assets/search/*",
)
"""Where such files lie."""

_OF_ALL: Final = (
    "X-Content-Type-Options: nosniff",
    "Referrer-Policy: strict-origin-when-cross-origin",
    "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), browsing-topics=()",
)


def headers(site: Site) -> str:
    """The text of `_headers`: one rule a path in the output folder, and under it what is sent with the files there."""
    # Not for all paths at once: the form for editors, where a site has one, has a policy of its own.
    pages = ["/", "/404.html", *(f"/{code}/*" for code in site.codes)]
    board = [f"/{STATUS_PAGES}*"] if site.facts.status == "public" else []
    pages += board
    rules: list[tuple[str, tuple[str, ...]]] = [("/*", _OF_ALL)]
    rules += [(page, (f"Content-Security-Policy: {POLICY}",)) for page in pages]
    rules += [(path, (f"Cache-Control: {FOR_EVER}",)) for path in FINGERPRINTED]
    # Nobody shall lay the form under a page of their own.
    rules += [(f"/{ADMIN}*", ("X-Frame-Options: DENY",))]
    rules += [(page, ("X-Robots-Tag: noindex",)) for page in board]
    # Viewers of other houses read pictures and what is known of works from their own pages.
    rules += [(path, ("Access-Control-Allow-Origin: *",)) for path in ("/iiif/*", "/data/*")]
    return "\n".join(f"{path}\n" + "".join(f"  {line}\n" for line in lines) for path, lines in rules)
