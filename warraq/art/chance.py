"""Return choices that depend on a seed alone, so the same record has the same ornament on every machine."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")


def choose(seed: str, question: str, options: Sequence[T]) -> T:
    """One of the options; each question asked of a seed is answered independently of the others."""
    digest = blake2b(f"{seed}\0{question}".encode(), digest_size=8).digest()
    return options[int.from_bytes(digest, "big") % len(options)]


def mark(seed: str) -> str:
    """Six hexadecimal digits that set the ids of one drawing apart from those of another."""
    return blake2b(seed.encode(), digest_size=3).hexdigest()
