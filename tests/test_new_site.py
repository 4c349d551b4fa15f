"""`new site`: what another city begins with builds at once, without a message and without a word of ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from warraq.cli import main


def test_a_new_site_builds_without_a_message_and_says_nothing_of_another_city(tmp_path: Path) -> None:
    root = tmp_path / "our-city"
    assert main(["new", "site", str(root)]) == 0
    assert not (root / "tests").exists()
    assert not (root / "content" / "stories" / "nasir-khusraw").exists()
    assert main(["check", "--root", str(root)]) == 0
    assert main(["build", "--root", str(root)]) == 0
    pages = {
        path.relative_to(root / "public").as_posix(): path.read_text("utf-8")
        for path in (root / "public").rglob("*.html")
    }
    assert {"fa/stories/first-story/index.html", "ar/about/index.html", "en/index.html"} <= pages.keys()
    ours = ("Isfahan", "اصفهان", "أصفهان", "Palestin", "فلسطین", "فلسطين", "Bridges", "جسور", "پل‌ها")
    assert {(path, word) for path, page in pages.items() for word in ours if word in page} == set()


def test_check_has_nothing_to_say_of_a_new_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["new", "site", str(tmp_path / "city")])
    capsys.readouterr()
    assert main(["check", "--root", str(tmp_path / "city"), "--format", "github"]) == 0
    assert capsys.readouterr().out.strip() == ""


def test_no_folder_with_something_in_it_is_made_a_site(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "letter.txt").write_text("x", "utf-8")
    assert main(["new", "site", str(tmp_path)]) == 2
    assert "there already" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_site_does_not_begin_within_another(capsys: pytest.CaptureFixture[str]) -> None:
    inside = Path(__file__).resolve().parents[1] / "content" / "our-city"
    assert main(["new", "site", str(inside)]) == 2
    assert "within this site" in capsys.readouterr().err
    assert not inside.exists()
