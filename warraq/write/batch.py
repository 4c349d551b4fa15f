"""Entries on their way into the store, written together: one transaction for some pages instead of one for each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from warraq.write.store import Store, recalled

T = TypeVar("T")


class Batch:
    """A memory in front of a store. What is put into it is there at once, and in the store when it is written."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._entries: dict[str, bytes] = {}
        self._needs: list[tuple[str, str]] = []

    def get(self, key: str) -> bytes:
        """The bytes under a key; FileNotFoundError where there are none."""
        found = self._entries.get(key)
        return self._store.get(key) if found is None else found

    def put(self, key: str, content: bytes, needs: Iterable[str] = ()) -> None:
        """Keep bytes under a key, and as long as them what they `need`, of which they were made."""
        self._entries[key] = content
        self._needs += [(key, needed) for needed in needs]

    def recall(self, key: str, make: Callable[[], T]) -> T:
        """The value under a key, made and kept where it is not there or can no longer be read."""
        return recalled(self, key, make)

    def write(self) -> None:
        """Put everything into the store; OSError where the disk refuses."""
        if self._entries:
            self._store.put_all(self._entries, self._needs)
            self._entries, self._needs = {}, []
