"""What the settings place on the home page, and the pages that introduce a list."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.indexes.worlds import PLAIN, dressed
from tests.small_site import built, small_site

REGIONS = {"east": "isfahan", "west": "palestine", "both": "bridge", "new": "bridge"}


def story(id: str, region: str) -> dict[str, str]:
    """A story of a region, told in English alone."""
    return {
        f"content/stories/{id}/facts.yaml": f"original: en\nregion: {region}\npublished: 2026-01-01\n",
        f"content/stories/{id}/en.md": f"---\ntitle: The {id}\nsummary: Of {id}.\nauthor: The editors\n---\nTold.\n",
    }


HOME = """\
home:
  lead: both
  start: [new]
  pairs:
    - on: {fa: پل‌سازی, ar: بناء الجسور, en: Bridges}
      stories: [west, east]
"""
FILES = {"content/site.yaml": PLAIN + HOME}
for id, region in REGIONS.items():
    FILES |= story(id, region)


def home(output: Path, code: str) -> str:
    return (output / code / "index.html").read_text("utf-8")


def part(page: str, name: str) -> str:
    """The part of a home page that its heading names."""
    return page[page.index(f'aria-labelledby="{name}"') :].split("</section>", maxsplit=1)[0]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return dressed(tmp_path_factory.mktemp("home"), FILES)


@pytest.mark.parametrize(
    ("code", "theme", "order"),
    [
        ("fa", "پل‌سازی", ["east", "west"]),
        ("ar", "بناء الجسور", ["east", "west"]),
        ("en", "Bridges", ["west", "east"]),
    ],
)
def test_the_eastern_story_of_a_pair_is_at_the_right_hand_whatever_the_direction_of_reading(
    site: Path, code: str, theme: str, order: list[str]
) -> None:
    pairs = part(home(site, code), "pairs")
    assert theme in pairs
    assert re.findall(r"card-title.*?stories/(\w+)/", pairs) == order


def test_what_leads_the_home_page_and_its_path_is_not_told_again_on_the_shores(site: Path) -> None:
    page = home(site, "en")
    shores = page[page.index('class="shores-grid"') : page.index('class="start"')]
    assert set(re.findall(r"stories/(\w+)/", shores)) == {"east", "west"}


def test_a_site_whose_one_story_leads_has_no_empty_shores(tmp_path: Path) -> None:
    files = {"content/site.yaml": f"{PLAIN}home: {{lead: both}}\n", **story("both", "bridge")}
    assert "Two shores" not in home(dressed(tmp_path, files), "en")


def test_a_pair_needs_two_stories_that_exist(tmp_path: Path) -> None:
    wrong = {"content/site.yaml": PLAIN + HOME.replace("[west, east]", "[west, esat]")}
    report = built(small_site(tmp_path / "typo", FILES | wrong))
    (fault,) = (found for found in report.diagnostics if found.rule.code == "L201")
    assert fault.span
    assert fault.span.file == "content/site.yaml"
    alone = {"content/site.yaml": PLAIN + HOME.replace("[west, east]", "[west]")}
    assert not built(small_site(tmp_path / "alone", FILES | alone)).ok


INTRODUCTION = {
    "content/pages/what/facts.yaml": "menu: none\nintroduces: events\n",
    "content/pages/what/en.md": "---\ntitle: What we record\nsummary: Of events.\n---\nEvents.\n",
}


def test_a_list_leads_to_the_page_that_introduces_it_and_follows_its_title(tmp_path: Path) -> None:
    output = dressed(tmp_path, FILES | INTRODUCTION)
    events, gifts = output / "en/events/index.html", output / "en/gifts/index.html"
    assert '<p class="list-guide"><a href="../what/">What we record</a></p>' in events.read_text("utf-8")
    assert "list-guide" not in gifts.read_text("utf-8")

    text = tmp_path / "content/pages/what/en.md"
    text.write_text(text.read_text("utf-8").replace("What we record", "How to propose"), "utf-8")
    dressed_again = dressed(tmp_path, {})
    assert ">How to propose</a>" in (dressed_again / "en/events/index.html").read_text("utf-8")

    (tmp_path / "content/pages/what/facts.yaml").write_text("introduces: gifts\n", "utf-8")
    dressed(tmp_path, {})
    assert "list-guide" not in events.read_text("utf-8")
    assert "list-guide" in gifts.read_text("utf-8")
