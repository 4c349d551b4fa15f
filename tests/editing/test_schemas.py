"""The schemas for editors' tools: what our reader takes they take, what it refuses by form they refuse."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from tests.small_site import REPOSITORY
from tests.world import CATALOGS, read_sections, site, speaker
from warraq.dev.schemas import Refreshing, schemas_of, words_of, write_schemas
from warraq.files import decode, split_head
from warraq.lang.catalogs import Catalog
from warraq.model.kinds import KINDS
from warraq.read.records import list_folders
from warraq.read.settings import read_site
from warraq.render.theme import read_catalog

BROKEN = REPOSITORY / "tests/broken"


class AsToolsRead(yaml.SafeLoader):
    """YAML 1.2, as editors' tools read it: `1047` is a number there, `2026-01-02` and `yes` are words."""


AsToolsRead.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^[-+]?[0-9]+$", list("-+0123456789")),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", list("-+0123456789.")),
):
    AsToolsRead.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), first)
AsToolsRead.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))


def read(text: str) -> Any:
    return yaml.load(text, AsToolsRead)  # noqa: S506  a loader of plain values


@cache
def schemas(content: Path, code: str = "en") -> Mapping[str, Any]:
    """The schemas of a site in the language of an editor."""
    settings, ids = read_site(content, "content"), ids_in(content)
    engine, pages = (
        Catalog(code, "") if code == "en" else read_catalog(CATALOGS, code, domain)
        for domain in ("engine", "site")
    )
    return schemas_of(settings, ids, words_of(settings, engine, pages))


def ids_in(content: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for kind, id in list_folders(content, "content")[0]:
        found.setdefault(kind, []).append(id)
    return found


@cache
def tool(content: Path, name: str) -> Draft7Validator:
    """What holds a file against the schema with this name."""
    return Draft7Validator(schemas(content)[name])


def faults(name: str, text: str, content: Path = REPOSITORY / "content") -> list[str]:
    """What a tool would underline in a file: the paths of the faults, and their words."""
    found = tool(content, name).iter_errors(read(text) or {})
    return [f"{'.'.join(map(str, error.path))}: {error.message}"[:200] for error in found]


def all_files() -> Iterator[tuple[Path, str, str]]:
    """The files of the site and of the golden one: the content folder, the name of the schema, and the file's path."""
    for content in (REPOSITORY / "content", REPOSITORY / "tests/golden/three-languages/content"):
        yield content, "site", "site.yaml"
        for kind, id in list_folders(content, "content")[0]:
            for path in sorted((content / kind / id).iterdir()):
                name = path.relative_to(content).as_posix()
                if path.name == "facts.yaml":
                    yield content, kind, name
                elif path.suffix == ".md":
                    yield content, "text", name


def test_all_that_is_written_is_right_by_the_schemas() -> None:
    wrong, seen = {}, set()
    for content, name, path in all_files():
        text = decode((content / path).read_bytes(), path)
        head = split_head(text, path).fields if path.endswith(".md") else text
        if found := faults(name, head, content):
            wrong[path] = found
        seen.add(name)
    assert wrong == {}
    assert seen == {"site", "text", *(kind.name for kind in KINDS)}


def test_every_schema_is_one() -> None:
    for schema in schemas(REPOSITORY / "content").values():
        Draft7Validator.check_schema(schema)


SEEN_BY_TOOLS = {
    "R110",
    "R111",
    "R112",
    "R113",
    "R115",
    "R116",
    "R117",
    "R120",
    "R121",
    "R122",
    "R123",
    "R126",
}
"""Faults of form. That a date is no date, or that a record is not there, is for `check` to say."""

NOT_SEEN = {
    # A date is told by our own reader: no pattern knows all of its forms.
    "R111-a-typo-in-a-date",
    # Part of what is written there is YAML of its own, or stands where no schema of ours is.
    "R110-an-empty-file",
}


@pytest.mark.parametrize(
    "path",
    [
        path
        for path in sorted(BROKEN.glob("*.txt"))
        if path.stem[:4] in SEEN_BY_TOOLS and path.stem not in NOT_SEEN
    ],
    ids=lambda path: path.stem,
)
def test_a_mistake_of_form_is_underlined_while_it_is_written(path: Path) -> None:
    place = re.search(r"--> content/(\S+?):\d", path.read_text("utf-8"))
    assert place
    file = place[1]
    text = str(read_sections(path)[f"content/{file}"])
    name = "site" if file == "site.yaml" else "text" if file.endswith(".md") else file.partition("/")[0]
    head = split_head(text, file).fields if file.endswith(".md") else text
    assert faults(name, head)


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        ("people", "name: {fa: حافظ}\nroles: poet\n"),
        ("people", "name: {de: Hafis}\ndraft: بله\nliving: false\n"),
        ("people", "name: {fa: ۲}\nborn: 1326\ndied: {value: 0792, calendar: islamic}\naliases: 12\n"),
        ("places", "name: {fa: شیراز}\ncoordinates: 29.6، 52.5\n"),
        ("places", "name: {fa: شیراز}\ncoordinates: [29.6, 52.5]\npart_of: places/iran\n"),
        ("sources", "type: book\ntitle: 1984\nlanguage: en\nyear: 1949\nisbn: 0452284236\n"),
        ("events", "name: {fa: نمایشگاه}\ntype: fair\nstarts: 1933\nvenue: institutions/some-hall\n"),
        ("gifts", "name: {fa: کتاب}\ntype: books\nitems: [{what: {fa: کتاب}, quantity: ۱۴۰۰, about: yes}]\n"),
        ("stories", "original: fa\nregion: bridge\npublished: ۱۴۰۳-۰۱-۰۱\npeople: [somebody-new]\n"),
    ],
)
def test_every_spelling_that_our_reader_takes_is_right(kind: str, written: str) -> None:
    assert faults(kind, written) == []


