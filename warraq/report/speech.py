"""A diagnostic in the editor's language: its sentence, its hint, and the line that it speaks of."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from warraq.diagnostics import Count, Diagnostic, Severity, Word
from warraq.lang.catalogs import Catalog
from warraq.lang.direction import base_direction, isolate_text
from warraq.lang.language import Digits
from warraq.lang.numbers import localise_digits
from warraq.model.words import N_

SEVERITIES = {Severity.ERROR: N_("error"), Severity.WARNING: N_("warning"), Severity.HINT: N_("note")}

_DIGITS: Final[dict[str, Digits]] = {"fa": "arabext", "ar": "arab"}
"""Of the languages that the engine speaks, those whose words stand with digits of their own."""

_VALUE = re.compile(r"\{\w*\}")


@dataclass(frozen=True, slots=True)
class Told:
    """One message ready to be printed."""

    severity: str
    """The word for it in the editor's language."""
    code: str
    message: str
    hint: str
    hint_word: str
    file: str
    line: int
    column: int
    length: int
    source: str | None
    """The line as it is written; None where there is none to show."""


@dataclass(frozen=True)
class Speaker:
    """Says diagnostics in one language."""

    catalog: Catalog
    root: Path
    """The folder that the places in messages are relative to."""

    def say(self, phrase: str) -> str:
        """A phrase of the engine in the editor's language."""
        return self.catalog.translations.gettext(phrase)

    def plural(self, one: str, many: str, count: int) -> str:
        """A phrase with the form for this count; `{count}` is left for the caller."""
        return self.catalog.translations.ngettext(one, many, count)

    def number(self, number: object) -> str:
        """A number as the editor's language writes it."""
        digits = _DIGITS.get(self.catalog.code)
        if digits is None:
            return str(number)
        return localise_digits(str(number).replace(".", "\u066b"), digits)

    def tell(self, diagnostic: Diagnostic) -> Told:
        """The message with its values filled in, each value kept in its own direction."""
        rule, span = diagnostic.rule, diagnostic.span
        message, hint = self.say(rule.message), self.say(diagnostic.hint)
        direction = base_direction(_VALUE.sub("", message)) or "ltr"
        values = {
            name: self.say(value).lower()
            if isinstance(value, Word)
            else self.number(value)
            if isinstance(value, Count)
            else isolate_text(value, direction)
            for name, value in diagnostic.values
        }
        return Told(
            severity=self.say(SEVERITIES[rule.severity]),
            code=rule.code,
            message=message.format(**values),
            hint=hint.format(**values),
            hint_word=self.say("hint"),
            file=span.file if span else "",
            line=span.line if span else 0,
            column=span.column if span else 0,
            length=span.length if span else 0,
            source=self._line(span.file, span.line) if span else None,
        )

    def _line(self, file: str, number: int) -> str | None:
        path = self.root / file
        try:
            text = path.read_text("utf-8-sig", errors="replace") if path.is_file() else ""
        except OSError:
            return None
        # As the reader counts: composed letters, and no line ends but the usual. A file that is not text has no line.
        lines = (
            unicodedata.normalize("NFC", text).removesuffix("\n").split("\n")
            if text and "\0" not in text
            else []
        )
        return lines[number - 1] if 0 < number <= len(lines) else None
