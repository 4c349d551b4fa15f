"""The fourth stage: whose fault it is when a page cannot be made."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.world import built, codes, places, site
from warraq.lang.catalogs import BrokenCatalog, Catalog
from warraq.render import render

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