def test_the_ids_of_the_site_are_offered_where_its_records_are_named(tmp_path: Path) -> None:
    folders = site(
        tmp_path,
        {
            "content/people/hafez/facts.yaml": "name: {fa: حافظ}\n",
            "content/institutions/hall/facts.yaml": "name: {fa: تالار}\ntype: association\n",
        },
    )
    of_events = schemas(folders.content)["events"]
    named = of_events["properties"]["participants"]["anyOf"][0]["items"]["anyOf"]
    offered = [
        of_events["$defs"][part["$ref"].rpartition("/")[2]]["enum"] for part in named if "$ref" in part
    ]
    assert offered == [["hafez"], ["hall"]]


def test_fields_are_explained_in_the_language_of_the_editors() -> None:
    people = schemas(REPOSITORY / "content", "fa")["people"]["properties"]
    assert people["draft"]["title"] == "پیش‌نویس"
    assert people["born"]["title"] == "زاده"
    assert schemas(REPOSITORY / "content", "ar")["people"]["properties"]["born"]["title"] == "الميلاد"


def test_the_command_writes_a_file_for_each_kind_and_a_preview_keeps_them_fresh(tmp_path: Path) -> None:
    folders = site(tmp_path, {"content/people/hafez/facts.yaml": "name: {fa: حافظ}\n"})
    assert write_schemas(folders, speaker("en", tmp_path)) == 0
    written = {path.stem for path in (tmp_path / ".schemas").iterdir()}
    assert written == {"site", "text", *(kind.name for kind in KINDS)}

    refresh = Refreshing(folders, speaker("en", tmp_path))
    refresh()
    site(tmp_path, {"content/people/saadi/facts.yaml": "name: {fa: سعدی}\n"})
    refresh()
    stories = json.loads((tmp_path / ".schemas/stories.json").read_text("utf-8"))
    assert stories["$defs"]["ids-people"]["enum"] == ["hafez", "saadi"]


def test_broken_settings_keep_a_preview_from_nothing(tmp_path: Path) -> None:
    folders = site(tmp_path, {"content/site.yaml": "title: [\n"})
    Refreshing(folders, speaker("en", tmp_path))()
    assert not (tmp_path / ".schemas").exists()


def test_the_settings_for_vs_code_know_every_kind() -> None:
    written = (REPOSITORY / ".vscode/settings.json").read_text("utf-8")
    settings = json.loads(re.sub(r"^\s*//.*$", "", written, flags=re.MULTILINE))
    expected = {f"./.schemas/{kind.name}.json": f"content/{kind.name}/*/facts.yaml" for kind in KINDS}
    assert settings["yaml.schemas"] == {"./.schemas/site.json": "content/site.yaml", **expected}
    assert (REPOSITORY / settings["markdown.styles"][0]).is_file()
