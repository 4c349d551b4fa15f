"""A whole small site, from its folders to every file that readers get, as outlines that can be read.

`golden/three-languages/content/` is the site; `golden/three-languages/expected/` holds a file for each language
with all of its pages, and one for the files outside the languages. To write them anew after a change:
`WARRAQ_UPDATE_GOLDEN=1 python3 build.py test tests/test_golden.py`; then read the difference.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.world import built, places, read_sections, site, snapshot, tree, updating
from warraq.build import Folders

GOLDEN = Path(__file__).parent / "golden" / "three-languages"
PARTS = ("en", "fa", "ar", "all")


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    """The folders of the site, built once."""
    content = {
        path.relative_to(GOLDEN).as_posix(): path.read_bytes() for path in (GOLDEN / "content").rglob("*.*")
    }
    found = site(tmp_path_factory.mktemp("golden"), content)
    report = built(found)
    assert report.ok, report.diagnostics
    return found


def part_of(name: str) -> str:
    """The expected file that an output file is written down in."""
    code = name.partition("/")[0]
    return code if code in PARTS else "all"


@pytest.mark.parametrize("part", PARTS)
def test_a_small_site_becomes_exactly_these_pages(part: str, folders: Folders) -> None:
    outlines = {name: text for name, text in tree(folders.output).items() if part_of(name) == part}
    path = GOLDEN / "expected" / f"{part}.txt"
    if updating():
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n".join(f"-- {name} --\n{text}" for name, text in outlines.items()), "utf-8")
    expected = {name: str(text).rstrip("\n") for name, text in read_sections(path).items()}
    assert {name: text.rstrip("\n") for name, text in outlines.items()} == expected


def test_it_is_told_what_is_still_missing_in_the_site(folders: Folders) -> None:
    assert places(built(folders, check_only=True)) == [
        "C306 people/tawfiq-canaan/facts.yaml:1:1",
        "L205 stories/the-guest-house/en.md:6:113",
        "L205 stories/the-guest-house/facts.yaml:4:25",
        "C305 pages/thanks/facts.yaml:1:1",
        "C305 people/tawfiq-canaan/facts.yaml:1:1",
        "C333 stories/the-guest-house/fa.md:1:1",
        "C305 stories/the-guest-house/facts.yaml:1:1",
    ]


def test_nothing_of_what_is_not_public_is_in_any_file(folders: Folders) -> None:
    files = tree(folders.output)
    searched = (path.read_text("utf-8") for path in (folders.output / "assets" / "search").rglob("*.js"))
    everything = "\n".join((*files, *files.values(), *searched))
    for secret in ("nobody", "a-draft", "Nobody reads this", "in-spring", "In spring", "people/ibn-sina"):
        assert secret not in everything


def test_building_it_again_touches_no_file(folders: Folders) -> None:
    before = snapshot(folders.output)
    report = built(folders)
    assert report.rendered == 0
    assert report.written is not None
    assert (report.written.changed, report.written.removed) == ((), ())
    assert snapshot(folders.output) == before
