"""The timeline: a list that says everything, a picture beside it, and on a large site a page for each century."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.small_site import (
    REPOSITORY,
    Page,
    broken_addresses,
    built,
    draw_once,
    in_real_dress,
    pages_of,
    real_site,
    small_site,
    tree,
)
from warraq.plan import timeline_choice

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext
    from playwright.sync_api import Page as Tab

CODES = ("fa", "ar", "en")
BASE = "https://small.example"


@pytest.fixture(autouse=True)
def _quick_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    draw_once(monkeypatch)


def named(words: str) -> str:
    return f"name: {{fa: {words}, ar: {words}, en: {words}}}\n"


def milestone(id: str, when: str, more: str = "") -> dict[str, str]:
    facts = f"{named(id)}when: {when}\nsources: [chronicle]\n{more}"
    return {f"content/milestones/{id}/facts.yaml": facts}


def source(site: Path, address: str) -> str:
    return (site / address.lstrip("/") / "index.html").read_text("utf-8")


def rows(html: str) -> list[str]:
    """The lines of the list in their order: date and name."""
    found = re.findall(r"<li[^>]*><bdi>(.*?)</bdi> <span><a [^>]*>(.*?)</a>", html)
    return [f"{when}: {name}" for when, name in found]


# ---------------------------------------------------------------- the list


def test_the_list_is_in_the_order_of_time_under_the_centuries_that_all_readers_share(tmp_path: Path) -> None:
    site, report = in_real_dress(
        tmp_path,
        {
            **milestone("flood", "1712"),
            **milestone("plague", "630 AH"),
            **milestone("comet", "12th century"),
            "content/stories/mill/facts.yaml": (
                "original: fa\nregion: isfahan\npublished: 2026-01-01\nwhen: 1700/1720\n"
            ),
            "content/journeys/east/facts.yaml": f"{named('East')}begins: 1711\nends: 1713\n",
        },
    )
    assert report.ok
    html = source(site, "/en/timeline/")
    assert rows(html) == [
        "12th century: comet",
        "630 AH / 1232–1233 CE: plague",
        "b. 1599: Builder",
        "1700–1720: آسیاب",
        "1711–1713: East",
        "1712: flood",
    ]
    assert re.findall(r'<h2 id="(c\d+)">', html) == ["c12", "c13", "c16", "c17", "c18"]
    assert broken_addresses(site, BASE) == []


def test_a_reader_gets_dates_and_years_in_the_calendars_of_the_language(tmp_path: Path) -> None:
    site, _ = in_real_dress(tmp_path, milestone("flood", "1921-03-22"))
    assert "۱۹۲۱" in source(site, "/fa/timeline/"), "the digits of the language"
    years = {
        code: re.search(r'<g class="times-years".*?</g>', source(site, f"/{code}/timeline/"))
        for code in CODES
    }
    shown = {code: re.findall(r"<text[^>]*>([^<]+)<", found[0]) for code, found in years.items() if found}
    assert {"۱۰۰۰ ش", "۱۱۰۰ ش", "۱۲۰۰ ش"} < set(shown["fa"]), (
        "its settings name the Solar Hijri calendar alone"
    )
    assert {"١٦٠٠ م", "١٧٠٠ م"} < set(shown["ar"])
    assert {"1600", "1700", "1800", "1900", "Today"} < set(shown["en"])


def test_what_a_milestone_tells_already_is_not_told_again(tmp_path: Path) -> None:
    site, _ = in_real_dress(
        tmp_path,
        {
            **milestone("opening", "1833", "institutions: [press]\nworks: [psalter]\npeople: [builder]\n"),
            "content/institutions/press/facts.yaml": f"{named('Press')}type: press\nfounded: 1833\n",
            "content/works/psalter/facts.yaml": f"{named('Psalter')}type: book\ndate: 1838\n",
        },
    )
    told = [row.partition(": ")[2] for row in rows(source(site, "/en/timeline/"))]
    assert told == ["Builder", "opening", "Psalter"], (
        "of the same date the press, of another the book; people stay"
    )


def test_nothing_dated_means_no_timeline_and_no_link_to_one(tmp_path: Path) -> None:
    site, _ = in_real_dress(tmp_path, {"content/people/builder/facts.yaml": named("Builder")})
    assert not (site / "en/timeline").exists()
    assert all("timeline/" not in path.read_text("utf-8") for path in site.rglob("*.html"))


def test_home_and_people_lead_to_their_century(tmp_path: Path) -> None:
    site, _ = in_real_dress(tmp_path, milestone("flood", "1712"))
    assert '<h3><a href="timeline/#c18">18th century</a></h3>' in source(site, "/en/")
    assert 'href="../../timeline/#c16"' in source(site, "/en/people/builder/")


def test_every_dated_record_of_the_site_is_told_in_each_language() -> None:
    site = real_site()[0]
    for code in CODES:
        html = source(site, f"/{code}/timeline/")
        linked = set(re.findall(r'<span><a href="\.\./([\w-]+/[^"/]+)/"', html))
        lacking = [key for key in dated_records() if key not in linked and not is_told(key)]
        assert lacking == []
        drawn = set(re.findall(r'<svg class="times".*?</svg>', html, re.DOTALL)[0].split('<a href="../')[1:])
        assert {found.partition('/"')[0] for found in drawn} <= linked, (
            "the list says all that the picture says"
        )


FIELDS = "when|starts|begins|date|founded|born|active|died"


def dated_records() -> list[str]:
    found = []
    for path in sorted((REPOSITORY / "content").glob("*/*/facts.yaml")):
        facts = path.read_text("utf-8")
        if re.search(rf"^(?:{FIELDS}):", facts, re.MULTILINE) and not re.search(
            "^draft: yes", facts, re.MULTILINE
        ):
            found.append(f"{path.parts[-3]}/{path.parts[-2]}")
    return found


def is_told(key: str) -> bool:
    """Whether a milestone names the record in its facts."""
    id = key.partition("/")[2]
    facts = (path.read_text("utf-8") for path in (REPOSITORY / "content/milestones").glob("*/facts.yaml"))
    return any(re.search(rf"\b{re.escape(id)}\b", text) for text in facts)


# ---------------------------------------------------------------- a large site


@pytest.fixture
def in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A timeline in pages of three with pictures of four: Builder of 1599, and milestones of two centuries."""
    monkeypatch.setattr(timeline_choice, "LISTED", 3)
    monkeypatch.setattr(timeline_choice, "DRAWN", 4)
    files = {}
    for year in range(1701, 1708):
        files |= milestone(f"in-{year}", str(year), "people: [builder]\n" if year == 1707 else "")
    return in_real_dress(tmp_path, {**files, **milestone("in-1801", "1801")})[0]


