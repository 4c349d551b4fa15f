"""The desk's words in the editor's language, with its digits and its direction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from warraq.dev.desk.findings import Findings
from warraq.diagnostics import Diagnostic
from warraq.lang.direction import base_direction, isolate_text
from warraq.lang.language import Direction, Language
from warraq.lang.numbers import localise_digits
from warraq.model.site import Site
from warraq.model.words import N_
from warraq.report.speech import Speaker
from warraq.report.text import summary


@dataclass(frozen=True)
class Words:
    """What the pages of the desk say."""

    speaker: Speaker
    site: Site | None

    @property
    def code(self) -> str:
        """The code of the editor's language."""
        return self.speaker.catalog.code if self.speaker.catalog.source else "en"

    @property
    def language(self) -> Language | None:
        """The editor's language where it is one of the site."""
        return self.site.language(self.code) if self.site and self.code in self.site.codes else None

    @property
    def direction(self) -> Direction:
        """That of the editor's language."""
        return base_direction(self.speaker.say(N_("missing"))) or "ltr"

    def say(self, phrase: str, **values: object) -> str:
        """A phrase, with values that are kept in their own direction; numbers in the digits of the language."""
        return self._filled(self.speaker.say(phrase), values)

    def plural(self, one: str, many: str, count: int, **values: object) -> str:
        """A phrase in the form that goes with a count."""
        return self._filled(self.speaker.plural(one, many, count), {"count": count, **values})

    def number(self, value: int) -> str:
        """A number in the digits of the language."""
        return self.digits(str(value))

    def digits(self, text: str) -> str:
        """A sentence with its numbers in the digits of the language."""
        return localise_digits(text, self.language.digits) if self.language else text

    def counts(self, diagnostics: Iterable[Diagnostic]) -> str:
        """How many messages of each severity there are; empty where there are none."""
        return self.digits(summary(diagnostics, self.speaker))

    def lead(self, findings: Findings) -> str:
        """What is said first while the pages are not as the files say: an error, or a build that broke down."""
        if findings.ok:
            return self.say(N_("The build did not succeed. You see the last good page."))
        return self.say(N_("Something needs mending. You see the last good page."))

    def _filled(self, phrase: str, values: dict[str, object]) -> str:
        kept = {
            name: self.number(value) if isinstance(value, int) else isolate_text(str(value), self.direction)
            for name, value in values.items()
        }
        return phrase.format(**kept) if kept else phrase
