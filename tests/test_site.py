# ruff: noqa: S314  (the XML that is read here was written by the engine itself)
"""The project's own site: whole, in three languages, and light."""

from __future__ import annotations

import gzip
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.small_site import REPOSITORY, Page, broken_addresses, pages_of, real_site
from warraq.build import Report
from warraq.diagnostics import Severity

CODES = ("fa", "ar", "en")
STORIES = tuple(sorted(path.name for path in (REPOSITORY / "content" / "stories").iterdir()))
LISTS = (
    "stories", "people", "places", "works", "journeys", "institutions", "events", "projects", "gifts",
    "terms", "sources",
)  # fmt: skip
FIRST_VIEW = 100 * 1024
"""Bytes that a reader may wait for before the first pictures."""


@pytest.fixture(scope="module")
def site() -> Path:
    return real_site()[0]


@pytest.fixture(scope="module")
def report() -> Report:
    return real_site()[1]


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Page]:
    """The pages that are read: redirects left out."""
    return {a: p for a, p in pages_of(site).items() if not p.all("meta", **{"http-equiv": "refresh"})}


def test_the_site_is_built_without_an_error_or_a_warning(report: Report) -> None:
    said = [
        (d.rule.code, d.span, d.values) for d in report.diagnostics if d.rule.severity is not Severity.HINT
    ]
    assert said == []
    assert report.ok


def test_every_page_that_was_promised_is_there(pages: dict[str, Page]) -> None:
    promised = {"/", "/404.html"}
    for code in CODES:
        promised |= {f"/{code}/", f"/{code}/about/", f"/{code}/editorial-policy/"}
        promised |= {f"/{code}/{name}/" for name in LISTS}
    assert promised - pages.keys() == set()


def test_the_three_languages_have_the_same_records(pages: dict[str, Page]) -> None:
    counts = {code: sum(address.startswith(f"/{code}/") for address in pages) for code in CODES}
    assert counts["fa"] == counts["ar"] == counts["en"] > 150


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("story", STORIES)
def test_each_of_the_first_stories_is_told_in_each_language_by_itself(
    site: Path, code: str, story: str
) -> None:
    page = Page((site / code / "stories" / story / "index.html").read_text("utf-8"))
    assert page.html["data-template"] == "story"
    assert page.canonical.endswith(f"/{code}/stories/{story}/"), "its own words, not another language's"
    assert page.hreflang.keys() == {*CODES, "x-default"}


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("code", CODES)
def test_each_of_the_first_stories_is_long_enough_and_names_its_sources(code: str, story: str) -> None:
    text = (REPOSITORY / "content/stories" / story / f"{code}.md").read_text("utf-8").split("\n---\n", 1)[1]
    body = text.partition("\n[^")[0]
    assert 400 <= len(body.split()) <= 1000
    assert "[^" in text
    assert "\nsources:" in (REPOSITORY / "content/stories" / story / "facts.yaml").read_text("utf-8")


def test_every_page_has_what_every_page_must_have(pages: dict[str, Page]) -> None:
    lacking = []
    for address, page in pages.items():
        needed = {
            "one title": len(page.all("title")) >= 1 and bool(page.text.get("title")),
            "a description": any(d["content"].strip() for d in page.all("meta", name="description")),
            "one h1": len(page.all("h1")) == 1,
            "lang": bool(page.html.get("lang")),
            "dir": page.html.get("dir") in {"rtl", "ltr"},
            "data-template": bool(page.html.get("data-template")),
            "one canonical": len(page.all("link", rel="canonical")) == 1,
            "main": len(page.all("main")) == 1,
            "a viewport": len(page.all("meta", name="viewport")) == 1,
            "a strict policy": any(
                "default-src 'none'" in m["content"]
                and "unsafe" not in m["content"]
                and "http" not in m["content"]
                for m in page.all("meta", **{"http-equiv": "Content-Security-Policy"})
            ),
            # A page in several languages has no locale to name.
            "og": {"og:title", "og:description", "og:url", "og:image"}
            | ({"og:locale"} if page.html.get("lang") != "mul" else set())
            <= {m.get("property") for m in page.all("meta")},
        }
        lacking += [f"{address}: {name}" for name, there in needed.items() if not there]
    assert lacking == []


