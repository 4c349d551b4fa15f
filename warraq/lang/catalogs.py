"""Interface words from PO files, read as they are: no compiled copy that could be stale."""

from __future__ import annotations

import gettext
import hashlib
import io
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Catalog:
    """The words of one language in one domain, as the text of its PO file; empty where there is none."""

    code: str
    source: str

    @property
    def digest(self) -> str:
        """A fingerprint of the words."""
        return hashlib.blake2b(self.source.encode(), digest_size=16).hexdigest()

    @property
    def translations(self) -> gettext.NullTranslations:
        """The words ready for look-up; phrases without a translation, or with a doubtful one, stay as they are."""
        return _translations(self.source)


class BrokenCatalog(ValueError):
    """A PO file that cannot be read; carries the line where it is known."""

    def __init__(self, reason: str, line: int = 1) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line


@cache
def _translations(source: str) -> gettext.NullTranslations:
    if not source:
        return gettext.NullTranslations()
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import PoFileError, read_po

    try:
        catalog = read_po(io.BytesIO(source.encode()), abort_invalid=True)
    except PoFileError as error:
        raise BrokenCatalog(str(error.args[0]), (getattr(error, "lineno", 0) or 0) + 1) from error
    except (ValueError, UnicodeError) as error:
        raise BrokenCatalog(str(error)) from error
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
