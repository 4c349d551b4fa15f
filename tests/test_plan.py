# ruff: noqa: S314  (the XML that is read here was written by the engine itself)
"""Where everything lives, how pages lead to one another, and what each says of its languages."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit
from xml.etree import ElementTree

import pytest

from tests import world
from tests.small_site import Page, broken_addresses, built, codes, in_real_dress, pages_of, small_site, tree
from warraq.build import Report
from warraq.model.addresses import encoded, file_of, relative, slug_of
from warraq.plan import feeds, listings, sitemaps, viewing

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"

BASE = "https://small.example"
SUB = "https://x.example/a/b"

FORMERLY = {
    "content/stories/mill/facts.yaml": (
        "original: fa\nregion: isfahan\npublished: 2026-01-01\nplaces: [river]\n"
        "formerly: [/fa/stories/old-mill/, /en/mill.html, /ar/mill]\n"
    ),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return in_real_dress(tmp_path_factory.mktemp("site"), FORMERLY)[0]


@pytest.fixture(scope="module")
def below(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same site for a sub-path."""
    return in_real_dress(tmp_path_factory.mktemp("below"), FORMERLY, base_url=f"{SUB}/")[0]


def page(site: Path, address: str) -> Page:
    return Page((site / file_of(address)).read_text("utf-8"))


# ---------------------------------------------------------------- addresses


@pytest.mark.parametrize(
    ("here", "there", "seen"),
    [
        ("/fa/", "/fa/", "./"),
        ("/fa/", "/", "../"),
        ("/", "/fa/", "fa/"),
        ("/fa/stories/a/", "/fa/stories/b/", "../b/"),
        ("/fa/stories/a/", "/assets/site.css", "../../../assets/site.css"),
        ("/404.html", "/fa/", "fa/"),
        ("/fa/", "/fa/پل/", "%D9%BE%D9%84/"),
    ],
)
def test_an_address_is_written_as_seen_from_its_page(here: str, there: str, seen: str) -> None:
    assert relative(here, there) == seen


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("سی‌وسه پل", "سی-وسه-پل"),
        ("القُدس", "القدس"),
        ("A  Bridge, again!", "a-bridge-again"),
        ("Cafe\u0301", "café"),
        ("!!!", ""),
    ],
)
def test_words_of_any_script_become_a_part_of_an_address(words: str, slug: str) -> None:
    assert slug_of(words) == slug
    assert slug_of(slug) == slug
    assert encoded(slug).isascii()


def test_every_address_of_every_page_leads_to_a_file(site: Path) -> None:
    assert broken_addresses(site, BASE) == []


def test_every_address_leads_to_a_file_below_a_path_too(below: Path) -> None:
    assert broken_addresses(below, SUB) == []


def test_links_between_pages_are_relative_so_that_the_site_can_be_moved(below: Path) -> None:
    for address, found in pages_of(below).items():
        if address != "/404.html":  # the one page that is shown at any depth
            assert not [link for link in found.addresses if link.startswith("/")], address


def test_only_absolute_addresses_differ_between_the_root_and_a_path(site: Path, below: Path) -> None:
    first, second = tree(site), tree(below)
    assert first.keys() == second.keys()
    for name in first.keys() - {".warraq.json", "404.html"}:
        moved = second[name].replace(b"tag:x.example", b"tag:small.example")
        # Links that pass a page on have its address in their own.
        for there, here in ((SUB, BASE), (quote(SUB, safe=""), quote(BASE, safe=""))):
            moved = moved.replace(there.encode(), here.encode())
        assert moved == first[name], name


def test_the_page_for_lost_readers_works_at_any_depth(below: Path) -> None:
    own = [link for link in page(below, "/404.html").addresses if not link.startswith("#")]
    assert own
    assert all(link.startswith("/a/b/") for link in own)


def test_a_slug_in_its_own_script_is_the_address_in_that_language_only(tmp_path: Path) -> None:
    text = "---\ntitle: آسیاب\nsummary: می‌چرخد.\nslug: آسیابِ کهن\n---\nکنار [[river]].\n"
    output, _ = in_real_dress(tmp_path, {"content/stories/mill/fa.md": text})
    assert (output / "fa/stories/آسیاب-کهن/index.html").is_file()
    assert (output / "en/stories/mill/index.html").is_file()
    found = page(output, "/fa/stories/آسیاب-کهن/")
    assert unquote(urlsplit(found.canonical).path) == "/fa/stories/آسیاب-کهن/"
    assert found.canonical.isascii()
    assert broken_addresses(output, BASE) == []