def test_every_page_but_the_doors_has_skip_link_navigation_and_language_switch(
    pages: dict[str, Page],
) -> None:
    for address, page in pages.items():
        if address in {"/", "/404.html"}:
            continue
        targets = {a["href"] for a in page.all("a") if "hreflang" not in a}
        assert "#main" in targets, address
        assert len(page.all("nav")) >= 2, address
        assert {a["hreflang"] for a in page.all("a") if "hreflang" in a} >= set(CODES), address


def test_titles_tell_the_pages_of_a_kind_apart(pages: dict[str, Page]) -> None:
    seen: dict[tuple[str, ...], str] = {}
    for address, page in pages.items():
        language, kind = (*address.split("/")[1:3], "")[:2]
        if kind == "sources":  # two editions of one book bear one title
            continue
        other = seen.setdefault((language, kind, page.text["title"]), address)
        assert other == address


def test_every_address_of_every_page_leads_to_a_file_and_every_fragment_to_an_element(site: Path) -> None:
    assert broken_addresses(site, "https://bridges.example") == []


def test_no_page_asks_another_site_for_anything(pages: dict[str, Page]) -> None:
    for address, page in pages.items():
        loaded = [
            found.get("src") or found.get("href", "")
            for tag, found in page.elements
            if tag in {"script", "img", "link", "source", "iframe"}
            and found.get("rel") not in {"canonical", "alternate"}
        ]
        assert [link for link in loaded if link.startswith(("http:", "https:", "//"))] == [], address


def test_every_picture_says_what_it_is_or_that_it_is_ornament(pages: dict[str, Page]) -> None:
    for address, page in pages.items():
        assert all("alt" in image for image in page.all("img")), address


def test_no_style_or_script_stands_in_a_page(pages: dict[str, Page]) -> None:
    for address, page in pages.items():
        assert not page.all("style"), address
        assert all(script.get("src") for script in page.all("script")), address
        assert not [
            tag for tag, e in page.elements if "style" in e or any(name.startswith("on") for name in e)
        ], address


def test_ids_are_unique_in_every_page(pages: dict[str, Page]) -> None:
    for address, page in pages.items():
        ids = [e["id"] for _, e in page.elements if "id" in e]
        assert len(ids) == len(set(ids)), f"{address}: {sorted(i for i in ids if ids.count(i) > 1)}"


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    "rest", ["", "stories/", "stories/nasir-khusraw/", "people/nasir-khusraw/", "people/", "sources/"]
)
def test_a_first_view_weighs_little(site: Path, code: str, rest: str) -> None:
    path = site / code / rest / "index.html"
    page = Page(path.read_text("utf-8"))
    styles = [path.parent / link["href"] for link in page.all("link", rel="stylesheet")]
    fonts = [path.parent / link["href"] for link in page.all("link", rel="preload")]
    text = sum(len(gzip.compress(file.read_bytes(), mtime=0)) for file in (path, *styles))
    weight = text + sum(file.stat().st_size for file in fonts)
    assert weight <= FIRST_VIEW, f"{weight / 1024:.0f} KiB: {text} of text, {[f.name for f in fonts]}"


def test_feeds_and_sitemap_are_well_formed_and_full(site: Path) -> None:
    for code in CODES:
        feed = ElementTree.parse(site / code / "feed.xml").getroot()
        assert len(feed.findall("{http://www.w3.org/2005/Atom}entry")) == len(STORIES)
    assert len(ElementTree.parse(site / "sitemap.xml").getroot()) > 100
