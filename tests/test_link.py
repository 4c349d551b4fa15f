"""The second stage: references lead somewhere, and whatever is named knows by whom."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.world import TODAY, built, codes, places, site, tree
from warraq.build import Folders
from warraq.index.shelf import Folder, Librarian
from warraq.link.resolve import Linked, link
from warraq.read.records import list_folders
from warraq.read.settings import read_site

HAFEZ = "name: {fa: حافظ, ar: حافظ, en: Hafez}\n"
SHIRAZ = "name: {fa: شیراز, ar: شيراز, en: Shiraz}\n"


def linked(folders: Folders, today: datetime.date = TODAY, *, drafts: bool = False) -> Linked:
    """The library of a world and what is wrong with its references."""
    found = read_site(folders.content, "content")
    listed, _ = list_folders(folders.content, "content")
    librarian = Librarian(found, folders.content, lambda _key, make: make())
    taken = [
        librarian.take_in(
            Folder(kind, name, str(folders.content / kind / name), f"content/{kind}/{name}", (), True)
        )
        for kind, name in listed
    ]
    entries = [shelved.entry for shelved in taken if shelved.entry]
    assert not [note for shelved in taken for note in shelved.notes]
    return link(entries, found, today, librarian.fetch, drafts=drafts)


def speakers(linked: Linked) -> dict[str, list[str]]:
    """For each record that is named, the keys of those that name it."""
    keys = linked.library.by_key
    return {key: sorted(named) for key in keys if (named := linked.library.speakers(key))}


def test_a_record_knows_all_that_name_it_in_facts_in_their_parts_and_in_texts(tmp_path: Path) -> None:
    found = linked(
        site(
            tmp_path,
            {
                "content/places/shiraz/facts.yaml": SHIRAZ,
                "content/people/hafez/facts.yaml": HAFEZ + "birthplace: shiraz\ndeathplace: shiraz\n",
                "content/journeys/home/facts.yaml": "name: {en: Home}\nstops:\n  - place: shiraz\n",
                "content/works/divan/facts.yaml": "name: {en: Divan}\ntype: book\n",
                "content/works/divan/en.md": "Poems from [[shiraz]], from [[places/shiraz|the city]].\n",
            },
        )
    )
    assert not found.diagnostics
    assert speakers(found) == {"places/shiraz": ["journeys/home", "people/hafez", "works/divan"]}


def test_a_record_that_names_itself_is_not_its_own_company(tmp_path: Path) -> None:
    files = {
        "content/places/shiraz/facts.yaml": SHIRAZ,
        "content/places/shiraz/fa.md": "[[shiraz]] شهری است.\n",
    }
    assert speakers(linked(site(tmp_path, files))) == {}


def test_a_draft_that_is_named_is_told_and_stands_without_a_link(tmp_path: Path) -> None:
    folders = site(
        tmp_path,
        {
            "content/people/hafez/facts.yaml": HAFEZ + "draft: yes\nplaces: [shiraz]\n",
            "content/places/shiraz/facts.yaml": SHIRAZ,
            "content/places/shiraz/en.md": "The city of [[hafez]].\n",
        },
    )
    report = built(folders)
    assert [place for place in places(report) if place.startswith("L")] == ["L205 places/shiraz/en.md:1:13"]
    page = tree(folders.output)["en/places/shiraz/index.html"]
    assert "[hafez] = Hafez, without a link" in page
    assert "speaking" not in page, "nobody hears from a draft"
    assert not [name for name in tree(folders.output) if "hafez" in name]


@pytest.mark.parametrize(
    ("today", "drafts", "public"),
    [
        (datetime.date(2026, 3, 20), False, ["places/shiraz"]),
        (datetime.date(2026, 3, 21), False, ["people/hafez", "places/shiraz"]),
        (datetime.date(2026, 3, 20), True, ["people/hafez", "people/saadi", "places/shiraz"]),
    ],
    ids=["the day before", "the day itself", "with drafts"],
)
def test_a_record_appears_on_its_day(
    tmp_path: Path, today: datetime.date, drafts: bool, public: list[str]
) -> None:
    files = {
        "content/people/hafez/facts.yaml": HAFEZ + "publish: 2026-03-21\n",
        "content/people/saadi/facts.yaml": "draft: yes\nname: {en: Saadi}\n",
        "content/places/shiraz/facts.yaml": SHIRAZ,
    }
    assert sorted(linked(site(tmp_path, files), today, drafts=drafts).library.by_key) == public


def two_of_a_name(text: str) -> Mapping[str, str]:
    """A person and a term of one id, and a place whose text names them."""
    return {
        "content/people/rind/facts.yaml": "name: {fa: رند, ar: رند, en: Rind}\n",
        "content/terms/rind/facts.yaml": "name: {en: Rind}\nmeaning: {en: A free spirit}\n",
        "content/places/shiraz/facts.yaml": SHIRAZ,
        "content/places/shiraz/en.md": text,
    }


def test_an_id_that_two_records_share_must_say_its_kind(tmp_path: Path) -> None:
    found = linked(site(tmp_path, two_of_a_name("Home of [[rind]].\n")))
    assert [d.rule.code for d in found.diagnostics] == ["L203"]
    assert dict(found.diagnostics[0].values)["choices"] == "[[people/rind]], [[terms/rind]]"


def test_an_id_with_its_kind_is_plain(tmp_path: Path) -> None:
    found = linked(site(tmp_path, two_of_a_name("Home of [[terms/rind]].\n")))
    assert not found.diagnostics
    assert speakers(found) == {"terms/rind": ["places/shiraz"]}


def test_a_field_for_one_kind_takes_the_record_of_that_kind(tmp_path: Path) -> None:
    poem = {"content/works/poem/facts.yaml": "name: {en: Poem}\ntype: book\nmakers: rind\n"}
    files = {**two_of_a_name("A city.\n"), **poem}
    assert speakers(linked(site(tmp_path, files))) == {"people/rind": ["works/poem"]}


def test_a_link_to_an_unknown_kind_is_told_even_where_the_id_is_known(tmp_path: Path) -> None:
    files = {"content/people/hafez/facts.yaml": HAFEZ, "content/people/hafez/en.md": "See [[poets/hafez]].\n"}
    found = linked(site(tmp_path, files))
    assert [d.rule.code for d in found.diagnostics] == ["L201"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("shirz", "shiraz"), ("shriaz", "shiraz"), ("shiraz-city", None), ("hafiz", None)],
)
def test_the_nearest_id_of_a_fitting_kind_is_offered(tmp_path: Path, written: str, meant: str | None) -> None:
    files = {
        "content/places/shiraz/facts.yaml": SHIRAZ,
        "content/people/hafez/facts.yaml": HAFEZ + f"birthplace: {written}\n",
    }
    (note,) = linked(site(tmp_path, files)).diagnostics
    assert (note.rule.code, dict(note.values).get("near")) == ("L201" if meant else "L206", meant)


def test_links_in_code_and_escaped_ones_are_left_alone(tmp_path: Path) -> None:
    text = "Write `[[nowhere]]` or \\[[nowhere]].\n\n```\n[[nowhere]]\n```\n"
    files = {"content/places/shiraz/facts.yaml": SHIRAZ, "content/places/shiraz/en.md": text}
    assert codes(built(site(tmp_path, files))) == ["C305"]


def test_the_home_page_may_lead_only_to_stories_that_are_there(tmp_path: Path) -> None:
    folders = site(tmp_path, {})
    settings = folders.content / "site.yaml"
    settings.write_text(settings.read_text("utf-8") + "home:\n  lead: the-road\n", "utf-8")
    assert places(built(folders)) == ["L206 site.yaml:11:9"]
