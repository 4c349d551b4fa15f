"""What a template of the house may not do: each rule keeps logic, loose words or scripts out of the pages."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from jinja2 import Environment, nodes
from jinja2.ext import babel_extract

from warraq.render.closures import closures

FOLDER = Path(__file__).parent.parent / "templates"
FILES = sorted(FOLDER.rglob("*.html"))
TEMPLATES = {path.relative_to(FOLDER).as_posix(): path.read_text(encoding="utf-8") for path in FILES}
SHARED = {"pages/list.html", "pages/record.html"}
PAGES = [name for name in TEMPLATES if name.startswith("pages/") and name not in SHARED]
JINJA_SIGNS = re.compile(
    r"{% block name %}.*?{% endblock %}|{% trans.*?{% endtrans %}|{#.*?#}|{%.*?%}|{{.*?}}", re.DOTALL
)

JINJA = Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.do"], autoescape=True)


def phrases(source: str) -> list[str]:
    """What a template says to readers in its own words."""
    found = babel_extract(BytesIO(source.encode()), ("_", "gettext"), (), {"trimmed": "true"})
    forms = [message if isinstance(message, tuple) else (message,) for _, _, message, _ in found]
    return [form for several in forms for form in several if form]


@pytest.mark.parametrize("name", TEMPLATES)
def test_no_style_and_no_script_is_written_into_a_page(name: str) -> None:
    assert re.findall(r"\sstyle=|<style|\son\w+=|<script(?! src=)|javascript:", TEMPLATES[name]) == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_names_no_side_of_the_page(name: str) -> None:
    assert re.findall(r"\b(?:left|right)\b", re.sub(r"\{#.*?#\}", "", TEMPLATES[name], flags=re.DOTALL)) == []


def test_every_reference_to_another_template_is_a_plain_name_that_exists() -> None:
    read = closures(TEMPLATES, lambda _key, make: make(), JINJA, lambda _name, _tree: None)
    assert set(read) == set(TEMPLATES)


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_computes_nothing(name: str) -> None:
    tree = JINJA.parse(TEMPLATES[name])
    sums = (nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Pow, nodes.ExprStmt)
    assert [type(node).__name__ for kind in sums for node in tree.find_all(kind)] == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_what_is_printed_unescaped_is_converted_text_and_nothing_else(name: str) -> None:
    safe = [node.node for node in JINJA.parse(TEMPLATES[name]).find_all(nodes.Filter) if node.name == "safe"]
    assert all(isinstance(node, nodes.Getattr) and node.attr == "html" for node in safe)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_by_its_name_which_template_it_is(name: str) -> None:
    said = re.findall(r"{% block name %}([\w-]+){% endblock %}", TEMPLATES[name])
    assert said == [Path(name).stem]


@pytest.mark.parametrize("name", [name for name in TEMPLATES if name.startswith("macros/")])
def test_a_macro_says_first_what_it_is_given(name: str) -> None:
    source = TEMPLATES[name]
    for macro in re.findall(r"{% macro (\w+)\(", source):
        before = source.partition(f"{{% macro {macro}(")[0].rstrip()
        assert before.endswith("#}"), f"{macro} has no comment"
        assert f"{{# {macro}(" in before


@pytest.mark.parametrize("name", TEMPLATES)
def test_no_word_for_readers_stands_outside_the_catalogue(name: str) -> None:
    source = JINJA_SIGNS.sub("", TEMPLATES[name])
    said_by_attributes = re.findall(r'(?:aria-label|title|alt|placeholder)="[^"]*\w[^"]*"', source)
    shown = re.sub(r"<[^>]*>|&\w+;|\b404\b", " ", source)
    assert re.findall(r"\w+", shown) + said_by_attributes == []


def test_no_phrase_begins_or_ends_with_a_space() -> None:
    said = [phrase for source in TEMPLATES.values() for phrase in phrases(source)]
    assert len(said) > 20
    assert [phrase for phrase in said if phrase != phrase.strip()] == []
