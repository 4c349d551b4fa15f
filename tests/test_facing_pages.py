"""Two languages side by side in a real browser: sides, rows, light, phones, paper; and what machines are told."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.small_site import SITE, Page, built, codes, real_site, small_site

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext
    from playwright.sync_api import Page as Tab

DIRECTION = {"fa": "rtl", "ar": "rtl", "en": "ltr"}
PAIRS = list(permutations(DIRECTION, 2))


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


def read(path: str) -> Page:
    return Page((real_site()[0] / path / "index.html").read_text("utf-8"))


def boxes(tab: Tab, row: str) -> list[dict[str, float]]:
    """Where the two sides of a row are."""
    found = [side.bounding_box() for side in tab.locator(f"{row} > .side").all()]
    return [box for box in found if box]  # type: ignore[misc]


# ---------------------------------------------------------------- what machines are told


@pytest.mark.parametrize(("code", "other"), PAIRS)
def test_the_page_speaks_the_language_of_its_address_and_each_side_its_own(code: str, other: str) -> None:
    page = read(f"{code}/stories/tatreez/with/{other}")
    assert page.html["lang"] == code
    sides = [(name, found) for name, found in page.elements if "side" in found.get("class", "").split()]
    assert {found["lang"] for _, found in sides} == {code, other}
    assert all(found["dir"] == DIRECTION[found["lang"]] for _, found in sides)
    assert page.all("a", hreflang=other)[0]["href"].endswith(f"{other}/stories/tatreez/with/{code}/")


def test_search_engines_are_led_to_the_story_and_hear_of_no_second_one() -> None:
    page = read("fa/stories/tatreez/with/ar")
    assert page.canonical == "https://bridges.example/fa/stories/tatreez/"
    assert page.hreflang == {}
    assert "/with/" not in (real_site()[0] / "sitemap.xml").read_text("utf-8")


@pytest.mark.parametrize(("code", "other"), PAIRS)
def test_no_id_is_on_the_page_twice_and_every_link_within_it_leads_somewhere(code: str, other: str) -> None:
    page = read(f"{code}/stories/tatreez/with/{other}")
    ids = [found["id"] for _, found in page.elements if "id" in found]
    assert len(ids) == len(set(ids))
    targets = {found["href"][1:] for found in page.all("a") if found.get("href", "").startswith("#")}
    assert {f"{code}-fn-1", f"{other}-fn-1", "p-1"} <= targets <= set(ids)


def test_a_story_leads_to_the_pages_where_it_stands_beside_its_other_texts() -> None:
    hrefs = [found["href"] for found in read("fa/stories/tatreez").all("a") if "with/" in found["href"]]
    assert hrefs == ["with/ar/", "with/en/"]


def test_the_first_words_of_a_story_are_words_and_no_anchor(tmp_path: Path) -> None:
    text = "---\ntitle: The bridge\nsummary: s\n---\n<!-- = water -->\n\nWater was here before.\n"
    folders = small_site(tmp_path, {"content/stories/bridge/en.md": text})
    built(folders)
    before = (folders.output / "en/stories/mill/index.html").read_text("utf-8")
    assert "Water was here before" in before
    assert "water --" not in before


def test_a_site_can_do_without_these_pages_and_then_hears_nothing_of_them(tmp_path: Path) -> None:
    longer = {"content/stories/bridge/en.md": "---\ntitle: t\nsummary: s\nauthor: a\n---\nOne.\n\nTwo.\n"}
    for setting in ("yes", "no"):
        settings = {"content/site.yaml": SITE.replace("facing: no", f"facing: {setting}")}
        folders = small_site(tmp_path / setting, {**longer, **settings})
        report = built(folders)
        assert ("C312" in codes(report)) == (setting == "yes")
        assert any(folders.output.rglob("with")) == (setting == "yes")


# ---------------------------------------------------------------- on a desk


@pytest.mark.parametrize(("code", "other"), PAIRS)
def test_what_runs_from_the_right_stands_at_the_right_and_rows_begin_together(
    open_tab: Callable[..., Tab], address: str, code: str, other: str
) -> None:
    tab = open_tab(1280)
    tab.goto(f"{address}{code}/stories/tatreez/with/{other}/")
    for row in ("#p-1", "#p-3", ".facing-heading"):
        own, guest = boxes(tab, row)[:2]
        assert (own["x"] > guest["x"]) == (DIRECTION[code] == "rtl"), row
        assert own["width"] == guest["width"]
        assert abs(own["x"] - guest["x"]) > own["width"], "there is a gutter"
    assert tab.evaluate("document.documentElement.scrollWidth") <= 1280


BASELINES = """row => [...document.querySelectorAll(`${row} > .side > :first-child`)].map(words => {
  const mark = document.createElement('span');
  mark.style.cssText = 'display: inline-block; inline-size: 0; block-size: 0';
  words.prepend(mark);
  const bottom = mark.getBoundingClientRect().bottom;
  mark.remove();
  return bottom;
})"""


@pytest.mark.parametrize(("code", "other"), PAIRS)
def test_the_first_lines_of_a_row_stand_on_one_line_and_so_do_those_after_them(
    open_tab: Callable[..., Tab], address: str, code: str, other: str
) -> None:
    tab = open_tab(1280, java_script_enabled=True)
    tab.goto(f"{address}{code}/stories/tatreez/with/{other}/")
    tab.evaluate("document.fonts.ready.then(() => true)")
    for row in ("#p-1", "#p-2", "#p-3", ".facing-heading"):
        first, second = tab.evaluate(BASELINES, row)[:2]
        assert abs(first - second) <= 1, row
    heights = tab.evaluate(
        "[...document.querySelectorAll('#p-3 > .side > p')].map(p => getComputedStyle(p).lineHeight)"
    )
    assert len(set(heights)) == 1, heights


def test_each_side_is_set_in_the_face_of_its_own_language(open_tab: Callable[..., Tab], address: str) -> None:
    tab = open_tab(1280, java_script_enabled=True)
    for code, other in PAIRS:
        tab.goto(f"{address}{code}/stories/tatreez/with/{other}/")
        faces = tab.evaluate(
            "[...document.querySelectorAll('#p-3 > .side')].map(s => getComputedStyle(s).fontFamily.split(',')[0])"
        )
        names = {"fa": '"Warraq Persian"', "ar": '"Warraq Arabic"', "en": '"Warraq Latin"'}
        assert faces == [names[code], names[other]]


# ---------------------------------------------------------------- light


def shade(tab: Tab, row: str) -> str:
    return str(tab.evaluate("row => getComputedStyle(document.querySelector(row)).backgroundColor", row))


@pytest.mark.parametrize("width", [360, 1280])
def test_a_tap_on_either_text_lights_both(open_tab: Callable[..., Tab], address: str, width: int) -> None:
    tab = open_tab(width, has_touch=True)
    tab.goto(f"{address}fa/stories/tatreez/with/en/")
    dark = shade(tab, "#p-3")
    for number, side in ((3, 0), (4, 1)):
        tab.locator(f"#p-{number} > .side").nth(side).locator("p").first.tap(position={"x": 5, "y": 5})
        assert shade(tab, f"#p-{number}") != dark
    assert shade(tab, "#p-3") == dark, "one at a time"


def test_the_keyboard_lights_one_row_after_the_other_and_gives_each_an_address(
    open_tab: Callable[..., Tab], address: str
) -> None:
    tab = open_tab(1280)
    page = f"{address}en/stories/tatreez/with/fa/"
    tab.goto(page)
    dark = shade(tab, "#p-3")
    number = tab.locator("#p-3 > .facing-number")
    number.focus()
    assert shade(tab, "#p-3") != dark
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"{page}#p-3")
    assert shade(tab, "#p-3") != dark
    tab.goto(f"{page}#p-4")
    assert shade(tab, "#p-4") != dark


def test_a_row_is_no_stop_of_the_tab_key_but_its_number_is(
    open_tab: Callable[..., Tab], address: str
) -> None:
    tab = open_tab(1280)
    tab.goto(f"{address}en/stories/tatreez/with/fa/")
    tab.locator("#p-1 > .facing-number").focus()
    stops = []
    for _ in range(12):
        tab.keyboard.press("Tab")
        stops.append(tab.evaluate("document.activeElement.className"))
    assert "facing-number" in stops
    assert not any("facing-row" in stop for stop in stops)


# ---------------------------------------------------------------- on a phone, and on paper


@pytest.mark.parametrize(("code", "other"), PAIRS)
def test_on_a_phone_the_texts_alternate_the_reader_s_own_first(
    open_tab: Callable[..., Tab], address: str, code: str, other: str
) -> None:
    tab = open_tab(360)
    tab.goto(f"{address}{code}/stories/tatreez/with/{other}/")
    before = 0.0
    for row in ("#p-1", "#p-2", "#p-3"):
        own, guest = boxes(tab, row)
        assert before <= own["y"] < own["y"] + own["height"] <= guest["y"], row
        before = guest["y"] + guest["height"]
    rules = tab.evaluate(
        "[...document.querySelectorAll('#p-3 > .side')].map(s => getComputedStyle(s).borderInlineStartWidth)"
    )
    assert rules[0] == "0px" != rules[1], "only the other text has a rule at its side"
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("width", [320, 360, 700, 768, 1024])
@pytest.mark.parametrize("story", ["nasir-khusraw", "pen-and-brush", "ibn-sina-isfahan"])
def test_nothing_is_wider_than_the_window(
    open_tab: Callable[..., Tab], address: str, story: str, width: int
) -> None:
    tab = open_tab(width)
    for code, other in (("fa", "en"), ("ar", "fa"), ("en", "ar")):
        tab.goto(f"{address}{code}/stories/{story}/with/{other}/")
        assert tab.evaluate("document.documentElement.scrollWidth") <= width


def test_on_paper_the_texts_stand_beside_each_other(open_tab: Callable[..., Tab], address: str) -> None:
    tab = open_tab(640)
    tab.goto(f"{address}fa/stories/tatreez/with/en/")
    tab.emulate_media(media="print")
    own, guest = boxes(tab, "#p-3")
    assert own["x"] > guest["x"] + guest["width"]
    assert own["width"] == guest["width"]


@pytest.mark.parametrize("row", ["#p-3 > .facing-number"])
def test_a_number_is_large_enough_for_a_thumb(open_tab: Callable[..., Tab], address: str, row: str) -> None:
    for width in (360, 1280):
        tab = open_tab(width)
        tab.goto(f"{address}ar/stories/tatreez/with/en/")
        box = tab.locator(row).bounding_box()
        assert box
        assert box["width"] >= 24
        assert box["height"] >= 24


def test_the_page_brings_no_script_but_those_of_its_readers_notes_and_terms() -> None:
    for path in Path(real_site()[0]).glob("*/stories/*/with/*/index.html"):
        scripts = re.findall(
            r'<script src="[^"]*/(\w+)\.\w+\.js"(?: defer)?></script>', path.read_text("utf-8")
        )
        assert len(scripts) == path.read_text("utf-8").count("<script")
        assert set(scripts) <= {"preferences", "notes", "terms"}
