"""The indexes: lists parted by their facets, the pages of values, events to come, and the index of topics."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, get_type_hints
from urllib.parse import urljoin

import pytest

from tests import world
from tests.indexes.worlds import BASE, PLAIN, dressed, entries_of
from tests.small_site import broken_addresses, built, in_real_dress, pages_of, small_site, tree
from warraq.model.facets import FACET, FACETS, MANY, Facet
from warraq.model.inspection import choices_of
from warraq.model.kinds import KIND
from warraq.plan.facets import CHOICES
from warraq.plan.topics import SECTIONS

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# ---------------------------------------------------------------- what is offered, and what is not

NAMES = "name: {fa: ن, ar: ن, en: N}\n"


def test_a_value_that_all_have_leads_to_the_list_itself_and_has_no_page(tmp_path: Path) -> None:
    works = {
        f"content/works/{id}/facts.yaml": f"{NAMES}type: book\nmaterials: {materials}\n"
        for id, materials in (("a", "[paper, ink]"), ("b", "[paper]"))
    }
    output = dressed(tmp_path, {"content/site.yaml": PLAIN, **works})
    pages = pages_of(output)

    # All are books: by kind nothing could be chosen.
    assert not (output / "en/works/type").exists()
    assert "/en/works/material/ink/" in pages
    assert "/en/works/material/paper/" not in pages
    for address in ("/en/works/", "/en/works/material/", "/en/topics/"):
        links = {urljoin(address, href) for href in pages[address].addresses}
        assert {"/en/works/", "/en/works/material/ink/"} <= links
    assert broken_addresses(output, BASE) == []


def test_of_very_many_values_a_list_offers_those_that_most_have_and_leads_to_all(tmp_path: Path) -> None:
    files = {"content/site.yaml": PLAIN}
    for number in range(30):
        place = f"place-{number:02}"
        files[f"content/places/{place}/facts.yaml"] = (
            f"name: {{fa: م {number}, ar: م {number}, en: P {number:02}}}\n"
        )
        # The places with high numbers have two stories each.
        for story in range(1 + (number >= 14)):
            folder = f"content/stories/s-{number}-{story}"
            files[f"{folder}/facts.yaml"] = (
                f"original: en\nregion: bridge\npublished: 2026-01-01\nplaces: [{place}]\n"
            )
            files[f"{folder}/en.md"] = "---\ntitle: T\nsummary: s\n---\nText.\n"
    pages = pages_of(dressed(tmp_path, files))

    def places(address: str) -> list[str]:
        links = (urljoin(address, href) for href in pages[address].addresses)
        return [link for link in links if re.match(r"/en/stories/place/\w", link)]

    offered = [f"/en/stories/place/place-{number:02}/" for number in range(14, 30)]
    assert len(offered) == CHOICES
    assert places("/en/stories/") == offered
    assert "/en/stories/place/" in {urljoin("/en/stories/", href) for href in pages["/en/stories/"].addresses}
    assert len(places("/en/stories/place/")) == 30


def test_the_pages_of_a_value_are_the_same_in_all_languages_and_know_each_other(tmp_path: Path) -> None:
    people = {
        f"content/people/p-{number}/facts.yaml": f"{NAMES}roles: [{role}]\nborn: {born}\n"
        for number, (role, born) in enumerate([("poet", 1048), ("painter", 1565), ("poet", -20)])
    }
    settings = PLAIN.replace("calendars: [persian]", "calendars: [persian, islamic]")
    output = dressed(tmp_path, {"content/site.yaml": settings, **people})
    pages = pages_of(output)

    for value in ("role/poet", "century/11", "century/1-bce", "role", "century"):
        versions = {code: f"{BASE}/{code}/people/{value}/" for code in ("fa", "ar", "en")}
        for code in ("fa", "ar", "en"):
            found = pages[f"/{code}/people/{value}/"]
            assert found.hreflang.items() >= versions.items()
            assert found.canonical == versions[code]
            switch = {a["hreflang"]: a["href"] for a in found.all("a") if "hreflang" in a}
            assert {urljoin(f"/{code}/people/{value}/", href) for href in switch.values()} == {
                f"/{other}/people/{value}/" for other in ("fa", "ar", "en")
            }
    titles = {code: pages[f"/{code}/people/role/poet/"].text["h1"] for code in ("fa", "ar", "en")}
    assert titles == {"fa": "شاعران", "ar": "الشعراء", "en": "Poets"}
    # A Persian reader is told which years of the Hijri calendar a century is.
    assert "<bdi>۳۹۱–۴۹۴ ق</bdi>" in (output / "fa/people/century/11/index.html").read_text("utf-8")


def test_a_record_that_would_take_the_address_of_a_facet_is_refused(tmp_path: Path) -> None:
    people = {f"content/people/{id}/facts.yaml": f"{NAMES}roles: [{id}]\n" for id in ("poet", "painter")}
    people["content/people/role/facts.yaml"] = NAMES
    report = built(small_site(tmp_path, people))
    assert {
        (d.rule.code, dict(d.values)["address"]) for d in report.diagnostics if d.rule.code == "P401"
    } == {("P401", f"/{code}/people/role/") for code in ("fa", "ar", "en")}


def test_a_place_within_a_city_is_found_under_the_city_even_where_the_quarter_between_has_no_page(
    tmp_path: Path,
) -> None:
    files = {
        "content/site.yaml": PLAIN,
        "content/places/city/facts.yaml": NAMES,
        "content/places/quarter/facts.yaml": f"draft: yes\n{NAMES}part_of: city\n",
        "content/places/house/facts.yaml": f"{NAMES}part_of: quarter\n",
        "content/institutions/school/facts.yaml": f"{NAMES}type: school\nplace: house\n",
        "content/institutions/museum/facts.yaml": f"{NAMES}type: museum\n",
    }
    output = dressed(tmp_path, files)
    city = "/en/institutions/place/city/"
    assert entries_of(city, pages_of(output)[city], "en") == {"institutions/school"}
    assert not (output / "en/institutions/place/quarter").exists()


# ---------------------------------------------------------------- events, journeys, materials

EVENTS = {
    f"content/events/{id}/facts.yaml": f"name: {{fa: {id}, ar: {id}, en: {id}}}\ntype: fair\n{dates}\n"
    for id, dates in (
        ("long-ago", "starts: 1933"),
        ("before", "starts: 2026-03-01\nends: 2026-03-19"),
        ("now", "starts: 2026-03-01\nends: 2026-03-20"),
        ("soon", "starts: 2026-05"),
        ("later", "starts: 2027-01-02"),
    )
}  # fmt: skip


def groups(outline: str) -> dict[str, list[str]]:
    """The groups of a list in an outline, with the names in each."""
    found: dict[str, list[str]] = {}
    for line in outline.partition("groups:\n")[2].splitlines():
        if heading := re.match(r" (\S.*) #\S+$", line):
            found[heading[1]] = []
        elif entry := re.match(r"  - (\S+) ->", line):
            found[[*found][-1]].append(entry[1])
    return found


def test_what_is_to_come_stands_first_and_what_was_by_its_years(tmp_path: Path) -> None:
    folders = world.site(tmp_path, EVENTS)
    assert world.built(folders).ok
    listed = groups(world.tree(folders.output)["en/events/index.html"])
    assert listed == {"Now and to come": ["now", "soon", "later"], "2026": ["before"], "1933": ["long-ago"]}
    assert [*listed] == ["Now and to come", "2026", "1933"]


def test_what_is_to_come_goes_by_the_day_of_the_build_and_not_by_the_clock(tmp_path: Path) -> None:
    folders = small_site(tmp_path, EVENTS)
    assert built(folders).ok
    first = tree(folders.output)
    report = built(folders, today=datetime.date(2026, 3, 21))  # "now" is over since yesterday
    fresh = replace(folders, output=tmp_path / "clean/public", cache=tmp_path / "clean/cache")
    assert built(fresh, today=datetime.date(2026, 3, 21)).ok
    assert tree(folders.output) == tree(fresh.output)
    changed = {name for name, content in tree(folders.output).items() if first.get(name) != content}
    assert {f"{code}/events/index.html" for code in ("fa", "ar", "en")} <= changed

    # On the day after that nothing more is over, and nothing is made again.
    report = built(folders, today=datetime.date(2026, 3, 22))
    assert report.written is not None
    assert (report.rendered, report.written.changed) == (0, ())


def test_a_journey_in_a_list_names_the_places_on_its_way(tmp_path: Path) -> None:
    def journey(places: str) -> str:
        stops = "".join(f"  - place: {place}\n" for place in places)
        return f"name: {{fa: س, ar: س, en: J-{places}}}\nstops:\n{stops}"

    places = {
        f"content/places/{p}/facts.yaml": f"name: {{fa: {p}, ar: {p}, en: {p.upper()}}}\n" for p in "abcdefg"
    }
    files = {f"content/journeys/{way}/facts.yaml": journey(way) for way in ("ab", "aba", "abcdefg", "c")}
    folders = world.site(tmp_path, {**places, **files})
    assert world.built(folders).ok
    outline = world.tree(folders.output)["en/journeys/index.html"]

    assert "J-ab -> ab/ <Journey> · A – B ·" in outline
    assert "J-aba -> aba/ <Journey> · A – B – A ·" in outline
    assert "J-abcdefg -> abcdefg/ <Journey> · A – G ·" in outline, "of a long way its ends"
    assert "J-c -> c/ <Journey> · cover c\n" in outline, "one place is no way"


def test_the_words_of_the_index_for_a_material_are_shown_where_nothing_better_is_said(tmp_path: Path) -> None:
    works = {
        "told": "material: {fa: نخ ابریشم, ar: خيط حرير, en: silk thread}\nmaterials: [silk]\n",
        "untold": "materials: [silk]\n",
        "other": "materials: [paper]\n",
    }
    files = {
        f"content/works/{id}/facts.yaml": f"name: {{fa: {id}, ar: {id}, en: {id}}}\ntype: textile\n{material}"
        for id, material in works.items()
    }
    folders = world.site(tmp_path, files)
    assert world.built(folders).ok
    pages = world.tree(folders.output)
    assert "Material: silk thread\n" in pages["en/works/told/index.html"]
    assert "<silk>" not in pages["en/works/told/index.html"]
    assert "Material: <silk>\n" in pages["en/works/untold/index.html"]
    assert groups(pages["fa/works/material/silk/index.html"]) == {"all": ["told", "untold"]}


# ---------------------------------------------------------------- the tables


def test_the_index_of_topics_has_a_section_for_every_facet() -> None:
    shown = [facet for section in SECTIONS for facet in section.facets]
    assert sorted(shown) == sorted(FACET)


@pytest.mark.parametrize("facet", [facet for facet in FACETS if facet.many], ids=lambda facet: facet.key)
def test_every_word_that_a_facet_says_in_the_plural_has_one(facet: Facet) -> None:
    fields = {"role": "roles"}
    hints = get_type_hints(KIND[facet.kind].facts, include_extras=True)
    assert set(choices_of(hints[fields.get(facet.name, facet.name)])) <= MANY.keys()


# ---------------------------------------------------------------- in a browser without scripts


@pytest.fixture(scope="module")
def address(serve_folder: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> str:
    people = {
        f"content/people/{id}/facts.yaml": f"name: {{fa: {fa}, ar: {ar}, en: {en}}}\nroles: [{role}]\nborn: {born}\n"
        for id, fa, ar, en, role, born in (
            ("hafez", "حافظ", "حافظ", "Hafez", "poet", 1315),
            ("sina", "سینا", "سينا", "Sina", "physician", 980),
        )
    }
    return serve_folder(in_real_dress(tmp_path_factory.mktemp("topics"), people)[0])


@pytest.mark.parametrize(
    ("code", "topics", "role", "person"),
    [
        ("fa", "موضوع‌ها", "شاعران", "حافظ"),
        ("ar", "الموضوعات", "الشعراء", "حافظ"),
        ("en", "Topics", "Poets", "Hafez"),
    ],
)
def test_without_a_script_one_gets_from_the_page_of_search_by_topic_to_a_record(
    browser: Browser, address: str, code: str, topics: str, role: str, person: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{address}{code}/search/")
    tab.locator(".to-topics a").click()
    assert tab.locator("h1").inner_text() == topics

    tab.get_by_role("link", name=role).click()
    assert tab.locator("h1").inner_text() == role
    assert tab.locator(".entry-name").all_inner_texts() == [person]
    tab.locator(".entry-name").click()
    tab.wait_for_url(f"{address}{code}/people/hafez/")
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("page", ["topics", "people", "people/role", "people/role/poet"])
def test_the_indexes_fit_any_width_and_their_headings_go_down_step_by_step(
    browser: Browser, address: str, page: str, width: int
) -> None:
    tab = browser.new_page(viewport={"width": width, "height": 800})
    for code in ("fa", "ar", "en"):
        tab.goto(f"{address}{code}/{page}/")
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
        levels = tab.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(h => Number(h.tagName[1]))")
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))
    tab.close()
