"""Style sheets joined into one, with the fonts that they name; every file carries its fingerprint in its name."""

from __future__ import annotations

import dataclasses
import posixpath
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from warraq import rules
from warraq.diagnostics import Diagnostic, EditorError
from warraq.files import read_bytes, read_text
from warraq.fingerprint import digest
from warraq.lang.folding_script import classic_javascript
from warraq.model.site import Colours
from warraq.model.values import Span
from warraq.plan.nodes import FileNode, file_node

_URL = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)""")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_INDENT = re.compile(r"\n\s+")


@dataclass(frozen=True, slots=True)
class Assets:
    """The styles, scripts and fonts of a site with the addresses that they get."""

    nodes: tuple[FileNode, ...]
    styles: tuple[str, ...]
    scripts: tuple[tuple[str, str], ...]
    """File name under assets/js/ and address: a page asks for those that it needs, by name."""
    fonts: tuple[tuple[str, str], ...]
    """File name under assets/fonts/ and address."""


def read_assets(folder: Path, colours: Colours) -> Assets:
    """All of assets/ as nodes; EditorError where a sheet names a file that is not there."""
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    # Some disks give names in another form of Unicode than sheets and settings are read in.
    files = {unicodedata.normalize("NFC", path.relative_to(folder).as_posix()): path for path in paths}
    fonts = {
        name: _fingerprinted(f"assets/{name}", path)
        for name, path in files.items()
        if name.endswith((".woff2", ".woff"))
    }
    problems: list[Diagnostic] = []
    sheet = [_colours(colours)]
    for name in sorted((n for n in files if n.endswith(".css")), key=lambda n: (n != "css/layers.css", n)):
        sheet.append(_resolved(read_text(files[name], f"assets/{name}"), name, fonts, problems))
    if problems:
        raise EditorError(*problems)
    css = "\n".join(sheet[1:2] + sheet[:1] + sheet[2:]).encode()
    style = file_node(f"assets/site.{digest(css)[:10]}.css", css, "assets/css")
    scripts = {
        name: _fingerprinted(f"assets/{name}", path) for name, path in files.items() if name.endswith(".js")
    }
    folding = classic_javascript().encode()
    scripts["js/folding.js"] = file_node(
        f"assets/js/folding.{digest(folding)[:10]}.js", folding, "folding.js"
    )
    return Assets(
        nodes=(style, *scripts.values(), *fonts.values()),
        styles=(f"/{style.path}",),
        scripts=tuple((name.removeprefix("js/"), f"/{node.path}") for name, node in scripts.items()),
        fonts=tuple((name.removeprefix("fonts/"), f"/{node.path}") for name, node in fonts.items()),
    )


def _fingerprinted(name: str, path: Path) -> FileNode:
    content = read_bytes(path, name)
    stem, suffix = posixpath.splitext(name)
    return file_node(f"{stem}.{digest(content)[:10]}{suffix}", content, name)


def _colours(colours: Colours) -> str:
    """The site's colours as custom properties, in no layer: older browsers skip layers, and shall have them too."""
    lines = (f"--{field.name}:{getattr(colours, field.name)}" for field in dataclasses.fields(colours))
    return f":root{{{';'.join(lines)}}}"


def _resolved(css: str, name: str, fonts: dict[str, FileNode], problems: list[Diagnostic]) -> str:
    """The sheet with its `url(…)`s pointing to the fingerprinted files, comments left out."""

    def replace(match: re.Match[str]) -> str:
        written = match[1].strip()
        if written.startswith(("data:", "#")):
            return match[0]
        target = posixpath.normpath(posixpath.join(posixpath.dirname(name), written))
        if target not in fonts:
            line = css.count("\n", 0, match.start()) + 1
            problems.append(rules.ASSET_MISSING.at(Span(f"assets/{name}", line), name=written))
            return match[0]
        return f'url("{fonts[target].path.removeprefix("assets/")}")'

    return _INDENT.sub("\n", _COMMENT.sub("", _URL.sub(replace, css))).strip()
