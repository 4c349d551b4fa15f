"""Sites for the tests of indexes, in the project's own dress, and what their lists hold."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from urllib.parse import urljoin

from tests.small_site import REPOSITORY, SITE, TODAY, Page, folders_in, write
from warraq.build import Options, build

BASE = "https://small.example"

PLAIN = (
    SITE.replace("home: {lead: bridge}\n", "").replace(", fonts: [own.woff2]", "")
    + "pictures: {share_images: no}\n"
)
"""The settings of a site that shows no story first and has no pictures to share."""


def dressed(root: Path, files: Mapping[str, str], today: datetime.date = TODAY) -> Path:
    """The output of a site of these files alone, in the project's own dress."""
    for name, content in files.items():
        write(root / name, content)
    theme = {
        "templates": REPOSITORY / "templates",
        "assets": REPOSITORY / "assets",
        "catalogs": REPOSITORY / "i18n",
    }
    folders = replace(folders_in(root), **theme)
    report = build(folders, Options(today=today))
    assert report.ok, report.diagnostics
    return folders.output


def entries_of(address: str, page: Page, code: str) -> set[str]:
    """The keys of the records that are the entries of a list."""
    links = page.all("a", **{"class": "entry-name"})
    return {urljoin(address, a["href"]).removeprefix(f"/{code}/").rstrip("/") for a in links}
