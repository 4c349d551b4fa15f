"""Pairs of what readers type and what is written, and a site that has a record for everything that is written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from tests.small_site import REPOSITORY, SITE, in_real_dress

CASES = REPOSITORY / "tests" / "search" / "cases"

PLAIN_SITE = SITE.replace(", fonts: [own.woff2]", "") + "pictures: {share_images: no}\n"


class Pair(NamedTuple):
    """A query, and the text or the names of the record that it must find."""

    code: str
    query: str
    written: str


def pairs(name: str) -> list[Pair]:
    """All pairs of a file."""
    lines = (CASES / name).read_text("utf-8").splitlines()
    return [
        Pair(*(part.strip() for part in line.split("|")))
        for line in lines
        if line and not line.startswith("#")
    ]


def title_of(number: int) -> str:
    """A title that no query of the pairs can mean."""
    return f"Z{number:03}z"


def site_of(root: Path, written: list[str]) -> Path:
    """The output of a site with a record for each text, and for each line of names between semicolons."""
    files: dict[str, str | bytes] = {"content/site.yaml": PLAIN_SITE}
    for number, text in enumerate(written):
        names = text.split(" ; ")
        facts = {"name": {"en": title_of(number)}, "meaning": {"en": "x"}}
        if len(names) > 1:
            facts["aliases"] = names  # type: ignore[assignment]
        else:
            for code in ("fa", "ar", "en"):
                files[f"content/terms/t{number}/{code}.md"] = f"---\nsummary: x\n---\n{text}\n"
        files[f"content/terms/t{number}/facts.yaml"] = json.dumps(facts, ensure_ascii=False)
    output, report = in_real_dress(root, files)
    assert report.written, report.diagnostics
    return output
