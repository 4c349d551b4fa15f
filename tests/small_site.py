# ruff: noqa: E501  (the files of a small site, as an editor writes them)
"""A small site in three languages with a theme of its own, and the real site built once: the worlds of these tests."""

from __future__ import annotations

import atexit
import datetime
import re
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from warraq.art import drawings
from warraq.build import Folders, Options, Report, build
from warraq.model.kinds import KINDS

REPOSITORY = Path(__file__).resolve().parents[1]

TODAY = datetime.date(2026, 3, 20)
"""The day on which small sites are built."""

SITE = """\
title: {fa: پل‌ها, ar: جسور, en: Bridges}
tagline: {fa: دو شهر, ar: مدينتان, en: Two cities}
description: {fa: داستان‌ها, ar: قصص, en: Stories}
base_url: https://small.example
languages:
  fa: {name: فارسی, direction: rtl, locale: fa_IR, digits: arabext, calendars: [persian], fallback: [ar, en], fonts: [own.woff2]}
  ar: {name: العربية, direction: rtl, locale: ar_PS, digits: arab, fallback: [en, fa]}
  en: {name: English, direction: ltr, locale: en_GB, fallback: [ar, fa]}
home: {lead: bridge}
default_language: en
facing: no
"""

CONTENT = {
    "content/site.yaml": SITE,
    "content/stories/bridge/facts.yaml": (
        "original: en\nregion: bridge\npublished: 2026-01-02\npeople: [builder]\nplaces: [river]\nsources: [chronicle]\n"
    ),
    "content/stories/bridge/en.md": (
        "---\ntitle: The bridge\nsummary: It stands.\nauthor: The editors\n---\n[[builder]] built it over the [[river]].[^1]\n\n[^1]: So it is told.\n"
    ),
    "content/stories/bridge/fa.md": "---\ntitle: پل\nsummary: برجاست.\nauthor: سردبیران\n---\n[[builder|سازنده]] آن را بر [[river]] ساخت.\n",
    "content/stories/bridge/ar.md": "---\ntitle: الجسر\nsummary: قائم.\nauthor: المحرّرون\n---\nبناه [[builder]] فوق [[river]].\n",
    "content/stories/mill/facts.yaml": "original: fa\nregion: isfahan\npublished: 2026-01-01\nplaces: [river]\nrelated: [bridge]\n",
    "content/stories/mill/fa.md": "---\ntitle: آسیاب\nsummary: می‌چرخد.\nauthor: سردبیران\n---\nآسیاب کنار [[river]] است.\n",
    "content/people/builder/facts.yaml": "name: {fa: سازنده, ar: البنّاء, en: Builder}\nroles: [engineer]\nborn: 1599\n",
    "content/people/builder/en.md": "---\nsummary: Built.\n---\nA builder by the [[river]].\n",
    "content/places/river/facts.yaml": "name: {fa: رود, ar: النهر, en: River}\ntype: landscape\n",
    "content/terms/arch/facts.yaml": "name: {fa: طاق, ar: قوس, en: Arch}\nmeaning: {fa: خمیده, ar: منحن, en: A curve}\n",
    "content/sources/chronicle/facts.yaml": "type: book\ntitle: Chronicle\nlanguage: en\nyear: 1900\n",
    "content/pages/about/facts.yaml": "order: 1\n",
    "content/pages/about/en.md": "---\ntitle: About\nsummary: What this is.\n---\nAbout this site.\n",
    "content/pages/about/fa.md": "---\ntitle: درباره\nsummary: چیست.\n---\nدربارهٔ این سایت.\n",
    "content/pages/about/ar.md": "---\ntitle: عن\nsummary: ما هو.\n---\nعن هذا الموقع.\n",
}

BASE = """\
<!doctype html>
<html lang="{{ page.language.code }}" dir="{{ page.language.direction }}">
<head><title>{{ page.title }}</title>
<link rel="canonical" href="{{ page.canonical }}">
{% for found in page.alternates %}<link rel="alternate" hreflang="{{ found.code }}" href="{{ found.href }}">{% endfor %}
{% for address in page.site.styles %}<link rel="stylesheet" href="{{ address }}">{% endfor %}
{% for address in page.site.fonts %}<link rel="preload" href="{{ address }}">{% endfor %}
<link rel="icon" href="{{ page.site.icon }}"></head>
<body>{% block main %}{% endblock %}{% include "partials/foot.html" %}</body></html>
"""

