"""The proofreading of a site: `check` tells the faults of writing, `fix` shows what it would mend and mends it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.small_site import draw_once, small_site, write
from tests.world import SITE, built, codes, places, site
from warraq.cli import CONTENT, FINE, USAGE, main
from warraq.diagnostics import Severity
from warraq.lang.lint import SEVERITIES
from warraq.rules import RULES

FACTS = "name: {fa: حافظ, ar: حافظ, en: Hafez}\n"


def run(*words: object) -> int:
    return main([str(word) for word in words])


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site with one text that is not written as it should be."""
    draw_once(monkeypatch)
    small_site(tmp_path)
    write(tmp_path / "content/people/hafez/facts.yaml", FACTS)
    write(tmp_path / "content/people/hafez/fa.md", "شاعر شيراز , که می رود.\n")
    return tmp_path


# ---------------------------------------------------------------- check


def test_a_fault_is_told_at_its_place_in_texts_fields_and_settings(tmp_path: Path) -> None:
    folders = site(
        tmp_path,
        {
            "content/site.yaml": SITE.replace("fa: دو شهر", "fa: دو شهر كهن"),
            "content/people/hafez/facts.yaml": "name: {fa: حافظ شيرازی, ar: حافظ, en: Hafez}\n",
            "content/people/hafez/fa.md": "---\nsummary: شاعري.\n---\nمتن\n\nاو در شيراز است.\n",
        },
    )
    report = built(folders, check_only=True)
    assert [place for place in places(report) if place.startswith("S")] == [
        "S711 people/hafez/fa.md:2:10",
        "S711 people/hafez/fa.md:6:7",
        "S711 people/hafez/facts.yaml:1:17",
        "S711 site.yaml:2:22",
    ]


@pytest.mark.parametrize(
    ("code", "text", "column"),
    [
        ("S701", "سعدی \u202e(شیخ)", 6),
        ("S704", "ا\u0653ب", 1),
        ("S705", "سعد\ufef1", 4),
        ("S706", "کتاب\u200bها", 5),
        ("S707", "کتاب\u200c\u200cها", 5),
        ("S709", "سع\ufffdدی", 3),
    ],
)
def test_what_nobody_sees_is_an_error(tmp_path: Path, code: str, text: str, column: int) -> None:
    files = {"content/people/hafez/facts.yaml": FACTS, "content/people/hafez/fa.md": text}
    report = built(site(tmp_path, files), check_only=True)
    (found,) = (d for d in report.diagnostics if d.rule.code == code)
    assert found.rule.severity is Severity.ERROR
    assert found.span is not None
    assert (found.span.line, found.span.column) == (1, column)
    assert not report.ok


@pytest.mark.parametrize(("code", "text"), [("S702", "\ufeffسعدی"), ("S703", "سعدی\r\nو حافظ")])
def test_what_programs_of_windows_leave_in_a_file_is_told_and_stops_nobody(
    tmp_path: Path, code: str, text: str
) -> None:
    files = {"content/people/hafez/facts.yaml": FACTS, "content/people/hafez/fa.md": text}
    report = built(site(tmp_path, files), check_only=True)
    assert (code, Severity.WARNING) in [(d.rule.code, d.rule.severity) for d in report.diagnostics]
    assert report.ok


def test_every_rule_of_writing_is_as_grave_as_its_page_says() -> None:
    assert {code: RULES[code].severity.value for code in SEVERITIES} == SEVERITIES


def test_a_site_is_built_all_the_same(tmp_path: Path) -> None:
    files = {"content/people/hafez/facts.yaml": FACTS, "content/people/hafez/fa.md": "\ufeffسعدی\r\n"}
    assert built(site(tmp_path, files)).written


def test_many_faults_of_one_kind_do_not_bury_the_others(tmp_path: Path) -> None:
    files = {"content/people/hafez/facts.yaml": FACTS, "content/people/hafez/fa.md": "كتاب " * 30 + "است ؟\n"}
    told = codes(built(site(tmp_path, files), check_only=True))
    assert told.count("S711") == 4
    assert told.count("S750") == 1
    assert "S718" in told


