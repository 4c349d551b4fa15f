"""Pages on paper: what is left out, what is added, and that a browser makes sheets of A4 of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.small_site import SITE, in_real_dress

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Tab

TEXT = """\
---
title: {title}
summary: s
author: a
---
An [[arch]] and [an archive](https://archive.example/a?b=c).[^1]

## Heading

{long}

[^1]: A note.
"""
STORIES = {
    "content/site.yaml": SITE.replace(", fonts: [own.woff2]", ""),
    "content/stories/bridge/facts.yaml": (
        "original: en\nregion: bridge\npublished: 2026-01-02\npeople: [builder]\nsources: [chronicle]\n"
    ),
    "content/sources/chronicle/facts.yaml": (
        "type: web-page\ntitle: Chronicle\nlanguage: en\nurl: https://chronicle.example/page\n"
    ),
    **{
        f"content/stories/bridge/{code}.md": TEXT.format(title=title, long=f"{words} " * 700)
        for code, title, words in (
            ("fa", "پل", "واژه‌ها"),
            ("ar", "الجسر", "كلمات"),
            ("en", "The bridge", "words"),
        )
    },
}
A4 = (594.96, 841.92)
"""Its sides in points."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, serve_folder: Callable[..., str]) -> str:
    site: Path = in_real_dress(tmp_path_factory.mktemp("paper"), STORIES)[0]
    return serve_folder(site)


@pytest.fixture
def tab(browser: Browser) -> Iterator[Tab]:
    context = browser.new_context(java_script_enabled=False, color_scheme="dark")
    yield context.new_page()
    context.close()


def style(tab: Tab, selector: str, name: str, part: str | None = None) -> str:
    """A property of the first such element, or of what stands before or after its words."""
    found: str = tab.locator(selector).first.evaluate(
        "(element, [name, part]) => getComputedStyle(element, part)[name]", [name, part]
    )
    return found


def on_paper(tab: Tab, url: str) -> Tab:
    tab.goto(url)
    tab.emulate_media(media="print")
    return tab


@pytest.mark.parametrize("code", ["fa", "ar", "en"])
def test_paper_has_the_text_its_notes_words_sources_and_how_to_cite_it_and_no_way_to_go_on(
    tab: Tab, address: str, code: str
) -> None:
    on_paper(tab, f"{address}{code}/stories/bridge/")
    for kept in (
        "h1",
        ".prose p",
        ".notes li",
        ".glosses dd",
        ".sources .source",
        ".citation-line",
        ".address",
    ):
        assert tab.locator(kept).first.is_visible(), kept
    for left_out in (
        "nav",
        ".masthead-search",
        ".crumbs",
        ".back",
        ".keep-share",
        ".keep details",
        ".catchword",
    ):
        assert not any(found.is_visible() for found in tab.locator(left_out).all()), left_out


@pytest.mark.parametrize("code", ["fa", "en"])
def test_links_to_other_sites_and_sources_give_their_address_from_left_to_right(
    tab: Tab, address: str, code: str
) -> None:
    on_paper(tab, f"{address}{code}/stories/bridge/")
    assert style(tab, ".prose a.external", "content", "::after") == '" <https://archive.example/a?b=c>"'
    assert style(tab, ".source", "content", "::after") == '" https://chronicle.example/page"'
    for added in (".prose a.external", ".source"):
        assert style(tab, added, "direction", "::after") == "ltr"
        assert style(tab, added, "unicodeBidi", "::after") == "isolate"
    assert style(tab, ".prose a.ref", "content", "::after") in {"none", "normal"}


def test_a_page_that_is_no_story_gives_its_own_address_at_its_foot(tab: Tab, address: str) -> None:
    on_paper(tab, f"{address}en/people/builder/")
    assert tab.locator(".foot-address").inner_text() == "https://small.example/en/people/builder/"
    on_paper(tab, f"{address}fa/stories/bridge/")
    assert not tab.locator(".foot-address").is_visible(), "a story gives it in its citation"


def test_paper_is_white_and_its_ink_black_for_a_reader_who_likes_the_dark(tab: Tab, address: str) -> None:
    on_paper(tab, f"{address}fa/stories/bridge/")
    assert style(tab, "body", "color") == "rgb(0, 0, 0)"
    assert style(tab, "body", "backgroundColor") == "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize(
    ("code", "title", "digits"), [("fa", "پل‌ها · پل", "arabext"), ("en", "Bridges · The bridge", "auto")]
)
def test_each_sheet_is_headed_by_site_and_title_and_numbered_in_the_digits_of_the_language(
    tab: Tab, address: str, code: str, title: str, digits: str
) -> None:
    on_paper(tab, f"{address}{code}/stories/bridge/")
    running = "getComputedStyle(document.documentElement).getPropertyValue('--running')"
    assert tab.evaluate(running).strip('"') == title
    assert style(tab, "body", "page") == digits


@pytest.mark.parametrize("code", ["fa", "ar", "en"])
def test_a_long_story_fills_sheets_of_a4(tab: Tab, address: str, code: str) -> None:
    tab.goto(f"{address}{code}/stories/bridge/")
    printed = tab.pdf(prefer_css_page_size=True)
    sizes = [tuple(map(float, box.split())) for box in re.findall(rb"/MediaBox \[0 0 ([^\]]*)\]", printed)]
    assert len(sizes) > 2
    assert all(abs(one - wanted) < 1 for size in sizes for one, wanted in zip(size, A4, strict=True))
