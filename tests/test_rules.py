"""Every rule, broken: what an editor does, and what the engine says of it in three languages.

Each file of `broken/` is a small site with a mistake, and exactly what is printed. To write the expected parts
anew after a change: `WARRAQ_UPDATE_GOLDEN=1 python3 build.py test tests/test_rules.py`; then read the difference.
"""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path

import pytest

from tests.world import built, codes, places, read_sections, site, snapshot, speaker, updating, write_expected
from warraq import rules
from warraq.dev.diagnostics_page import PAGES, diagnostics_page
from warraq.diagnostics import Rule
from warraq.lang.lint import SEVERITIES
from warraq.model.values import Span
from warraq.report.text import as_text
from warraq.rules import RULES
from warraq.write import folder
from warraq.write.folder import BEGUN

BROKEN = sorted((Path(__file__).parent / "broken").glob("*.txt"))
LANGUAGES = ("en", "fa", "ar")


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_mistake_is_told_with_its_place_and_its_cure(path: Path, tmp_path: Path) -> None:
    sections = read_sections(path)
    world = {name: content for name, content in sections.items() if not name.startswith("expected ")}
    report = built(site(tmp_path, world), check_only=True)
    assert path.stem.partition("-")[0] in codes(report)
    said = {code: as_text(report.diagnostics, speaker(code, tmp_path), colour=False) for code in LANGUAGES}
    if updating():
        write_expected(path, said)
    else:
        assert said == {code: sections.get(f"expected {code}") for code in LANGUAGES}


# ---------------------------------------------------------------- the table and the folder

NO_SITE_NEEDED = {
    "I614", "I621", "R144", "R145", "T501", "T502", "T503", "T504", "T505", "T506", "W601", "W602", "W603",
}  # fmt: skip
"""Rules about files, templates and disks, which no content can break: each has a test of its own below."""


UNSEEN = {"S701", "S702", "S703", "S704", "S705", "S706", "S707", "S709"}
"""Rules about signs that no file of cases should hold, since nobody would see them: they are in test_proof.py."""


def test_every_rule_has_a_broken_site_and_every_broken_site_a_rule() -> None:
    shown = {path.stem.partition("-")[0] for path in BROKEN}
    assert shown | NO_SITE_NEEDED | UNSEEN == set(RULES)
    assert not shown & (NO_SITE_NEEDED | UNSEEN)


def test_every_rule_is_said_somewhere() -> None:
    engine = Path(rules.__file__).parents[1]
    source = "\n".join(
        path.read_text("utf-8") for path in engine.rglob("*.py") if path.parent.name != "rules"
    )
    codes_of_lint = set(SEVERITIES)  # the linter speaks of its rules by their codes
    names = {
        name
        for name, value in vars(rules).items()
        if isinstance(value, Rule) and value.code in RULES and value.code not in codes_of_lint
    }
    assert {name for name in names if not re.search(rf"\brules\.{name}\b", source)} == set()


def test_a_sentence_and_its_hint_can_be_filled_in_every_language() -> None:
    """A translation names the same values as the English sentence, or leaves some out."""
    for code in LANGUAGES:
        say = speaker(code, Path()).say
        for rule in RULES.values():
            for sentence in filter(None, (rule.message, rule.hint, rule.otherwise)):
                assert set(re.findall(r"\{\w+\}", say(sentence))) <= set(re.findall(r"\{\w+\}", sentence)), (
                    rule.code
                )
                assert say(sentence).count("{{") == sentence.count("{{"), rule.code


# ---------------------------------------------------------------- what no content can break

HAFEZ = "name: {fa: حافظ, ar: حافظ, en: Hafez}\n"


@pytest.mark.skipif(os.name == "nt", reason="a link to nowhere needs rights that Windows does not give")
def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    folders = site(tmp_path, {"content/people/hafez/facts.yaml": HAFEZ})
    (folders.content / "people/hafez/fa.md").symlink_to(tmp_path / "gone.md")
    assert places(built(folders)) == ["R144 people/hafez/fa.md:1:1"]


