"""The guides for editors: there in each language, found from the first page, true in their examples, well written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.small_site import REPOSITORY
from warraq.lang.date_text import format_date
from warraq.lang.dates import read_date
from warraq.lang.lint import HouseStyle, lint
from warraq.model.fences import find_fence_faults
from warraq.options import parser
from warraq.read.settings import read_site

DOCS = REPOSITORY / "docs"
CODES = ("en", "fa", "ar")
GUIDES = sorted({path.name.split(".")[0] for code in CODES for path in DOCS.glob(f"*.{code}.md")})
FRONT = {"en": "README.md", "fa": "README.fa.md", "ar": "README.ar.md"}


def guide(name: str, code: str) -> Path:
    """The guide in a language; the page of messages in English is that of everybody."""
    return DOCS / ("diagnostics.md" if (name, code) == ("diagnostics", "en") else f"{name}.{code}.md")


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", GUIDES)
def test_a_guide_is_there_in_each_language_and_found_from_the_front_page_and_from_the_list(
    name: str, code: str
) -> None:
    path = guide(name, code)
    assert path.is_file()
    assert f"](docs/{path.name})" in (REPOSITORY / FRONT[code]).read_text("utf-8")
    assert f"]({path.name})" in (DOCS / "README.md").read_text("utf-8")


@pytest.mark.parametrize("path", sorted(DOCS.glob("*.md")), ids=lambda path: path.name)
def test_a_link_of_a_guide_leads_to_a_file(path: Path) -> None:
    without_examples = re.sub(r"(?ms)^(`{3,}).*?^\1$|`[^`\n]+`", "", path.read_text("utf-8"))
    for address in re.findall(r"\]\(([^)#\s]+)[^)]*\)", without_examples):
        if not re.match(r"[a-z]+:", address):
            assert (path.parent / address).exists(), address


@pytest.mark.parametrize("code", CODES)
def test_what_readers_get_of_a_date_is_what_the_guide_to_dates_says(code: str) -> None:
    site = read_site(REPOSITORY / "content", "content")
    rows = re.findall(
        r"^\| (`.*?) \| (.*?) \|$", guide("dates-and-names", code).read_text("utf-8"), re.MULTILINE
    )
    dates = [(written, shown) for written, shown in rows if re.search(r"\d|[۰-۹]|[٠-٩]|سدهٔ|القرن", written)]
    assert len(dates) == 12
    for written, shown in dates:
        for date in re.findall("`([^`]+)`", written):
            assert format_date(read_date(date), site.language(code)) == shown


@pytest.mark.parametrize("code", CODES)
def test_the_poems_of_the_guide_are_poems(code: str) -> None:
    examples = re.findall(r"(?ms)^````\n(.*?)^````$", guide("poems", code).read_text("utf-8"))
    assert len(examples) == 3
    for example in examples:
        assert "```poem" in example
        assert list(find_fence_faults(example)) == []


@pytest.mark.parametrize("path", sorted(DOCS.glob("*.md")), ids=lambda path: path.name)
def test_a_command_of_a_guide_is_one(path: Path) -> None:
    known = {"build"} | set(re.findall(r"build\.py ([a-z-]+)", parser(["build"]).format_help()))
    for command in re.findall(r"build\.py ([a-z][a-z-]*)", path.read_text("utf-8")):
        assert command in known


@pytest.mark.parametrize("code", ["fa", "ar"])
@pytest.mark.parametrize("name", ["dates-and-names", "poems", "editorial-policy", "first-story"])
def test_a_guide_is_written_as_guides_want_texts_to_be(name: str, code: str) -> None:
    site = read_site(REPOSITORY / "content", "content")
    style = HouseStyle(digits=tuple((language.code, language.digits) for language in site.languages))
    found = lint(guide(name, code).read_text("utf-8"), code, style)
    # They show letters of the other language, and name it by its own name.
    ours = [f for f in found if f.severity != "hint" and f.rule not in {"S711", "S712"}]
    assert [(f.rule, f.line, f.found) for f in ours] == []
