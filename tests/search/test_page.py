"""The page of search in a real browser: by typing, by address, by keys, from a folder, and without a script."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.search.pairs import PLAIN_SITE
from tests.small_site import in_real_dress

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Tab

NAMES = "name: {fa: اصفهان, ar: أصفهان, en: Isfahan}\naliases: [Esfahan]\n"

FILES = {
    "content/site.yaml": PLAIN_SITE,
    "content/places/isfahan/facts.yaml": NAMES,
    "content/people/mirror/facts.yaml": "name: {fa: آینه‌دار, ar: المرآة, en: Mirror of Isfahan}\nborn: 1599\n",
    "content/terms/wind/facts.yaml": (
        "name: {fa: بادگیر, ar: ملقف, en: Windcatcher}\n"
        "meaning: {fa: بُرجِ خُنکی در سال ۱۳۲۵, ar: بُرْجٌ لِلْهَوَاءِ, en: A tower}\n"
    ),
}


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site in the project's own dress."""
    folder, report = in_real_dress(tmp_path_factory.mktemp("search"), FILES)
    assert report.written, report.diagnostics
    return folder


@pytest.fixture(scope="module")
def address(serve_folder: Callable[..., str], output: Path) -> str:
    return serve_folder(output)


def titles(tab: Tab) -> list[str]:
    """The titles of the results, once there are some."""
    tab.locator(".result").first.wait_for()
    return [title.strip() for title in tab.locator(".result-title").all_inner_texts()]


def test_results_come_while_one_types_and_the_address_keeps_the_query(browser: Browser, address: str) -> None:
    tab = browser.new_page()
    faults: list[str] = []
    tab.on("pageerror", lambda error: faults.append(str(error)))
    tab.on("console", lambda said: faults.append(said.text) if said.type in {"error", "warning"} else None)
    tab.goto(f"{address}en/search/")
    tab.locator("#q").press_sequentially("isfa")

    assert titles(tab) == ["Isfahan", "Mirror of Isfahan"]
    assert tab.locator(".search-status").inner_text() == "Results: 2"
    assert tab.url.endswith("/en/search/?q=isfa")
    assert faults == []
    tab.locator(".result a").first.click()
    tab.wait_for_url(f"{address}en/places/isfahan/")
    tab.close()


@pytest.mark.parametrize("query", ["Esfahan", "Isfahan", "اصفهان", "أصفهان"])
@pytest.mark.parametrize("code", ["fa", "ar", "en"])
def test_each_spelling_of_a_city_finds_it_first_in_each_language(
    browser: Browser, address: str, code: str, query: str
) -> None:
    tab = browser.new_page()
    tab.goto(f"{address}{code}/search/?q={query}")

    city = {"fa": "اصفهان", "ar": "أصفهان", "en": "Isfahan"}[code]
    assert titles(tab)[0] == city
    assert tab.locator("#q").input_value() == query
    tab.close()


@pytest.mark.parametrize(
    ("code", "query", "marked", "status"),
    [("fa", "خنكي 1325", ["خُنکی", "۱۳۲۵"], "نتیجه‌ها: ۱"), ("ar", "برج", ["بُرْجٌ"], "النتائج: ١")],
)
def test_words_are_marked_as_they_are_written_and_numbers_are_the_readers(
    browser: Browser, address: str, code: str, query: str, marked: list[str], status: str
) -> None:
    tab = browser.new_page()
    tab.goto(f"{address}{code}/search/?q={query}")
    titles(tab)

    assert tab.locator(".result-summary mark").all_inner_texts() == marked
    assert tab.locator(".search-status").inner_text() == status
    assert tab.locator("html").get_attribute("dir") == "rtl"
    tab.close()


def test_a_letter_too_few_is_forgiven_and_said(browser: Browser, address: str) -> None:
    tab = browser.new_page()
    tab.goto(f"{address}en/search/?q=windcather")

    assert titles(tab) == ["Windcatcher"]
    assert "one letter changed" in tab.locator(".search-status").inner_text()
    tab.close()


def test_filters_narrow_the_results_and_stand_in_the_address(browser: Browser, address: str) -> None:
    tab = browser.new_page()
    tab.goto(f"{address}en/search/?q=isfahan")
    titles(tab)
    tab.locator(".search-filters summary").click()
    tab.get_by_role("checkbox", name="People").check()
    tab.locator(".result").nth(1).wait_for(state="detached")

    assert titles(tab) == ["Mirror of Isfahan"]
    assert tab.url.endswith("?q=isfahan&kind=people")
    tab.reload()
    assert titles(tab) == ["Mirror of Isfahan"]
    tab.close()


def test_arrows_lead_through_the_results_and_escape_leads_back(browser: Browser, address: str) -> None:
    tab = browser.new_page()
    tab.goto(f"{address}en/search/?q=isfahan")
    titles(tab)

    def focused() -> str:
        return str(tab.evaluate("document.activeElement.id || document.activeElement.textContent"))

    tab.locator("#q").focus()
    for key, where in (
        ("ArrowDown", "Isfahan"),
        ("ArrowDown", "Mirror of Isfahan"),
        ("ArrowUp", "Isfahan"),
        ("Escape", "q"),
    ):
        tab.keyboard.press(key)
        assert focused() == where
    tab.keyboard.press("Escape")
    tab.locator(".search-found").wait_for(state="hidden")
    assert tab.locator(".browse").is_visible()
    tab.close()


def test_it_works_from_a_folder_too(browser: Browser, output: Path) -> None:
    tab = browser.new_page()
    tab.goto(f"{(output / 'fa/search/index.html').as_uri()}?q=Esfahan")

    assert titles(tab) == ["اصفهان"]
    link = tab.locator(".result a").first.get_attribute("href")
    assert link == "../places/isfahan/"
    tab.close()


def test_without_a_script_the_page_leads_to_the_lists(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{address}fa/")
    tab.locator(".masthead-search").click()

    assert tab.url == f"{address}fa/search/"
    assert not tab.locator("#q").is_visible()
    assert tab.locator(".browse-lists a").count() >= 4
    tab.locator('.browse-lists a[href="../places/"]').click()
    assert tab.url == f"{address}fa/places/"
    context.close()


def test_a_file_that_does_not_come_is_said(browser: Browser, address: str) -> None:
    tab = browser.new_page()
    tab.route("**/w0.*.js", lambda asked: asked.abort())
    tab.goto(f"{address}en/search/?q=isfahan")
    tab.locator(".search-status:not(:empty)").wait_for()

    assert tab.locator(".search-status").inner_text() == "The index could not be read. Please try again."
    tab.close()
