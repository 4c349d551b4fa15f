"""What the declared types of fields hold, for those who make forms, catalogues and examples from them."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from typing import Any


def parts_of(hint: Any) -> Iterator[Any]:
    """A type and every type inside it: `tuple[Role, ...] | None` gives `Role` too, but not the words of a Literal."""
    yield hint
    if typing.get_origin(hint) is not typing.Literal:
        for inner in typing.get_args(hint):
            yield from parts_of(inner)


def choices_of(hint: Any) -> tuple[str, ...]:
    """The words that a field of this type chooses from; none where it takes any."""
    for part in parts_of(hint):
        if typing.get_origin(part) is typing.Literal:
            return tuple(word for word in typing.get_args(part) if isinstance(word, str))
    return ()
