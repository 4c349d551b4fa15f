"""The interface words: gathered from templates and engine, merged into each language's PO files, counted.

site      what readers see: templates, labels of fields, words that fields choose from
engine    what editors see: rules and reports
"""

from __future__ import annotations

import dataclasses
import io
import sys
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from warraq.model.facets import MANY
from warraq.model.inspection import choices_of, parts_of
from warraq.model.kinds import KINDS

PLURALS: Final = {
    "fa": "nplurals=2; plural=(n > 1);",
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 :"
    " n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5);",
}
"""The plural forms of CLDR as PO headers write them: Babel's own default for Persian differs."""

WRITTEN_IN: Final = "en"
"""The language of the phrases themselves, which needs no catalogue."""

_SITE_CODE: Final = ("model", "plan", "render/cartography")
_IN_BOTH: Final = ("model/kinds.py", "model/text_status.py")
"""Words that readers and editors see."""
_KEYWORDS: Final = {
    "_": None,
    "N_": None,
    "say": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "plural": (1, 2),
}


def update_messages(engine: Path, templates: Path, catalogs: Path, codes: tuple[str, ...]) -> int:
    """Write site.pot and engine.pot, update the languages' PO files, print what is missing; the exit code, 0."""
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import read_po, write_po

    gathered = {
        "site": Catalog(charset="utf-8", fuzzy=False),
        "engine": Catalog(charset="utf-8", fuzzy=False),
    }
    for domain, place, message in sorted(_messages(engine, templates), key=lambda m: (m[0], m[1])):
        phrase, context = message
        gathered[domain].add(phrase, context=context, locations=[(place, 0)])
    catalogs.mkdir(parents=True, exist_ok=True)
    for domain, template in gathered.items():
        _write(catalogs / f"{domain}.pot", template, write_po)
        for code in (c for c in codes if c != WRITTEN_IN):
            path = catalogs / code / "LC_MESSAGES" / f"{domain}.po"
            catalog = (
                read_po(io.BytesIO(path.read_bytes()), locale=code)
                if path.is_file()
                else Catalog(locale=code)
            )
            catalog.update(template, no_fuzzy_matching=True)
            catalog.fuzzy = False
            path.parent.mkdir(parents=True, exist_ok=True)
            _write(path, catalog, write_po, PLURALS.get(code))
            missing = sum(
                1
                for m in catalog
                if m.id and (not m.string or m.fuzzy or (isinstance(m.string, tuple) and not all(m.string)))
            )
            print(f"{code}/{domain}: {len(catalog)} phrases, {missing} to be translated", file=sys.stderr)
    return 0


def _write(path: Path, catalog: Any, write_po: Any, plurals: str | None = None) -> None:
    """Write a catalogue so that nothing in it changes but the words: no dates, no names, no line numbers."""
    content = io.BytesIO()
    write_po(content, catalog, sort_output=True, width=110, include_lineno=False, omit_header=True)
    lines = [f"Language: {catalog.locale}"] if catalog.locale else []
    lines += [
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
    ]
    lines += [f"Plural-Forms: {plurals}"] if plurals else []
    header = "\n".join(f'"{line}\\n"' for line in lines)
    path.write_bytes(f'msgid ""\nmsgstr ""\n{header}\n\n'.encode() + content.getvalue())


def _messages(engine: Path, templates: Path) -> Iterator[tuple[str, str, tuple[Any, str | None]]]:
    """Every phrase with its domain, the file that it stands in, and its context."""
    from babel.messages.extract import extract
    from jinja2.ext import babel_extract

    for path in sorted(templates.rglob("*")):
        if path.suffix in {".html", ".xml"}:
            with path.open("rb") as file:
                for _, function, phrase, _ in babel_extract(
                    file, ["_", "gettext", "ngettext"], [], {"trimmed": "true"}
                ):
                    if phrase is not None:  # a label that the view holds: found where it is declared
                        yield (
                            "site",
                            f"templates/{path.relative_to(templates).as_posix()}",
                            (_phrase(function, phrase), None),
                        )
    for path in sorted(engine.rglob("desk/page/*.html")):
        with path.open("rb") as file:
            for _, function, phrase, _ in babel_extract(file, ["say", "plural"], [], {}):
                if phrase is not None:
                    yield (
                        "engine",
                        f"warraq/{path.relative_to(engine).as_posix()}",
                        (_phrase(function, phrase), None),
                    )
    for path in sorted(engine.rglob("*.py")):
        name = path.relative_to(engine).as_posix()
        with path.open("rb") as file:
            for _, phrase, _, context in extract("python", file, keywords=_KEYWORDS):
                domain = "site" if name.startswith(_SITE_CODE) else "engine"
                yield domain, f"warraq/{name}", (phrase, context)
                if name in _IN_BOTH:
                    yield "engine", f"warraq/{name}", (phrase, context)
    for words in MANY.values():
        yield "site", "warraq/model/facets.py", (words, "many")
    for word in sorted(_choices()):
        yield "site", "warraq/model/facts.py", (word, "word")


def _phrase(function: str, phrase: Any) -> Any:
    return (
        tuple(phrase[:2])
        if function in {"ngettext", "plural"}
        else phrase
        if isinstance(phrase, str)
        else phrase[0]
    )


def _choices() -> set[str]:
    """The words that fields choose from, such as the roles of a person."""
    found: set[str] = set()
    for kind in KINDS:
        _gather(kind.facts, found)
    return found


def _gather(facts: type[Any], found: set[str]) -> None:
    for name, hint in typing.get_type_hints(facts).items():
        if name.startswith("_") or typing.get_origin(hint) is typing.ClassVar:
            continue
        found.update(choices_of(hint))
        for part in parts_of(hint):
            if (
                dataclasses.is_dataclass(part)
                and isinstance(part, type)
                and part.__module__ == facts.__module__
            ):
                _gather(part, found)
