"""What the engine says to editors: located, coded, translated only when it is printed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Final

from warraq.model.values import Span


class Severity(Enum):
    """How much a message matters: an error keeps the site from being written."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class Word(str):
    """A value of a message that is itself looked up in the catalogue, such as the name of a kind."""

    __slots__ = ()


class Count(str):
    """A value of a message that is a number, and is told in the digits of the editor's language."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that can be wrong: its code, the sentence about it, what to do, and a longer explanation."""

    code: str
    severity: Severity
    message: str
    hint: str
    explanation: str = ""
    otherwise: str = ""
    """What to do where nothing that is known is `near` to what was written."""

    def at(self, span: Span | None, **values: object) -> Diagnostic:
        """This rule broken at a place, with the values that its sentences name; None is no value."""
        return Diagnostic(self, span, tuple((name, _kept(v)) for name, v in values.items() if v is not None))


def _kept(value: object) -> str:
    if isinstance(value, Word):
        return value
    return Count(value) if isinstance(value, int) else str(value)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One message to the editor."""

    rule: Rule
    span: Span | None
    values: tuple[tuple[str, str], ...] = ()

    @property
    def hint(self) -> str:
        """The one thing to do about it, as the rule words it."""
        rule = self.rule
        return rule.otherwise if rule.otherwise and "near" not in dict(self.values) else rule.hint

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """The place first, so that messages read like the file does."""
        span = self.span or Span("")
        return span.file, span.line, span.column, self.rule.code, repr(self.values)


Diagnostics = tuple[Diagnostic, ...]
NOTHING: Final[Diagnostics] = ()


class EditorError(Exception):
    """Stops a build for reasons that an editor can mend; everything else that is raised is a bug."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__(*(d.rule.code for d in diagnostics))
        self.diagnostics = diagnostics


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """True when at least one message forbids writing the site."""
    return any(d.rule.severity is Severity.ERROR for d in diagnostics)


def in_order(diagnostics: Iterable[Diagnostic]) -> Diagnostics:
    """The messages by severity, then by place, each once."""
    rank = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.HINT: 2}
    return tuple(sorted(set(diagnostics), key=lambda d: (rank[d.rule.severity], d.order)))


def nearest(written: str, known: Iterable[str]) -> str | None:
    """The known word that the editor most probably meant, or None when none is near."""
    from warraq.lang.folding import fold

    wanted = fold(written)
    bound = 1 if len(wanted) < 3 else 2 if len(wanted) < 8 else 3
    best: tuple[int, str] | None = None
    for word in sorted(known):
        distance = _distance(wanted, fold(word), bound)
        if distance <= bound and (best is None or distance < best[0]):
            best = (distance, word)
    return best[1] if best else None


def _distance(a: str, b: str, bound: int) -> int:
    """Edits (insert, delete, change, swap of neighbours) from a to b, or bound + 1 when there are more."""
    if abs(len(a) - len(b)) > bound:
        return bound + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, last, row = row, before, [i]
        for j, y in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > bound:
            return bound + 1
    return row[-1]
