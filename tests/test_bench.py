"""The sites that measurements are made on: always the same, without faults, and told in full by every generator."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from bench import contestants, floor, tables
from bench.corpus import LAYOUTS, make_corpus
from bench.draw import Draw
from bench.measuring import Cost, Failed, measure
from bench.own_site import CONTENT
from bench.passages import LANGUAGES, read_passages
from bench.rounds import Run, make_edit
from bench.stories import Size, body, story
from tests.small_site import REPOSITORY, built, draw_once, folders_in, tree

STORIES = 2


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_same_size_gives_the_same_bytes(tmp_path: Path, layout: str) -> None:
    written = make_corpus(tmp_path / "one", STORIES, layout)
    make_corpus(tmp_path / "two", STORIES, layout)
    files = tree(tmp_path / "one")
    assert len(files) == written
    assert files == tree(tmp_path / "two")


def test_the_bytes_do_not_depend_on_hashing_or_locale(tmp_path: Path) -> None:
    make_corpus(tmp_path / "here", STORIES, "warraq")
    command = [sys.executable, str(REPOSITORY / "bench/corpus.py"), "--stories", str(STORIES), "--out"]
    surroundings = {**os.environ, "PYTHONHASHSEED": "4711", "LC_ALL": "C", "PYTHONUTF8": "0"}
    subprocess.run([*command, str(tmp_path / "there")], env=surroundings, check=True, capture_output=True)
    assert tree(tmp_path / "here") == tree(tmp_path / "there")


def test_the_engine_finds_no_fault_and_makes_every_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw_once(monkeypatch)
    make_corpus(tmp_path, STORIES, "warraq")
    parts = {"templates": "templates", "assets": "assets", "catalogs": "i18n"}
    folders = replace(folders_in(tmp_path), **{name: REPOSITORY / part for name, part in parts.items()})
    report = built(folders)
    assert report.ok, report.diagnostics
    assert report.diagnostics == ()
    pages = {path.relative_to(folders.output).as_posix() for path in folders.output.rglob("index.html")}
    assert {f"{code}/stories/story-{n:04}/index.html" for code in LANGUAGES for n in (1, 2)} <= pages


def test_stories_are_of_a_usual_length_and_hold_what_texts_hold() -> None:
    passages = read_passages(CONTENT)
    texts = {
        code: [body(story(passages, Size(100), number), code) for number in range(1, 101)]
        for code in LANGUAGES
    }
    for code, bodies in texts.items():
        assert 2800 < sum(map(len, bodies)) / 100 < 4500, code
        assert len(set(bodies)) == 100
        for mark in ("## ", "[^1]: ", "\n> ", "\n- ", "[[story-", "[[person-", "[[place-", "[[source-"):
            assert all(mark in text for text in bodies), mark
        assert sum("**" in text for text in bodies) > 50
        assert sum("\n|:--|" in text for text in bodies) == 25


@pytest.mark.parametrize("layout", ["hugo", "pelican"])
def test_others_get_the_same_texts_in_plain_markdown(tmp_path: Path, layout: str) -> None:
    make_corpus(tmp_path, STORIES, layout)
    texts = [path.read_text("utf-8") for path in sorted((tmp_path / "content").rglob("*.md"))]
    assert len(texts) == STORIES * len(LANGUAGES)
    own = body(story(read_passages(CONTENT), Size(STORIES), 1), "en")
    heading = re.findall(r"^## .*$", own, re.MULTILINE)
    assert any(all(line in text for line in heading) for text in texts)
    for text in texts:
        assert "[[" not in text
        assert re.search(r"\]\(/(fa|ar|en)/stories/story-000[12]/\)", text)


@pytest.mark.parametrize("make", [contestants.warraq, contestants.hugo, contestants.pelican])
def test_every_edit_finds_its_place_in_the_site(tmp_path: Path, make: object) -> None:
    contestant = make() if make is contestants.warraq else make("program")  # type: ignore[operator]
    contestant.make_site(tmp_path / "site", STORIES)
    for edit in contestant.edits(STORIES).values():
        make_edit(edit, tmp_path / "site", "the-mark")
        assert (tmp_path / "site" / edit.file).read_text("utf-8").count("the-mark") == 1


def test_draws_are_the_same_for_ever_and_within_their_bounds() -> None:
    draw = Draw("story", 1)
    assert [draw.below(1000) for _ in range(4)] == [28, 57, 492, 184]
    assert sorted(Draw("x").some("abc", 5)) == ["a", "b", "c"]
    assert sorted(Draw("x").numbers(9, 4, but=2)) == [1, 3, 4]
    assert Draw("x").numbers(3, 1, but=1) == ()


def test_a_process_is_measured_with_those_that_it_starts(tmp_path: Path) -> None:
    work = "sum(i * i for i in range(3_000_000))"
    inner = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {work!r}], check=True)"
    cost = measure((sys.executable, "-c", inner), tmp_path)
    idle = measure((sys.executable, "-c", "pass"), tmp_path)
    assert cost.cpu > idle.cpu
    assert cost.wall > 0
    assert 1 < cost.peak < 5000, (
        "in megabytes; a new process begins with the memory of the one that started it"
    )
    with pytest.raises(Failed, match="went wrong"):
        measure((sys.executable, "-c", "raise SystemExit('it went wrong')"), tmp_path)


def test_the_table_gives_medians_and_the_ratio_to_hugo() -> None:
    walls = {"warraq": (1.0, 3.0, 2.0), "hugo": (4.0, 4.0, 9.0)}
    runs = [
        Run(name, 100, "cold", number, Cost(wall, wall * 2, 50))
        for name, seconds in walls.items()
        for number, wall in enumerate(seconds, 1)
    ]
    table = tables.as_table(runs, [(100, "one story", 0.2), (100, "one story", 0.1), (100, "one story", 0.3)])
    assert "| 100 | warraq | cold | 2.00 | 4.00 | 13.33 | 50 | 0.50 |" in table
    assert "| 100 | one story | 0.200 | 0.300 |" in table
    assert len(json.loads(json.dumps(tables.as_values(runs, [])))["builds"]) == 6


def test_an_edit_that_finds_nothing_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "template.html").write_text("<p>nothing to mark</p>", "utf-8")
    edit = contestants.Edit("template.html", "page.html", lambda text, mark: text)
    with pytest.raises(Failed, match="can be marked"):
        make_edit(edit, tmp_path, "mark")


def test_the_least_work_reads_all_and_writes_as_much(tmp_path: Path) -> None:
    (tmp_path / "public/en").mkdir(parents=True)
    (tmp_path / "public/en/index.html").write_bytes(b"page")
    floor.write_as_much(tmp_path / "public", tmp_path / "copy")
    assert tree(tmp_path / "copy") == {"en/index.html": bytes(4)}
