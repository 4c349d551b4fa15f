"""What Python-Markdown's registries hold, in its order and with the names that we know."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from markdown.util import Registry


def registered(registry: Registry[Any], known: Iterable[str]) -> list[tuple[str, Any]]:
    """Return the items of a registry in order, each with its name, or with none where the name is not known."""
    names = {registry.get_index_for_name(name): name for name in known if name in registry}
    return [(names.get(place, ""), item) for place, item in enumerate(registry)]
