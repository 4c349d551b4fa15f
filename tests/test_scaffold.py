"""`new`: a record to begin with must be one that the engine itself can read, and tells in it what belongs where."""

from __future__ import annotations

import dataclasses
import re
import shutil
from pathlib import Path

import pytest

from tests.photographs import photograph
from tests.small_site import TODAY, built, codes, draw_once, folders_in, small_site, tree, write
from warraq.build import Options, build
from warraq.cli import main
from warraq.editing.guidance import FIELDS, guidance
from warraq.lang.dates import read_date
from warraq.lang.direction import base_direction
from warraq.model.kinds import KIND, KINDS

KIND_NAMES = [kind.name for kind in KINDS]


@pytest.fixture(autouse=True)
def _quick_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    draw_once(monkeypatch)


def begun(root: Path, kind: str, language: str = "en") -> Path:
    """The folder of a new record, written by the command."""
    assert main(["new", kind, "my-first-one", "--root", str(root), "--language", language]) == 0
    return root / "content" / kind / "my-first-one"


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_a_new_record_of_any_kind_can_be_read_as_it_is_written(tmp_path: Path, kind: str) -> None:
    folders = small_site(tmp_path)
    built(folders)
    before = tree(folders.output)
    assert (begun(tmp_path, kind) / "facts.yaml").is_file()
    report = built(folders)
    assert report.ok, [(d.rule.code, d.values) for d in report.diagnostics]
    assert tree(folders.output) == before, "it is a draft, so readers see nothing of it"


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_a_new_record_can_be_seen_in_the_preview(tmp_path: Path, kind: str) -> None:
    folders = small_site(tmp_path)
    begun(tmp_path, kind)
    report = build(folders, Options(today=TODAY, drafts=True))
    assert set(codes(report)) <= {"C303", "C305", "C306", "C308", "C311"}, codes(report)


def test_a_story_gets_a_text_in_every_language_and_says_that_it_is_a_draft(tmp_path: Path) -> None:
    small_site(tmp_path)
    folder = begun(tmp_path, "stories")
    assert sorted(path.name for path in folder.iterdir()) == ["ar.md", "en.md", "fa.md", "facts.yaml"]
    assert "\ndraft: yes\n" in (folder / "facts.yaml").read_text("utf-8")


def test_the_kind_may_be_named_by_its_word_for_one(tmp_path: Path) -> None:
    small_site(tmp_path)
    assert main(["new", "person", "hafez", "--root", str(tmp_path)]) == 0
    assert (tmp_path / "content/people/hafez/facts.yaml").is_file()


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


# ---------------------------------------------------------------- what stands beside the fields


def test_every_field_is_explained_in_a_line_above_it_and_what_can_be_left_out_is_an_offer(
    tmp_path: Path,
) -> None:
    small_site(tmp_path)
    lines = (begun(tmp_path, "events") / "facts.yaml").read_text("utf-8").splitlines()
    for field in dataclasses.fields(KIND["events"].facts):
        place = next(n for n, line in enumerate(lines) if re.match(rf"#?{field.name}:", line))
        above = [line for line in lines[place - 2 : place] if re.match(r"# \S", line)]
        assert above, field.name
    assert "type: conference  # conference | exhibition | workshop | talk | fair | session" in lines
    assert any(line.startswith("starts: ") for line in lines), "what is needed is no offer"
    assert any(line.startswith("#venue: ") for line in lines)


def test_many_words_to_choose_from_stand_above_their_field_in_lines_that_fit(tmp_path: Path) -> None:
    small_site(tmp_path)
    lines = (begun(tmp_path, "people") / "facts.yaml").read_text("utf-8").splitlines()
    place = lines.index("#roles: [artist]")
    assert lines[place - 3].startswith("#   artist | astronomer")
    assert max(map(len, lines)) <= 120


def test_dates_are_shown_in_three_calendars_and_all_can_be_read(tmp_path: Path) -> None:
    small_site(tmp_path)
    lines = (begun(tmp_path, "people") / "facts.yaml").read_text("utf-8").splitlines()
    days = next(line for line in lines if " AH, " in line).partition(": ")[2].split(", ")
    assert [read_date(day).calendar for day in days] == ["gregorian", "islamic", "persian"]
    assert len({read_date(day).first_day for day in days}) == 1, "it is the same day"
    born = next(line for line in lines if line.startswith("#born: "))
    assert re.fullmatch(r"#born: \d{4}  # \d{4} AH, \d{4} SH", born)


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_there_is_guidance_on_every_field(kind: str) -> None:
    for field in dataclasses.fields(KIND[kind].facts):
        assert guidance(kind, field.name).endswith(".")


def test_there_is_no_guidance_on_fields_that_are_gone() -> None:
    fields = {field.name for kind in KINDS for field in dataclasses.fields(kind.facts)}
    assert {name.rpartition(".")[2] for name in FIELDS} <= fields


@pytest.mark.parametrize(("code", "direction"), [("fa", "rtl"), ("ar", "rtl"), ("en", "ltr")])
def test_guidance_is_in_the_language_of_the_editors_and_check_has_nothing_to_say_of_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], code: str, direction: str
) -> None:
    small_site(tmp_path)
    shutil.rmtree(tmp_path / "i18n")  # then the words of the house are taken
    settings = tmp_path / "content/site.yaml"
    settings.write_text(settings.read_text("utf-8") + f"editors_language: {code}\n", "utf-8")
    folder = tmp_path / "content/stories/my-first-one"
    main(["new", "stories", "my-first-one", "--root", str(tmp_path)])
    for name in ("facts.yaml", "fa.md"):
        said = [line for line in (folder / name).read_text("utf-8").splitlines() if re.match(r"# \S", line)]
        assert {base_direction(line) for line in said} == {direction}, name
    capsys.readouterr()
    assert main(["check", "--root", str(tmp_path)]) == 0
    assert "my-first-one" not in capsys.readouterr().out


# ---------------------------------------------------------------- offers


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_every_offer_can_be_taken_up_as_it_stands(tmp_path: Path, kind: str) -> None:
    # A site that has a record of each kind, so that an offer can name one.
    small_site(tmp_path)
    for other in KIND_NAMES:
        if not (tmp_path / "content" / other).is_dir():
            shutil.copytree(begun(tmp_path, other), tmp_path / "content" / other / "one")
            shutil.rmtree(tmp_path / "content" / other / "my-first-one")
    folder = begun(tmp_path, kind)
    facts = folder / "facts.yaml"
    taken = re.sub(r"(?m)^#(?! |$)|^#(?=  +(?:- )?\w+:)", "", facts.read_text("utf-8"))
    assert "\n#" not in re.sub(r"\n# .*", "", taken)
    write(facts, re.sub(r"(?m)^consent:\n(?:  .*\n)+", "", taken))
    write(folder / "picture.jpg", photograph())
    report = built(folders_in(tmp_path))
    wrong = [(d.rule.code, d.values) for d in report.diagnostics if d.span and "my-first-one" in d.span.file]
    assert report.ok, wrong
    assert [code for code, _ in wrong if code.startswith(("R", "I6"))] == []


def test_the_form_of_a_consent_is_offered_too(tmp_path: Path) -> None:
    small_site(tmp_path)
    facts = begun(tmp_path, "people") / "facts.yaml"
    text = facts.read_text("utf-8")
    taken = re.sub(r"(?m)^#(?=(?:living|consent):|  (?:given|covers|record):)", "", text)
    write(facts, taken.replace("living: no", "living: yes"))
    assert built(folders_in(tmp_path)).ok
