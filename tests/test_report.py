"""What editors see: the same messages for people, for programs, for GitHub, and on a page of the preview."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.world import built, site, speaker
from warraq import rules
from warraq.cli import main
from warraq.diagnostics import Diagnostic, Diagnostics, Severity
from warraq.model.values import Span
from warraq.report.explain import explain
from warraq.report.machine import as_github, as_gitlab, as_json
from warraq.report.page import error_page
from warraq.report.text import as_text, frame, summary

FACTS = "content/people/hafez/facts.yaml"
TYPO = rules.UNKNOWN_RECORD.at(Span(FACTS, 2, 13, 5), kind="place", id="shirz", near="shiraz")
NO_PLACE = rules.NOT_WRITTEN.at(None, reason="No space left on device")
NOTE = rules.NOT_TRANSLATED.at(Span(FACTS), languages="ar")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with the file that the messages speak of."""
    (tmp_path / FACTS).parent.mkdir(parents=True)
    (tmp_path / FACTS).write_text("name: {en: Hafez}\nbirthplace: shirz\n", "utf-8")
    return tmp_path


def told(diagnostics: Diagnostics, root: Path, code: str = "en", *, colour: bool = False) -> str:
    return as_text(diagnostics, speaker(code, root), colour=colour)


def test_a_message_shows_the_line_with_carets_under_what_is_wrong(root: Path) -> None:
    assert told((TYPO,), root) == (
        "error[L201]: There is no place called “shirz”.\n"
        "  --> content/people/hafez/facts.yaml:2:13\n"
        "  |\n"
        "2 | birthplace: shirz\n"
        "  |             ^^^^^\n"
        "  = hint: Did you mean “shiraz”?\n"
    )


def test_a_message_without_a_place_shows_none(root: Path) -> None:
    assert told((NO_PLACE,), root) == (
        "error[W602]: The site could not be written: No space left on device.\n"
        "  = hint: Make room or correct the permissions and build again; the pages that were there still stand.\n"
    )


def test_nothing_to_say_is_an_empty_text(root: Path) -> None:
    assert told((), root) == ""


def test_notes_are_left_out_where_they_are_not_asked_for(root: Path) -> None:
    assert as_text((TYPO, NOTE), speaker("en", root), colour=False, hints=False) == told((TYPO,), root)


def test_the_gutter_grows_with_the_number_of_the_line(root: Path) -> None:
    (root / FACTS).write_text("#\n" * 104 + "born: someday\n", "utf-8")
    said = told((rules.NOT_A_DATE.at(Span(FACTS, 105, 7, 7), value="someday", field="born"),), root)
    assert "\n    |\n105 | born: someday\n    |       ^^^^^^^\n" in said


@pytest.mark.parametrize("code", ["fa", "ar"])
def test_latin_values_in_a_sentence_from_right_to_left_are_isolated_and_the_line_is_not(
    root: Path, code: str
) -> None:
    said = told((TYPO,), root, code)
    assert "\u2068shirz\u2069" in said
    assert "\u2068shiraz\u2069" in said
    assert "\n2 | birthplace: shirz\n" in said
    assert said.splitlines()[1] == "  --> content/people/hafez/facts.yaml:2:13"


@pytest.mark.parametrize("code", ["fa", "ar"])
def test_a_sentence_that_begins_with_a_value_has_the_direction_of_its_language(root: Path, code: str) -> None:
    said = told((rules.NOT_ONE_OF.at(None, value="شاعر", field="roles", known="poet"),), root, code)
    assert "\u2068roles\u2069" in said
    assert "\u2068شاعر" not in said


def test_persian_values_in_an_english_sentence_are_isolated_too(root: Path) -> None:
    said = told((rules.NOT_A_DATE.at(None, value="دیروز", field="born"),), root)
    assert "“\u2068دیروز\u2069” cannot be read as a date." in said


