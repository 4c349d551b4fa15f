"""In which language the messages of a command are told, and by whom."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from warraq.build import Folders, memory_of
from warraq.diagnostics import EditorError
from warraq.files import read_text
from warraq.fingerprint import digest, engine_digest
from warraq.lang.catalogs import Catalog
from warraq.render.theme import read_catalog
from warraq.report.speech import Speaker
from warraq.report.text import in_english
from warraq.setup.messages import system_language

Recall = Callable[[str, Callable[[], Any]], Any]


def speaker_of(asked: str | None, folders: Folders, own_catalogs: Path) -> Speaker:
    """Who tells the messages: in the language asked for, in that of the computer, or in the one that the editors chose.

    An English computer tells nothing of whom it belongs to, so there the choice of the editors holds. Where a site has
    no words of its own for the engine, `own_catalogs` has them.
    """
    recall = memory_of(folders)
    own = system_language()
    code = asked or (own if own != "en" else _editors_language(folders.content, recall))
    catalog = Catalog("en", "")
    try:
        catalog = read_catalog(folders.catalogs, code, "engine", recall)
        if not catalog.source and folders.catalogs != own_catalogs:
            catalog = read_catalog(own_catalogs, code, "engine", recall)
    except EditorError as error:  # words that cannot be read must not silence all messages
        print(in_english(error.diagnostics), file=sys.stderr)
    return Speaker(catalog if catalog.source else Catalog("en", ""), folders.content.parent)


def _editors_language(content: Path, recall: Recall) -> str:
    """The language of messages that site.yaml names; English while the file cannot be read."""

    def read() -> str:
        from warraq.read.yamltree import read_yaml  # loaded only where the settings are new

        return str(read_yaml(written, "site.yaml").get("editors_language", "en"))

    try:
        written = read_text(content / "site.yaml", "site.yaml")
        return str(recall(digest("editors-language", engine_digest(), written), read))
    except EditorError:
        return "en"
