"""The house keeps its order: each part knows only those below it, and every module stays small."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

from tests.small_site import REPOSITORY

ENGINE = REPOSITORY / "warraq"

GROUND = {
    "setup",
    "model",
    "lang",
    "diagnostics",
    "rules",
    "files",
    "fingerprint",
    "art",
    "pictures",
    "iiif",
    "cards",
    "facing",
    "following",
    "search",
    "maps",
    "timeline",
    "editing",
}
"""What stands below the pipeline. Within it, only the model, its rules and the languages know each other."""

MAY_KNOW = {
    "setup": set(),
    "art": set(),
    "pictures": set(),
    "maps": set(),
    "iiif": {"lang"},
    "facing": {"model"},
    "following": {"facing", "model"},
    "cards": {"art", "lang", "model"},
    "search": {"lang", "model"},
    "timeline": {"art", "lang"},
    "editing": {"art", "diagnostics", "files", "fingerprint", "lang", "model", "rules"},
    "fingerprint": set(),
    "lang": {"model"},
    "model": {"lang"},
    "diagnostics": {"model", "lang"},
    "rules": {"diagnostics", "model"},
    "files": {"diagnostics", "rules", "model"},
    "read": GROUND - {"art", "cards", "setup"},
    "proof": (GROUND - {"art", "cards", "setup"}) | {"read"},
    "index": (GROUND - {"cards", "setup"}) | {"read"},
    "link": (GROUND - {"art", "cards", "setup"}) | {"index"},
    "plan": (GROUND - {"art", "setup"}) | {"index", "link"},
    "render": (GROUND - {"setup"}) | {"index", "plan"},
    "write": GROUND | {"plan"},
    "build": GROUND | {"write"},
    "stages": GROUND | {"build", "earlier", "read", "proof", "index", "link", "plan", "render", "write"},
    "sources": GROUND | {"build", "read", "index", "render", "write"},
    "earlier": GROUND | {"build", "index", "read", "write"},
    "finding": GROUND | {"index", "link", "plan", "write"},
    "pipeline": GROUND
    | {
        "build",
        "earlier",
        "finding",
        "stages",
        "sources",
        "read",
        "index",
        "link",
        "plan",
        "render",
        "write",
    },
    "report": GROUND | {"build"},
    "dev": GROUND
    | {"build", "earlier", "index", "pipeline", "report", "read", "proof", "render", "sources", "write"},
    "options": set(),
    "cli": GROUND | {"options", "build", "report", "dev", "read", "render"},
    "__main__": {"cli"},
    "__init__": set(),
}
"""For each part of the engine, the parts that it may import. A new part is written here: its place is chosen."""

HANDS_OVER = {"warraq/setup/entry.py": {"cli"}, "warraq/build.py": {"pipeline"}}
"""The doors upwards: when all is set up, the command line takes over; when there is something to do, the stages."""

MODULES = sorted(path for path in ENGINE.rglob("*.py"))

NAMES_THAT_SAY_NOTHING = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "misc",
    "manager",
    "handler",
    "base",
    "data",
    "info",
    "core",
    "stuff",
}


def part_of(path: Path) -> str:
    return path.relative_to(ENGINE).parts[0].removesuffix(".py")


def name_of(path: Path) -> str:
    return path.relative_to(REPOSITORY).as_posix()


def imports_of(path: Path) -> set[str]:
    """The full names of the modules that a module imports, at its head or later; those for annotations alone too."""
    package = path.relative_to(REPOSITORY).with_suffix("").parts[:-1]
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join((*start, *(node.module.split(".") if node.module else ())))
            # `from warraq import rules` imports the part rules, not all of warraq.
            found.update(f"warraq.{alias.name}" for alias in node.names) if module == "warraq" else found.add(
                module
            )
    return found


def parts_known_by(path: Path) -> set[str]:
    own = (name.split(".")[1] for name in imports_of(path) if name.startswith("warraq."))
    return {name for name in own if name != "__version__"} - {part_of(path)}


def test_every_part_of_the_engine_has_its_place() -> None:
    assert {part_of(path) for path in MODULES} == MAY_KNOW.keys()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_knows_only_the_parts_below_it(path: Path) -> None:
    assert parts_known_by(path) <= MAY_KNOW[part_of(path)] | HANDS_OVER.get(name_of(path), set())


def test_the_order_has_no_circle_but_model_and_languages() -> None:
    settled: set[str] = {"model", "lang"}
    waiting = {part: known - settled for part, known in MAY_KNOW.items() if part not in settled}
    while ready := [part for part, known in waiting.items() if known <= settled]:
        settled.update(ready)
        for part in ready:
            del waiting[part]
    assert waiting == {}


@pytest.mark.parametrize(
    "path", [p for p in MODULES if part_of(p) in {"setup", "options", "cli"}], ids=name_of
)
def test_setting_up_needs_the_standard_library_alone(path: Path) -> None:
    outside = {name.partition(".")[0] for name in imports_of(path)} - sys.stdlib_module_names - {"warraq"}
    if part_of(path) == "setup":
        # pip is the one thing that a fresh environment has.
        assert outside <= {"pip"}
        assert parts_known_by(path) <= HANDS_OVER.get(name_of(path), set())
    else:
        assert not outside


def test_importing_the_command_line_loads_no_package() -> None:
    tree = ast.parse((ENGINE / "cli.py").read_text("utf-8"))
    at_once = {node.module for node in tree.body if isinstance(node, ast.ImportFrom)}
    assert {name for name in at_once if name and name.startswith("warraq.")} == {
        "warraq.options",
        "warraq.setup.entry",
    }


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_module_is_longer_than_can_be_read_at_one_sitting(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 400


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_names_of_modules_say_what_is_in_them(path: Path) -> None:
    assert path.stem not in NAMES_THAT_SAY_NOTHING


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_modules_and_public_functions_say_what_they_give(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    if tree.body:
        assert ast.get_docstring(tree), "the module"
    silent = [
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]
    assert silent == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nothing_in_the_engine_can_be_changed_from_afar(path: Path) -> None:
    """No `global` statement but the one of the workers, which cannot be sent what they work with."""
    found = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Global)]
    assert len(found) == (1 if name_of(path) == "warraq/write/parallel.py" else 0)
