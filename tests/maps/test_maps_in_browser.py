"""The maps of the real site in a real browser, with the faces that it really serves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.maps.test_sheets import synthetic
from tests.small_site import in_real_dress, real_site

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext
    from playwright.sync_api import Page as Tab

CODES = ("fa", "ar", "en")
WIDTHS = (360, 1280)

CROWDED = """
() => {
  const inside = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  const found = [];
  for (const map of document.querySelectorAll('svg.map')) {
    const sheet = map.getBoundingClientRect();
    if (!sheet.width) continue;
    const labels = [...map.querySelectorAll('text')].map(text => [text.textContent, text.getBoundingClientRect()]);
    labels.forEach(([name, box], number) => {
      // The box of a text is as high as its face; the letters in it are what must not meet.
      const low = box.height * 0.17;
      const ink = {left: box.left, right: box.right, top: box.top + low, bottom: box.bottom - low};
      labels[number].push(ink);
      if (box.left < sheet.left - 1 || box.right > sheet.right + 1) found.push(name + ' leaves the sheet');
      for (const dot of map.querySelectorAll('circle')) {
        const round = dot.getBoundingClientRect(), r = round.width / 2;
        const x = round.left + r, y = round.top + r;
        const away = Math.hypot(Math.max(ink.left - x, 0, x - ink.right), Math.max(ink.top - y, 0, y - ink.bottom));
        if (away < r - 0.5) found.push(name + ' lies on a dot');
      }
    });
    labels.forEach(([name, , ink], number) => labels.slice(number + 1).forEach(([other, , beside]) => {
      if (inside(ink, beside)) found.push(name + ' lies on ' + other);
    }));
  }
  return found;
}
"""


@pytest.fixture(scope="module")
def address(serve_folder: Callable[..., str]) -> str:
    return serve_folder(real_site()[0])


@pytest.fixture
def open_tab(reader: Callable[..., BrowserContext]) -> Callable[..., Tab]:
    """Opens an address in a window this wide."""

    def new(url: str, width: int, **settings: Any) -> Tab:
        tab = reader(width, **settings).new_page()
        tab.goto(url)
        return tab

    return new


def with_fonts(tab: Tab) -> Tab:
    tab.evaluate("document.fonts.ready")
    assert tab.evaluate("[...document.fonts].some(face => face.status == 'loaded')")
    return tab


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("code", CODES)
def test_no_label_lies_on_another_or_on_a_dot(address, open_tab, code, width) -> None:
    tab = with_fonts(open_tab(f"{address}{code}/map/", width))
    assert tab.locator("svg.map:visible").count() == 2
    assert tab.locator("svg.map:visible text").count() > 15
    assert tab.evaluate(CROWDED) == []
    for page in ("", "places/isfahan/", "places/hebron/", "journeys/nasir-khusraw-1046/"):
        tab.goto(f"{address}{code}/{page}")
        with_fonts(tab)
        assert tab.locator("svg.map:visible text").count() > 0
        assert tab.evaluate(CROWDED) == []


def test_labels_of_three_hundred_places_do_not_meet(tmp_path: Path, serve_folder, open_tab) -> None:
    places = {
        f"content/places/{spot.key}/facts.yaml": (
            f"name: {{fa: {spot.name}, en: Town {number}}}\ncoordinates: [{spot.latitude}, {spot.longitude}]\n"
        )
        for number, spot in enumerate(synthetic(300, 25, 44, 39, 63))
    }
    output, report = in_real_dress(tmp_path, places)
    assert report.ok
    address = serve_folder(output)
    for code, width in (("fa", 360), ("fa", 1280), ("en", 360)):
        tab = with_fonts(open_tab(f"{address}{code}/map/", width))
        assert tab.evaluate(CROWDED) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_words_on_a_map_are_large_enough_to_read(address, open_tab, width) -> None:
    for code in CODES:
        tab = with_fonts(open_tab(f"{address}{code}/map/", width))
        sizes = tab.evaluate(
            """() => [...document.querySelectorAll('svg.map')].filter(map => map.getBoundingClientRect().width)
              .flatMap(map => [...map.querySelectorAll('a text')].map(text =>
                parseFloat(getComputedStyle(text).fontSize) * map.getScreenCTM().a))"""
        )
        assert min(sizes) >= 10.5


def test_a_map_needs_no_script(address, open_tab) -> None:
    tab = open_tab(f"{address}fa/map/", 360, java_script_enabled=False)
    dot = tab.locator(".atlas-tall .map-spots a").first
    assert dot.is_visible()
    dot.click()
    assert "/fa/places/" in tab.url


def test_dots_are_reached_by_keyboard_and_say_what_they_are(address, open_tab) -> None:
    tab = with_fonts(open_tab(f"{address}en/map/", 1280))
    link = tab.locator(".atlas-wide").get_by_role("link", name="Isfahan:")
    link.focus()
    assert link.locator("circle").evaluate("dot => getComputedStyle(dot).strokeWidth") == "5px"
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/en/places/isfahan/")


def test_a_printed_map_is_the_wide_one(address, open_tab) -> None:
    tab = open_tab(f"{address}ar/map/", 360)
    tab.emulate_media(media="print")
    assert tab.locator(".atlas-wide svg").is_visible()
    assert not tab.locator(".atlas-tall svg").is_visible()


def test_land_is_lighter_than_the_sea_by_day_and_apart_from_it_by_night(address, open_tab) -> None:
    for scheme in ("light", "dark"):
        tab = open_tab(f"{address}fa/map/", 1280, color_scheme=scheme)
        fills = tab.evaluate(
            "['rect.map-sea', '.map-land'].map(name => getComputedStyle(document.querySelector(name)).fill)"
        )
        assert fills[0] != fills[1]
