"""Terms explained where they are read: under the text for everybody, beside the line on hover, focus and tap."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.small_site import SITE, Page, in_real_dress

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext
    from playwright.sync_api import Page as Tab

LONG = "Words that fill the line until it is full and the next begins, and some more of them. "

TERMS = {
    "content/site.yaml": SITE.replace(", fonts: [own.woff2]", "").replace("facing: no", "facing: yes"),
    "content/terms/zawiya/facts.yaml": (
        "name: {fa: زاویه, ar: زاوية, en: zawiya}\ntransliteration: zāwiya\n"
        "meaning: {fa: گوشه و خانقاه, ar: ركن للعبادة, en: A corner for prayer}\n"
    ),
    "content/terms/later/facts.yaml": "publish: 2030-01-01\nname: {en: Later}\nmeaning: {en: Not yet}\n",
    "content/stories/bridge/en.md": (
        "---\ntitle: The bridge\nsummary: It stands.\nauthor: The editors\n---\n"
        f"{LONG}A [[terms/zawiya|cell]] is by the [[arch]]. {LONG * 4}Under the [[arch|arches]], see [[later]].[^1]\n\n"
        "[^1]: More on the [[zawiya]].\n"
    ),
    "content/stories/bridge/fa.md": (
        "---\ntitle: پل\nsummary: برجاست.\nauthor: سردبیران\n---\n"
        "زیر [[arch|طاق‌ها]] آب می‌رود و [[zawiya]] در کنار است.\n"
    ),
    "content/stories/bridge/ar.md": (
        "---\ntitle: الجسر\nsummary: قائم.\nauthor: المحرّرون\n---\nتحت [[arch|القوس]] ماء.\n"
    ),
    "content/stories/mill/fa.md": "---\ntitle: آسیاب\nsummary: s\nauthor: ن\n---\nآسیاب زیر [[arch]] است.\n",
    "content/people/builder/en.md": "---\nsummary: Built.\n---\nA builder of the [[arch]].\n",
    "content/pages/about/en.md": "---\ntitle: About\nsummary: What this is.\n---\nAbout the [[arch]].\n",
}  # fmt: skip

ARCH = ("Arch", ["طاق", "قوس"], "A curve")
ZAWIYA = ("zawiya", ["زاویه", "زاوية", "zāwiya"], "A corner for prayer")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return in_real_dress(tmp_path_factory.mktemp("glosses"), TERMS)[0]


@pytest.fixture(scope="module")
def address(site: Path, serve_folder: Callable[..., str]) -> str:
    return serve_folder(site)


def read(site: Path, path: str) -> str:
    return (site / path / "index.html").read_text("utf-8")


def glosses(page: str) -> list[tuple[str, list[str], str]]:
    """Of each term that a page explains its name, its other forms and its meaning."""
    found = []
    for entry in re.findall(r'<div class="gloss">(.*?)</div>', page, re.DOTALL):
        name, *forms, meaning = re.findall(r"<(?:a|span|dd)\b[^>]*>(.*?)</(?:a|span|dd)>", entry, re.DOTALL)
        found.append((unescape(name), list(map(unescape, forms)), unescape(meaning)))
    return found


# ---------------------------------------------------------------- under the text


def test_the_terms_of_a_text_stand_under_it_each_once_in_the_order_of_its_alphabet(site: Path) -> None:
    assert glosses(read(site, "en/stories/bridge")) == [ARCH, ZAWIYA]


def test_a_form_that_is_written_as_the_name_is_not_repeated_and_romanised_ones_are_for_latin_letters(
    site: Path,
) -> None:
    assert glosses(read(site, "fa/stories/bridge")) == [
        ("زاویه", ["زاوية", "zawiya"], "گوشه و خانقاه"),
        ("طاق", ["قوس", "Arch"], "خمیده"),
    ]


def test_a_text_that_is_shown_in_another_language_explains_its_words_in_its_own(site: Path) -> None:
    page = read(site, "en/stories/mill")
    assert glosses(page) == [("طاق", ["قوس", "Arch"], "خمیده")]
    section = Page(page[page.index('<section class="glosses"') :])
    assert (section.all("section")[0]["lang"], section.text["h2"]) == ("fa", "واژه‌های این متن")


def test_a_term_without_a_page_is_named_and_not_explained(site: Path) -> None:
    page = read(site, "en/stories/bridge")
    assert '<span class="ref term">Later</span>' in page
    assert "Not yet" not in page


@pytest.mark.parametrize("path", ["en/people/builder", "en/about"])
def test_texts_of_records_and_plain_pages_are_explained_too(site: Path, path: str) -> None:
    assert glosses(read(site, path)) == [ARCH]


def test_two_texts_beside_each_other_are_explained_each_in_its_language(site: Path) -> None:
    page = read(site, "ar/stories/bridge/with/en")
    assert glosses(page) == [("قوس", ["طاق", "Arch"], "منحن"), ARCH, ZAWIYA]


def test_feeds_have_the_text_alone(site: Path) -> None:
    feed = (site / "en/feed.xml").read_text("utf-8")
    assert "Under the" in feed
    assert "A corner for prayer" not in feed


def test_the_list_of_terms_is_a_glossary(site: Path) -> None:
    page = read(site, "en/terms")
    assert glosses(page) == [ARCH, ZAWIYA]
    assert [found["id"] for found in Page(page).all("h2")] == ["letter-a", "letter-z"]


def test_only_pages_with_terms_and_notes_ask_for_the_scripts_of_each(site: Path) -> None:
    def scripts(path: str) -> list[str]:
        asked = [found["src"] for found in Page(read(site, path)).all("script")]
        return [name for name in ("notes", "terms") if any(f"/{name}." in src for src in asked)]

    asked = {
        path: scripts(path) for path in ("en/stories/bridge", "fa/stories/bridge", "fa/about", "en/terms")
    }
    assert asked == {
        "en/stories/bridge": ["notes", "terms"],
        "fa/stories/bridge": ["terms"],
        "fa/about": [],
        "en/terms": [],
    }


# ---------------------------------------------------------------- beside the line


@pytest.fixture
def open_tab(reader: Callable[..., BrowserContext]) -> Callable[..., Tab]:
    """Opens a tab of a window this wide; one of a phone can be touched."""

    def new(width: int, **settings: Any) -> Tab:
        settings = {"reduced_motion": "reduce", "has_touch": width < 600, **settings}
        return reader(width, 740, **settings).new_page()

    return new


SHEET = ".gloss-sheet:popover-open"

PLACES = """(link) => {
  const sheet = document.querySelector(".gloss-sheet").getBoundingClientRect();
  const lines = [...link.getClientRects()];
  return {
    covers: lines.some((line) => line.top < sheet.bottom && line.bottom > sheet.top),
    away: Math.max(sheet.top - lines.at(-1).bottom, lines[0].top - sheet.bottom),
    outside: sheet.left < 0 || sheet.right > innerWidth || sheet.top < 0 || sheet.bottom > innerHeight,
    start: sheet.matches, left: sheet.left - lines.at(-1).left, right: sheet.right - lines.at(-1).right,
  };
}"""


def test_the_first_tap_explains_and_the_second_follows(open_tab: Callable[..., Tab], address: str) -> None:
    tab = open_tab(360)
    tab.goto(f"{address}en/stories/bridge/")
    term = tab.locator("a.term").first
    term.tap()
    words = " ".join(tab.locator(SHEET).inner_text().split())
    assert words == "zawiya زاویه زاوية zāwiya A corner for prayer"
    assert tab.url.endswith("/stories/bridge/")
    term.tap()
    tab.wait_for_url("**/terms/zawiya/")


def test_a_tap_on_another_term_explains_that_one_and_one_on_the_text_closes(
    open_tab: Callable[..., Tab], address: str
) -> None:
    tab = open_tab(360)
    tab.goto(f"{address}en/stories/bridge/")
    for number, name in ((0, "zawiya"), (1, "Arch")):
        tab.locator("a.term").nth(number).tap()
        assert tab.locator(SHEET).get_by_role("link").inner_text() == name
    tab.locator("h1").tap()
    assert tab.locator(SHEET).count() == 0
    assert tab.url.endswith("/stories/bridge/")


@pytest.mark.parametrize("path", ["en/stories/bridge/", "fa/stories/bridge/", "ar/stories/bridge/with/en/"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_sheet_stands_at_its_line_covers_no_part_of_it_and_is_wholly_seen(
    open_tab: Callable[..., Tab], address: str, path: str, width: int
) -> None:
    tab = open_tab(width, has_touch=True)
    tab.goto(address + path)
    terms = tab.locator(".prose a.term")
    for number in range(terms.count()):
        for block in ("start", "center", "end"):  # where in the window the line is
            terms.nth(number).evaluate("(link, block) => link.scrollIntoView({ block })", block)
            terms.nth(number).tap()
            place = terms.nth(number).evaluate(PLACES)
            assert not place["covers"], (number, block)
            assert not place["outside"], (number, block)
            assert 0 <= place["away"] < 20, (number, block)
            tab.keyboard.press("Escape")


@pytest.mark.parametrize(
    ("path", "edge"),
    [("fa/stories/bridge/", "right"), ("en/stories/mill/", "right"), ("en/people/builder/", "left")],
)
def test_the_sheet_begins_where_the_word_does(
    open_tab: Callable[..., Tab], address: str, path: str, edge: str
) -> None:
    tab = open_tab(1280, has_touch=True)
    tab.goto(address + path)
    term = tab.locator(".prose a.term").first
    term.tap()
    assert abs(term.evaluate(PLACES)[edge]) < 1


def test_the_pointer_opens_it_may_walk_onto_it_and_closes_it_by_leaving(
    open_tab: Callable[..., Tab], address: str
) -> None:
    tab = open_tab(1280)
    tab.goto(f"{address}en/stories/bridge/")
    tab.locator("a.term").first.hover()
    tab.locator(SHEET).wait_for()
    tab.locator(SHEET).hover()
    tab.wait_for_timeout(500)
    assert tab.locator(SHEET).is_visible()
    tab.locator("h1").hover()
    tab.locator(".gloss-sheet").wait_for(state="hidden")
    tab.locator("a.term").first.click()
    tab.wait_for_url("**/terms/zawiya/")


def test_the_keyboard_opens_it_hears_it_and_closes_it_without_leaving_the_line(
    open_tab: Callable[..., Tab], address: str
) -> None:
    tab = open_tab(1280)
    tab.goto(f"{address}en/stories/bridge/")
    term = tab.locator("a.term").first
    tab.locator(".prose a").first.focus()
    tab.keyboard.press("Shift+Tab")
    tab.keyboard.press("Tab")
    assert tab.locator(SHEET).is_visible()
    heard = tab.locator(f"[id='{term.get_attribute('aria-describedby')}']")
    assert heard.inner_text() == "A corner for prayer"
    tab.keyboard.press("Escape")
    assert tab.locator(SHEET).count() == 0
    assert term.evaluate("(link) => link === document.activeElement")
    tab.keyboard.press("Tab")
    assert tab.locator(SHEET).get_by_role("link").inner_text() == "Arch"
    assert tab.locator("a.term").nth(1).evaluate("(link) => link === document.activeElement")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/terms/arch/")


def test_each_side_of_two_texts_is_explained_in_its_own_language(
    open_tab: Callable[..., Tab], address: str
) -> None:
    tab = open_tab(360)
    tab.goto(f"{address}ar/stories/bridge/with/en/")
    for code, meaning in (("ar", "منحن"), ("en", "A curve")):
        tab.locator(f".prose[lang='{code}'] a.term[href*='arch']").first.tap()
        sheet = tab.locator(SHEET)
        assert sheet.locator("dd").inner_text() == meaning
        assert (
            sheet.evaluate("(sheet) => getComputedStyle(sheet).direction") == {"ar": "rtl", "en": "ltr"}[code]
        )


def test_without_a_script_a_term_is_a_link_and_the_list_is_there(
    open_tab: Callable[..., Tab], address: str
) -> None:
    tab = open_tab(360, java_script_enabled=False)
    tab.goto(f"{address}en/stories/bridge/")
    assert tab.get_by_text("A corner for prayer").is_visible()
    tab.locator("a.term").first.tap()
    tab.wait_for_url("**/terms/zawiya/")