PAGE = """\
{% extends "base.html" %}
{% block main %}
<h1>{{ _("Hello") }} {{ page.title }}</h1>
{% if page.notice is defined and page.notice %}<aside>{{ page.notice.shown_in.language }}</aside>{% endif %}
{% if page.cover is defined and page.cover %}<img src="{{ page.cover }}">{% endif %}
{% if page.text is defined and page.text %}<article lang="{{ page.text.language }}" dir="{{ page.text.direction }}">{{ (page.text | convert).html | safe }}</article>{% endif %}
{% if page.sides is defined %}{{ page.sides[0].text | beside(page.sides[1].text) | string }}{% endif %}
<pre>{{ page | string }}</pre>
{% endblock %}
"""
"""Prints its whole view, so that whatever differs in the view differs in the page."""

THEME = {
    "templates/base.html": BASE,
    "templates/page.html": PAGE,
    "templates/partials/foot.html": "<footer>{{ page.site.title }}</footer>\n",
    "templates/files/feed.xml": "<feed>{% for entry in page.entries %}<entry>{{ entry.title }}{{ (entry.text | convert).html }}</entry>{% endfor %}</feed>\n",
    "templates/files/sitemap.xml": "<urlset>{% for entry in page.entries %}<url><loc>{{ entry.href }}</loc></url>{% endfor %}</urlset>\n",
    "templates/files/redirect.html": '<meta http-equiv="refresh" content="0; url={{ page.to }}">\n',
    "assets/css/layers.css": "@layer base;\n",
    "assets/css/base.css": '@font-face { font-family: Own; src: url("../fonts/own.woff2") }\nbody { color: black }\n',
    "assets/fonts/own.woff2": "not truly a font",
    "i18n/fa/LC_MESSAGES/site.po": 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Hello"\nmsgstr "سلام"\n',
} | {
    f"templates/pages/{name}.html": '{% extends "page.html" %}'
    for kind in KINDS
    for name in (
        kind.template,
        kind.name,
        "home",
        "gate",
        "not-found",
        "picture",
        "pictures",
        "facing",
        "search",
        "facet",
        "facet-value",
        "topics",
        "map",
        "timeline",
        "status",
    )
    if name != "pages"
}


def small_site(root: Path, files: Mapping[str, str | bytes] | None = None) -> Folders:
    """The folders of the small site, written into `root` with these files besides or instead."""
    for name, content in {**CONTENT, **THEME, **(files or {})}.items():
        write(root / name, content)
    return folders_in(root)


def folders_in(root: Path) -> Folders:
    """The folders of a site in `root`."""
    return Folders(
        content=root / "content",
        templates=root / "templates",
        assets=root / "assets",
        catalogs=root / "i18n",
        output=root / "public",
        cache=root / "cache",
    )


def write(path: Path, content: str | bytes) -> None:
    """Write a file and the folders that it lies in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def built(folders: Folders, jobs: int = 1, today: datetime.date = TODAY) -> Report:
    """The report of a build."""
    return build(folders, Options(jobs=jobs, today=today))


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, hidden ones too, by its path."""
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


def codes(report: Report) -> list[str]:
    """The codes of a build's messages, in its order."""
    return [diagnostic.rule.code for diagnostic in report.diagnostics]


def draw_once(patch: object) -> None:
    """Keep the large pictures once they are drawn: they depend on the colours alone, and many builds draw them."""
    for name in ("share_png", "emblem_png", "cover"):
        patch.setattr(drawings, name, _kept(name))  # type: ignore[attr-defined]


@cache
def _kept(name: str) -> object:
    return cache(getattr(drawings, name))