def test_where_much_is_dated_each_century_has_pages_of_its_own_with_all_of_it(in_parts: Path) -> None:
    pages = ["18/", "18/page/2/", "18/page/3/"]
    shown = [[row[:4] for row in rows(source(in_parts, f"/en/timeline/{page}"))] for page in pages]
    assert shown == [["1701", "1702", "1703"], ["1704", "1705", "1706"], ["1707"]]
    assert [row[:7] for row in rows(source(in_parts, "/en/timeline/16/"))] == ["b. 1599"]
    assert not (in_parts / "en/timeline/18/page/4").exists()
    assert broken_addresses(in_parts, BASE) == []
    second = Page(source(in_parts, "/fa/timeline/18/page/2/"))
    assert second.hreflang["en"] == f"{BASE}/en/timeline/18/page/2/"
    assert f"<loc>{BASE}/ar/timeline/18/page/3/</loc>" in (in_parts / "sitemap.xml").read_text("utf-8")


def test_its_first_page_shows_of_each_century_in_turn_the_most_important_and_says_so(in_parts: Path) -> None:
    html = source(in_parts, "/en/timeline/")
    assert [row.partition(": ")[2] for row in rows(html)] == ["Builder", "in-1701", "in-1702", "in-1801"]
    assert "Of 9 things with a date you see 4" in html
    assert '<a href="18/">All 7 of this century</a>' in html


