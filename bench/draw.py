"""Draws that are the same in every version of Python, which the library's own need not be."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Draw:
    """A sequence of numbers that depends on its names alone."""

    def __init__(self, *names: object) -> None:
        self._seed = repr(names).encode()
        self._drawn = 0

    def below(self, end: int) -> int:
        """A whole number from 0, less than `end`."""
        self._drawn += 1
        made = hashlib.blake2b(self._seed + b"%d" % self._drawn, digest_size=8)
        return int.from_bytes(made.digest(), "big") % end

    def one(self, values: Sequence[T]) -> T:
        """One of the values."""
        return values[self.below(len(values))]

    def some(self, values: Sequence[T], count: int) -> tuple[T, ...]:
        """So many different ones of the values, or all where there are fewer."""
        left = list(values)
        return tuple(left.pop(self.below(len(left))) for _ in range(min(count, len(left))))

    def numbers(self, count: int, end: int, *, but: int | None = None) -> tuple[int, ...]:
        """So many different numbers from 1 to `end`, or as many as there are, without one of them."""
        possible = end - (but is not None and 1 <= but <= end)
        found: dict[int, None] = {}
        while len(found) < min(count, possible):
            if (number := 1 + self.below(end)) != but:
                found[number] = None
        return tuple(found)
