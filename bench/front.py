"""Values as YAML and front matter have them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence


def quoted(value: str | Sequence[str]) -> str:
    """A value of YAML: whatever is JSON is YAML too."""
    return json.dumps(value, ensure_ascii=False)


def flow(names: Mapping[str, str]) -> str:
    """A mapping of YAML on one line."""
    return "{" + ", ".join(f"{code}: {quoted(name)}" for code, name in names.items()) + "}"


def front(fields: Mapping[str, str | Sequence[str]]) -> str:
    """The head of a text: these fields between two lines of hyphens."""
    lines = (f"{name}: {quoted(value)}\n" for name, value in fields.items())
    return f"---\n{''.join(lines)}---\n"
