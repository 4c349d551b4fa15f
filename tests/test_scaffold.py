"""`new`: a record to begin with must be one that the engine itself can read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.photographs import photograph
from tests.small_site import TODAY, built, codes, draw_once, folders_in, small_site, tree
from warraq.build import Options, build
from warraq.cli import main
from warraq.model.kinds import KINDS


@pytest.fixture(autouse=True)
def _quick_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    draw_once(monkeypatch)


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_a_new_record_of_any_kind_can_be_read_as_it_is_written(tmp_path: Path, kind: str) -> None:
    folders = small_site(tmp_path)
    built(folders)
    before = tree(folders.output)
    assert main(["new", kind, "my-first-one", "--root", str(tmp_path), "--language", "en"]) == 0
    assert (tmp_path / "content" / kind / "my-first-one/facts.yaml").is_file()
    report = built(folders)
    assert report.ok, [(d.rule.code, d.values) for d in report.diagnostics]
    assert tree(folders.output) == before, "it is a draft, so readers see nothing of it"


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_a_new_record_can_be_seen_in_the_preview(tmp_path: Path, kind: str) -> None:
    folders = small_site(tmp_path)
    main(["new", kind, "my-first-one", "--root", str(tmp_path), "--language", "en"])
    report = build(folders, Options(today=TODAY, drafts=True))
    assert set(codes(report)) <= {"C303", "C305", "C306", "C308", "C311"}, codes(report)


def test_a_story_gets_a_text_in_every_language_and_says_that_it_is_a_draft(tmp_path: Path) -> None:
    small_site(tmp_path)
    main(["new", "stories", "my-first-one", "--root", str(tmp_path), "--language", "en"])
    folder = tmp_path / "content/stories/my-first-one"
    assert sorted(path.name for path in folder.iterdir()) == ["ar.md", "en.md", "fa.md", "facts.yaml"]
    assert "\ndraft: yes\n" in (folder / "facts.yaml").read_text("utf-8")


def test_the_kind_may_be_named_by_its_word_for_one(tmp_path: Path) -> None:
    small_site(tmp_path)
    assert main(["new", "person", "hafez", "--root", str(tmp_path)]) == 0
    assert (tmp_path / "content/people/hafez/facts.yaml").is_file()


def test_facts_name_every_field_of_the_kind_those_that_may_be_left_out_as_offers(tmp_path: Path) -> None:
    small_site(tmp_path)
    main(["new", "events", "conference", "--root", str(tmp_path), "--language", "en"])
    lines = (tmp_path / "content/events/conference/facts.yaml").read_text("utf-8").splitlines()
    assert any(line.startswith("starts: ") for line in lines)
    assert any(line.startswith("# venue: ") for line in lines)
    assert any("conference | exhibition" in line for line in lines)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["storys", "a-tale"], "stories"),
        (["stories", "A Tale"], "A Tale"),
        (["stories", "../elsewhere"], "elsewhere"),
        (["stories", "bridge"], "bridge"),
        (["stories"], "kind"),
    ],
)
def test_what_cannot_be_begun_is_refused_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    small_site(tmp_path)
    before = tree(tmp_path)
    assert main(["new", *words, "--root", str(tmp_path), "--language", "en"]) == 2
    assert said in capsys.readouterr().err
    assert tree(tmp_path) == before


def test_offers_that_are_taken_up_can_be_read_too(tmp_path: Path) -> None:
    small_site(tmp_path)
    main(["new", "people", "hafez", "--root", str(tmp_path), "--language", "en"])
    facts = tmp_path / "content/people/hafez/facts.yaml"
    wanted = ("# roles:", "# born:", "# died:", "# living:")
    lines = [
        line.removeprefix("# ") if line.startswith(wanted) else line
        for line in facts.read_text("utf-8").splitlines()
    ]
    facts.write_text("\n".join(lines) + "\n", "utf-8")
    assert built(folders_in(tmp_path)).ok


def test_the_offer_of_a_picture_can_be_taken_up_as_it_stands(tmp_path: Path) -> None:
    small_site(tmp_path)
    main(["new", "people", "hafez", "--root", str(tmp_path), "--language", "en"])
    facts = tmp_path / "content/people/hafez/facts.yaml"
    lines = [
        line.removeprefix("# ") if line.startswith(("# pictures:", "#   ")) else line
        for line in facts.read_text("utf-8").splitlines()
    ]
    facts.write_text("\n".join(lines) + "\n", "utf-8")
    (facts.parent / "picture.jpg").write_bytes(photograph())
    report = built(folders_in(tmp_path))
    assert report.ok
    assert [code for code in codes(report) if code.startswith("I")] == []
