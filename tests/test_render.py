"""The fourth stage: whose fault it is when a page cannot be made, and that printing quickly prints the same."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import Environment, TemplateNotFound
from markupsafe import Markup, escape

from tests.world import built, codes, places, site
from warraq.lang.catalogs import BrokenCatalog, Catalog
from warraq.lang.language import Language
from warraq.model.worded import Words
from warraq.read.settings import read_site
from warraq.render import render
from warraq.render.compiled import CompiledTemplates, PageEnvironment, compiled_key, printed
from warraq.render.templates import environment, isolate, tongue
from warraq.render.theme import read_theme

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8"\n\n'


@pytest.mark.parametrize(
    "mistake",
    [
        "{{ page.nothing_of_this_name }}",
        "{{ 1 / 0 }}",
        "{{ [].pop() }}",
        "{{ 'x' | round }}",
        "{{ None | number }}",
        "{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}",
    ],
)
def test_a_mistake_in_a_template_is_told_with_its_line(tmp_path: Path, mistake: str) -> None:
    folders = site(tmp_path, {"templates/pages/gate.html": f"<!doctype html>\n{mistake}\n"})
    report = built(folders)
    assert codes(report) == ["T503"]
    assert places(report) == ["T503 templates/pages/gate.html:2:1"]


def test_a_mistake_of_ours_in_a_text_is_not_laid_on_the_template(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        from warraq.render.markup.number_groups import int_of

        int_of("none")  # raises inside our own code, as a fault there would

    monkeypatch.setattr(render, "convert", fail)
    folders = site(
        tmp_path,
        {
            "templates/pages/page.html": "{{ (page.text | convert).html }}",
            "content/pages/about/facts.yaml": "order: 1\n",
            "content/pages/about/en.md": "---\ntitle: About\nsummary: S.\n---\nWords.\n",
        },
    )
    with pytest.raises(ValueError, match="invalid literal"):
        built(folders)


@pytest.mark.parametrize(
    "translation",
    [
        'msgid "{count} pages"\nmsgstr "{cuont} صفحه"\n',
        'msgid "{count} pages"\nmsgstr "{count صفحه"\n',
        'msgid "%(count)s pages"\nmsgstr "%(cuont)s صفحه"\n',
    ],
)
def test_a_translation_with_a_place_that_its_phrase_does_not_have_is_refused(translation: str) -> None:
    with pytest.raises(BrokenCatalog):
        _ = Catalog("fa", HEADER + translation).translations


def test_a_translation_may_say_a_number_in_a_word() -> None:
    one = 'msgid "{count} page"\nmsgid_plural "{count} pages"\nmsgstr[0] "صفحة واحدة"\nmsgstr[1] "{count} صفحات"\n'
    assert (
        Catalog("ar", HEADER + one).translations.ngettext("{count} page", "{count} pages", 1) == "صفحة واحدة"
    )


PERSIAN = Language(code="fa", name="فارسی", direction="rtl", locale="fa_IR", digits="arabext")


NO_WORDS = Catalog("fa", "")


def page_environment(sources: dict[str, str], kept, catalog: Catalog = NO_WORDS) -> Environment:
    return environment(
        CompiledTemplates(sources, "engine", kept),
        PERSIAN,
        catalog,
        lambda text: text,
        lambda first, _: first,
    )


def fresh(key, make):
    return make()


class Loud:
    def __html__(self) -> str:
        return "<b>safe</b>"


@pytest.mark.parametrize(
    "value",
    [
        "words",
        "",
        "a < b",
        "a > b",
        "R&D",
        'say "so"',
        "it's",
        "نوشته",
        Markup("<b>safe</b>"),
        7,
        0.5,
        None,
        Loud(),
    ],
)
def test_a_value_is_printed_as_jinja_itself_escapes_it(value: object) -> None:
    plain = Environment(autoescape=True).from_string("{{ value }}").render(value=value)

    assert printed(value) == escape(value)
    assert page_environment({"page": "{{ value }}"}, fresh).get_template("page").render(value=value) == plain


def test_where_a_template_turns_escaping_off_or_asks_for_it_jinja_decides() -> None:
    source = "{% autoescape false %}{{ value }}{% endautoescape %} {{ value | e }} {{ value | safe }}"

    page = page_environment({"page": source}, fresh)

    assert page.get_template("page").render(value="<&") == "<& &lt;&amp; <&"
    assert PageEnvironment().from_string("{{ value }}").render(value="<") == "<"


def test_a_template_is_compiled_once_for_all_languages_and_never_again_while_it_is_kept() -> None:
    kept: dict[str, bytes] = {}
    made: list[str] = []

    def keep(key, make):
        if key not in kept:
            made.append(key)
            kept[key] = make()
        return kept[key]

    sources = {"page": "{{ part }}{% include 'part' %}", "part": "-{{ _('Feed') }}"}
    templates = CompiledTemplates(sources, "engine", keep)
    first, second = (
        environment(templates, PERSIAN, NO_WORDS, lambda text: text, lambda first, _: first) for _ in range(2)
    )
    later = page_environment(sources, keep)

    pages = {each.get_template("page").render(part=1) for each in (first, second, later)}
    assert pages == {"1-Feed"}
    assert made == [compiled_key(name, sources[name], "engine") for name in ("page", "part")]
    assert (
        len({compiled_key("page", "a", "1"), compiled_key("page", "a", "2"), compiled_key("page", "b", "1")})
        == 3
    )


def test_all_that_printing_keeps_besides_texts_is_known_by_its_keys(tmp_path: Path) -> None:
    folders = site(tmp_path, {})
    kept: dict[str, object] = {}

    def keep(key, make):
        if key not in kept:
            kept[key] = make()
        return kept[key]

    facts = read_site(folders.content, "content", None)
    theme = read_theme(facts, folders.templates, folders.assets, folders.catalogs, keep)
    closed = theme.closed
    for jinja in render.Renderer(
        theme, SimpleNamespace(recall=keep), SimpleNamespace()
    )._environments.values():
        for name, _ in theme.templates:
            jinja.get_template(name)

    assert set(kept) == set(render.tool_keys(theme))
    assert read_theme(facts, folders.templates, folders.assets, folders.catalogs, keep).closed is closed
    assert read_theme(facts, folders.templates, folders.assets, folders.catalogs).closed == closed


def test_a_template_may_ask_whether_a_view_has_something(tmp_path: Path) -> None:
    asks = "{{ page.nothing is defined }} {{ page.nothing | default('none') }}"
    folders = site(tmp_path, {"templates/pages/gate.html": f"<!doctype html>\n{asks}\n"})

    assert codes(built(folders)) == []
    assert (folders.output / "index.html").read_text("utf-8").split()[2:] == ["False", "none"]


def test_a_template_may_count_in_words_and_call_macros_as_jinja_does(tmp_path: Path) -> None:
    asks = (
        "{% macro twice(word) %}{{ word }}{{ word }}{% if caller is defined %}{{ caller() }}{% endif %}{% endmacro %}"
        "{% trans n=2 %}{{ n }} story{% pluralize %}{{ n }} stories{% endtrans %} {{ pgettext('x', 'word') }} "
        "{{ twice(word='<') }} {% call twice('>') %}!{% endcall %} {{ twice(*['&']) }}"
    )
    folders = site(tmp_path, {"templates/pages/gate.html": f"<!doctype html>\n{asks}\n"})

    assert codes(built(folders)) == []
    words = (folders.output / "index.html").read_text("utf-8").split()[2:]
    assert words == ["2", "stories", "word", "&lt;&lt;", "&gt;&gt;!", "&amp;&amp;"]


def test_who_reads_the_theme_compiles_its_templates_and_no_other_process_need(tmp_path: Path) -> None:
    folders = site(tmp_path, {})
    kept: dict[str, object] = {}

    def keep(key, make):
        if key not in kept:
            kept[key] = make()
        return kept[key]

    facts = read_site(folders.content, "content", None)
    theme = read_theme(facts, folders.templates, folders.assets, folders.catalogs, keep)
    known = set(kept)
    for jinja in render.Renderer(
        theme, SimpleNamespace(recall=keep), SimpleNamespace()
    )._environments.values():
        for name, _ in theme.templates:
            jinja.get_template(name)

    assert set(kept) == known


def test_a_template_that_is_not_there_is_said_to_be_missing() -> None:
    with pytest.raises(TemplateNotFound, match="page"):
        page_environment({}, fresh).get_template("page")


def test_phrases_are_patterns_and_their_values_are_escaped() -> None:
    words = 'msgid "100%% %(name)s"\nmsgstr "٪۱۰۰ %%، %(name)s"\n\nmsgid "100%%"\nmsgstr "%%۱۰۰"\n'
    source = "{% trans %}100% {{ name }}{% endtrans %}|{{ _('100%%') }}|{{ _('By %(name)s', name=name) }}"

    page = page_environment({"page": source}, fresh, Catalog("fa", HEADER + words)).get_template("page")

    assert page.render(name="<a>") == "٪۱۰۰ %، &lt;a&gt;|%۱۰۰|By &lt;a&gt;"
    assert page.render(name=Markup("<b>")) == "٪۱۰۰ %، <b>|%۱۰۰|By <b>"


def test_words_and_their_languages_are_escaped() -> None:
    here, away = Words("a<b", "fa", "rtl"), Words("a<b", 'e"n', "ltr")

    assert isolate(here, PERSIAN) == Markup("<bdi>a&lt;b</bdi>")
    assert isolate(away, PERSIAN) == Markup('<bdi lang="e&#34;n" dir="ltr">a&lt;b</bdi>')
    assert (tongue(here, PERSIAN.code), tongue(None, PERSIAN.code), isolate(None, PERSIAN)) == ("", "", "")
    assert tongue(away, PERSIAN.code) == Markup(' lang="e&#34;n" dir="ltr"')
