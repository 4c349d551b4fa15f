"""What a lock asks for: exact versions, each with the condition under which it is needed."""

from __future__ import annotations

import ast
import hashlib
import operator
import os
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)\s*(?:;(?P<condition>[^\\]*))?\\?$")

COMPARISONS: Mapping[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}
VERSIONS = frozenset({"python_version", "python_full_version"})


@dataclass(frozen=True, slots=True)
class Lock:
    """One lock file."""

    path: Path
    pins: tuple[tuple[str, str], ...]
    """Normalised name and exact version of each package that this machine needs."""
    digest: str
    """SHA-256 of the file's bytes, in hexadecimal."""


def read_lock(path: Path) -> Lock:
    """The lock in a file that `uv pip compile --universal --generate-hashes` wrote.

    Pins whose condition does not hold on this machine are left out. Raises OSError if the file cannot be read.
    """
    content = path.read_bytes()
    pins = []
    for line in content.decode("utf-8").splitlines():
        found = PIN.match(line)
        if found and condition_holds(found["condition"] or ""):
            pins.append((normalised(found["name"]), found["version"]))
    return Lock(path, tuple(pins), hashlib.sha256(content).hexdigest())


def normalised(name: str) -> str:
    """The one spelling under which all spellings of a package's name are the same."""
    return re.sub(r"[-_.]+", "-", name).lower()


def fact_of_this_machine(variable: str) -> str:
    """The value here of a variable that a pin's condition may name. Raises KeyError for any other name.

    Source: the section on environment markers in the Python packaging specifications.
    """
    match variable:
        case "os_name":
            return os.name
        case "sys_platform":
            return sys.platform
        case "implementation_name":
            return sys.implementation.name
        case "python_version":
            return f"{sys.version_info.major}.{sys.version_info.minor}"
    import platform  # not at the top: it is slow to load, and locks seldom ask for what only it knows

    return {
        "platform_system": platform.system,
        "platform_machine": platform.machine,
        "platform_python_implementation": platform.python_implementation,
        "python_full_version": platform.python_version,
    }[variable]()


def condition_holds(condition: str, fact: Callable[[str], str] = fact_of_this_machine) -> bool:
    """Whether a pin's condition is true; a condition in words that are not known here counts as true.

    `sys_platform == 'win32' and python_full_version < '3.12'` is written as a Python expression would be, so
    Python's own parser reads it. Nothing is executed.
    """
    if not condition.strip():
        return True
    try:
        return _holds(ast.parse(condition.strip(), mode="eval").body, fact)
    except (SyntaxError, KeyError, TypeError, ValueError):
        return True


def _holds(tree: ast.expr, fact: Callable[[str], str]) -> bool:
    match tree:
        case ast.BoolOp(op=ast.And(), values=parts):
            return all(_holds(part, fact) for part in parts)
        case ast.BoolOp(op=ast.Or(), values=parts):
            return any(_holds(part, fact) for part in parts)
        case ast.Compare(
            left=ast.Name(id=name), ops=[comparison], comparators=[ast.Constant(value=str(value))]
        ):
            compare = COMPARISONS[type(comparison)]
            if name in VERSIONS:
                return compare(_as_numbers(fact(name)), _as_numbers(value))
            return compare(fact(name), value)
    raise ValueError(ast.dump(tree))


def _as_numbers(version: str) -> tuple[int, ...]:
    """The numbers of a version, so that 3.9 comes before 3.11; what follows them (rc1, +) is left out."""
    numbers = re.match(r"\d+(\.\d+)*", version)
    if numbers is None:
        raise ValueError(version)
    parts = [int(part) for part in numbers[0].split(".")]
    while parts and parts[-1] == 0:
        parts.pop()
    return tuple(parts)
