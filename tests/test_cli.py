"""The commands as a person types them: words, options, exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.small_site import REPOSITORY, SITE, draw_once, small_site, write
from warraq import cli, pipeline
from warraq.cli import BUG, CONTENT, FINE, USAGE, main
from warraq.lang.direction import base_direction
from warraq.rules import RULES
from warraq.write.folder import turn_at

COMMANDS = ("build", "serve", "check", "new", "art", "explain", "test")
OPTIONS = (
    "--root", "--content", "--output", "--cache", "--base-url", "--language", "--jobs", "--format", "--explain-rebuild",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _quick_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    draw_once(monkeypatch)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    small_site(tmp_path)
    return tmp_path


@pytest.fixture
def broken(root: Path) -> Path:
    """The small site with a link to a person who is not there."""
    write(
        root / "content/stories/mill/fa.md",
        "---\ntitle: آسیاب\nsummary: می‌چرخد.\n---\nبه دستِ [[buildr]] ساخته شد.\n",
    )
    return root


def run(*words: object) -> int:
    return main([str(word) for word in words])


# ---------------------------------------------------------------- build


def test_build_is_what_happens_where_no_command_is_named(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--root", root, "--jobs", 1) == FINE
    said = capsys.readouterr().out
    assert (root / "public/index.html").is_file()
    assert "82" in said, "how many pages"
    assert "serve" in said, "how to look at it"


def test_options_may_come_before_and_after_the_command(root: Path) -> None:
    assert run("--root", root, "build", "--jobs", 1, "--output", root / "elsewhere") == FINE
    assert (root / "elsewhere/index.html").is_file()
    assert not (root / "public").exists()


def test_each_folder_can_be_named_by_itself(root: Path) -> None:
    (root / "content").rename(root / "texts")
    folders = ["--content", root / "texts", "--output", root / "o", "--cache", root / "c"]
    assert run("build", "--root", root, *folders) == FINE
    assert (root / "o/fa/index.html").is_file()
    assert (root / "c/store.sqlite").is_file()
    assert not (root / ".cache").exists()


def test_a_root_that_lacks_a_theme_is_given_the_one_of_the_house(tmp_path: Path) -> None:
    write(
        tmp_path / "content/site.yaml",
        SITE.replace("home: {lead: bridge}\n", "").replace("own.woff2", "vazirmatn.woff2"),
    )
    write(tmp_path / "content/pages/about/facts.yaml", "order: 1\n")
    write(tmp_path / "content/pages/about/fa.md", "---\ntitle: درباره\nsummary: چیست.\n---\nاین سایت.\n")
    assert run("build", "--root", tmp_path, "--jobs", 1) == FINE
    assert (tmp_path / "public/fa/about/index.html").is_file()


def test_the_base_url_may_have_a_path(root: Path) -> None:
    assert run("build", "--root", root, "--base-url", "https://x.example/a/b/") == FINE
    assert "https://x.example/a/b/fa/" in (root / "public/sitemap.xml").read_text("utf-8")


def test_content_errors_end_with_1_and_nothing_is_written(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("build", "--root", broken) == CONTENT == 1
    said = capsys.readouterr().out
    assert "L201" in said
    assert "content/stories/mill/fa.md:5:" in said
    assert "builder" in said, "the nearest id is suggested"
    assert not (broken / "public").exists()


def test_check_says_everything_and_writes_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "--root", root) == FINE
    assert "C305" in capsys.readouterr().out
    assert not (root / "public").exists()


def test_check_ends_with_1_where_there_are_errors(broken: Path) -> None:
    assert run("check", "--root", broken) == CONTENT


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ("templates/pages/story.html", "template"),
        ("i18n/fa/LC_MESSAGES/site.po", "words"),
        ("content/stories/mill/fa.md", "content"),
    ],
)
def test_explain_rebuild_says_why_each_page_is_made_again(
    root: Path, capsys: pytest.CaptureFixture[str], change: str, reason: str
) -> None:
    run("build", "--root", root, "--language", "en")
    capsys.readouterr()
    text = (root / change).read_text("utf-8")
    added = {"template": "{# more #}", "words": '\nmsgid "Feed"\nmsgstr "خوراک"\n', "content": "\nباز هم.\n"}
    write(root / change, text + added[reason])
    assert run("build", "--root", root, "--language", "en", "--explain-rebuild") == FINE
    assert f"fa/stories/mill/index.html: {reason}\n" in capsys.readouterr().out


def test_explain_rebuild_names_the_engine_where_the_engine_changed(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run("build", "--root", root)
    capsys.readouterr()
    for user in ("build", "render.theme"):
        monkeypatch.setattr(f"warraq.{user}.engine_digest", lambda: "another engine")
    assert run("build", "--root", root, "--language", "en", "--explain-rebuild") == FINE
    assert "fa/people/index.html: engine" in capsys.readouterr().out


def test_a_build_that_must_wait_says_so_and_then_gives_up(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("warraq.write.folder.PATIENCE", 0.0)
    with turn_at(root / "public"):
        assert run("build", "--root", root) == CONTENT
    said = capsys.readouterr()
    assert "W603" in said.out
    assert str(root / "public") in said.err


# ---------------------------------------------------------------- formats and languages


def test_json_holds_every_message_with_its_place(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("build", "--root", broken, "--format", "json") == CONTENT
    said = json.loads(capsys.readouterr().out)
    assert said["ok"] is False
    first = said["diagnostics"][0]
    assert (first["code"], first["severity"]) == ("L201", "error")
    assert (first["file"], first["line"]) == ("content/stories/mill/fa.md", 5)
    assert first["column"] > 1
    assert first["values"]["near"] == "builder"


def test_json_of_a_good_build_counts_pages(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("build", "--root", root, "--format", "json") == FINE
    said = json.loads(capsys.readouterr().out)
    assert said["ok"] is True
    assert said["pages"] == 82


def test_github_is_told_in_its_own_commands(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "--root", broken, "--format", "github") == CONTENT
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("::error file=content/stories/mill/fa.md,line=5,col=")
    assert all(line.startswith("::") for line in lines)


@pytest.mark.parametrize("code", ["fa", "ar"])
def test_messages_come_in_the_language_asked_for(
    broken: Path, capsys: pytest.CaptureFixture[str], code: str
) -> None:
    for po in (REPOSITORY / "i18n" / code).rglob("*.po"):
        write(broken / "i18n" / po.relative_to(REPOSITORY / "i18n"), po.read_bytes())
    assert run("check", "--root", broken, "--language", code) == CONTENT
    assert base_direction(capsys.readouterr().out.partition(": ")[2]) == "rtl"


def test_messages_come_in_the_editors_language_where_none_is_asked_for(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for po in (REPOSITORY / "i18n/fa").rglob("*.po"):
        write(broken / "i18n" / po.relative_to(REPOSITORY / "i18n"), po.read_bytes())
    settings = broken / "content/site.yaml"
    settings.write_text(settings.read_text("utf-8") + "editors_language: fa\n", "utf-8")
    run("check", "--root", broken)
    assert base_direction(capsys.readouterr().out.partition(": ")[2]) == "rtl"


# ---------------------------------------------------------------- explain


@pytest.mark.parametrize(("code", "direction"), [("en", "ltr"), ("fa", "rtl"), ("ar", "rtl")])
def test_explain_tells_of_a_message_in_three_languages(
    capsys: pytest.CaptureFixture[str], code: str, direction: str
) -> None:
    assert run("explain", "L201", "--language", code) == FINE
    said = capsys.readouterr().out
    assert "L201" in said
    assert base_direction(said.partition("\n\n")[2]) == direction


def test_explain_forgives_small_letters(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", "l201") == FINE
    assert "L201" in capsys.readouterr().out


def test_explain_without_a_code_lists_all_of_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", "--language", "en") == FINE
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == list(RULES)


def test_explain_suggests_a_code_for_one_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", "L2O1") == USAGE
    assert "L201" in capsys.readouterr().err


# ---------------------------------------------------------------- wrong use, and our own bugs


@pytest.mark.parametrize(
    "words",
    [
        ["--no-such-option"],
        ["build", "--no-such-option"],
        ["biuld"],
        ["--jobs", "0"],
        ["--jobs", "-1"],
        ["--jobs", "many"],
        ["--format", "xml"],
        ["--root", "/no/such/folder"],
        ["--content", "/no/such/folder"],
        ["new"],
        ["new", "stories"],
    ],
)
def test_wrong_words_end_with_2_and_a_line_that_says_why(
    tmp_path: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--output", tmp_path / "o", "--cache", tmp_path / "c", *words) == USAGE == 2
    assert capsys.readouterr().err.strip()


@pytest.mark.parametrize("command", ["build", "check", "explain", "messages"])
def test_words_that_a_command_does_not_take_are_refused(
    root: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(command, "L201", "and", "more", "--root", root) == USAGE
    assert not (root / "public").exists()


def test_a_root_without_settings_says_which_file_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "content").mkdir()
    assert run("build", "--root", tmp_path) == CONTENT
    assert "site.yaml" in capsys.readouterr().out


def test_a_bug_of_ours_ends_with_3_and_is_called_one(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object) -> None:
        raise ZeroDivisionError("planted")

    monkeypatch.setattr(pipeline, "Planning", crash)
    assert run("build", "--root", root) == BUG == 3
    said = capsys.readouterr().err
    assert "planted" in said
    assert "bug in Warraq" in said
    assert not (root / "public").exists()


def test_ctrl_c_is_no_bug(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "Planning", interrupt)
    assert run("build", "--root", root) == 130
    assert "Traceback" not in capsys.readouterr().err


# ---------------------------------------------------------------- art


def test_art_writes_one_page_with_the_cover_of_every_record_and_says_where(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("art", "--root", root, "--no-browser") == FINE

    sheet = root / ".cache/covers.html"
    page = sheet.read_text("utf-8")
    assert str(sheet) in capsys.readouterr().out
    assert all(f">{id}</b>" in page for id in ("bridge", "mill", "builder", "river", "arch"))
    assert ">chronicle</b>" not in page, "sources have no covers"
    assert not (root / "public").exists()


def test_art_speaks_the_editors_language_and_goes_where_it_is_told(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        run("art", "--root", root, "--no-browser", "--language", "fa", "--output", tmp_path / "out") == FINE
    )

    page = (tmp_path / "out/covers.html").read_text("utf-8")
    assert '<html lang="fa" dir="rtl">' in page
    assert "داستان‌ها" in page
    assert base_direction(capsys.readouterr().out) == "rtl"


def test_art_shows_the_family_that_an_editor_has_named(root: Path) -> None:
    facts = root / "content/stories/mill/facts.yaml"
    write(facts, facts.read_text("utf-8") + "cover: arches\n")

    assert run("art", "--root", root, "--no-browser") == FINE

    page = (root / ".cache/covers.html").read_text("utf-8")
    assert 'mill</b><br><code dir="ltr">arches</code> · chosen by an editor' in page


def test_art_leaves_out_what_cannot_be_read_and_says_so(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(root / "content/terms/arch/facts.yaml", "name: [\n")

    assert run("art", "--root", root, "--no-browser") == FINE

    assert "1 record cannot be read" in capsys.readouterr().err
    assert ">arch</b>" not in (root / ".cache/covers.html").read_text("utf-8")


def test_art_opens_the_browser_unless_it_is_told_not_to(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)

    run("art", "--root", root)
    run("art", "--root", root, "--no-browser")

    assert opened == [(root / ".cache/covers.html").as_uri()]


# ---------------------------------------------------------------- help


def test_help_lists_every_command_and_option(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--help") == FINE
    said = capsys.readouterr().out
    for word in (*COMMANDS, *OPTIONS, "text", "json", "github", "gitlab"):
        assert word in said, word
    assert "Exit codes" in said


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_and_does_nothing_else_then(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(command, "--help") == FINE
    assert capsys.readouterr().out.strip()


def test_every_command_of_the_table_is_told_of(capsys: pytest.CaptureFixture[str]) -> None:
    run("--help")
    said = capsys.readouterr().out
    assert [name for name in cli.COMMANDS if f"build.py {name}" not in said and name != "build"] == []


def test_help_and_version_need_nothing_but_the_standard_library() -> None:
    script = (
        "import sys, runpy\n"
        "sys.argv = ['build.py', sys.argv[1]]\n"
        "try:\n    runpy.run_path('build.py', run_name='__main__')\n"
        "except SystemExit as stop:\n    assert stop.code in (0, None), stop.code\n"
        "known = sys.stdlib_module_names | {'warraq', '__main__', '__mp_main__'}\n"
        "print(sorted({name.partition('.')[0] for name in sys.modules} - known), file=sys.stderr)\n"
    )
    for word in ("--help", "--version"):
        done = subprocess.run(
            [sys.executable, "-S", "-c", script, word],
            cwd=REPOSITORY,
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stderr.splitlines()[-1] == "[]"
        assert done.stdout.strip()


def test_the_package_can_be_run_as_a_module(root: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-m", "warraq", "check", "--root", str(root), "--format", "json"],
        cwd=root, env=environment, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == FINE, done.stderr
    assert json.loads(done.stdout)["ok"] is True


BROKEN_WORDS = """\
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8"