def test_the_settings_make_a_rule_milder_or_silent(tmp_path: Path) -> None:
    files = {
        "content/site.yaml": SITE + "writing:\n  rules: {S711: error, S713: off}\n",
        "content/people/hafez/facts.yaml": FACTS,
        "content/people/hafez/fa.md": "كتاب, و",
    }
    report = built(site(tmp_path, files), check_only=True)
    assert [(d.rule.code, d.rule.severity) for d in report.diagnostics if d.rule.code.startswith("S7")] == [
        ("S711", Severity.ERROR)
    ]


def test_a_rule_that_is_not_there_cannot_be_set(tmp_path: Path) -> None:
    files = {"content/site.yaml": SITE + "writing: {rules: {S799: off}}\n"}
    assert places(built(site(tmp_path, files), check_only=True)) == ["R112 site.yaml:10:19"]


def test_an_editor_leaves_words_as_they_are(tmp_path: Path) -> None:
    files = {
        "content/people/hafez/facts.yaml": "name: {fa: حافظ شيرازی, ar: حافظ, en: Hafez} # sic\n",
        "content/people/hafez/fa.md": "<!-- کذا: S711 -->\nدر نسخه: «شيراز».\n",
    }
    assert not [code for code in codes(built(site(tmp_path, files), check_only=True)) if code.startswith("S")]


def test_a_changed_setting_is_not_answered_from_memory(tmp_path: Path) -> None:
    files = {"content/people/hafez/facts.yaml": FACTS, "content/people/hafez/fa.md": "كتاب"}
    folders = site(tmp_path, files)
    assert "S711" in codes(built(folders, check_only=True))
    (folders.content / "site.yaml").write_text(SITE + "writing: {rules: {S711: off}}\n", "utf-8")
    assert "S711" not in codes(built(folders, check_only=True))


# ---------------------------------------------------------------- fix


def test_fix_shows_what_it_would_do_and_does_nothing_unasked(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("fix", "--root", root) == CONTENT
    said = capsys.readouterr().out
    assert "-شاعر شيراز , که می رود." in said
    assert "+شاعر شیراز، که می رود." in said
    assert (root / "content/people/hafez/fa.md").read_text("utf-8") == "شاعر شيراز , که می رود.\n"


def test_fix_mends_when_told_to_and_then_has_nothing_left(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("fix", "--root", root, "--yes") == FINE
    assert (root / "content/people/hafez/fa.md").read_text("utf-8") == "شاعر شیراز، که می رود.\n"
    capsys.readouterr()
    assert run("fix", "--root", root) == FINE
    assert "nothing to mend" in capsys.readouterr().out
    assert run("check", "--root", root) == FINE


def test_fix_mends_a_hint_where_its_rule_is_named(root: Path) -> None:
    assert run("fix", "s731", "--root", root, "--yes") == FINE
    assert (root / "content/people/hafez/fa.md").read_text("utf-8") == "شاعر شیراز، که می\u200cرود.\n"


def test_fix_knows_which_rules_there_are(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("fix", "S713x", "--root", root) == USAGE
    assert "S713" in capsys.readouterr().err


def test_fix_shows_signs_that_nobody_sees(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "content/people/hafez/fa.md").write_bytes("سعدی\u202c و کتاب\u200c\u200cها\r\n".encode())
    run("fix", "--root", root)
    said = capsys.readouterr().out
    assert "⟨U+202C⟩" in said
    assert "⟨CR LF⟩" in said


def test_fix_keeps_the_fields_of_a_file_and_its_rights(root: Path) -> None:
    path = root / "content/people/hafez/facts.yaml"
    path.write_text("# كتاب\nname: {fa: 'حافظ \"شيراز\"', ar: حافظ, en: Hafez}\n", "utf-8")
    path.chmod(0o640)
    assert run("fix", "--root", root, "--yes") == FINE
    assert path.read_text("utf-8") == "# كتاب\nname: {fa: 'حافظ «شیراز»', ar: حافظ, en: Hafez}\n"
    assert os.name == "nt" or path.stat().st_mode & 0o777 == 0o640


def test_a_full_disk_costs_no_text(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise OSError(28, "No space left on device")

    before = (root / "content/people/hafez/fa.md").read_bytes()
    monkeypatch.setattr(Path, "write_bytes", refuse)
    assert run("fix", "--root", root, "--yes") == USAGE
    monkeypatch.undo()
    assert (root / "content/people/hafez/fa.md").read_bytes() == before
    assert [
        path.name for path in (root / "content/people/hafez").iterdir() if path.name.startswith(".")
    ] == []
