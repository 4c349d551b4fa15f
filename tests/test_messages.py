"""The interface words: gathered from where they stand, translated without a gap, safe to print."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from tests.small_site import REPOSITORY, tree
from warraq.dev.messages import PLURALS, update_messages

CODES = ("fa", "ar")
DOMAINS = ("site", "engine")
PLACEHOLDER = re.compile(r"\{(\w+)\}|%\((\w+)\)s")

_COUNTS = ({("count", "")}, {("", "count")})

CATALOGUES = [(code, domain) for code in CODES for domain in DOMAINS]


def catalogue(code: str, domain: str) -> Catalog:
    path = REPOSITORY / "i18n" / code / "LC_MESSAGES" / f"{domain}.po"
    with path.open("rb") as file:
        return read_po(file, locale=code, abort_invalid=True)


def forms(strings: object) -> tuple[str, ...]:
    """The strings of a message, one or one for each plural."""
    return strings if isinstance(strings, tuple) else (str(strings or ""),)


@pytest.mark.parametrize(("code", "domain"), CATALOGUES)
def test_every_phrase_is_translated(code: str, domain: str) -> None:
    missing = [m.id for m in catalogue(code, domain) if m.id and not all(forms(m.string))]
    assert missing == []


@pytest.mark.parametrize(("code", "domain"), CATALOGUES)
def test_no_translation_is_doubtful_or_for_a_phrase_that_is_gone(code: str, domain: str) -> None:
    found = catalogue(code, domain)
    assert [m.id for m in found if m.id and m.fuzzy] == []
    assert list(found.obsolete) == []


@pytest.mark.parametrize(("code", "domain"), CATALOGUES)
def test_translations_name_the_same_values_as_the_phrase(code: str, domain: str) -> None:
    wrong = []
    for message in catalogue(code, domain):
        if not message.id or not any(forms(message.string)):
            continue
        wanted = set(PLACEHOLDER.findall(forms(message.id)[-1]))
        for form in forms(message.string):
            named = set(PLACEHOLDER.findall(form))
            # One and two need no number in Arabic: “a page”, “two pages”.
            if named != wanted and not (
                len(forms(message.id)) > 1 and wanted - named in _COUNTS and not named - wanted
            ):
                wrong.append((message.id, form))
    assert wrong == []


@pytest.mark.parametrize(("code", "domain"), CATALOGUES)
def test_plural_forms_are_those_of_the_language_itself(code: str, domain: str) -> None:
    source = (REPOSITORY / "i18n" / code / "LC_MESSAGES" / f"{domain}.po").read_text("utf-8")
    assert f'"Plural-Forms: {PLURALS[code]}\\n"' in source
    number = int(PLURALS[code].partition("nplurals=")[2].partition(";")[0])
    for message in catalogue(code, domain):
        if message.pluralizable:
            assert len(forms(message.string)) == number, message.id


def test_the_catalogues_hold_every_phrase_of_engine_and_templates(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "i18n"
    shutil.copytree(REPOSITORY / "i18n", copy)
    update_messages(REPOSITORY / "warraq", REPOSITORY / "templates", copy, ("fa", "ar", "en"))
    capsys.readouterr()
    for code, domain in CATALOGUES:
        with (copy / code / "LC_MESSAGES" / f"{domain}.po").open("rb") as file:
            gathered = {(m.context, m.id) for m in read_po(file, locale=code)}
        kept = {(m.context, m.id) for m in catalogue(code, domain)}
        assert gathered == kept, "run “python3 build.py messages”"


def test_gathering_twice_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = tmp_path / "i18n"
    shutil.copytree(REPOSITORY / "i18n", copy)
    for _ in range(2):
        before = tree(copy)
        update_messages(REPOSITORY / "warraq", REPOSITORY / "templates", copy, ("fa", "ar", "en"))
    capsys.readouterr()
    assert tree(copy) == before


def test_a_new_phrase_of_a_template_is_offered_for_translation_and_the_old_ones_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    templates, catalogues = tmp_path / "templates", tmp_path / "i18n"
    templates.mkdir()
    (templates / "page.html").write_text('{{ _("First") }}', "utf-8")
    engine = tmp_path / "engine"
    engine.mkdir()
    update_messages(engine, templates, catalogues, ("fa",))
    po = catalogues / "fa/LC_MESSAGES/site.po"
    po.write_text(
        po.read_text("utf-8").replace('msgid "First"\nmsgstr ""', 'msgid "First"\nmsgstr "نخست"'), "utf-8"
    )
    (templates / "page.html").write_text('{{ _("First") }} {{ _("Second") }}', "utf-8")
    update_messages(engine, templates, catalogues, ("fa",))
    capsys.readouterr()
    with po.open("rb") as file:
        found = {m.id: m.string for m in read_po(file, locale="fa")}
    assert found["First"] == "نخست"
    assert found["Second"] == ""
