"""Interface words from PO files. A compiled copy is known by the text that it was made of, so none can be stale."""

from __future__ import annotations

import gettext
import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from string import Formatter
from typing import Any, Final

_TEMPLATE_PLACE: Final = re.compile(r"%\(\w+\)[a-z]")


@dataclass(frozen=True, slots=True)
class Catalog:
    """The words of one language in one domain, as the text of its PO file; empty where there is none."""

    code: str
    source: str
    compiled: bytes = b""
    """What `compiled` makes of the source, where somebody has kept it."""

    @property
    def digest(self) -> str:
        """A fingerprint of the words."""
        return _digest(self.source)

    @property
    def translations(self) -> gettext.NullTranslations:
        """The words ready for look-up; phrases without a translation, or with a doubtful one, stay as they are."""
        return _translations(self.source, self.compiled)


class BrokenCatalog(ValueError):
    """A PO file that cannot be read; carries the line where it is known."""

    def __init__(self, reason: str, line: int = 1) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line


@cache
def _digest(source: str) -> str:
    return hashlib.blake2b(source.encode(), digest_size=16).hexdigest()


@cache
def _translations(source: str, made: bytes) -> gettext.NullTranslations:
    if not source:
        return gettext.NullTranslations()
    return gettext.GNUTranslations(io.BytesIO(made or compiled(source)))


def compiled(source: str) -> bytes:
    """The words of a PO file as gettext reads them; BrokenCatalog where they cannot be read.

    It takes as long as making a few pages, and what it needs must be loaded first: whoever can, keeps it.
    """
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import PoFileError, read_po

    try:
        catalog = read_po(io.BytesIO(source.encode()), abort_invalid=True)
    except PoFileError as error:
        raise BrokenCatalog(str(error.args[0]), (getattr(error, "lineno", 0) or 0) + 1) from error
    except (ValueError, UnicodeError) as error:
        raise BrokenCatalog(str(error)) from error
    for message in catalog:
        if message.id and not message.fuzzy:
            _refuse_strange_places(message)
    made = io.BytesIO()
    write_mo(made, catalog)
    return made.getvalue()


def _refuse_strange_places(message: Any) -> None:
    """BrokenCatalog where a translation keeps a place for a value that its phrase does not name.

    It may leave one out: “one error” says its number in a word.
    """
    phrases, translations = (
        (words,) if isinstance(words, str) else words for words in (message.id, message.string)
    )
    try:
        known = {place for phrase in phrases for place in _places(phrase)}
    except ValueError:  # a phrase whose braces mean nothing
        return
    for translation in translations:
        try:
            strange = set(_places(translation)) - known
        except ValueError as error:
            strange = {str(error)}
        if strange:
            raise BrokenCatalog(f"{translation} ({', '.join(sorted(strange))})", message.lineno or 1)


def _places(phrase: str) -> Iterator[str]:
    """The places for values in a phrase: `{count}` for the engine, `%(count)s` for templates."""
    yield from (f"{{{name}}}" for _, name, *_ in Formatter().parse(phrase) if name is not None)
    yield from _TEMPLATE_PLACE.findall(phrase)