@pytest.mark.parametrize(
    ("line", "column", "length", "shown", "carets"),
    [
        ("name: Hafez", 7, 5, "name: Hafez", "      ^^^^^"),
        ("نامِ: حافظ", 7, 4, "نامِ: حافظ", "     ^^^^"),
        ("a\u200cb: c", 6, 1, "a\u200cb: c", "    ^"),
        ("\tname", 1, 1, " name", "^"),
        ("name", 5, 0, "name", "    ^"),
        ("x" * 300, 201, 2, "x" * 100, " " * 50 + "^^"),
        ("x" * 300, 1, 300, "x" * 100, "^" * 100),
    ],
    ids=[
        "plain",
        "a vowel mark has no width",
        "nor has a joiner",
        "a tab",
        "after the end",
        "far out",
        "very long",
    ],
)
def test_carets_stand_under_what_they_mean(
    line: str, column: int, length: int, shown: str, carets: str
) -> None:
    assert frame(line, column, length) == (shown, carets)


def test_colour_marks_the_head_alone_and_each_severity_has_its_own(root: Path) -> None:
    plain, coloured = told((TYPO, NOTE), root), told((TYPO, NOTE), root, colour=True)
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain
    assert re.findall(r"\x1b\[([0-9;]+)m(\w+)", coloured) == [("31;1", "error"), ("36", "note")]


def test_a_terminal_that_wants_no_colour_gets_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site(tmp_path, {"content/people/hafez/facts.yaml": "name: حافظ\n"})
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert main(["check", "--root", str(tmp_path), "--language", "en"]) == 1
    assert "\x1b[31;1merror[R116]" in capsys.readouterr().out
    monkeypatch.setenv("NO_COLOR", "1")
    assert main(["check", "--root", str(tmp_path), "--language", "en"]) == 1
    assert "error[R116]" in (said := capsys.readouterr().out)
    assert "\x1b" not in said


def test_the_line_at_the_end_counts_each_severity(root: Path) -> None:
    english = speaker("en", root)
    assert summary((TYPO, TYPO, NOTE), english) == "2 errors · 1 note"
    assert summary((NO_PLACE,), english) == "1 error"
    assert summary((), english) == ""


def test_programs_get_every_message_with_its_values_and_its_place(root: Path) -> None:
    said = json.loads(as_json((TYPO, NO_PLACE), speaker("fa", root), {"ok": False}))
    assert said["ok"] is False
    first, second = said["diagnostics"]
    assert (first["code"], first["severity"], first["file"], first["line"], first["column"], first["length"]) == (
        "L201", "error", FACTS, 2, 13, 5,
    )  # fmt: skip
    assert first["values"] == {"kind": "place", "id": "shirz", "near": "shiraz"}
    assert (second["file"], second["line"]) == (None, None)


def test_github_gets_one_command_a_line_with_its_signs_escaped(root: Path) -> None:
    odd = rules.NOT_TEXT.at(Span("content/a,b:c.yaml", 3, 1), field="50%\nof")
    assert as_github((TYPO, NOTE, odd, NO_PLACE), speaker("en", root)).splitlines() == [
        f"::error file={FACTS},line=2,col=13,title=L201::There is no place called “shirz”. Did you mean “shiraz”?",
        (
            f"::notice file={FACTS},line=1,col=1,title=C305::There is no text in: ar. "
            "Readers of those languages get the text in another one, with a notice."
        ),
        (
            "::error file=content/a%2Cb%3Ac.yaml,line=3,col=1,title=R113::The field “50%25%0Aof” holds one text, "
            "not a list and not fields of its own. Write “50%25%0Aof: …” on one line."
        ),
        (
            "::error title=W602::The site could not be written: No space left on device. "
            "Make room or correct the permissions and build again; the pages that were there still stand."
        ),
    ]


def test_gitlab_knows_a_message_again_when_lines_are_added_above_it(root: Path) -> None:
    lower = replace(TYPO, span=replace(TYPO.span, line=9))
    before, after = (json.loads(as_gitlab((found,), speaker("en", root))) for found in (TYPO, lower))
    assert before[0]["fingerprint"] == after[0]["fingerprint"]
    assert before[0]["location"] == {"path": FACTS, "lines": {"begin": 2}}
    assert (before[0]["severity"], before[0]["check_name"]) == ("major", "L201")
    twice = json.loads(as_gitlab((TYPO, lower, NO_PLACE), speaker("en", root)))
    assert len({issue["fingerprint"] for issue in twice}) == 3, "two of the same in one file are two"
    assert twice[2]["location"] == {"path": ".", "lines": {"begin": 1}}


