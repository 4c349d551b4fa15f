"""A build that finds everything as the last one left it runs no stage; whatever differs, it runs them all."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

import pytest

from tests.world import TODAY, built, site, tree
from warraq import pipeline
from warraq.build import Folders, Options, build

HAFEZ = "name: {fa: حافظ, ar: حافظ, en: Hafez}\n"


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """A small site, built."""
    made = site(tmp_path, {"content/people/hafez/facts.yaml": HAFEZ})
    assert built(made).written
    return made


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A list that grows by one whenever the stages run."""
    counted: list[str] = []
    stages = pipeline.Workshop.build

    def counting(*values: object) -> object:
        counted.append("run")
        return stages(*values)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline.Workshop, "build", counting)
    return counted


def test_nothing_runs_where_nothing_has_changed(folders: Folders, runs: list[str]) -> None:
    report = built(folders)
    assert runs == []
    assert report.ok
    assert report.written is not None
    assert (report.rendered, report.written.changed, report.pages > 0) == (0, (), True)


def test_an_edit_that_keeps_size_and_time_is_seen(folders: Folders, runs: list[str]) -> None:
    path = folders.content / "people/hafez/facts.yaml"
    before = path.stat()
    path.write_text(HAFEZ.replace("Hafez", "Hafiz"), "utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    built(folders)
    assert runs == ["run"]
    assert "Hafiz" in (folders.output / "en/people/hafez/index.html").read_text("utf-8")


@pytest.mark.parametrize("change", ["new file", "template", "catalogue", "output changed", "output deleted"])
def test_whatever_differs_makes_the_stages_run(folders: Folders, runs: list[str], change: str) -> None:
    before = tree(folders.output)
    page = folders.output / "en/people/hafez/index.html"
    if change == "new file":
        (folders.content / "people/hafez/en.md").write_text("A poet.\n", "utf-8")
    elif change == "template":
        template = folders.templates / "outline.html"
        template.write_text(template.read_text("utf-8") + "\n", "utf-8")
    elif change == "catalogue":
        (folders.catalogs / "NEW").write_text("", "utf-8")
    elif change == "output changed":
        page.write_text("somebody else's", "utf-8")
    else:
        page.unlink()
    assert built(folders).ok
    assert runs == ["run"]
    if change == "output deleted":
        assert tree(folders.output) == before


def test_another_day_or_another_address_is_another_build(folders: Folders, runs: list[str]) -> None:
    build(folders, Options(today=TODAY + datetime.timedelta(days=1)))
    build(folders, Options(today=TODAY, base_url="https://other.example"))
    assert runs == ["run", "run"]


def test_a_build_with_faults_is_told_again_each_time(folders: Folders, runs: list[str]) -> None:
    (folders.content / "people/hafez/facts.yaml").write_text("nam: x\n", "utf-8")
    assert [built(folders).ok for _ in range(2)] == [False, False]
    assert runs == ["run", "run"]


def test_a_lost_memory_only_means_that_the_stages_run(folders: Folders, runs: list[str]) -> None:
    for path in folders.cache.iterdir():
        path.write_bytes(b"damaged")
    assert built(folders).ok
    assert runs == ["run"]