@cache
def real_site() -> tuple[Path, Report]:
    """The folder of the project's own site and the report on it, built once however many tests look at it."""
    folder = Path(tempfile.mkdtemp(prefix="warraq-site-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    parts = {"templates": "templates", "assets": "assets", "catalogs": "i18n", "content": "content"}
    shown = {name: REPOSITORY / part for name, part in parts.items()}
    report = build(Folders(**shown, output=folder / "public", cache=folder / "cache"), Options())
    return folder / "public", report


def in_real_dress(
    root: Path, files: Mapping[str, str | bytes] | None = None, base_url: str | None = None
) -> tuple[Path, Report]:
    """The small site made with the project's own templates, styles and words: its output and the report on it."""
    folders = small_site(
        root, {"content/site.yaml": SITE.replace(", fonts: [own.woff2]", ""), **(files or {})}
    )
    theme = {
        "templates": REPOSITORY / "templates",
        "assets": REPOSITORY / "assets",
        "catalogs": REPOSITORY / "i18n",
    }
    report = build(replace(folders, **theme), Options(base_url=base_url, today=TODAY))
    return folders.output, report


class Page(HTMLParser):
    """What a test asks of an HTML page: its elements in order, with attributes and the text inside."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text: dict[str, str] = {}
        """The first text directly inside each kind of element."""
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        if self.elements and data.strip():
            self.text.setdefault(self.elements[-1][0], data.strip())

    def all(self, tag: str, **attributes: str) -> list[dict[str, str]]:
        """The attributes of all elements with this name and these attributes."""
        return [found for name, found in self.elements if name == tag and attributes.items() <= found.items()]

    @property
    def html(self) -> dict[str, str]:
        return self.all("html")[0]

    @property
    def canonical(self) -> str:
        return self.all("link", rel="canonical")[0]["href"]

    @property
    def hreflang(self) -> dict[str, str]:
        """Address by language, of the versions that machines are told of."""
        return {
            found["hreflang"]: found["href"]
            for found in self.all("link", rel="alternate")
            if "hreflang" in found
        }

    @property
    def addresses(self) -> list[str]:
        """Everything that the page links to or loads, as it is written."""
        skipped = ("canonical",)
        return [
            found[name]
            for tag, found in self.elements
            for name in ("href", "src")
            if name in found
            and found.get("rel") not in skipped
            and not (found.get("rel") == "alternate" and "hreflang" in found)
        ]


def pages_of(output: Path) -> dict[str, Page]:
    """Every HTML page of a folder by its address, from `/`."""
    found = {}
    for path in sorted(output.rglob("*.html")):
        name = path.relative_to(output).as_posix()
        found["/" + name.removesuffix("index.html")] = Page(path.read_text("utf-8"))
    return found


def broken_addresses(output: Path, base_url: str) -> list[str]:
    """Each address of each page and feed that leads to no file, as `page -> address`; other sites are not asked."""
    base = f"{base_url}/"
    ids = {
        address: {e["id"] for _, e in page.elements if "id" in e}
        for address, page in pages_of(output).items()
    }
    broken = []

    def look(page: str, address: str) -> None:
        full, fragment = urldefrag(urljoin(base_url + page, address))
        if urlsplit(full).netloc != urlsplit(base_url).netloc or urlsplit(full).scheme not in {
            "http",
            "https",
        }:
            return
        path = "/" + unquote(full).removeprefix(base)
        file = output / (path + "index.html" if path.endswith("/") else path).lstrip("/")
        if (
            not full.startswith(base)
            or not file.is_file()
            or (fragment and unquote(fragment) not in ids.get(path, ()))
        ):
            broken.append(f"{page} -> {address}")

    for page, parsed in pages_of(output).items():
        for address in [*parsed.addresses, parsed.canonical, *parsed.hreflang.values()]:
            look(page, address)
        for meta in parsed.all("meta", property="og:image"):
            look(page, meta["content"])
    for feed in sorted(output.rglob("*.xml")):
        page = "/" + feed.relative_to(output).as_posix()
        for address in re.findall(r'(?:href="|<loc>)([^"<]+)', feed.read_text("utf-8")):
            look(page, unescape(address))
    return broken
