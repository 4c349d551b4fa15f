"""What a long text brings with it: a table of contents in its own language, and the time that it takes to read."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.small_site import SITE, in_real_dress

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

FACTS = "original: {code}\nregion: bridge\npublished: 2026-01-0{day}\n"
HEADINGS = "## {0} یک\n\nمتن.\n\n### {0} دو\n\nمتن.\n\n## {0} سه\n\n"

WORDS = {"fa": "واژه", "ar": "كلمة", "en": "word"}
SPEED = {"fa": 200, "ar": 181, "en": 238}


def long_site(root: Path) -> Path:
    """Three stories of one, two and twelve minutes in every language, and one with headings in Persian alone."""
    files = {
        "content/stories/roads/facts.yaml": FACTS.format(code="fa", day=9),
        "content/stories/roads/fa.md": "---\ntitle: راه‌ها\nsummary: ر.\n---\n"
        + HEADINGS.format("راه")
        + "متن. " * 900,
    }
    for number, minutes in enumerate((1, 2, 3, 12), 1):
        files[f"content/stories/of-{minutes}/facts.yaml"] = FACTS.format(code="en", day=number)
        for code, word in WORDS.items():
            text = f"{word} " * (minutes * SPEED[code])
            files[f"content/stories/of-{minutes}/{code}.md"] = (
                f"---\ntitle: {word} {minutes}\nsummary: s.\n---\n{text}\n"
            )
    return in_real_dress(root, files)[0]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return long_site(tmp_path_factory.mktemp("long"))


def page(folder: Path, address: str) -> str:
    return (folder / address / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en", ("about 1 minute", "about 2 minutes", "about 3 minutes", "about 12 minutes")),
        ("fa", ("حدود یک دقیقه", "حدود ۲ دقیقه", "حدود ۳ دقیقه", "حدود ۱۲ دقیقه")),
        ("ar", ("نحو دقيقة", "نحو دقيقتين", "نحو ٣ دقائق", "نحو ١٢ دقيقة")),
    ],
)
def test_minutes_are_said_as_the_language_counts_them(folder: Path, code: str, said: tuple[str, ...]) -> None:
    for minutes, phrase in zip((1, 2, 3, 12), said, strict=True):
        assert f": {phrase}</span>" in page(folder, f"{code}/stories/of-{minutes}"), phrase


def test_a_site_may_know_its_readers_better(tmp_path: Path) -> None:
    quick = SITE.replace("digits: arabext,", "digits: arabext, reading_speed: 400,").replace(
        ", fonts: [own.woff2]", ""
    )
    text = "---\ntitle: راه\nsummary: s.\n---\n" + "واژه " * 2000
    files = {"content/site.yaml": quick, "content/stories/mill/fa.md": text}
    assert "حدود ۵ دقیقه" in page(in_real_dress(tmp_path, files)[0], "fa/stories/mill")


def test_the_table_speaks_the_language_of_the_text_on_a_page_in_another_one(folder: Path) -> None:
    english = page(folder, "en/stories/roads")
    (table,) = re.findall(r'<nav class="contents".*?</nav>', english, re.DOTALL)
    assert 'lang="fa" dir="rtl" aria-label="فهرست"' in table
    assert re.findall(r'href="#([^"]+)">([^<]+)', table)[:3] == [
        ("راه-یک", "راه یک"),
        ("راه-دو", "راه دو"),
        ("راه-سه", "راه سه"),
    ]
    # The minutes are those of the text, and are said in the words of the page.
    assert "Reading time: about 5 minutes" in english


def test_a_text_without_headings_has_no_table(folder: Path) -> None:
    assert 'class="contents"' not in page(folder, "en/stories/of-12")


# ---------------------------------------------------------------- in a browser, without JavaScript


@pytest.fixture
def context(reader: Callable[..., BrowserContext]) -> Callable[..., BrowserContext]:
    return partial(reader, java_script_enabled=False, reduced_motion="reduce")


@pytest.fixture(scope="module")
def address(serve_folder: Callable[..., str], folder: Path) -> str:
    return serve_folder(folder)


def test_on_a_telephone_the_table_is_one_line_that_unfolds(
    context: Callable[..., BrowserContext], address: str
) -> None:
    tab = context(390).new_page()
    tab.goto(f"{address}fa/stories/roads/")
    table, text = tab.locator("nav.contents"), tab.locator(".frame")
    folded = table.bounding_box()
    begin = text.bounding_box()
    assert folded
    assert begin
    assert folded["height"] < 60
    assert folded["y"] + folded["height"] <= begin["y"]
    tab.get_by_role("navigation", name="فهرست").locator("summary").click()
    tab.get_by_role("link", name="راه سه").click()
    tab.wait_for_url("**/#*")
    heading = tab.locator("h2", has_text="راه سه").bounding_box()
    assert heading
    assert 0 <= heading["y"] < 400


def test_on_a_desk_it_stands_open_in_the_margin_beside_the_beginning(
    context: Callable[..., BrowserContext], address: str
) -> None:
    tab = context(1280).new_page()
    for code in ("fa", "en"):
        tab.goto(f"{address}{code}/stories/roads/")
        box, text = tab.locator("nav.contents").bounding_box(), tab.locator(".frame").bounding_box()
        assert box
        assert text
        assert abs(box["y"] - text["y"]) < 40
        beside = (
            box["x"] + box["width"] <= text["x"] if code == "fa" else box["x"] >= text["x"] + text["width"]
        )
        assert beside, code
        assert tab.get_by_role("link", name="راه دو").is_visible()
        # It makes the column of the text no longer than the text is.
        prose = tab.locator(".prose").bounding_box()
        assert prose
        assert text["height"] - prose["height"] < 150