def test_a_slug_without_a_letter_leaves_the_record_its_id(tmp_path: Path) -> None:
    folders = small_site(
        tmp_path, {"content/stories/mill/fa.md": "---\ntitle: T\nsummary: s\nslug: '!!!'\n---\nText.\n"}
    )
    assert built(folders).ok
    assert (folders.output / "fa/stories/mill/index.html").is_file()


def test_two_pages_with_one_address_are_refused(tmp_path: Path) -> None:
    text = "---\ntitle: T\nsummary: s\nslug: Bridge\n---\nText.\n"
    report = built(small_site(tmp_path, {"content/stories/mill/fa.md": text}))
    assert "P401" in codes(report)
    said = dict(next(d for d in report.diagnostics if d.rule.code == "P401").values)
    assert {"bridge", "mill"} == {said[name].split("/")[2] for name in ("first", "second")}


# ---------------------------------------------------------------- languages


def test_each_version_of_a_page_names_all_versions_itself_and_one_for_everybody(site: Path) -> None:
    by_address = pages_of(site)
    seen = 0
    for address, found in by_address.items():
        if not found.hreflang:
            continue
        seen += 1
        versions = found.hreflang
        assert "x-default" in versions, address
        for code, href in versions.items():
            other = by_address[unquote(href).removeprefix(BASE)]
            if address != "/" and code != "x-default":
                assert other.hreflang == versions, f"{address} and {href} disagree"
                assert other.html["lang"] == code
        if address != "/":
            assert versions[found.html["lang"]] == found.canonical
    assert seen > 40


def test_the_gate_is_for_readers_of_any_language_and_home_pages_know_each_other(site: Path) -> None:
    gate = page(site, "/").hreflang
    doors = {code: f"{BASE}/{code}/" for code in ("fa", "ar", "en")}
    assert gate["x-default"] == f"{BASE}/"
    assert doors.items() <= gate.items()
    assert doors.items() <= page(site, "/fa/").hreflang.items()


def test_every_page_says_its_language_and_direction(site: Path) -> None:
    for address, found in pages_of(site).items():
        code = address.split("/")[1]
        if code in {"fa", "ar", "en"} and not found.all("meta", **{"http-equiv": "refresh"}):
            assert found.html["lang"] == code, address
            assert found.html["dir"] == ("ltr" if code == "en" else "rtl"), address


def test_every_canonical_address_is_absolute(below: Path) -> None:
    for address, found in pages_of(below).items():
        assert found.canonical.startswith(f"{SUB}/"), address


def test_a_story_that_is_not_written_in_a_language_is_shown_in_another_and_says_so(site: Path) -> None:
    shown = page(
        site, "/ar/stories/mill/"
    )  # written in Persian only; Arabic readers have English before Persian
    assert shown.html["lang"] == "ar"
    assert shown.all("div", lang="fa", dir="rtl")
    assert shown.canonical == f"{BASE}/fa/stories/mill/"
    assert shown.hreflang == {}
    source = (site / "ar/stories/mill/index.html").read_text("utf-8")
    assert 'class="notice"' in source or "<aside" in source
    assert "فارسی" in source


def test_fallback_goes_by_the_readers_own_order_of_languages(tmp_path: Path) -> None:
    only = {
        "content/stories/mill/facts.yaml": "original: fa\nregion: isfahan\npublished: 2026-01-01\n",
        "content/stories/mill/en.md": "---\ntitle: The mill\nsummary: It turns.\n---\nIn English.\n",
    }
    output, _ = in_real_dress(tmp_path, only)
    shown = page(output, "/ar/stories/mill/")
    assert shown.all("div", lang="en", dir="ltr")
    assert shown.canonical == f"{BASE}/en/stories/mill/"


def test_a_page_shown_in_another_language_is_not_in_the_sitemap(site: Path) -> None:
    listed = {loc.text for loc in ElementTree.parse(site / "sitemap.xml").iter(f"{SITEMAP}loc")}
    assert f"{BASE}/fa/stories/mill/" in listed
    assert f"{BASE}/ar/stories/mill/" not in listed
    assert f"{BASE}/en/stories/mill/" not in listed


def test_lists_say_in_which_languages_a_story_can_be_read(site: Path) -> None:
    source = (site / "en/stories/index.html").read_text("utf-8")
    card = source[
        source.index('href="../stories/mill/"')
        if 'href="../stories/mill/"' in source
        else source.index("mill/") :
    ]
    assert "فارسی" in card[:1500]


def test_the_language_switch_leads_to_the_same_record(site: Path) -> None:
    switch = {a["hreflang"]: a["href"] for a in page(site, "/en/people/builder/").all("a") if "hreflang" in a}
    assert switch == {"fa": "../../../fa/people/builder/", "ar": "../../../ar/people/builder/", "en": "./"}


