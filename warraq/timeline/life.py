"""The line of one life: years, a bar from birth to death as firm as it is known, and below it what is dated of it.

It is small, decoration beside what the page says in words, and so it is laid out for the width of a phone.
"""

from __future__ import annotations

from html import escape
from typing import Final, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from warraq.art.svg import number
from warraq.lang.language import Direction
from warraq.timeline.lanes import Stretch, pack
from warraq.timeline.pen import MARK, Pen
from warraq.timeline.picture import Mark, Sign
from warraq.timeline.scale import Scale
from warraq.timeline.times import Edge, Time
from warraq.timeline.widths import width_of

WIDTH: Final = 320.0
"""From the first year to the last, in the drawing's own units."""
EDGE: Final = 8.0
YEARS_APART: Final = 52.0
"""How far from each other the years stand at least."""
MOST: Final = 6
"""Lanes for what is dated of a life; what finds no room in them is left out."""
GAP: Final = 8.0
_SIZE: Final = 11.5
_LANE: Final = 20.0
_YEARS: Final = 22.0
_BAR: Final = 26.0
_THINGS: Final = 40.0


class Deed(Struct, frozen=True, kw_only=True):
    """A work, a journey or a milestone of a life."""

    label: str
    language: str
    direction: Direction
    sign: Sign
    time: Time


class LifeLine(Struct, frozen=True, kw_only=True):
    """What is to be drawn of a life. The deeds come with the most important first."""

    language: str
    direction: Direction
    first_day: int
    last_day: int
    life: Time
    region: str
    marks: tuple[Mark, ...]
    deeds: tuple[Deed, ...]


def life_svg(line: LifeLine) -> str:
    """The line of a life."""
    pen = Pen(Scale(line.first_day, line.last_day, WIDTH), line.direction)
    found = deeds_in_lanes(line)
    deeds = "".join(_deed(line, pen, one) for one in found)
    lanes = max((one.lane + 1 for one in found), default=0)
    height = number(_THINGS + lanes * _LANE - 4)
    start, end = pen.scale.place(line.life.first), pen.scale.place(line.life.last)
    bar = "".join(pen.bar(line.life, line.region, start, end, _BAR))
    ends = "".join(_end(pen, edge) for edge in _ends_of(line.life))
    body = f"{_years(line, pen)}{bar}{ends}{deeds}"
    view = f"{number(-EDGE)} 0 {number(WIDTH + 2 * EDGE)} {height}"
    start_tag = f'<svg class="times life-times" viewBox="{view}" aria-hidden="true" focusable="false">'
    return f"{start_tag}{pen.shapes()}{body}</svg>"


def room_of(life: Time) -> tuple[int, int]:
    """From which day to which the line of a life goes: a little beyond it, and farther where an end is unknown."""
    unknown = 45 * 365
    before = unknown if life.begins is None else 0
    after = unknown if life.ends is None else 0
    length = life.last - life.first + before + after
    spare = max(length // 12, 3 * 365)
    return life.first - before - spare, life.last + after + spare


def _ends_of(life: Time) -> list[Edge]:
    return [edge for edge in (life.begins, life.ends) if edge is not None and life.nature == "life"]


def _end(pen: Pen, edge: Edge) -> str:
    """The point of a birth or a death; hollow where it is not sure."""
    start, end = pen.scale.place(edge.first), pen.scale.place(edge.last)
    is_doubtful = edge.about or end - start > MARK
    kind = "times-doubtful" if is_doubtful else "times-mark"
    return f'<circle class="{kind}" cx="{number(pen.x((start + end) / 2))}" cy="{number(_BAR + 2.5)}" r="4"/>'


def _years(line: LifeLine, pen: Pen) -> str:
    ticks, labels = [], []
    for mark in line.marks:
        place = pen.scale.place(mark.day)
        x = number(pen.x(place))
        ticks.append(f"M{x} {number(_YEARS - 5)}v{number(_BAR - _YEARS + 10)}")
        half = width_of(mark.label) * _SIZE / 2
        if half - EDGE <= place <= WIDTH + EDGE - half:
            labels.append(
                f'<text x="{x}" y="{number(_YEARS - 9)}" text-anchor="middle">{escape(mark.label)}</text>'
            )
    return f'<path class="times-lines" d="{"".join(ticks)}"/><g class="times-years">{"".join(labels)}</g>'


class SetDeed(NamedTuple):
    """A deed with its place along the line, and its lane below it."""

    deed: Deed
    start: float
    end: float
    """Of its mark; a stretch of time has a line below its name, from the mark to `until`."""
    until: float
    text_at: float
    is_before: bool
    lane: int = 0

    @property
    def stretch(self) -> Stretch:
        """All that it takes up of its lane."""
        width = width_of(self.deed.label) * _SIZE
        edge = self.text_at - width if self.is_before else self.text_at + width
        return Stretch(min(self.start - MARK, edge), max(self.end + MARK, self.until, edge))


def deeds_in_lanes(line: LifeLine) -> list[SetDeed]:
    """What is dated of a life and finds room below its line."""
    scale = Scale(line.first_day, line.last_day, WIDTH)
    first, last = line.first_day, line.last_day
    found = [_set(deed, scale) for deed in line.deeds if first <= deed.time.first and deed.time.last <= last]
    lanes = pack([one.stretch for one in found], MOST, [one.start for one in found], gap=GAP)
    return [one._replace(lane=lane) for one, lane in zip(found, lanes, strict=True) if lane is not None]


def _set(deed: Deed, scale: Scale) -> SetDeed:
    start, until = scale.place(deed.time.first), scale.place(deed.time.last)
    end = until if deed.time.nature == "moment" else start
    after, before = end + MARK + 3, start - MARK - 3
    rooms = WIDTH + EDGE - after, before + EDGE
    # After its mark, as it is read; before it where only there is room for all of it, or more of it.
    is_before = width_of(deed.label) * _SIZE > rooms[0] and rooms[1] > rooms[0]
    shown = replace(deed, label=shortened(deed.label, rooms[is_before] / _SIZE))
    return SetDeed(shown, start, end, until, before if is_before else after, is_before)


def shortened(label: str, room: float) -> str:
    """As many whole words of a name as have room, with an ellipsis where some are left out; the room is in em."""
    words = label.split()
    for count in range(len(words), 0, -1):
        text = " ".join(words[:count]) + ("…" if count < len(words) else "")
        if width_of(text) <= room:
            return text
    return ""


def _deed(line: LifeLine, pen: Pen, one: SetDeed) -> str:
    """The mark and the name of a deed."""
    deed, y = one.deed, _THINGS + one.lane * _LANE + 6
    below = pen.line(one.start, one.until, y + 6.5) if one.until > one.end + 2 else ""
    mark = "".join(pen.mark(deed.sign, deed.time, one.start, one.end, y))
    anchor = ' text-anchor="end"' if one.is_before != (deed.direction != line.direction) else ""
    tongue = f' lang="{deed.language}" direction="{deed.direction}"' if deed.language != line.language else ""
    at = f'x="{number(pen.x(one.text_at))}" y="{number(y + 4)}"'
    return f"{below}{mark}<text{tongue}{anchor} {at}>{escape(deed.label)}</text>"
