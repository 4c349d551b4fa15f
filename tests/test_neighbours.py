"""What comes before and after a page: stories as they are read, what has a date in the order of time."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.small_site import in_real_dress

if TYPE_CHECKING:
    from playwright.sync_api import Browser

STORY = "original: en\nregion: bridge\npublished: 2026-02-0{day}\n"
JOURNEY = "name: {{fa: سفر {n}, ar: رحلة {n}, en: Journey {n}}}\n"

FILES = {
    f"content/stories/of-day-{day}/{name}": text
    for day in (1, 2, 3)
    for name, text in {
        "facts.yaml": STORY.format(day=day),
        **dict.fromkeys(
            ("en.md", "fa.md"), f"---\ntitle: Day {day}\nsummary: S.\n---\nIt was the day {day}.\n"
        ),
    }.items()
} | {
    "content/journeys/late/facts.yaml": JOURNEY.format(n=3) + "begins: 1500\n",
    "content/journeys/early/facts.yaml": JOURNEY.format(n=1) + "begins: 1046\nends: 1052\n",
    "content/journeys/between/facts.yaml": JOURNEY.format(n=2) + "begins: 1200\n",
    "content/journeys/never/facts.yaml": JOURNEY.format(n=4),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder, report = in_real_dress(tmp_path_factory.mktemp("neighbours"), FILES)
    assert report.ok
    return folder


def steps(folder: Path, address: str) -> dict[str, str]:
    """Where the links to what comes before and after lead, by their relation."""
    html = (folder / address / "index.html").read_text("utf-8")
    found = re.findall(r'<a [^>]*href="([^"]+)" rel="(prev|next)"', html)
    return {relation: href for href, relation in found}


def test_a_story_leads_to_the_one_after_it_and_back_to_the_one_before(folder: Path) -> None:
    # The newest is read first; the small site has two of January.
    assert steps(folder, "en/stories/of-day-3") == {"next": "../of-day-2/"}
    assert steps(folder, "en/stories/of-day-2") == {"prev": "../of-day-3/", "next": "../of-day-1/"}
    assert steps(folder, "fa/stories/of-day-1") == {"prev": "../of-day-2/", "next": "../bridge/"}


def test_the_last_story_leads_round_to_the_first(folder: Path) -> None:
    assert steps(folder, "en/stories/mill") == {"prev": "../bridge/", "next": "../of-day-3/"}


def test_of_two_stories_each_has_one_neighbour(tmp_path: Path) -> None:
    folder, _ = in_real_dress(tmp_path)
    assert steps(folder, "en/stories/bridge") == {"next": "../mill/"}
    assert steps(folder, "en/stories/mill") == {"next": "../bridge/"}


def test_journeys_stand_in_time_and_do_not_go_round(folder: Path) -> None:
    assert steps(folder, "ar/journeys/early") == {"next": "../between/"}
    assert steps(folder, "ar/journeys/between") == {"prev": "../early/", "next": "../late/"}
    assert steps(folder, "ar/journeys/late") == {"prev": "../between/"}


def test_what_has_no_date_or_stands_in_an_alphabet_has_no_neighbours(folder: Path) -> None:
    assert steps(folder, "en/journeys/never") == {}
    assert steps(folder, "en/people/builder") == {}


@pytest.mark.parametrize("code", ["fa", "en"])
def test_what_came_before_stands_where_lines_begin(
    browser: Browser, serve_folder: Callable[..., str], folder: Path, code: str
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{serve_folder(folder)}{code}/journeys/between/")
    middle = {}
    for relation in ("prev", "next"):
        box = tab.locator(f'nav.neighbours a[rel="{relation}"] .neighbour-name').bounding_box()
        assert box
        middle[relation] = box["x"] + box["width"] / 2
    assert (middle["prev"] < 640 < middle["next"]) == (code == "en")
    assert (middle["prev"] > 640 > middle["next"]) == (code == "fa")
    context.close()