class Page(HTMLParser):
    """The elements of a page, which must close what they open."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.opened: list[str] = []
        self.root: dict[str, str | None] = {}
        self.names: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        if tag == "html":
            self.root = dict(attrs)
        if tag != "meta":
            self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.opened.pop() == tag


@pytest.mark.parametrize(("code", "direction"), [("en", "ltr"), ("fa", "rtl"), ("ar", "rtl")])
def test_the_page_of_the_preview_is_whole_html_in_the_language_of_the_editor(
    root: Path, code: str, direction: str
) -> None:
    (root / FACTS).write_text("name: {en: Hafez}\nbirthplace: <b>\n", "utf-8")
    shown = error_page((TYPO, NO_PLACE, NOTE), speaker(code, root))
    page = Page(shown)
    assert page.opened == []
    assert page.root == {"lang": code, "dir": direction}
    assert page.names.count("article") == 2, "errors alone keep a page from being made"
    assert page.names.count("title") == page.names.count("h1") == 1
    assert "birthplace: &lt;b&gt;" in shown


def test_a_rule_is_explained_by_its_code_in_either_case(capsys: pytest.CaptureFixture[str]) -> None:
    assert explain(["l201"], lambda: speaker("en", Path()), "en") == 0
    said = capsys.readouterr().out
    assert said == "error[L201]\n\nThere is no … called “…”.\n\nDid you mean “…”?\n"


def test_an_explanation_shows_braces_as_they_are_to_be_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert explain(["R116"], lambda: speaker("en", Path()), "en") == 0
    assert "Write “…: {fa: …, ar: …, en: …}”." in capsys.readouterr().out


def test_an_explanation_gives_both_cures_where_there_are_two(capsys: pytest.CaptureFixture[str]) -> None:
    assert explain(["R143"], lambda: speaker("en", Path()), "en") == 0
    assert capsys.readouterr().out.endswith("Did you mean “…”?\nThe kinds are: ….\n")


def test_a_code_that_is_none_gets_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert explain(["L2001"], lambda: speaker("en", Path()), "en") == 2
    assert capsys.readouterr().err.endswith("L201\n")


def test_all_rules_are_listed_where_none_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert explain([], lambda: speaker("en", Path()), "en") == 0
    assert [line.partition(" ")[0] for line in capsys.readouterr().out.splitlines()] == list(rules.RULES)


def test_errors_come_first_and_messages_of_a_kind_in_the_order_of_files(tmp_path: Path) -> None:
    report = built(
        site(
            tmp_path,
            {
                "content/people/a/facts.yaml": "name: {en: A}\n",
                "content/people/b/facts.yaml": "name: B\n",
                "content/people/c/facts.yaml": "name: {en: C, fa: پ}\ndied: x\nborn: y\n",
            },
        )
    )
    assert [(d.rule.severity, place(d)) for d in report.diagnostics] == [
        (Severity.ERROR, "content/people/b/facts.yaml:1"),
        (Severity.ERROR, "content/people/c/facts.yaml:2"),
        (Severity.ERROR, "content/people/c/facts.yaml:3"),
        (Severity.WARNING, "content/people/a/facts.yaml:1"),
    ]


def place(diagnostic: Diagnostic) -> str:
    assert diagnostic.span
    return f"{diagnostic.span.file}:{diagnostic.span.line}"


def test_a_value_cannot_command_the_terminal_or_break_its_line(root: Path) -> None:
    odd = rules.STRANGE_FILE.at(Span("content/a\u202eb\nc.md"), name="\x1b[2Ja\nb", known="fa.md")
    told = as_text((odd,), speaker("en", root), colour=False)
    assert told.splitlines() == [
        "warning[R142]: Nothing is made from the file “\ufffd[2Ja\ufffdb”.",
        "  --> content/a\ufffdb\ufffdc.md",
        "  = hint: A record's folder holds facts.yaml and one text for each language of the site: fa.md.",
    ]