def test_a_century_before_the_era_has_an_address_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline_choice, "LISTED", 1)
    site, report = in_real_dress(tmp_path, milestone("founding", "480 BCE"))
    assert report.ok
    assert rows(source(site, "/en/timeline/5-bce/")) == ["480 BCE: founding"]
    assert broken_addresses(site, BASE) == []


def test_a_page_stays_light_however_much_is_dated(tmp_path: Path) -> None:
    names = "واقعه‌ای تاریخی با نامی نسبتاً بلند که در تصویر هم جا می‌گیرد"
    files = {}
    for number in range(400):
        facts = (
            f"name: {{fa: {names} {number}, ar: {names} {number}, en: A dated fact of history {number}}}\n"
        )
        region = ("isfahan", "bridge", "palestine")[number % 3]
        facts += f"when: {1100 + number * 2}~\nregion: {region}\nsources: [chronicle]\n"
        files[f"content/milestones/a-dated-fact-of-history-{number}/facts.yaml"] = facts
    site, _ = in_real_dress(tmp_path, files)
    heavy = {
        path.relative_to(site).as_posix(): path.stat().st_size
        for path in site.glob("*/timeline/**/index.html")
        if path.stat().st_size > 100_000
    }
    assert heavy == {}
    assert (site / "fa/timeline/12/index.html").is_file()


def test_a_century_that_is_left_loses_its_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline_choice, "LISTED", 1)
    folders = small_site(tmp_path, {**milestone("flood", "1712"), **milestone("fire", "1812")})
    built(folders)
    assert (folders.output / "en/timeline/19/index.html").is_file()
    facts = tmp_path / "content/milestones/fire/facts.yaml"
    facts.write_text(facts.read_text("utf-8").replace("1812", "1912"), "utf-8")
    built(folders)
    assert not (folders.output / "en/timeline/19").exists()
    assert (folders.output / "en/timeline/20/index.html").is_file()


# ---------------------------------------------------------------- today


def test_the_picture_ends_with_the_year_of_the_build_and_no_page_knows_the_day(tmp_path: Path) -> None:
    folders = small_site(tmp_path, milestone("flood", "1712"))
    built(folders, today=datetime.date(2026, 3, 20))
    before = tree(folders.output)
    assert built(folders, today=datetime.date(2026, 12, 31)).rendered == 0
    assert tree(folders.output) == before
    assert built(folders, today=datetime.date(2027, 1, 1)).rendered == 3, (
        "in each language the timeline alone"
    )


# ---------------------------------------------------------------- in a browser


@pytest.fixture(scope="module")
def address(serve_folder: Callable[..., str]) -> str:
    return serve_folder(real_site()[0])


@pytest.fixture
def open_tab(reader: Callable[..., BrowserContext]) -> Callable[..., Tab]:
    """Opens a tab of a window this wide; no script runs in it unless that is asked for."""

    def new(width: int, **settings: Any) -> Tab:
        settings = {"java_script_enabled": False, "reduced_motion": "reduce", **settings}
        return reader(width, **settings).new_page()

    return new


BOXES = """Array.from(document.querySelectorAll(".times a > text, .times-shore"), text => {
    const box = text.getBoundingClientRect();
    return [text.textContent, box.left, box.right, box.top, box.bottom];
})"""


@pytest.mark.parametrize("width", [360, 768, 1280])
@pytest.mark.parametrize("code", CODES)
def test_no_name_in_the_picture_lies_on_another_one(
    open_tab: Callable[..., Tab], address: str, code: str, width: int
) -> None:
    tab = open_tab(width)
    tab.goto(f"{address}{code}/timeline/")
    tab.evaluate("document.fonts.ready")
    boxes = tab.evaluate(BOXES)
    assert len(boxes) > 50
    # A line of letters is lower than its box, which has room for marks above and below.
    overlapping = [
        (one[0], other[0])
        for one, other in combinations(boxes, 2)
        if min(one[2], other[2]) - max(one[1], other[1]) > 0.5
        and abs((one[3] + one[4]) / 2 - (other[3] + other[4]) / 2) < 14
    ]
    assert overlapping == []
    edges = tab.locator(".times").bounding_box()
    assert edges
    outside = [b[0] for b in boxes if b[1] < edges["x"] - 1 or b[2] > edges["x"] + edges["width"] + 1]
    assert outside == []


