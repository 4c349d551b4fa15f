"""Small worlds for tests: a site written from the strings that a test shows, and a theme that prints outlines.

The theme prints what is in a page's view as plain lines, so that a test reads what a page says and leads to,
whatever the real templates make of it.
"""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Mapping
from pathlib import Path

from tests.photographs import FILES
from tests.small_site import folders_in
from warraq.build import Folders, Options, Report, build
from warraq.lang.catalogs import Catalog
from warraq.model.kinds import KINDS
from warraq.render.theme import read_catalog
from warraq.report.speech import Speaker

CATALOGS = Path(__file__).parents[1] / "i18n"

TODAY = datetime.date(2026, 3, 20)
"""The day on which all worlds are built."""

SITE = """\
title: {fa: پل‌ها, ar: جسور, en: Bridges}
tagline: {fa: دو شهر, ar: مدينتان, en: Two cities}
description: {fa: داستان‌های دو شهر, ar: قصص مدينتين, en: Stories of two cities}
base_url: https://bridges.example
languages:
  fa: {name: فارسی, direction: rtl, locale: fa_IR, digits: arabext, calendars: [persian, islamic], fallback: [ar, en]}
  ar: {name: العربية, direction: rtl, locale: ar_PS, digits: arab, calendars: [gregorian, islamic], fallback: [fa, en]}
  en: {name: English, direction: ltr, locale: en_GB, fallback: [fa, ar]}
default_language: en
"""
"""The settings of every world that brings none of its own: three languages, nothing else."""

TEMPLATES = {
    "outline.html": (Path(__file__).parent / "outline" / "page.txt").read_text("utf-8"),
    "files/feed.xml": (Path(__file__).parent / "outline" / "feed.txt").read_text("utf-8"),
    "files/sitemap.xml": (Path(__file__).parent / "outline" / "sitemap.txt").read_text("utf-8"),
    "files/redirect.html": "{{ page.path }} has moved to {{ page.to }} ({{ page.canonical }}): {{ page.title }}\n",
}


def site(root: Path, files: Mapping[str, str | bytes]) -> Folders:
    """The folders of a small site that holds these files, by their paths below the root."""
    pages = {
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
        *(kind.template for kind in KINDS),
        *(kind.name for kind in KINDS),
    }
    theme = {f"templates/pages/{name}.html": '{% extends "outline.html" %}\n' for name in pages - {"pages"}}
    theme |= {f"templates/{name}": source for name, source in TEMPLATES.items()}
    theme |= {"assets/css/page.css": "body { margin: 0 }\n", "i18n/README": "Worlds speak English.\n"}
    for name, content in {"content/site.yaml": SITE, **theme, **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folders_in(root)


def built(folders: Folders, *, drafts: bool = False, check_only: bool = False) -> Report:
    """The report of a build on the day of all worlds."""
    return build(folders, Options(today=TODAY, drafts=drafts, check_only=check_only, proofread=check_only))


def codes(report: Report) -> list[str]:
    """The codes of what the engine said, in its order."""
    return [diagnostic.rule.code for diagnostic in report.diagnostics]


def places(report: Report) -> list[str]:
    """Each message as `code file:line:column`, the folder of the content left out."""
    found = []
    for diagnostic in report.diagnostics:
        span = diagnostic.span
        place = f" {span.file.removeprefix('content/')}:{span.line}:{span.column}" if span else ""
        found.append(f"{diagnostic.rule.code}{place}")
    return found


def speaker(code: str, root: Path) -> Speaker:
    """Who tells the messages in one language, with the real catalogues."""
    return Speaker(Catalog("en", "") if code == "en" else read_catalog(CATALOGS, code, "engine"), root)


def tree(folder: Path) -> dict[str, str]:
    """Every file below a folder as text, by its path; drawings and styles by a name without their fingerprint."""
    found = {}
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        name = path.relative_to(folder).as_posix()
        if name.startswith("assets/"):
            found[re.sub(r"\.([0-9a-f]{10}|[0-9a-f]{6})\.", ".", name)] = ""
        elif not path.name.startswith("."):
            found[name] = path.read_text("utf-8")
    return found


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below a folder byte for byte, the hidden ones too."""
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


# ---------------------------------------------------------------- worlds in one file

_HEADER = re.compile(r"^-- (?P<name>[^()\n]+?)(?: \((?P<encoding>[\w-]+)\))? --\n", re.MULTILINE)


def read_sections(path: Path) -> dict[str, str | bytes]:
    """The parts of a file of the form `-- name --`, text, `-- name --`, text …; what stands before the first is a note.

    A part that is to be saved in another encoding says so: `-- content/a.yaml (utf-16) --`; `crlf` gives it the
    line ends of Windows, and the names in `tests.photographs` make a picture of it.
    """
    text = path.read_text("utf-8")
    headers = list(_HEADER.finditer(text))
    parts: dict[str, str | bytes] = {}
    for number, header in enumerate(headers):
        end = headers[number + 1].start() if number + 1 < len(headers) else len(text)
        content, encoding = text[header.end() : end], header["encoding"]
        if encoding in FILES:
            parts[header["name"]] = FILES[encoding]()
        elif encoding == "crlf":
            parts[header["name"]] = content.replace("\n", "\r\n").encode()
        else:
            parts[header["name"]] = content.encode(encoding) if encoding else content
    return parts


def write_expected(path: Path, expected: Mapping[str, str]) -> None:
    """Replace the parts `expected …` at the end of such a file."""
    text = path.read_text("utf-8")
    world = text.partition("-- expected ")[0]
    path.write_text(
        world + "".join(f"-- expected {name} --\n{said}" for name, said in expected.items()), "utf-8"
    )


def updating() -> bool:
    """Whether expected files are to be written anew, by `WARRAQ_UPDATE_GOLDEN=1`; a human reads the diff."""
    return os.environ.get("WARRAQ_UPDATE_GOLDEN") == "1"