msgid "The field “{field}” is missing."
msgstr "فیلد {filed} نیست."
"""


def test_engine_words_that_cannot_be_filled_in_are_told_and_english_stands_in(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(root / "i18n/fa/LC_MESSAGES/engine.po", BROKEN_WORDS)
    write(root / "content/people/builder/facts.yaml", "roles: [engineer]\n")
    assert run("check", "--root", root, "--language", "fa") == CONTENT
    said = capsys.readouterr()
    assert "T504" in said.err
    assert "{filed}" in said.err
    assert "The field “name” is missing." in said.out


@pytest.mark.parametrize("command", [("messages",), ("new", "people", "hafez")])
def test_a_command_that_settings_keep_from_beginning_says_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    (tmp_path / "content").mkdir()
    assert run(*command, "--root", tmp_path) == CONTENT
    assert "R145" in capsys.readouterr().err


@pytest.mark.parametrize(
    "address", ["foo", "https://example.org/a b", "https://[x", "https://example.org/?a"]
)
def test_a_base_url_at_which_no_site_can_live_is_a_wrong_option(
    root: Path, capsys: pytest.CaptureFixture[str], address: str
) -> None:
    assert run("build", "--root", root, "--base-url", address) == USAGE
    assert "--base-url" in capsys.readouterr().err
    assert not (root / "public").exists()
