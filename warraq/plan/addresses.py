"""The addresses of the site: where everything lives, and how one page points to another."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from urllib.parse import quote

from warraq.model.records import Record


def home_path(code: str) -> str:
    """The home page of a language."""
    return f"/{code}/"


def list_path(kind: str, code: str) -> str:
    """The page that lists all records of a kind."""
    return f"/{code}/{kind}/"


def record_path(record: Record, code: str) -> str:
    """The page of one record in a language; plain pages live right under the language."""
    telling = record.telling(code)
    slug = (slug_of(telling.front.slug) if telling and telling.front.slug else "") or record.id
    return f"/{code}/{slug}/" if record.kind_name == "pages" else f"/{code}/{record.kind_name}/{slug}/"


def feed_path(code: str) -> str:
    """The feed of a language."""
    return f"/{code}/feed.xml"


def slug_of(words: str) -> str:
    """Words of any script as a part of an address: NFC, joined by hyphens, without vowel marks; at most 80 letters."""
    text = "".join(c for c in unicodedata.normalize("NFC", words) if unicodedata.category(c) != "Mn")
    return re.sub(r"[\W_]+", "-", text.casefold())[:80].strip("-")


def encoded(path: str) -> str:
    """A path as an address writes it, letters beyond ASCII percent-encoded."""
    return quote(path, safe="/-._~#")


def relative(here: str, there: str) -> str:
    """The address of `there` as seen from the page `here`, both from `/`; a folder keeps its last slash."""
    start = posixpath.dirname(here)
    path = posixpath.relpath(there, start or "/")
    if there.endswith("/"):
        path = "./" if path == "." else f"{path}/"
    return encoded(path)


def file_of(path: str) -> str:
    """The file that a page is written to, relative to the output folder."""
    return f"{path}index.html".lstrip("/") if path.endswith("/") else path.lstrip("/")
