"""How a story is cited and passed on: by readers in their language, by programs, by links that ask nobody first."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.small_site import SITE, Page, codes, in_real_dress
from warraq.plan.channels import channel_views
from warraq.plan.citing import bibtex, ris

if TYPE_CHECKING:
    from playwright.sync_api import Browser

TITLES = st.text(min_size=1, max_size=60).filter(str.strip)
ADDRESS = "https://bridges.example/fa/stories/%D9%BE%D9%84/?a=b&c#d"

STORY = {
    "content/stories/mill/facts.yaml": "original: fa\nregion: isfahan\npublished: 2026-01-01\nupdated: 2026-03-20\n",
    "content/stories/mill/en.md": (
        "---\ntitle: 50% of a mill & {more}\nsummary: It turns.\nauthor: The editors\ntranslator: Someone\n---\n"
        "It turns.\n"
    ),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return in_real_dress(tmp_path_factory.mktemp("citing"), STORY)[0]


def read(site: Path, path: str) -> str:
    return (site / path / "index.html").read_text("utf-8")


def citation(page: str) -> str:
    """The words of the citation as a reader sees them."""
    found = re.search(r'<p class="citation-line">(.*?)</p>', page, re.DOTALL)
    assert found
    return unescape(re.sub(r"<[^>]*>", "", found[1]))


# ---------------------------------------------------------------- by readers


def test_a_citation_has_author_title_translator_site_the_day_of_the_text_and_its_address(site: Path) -> None:
    assert citation(read(site, "en/stories/mill")) == (
        "The editors, “50% of a mill & {more}”, translated by Someone, Bridges, 20 March 2026, "
        "https://small.example/en/stories/mill/"
    )


def test_a_persian_citation_is_persian_throughout_and_gives_its_day_in_both_calendars(site: Path) -> None:
    assert citation(read(site, "fa/stories/mill")) == (
        "سردبیران، «آسیاب»، پل‌ها، ۲۹ اسفند ۱۴۰۴ (۲۰ مارس ۲۰۲۶)، https://small.example/fa/stories/mill/"
    )


def test_a_text_that_is_shown_in_another_language_is_cited_at_its_own_address(site: Path) -> None:
    assert citation(read(site, "ar/stories/mill")).endswith("https://small.example/en/stories/mill/")


def test_a_citation_says_that_a_machine_has_translated(tmp_path: Path) -> None:
    text = (
        "---\ntitle: The mill\nsummary: s\nauthor: a\ntranslated_from: fa\nmachine_translation: Tool\n---\n"
        "It turns.\n"
    )
    page = read(in_real_dress(tmp_path, STORY | {"content/stories/mill/en.md": text})[0], "en/stories/mill")
    assert "“The mill”, machine translation, Bridges" in citation(page)
    assert "note = {machine translation}," in page


# ---------------------------------------------------------------- by programs


def test_programs_of_scholars_find_the_citation_in_the_head_of_the_page(site: Path) -> None:
    page = Page(read(site, "fa/stories/mill"))
    found = {e["name"]: e["content"] for e in page.all("meta") if e.get("name", "").startswith("citation_")}
    assert found == {
        "citation_title": "آسیاب",
        "citation_author": "سردبیران",
        "citation_publication_date": "2026/03/20",
        "citation_language": "fa",
        "citation_public_url": "https://small.example/fa/stories/mill/",
    }


def test_an_entry_of_bibtex_keeps_every_sign_of_a_title_from_tex(site: Path) -> None:
    entry = re.findall(r'<pre dir="ltr">(.*?)</pre>', read(site, "en/stories/mill"), re.DOTALL)[0]
    assert unescape(entry) == (
        "@online{mill-en,\n"
        "  author = {{The editors}},\n"
        "  title = {{50\\% of a mill \\& \\{more\\}}},\n"
        "  translator = {{Someone}},\n"
        "  organization = {Bridges},\n"
        "  date = {2026-03-20},\n"
        "  url = {https://small.example/en/stories/mill/},\n"
        "}"
    )


def known(title: str) -> dict[str, str]:
    return {
        "author": "", "title": title, "translator": "", "note": "", "site": "Bridges", "date": "2026-03-20",
        "language": "fa", "url": ADDRESS,
    }  # fmt: skip


@given(title=TITLES)
def test_whatever_the_title_the_braces_of_an_entry_close(title: str) -> None:
    depth = 0
    for sign in re.findall(r"\\.|[{}]", bibtex("mill-fa", known(title)), re.DOTALL):
        depth += (sign == "{") - (sign == "}")
        assert depth >= 0
    assert depth == 0


TAGS = ("TY", "TI", "T2", "PY", "DA", "LA", "UR", "ER")


@given(title=TITLES)
def test_whatever_the_title_a_record_of_ris_has_a_line_for_each_field(title: str) -> None:
    lines = ris(known(title)).split("\n")
    assert [line[:6] for line in lines] == [f"{tag}  - " for tag in TAGS]


# ---------------------------------------------------------------- by links


@given(title=TITLES)
def test_each_link_says_title_and_address_to_the_letter(title: str) -> None:
    links = {
        view.name: view.href
        for view in channel_views(("mail", "telegram", "whatsapp", "sms"), title, ADDRESS)
    }
    said = {
        name: {key: value for key, [value] in parse_qs(urlsplit(link).query).items()}
        for name, link in links.items()
    }
    assert said["mail"] == {"subject": title, "body": f"{title}\r\n{ADDRESS}"}
    assert said["telegram"] == {"url": ADDRESS, "text": title}
    assert said["whatsapp"] == {"text": f"{title}\n{ADDRESS}"}
    assert said["sms"] == {"body": f"{title}\n{ADDRESS}"}


def test_a_story_offers_the_channels_that_the_settings_name(tmp_path: Path) -> None:
    settings = {"content/site.yaml": SITE.replace(", fonts: [own.woff2]", "") + "sharing: [sms, mail]\n"}
    page = read(in_real_dress(tmp_path, settings)[0], "en/stories/bridge")
    links = Page(page.partition('class="keep-share"')[2]).all("a", rel="noreferrer")
    assert [link["href"].partition(":")[0] for link in links] == ["sms", "mailto"]
    assert unquote(links[0]["href"]).endswith("The bridge\nhttps://small.example/en/stories/bridge/")


def test_a_channel_that_nobody_knows_is_told(tmp_path: Path) -> None:
    settings = {"content/site.yaml": SITE.replace(", fonts: [own.woff2]", "") + "sharing: [telegramm]\n"}
    assert codes(in_real_dress(tmp_path, settings)[1]) == ["R112"]


# ---------------------------------------------------------------- in a browser


@pytest.fixture
def story(site: Path, serve_folder: Callable[..., str]) -> str:
    return f"{serve_folder(site)}en/stories/mill/"


def test_buttons_copy_the_address_and_the_entries_and_say_so(browser: Browser, story: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    tab = context.new_page()
    tab.goto(story)
    copied = "navigator.clipboard.readText()"
    tab.get_by_role("button", name="Copy the address").click()
    tab.get_by_text("Copied").wait_for()
    assert tab.evaluate(copied) == "https://small.example/en/stories/mill/"
    tab.get_by_text("For reference managers").click()
    tab.get_by_role("button", name="Copy RIS").click()
    tab.wait_for_function(f"{copied}.then((words) => words.startsWith('TY'))")
    context.close()


def test_a_phone_with_apps_hands_the_page_to_them_by_its_title(browser: Browser, story: str) -> None:
    context = browser.new_context()
    context.add_init_script("navigator.share = async (given) => { window.given = given; };")
    tab = context.new_page()
    tab.goto(story)
    tab.get_by_role("button", name="Share with an app").click()
    assert tab.evaluate("given") == {
        "title": "50% of a mill & {more}",
        "url": "https://small.example/en/stories/mill/",
    }
    context.close()


def test_without_a_script_there_is_no_button_and_one_tap_selects_the_address(
    browser: Browser, story: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(story)
    assert tab.get_by_role("button").count() == 0
    assert tab.get_by_role("link", name="Telegram").is_visible()
    tab.locator(".address").click()
    assert tab.evaluate("getSelection().toString()") == "https://small.example/en/stories/mill/"
    assert [url for url in asked if not url.startswith(story.removesuffix("en/stories/mill/"))] == []
    context.close()
