"""The real site in a real browser: what a reader sees, with and without JavaScript, on a phone and on a desk."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.small_site import real_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Request
    from playwright.sync_api import Page as Tab

CODES = ("fa", "ar", "en")
DIRECTION = {"fa": "rtl", "ar": "rtl", "en": "ltr"}
KINDS_OF_PAGE = {
    "home": "",
    "story": "stories/nasir-khusraw/",
    "list": "people/",
    "person": "people/nasir-khusraw/",
    "place": "places/isfahan/",
    "journey": "journeys/nasir-khusraw-1046/",
}
WIDTHS = {360: 740, 1280: 800}


@pytest.fixture(scope="module")
def address(serve_folder: Callable[..., str]) -> str:
    return serve_folder(real_site()[0])


class Watched:
    """A tab that notes everything that should not happen in it."""

    def __init__(self, context: BrowserContext, origin: str) -> None:
        self.tab: Tab = context.new_page()
        self.faults: list[str] = []
        self.tab.on(
            "console",
            lambda said: self.faults.append(said.text) if said.type in {"error", "warning"} else None,
        )
        self.tab.on("pageerror", lambda error: self.faults.append(str(error)))
        self.tab.on(
            "request", lambda asked: None if asked.url.startswith(origin) else self.faults.append(asked.url)
        )
        self.tab.on("requestfailed", self._failed)

    def _failed(self, asked: Request) -> None:
        if asked.failure != "net::ERR_ABORTED":  # the reader went on before it was there
            self.faults.append(f"{asked.failure}: {asked.url}")

    def open(self, url: str) -> Tab:
        self.faults.clear()
        self.tab.goto(url)
        return self.tab


@pytest.fixture
def open_context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Opens a browser's profile of its own, closed at the end of the test."""
    opened: list[BrowserContext] = []

    def new(width: int = 1280, **settings: Any) -> BrowserContext:
        opened.append(browser.new_context(viewport={"width": width, "height": WIDTHS[width]}, **settings))
        return opened[-1]

    yield new
    for context in opened:
        context.close()


