"""The desk in a real browser: it follows every save where it is, calmly, and remembers what an editor has chosen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.previewing import previewed_site, save
from tests.small_site import draw_once, small_site

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

Reader = Callable[..., "BrowserContext"]

LONG = "\n\n".join(f"Passage {number} of the story." for number in range(1, 120))


@pytest.fixture(autouse=True)
def _quick_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    draw_once(monkeypatch)


def until(page: Page, expression: str) -> None:
    """Wait until an expression is true in a page whose policy lets no other script wait in it."""
    for _ in range(80):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never so: {expression}")


def story(title: str, body: str) -> str:
    return f"---\ntitle: {title}\nsummary: It stands.\nauthor: The editors\n---\n{body}\n"


def in_three_languages(body: str) -> dict[str, str]:
    return {f"content/stories/bridge/{code}.md": story(f"Bridge {code}", body) for code in ("fa", "ar", "en")}


def test_a_save_changes_its_frame_and_no_other_and_all_stay_where_they_were(
    tmp_path: Path, reader: Reader
) -> None:
    folders = small_site(tmp_path, in_three_languages(LONG))
    with previewed_site(folders) as address, reader() as context:
        page = context.new_page()
        page.goto(address + "@desk/stories/bridge/")
        page.locator("iframe.shown").nth(2).wait_for()
        page.evaluate("window.mark = 'the desk itself is not loaded anew'")
        page.evaluate("""() => {
          document.getElementById('together').click();
          document.querySelector('#telling-fa iframe').contentWindow.scrollTo(0, 900);
          document.querySelector('#telling-en iframe').contentWindow.scrollTo(0, 700);
          document.querySelector('#telling-en iframe').mark = 'untouched';
        }""")
        save(folders.content / "stories/bridge/fa.md", story("Bridge fa", LONG + "\n\nOne more passage."))
        page.frame_locator("#telling-fa iframe.shown").get_by_text("One more passage.").first.wait_for(
            timeout=4000
        )
        until(page, "document.querySelectorAll('#telling-fa iframe').length === 1")
        assert page.evaluate("document.querySelector('#telling-fa iframe').contentWindow.scrollY") == 900
        assert page.evaluate("document.querySelector('#telling-en iframe').contentWindow.scrollY") == 700
        assert page.evaluate("document.querySelector('#telling-en iframe').mark") == "untouched"
        assert page.evaluate("window.mark") == "the desk itself is not loaded anew"


def test_a_mistake_changes_what_is_said_and_nothing_else(tmp_path: Path, reader: Reader) -> None:
    folders = small_site(tmp_path, in_three_languages("It is old."))
    with previewed_site(folders) as address, reader() as context:
        desk, page = context.new_page(), context.new_page()
        desk.goto(address + "@desk/stories/bridge/")
        page.goto(address + "en/people/builder/")
        page.locator("#desk").wait_for()
        for tab in (desk, page):
            tab.evaluate("window.mark = 'not loaded anew'")
            tab.wait_for_timeout(200)  # the greeting of the socket
        save(folders.content / "stories/bridge/en.md", story("Bridge en", "Over the [[rivre]]."))
        desk.get_by_text("On this page: 1 error").wait_for(timeout=4000)
        assert desk.get_by_text("There is no record called").is_visible()
        page.get_by_text("You see the last good page.").locator("visible=true").last.wait_for(timeout=4000)
        assert page.get_by_role("heading", name="Builder").first.is_visible()
        assert page.get_by_text("content/stories/bridge/en.md:6:10").is_visible()
        for tab in (desk, page):
            assert tab.evaluate("window.mark") == "not loaded anew"
            assert "Something needs mending" in tab.locator("[role=status]").inner_text()

        save(folders.content / "stories/bridge/en.md", story("Bridge en", "It is old."))
        desk.get_by_text("On this page:").wait_for(state="detached", timeout=4000)
        page.get_by_text("content/stories/bridge/en.md").wait_for(state="detached", timeout=4000)


def test_a_language_that_is_hidden_stays_hidden_and_one_is_always_left(
    tmp_path: Path, reader: Reader
) -> None:
    with previewed_site(small_site(tmp_path)) as address, reader() as context:
        page = context.new_page()
        page.goto(address + "@desk/stories/bridge/")
        button = {name: page.get_by_role("button", name=name) for name in ("فارسی", "العربية", "English")}
        button["العربية"].click()
        assert not page.locator("#telling-ar").is_visible()
        page.goto(address + "@desk/people/builder/")
        assert not page.locator("#telling-ar").is_visible()
        assert button["العربية"].get_attribute("aria-pressed") == "false"
        button["English"].click()
        button["فارسی"].click()
        assert page.locator("#telling-fa").is_visible()
        button["العربية"].click()
        assert page.locator("#telling-ar").is_visible()


def test_texts_scroll_together_passage_by_passage(tmp_path: Path, reader: Reader) -> None:
    files = in_three_languages(LONG)
    files["content/stories/bridge/fa.md"] = story(
        "Bridge fa", LONG.replace("of the story", "of" + " the story" * 30)
    )
    with previewed_site(small_site(tmp_path, files)) as address, reader() as context:
        page = context.new_page()
        page.goto(address + "@desk/stories/bridge/")
        page.locator("iframe.shown").nth(2).wait_for()
        page.evaluate("document.querySelector('#telling-en iframe').contentWindow.scrollTo(0, 1500)")
        until(page, "document.querySelector('#telling-fa iframe').contentWindow.scrollY > 2500")
        assert page.evaluate("document.querySelector('#telling-ar iframe').contentWindow.scrollY") > 1000


def test_one_key_leads_from_a_page_to_its_desk_and_back(tmp_path: Path, reader: Reader) -> None:
    with previewed_site(small_site(tmp_path)) as address, reader() as context:
        page = context.new_page()
        page.goto(address + "en/stories/bridge/")
        page.locator("#desk").wait_for()
        page.keyboard.press("F2")
        page.wait_for_url("**/@desk/stories/bridge/")
        page.keyboard.press("F2")
        page.wait_for_url("**/en/stories/bridge/")
        page.keyboard.press("F2")
        page.wait_for_url("**/@desk/stories/bridge/")
        page.locator("iframe.shown").nth(2).wait_for()
        page.frame_locator("#telling-ar iframe").locator("h1").click()
        page.keyboard.press("F2")
        page.wait_for_url("**/ar/stories/bridge/")
        assert page.locator("#desk").is_visible(), "the page has its own bar again"


def test_a_link_in_a_frame_moves_the_desk_to_where_it_leads(tmp_path: Path, reader: Reader) -> None:
    with previewed_site(small_site(tmp_path)) as address, reader() as context:
        page = context.new_page()
        page.goto(address + "@desk/stories/bridge/")
        page.locator("iframe.shown").nth(2).wait_for()
        page.frame_locator("#telling-en iframe").get_by_role("link", name="Builder").first.click()
        page.wait_for_url("**/@desk/people/builder/")
        shown = page.locator("#telling-en iframe.shown")
        shown.wait_for()
        assert "/people/builder/" in (shown.get_attribute("src") or ""), "the frame shows it too"


def test_in_a_narrow_window_the_texts_stand_below_each_other(tmp_path: Path, reader: Reader) -> None:
    with previewed_site(small_site(tmp_path)) as address, reader(width=390) as context:
        page = context.new_page()
        page.goto(address + "@desk/stories/bridge/")
        boxes = [page.locator(f"#telling-{code}").bounding_box() for code in ("fa", "ar", "en")]
        assert all(box and box["width"] == 390 and box["height"] >= 380 for box in boxes)
        assert page.evaluate("document.documentElement.scrollWidth") == 390
