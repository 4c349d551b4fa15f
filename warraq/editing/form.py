"""The form of a site: what the CMS is told of its kinds of record, in the language of one editor.

Of each kind there are two lists. The facts are records that can be begun here: one file each, `facts.yaml`. The texts
are the same records with their languages side by side: one file for each language, which only a list of files can
lay together, so that they are named one by one. That is done by `page/form.js`, lest the fields be told for each again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from warraq.editing import widgets, words
from warraq.editing.fields import FormField, fields_of, shapes_of
from warraq.editing.host import backend_of
from warraq.editing.words import FormWords
from warraq.model.addresses import record_path
from warraq.model.facts import Named, Source, TellingFacts
from warraq.model.kinds import KINDS, Kind
from warraq.model.site import Site
from warraq.model.site import words as in_one_language
from warraq.model.values import NO_WORDS, YES_WORDS

_ICONS: Final[Mapping[str, str]] = {
    "stories": "auto_stories",
    "people": "person",
    "places": "location_on",
    "works": "brush",
    "journeys": "route",
    "institutions": "account_balance",
    "events": "event",
    "projects": "group_work",
    "gifts": "volunteer_activism",
    "terms": "dictionary",
    "milestones": "flag",
    "sources": "menu_book",
    "pages": "description",
}

_BY_COMMANDS: Final = frozenset({"follows"})
"""What only commands write; the form keeps it as it is."""

_BODY: Final = FormField("body", "TellingFacts", "phrase", many=False, needed=False, label="")


@dataclass(frozen=True)
class Row:
    """A record that is there already."""

    id: str
    title: str
    first: str
    """The first of the site's languages that it has a text in; the very first where it has none."""


def form_of(site: Site, say: FormWords, rows: Mapping[str, Sequence[Row]]) -> dict[str, Any]:
    """The form of a site with these records by their kinds: the configuration, and what it is completed from."""
    folder = site.facts.admin.folder.strip("/")
    kinds = {kind.name: kind.facts for kind in KINDS}
    return {
        "config": _config(site, say, folder),
        "texts": {kind.name: _file_of_text(kind, folder) for kind in KINDS},
        "records": {
            kind.name: [[row.id, row.title, row.first] for row in rows.get(kind.name, ())] for kind in KINDS
        },
        "shapes": {name: shapes_of(facts, site.codes) for name, facts in kinds.items()},
        "text_shapes": shapes_of(TellingFacts, site.codes),
        "words": {"yes": sorted(YES_WORDS), "no": sorted(NO_WORDS)},
    }


def as_json(form: Mapping[str, Any]) -> bytes:
    """The form as the page in the browser fetches it."""
    return json.dumps(form, ensure_ascii=False, separators=(",", ":")).encode()


def _config(site: Site, say: FormWords, folder: str) -> dict[str, Any]:
    """What the CMS is told, but for the lists of texts and the records to choose from."""
    collections: list[dict[str, Any]] = []
    for kind in KINDS:
        collections += [_facts(kind, site, say, folder), _texts(kind, site, say), {"divider": True}]
    return {
        "load_config_file": False,
        "backend": backend_of(site.facts.admin),
        "app_title": in_one_language(site.facts.title, say.code),
        "media_folder": folder,
        "public_folder": "",
        "media_libraries": {
            "default": {"config": {"slugify_filename": True}},
            # Others bring pictures of which nobody knows whose they are, from hosts that nobody has chosen.
            "stock_assets": {"providers": []},
        },
        "slug": {"encoding": "ascii", "clean_accents": True},
        "output": {"omit_empty_optional_fields": True},
        "i18n": {
            "structure": "multiple_files",
            "locales": list(site.codes),
            "default_locale": site.codes[0],
            # A text is there once somebody writes it, not because the others are.
            "initial_locales": "default",
        },
        "collections": collections[:-1],
    }


def _facts(kind: Kind, site: Site, say: FormWords, folder: str) -> dict[str, Any]:
    """The list of the facts of a kind."""
    names = {language.code: language.name for language in site.languages}
    display = widgets.display_of(kind.name, say.code)
    return {
        "name": kind.name,
        "label": say.label(kind.many),
        "label_singular": say.label(kind.one),
        "description": say.say(words.FACTS_ARE),
        "icon": _ICONS.get(kind.name, "database"),
        "folder": f"{folder}/{kind.name}",
        "path": "{{slug}}/facts",
        "extension": "yaml",
        "format": f"facts-{kind.name}",
        # A picture lies beside the facts.
        "media_folder": "",
        "public_folder": "",
        "summary": display,
        "preview_path": record_path(kind.name, "{{slug}}", say.code).lstrip("/"),
        "identifier_field": "title" if kind.name == "sources" else "draft",
        "sortable_fields": ["slug"],
        "editor": {"preview": False},
        "slug": {
            "editable": ["create"],
            "hint": say.say(words.ID),
            "pattern": [widgets.id_pattern(), say.say(words.NOT_AN_ID)],
        },
        # The texts would stay behind without their facts.
        "delete": False,
        "fields": [widgets.widget_of(field, say, names) for field in fields_of(kind.facts)],
    }


def _texts(kind: Kind, site: Site, say: FormWords) -> dict[str, Any]:
    """The list of the texts of a kind, whose files are named by the page."""
    return {
        "name": f"{kind.name}-texts",
        "label": say.say(words.TEXTS).format(kind=say.label(kind.many)),
        "description": say.say(words.TEXTS_ARE),
        "icon": "translate",
        "format": "text-frontmatter",
        "i18n": True,
        "files": [],
        "fields": text_fields(kind, say, {language.code: language.name for language in site.languages}),
    }


def text_fields(kind: Kind, say: FormWords, names: Mapping[str, str]) -> list[dict[str, Any]]:
    """The fields of a text: those at its head, and the text itself."""
    fields = sorted(fields_of(TellingFacts), key=lambda field: field.name not in {"title", "summary"})
    typed = [field for field in fields if field.name not in _BY_COMMANDS]
    head = [widgets.widget_of(field, say, names) | {"i18n": True} for field in typed]
    # What has a name among its facts is called by it.
    head[0]["required"] = not issubclass(kind.facts, Named | Source)
    body = {
        "name": _BODY.name,
        "label": say.label_of(_BODY),
        "hint": say.hint_of(_BODY),
        "widget": "markdown",
        # As it is written: an editor of styled text would rewrite marks that it does not know.
        "modes": ["raw"],
        "buttons": ["bold", "italic", "heading-two", "heading-three", "quote", "bulleted-list", "link"],
        "editor_components": [],
        "required": False,
        "i18n": True,
    }
    return [head[0], head[1], body, *head[2:]]


def _file_of_text(kind: Kind, folder: str) -> str:
    """Where the texts of a record lie; the page puts the id in its place, and the CMS the language."""
    return f"{folder}/{kind.name}/{{{{id}}}}/{{{{locale}}}}.md"
