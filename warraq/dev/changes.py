"""The changes of an original on a terminal: what came and went in each, and where its translation stands."""

from __future__ import annotations

from collections.abc import Iterator

from warraq.dev.records import Records
from warraq.following.difference import Run, shortened
from warraq.following.review import Place, ReviewedChange
from warraq.lang.direction import isolate_text
from warraq.lang.language import Direction
from warraq.model.records import Telling
from warraq.model.text_status import CHANGES, NO_EARLIER_WORDS, SEGMENTS

_MARKS = {"same": "{}", "left": "{}", "out": "[-{}-]", "in": "{{+{}+}}"}
_COLOURS = {"same": "{}", "left": "{}", "out": "\x1b[31;9m{}\x1b[0m", "in": "\x1b[32;4m{}\x1b[0m"}
_LONGEST = 120
"""Characters of the translation that are shown."""


def lines_of(
    number: int, change: ReviewedChange, source: Telling, own: Telling, records: Records, *, colour: bool
) -> Iterator[str]:
    """A change in a few lines."""
    say, base = records.say, records.direction
    about = [say(CHANGES[change.change.kind])]
    if change.kind:
        about.append(say(SEGMENTS[change.kind]))
    if change.line:
        about.append(isolate_text(f"{source.span.file}:{change.line}", base))
    yield f"{number}. {' · '.join(about)}"
    if change.runs:
        direction = records.site.language(source.language).direction
        yield f"   {_shown(change.runs, base, direction, colour=colour)}"
    if not change.is_known:
        yield f"   ({say(NO_EARLIER_WORDS)})"
    if change.counterpart and change.counterpart.words:
        place = isolate_text(f"{own.span.file}:{change.counterpart.line}", base)
        direction = records.site.language(own.language).direction
        yield f"   {place} {isolate_text(_beginning(change.counterpart), base, direction)}"


def _shown(runs: tuple[Run, ...], base: Direction, direction: Direction, *, colour: bool) -> str:
    signs = _COLOURS if colour else _MARKS
    words = "".join(signs[run.kind].format(run.words) for run in shortened(runs))
    return isolate_text(" ".join(words.split("\n")), base, direction)


def _beginning(place: Place) -> str:
    words = " ".join(place.words.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
