"""How a reader likes to read, in a real browser: remembered, there from the first paint, never in the way."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from tests.small_site import real_site

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext
    from playwright.sync_api import Page as Tab

CODES = ("fa", "ar", "en")
KINDS_OF_PAGE = (
    "",
    "stories/nasir-khusraw/",
    "stories/nasir-khusraw/with/{other}/",
    "people/",
    "people/ibn-sina/",
    "search/",
)
OTHER = {"fa": "en", "ar": "fa", "en": "ar"}

LIGHT, DARK = "rgb(250, 246, 238)", "rgb(15, 20, 32)"
"""The paper and the night of the house."""

GROUND = "getComputedStyle(document.body).backgroundColor"
SIZE = "parseFloat(getComputedStyle(document.querySelector('.prose p')).fontSize)"
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

FIRST_FRAME = """
new MutationObserver((_, watcher) => {
  if (!document.body) return;
  watcher.disconnect();
  requestAnimationFrame(() => {
    window.firstFrame = [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).fontSize];
  });
}).observe(document, { childList: true, subtree: true });
"""
"""Notes what the page looks like in the first frame that is painted with anything in it."""

SEEN = "new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(window.firstFrame), 50)))"
PAINTED = (
    "new Promise((done) => new PerformanceObserver((list) => done(list.getEntries()[0].startTime))"
    ".observe({ type: 'paint', buffered: true }))"
)


@pytest.fixture(scope="module")
def address(serve_folder: Callable[..., str]) -> str:
    return serve_folder(real_site()[0])


def choose(tab: Tab, name: str, value: str) -> None:
    """Choose something as a reader does, with the pointer."""
    menu = tab.locator("details.preferences")
    if menu.get_attribute("open") is None:
        menu.locator("summary").click()
    tab.locator(f'label:has(input[name="{name}"][value="{value}"])').click()


# ---------------------------------------------------------------- light and dark


def test_a_choice_goes_before_the_system_and_can_be_given_back_to_it(
    reader: Callable[..., BrowserContext], address: str
) -> None:
    tab = reader(color_scheme="light").new_page()
    tab.goto(f"{address}en/stories/tatreez/")
    assert tab.evaluate(GROUND) == LIGHT
    choose(tab, "scheme", "dark")
    assert tab.evaluate(GROUND) == DARK
    choose(tab, "scheme", "light")
    tab.emulate_media(color_scheme="dark")
    assert tab.evaluate(GROUND) == LIGHT
    choose(tab, "scheme", "")
    assert tab.evaluate(GROUND) == DARK
    assert tab.locator("html").get_attribute("data-scheme") is None


def test_a_dark_page_has_the_same_colours_by_choice_as_by_the_system(
    reader: Callable[..., BrowserContext], address: str
) -> None:
    names = (
        "paper",
        "ink",
        "lapis",
        "turquoise",
        "madder",
        "indigo",
        "saffron",
        "soft",
        "rule",
        "voice-text",
    )
    asked = (
        f"{list(names)}.map((name) => getComputedStyle(document.body).getPropertyValue('--' + name).trim())"
    )
    colours = []
    for scheme, chosen in (("dark", ""), ("light", "dark")):
        tab = reader(color_scheme=scheme).new_page()
        tab.goto(f"{address}fa/stories/tatreez/")
        choose(tab, "scheme", chosen)
        colours.append(tab.evaluate(asked))
    assert colours[0] == colours[1]
    assert all(colours[0])


def test_what_the_browser_itself_paints_follows_the_choice(
    reader: Callable[..., BrowserContext], address: str
) -> None:
    tab = reader(color_scheme="light").new_page()
    tab.goto(f"{address}en/")
    in_force = (
        "[...document.querySelectorAll('meta[name=theme-color]')]"
        ".filter((meta) => matchMedia(meta.media).matches).map((meta) => meta.content)"
    )
    said = "document.querySelector('meta[name=color-scheme]').content"
    assert (tab.evaluate(in_force), tab.evaluate(said)) == (["#faf6ee"], "light dark")
    choose(tab, "scheme", "dark")
    assert (tab.evaluate(in_force), tab.evaluate(said)) == (["#0f1420"], "dark")
    assert tab.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
    choose(tab, "scheme", "")
    assert (tab.evaluate(in_force), tab.evaluate(said)) == (["#faf6ee"], "light dark")


def test_paper_is_white_whatever_was_chosen(reader: Callable[..., BrowserContext], address: str) -> None:
    tab = reader(color_scheme="light").new_page()
    tab.goto(f"{address}en/stories/tatreez/")
    choose(tab, "scheme", "dark")
    choose(tab, "size", "5")
    tab.emulate_media(media="print")
    assert tab.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert tab.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--size')") == "1"


# ---------------------------------------------------------------- remembered


@pytest.mark.parametrize("code", CODES)
def test_a_choice_holds_on_every_page_from_the_first_paint(
    reader: Callable[..., BrowserContext], address: str, code: str
) -> None:
    context = reader(color_scheme="light")
    tab = context.new_page()
    tab.goto(f"{address}{code}/stories/tatreez/")
    usual = tab.evaluate("getComputedStyle(document.body).fontSize")
    choose(tab, "scheme", "dark")
    choose(tab, "size", "4")
    large = tab.evaluate("getComputedStyle(document.body).fontSize")
    assert float(large[:-2]) > 1.25 * float(usual[:-2])
    context.add_init_script(FIRST_FRAME)
    for rest in KINDS_OF_PAGE:
        tab.goto(f"{address}{code}/{rest.format(other=OTHER[code])}")
        assert tab.evaluate(SEEN) == [DARK, large], rest
    for rest in ("", "404.html"):  # the pages in several languages
        tab.goto(address + rest)
        assert tab.evaluate(SEEN)[0] == DARK, rest


def test_a_page_waits_for_the_choice_before_it_is_painted(
    reader: Callable[..., BrowserContext], address: str
) -> None:
    context = reader(color_scheme="light")
    tab = context.new_page()
    tab.goto(f"{address}en/")
    choose(tab, "scheme", "dark")

    def slowly(route: Any) -> None:
        time.sleep(0.4)
        route.continue_()

    tab.route("**/preferences.*.js", slowly)
    context.add_init_script(FIRST_FRAME)
    tab.goto(f"{address}en/stories/tatreez/")
    there = (
        "performance.getEntriesByType('resource').find((one) => one.name.includes('preferences')).responseEnd"
    )
    assert tab.evaluate(there) > 300
    assert tab.evaluate(PAINTED) >= tab.evaluate(there)
    assert tab.evaluate(SEEN)[0] == DARK


def test_another_tab_follows(reader: Callable[..., BrowserContext], address: str) -> None:
    from playwright.sync_api import expect

    context = reader(color_scheme="light")
    one, other = context.new_page(), context.new_page()
    for tab in (one, other):
        tab.goto(f"{address}en/")
    choose(one, "scheme", "dark")
    expect(other.locator("html")).to_have_attribute("data-scheme", "dark")
    assert other.evaluate(GROUND) == DARK
    other.locator("details.preferences summary").click()
    assert other.locator('input[name="scheme"][value="dark"]').is_checked()


@pytest.mark.parametrize("kept", ["no JSON", "7", "null", '{"scheme": "<b>", "size": ["5"], "width": 3}'])
def test_what_is_kept_and_makes_no_sense_is_as_if_nothing_were_kept(
    reader: Callable[..., BrowserContext], address: str, kept: str
) -> None:
    context = reader(color_scheme="light")
    context.add_init_script(f"localStorage.setItem('warraq.preferences', {kept!r})")
    tab = context.new_page()
    faults: list[str] = []
    tab.on("pageerror", lambda error: faults.append(str(error)))
    tab.goto(f"{address}en/")
    attributes = tab.evaluate("Object.keys(document.documentElement.dataset)")
    assert {"size", "width", "scheme"}.isdisjoint(attributes)
    assert "script" in attributes
    choose(tab, "scheme", "dark")
    assert tab.evaluate(GROUND) == DARK
    assert faults == []


def test_where_nothing_may_be_kept_a_choice_holds_for_the_page(
    reader: Callable[..., BrowserContext], address: str
) -> None:
    context = reader(color_scheme="light")
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"
    )
    tab = context.new_page()
    faults: list[str] = []
    tab.on("pageerror", lambda error: faults.append(str(error)))
    tab.goto(f"{address}en/")
    choose(tab, "scheme", "dark")
    assert tab.evaluate(GROUND) == DARK
    assert faults == []


# ---------------------------------------------------------------- the control


def test_without_javascript_there_is_nothing_to_choose_and_the_system_is_followed(
    reader: Callable[..., BrowserContext], address: str
) -> None:
    for scheme, ground in (("light", LIGHT), ("dark", DARK)):
        tab = reader(java_script_enabled=False, color_scheme=scheme).new_page()
        tab.goto(f"{address}fa/stories/tatreez/")
        assert not tab.locator("details.preferences").is_visible()
        assert tab.evaluate(GROUND) == ground


NAMES = {
    "fa": ("تنظیمات خواندن", "اندازهٔ متن", "درشت‌ترین", "پهنای سطر", "روشن یا تیره", "تیره"),
    "ar": ("إعدادات القراءة", "حجم النصّ", "الأكبر", "عرض السطر", "فاتح أو داكن", "داكن"),
    "en": ("Reading settings", "Text size", "Largest", "Line width", "Light or dark", "Dark"),
}


@pytest.mark.parametrize("code", CODES)
def test_each_choice_has_its_name_in_the_language_of_the_page(
    reader: Callable[..., BrowserContext], address: str, code: str
) -> None:
    tab = reader().new_page()
    tab.goto(f"{address}{code}/stories/tatreez/")
    opener, size, largest, width, scheme, dark = NAMES[code]
    tab.locator("summary", has_text=opener).click()
    assert tab.get_by_role("group", name=width).get_by_role("radio").count() == 3
    assert tab.get_by_role("group", name=size).get_by_role("radio").count() == 5
    assert tab.get_by_role("group", name=size).get_by_role("radio", name=largest, exact=True).count() == 1
    assert tab.get_by_role("group", name=scheme).get_by_role("radio", name=dark, exact=True).is_visible()


def test_the_keyboard_opens_chooses_and_comes_back(
    reader: Callable[..., BrowserContext], address: str
) -> None:
    tab = reader(color_scheme="light").new_page()
    tab.goto(f"{address}en/stories/tatreez/")
    focused = "document.activeElement.name || document.activeElement.localName"
    tab.locator("a.masthead-search").focus()
    tab.keyboard.press("Tab")
    assert tab.evaluate(focused) == "summary"
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    assert tab.evaluate(focused) == "size"
    assert tab.evaluate("document.activeElement.value") == "", (
        "the choice that holds is where the keys arrive"
    )
    usual = tab.evaluate(SIZE)
    tab.keyboard.press("ArrowRight")
    assert tab.evaluate(SIZE) > usual
    tab.keyboard.press("Tab")
    tab.keyboard.press("Tab")
    assert tab.evaluate(focused) == "scheme"
    tab.keyboard.press("Escape")
    assert tab.evaluate(focused) == "summary"
    assert not tab.locator(".preferences-panel").is_visible()


def test_the_sheet_closes_when_the_reader_turns_to_something_else(
    reader: Callable[..., BrowserContext], address: str
) -> None:
    tab = reader().new_page()
    tab.goto(f"{address}en/stories/tatreez/")
    sheet, opener = tab.locator(".preferences-panel"), tab.locator("details.preferences summary")
    opener.click()
    assert sheet.is_visible()
    tab.mouse.click(20, 700)
    assert not sheet.is_visible()
    opener.click()
    tab.locator("nav.languages a").first.focus()
    assert not sheet.is_visible()


@pytest.mark.parametrize("code", CODES)
def test_text_grows_step_by_step_and_the_reader_s_own_font_size_counts(
    reader: Callable[..., BrowserContext], address: str, code: str
) -> None:
    tab = reader().new_page()
    tab.goto(f"{address}{code}/stories/tatreez/")
    sizes = []
    for step in ("1", "", "3", "4", "5"):
        choose(tab, "size", step)
        sizes.append(tab.evaluate(SIZE))
    assert sizes == sorted(set(sizes))
    tab.evaluate("document.documentElement.style.fontSize = '200%'")  # as a setting of the browser does
    assert tab.evaluate(SIZE) > 1.8 * sizes[-1]


@pytest.mark.parametrize("code", CODES)
def test_lines_grow_wider_on_a_desk(reader: Callable[..., BrowserContext], address: str, code: str) -> None:
    tab = reader().new_page()
    tab.goto(f"{address}{code}/stories/tatreez/")
    widths = []
    for width in ("narrow", "", "wide"):
        choose(tab, "width", width)
        widths.append(tab.evaluate("document.querySelector('.prose').getBoundingClientRect().width"))
    assert widths == sorted(set(widths))


def test_a_telephone_has_no_width_to_choose(reader: Callable[..., BrowserContext], address: str) -> None:
    tab = reader(390, 844).new_page()
    tab.goto(f"{address}fa/stories/tatreez/")
    tab.locator("details.preferences summary").click()
    assert tab.locator(".preferences-size").is_visible()
    assert not tab.locator(".preferences-width").is_visible()


@pytest.mark.parametrize("code", CODES)
def test_the_largest_text_fits_the_smallest_window_and_so_does_the_sheet(
    reader: Callable[..., BrowserContext], address: str, code: str
) -> None:
    context = reader(320, 640)
    context.add_init_script("localStorage.setItem('warraq.preferences', JSON.stringify({ size: '5' }))")
    tab = context.new_page()
    for rest in KINDS_OF_PAGE:
        tab.goto(f"{address}{code}/{rest.format(other=OTHER[code])}")
        assert tab.evaluate(OVERFLOW) <= 0, rest
        tab.locator("details.preferences summary").click()
        box = tab.locator(".preferences-panel").bounding_box()
        assert box
        assert box["x"] >= 0, rest
        assert box["x"] + box["width"] <= 320, rest
