"""The form in the browser: its page, and for each language what it is told of the site's kinds and records."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from warraq.editing.form import Row, as_json, form_of
from warraq.editing.kit import Kit
from warraq.editing.page import ELSEWHERE, NO_SCRIPT, PAGE, SCRIPTS, page_of
from warraq.editing.words import FormWords
from warraq.fingerprint import digest
from warraq.index.entry import Entry
from warraq.link.library import Library
from warraq.model.addresses import ADMIN
from warraq.model.kinds import KINDS
from warraq.model.site import Site
from warraq.plan.machine_views import DataView
from warraq.plan.nodes import FileNode, Node, Wanted, file_node
from warraq.plan.planner import Planner, Theme
from warraq.plan.surroundings import Cards

_FACE = re.compile(rb"@font-face\s*\{[^}]*\}")


def form_nodes(planner: Planner) -> Iterator[Node]:
    """The files of the form, where it was fetched."""
    kit, site, library = planner.theme.kit, planner.site, planner.library
    if kit is None:
        return
    for name, content in kit.files:
        yield file_node(f"{ADMIN}{name}", content, name)
    for name in SCRIPTS:
        yield file_node(f"{ADMIN}{name}", (PAGE / name).read_bytes(), name)
    yield file_node(f"{ADMIN}house.css", _house_style(planner), "house.css")
    code = site.facts.editors_language if site.facts.editors_language in site.codes else site.codes[0]
    say = kit.catalog(code).translations.gettext
    said = {sentence: say(sentence) for sentence in (NO_SCRIPT, ELSEWHERE)}
    page = page_of(site, code, f"..{planner.theme.icon}", said, kit.locales)
    yield file_node(f"{ADMIN}index.html", page, "form")
    known = [entry.face(code).mark for entry in library.by_key.values() for code in site.codes]
    words = (kit.catalog(code).digest for code in site.codes)
    written = (" ".join(entry.written_in) for entry in library.by_key.values())
    mark = digest(*words, *known, *written, *hidden_ids(library, site))
    for code in site.codes:
        yield planner.data(Wanted("form", code), f"/{ADMIN}form.{code}.json", "form", [mark])


def hidden_ids(library: Library, site: Site) -> tuple[str, ...]:
    """The keys of the records that are not public and are named all the same, where the site has said so."""
    return tuple(library.hidden) if site.facts.admin.drafts else ()


def form_view(library: Library, site: Site, theme: Theme, cards: Cards) -> DataView:
    """What the form is told in one language."""
    if theme.kit is None:
        raise TypeError
    rows: dict[str, list[Row]] = {kind.name: [] for kind in KINDS}
    for entry in library.by_key.values():
        title = cards.of(entry.key).title.text
        rows[entry.kind_name].append(Row(entry.id, title, _first(entry, site)))
    for key in hidden_ids(library, site):
        kind, _, id = key.partition("/")
        rows[kind].append(Row(id, id, _first(library.hidden[key], site)))
    return DataView(as_json(form_of(site, _words(site, theme, theme.kit, cards.code), _in_order(rows))))


def _first(entry: Entry, site: Site) -> str:
    return next((code for code in site.codes if code in entry.written_in), site.codes[0])


def _in_order(rows: Mapping[str, list[Row]]) -> Mapping[str, list[Row]]:
    return {kind: sorted(found, key=lambda row: row.id) for kind, found in rows.items()}


def _words(site: Site, theme: Theme, kit: Kit, code: str) -> FormWords:
    pages = theme.catalog(code).translations
    return FormWords(
        code,
        site.codes,
        say=kit.catalog(code).translations.gettext,
        label=pages.gettext,
        word=lambda word: pages.pgettext("word", word).replace("-", " "),
    )


def _house_style(planner: Planner) -> bytes:
    """The colours of the site, and the faces of its style sheet from where the form lies."""
    colours = planner.site.facts.colours
    nodes = planner.theme.nodes
    sheets = (node.content for node in nodes if isinstance(node, FileNode) and node.path.endswith(".css"))
    faces = (face for sheet in sheets for face in _FACE.findall(sheet))
    beside = b"\n".join(face.replace(b'url("', b'url("../assets/') for face in faces)
    return f":root{{--paper:{colours.paper};--ink:{colours.ink}}}\n".encode() + beside + b"\n"