def overflow(tab: Tab) -> int:
    """By how many pixels the page is wider than its window: asked of its layout, since a script may not run."""
    return int(tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


# ---------------------------------------------------------------- every kind of page


@pytest.mark.parametrize(("width", "script"), [(360, False), (360, True), (1280, True)])
@pytest.mark.parametrize("code", CODES)
def test_every_kind_of_page_fits_its_window_and_asks_nobody_else(
    open_context: Callable[..., BrowserContext], address: str, code: str, width: int, script: bool
) -> None:
    watched = Watched(open_context(width, java_script_enabled=script), address)
    for name, rest in KINDS_OF_PAGE.items():
        tab = watched.open(f"{address}{code}/{rest}")
        html = tab.locator("html")
        assert html.get_attribute("lang") == code
        assert html.get_attribute("dir") == DIRECTION[code]
        assert html.get_attribute("data-template") in {name, rest.rstrip("/")}
        assert tab.locator("h1").first.is_visible()
        assert overflow(tab) <= 0, f"{name} at {width}"
        assert watched.faults == [], name


@pytest.mark.parametrize("width", WIDTHS)
def test_gate_and_lost_page_fit_too_and_open_three_doors(
    open_context: Callable[..., BrowserContext], address: str, width: int
) -> None:
    watched = Watched(open_context(width, java_script_enabled=False), address)
    for where in ("", "404.html"):
        tab = watched.open(f"{address}{where}")
        assert overflow(tab) <= 0
        for code in CODES:
            door = tab.locator(f'a[hreflang="{code}"]').first
            assert door.is_visible()
            assert tab.locator(f'[lang="{code}"][dir="{DIRECTION[code]}"]').count()
        assert watched.faults == []


def test_the_gate_leads_into_each_language_without_javascript(
    open_context: Callable[..., BrowserContext], address: str
) -> None:
    tab = open_context(360, java_script_enabled=False).new_page()
    for code in CODES:
        tab.goto(address)
        tab.locator(f'a[hreflang="{code}"]').first.click()
        tab.wait_for_url(f"{address}{code}/")
        assert tab.locator("html").get_attribute("lang") == code


def test_a_lost_reader_finds_style_and_doors_at_any_depth(
    browser: Browser, serve_folder: Callable[..., str], address: str
) -> None:
    context = browser.new_context()
    watched = Watched(context, address)
    answer = watched.tab.goto(f"{address}fa/no/such/page/at/all/")
    assert answer
    assert answer.status == 404
    assert watched.tab.evaluate("document.styleSheets.length") == 1
    assert [fault for fault in watched.faults if "404" not in fault] == []
    watched.tab.locator('a[hreflang="ar"]').first.click()
    watched.tab.wait_for_url(f"{address}ar/")
    context.close()


# ---------------------------------------------------------------- faces


def test_each_script_is_set_in_its_own_face_from_the_site_itself(
    open_context: Callable[..., BrowserContext], address: str
) -> None:
    context = open_context()
    tab = context.new_page()
    session = context.new_cdp_session(tab)
    faces: dict[str, str] = {}
    for code in CODES:
        tab.goto(f"{address}{code}/stories/nasir-khusraw/")
        tab.evaluate("document.fonts.ready.then(() => true)")
        session.send("DOM.enable")
        session.send("CSS.enable")
        root = session.send("DOM.getDocument")["root"]["nodeId"]
        for part in ("h1", "main .prose p"):
            node = session.send("DOM.querySelector", {"nodeId": root, "selector": part})["nodeId"]
            fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
            strangers = [font["familyName"] for font in fonts if not font["isCustomFont"]]
            assert strangers == [], f"{part} in {code}: a face of the reader's machine"
            faces[code] = max(fonts, key=lambda font: font["glyphCount"])["familyName"]
    assert len(set(faces.values())) == 3, faces


# ---------------------------------------------------------------- moving about


def test_the_language_switch_leads_to_the_same_record(
    open_context: Callable[..., BrowserContext], address: str
) -> None:
    tab = open_context().new_page()
    tab.goto(f"{address}fa/people/nasir-khusraw/")
    for code in ("ar", "en", "fa"):
        tab.locator(f'header a[hreflang="{code}"]').click()
        tab.wait_for_url(f"{address}{code}/people/nasir-khusraw/")
        assert tab.locator("html").get_attribute("lang") == code


def test_the_first_key_press_offers_to_skip_to_the_text(
    open_context: Callable[..., BrowserContext], address: str
) -> None:
    tab = open_context().new_page()
    tab.goto(f"{address}fa/stories/tatreez/")
    tab.keyboard.press("Tab")
    skip = tab.locator(":focus")
    assert skip.get_attribute("href") == "#main"
    assert skip.bounding_box()
    assert tab.evaluate(
        "(r => r.top >= 0 && r.left >= 0 && r.right <= innerWidth)(document.activeElement.getBoundingClientRect())"
    )
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id || location.hash") in {"main", "#main"}
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("code", CODES)
def test_a_note_leads_there_and_back(
    open_context: Callable[..., BrowserContext], address: str, code: str
) -> None:
    tab = open_context(360, java_script_enabled=False, reduced_motion="reduce").new_page()
    story = f"{address}{code}/stories/tatreez/"
    tab.goto(story)
    mark = tab.locator('main .prose sup a[href^="#"]').first
    target = mark.get_attribute("href") or ""
    mark.click()
    tab.wait_for_url(f"{story}{target}")
    note = tab.locator(f'[id="{target[1:]}"]')
    assert note.is_visible()
    back = note.locator('a[href^="#"]').first
    home = back.get_attribute("href") or ""
    back.click()
    tab.wait_for_url(f"{story}{home}")
    for _ in range(60):  # a page may take its time to scroll
        place = tab.locator(f'[id="{home[1:]}"]').bounding_box()
        assert place
        if 0 <= place["y"] <= WIDTHS[360]:
            return
        tab.wait_for_timeout(50)
    pytest.fail(f"the reader is {place['y']:.0f} pixels away from where the note was called")


def test_everything_works_below_a_path_and_after_the_folder_was_moved(
    open_context: Callable[..., BrowserContext], serve_folder: Callable[..., str], tmp_path: Path
) -> None:
    moved = tmp_path / "moved"
    shutil.copytree(real_site()[0], moved)
    below = serve_folder(moved, under="/some/where/else/")
    watched = Watched(open_context(), below)
    tab = watched.open(below)
    tab.locator('a[hreflang="en"]').first.click()
    tab.wait_for_url(f"{below}en/")
    tab.goto(f"{below}en/stories/tatreez/")
    assert tab.evaluate("document.styleSheets[0].cssRules.length") > 0
    tab.locator("main .prose a[href*='places/bethlehem']").first.click()
    tab.wait_for_url(f"{below}en/places/bethlehem/")
    assert watched.faults == []


# ---------------------------------------------------------------- light and dark


@pytest.mark.parametrize("rest", ["", "fa/", "en/stories/tatreez/"])
def test_a_reader_who_likes_the_dark_gets_a_dark_page(
    open_context: Callable[..., BrowserContext], address: str, rest: str
) -> None:
    brightness = {}
    for scheme in ("light", "dark"):
        tab = open_context(color_scheme=scheme).new_page()
        tab.goto(address + rest)
        drawn = "getComputedStyle(document.body).backgroundColor"
        if tab.evaluate(drawn) == "rgba(0, 0, 0, 0)":
            drawn = "getComputedStyle(document.documentElement).backgroundColor"
        # A canvas turns whatever notation the colour has into three bytes.
        red, green, blue, _ = tab.evaluate(
            f"(c => {{ c.fillStyle = {drawn}; c.fillRect(0, 0, 1, 1); return [...c.getImageData(0, 0, 1, 1).data] }})"
            "(document.createElement('canvas').getContext('2d'))"
        )
        brightness[scheme] = red + green + blue
    assert brightness["dark"] < 150
    assert brightness["light"] > 600
