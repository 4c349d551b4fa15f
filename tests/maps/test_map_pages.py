"""The maps of a site: which pages have one, what they show, and that an edit changes just those that it concerns."""

from __future__ import annotations

import json
import shutil
import time
from pathlib import Path

import pytest

from tests.maps.test_sheets import ISFAHAN, PERSIAN
from tests.small_site import built, in_real_dress, real_site, small_site, tree, write
from warraq.maps.plates import place_map

PLACES = {
    "content/places/isfahan/facts.yaml": (
        "name: {fa: اصفهان, ar: أصفهان, en: Isfahan}\nregion: isfahan\ncoordinates: [32.654, 51.668]\n"
    ),
    "content/places/naqsh-e-jahan/facts.yaml": (
        "name: {fa: نقش جهان, en: Naqsh-e Jahan}\npart_of: isfahan\ncoordinates: [32.66, 51.68]\n"
    ),
    "content/places/jerusalem/facts.yaml": "name: {en: Jerusalem, ar: القدس}\ncoordinates: [31.777, 35.234]\n",
    "content/places/basra/facts.yaml": "name: {en: Basra}\n",
    "content/journeys/nasir/facts.yaml": (
        "name: {en: Nasir’s journey}\nbegins: 1046\nstops: [{place: jerusalem}, {place: basra}, {place: isfahan}]\n"
    ),
}


def page(folder: Path, address: str) -> str:
    return (folder / address / "index.html").read_text("utf-8")


# ------------------------------------------------------------ which pages have maps


def test_a_site_without_points_has_no_map(tmp_path) -> None:
    output, report = in_real_dress(tmp_path)
    assert report.ok
    assert not (output / "en" / "map").exists()
    assert not (output / "data" / "places.geojson").exists()
    assert "/map/" not in page(output, "en")


def test_the_map_leads_to_every_place_and_journey_and_back(tmp_path) -> None:
    output, report = in_real_dress(tmp_path, PLACES)
    assert report.ok
    shown = page(output, "en/map")
    for link in ("../places/isfahan/", "../places/jerusalem/", "../places/basra/", "../journeys/nasir/"):
        assert f'href="{link}"' in shown
    assert 'href="map/"' in page(output, "en")
    for address in ("en/places/isfahan", "fa/places/isfahan", "ar/journeys/nasir"):
        assert '<svg class="map map-' in page(output, address)
        assert 'href="../../map/"' in page(output, address)
    assert '<svg class="map' not in page(output, "en/places/basra")
    assert (output / "sitemap.xml").read_text("utf-8").count("/map/</loc>") == 3


def test_coordinates_lead_to_the_readers_own_maps(tmp_path) -> None:
    """They are as exact as they were written, and run from left to right in every language."""
    output, _ = in_real_dress(tmp_path, PLACES)
    link = '<a class="external" href="geo:32.66,51.68" rel="external"><bdi dir="ltr">32.66, 51.68</bdi></a>'
    assert link in page(output, "fa/places/naqsh-e-jahan")


def test_a_place_is_shown_with_what_is_part_of_it(tmp_path) -> None:
    haft_tappeh = "name: {en: Pir Bakran}\npart_of: isfahan\ncoordinates: [32.2, 52.6]\n"
    output, _ = in_real_dress(tmp_path, {**PLACES, "content/places/pir-bakran/facts.yaml": haft_tappeh})
    assert 'href="../pir-bakran/"><title>Pir Bakran</title>' in page(output, "en/places/isfahan")
    assert 'href="../isfahan/"><title>Isfahan</title>' in page(output, "en/places/pir-bakran")


def test_a_journey_of_which_one_stop_is_known_has_no_map(tmp_path) -> None:
    one = PLACES["content/journeys/nasir/facts.yaml"].replace("{place: isfahan}", "{place: river}")
    output, _ = in_real_dress(tmp_path, {**PLACES, "content/journeys/nasir/facts.yaml": one})
    assert '<svg class="map' not in page(output, "en/journeys/nasir")
    assert 'class="map-way"' not in page(output, "en/map")


# ------------------------------------------------------------ open data


def test_the_places_are_given_as_geojson(tmp_path) -> None:
    files = {
        **PLACES,
        "content/places/secret/facts.yaml": "draft: yes\nname: {en: Secret}\ncoordinates: [1, 2]\n",
    }
    output, _ = in_real_dress(tmp_path, files)
    data = json.loads((output / "data" / "places.geojson").read_text("utf-8"))
    assert data["type"] == "FeatureCollection"
    found = {feature["id"]: feature for feature in data["features"]}
    assert found.keys() == {"river", "isfahan", "naqsh-e-jahan", "jerusalem", "basra"}
    # Longitude first, neither rounded nor padded (RFC 7946, 3.1.1).
    assert found["naqsh-e-jahan"]["geometry"] == {"type": "Point", "coordinates": [51.68, 32.66]}
    assert found["basra"]["geometry"] is None
    said = found["naqsh-e-jahan"]["properties"]
    assert said["names"] == {"fa": "نقش جهان", "en": "Naqsh-e Jahan"}
    assert said["part_of"] == "isfahan"
    assert said["pages"]["ar"] == "https://small.example/ar/places/naqsh-e-jahan/"