def test_a_site_without_settings_is_told_where_they_should_be(tmp_path: Path) -> None:
    folders = site(tmp_path, {})
    (folders.content / "site.yaml").unlink()
    assert places(built(folders)) == ["R145 site.yaml:1:1"]


def test_a_template_with_a_mistake_is_named_with_its_line(tmp_path: Path) -> None:
    report = built(site(tmp_path, {"templates/pages/home.html": "<html>\n{% if page %}\n</html>\n"}))
    assert [(d.rule.code, d.span and (d.span.file, d.span.line)) for d in report.diagnostics] == [
        ("T501", ("templates/pages/home.html", 2))
    ]


def test_a_template_that_draws_on_one_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert codes(built(site(tmp_path, {"templates/pages/home.html": '{% include "foot.html" %}\n'}))) == [
        "T502"
    ]


def test_a_template_that_is_missing_altogether_is_told(tmp_path: Path) -> None:
    folders = site(tmp_path, {})
    (folders.templates / "pages/home.html").unlink()
    assert codes(built(folders)) == ["T502"]


def test_a_template_that_asks_for_what_is_not_there_is_told_with_its_line(tmp_path: Path) -> None:
    report = built(
        site(tmp_path, {"templates/pages/home.html": "<html>\n{{ page.weather.today }}\n</html>\n"})
    )
    assert {d.rule.code for d in report.diagnostics} == {"T503"}
    assert {d.span and d.span.line for d in report.diagnostics} == {2}
    assert len(report.diagnostics) == 3, "once for the home page of each language"


def test_a_catalogue_that_cannot_be_read_is_told_with_its_line(tmp_path: Path) -> None:
    broken = 'msgid ""\nmsgstr ""\n"Language: fa\\n"\n\nmsgid "Home"\nmgstr "خانه"\n'
    report = built(site(tmp_path, {"i18n/fa/LC_MESSAGES/site.po": broken}))
    assert [(d.rule.code, d.span) for d in report.diagnostics] == [
        ("T504", Span("i18n/fa/LC_MESSAGES/site.po", 6))
    ]


def test_a_style_sheet_that_names_a_missing_font_is_told_with_its_line(tmp_path: Path) -> None:
    sheet = "@font-face {\n  src: url('../fonts/gone.woff2');\n}\n"
    report = built(site(tmp_path, {"assets/css/fonts.css": sheet}))
    assert [(d.rule.code, d.span) for d in report.diagnostics] == [("T505", Span("assets/css/fonts.css", 2))]


def test_a_folder_with_files_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    folders = site(tmp_path, {"public/letter.txt": "Do not lose this."})
    assert codes(built(folders)) == ["W601"]
    assert snapshot(folders.output) == {"letter.txt": b"Do not lose this."}


def test_a_full_disk_is_told_and_leaves_no_half_written_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = site(tmp_path, {})
    assert built(folders).ok
    before = snapshot(folders.output)
    (folders.content / "people/hafez").mkdir(parents=True)
    (folders.content / "people/hafez/facts.yaml").write_text(HAFEZ, "utf-8")
    write = Path.write_bytes

    def full(path: Path, content: bytes) -> int:
        if path.is_relative_to(folders.output):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    report = built(folders)
    assert codes(report) == ["W602"]
    assert dict(report.diagnostics[0].values)["reason"] == os.strerror(errno.ENOSPC)
    (folders.output / BEGUN).unlink()
    assert snapshot(folders.output) == before


def test_a_second_build_of_one_folder_says_that_it_cannot_wait_longer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = site(tmp_path, {})
    monkeypatch.setattr(folder, "PATIENCE", 0.1)
    with folder.turn_at(folders.output):
        assert codes(built(folders)) == ["W603"]
    assert built(folders).ok


# ---------------------------------------------------------------- all at once, and nothing written


