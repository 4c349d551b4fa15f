"""Records as they are read: facts once, and a telling for each language that has one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from warraq.model.facts import Facts, Named, Source, TellingFacts
from warraq.model.kinds import KIND, Kind
from warraq.model.pictures import Picture, PictureFile
from warraq.model.values import Span, Text


@dataclass(frozen=True)
class TextRef:
    """A reference in the running text: what is written between [[ and ]], and where."""

    target: str
    words: str | None
    malformed: bool
    span: Span


@dataclass(frozen=True)
class PictureRef:
    """A picture that the running text names, and where."""

    target: str
    """The name of a file beside the record's facts, or `kind/id/file`."""
    span: Span


@dataclass(frozen=True)
class Telling:
    """A record's words in one language."""

    language: str
    front: TellingFacts
    body: str
    references: tuple[TextRef, ...]
    span: Span
    pictures: tuple[PictureRef, ...] = ()
    body_line: int = 1
    """The line of its file in which the body begins."""
    places: tuple[tuple[str, Span], ...] = ()
    """Where the fields at its head are written, for messages."""

    def place(self, field: str) -> Span:
        """Where a field is written, or the head of the file where it is not."""
        return dict(self.places).get(field, self.span)


@dataclass(frozen=True)
class Record:
    """A story, person, place, or any other thing that the site tells of."""

    kind_name: str
    id: str
    facts: Any
    """An instance of the kind's class in `warraq.model.facts`."""
    tellings: tuple[Telling, ...]
    span: Span
    unread: tuple[str, ...] = ()
    """Languages whose text is there and could not be read."""
    drafted: tuple[str, ...] = ()
    """Languages whose text is there and is left out, being a draft."""
    places: tuple[tuple[str, Span], ...] = ()
    """Where its fields are written, for messages."""
    files: tuple[PictureFile, ...] = ()
    """The files of its pictures, in the order in which they are declared."""

    def place(self, field: str) -> Span:
        """Where a field is written, or the head of the file where it is not."""
        return dict(self.places).get(field, self.span)

    @property
    def pictures(self) -> tuple[tuple[Picture, PictureFile], ...]:
        """Its pictures that can be shown: as declared, and their files."""
        files = {file.name: file for file in self.files}
        declared: tuple[Picture, ...] = self.facts.pictures
        return tuple(
            (picture, files[picture.file.name]) for picture in declared if picture.file.name in files
        )

    @property
    def kind(self) -> Kind:
        """The row of the kinds' table."""
        return KIND[self.kind_name]

    @cached_property
    def key(self) -> str:
        """`kind/id`, which no other record has."""
        return f"{self.kind_name}/{self.id}"

    def telling(self, code: str) -> Telling | None:
        """The words in one language, or None."""
        return self._by_language.get(code)

    @cached_property
    def _by_language(self) -> dict[str, Telling]:
        return {telling.language: telling for telling in reversed(self.tellings)}

    def without_drafts(self, *but: str) -> Record:
        """The record without those of its texts that are drafts, except in these languages."""
        drafted = tuple(t.language for t in self.tellings if t.front.draft and t.language not in but)
        if not drafted:
            return self
        public = tuple(t for t in self.tellings if t.language not in drafted)
        return replace(self, tellings=public, drafted=drafted)

    @cached_property
    def written_in(self) -> tuple[str, ...]:
        """The languages in which it has a text that says something."""
        return tuple(telling.language for telling in self.tellings if telling.body.strip())

    def best_telling(self, codes: tuple[str, ...]) -> Telling | None:
        """The words in the first of the languages that has a body, or None."""
        found = (self.telling(code) for code in codes)
        return next((t for t in found if t is not None and t.language in self.written_in), None)

    @cached_property
    def names(self) -> Text:
        """The title in each language that has one."""
        facts: Facts = self.facts
        titles = {t.language: t.front.title for t in self.tellings if t.front.title}
        if isinstance(facts, Source):
            own = {facts.language: facts.title}
            return Text(tuple({**dict(facts.name.by_language if facts.name else ()), **own}.items()))
        if isinstance(facts, Named):
            return facts.name
        return Text(tuple(titles.items()))

    def title(self, codes: tuple[str, ...]) -> tuple[str, str]:
        """The title and its language, in the first of the languages that has one."""
        return self.names.best(codes) if self.names.by_language else (self.id, "und")