# ------------------------------------------------------------ edits

EDITS = (
    ("a place moves", "places/isfahan", "[32.654, 51.668]", "[32.7, 51.7]"),
    ("a point is found", "places/basra", "name: {en: Basra}", "name: {en: Basra}\ncoordinates: [30.5, 47.8]"),
    ("a story speaks of a place", "stories/mill", "places: [river]", "places: [river, jerusalem]"),
    ("a journey goes elsewhere", "journeys/nasir", "{place: jerusalem}", "{place: naqsh-e-jahan}"),
    ("a journey turns round", "journeys/nasir", "{place: naqsh-e-jahan}, {place: basra}", "{place: basra}"),
    ("a place is renamed", "places/isfahan", "en: Isfahan", "en: Esfahan"),
    ("a place is withdrawn", "places/basra", "name:", "draft: yes\nname:"),
    ("a point is lost", "places/jerusalem", "coordinates: [31.777, 35.234]\n", ""),
)
"""What happens, to which record, and which words of it become which: one after the other."""


def test_after_every_edit_all_maps_are_as_if_they_were_made_anew(tmp_path) -> None:
    folders = small_site(tmp_path / "edited", PLACES)
    assert built(folders).ok
    for number, (what, record, old, new) in enumerate(EDITS):
        path = tmp_path / "edited" / "content" / record / "facts.yaml"
        said = path.read_text("utf-8")
        assert old in said, what
        write(path, said.replace(old, new))
        assert built(folders).ok, what
        clean = small_site(tmp_path / f"clean{number}", PLACES)
        shutil.copytree(folders.content, clean.content, dirs_exist_ok=True)
        assert built(clean).ok, what
        assert tree(folders.output) == tree(clean.output), what


def test_a_place_that_moves_changes_the_maps_around_it_and_no_others(tmp_path) -> None:
    folders = small_site(tmp_path, PLACES)
    built(folders)
    before = tree(folders.output)
    path = tmp_path / "content/places/isfahan/facts.yaml"
    write(path, path.read_text("utf-8").replace("[32.654, 51.668]", "[32.7, 51.7]"))
    built(folders)
    after = tree(folders.output)
    pages = {
        name.removesuffix("index.html")
        for name in after
        if name.startswith("en/") and name.endswith("index.html")
    }
    changed = {name for name in pages if after[f"{name}index.html"] != before[f"{name}index.html"]}
    assert changed - {"en/search/"} == {
        "en/",
        "en/map/",
        "en/places/isfahan/",
        "en/places/naqsh-e-jahan/",
        "en/journeys/nasir/",
    }


def test_other_widths_of_letters_make_other_maps(tmp_path) -> None:
    folders = small_site(tmp_path, PLACES)
    built(folders)
    assert built(folders).rendered == 0
    write(tmp_path / "assets/fonts/widths.json", "{}\n")
    assert built(folders).rendered > 0


# ------------------------------------------------------------ weight and speed


def svgs(source: str) -> list[str]:
    return [part.partition("</svg>")[0] for part in source.split('<svg class="map ')[1:]]


@pytest.mark.parametrize("code", ["fa", "ar", "en"])
def test_the_maps_of_our_own_site_are_light(code) -> None:
    output, report = real_site()
    assert report.ok
    sheets = svgs(page(output, f"{code}/map"))
    assert len(sheets) == 3  # wide, narrow, and the part that is enlarged
    assert sum(len(sheet.encode()) for sheet in sheets) < 40_000
    assert sum(len(sheet.encode()) for sheet in svgs(page(output, code))) < 8_000
    small = [
        len(sheet.encode())
        for kind in ("places", "journeys")
        for path in (output / code / kind).glob("*/index.html")
        for sheet in svgs(path.read_text("utf-8"))
    ]
    assert len(small) > 20
    assert max(small) < 8_000


def test_a_small_map_is_drawn_in_three_milliseconds_once_its_ground_is_known() -> None:
    own = ISFAHAN._replace(is_own=True)
    place_map([own], "", PERSIAN)
    took = []
    for number in range(30):
        there = own._replace(latitude=32.65 + number / 1000)
        start = time.process_time()
        place_map([there, ISFAHAN], "", PERSIAN)
        took.append(time.process_time() - start)
    assert min(took) < 0.003
