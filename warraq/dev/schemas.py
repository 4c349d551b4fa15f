"""JSON Schemas for editors' tools: what may stand in `facts.yaml` of each kind, at the head of texts, in `site.yaml`.

They are made from the model and from the site: labels and hints in the editors' language, and the ids of the records
that there are, so that a tool can complete them. Being of this site and this moment, they are not kept in git.

A tool reads YAML by the rules of YAML, where `1047` is a number; ours takes every value as it is written. So the
schemas are as wide as our reader is: a text may look like a number, a list of one may be written without brackets.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from warraq.build import Folders
from warraq.diagnostics import EditorError
from warraq.editing.fields import FormField, fields_of
from warraq.editing.words import FormWords
from warraq.lang.catalogs import Catalog
from warraq.model.facts import TellingFacts
from warraq.model.kinds import KINDS
from warraq.model.site import Site, SiteFacts
from warraq.model.values import ID, NO_WORDS, YES_WORDS
from warraq.read.records import list_folders
from warraq.read.schema import json_schema
from warraq.read.settings import read_site
from warraq.render.theme import read_catalog
from warraq.report.speech import Speaker

FOLDER: Final = ".schemas"
"""Where they lie in the root of the site; `.vscode/settings.json` says which is for which files."""

TEXT, SITE = "text", "site"

Schema = dict[str, Any]

_ANY_TEXT: Final = ["string", "number", "boolean"]
_PATTERNS: Final[Mapping[str, str]] = {
    # A day of the common era, or one of another calendar, of which only our own reader knows all forms.
    "date": "^[0-9۰-۹٠-٩]{4}-[0-9۰-۹٠-٩]{2}-[0-9۰-۹٠-٩]{2}$|^(?=.*[0-9۰-۹٠-٩]).*[^0-9۰-۹٠-٩-]",
    "uri": "^https?://",
}
_NUMBER: Final = "^[0-9۰-۹٠-٩]+([.٫][0-9۰-۹٠-٩]+)?$"


def write_schemas(folders: Folders, speaker: Speaker) -> int:
    """Write the schemas of the site; the exit code, 0."""
    refresh_schemas(folders, speaker)
    print(speaker.say("The schemas are in {folder}.").format(folder=folders.content.parent / FOLDER))
    return 0


def refresh_schemas(folders: Folders, speaker: Speaker) -> None:
    """Write those schemas that are not as they were; EditorError where the settings cannot be read."""
    site = read_site(folders.content, folders.content.name)
    listed, _ = list_folders(folders.content, folders.content.name)
    ids: dict[str, list[str]] = {kind.name: [] for kind in KINDS}
    for kind, id in listed:
        ids[kind].append(id)
    code = speaker.catalog.code
    words = words_of(site, speaker.catalog, read_catalog(folders.catalogs, code, "site"))
    folder = folders.content.parent / FOLDER
    folder.mkdir(exist_ok=True)
    for name, schema in schemas_of(site, ids, words).items():
        text = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        path = folder / f"{name}.json"
        if not path.is_file() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8", newline="\n")


class Refreshing:
    """Keeps the schemas in step with a preview, as far as records come and go."""

    def __init__(self, folders: Folders, speaker: Speaker) -> None:
        self._folders, self._speaker = folders, speaker
        self._seen: object = None

    def __call__(self) -> None:
        """Write the schemas anew where there are other records; what is wrong with the site is told by its build."""
        content = self._folders.content
        try:
            seen = list_folders(content, content.name)[0], (content / "site.yaml").read_bytes()
            if seen != self._seen:
                refresh_schemas(self._folders, self._speaker)
                self._seen = seen
        except (EditorError, OSError):
            return


def words_of(site: Site, engine: Catalog, pages: Catalog) -> FormWords:
    """What the schemas say, in the language of these catalogues."""
    known = pages.translations
    return FormWords(
        engine.code,
        site.codes,
        say=engine.translations.gettext,
        label=known.gettext,
        word=lambda word: known.pgettext("word", word),
    )


def schemas_of(site: Site, ids: Mapping[str, Sequence[str]], words: FormWords) -> dict[str, Schema]:
    """The schemas by the names of their files: one for each kind, for the head of a text, and for the settings."""
    found = {kind.name: _schema(kind.facts, site, ids, words) for kind in KINDS}
    found[TEXT] = _schema(TellingFacts, site, ids, words)
    found[SITE] = _schema(SiteFacts, site, ids, words)
    return found


def _schema(facts: type[Any], site: Site, ids: Mapping[str, Sequence[str]], words: FormWords) -> Schema:
    """The schema of a class of facts."""
    whole = json_schema(facts)
    parts = whole.pop("$defs", {})
    own = fields_of(facts) if facts is not SiteFacts else ()
    told = {facts.__name__: own, **{part.parts[0].owner: part.parts for part in _parts(own)}}
    groups = {name: _widened(part, site, single=False) for name, part in parts.items()}
    schema = _widened(whole, site, single=True)
    for name, group in ((facts.__name__, schema), *groups.items()):
        _explain(group, told.get(name, ()), words)
    known = {
        _ids_of(kind): {"type": "string", "enum": list(ids.get(kind, ())) or [""]}
        for kind in sorted(_kinds_in([schema, *groups.values()]))
    }
    return {"$schema": "http://json-schema.org/draft-07/schema#", **schema, "$defs": {**groups, **known}}


def _parts(fields: Sequence[FormField]) -> Iterator[FormField]:
    for field in fields:
        if field.parts:
            yield field
            yield from _parts(field.parts)


# ------------------------------------------------------------ as wide as our reader


def _widened(node: Any, site: Site, *, single: bool) -> Any:
    """A schema that takes all spellings that our reader takes, and knows which records may be named.

    `single`: whether one value may stand for a list of one, as it may in the fields of a record but not in its parts.
    """
    if isinstance(node, list):
        return [_widened(item, site, single=single) for item in node]
    if not isinstance(node, dict):
        return node
    if "x-warraq-kinds" in node:
        kinds = node["x-warraq-kinds"]
        any_id = {"type": "string", "pattern": f"^(?:(?:{'|'.join(kinds)})/)?{ID.pattern}$"}
        # A record that was begun a moment ago is not in the list yet: what looks like an id is none the worse for it.
        return {"anyOf": [{"$ref": f"#/$defs/{_ids_of(kind)}"} for kind in kinds] + [any_id]}
    kept = {
        key: _widened(value, site, single=single)
        for key, value in node.items()
        if key not in {"title", "description", "default"}
    }
    if "properties" in node:
        kept["properties"] = {
            name: _widened(value, site, single=single) for name, value in node["properties"].items()
        }
    return _by_type(kept, site, single=single)


def _by_type(node: Schema, site: Site, *, single: bool) -> Schema:
    match node.get("type"):
        case ["boolean", "string"]:
            return {"enum": [True, False, *sorted(YES_WORDS - {"true"}), *sorted(NO_WORDS - {"false"})]}
        case "string" if "format" in node:
            return {"type": "string", "pattern": _PATTERNS[node["format"]]}
        case "string" if "enum" not in node and "pattern" not in node:
            return {**node, "type": _ANY_TEXT}
        case "number" | "integer":
            return {"anyOf": [{"type": "number"}, {"type": "string", "pattern": _NUMBER}]}
        case "array" if node.get("items", {}).get("anyOf", [{}])[0] == {
            "type": "number"
        }:  # a pair of numbers
            return {"anyOf": [node, {"type": "string", "pattern": "[,،]"}]}
        case "array" if single and "prefixItems" not in node:
            return {"anyOf": [node, node.get("items", {})]}
        case "object" if node.get("minProperties"):
            phrases = {code: {"type": _ANY_TEXT, "title": site.language(code).name} for code in site.codes}
            return {**node, "properties": phrases}
    return node


def _kinds_in(node: Any) -> set[str]:
    """The kinds of record that a schema speaks of."""
    if isinstance(node, list):
        return {kind for item in node for kind in _kinds_in(item)}
    if not isinstance(node, dict):
        return set()
    start = f"#/$defs/{_ids_of('')}"
    named = str(node.get("$ref", ""))
    own = {named.removeprefix(start)} if named.startswith(start) else set()
    return own | {kind for value in node.values() for kind in _kinds_in(value)}


def _ids_of(kind: str) -> str:
    return f"ids-{kind}"


# ------------------------------------------------------------ in the editors' language


def _explain(group: Schema, fields: Sequence[FormField], words: FormWords) -> None:
    """Give each field of a group the label and the hint that the form has for it."""
    properties = group.get("properties", {})
    for field in fields:
        if field.name in properties:
            properties[field.name] = {
                "title": words.label_of(field),
                "description": words.hint_of(field) or words.label_of(field),
                **properties[field.name],
            }
