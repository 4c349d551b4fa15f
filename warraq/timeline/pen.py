"""What draws along a scale: marks, bars as firm as what is known, and the signs of the key that explains them.

Time runs as the page is read: from right to left on Persian and Arabic pages. All else follows from `Pen.x`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from warraq.art.svg import number
from warraq.lang.language import Direction
from warraq.timeline.scale import Scale
from warraq.timeline.stitches import Threads
from warraq.timeline.times import Edge, Time

MARK: Final = 6.0
"""Half of the width of a mark."""
ABOUT: Final = 14.0
"""How far the dots of “about” reach beyond the end of a bar."""
UNKNOWN: Final = 26.0
"""And those of an end that is not known."""
_DOT: Final = 4.0
_FIRM: Final = 2.0
"""What is between the days that an end may mean is drawn as firm where it is shorter than this."""

MARKS: Final = ("milestone", "other", "journey", "earlier")


class Pen:
    """Draws for one picture, along its scale and in the direction of its page."""

    def __init__(self, scale: Scale, direction: Direction) -> None:
        self.scale, self.direction = scale, direction
        self.is_mirrored = direction == "rtl"
        self.threads = Threads()

    def x(self, place: float) -> float:
        """Where a place along the time lies on the page."""
        return self.scale.length - place if self.is_mirrored else place

    def span(self, start: float, end: float) -> tuple[float, float]:
        """The left edge on the page of a stretch of time, and its width."""
        return (self.x(end) if self.is_mirrored else start), end - start

    def mark(self, sign: str, time: Time, start: float, end: float, y: float) -> Iterator[str]:
        """A mark in the middle of the days that it may mean: hollow where it is not sure of one of them."""
        is_wide = end - start > 2 * MARK
        if is_wide:
            yield self.between(start, end, y)
        is_doubtful = is_wide or (time.begins is not None and time.begins.about)
        kind = ' class="times-doubtful"' if is_doubtful else ""
        yield f'<use href="#times-{sign}"{kind} x="{number(self.x((start + end) / 2))}" y="{number(y)}"/>'

    def line(self, start: float, end: float, y: float) -> str:
        """A plain line: all of the time between these two."""
        x, width = self.span(start, end)
        return f'<path class="times-mark" d="{_beam(x, y, width, 2)}"/>'

    def bar(self, time: Time, region: str, start: float, end: float, y: float) -> Iterator[str]:
        """A bar: a line of dashes between the days that an end may mean, and dots that go out beyond it."""
        sure_start = self.scale.place(time.begins.last) if time.begins else start
        sure_end = self.scale.place(time.ends.first) if time.ends else end
        firm_start = start if sure_start - start < _FIRM else min(sure_start, end)
        firm_end = end if end - sure_end < _FIRM else max(sure_end, start)
        if firm_end > firm_start:
            yield self._body(time.nature, region, firm_start, firm_end, y)
        if firm_start > start:
            yield self.between(start, firm_start, y + 2.5)
        if firm_end < end:
            yield self.between(max(firm_start, firm_end), end, y + 2.5)
        yield from self._fading(time.begins, start, -1, y + 2.5)
        yield from self._fading(time.ends, end, 1, y + 2.5)

    def _body(self, nature: str, region: str, start: float, end: float, y: float) -> str:
        """The firm part of a bar: ruled, stitched, half of each, or hatched for a time of work."""
        x, width = self.span(start, end)
        if nature == "active":
            paint = self.threads.hatched(region)
            return (
                f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}" height="5" fill="{paint}"/>'
            )
        if nature != "life" or not region:
            return self.line(start, end, y + 1.5)
        if region == "isfahan":
            return self._ruled(start, end, y)
        if region == "palestine":
            return self._stitched(region, start, end, y)
        middle = (start + end) / 2
        return self._ruled(start, middle, y) + self._stitched(region, middle, end, y)

    def _ruled(self, start: float, end: float, y: float) -> str:
        x, width = self.span(start, end)
        return f'<path class="times-mark" d="{_beam(x, y, width, 3)}{_beam(x, y + 4.2, width, 1)}"/>'

    def _stitched(self, region: str, start: float, end: float, y: float) -> str:
        x, width = self.span(start, end)
        paint = self.threads.stitched(region, width)
        return f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}" height="5" fill="{paint}"/>'

    def between(self, start: float, end: float, y: float) -> str:
        """A line of dashes: somewhere between these two."""
        x, width = self.span(start, end)
        return f'<path class="times-between" d="M{number(x)} {number(y)}h{number(width)}"/>'

    def _fading(self, edge: Edge | None, place: float, way: int, y: float) -> Iterator[str]:
        """Dots that go out beyond an end: it is only about there, or nobody knows where."""
        if edge is not None and not edge.about:
            return
        reach = UNKNOWN if edge is None else ABOUT
        inside = min(max(place + way * reach, 0.0), self.scale.length)
        places = [
            place + way * (_DOT * step - 0.5) for step in range(1, 1 + int(abs(inside - place) // _DOT))
        ]
        if places:
            dots = "".join(f"M{number(self.x(at))} {number(y)}h.01" for at in places)
            yield f'<path class="times-fading" d="{dots}"/>'

    def shapes(self) -> str:
        """The marks and threads that the drawing uses, to be put before it."""
        marks = "".join(shape(name, self.direction, f"times-{name}") for name in MARKS)
        return f"<defs>{marks}{self.threads.patterns()}</defs>"


def shape(name: str, direction: Direction, id: str = "") -> str:
    """A mark around the point 0, 0; a journey goes with the time, and what is earlier points back."""
    on, back = ("-", "") if direction == "rtl" else ("", "-")
    # Of eight points: two squares, one turned.
    star = "M0-6 1.8-4.2h2.4v2.4L6 0 4.2 1.8v2.4H1.8L0 6-1.8 4.2h-2.4V1.8L-6 0l1.8-1.8v-2.4h2.4z"
    drawn = {
        "milestone": star,
        "other": "M0-4.6 4.6 0 0 4.6-4.6 0z",
        "journey": f"M{back}4-5 {on}5 0 {back}4 5z",
        "earlier": f"M{on}4-5 {back}2 0 {on}4 5z",
    }
    named = f' id="{id}"' if id else ""
    return f'<path{named} d="{drawn[name]}"/>'


def _beam(x: float, y: float, width: float, height: float) -> str:
    across = number(width)
    return f"M{number(x)} {number(y)}h{across}v{number(height)}h-{across}z"
