"""What git knows of earlier states of a text: read, never written, and asked only when there is something to ask."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.small_site import draw_once, folders_in, small_site, write
from warraq import earlier
from warraq.build import Options, build
from warraq.earlier import Earlier, board_words, found_in_history, kept_words, names_of
from warraq.following.segments import mark_of
from warraq.pipeline import Workshop
from warraq.read.history import newest_commit, versions_of
from warraq.write.store import Store

WHO = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org", "-c", "commit.gpgsign=false"]


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", "-C", folder, *WHO, *words], check=True, capture_output=True)
    return done.stdout.decode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder in git below its top, in which two texts were written and changed."""
    content = tmp_path / "content"
    write(content / "a/en.md", "First.\n")
    write(content / "b/متن.md", "یک\n")
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "one")
    write(content / "a/en.md", "Second.\n")
    git(tmp_path, "commit", "-q", "-a", "-m", "two")
    return content


def test_the_versions_of_a_file_come_the_newest_first(folder: Path) -> None:
    assert list(versions_of(folder, ["a/en.md"])) == [("a/en.md", b"Second.\n"), ("a/en.md", b"First.\n")]


def test_several_files_are_asked_for_at_once_whatever_their_names(folder: Path) -> None:
    found = dict(versions_of(folder, ["a/en.md", "b/متن.md", "c/gone.md"]))
    assert found == {"a/en.md": b"First.\n", "b/متن.md": "یک\n".encode()}


def test_what_came_by_a_merge_is_known_too(folder: Path) -> None:
    git(folder, "checkout", "-q", "-b", "side", "HEAD~1")
    write(folder / "a/en.md", "Third.\n")
    git(folder, "commit", "-q", "-a", "-m", "three")
    git(folder, "checkout", "-q", "main")
    subprocess.run(["git", "-C", folder, *WHO, "merge", "-q", "side"], check=False, capture_output=True)
    write(folder / "a/en.md", "Both.\n")
    git(folder, "commit", "-q", "-a", "-m", "merged")
    versions = {content for _, content in versions_of(folder, ["a/en.md"])}
    assert versions == {b"First.\n", b"Second.\n", b"Third.\n", b"Both.\n"}


def test_outside_git_nothing_is_known_and_nothing_goes_wrong(tmp_path: Path) -> None:
    assert newest_commit(tmp_path) == ""
    assert list(versions_of(tmp_path, ["a/en.md"])) == []


def test_where_git_is_not_installed_nothing_is_known(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(folder))
    assert newest_commit(folder) == ""
    assert list(versions_of(folder, ["a/en.md"])) == []


def test_asking_leaves_the_repository_as_it_was(folder: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (folder.parent / ".git").rglob("*") if path.is_file()}
    list(versions_of(folder, ["a/en.md"]))
    newest_commit(folder)
    assert before == {
        path: path.stat().st_mtime_ns for path in (folder.parent / ".git").rglob("*") if path.is_file()
    }


def test_a_passage_is_found_by_its_mark_in_whichever_version_had_it(folder: Path) -> None:
    wanted = names_of("a", "en", [mark_of("First."), mark_of("Never."), mark_of("Second.")])
    found = found_in_history(wanted, folder)
    assert Earlier(found).of("a", "en") == {mark_of("First."): "First.", mark_of("Second."): "Second."}


def test_a_version_that_nobody_could_read_even_then_is_passed_over(folder: Path) -> None:
    write(folder / "a/en.md", b"\xff\xfe not text")
    git(folder, "commit", "-q", "-a", "-m", "broken")
    write(folder / "a/en.md", "---\ntitle: [\n---\nSecond.\n")
    git(folder, "commit", "-q", "-a", "-m", "broken too")
    assert found_in_history(names_of("a", "en", [mark_of("First.")]), folder)


# ---------------------------------------------------------------- how often git is asked


def test_git_is_asked_for_what_is_not_known_and_after_a_commit_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw_once(monkeypatch)
    mark, lost = mark_of("It stood."), mark_of("It fell.")
    text = f"---\ntitle: پل\nsummary: برجاست.\ntranslator: م\nfollows: en {mark} {lost}\n---\nبرجاست.\n"
    folders = small_site(tmp_path, {"content/stories/bridge/fa.md": text})
    now = (tmp_path / "content/stories/bridge/en.md").read_text("utf-8")
    write(
        tmp_path / "content/stories/bridge/en.md", now.replace("[[builder]] built", "It stood.\n\nHe built")
    )
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "content")
    git(tmp_path, "commit", "-q", "-m", "one")
    write(tmp_path / "content/stories/bridge/en.md", now)
    asked: list[int] = []
    look = earlier.found_in_history
    monkeypatch.setattr(
        earlier,
        "found_in_history",
        lambda wanted, content: asked.append(len(wanted)) or look(wanted, content),
    )
    board = folders.output / "status/index.html"
    assert build(folders, Options()).ok
    assert asked == [2]
    assert "It stood." in board.read_text("utf-8")
    write(tmp_path / "content/places/river/facts.yaml", "name: {fa: رود, ar: النهر, en: Stream}\n")
    assert build(folders, Options()).ok
    assert asked == [2], "what was found is kept, and what was not cannot be there before a commit"
    git(tmp_path, "commit", "-q", "--allow-empty", "-m", "two")
    write(tmp_path / "content/places/river/facts.yaml", "name: {fa: رود, ar: النهر, en: River}\n")
    assert build(folders, Options()).ok
    assert asked == [2, 1]


def test_where_no_translation_is_old_git_is_never_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw_once(monkeypatch)
    folders = small_site(tmp_path)
    monkeypatch.setattr(earlier, "newest_commit", lambda _: pytest.fail("git was asked"))
    assert build(folders, Options()).ok


def test_words_that_were_swept_away_are_simply_not_shown(tmp_path: Path) -> None:
    assert kept_words(Store(tmp_path), "no such key") == Earlier()


def test_a_site_without_a_board_looks_for_no_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folders = small_site(tmp_path)
    workshop = Workshop(folders, Options())
    site = workshop.sources.settings()
    monkeypatch.setattr(earlier, "earlier_words", lambda *_: pytest.fail("words were looked for"))
    for setting in ("preview", "no"):
        object.__setattr__(site.facts, "status", setting)
        assert board_words((), site, folders_in(tmp_path), Options(), workshop.store) is None