# ---------------------------------------------------------------- what is public, and what was


def test_a_former_address_leads_to_the_record(site: Path) -> None:
    for former, now in [
        ("fa/stories/old-mill/index.html", "/fa/stories/mill/"),
        ("en/mill.html", "/en/stories/mill/"),
        ("ar/mill/index.html", "/ar/stories/mill/"),
    ]:
        found = Page((site / former).read_text("utf-8"))
        assert found.canonical == BASE + now
        assert found.all("meta", **{"http-equiv": "refresh"})
        assert found.all("a"), "those who are not sent on need a link"


def test_former_addresses_are_not_in_the_sitemap(site: Path) -> None:
    assert "old-mill" not in (site / "sitemap.xml").read_text("utf-8")


def formerly(tmp_path: Path, address: str) -> Report:
    facts = f"original: fa\nregion: isfahan\npublished: 2026-01-01\nformerly: [{address}]\n"
    return built(small_site(tmp_path, {"content/stories/mill/facts.yaml": facts}))


@pytest.mark.parametrize("address", ["/fa/stories/bridge/", "/fa/", "/"])
def test_a_former_address_that_is_in_use_is_refused(tmp_path: Path, address: str) -> None:
    assert "P402" in codes(formerly(tmp_path, address))


@pytest.mark.parametrize("address", ["/../outside.html", "/fa/../../outside/", "/.warraq.json"])
def test_a_former_address_cannot_leave_the_site_nor_take_a_hidden_file(tmp_path: Path, address: str) -> None:
    assert "R121" in codes(formerly(tmp_path, address))


def test_a_former_address_below_a_file_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    report = formerly(tmp_path, "/robots.txt/old/")
    assert [dict(d.values)["first"] for d in report.diagnostics if d.rule.code == "P401"] == ["robots.txt"]
    assert not (tmp_path / "public").exists()


@pytest.mark.parametrize("line", ["draft: yes", "publish: 2026-03-21"])
def test_what_is_not_public_yet_is_nowhere(tmp_path: Path, line: str) -> None:
    facts = f"{line}\noriginal: fa\nregion: isfahan\npublished: 2026-01-01\nplaces: [river]\n"
    folders = small_site(tmp_path, {"content/stories/mill/facts.yaml": facts})
    assert built(folders).ok
    for name, content in tree(folders.output).items():
        assert "mill" not in name
        assert b"mill" not in content, name
        assert "آسیاب".encode() not in content, name


def test_what_is_to_be_published_today_is_public(tmp_path: Path) -> None:
    facts = "publish: 2026-03-20\noriginal: fa\nregion: isfahan\npublished: 2026-01-01\n"
    folders = small_site(tmp_path, {"content/stories/mill/facts.yaml": facts})
    built(folders)
    assert (folders.output / "fa/stories/mill/index.html").is_file()


def test_a_place_lists_everything_that_speaks_of_it(site: Path) -> None:
    links = page(site, "/en/places/river/").addresses
    assert {"../../stories/bridge/", "../../stories/mill/", "../../people/builder/"} <= set(links)


# ---------------------------------------------------------------- files for machines


def test_the_feed_of_a_language_holds_the_stories_written_in_it(site: Path) -> None:
    held = {}
    for code in ("fa", "ar", "en"):
        feed = ElementTree.parse(site / code / "feed.xml").getroot()
        assert feed.tag == f"{ATOM}feed"
        assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == code
        for name in ("id", "title", "updated"):
            assert feed.findtext(f"{ATOM}{name}"), name
        entries = feed.findall(f"{ATOM}entry")
        for entry in entries:
            for name in ("id", "title", "updated"):
                assert entry.findtext(f"{ATOM}{name}"), name
        held[code] = [entry.findtext(f"{ATOM}title") for entry in entries]
    assert held == {"fa": ["پل", "آسیاب"], "ar": ["الجسر"], "en": ["The bridge"]}


def test_the_ids_of_feed_entries_differ(site: Path) -> None:
    ids = [
        e.text
        for code in ("fa", "ar", "en")
        for e in ElementTree.parse(site / code / "feed.xml").iter(f"{ATOM}id")
    ]
    assert len(ids) == len(set(ids))