@pytest.mark.parametrize(("code", "begins"), [("fa", "right"), ("ar", "right"), ("en", "left")])
def test_time_runs_as_the_page_is_read_and_a_small_window_begins_at_its_beginning(
    open_tab: Callable[..., Tab], address: str, code: str, begins: str
) -> None:
    tab = open_tab(390)
    tab.goto(f"{address}{code}/timeline/")
    window = tab.locator(".times-window").bounding_box()
    first = tab.locator(".times-shore").first.bounding_box()
    assert window
    assert first
    side = "right" if first["x"] + first["width"] / 2 > window["x"] + window["width"] / 2 else "left"
    assert side == begins
    assert window["x"] <= first["x"] <= window["x"] + window["width"] - first["width"], (
        "seen without scrolling"
    )
    assert tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_who_comes_by_keys_can_pass_the_picture_or_go_through_it(
    open_tab: Callable[..., Tab], address: str
) -> None:
    tab = open_tab(1280)
    tab.goto(f"{address}en/timeline/")
    skip = tab.locator(".times-figure .skip")
    skip.focus()
    box = skip.bounding_box()
    assert box
    assert box["width"] > 100, "seen when it is reached"
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.className") == "times-window"
    tab.keyboard.press("Tab")
    first = tab.evaluate("document.activeElement.querySelector('title').textContent")
    tab.keyboard.press("Tab")
    second = tab.evaluate("document.activeElement.querySelector('title').textContent")
    assert first != second
    assert tab.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    skip.press("Enter")
    tab.keyboard.press("Tab")
    assert tab.evaluate("!!document.activeElement.closest('.times-list')")


def test_the_list_can_be_read_without_styles(open_tab: Callable[..., Tab], address: str) -> None:
    tab = open_tab(1280)
    tab.route("**/*.css", lambda route: route.abort())
    tab.goto(f"{address}fa/timeline/")
    text = tab.locator("#c17").locator("..").inner_text()
    assert re.search(r"۱۶۳۸ م.*چاپ مزامیر به ارمنی در جلفای نو\s+اصفهان", text)


def test_on_paper_the_picture_fits_the_sheet(open_tab: Callable[..., Tab], address: str) -> None:
    tab = open_tab(640)
    tab.emulate_media(media="print")
    tab.goto(f"{address}ar/timeline/")
    picture, sheet = tab.locator(".times").bounding_box(), tab.locator(".timeline").bounding_box()
    assert picture
    assert sheet
    assert picture["width"] < sheet["width"] + 80
    listed, drawn = tab.locator(".times-list").bounding_box(), tab.locator(".times-figure").bounding_box()
    assert listed
    assert drawn
    assert listed["y"] < drawn["y"], "the list comes first"


def test_who_has_forced_colours_sees_names_and_bars_in_them(
    open_tab: Callable[..., Tab], address: str
) -> None:
    tab = open_tab(1280, forced_colors="active")
    tab.goto(f"{address}en/timeline/")
    name, page = tab.locator(".times a text").first, tab.locator("body")
    seen = name.evaluate("text => getComputedStyle(text).fill")
    assert seen != page.evaluate("body => getComputedStyle(body).backgroundColor")


def test_every_page_that_is_made_of_the_timeline_has_ids_of_its_own() -> None:
    pages = pages_of(real_site()[0])
    for code in CODES:
        ids = [
            attributes["id"] for _, attributes in pages[f"/{code}/timeline/"].elements if "id" in attributes
        ]
        assert len(ids) == len(set(ids))