def test_all_faults_of_a_site_are_told_at_once_in_the_order_of_its_files(tmp_path: Path) -> None:
    report = built(
        site(
            tmp_path,
            {
                "content/gifts/books/facts.yaml": "name: {fa: کتاب‌ها, ar: كتب, en: Books}\ntype: books\n",
                "content/journeys/east/facts.yaml": "name: {fa: شرق, ar: شرق, en: East}\nhosts: [nobody-known]\n",
                "content/people/a/facts.yaml": HAFEZ + "born: 1325-02-30\ndied: someday\n",
                "content/people/b/facts.yaml": HAFEZ + "born: [1, 2\n",
                "content/people/c/facts.yaml": HAFEZ + "born: 1390\ndied: 1325\n",
                "content/people/Capital/facts.yaml": HAFEZ,
                "content/peple/d/facts.yaml": HAFEZ,
                "content/places/e/facts.yaml": "name: {fa: شهر, ar: مدينة, en: City}\ncoordinates: here\ntpye: city\n",
                "content/places/f/fa.md": "---\nsummary: شهر\n",
            },
        )
    )
    assert places(report) == [
        "C308 gifts/books/facts.yaml:1:1",
        "L206 journeys/east/facts.yaml:2:9",
        "R140 people/Capital:1:1",
        "R131 people/a/facts.yaml:2:7",
        "R130 people/a/facts.yaml:3:7",
        "R148 people/b/facts.yaml:2:7",
        "C309 people/c/facts.yaml:3:7",
        "R143 peple:1:1",
        "R119 places/e/facts.yaml:2:14",
        "R111 places/e/facts.yaml:3:1",
        "R141 places/f:1:1",
        "R106 places/f/fa.md:1:1",
    ]


def test_a_record_that_cannot_be_read_does_not_make_those_that_name_it_wrong(tmp_path: Path) -> None:
    report = built(
        site(
            tmp_path,
            {
                "content/places/shiraz/facts.yaml": "name: شیراز\n",
                "content/people/hafez/facts.yaml": HAFEZ + "birthplace: shiraz\n",
            },
        )
    )
    assert places(report) == ["R116 places/shiraz/facts.yaml:1:7"]


def test_at_most_fifty_messages_are_printed_and_the_rest_counted(tmp_path: Path) -> None:
    aliases = "".join("  - {}\n" for _ in range(57))
    report = built(site(tmp_path, {"content/people/hafez/facts.yaml": f"{HAFEZ}aliases:\n{aliases}"}))
    assert len(report.diagnostics) == 57
    said = as_text(report.diagnostics, speaker("en", tmp_path), colour=False)
    assert said.count("error[R113]") == 50
    assert said.endswith("\n\n… and 7 more.\n")


def test_a_site_with_errors_writes_nothing_and_the_last_good_one_stays_byte_for_byte(tmp_path: Path) -> None:
    folders = site(tmp_path, {"content/people/hafez/facts.yaml": HAFEZ})
    assert built(folders).ok
    good = snapshot(folders.output)
    (folders.content / "people/hafez/facts.yaml").write_text(HAFEZ + "born: long ago\n", "utf-8")
    report = built(folders)
    assert codes(report) == ["R130"]
    assert report.written is None
    assert snapshot(folders.output) == good


def test_a_first_build_with_errors_does_not_even_make_the_folder(tmp_path: Path) -> None:
    folders = site(tmp_path, {"content/people/hafez/facts.yaml": "name: حافظ\n"})
    assert not built(folders).ok
    assert not folders.output.exists()


# ---------------------------------------------------------------- the page about them


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_pages_of_all_messages_are_as_the_table_says(code: str) -> None:
    """When this fails: `python3 -m warraq.dev.diagnostics_page` writes the pages anew."""
    assert PAGES[code].read_text("utf-8") == diagnostics_page(speaker(code, Path()))


@pytest.mark.parametrize("code", ["fa", "ar"])
def test_no_sentence_of_a_page_of_messages_is_left_in_english(code: str) -> None:
    for line in PAGES[code].read_text("utf-8").splitlines():
        if line and not line.startswith("<"):
            assert re.search("[ء-ی]", line), line
