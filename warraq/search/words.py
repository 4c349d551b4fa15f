"""The words by which a record is found, and how much each says of what the record is about."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, NamedTuple

from warraq.lang.folding import fold, fold_words
from warraq.model.facts import Named, Source
from warraq.model.records import Record
from warraq.model.values import Text


class Words(NamedTuple):
    """The folded words of a record for the readers of one language, each in the first rank that has it."""

    whole: tuple[str, ...]
    """Each name of one word, and each of several joined: who searches for just this means it."""
    titles: tuple[str, ...]
    """Of its title or name in all languages."""
    names: tuple[str, ...]
    """Of what else it is called, in whatever script."""
    summary: tuple[str, ...]
    rest: tuple[str, ...]
    """Of its text and its facts."""


def words_of_record(record: Record, shown: Sequence[str]) -> tuple[Words, ...]:
    """The words of a record for readers who are shown its text in each of these languages."""
    whole = [fold(name).replace(" ", "") for name in _all_names(record) if fold(name)]
    titles = _folded(words for _, words in record.names.by_language)
    names = _folded(_other_names(record))
    facts = _folded(_phrases_in(record.facts))
    return tuple(_ranked(whole, titles, names, *_told(record, code, facts)) for code in shown)


def _all_names(record: Record) -> Iterator[str]:
    yield from (words for _, words in record.names.by_language)
    if isinstance(record.facts, Named):
        yield from (*record.facts.aliases, record.facts.transliteration or "")


def _other_names(record: Record) -> Iterator[str]:
    facts = record.facts
    if isinstance(facts, Named):
        yield from facts.aliases
        yield from (words for _, words in (facts.sort.by_language if facts.sort else ()))
        yield facts.transliteration or ""
    if isinstance(facts, Source):
        yield from (*facts.authors, *facts.editors)


def _told(record: Record, code: str, facts: Iterable[str]) -> tuple[Iterable[str], Iterable[str]]:
    telling = record.telling(code)
    if telling is None:
        return (), facts
    front = telling.front
    people = (front.author, front.translator, front.reviewer)
    summary = _folded((front.summary or "",))
    rest = chain(_words_of_text(plain_words(telling.body)), _folded(filter(None, people)), facts)
    return summary, rest


def _ranked(*words: Iterable[str]) -> Words:
    """The words by rank, each where it comes first."""
    seen: dict[str, None] = {}
    ranks = []
    for ranked in words:
        new = dict.fromkeys(ranked)
        # Whatever comes first is few beside the words of a text.
        for word in seen:
            new.pop(word, None)
        seen |= new
        ranks.append(tuple(new))
    return Words(*ranks)


def _folded(texts: Iterable[str]) -> tuple[str, ...]:
    """The words of short texts, neighbours also joined: many names are written in one word and in two."""
    return tuple(dict.fromkeys(word for text in texts for word in fold_words(text)))


def _words_of_text(text: str) -> Iterable[str]:
    # Neighbours of a long text are not joined: nearly every pair of words would be a new word of the index.
    return chain.from_iterable(map(_WORDS_OF_CHUNKS.__getitem__, dict.fromkeys(text.split())))


_KEPT_CHUNKS = 65536
"""Pieces of long texts whose words a process remembers: few authors use more."""


class _WordsOfChunks(dict[str, tuple[str, ...]]):
    """The folded words of pieces of text without white space, found out when they are asked for.

    A build asks some hundred times for each of them, which a plain dictionary answers soonest.
    """

    def __missing__(self, chunk: str) -> tuple[str, ...]:
        if len(self) >= _KEPT_CHUNKS:
            self.clear()
        self[chunk] = words = fold_words(chunk)
        return words


_WORDS_OF_CHUNKS = _WordsOfChunks()


_REFERENCE = re.compile(r"\[\[[^\]|]*(?:\|([^\]]*))?\]\]")
_LANGUAGE = re.compile(r"\{[a-z]{2,3}:\s*([^}]*)\}")
_UNSEEN = re.compile(r"\]\([^)]*\)|\[\^[^\]]*\]|\{[^}]*\}|<[^>]*>|https?://\S+|&#?\w+;")


def plain_words(source: str) -> str:
    """The text without what readers do not see of it: marks of references, notes and languages, and addresses.

    A reference without words of its own leaves nothing: the names of what it leads to are known elsewhere.
    """
    shown = _REFERENCE.sub(lambda found: f" {found[1] or ''} ", source)
    return _UNSEEN.sub(" ", _LANGUAGE.sub(r" \1 ", shown))


def _phrases_in(value: Any) -> Iterator[str]:
    """All phrases of a record's facts, parts such as stops and pictures included."""
    if isinstance(value, Text):
        yield from (words for _, words in value.by_language)
    elif isinstance(value, tuple):
        for item in value:
            yield from _phrases_in(item)
    elif isinstance(value, str):
        if not value.startswith(("http:", "https:", "/")):
            yield value
    elif dataclasses.is_dataclass(value) and hasattr(value, "__pydantic_config__"):
        for field in dataclasses.fields(value):
            if field.name not in _NOT_TOLD:
                yield from _phrases_in(getattr(value, field.name))


_NOT_TOLD = frozenset({
    "formerly", "cover", "region", "type", "original", "menu", "fields", "materials", "roles", "purpose", "status",
    "language", "file", "rights", "covers", "crop", "licence",
})  # fmt: skip
"""Fields whose values are words of the engine and not of the record's language."""
