"""What the CMS is told: every field of every kind has its place in the form, in the language of the editor."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.small_site import REPOSITORY
from tests.world import CATALOGS, built, codes, site
from warraq.editing.fields import FormField, fields_of
from warraq.editing.form import Row, as_json, form_of
from warraq.editing.host import backend_of, hosts_of
from warraq.editing.page import policy_of
from warraq.editing.words import FormWords
from warraq.lang.catalogs import Catalog
from warraq.model.facts import TellingFacts
from warraq.model.kinds import KINDS
from warraq.model.site import AdminSettings
from warraq.read.records import list_folders
from warraq.read.schema import read_facts
from warraq.read.settings import read_site
from warraq.read.yamltree import read_yaml
from warraq.render.theme import read_catalog

CONTENT = REPOSITORY / "content"

WIDGETS = {
    "boolean",
    "datetime",
    "image",
    "list",
    "markdown",
    "object",
    "relation",
    "select",
    "string",
    "text",
}


@cache
def form(code: str = "en") -> Mapping[str, Any]:
    """The form of the site with two records, as an editor of this language gets it."""
    settings = read_site(CONTENT, "content")
    engine, pages = (
        (Catalog(code, "") if code == "en" else read_catalog(CATALOGS, code, domain)).translations
        for domain in ("engine", "site")
    )
    words = FormWords(
        code, settings.codes, engine.gettext, pages.gettext, lambda word: pages.pgettext("word", word)
    )
    rows = {"people": [Row("hafez", "حافظ", "fa")], "institutions": [Row("hall", "Hall", "en")]}
    found: Mapping[str, Any] = json.loads(as_json(form_of(settings, words, rows)))
    return found


def collection(name: str, code: str = "en") -> Mapping[str, Any]:
    found: Mapping[str, Any] = next(c for c in form(code)["config"]["collections"] if c.get("name") == name)
    return found


def pairs(fields: tuple[FormField, ...], widgets: list[Any]) -> Iterator[tuple[FormField, Mapping[str, Any]]]:
    """Each field of the model with its field of the form, parts too."""
    by_name = {widget["name"]: widget for widget in widgets}
    assert [*by_name] == [field.name for field in fields]
    for field in fields:
        yield field, by_name[field.name]
        if field.parts:
            yield from pairs(field.parts, by_name[field.name]["fields"])


def all_pairs(code: str = "en") -> Iterator[tuple[FormField, Mapping[str, Any]]]:
    for kind in KINDS:
        yield from pairs(fields_of(kind.facts), collection(kind.name, code)["fields"])


def text_pairs(code: str = "en") -> Iterator[tuple[FormField, Mapping[str, Any]]]:
    by_name = {field.name: field for field in fields_of(TellingFacts)}
    for widget in collection("stories-texts", code)["fields"]:
        if widget["name"] in by_name:
            yield by_name[widget["name"]], widget


def test_every_field_of_every_kind_is_in_the_form() -> None:
    for kind in KINDS:
        declared = {field.name for field in dataclasses.fields(kind.facts)}
        assert {field.name for field in fields_of(kind.facts)} == declared
    for _, widget in all_pairs():
        assert widget["widget"] in WIDGETS
        assert isinstance(widget["required"], bool)


def test_every_text_has_its_fields_in_every_language() -> None:
    for kind in KINDS:
        texts = collection(f"{kind.name}-texts")
        names = {field["name"] for field in texts["fields"]}
        assert names == {"body", *(field.name for field in dataclasses.fields(TellingFacts))} - {"follows"}
        assert all(field["i18n"] is True for field in texts["fields"])
        assert form()["texts"][kind.name] == f"content/{kind.name}/{{{{id}}}}/{{{{locale}}}}.md"
    assert form()["config"]["i18n"]["locales"] == ["fa", "ar", "en"]


def test_what_a_record_cannot_do_without_is_asked_for() -> None:
    needed = {f"{field.owner}.{field.name}" for field, widget in all_pairs() if widget["required"]}
    assert {"Story.original", "Person.name", "Event.starts", "Source.title", "Picture.rights"} <= needed
    assert not {"Person.born", "Picture.caption", "Story.draft"} & needed


def test_words_are_chosen_from_those_of_the_model() -> None:
    for field, widget in all_pairs("fa"):
        if field.nature == "choice":
            assert [option["value"] for option in widget["options"]] == list(field.choices)
            assert widget["multiple"] == field.many
    roles = next(widget for field, widget in all_pairs("fa") if field.name == "roles")
    assert {"label": "پزشک", "value": "physician"} in roles["options"]


def test_a_record_is_chosen_from_the_kinds_that_the_field_may_name() -> None:
    kinds = {kind.name for kind in KINDS}
    for field, widget in all_pairs():
        if field.nature == "record" and len(field.kinds) == 1:
            assert widget["collection"] == field.kinds[0]
            assert widget["value_field"] == "{{slug}}"
        elif field.nature == "record":
            assert widget["options_of"] == list(field.kinds)
            assert set(field.kinds) <= kinds
    assert form()["records"]["people"] == [["hafez", "حافظ", "fa"]]


def test_a_phrase_has_a_field_for_each_language_named_in_itself() -> None:
    for field, widget in all_pairs("ar"):
        if field.nature == "phrases":
            assert {inner["name"]: inner["label"] for inner in widget["fields"]} == {
                "fa": "فارسی",
                "ar": "العربية",
                "en": "English",
            }


@pytest.mark.parametrize("code", ["fa", "ar"])
def test_nothing_in_the_form_is_left_in_english(code: str) -> None:
    same = {"DOI", "ISBN"}
    mine_all, all_theirs = ([*all_pairs(one), *text_pairs(one)] for one in (code, "en"))
    for (field, mine), (_, theirs) in zip(mine_all, all_theirs, strict=True):
        assert mine["label"] != theirs["label"] or mine["label"] in same, (field.owner, field.name)
        assert "hint" not in theirs or mine["hint"] != theirs["hint"], (field.owner, field.name)
    for kind in KINDS:
        for name in (kind.name, f"{kind.name}-texts"):
            assert collection(name, code)["label"] != collection(name)["label"]


def test_a_name_of_a_field_never_stands_for_its_label() -> None:
    for field, widget in (*all_pairs(), *text_pairs()):
        assert widget["label"] != field.name or field.name.isupper()


def test_the_shapes_of_the_files_follow_the_model() -> None:
    shapes = form()["shapes"]
    assert shapes["people"]["born"] == {"is": "date"}
    assert shapes["people"]["living"] == {"is": "flag"}
    assert shapes["people"]["pictures"]["of"]["living"] == {"is": "answer"}
    assert shapes["places"]["coordinates"] == {"is": "pair"}
    assert shapes["events"]["venue"] == {"is": "record", "kinds": ["places", "institutions"]}
    assert [*shapes["people"]][:4] == ["name", "draft", "transliteration", "sort"]


# ---------------------------------------------------------------- where it is kept


def test_without_a_service_no_host_is_ever_asked() -> None:
    settings = read_site(CONTENT, "content")
    policy = policy_of(settings, "{}")
    assert "http" not in policy
    assert hosts_of(AdminSettings()) == ((), ())
    assert "http" not in json.dumps(form()["config"])


@pytest.mark.parametrize(
    ("settings", "files", "told"),
    [
        (AdminSettings(backend="github", repo="a/b"), ("https://api.github.com",), None),
        (AdminSettings(backend="gitlab", repo="a/b"), ("https://gitlab.com",), None),
        (
            AdminSettings(backend="gitlab", repo="a/b", server="https://git.example/x/"),
            ("https://git.example",),
            "https://git.example/x",
        ),
        (
            AdminSettings(backend="gitea", repo="a/b", server="https://forge.example"),
            ("https://forge.example",),
            "https://forge.example",
        ),
    ],
    ids=["github", "gitlab", "own-gitlab", "own-gitea"],
)
def test_with_a_service_only_its_host_is_asked(
    settings: AdminSettings, files: tuple[str, ...], told: str | None
) -> None:
    assert hosts_of(settings)[0] == files
    backend = backend_of(settings)
    assert (backend["name"], backend["repo"], backend.get("base_url")) == (settings.backend, "a/b", told)
    assert backend["auth_methods"] == ["token"]


# ---------------------------------------------------------------- what is written is read again


def test_facts_say_the_same_however_a_program_writes_them() -> None:
    """Lists and names in lines of their own, quotation marks where a program puts them: the facts are the same."""
    for kind, id in list_folders(CONTENT, "content")[0]:
        text = (CONTENT / kind / id / "facts.yaml").read_text("utf-8")
        facts = next(k.facts for k in KINDS if k.name == kind)
        fields = read_yaml(text, "facts.yaml")
        again = read_yaml(yaml.safe_dump(plain(fields), allow_unicode=True, sort_keys=True), "facts.yaml")
        assert without_places(read_facts(facts, fields)) == without_places(read_facts(facts, again)), (
            kind,
            id,
        )


def plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return str(value)


def without_places(value: Any) -> Any:
    """Values without where they were written, phrases without the order of their languages."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {f.name: without_places(getattr(value, f.name)) for f in dataclasses.fields(value)}
        fields.pop("span", None)
        if "by_language" in fields:
            fields["by_language"] = sorted(fields["by_language"])
        return fields
    if isinstance(value, tuple):
        return [without_places(item) for item in value]
    return value


def test_a_draft_of_which_nothing_is_written_yet_keeps_nobody_from_seeing_the_site(tmp_path: Path) -> None:
    folders = site(
        tmp_path,
        {
            "content/stories/begun/facts.yaml": (
                "draft: yes\noriginal: fa\nregion: bridge\npublished: 2026-01-02\n"
            ),
            "content/stories/told/facts.yaml": "original: fa\nregion: bridge\npublished: 2026-01-01\n",
            "content/stories/told/fa.md": "---\ntitle: پل\nsummary: برجاست.\n---\nهست.\n",
        },
    )
    report = built(folders, drafts=True)
    assert report.ok
    assert "C301" not in codes(report)
    assert not (folders.output / "fa/stories/begun").exists()
    assert (folders.output / "fa/stories/told/index.html").is_file()