def test_the_sitemap_lists_each_page_once_with_all_its_versions(site: Path) -> None:
    urls = ElementTree.parse(site / "sitemap.xml").findall(f"{SITEMAP}url")
    listed = [url.findtext(f"{SITEMAP}loc") for url in urls]
    assert len(listed) == len(set(listed))
    by_address = pages_of(site)
    for url, loc in zip(urls, listed, strict=True):
        versions = {x.get("hreflang"): x.get("href") for x in url.iter("{http://www.w3.org/1999/xhtml}link")}
        assert versions == by_address[unquote(str(loc)).removeprefix(BASE)].hreflang
    indexed = {p.canonical for a, p in by_address.items() if p.hreflang}
    assert indexed == set(listed)


def test_robots_are_told_where_the_sitemap_is(below: Path) -> None:
    assert re.search(rf"^Sitemap: {SUB}/sitemap\.xml$", (below / "robots.txt").read_text(), re.MULTILINE)


# ---------------------------------------------------------------- the home page


@pytest.mark.parametrize(
    ("written", "century"),
    [
        ("1 CE", "1st century"),
        ("1 BCE", "1st century BCE"),
        ("100 BCE", "1st century BCE"),
        ("101 BCE", "2nd century BCE"),
    ],
)
def test_the_centuries_of_the_home_page_know_no_century_0(written: str, century: str, tmp_path: Path) -> None:
    facts = f"name: {{fa: چاه, ar: بئر, en: Well}}\ntype: building\ndate: {written}\n"
    folders = world.site(tmp_path, {"content/works/well/facts.yaml": facts})
    assert world.built(folders).written
    assert century in (folders.output / "en/index.html").read_text("utf-8")


# ---------------------------------------------------------------- long lists


def people(count: int) -> dict[str, str]:
    """So many people, filed from A on by their names."""
    names = (chr(ord("A") + number) for number in range(count))
    return {
        f"content/people/p-{n.lower()}/facts.yaml": f"name: {{fa: {n}, ar: {n}, en: {n}}}\n" for n in names
    }


@pytest.fixture
def long_lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site with eight people in lists of two."""
    monkeypatch.setattr(listings, "LIST_LENGTH", 2)
    return in_real_dress(tmp_path, people(8))[0]


def test_a_long_list_is_paged_and_every_record_stands_on_one_of_its_pages(long_lists: Path) -> None:
    pages = ["en/people/", *(f"en/people/page/{number}/" for number in (2, 3, 4, 5))]
    shown = [
        re.findall(r'href="[./]*(p-\w|builder)/"', (long_lists / p / "index.html").read_text()) for p in pages
    ]
    names = [sorted(set(found)) for found in shown]
    assert names == [["p-a", "p-b"], ["builder", "p-c"], ["p-d", "p-e"], ["p-f", "p-g"], ["p-h"]]
    assert not (long_lists / "en/people/page/6").exists()
    assert broken_addresses(long_lists, BASE) == []


def test_the_letters_lead_to_the_page_where_they_begin(long_lists: Path) -> None:
    letters = [a["href"] for a in page(long_lists, "/en/people/page/2/").all("a") if "#letter" in a["href"]]
    assert letters[:4] == ["../../#letter-a", "../../#letter-b", "#letter-c", "../3/#letter-d"]
    assert letters[-1] == "../5/#letter-h"


def test_the_pages_of_a_list_have_titles_of_their_own_and_lead_on(long_lists: Path) -> None:
    second = page(long_lists, "/fa/people/page/2/")
    assert "صفحهٔ ۲" in (long_lists / "fa/people/page/2/index.html").read_text("utf-8")
    steps = {a["rel"]: a["href"] for a in second.all("a") if a.get("rel") in {"prev", "next"}}
    assert steps == {"prev": "../../", "next": "../3/"}
    assert second.canonical == f"{BASE}/fa/people/page/2/"
    assert second.hreflang["en"] == f"{BASE}/en/people/page/2/"


def test_a_long_sitemap_is_in_parts_that_an_index_lists(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = in_real_dress(tmp_path / "whole", {})[0]
    monkeypatch.setattr(feeds, "SITEMAP_LENGTH", 20)
    for module in (sitemaps, viewing):
        monkeypatch.setattr(module, "SITEMAP_LENGTH", 20)
    parted = in_real_dress(tmp_path / "parted", {})[0]
    index = ElementTree.parse(parted / "sitemap.xml")
    parts = [str(loc.text).removeprefix(f"{BASE}/") for loc in index.iter(f"{SITEMAP}loc")]
    assert len(parts) > 2

    def listed(path: Path) -> list[str | None]:
        return [loc.text for loc in ElementTree.parse(path).iter(f"{SITEMAP}loc")]

    assert [loc for part in parts for loc in listed(parted / part)] == listed(whole / "sitemap.xml")
    assert max(len(listed(parted / part)) for part in parts) == 20
