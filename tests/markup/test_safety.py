"""What an editor's text can never do, however it is written."""

from __future__ import annotations

import re

import pytest

from tests.markup.surroundings import context
from warraq.render.markup import convert

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<a href=' javascript:alert(1)'>x</a>",
    "[x](java\tscript:alert(1))",
    "[x](vbscript:x)",
    "<svg><script>alert(1)</script></svg>",
    "<math><mi xlink:href='javascript:x'>x</mi></math>",
    "<form action=/x><input name=a></form>",
    "<iframe srcdoc='<script>x</script>'></iframe>",
    "<p style='position:fixed'>x</p>",
    "<base href=//evil.example>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "*x*{onclick=alert(1) style=color:red}",
    "[x](/a){onmouseover=alert(1)}",
    "![[[isfahan]]](a.png)",
    '![{en: "><script>alert(1)</script>}](a.png)',
    "{en: <script>alert(1)</script>}",
    "[[isfahan|<script>alert(1)</script>]]",
    '```poem lang=ar"onclick="x\n<script>x</script> || <b onclick=x>y</b>\n```',
    '\ufdd0ref:isfahan\ufdd1\ufdd0lang:x" onclick="x\ufdd1y\ufdd2\ufdd2',
    "<bdi lang='fa\" onclick=\"x' dir='\"><script>'>x</bdi>",
]


@pytest.mark.parametrize("source", HOSTILE)
@pytest.mark.parametrize("language", ["fa", "en"])
def test_nothing_that_runs_or_loads_comes_through(source: str, language: str) -> None:
    html = convert(source, context(language)).html
    tags = re.findall(r"<[^>]*>", html)
    assert not re.search(
        r"<(script|style|iframe|svg|math|form|input|base|meta|link|object)\b", html, re.IGNORECASE
    )
    assert not any(re.search(r"""\s(on\w+|style|srcdoc)\s*=""", tag, re.IGNORECASE) for tag in tags)
    assert not any(re.search(r"(javascript|vbscript|data):", tag, re.IGNORECASE) for tag in tags)


def test_a_page_id_cannot_be_taken_by_a_heading_of_the_text() -> None:
    converted = convert("## Main\n\n## Other {#search}", context("en", reserved_ids=("main", "search")))
    assert [heading.id for heading in converted.headings] == ["main-2", "other"]


def test_an_unknown_reference_is_an_error_of_the_engine() -> None:
    with pytest.raises(ValueError, match="nowhere"):
        convert("[[nowhere]]", context("fa"))


def test_a_malformed_reference_is_left_as_written() -> None:
    assert convert("[[Not An Id]] text", context("en")).html == "<p>[[Not An Id]] text</p>"


@pytest.mark.parametrize("number", ["9" * 5000, "²"])
def test_a_list_that_begins_with_what_is_no_number_to_a_browser_begins_with_one(number: str) -> None:
    assert "start" not in convert(f'<ol start="{number}"><li>A</li></ol>', context("en")).html


@pytest.mark.parametrize("source", ["[^1]:", "[^]:", "[^1]:\n\n[^2]:", "متن[^2]\n\n[^1]:\n[^2]: یادداشت"])
def test_a_note_that_is_only_begun_stops_no_build(source: str) -> None:
    assert "یادداشت" in convert(source, context("fa")).html or "یادداشت" not in source
