"""The picture of a timeline laid out: two shores and what joins them, and every thing in a lane of its band.

All is laid out along the time, from 0 at its beginning on; only the drawing knows on which side of the page that is.
So the picture of a page from right to left is the exact mirror of the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from msgspec import Struct

from warraq.lang.language import Direction
from warraq.timeline.lanes import Stretch, pack
from warraq.timeline.pen import ABOUT, MARK, UNKNOWN
from warraq.timeline.scale import Scale
from warraq.timeline.times import Edge, Time
from warraq.timeline.widths import width_of

Sign = Literal["milestone", "journey", "other"]
"""The mark of a thing; a life is a bar."""
Band = Literal["upper", "middle", "lower"]
BANDS: Final[tuple[Band, ...]] = ("upper", "middle", "lower")


class Thing(Struct, frozen=True, kw_only=True):
    """Something dated that a picture shows: a mark, or the bar of a life, with its name."""

    href: str
    label: str
    language: str
    direction: Direction
    when: str
    """Its date in the reader's words."""
    sign: Sign
    region: str
    time: Time


class Mark(Struct, frozen=True):
    """A line of a calendar: its day, what it is called, and what the other calendars of the reader call it."""

    day: int
    label: str
    others: tuple[str, ...]


class Picture(Struct, frozen=True, kw_only=True):
    """What is to be drawn. The things come with the most important first: they are sure of their place."""

    language: str
    direction: Direction
    first_day: int
    last_day: int
    things: tuple[Thing, ...]
    marks: tuple[Mark, ...]
    shores: tuple[str, str, str]
    """The names of the upper shore, of what lies between, and of the lower shore."""
    end: str
    """What the end of the line is called, where it is today."""


WIDTH: Final = 1136.0
"""From the beginning of the time to its end, in the picture's own units: pixels where it is shown in its full size."""
EDGE: Final = 8.0
"""What is left free at either side, since marks have a width."""
SIZE: Final = 14.0
"""Of the names."""
NAME_SIZE: Final = 21.0
"""Of the names of the shores."""
MOST: Final[dict[Band, int]] = {"upper": 14, "middle": 12, "lower": 14}
"""Lanes of each band; what finds no room in them is left out."""
GAP: Final = 12.0
_SHORT: Final = 9.0
"""A stretch of time that is drawn shorter is a moment."""


class Placed(NamedTuple):
    """A thing with its place along the time."""

    thing: Thing
    band: Band
    lane: int
    start: float
    """Where its earliest day lies."""
    end: float
    text_at: float
    is_before: bool
    """Whether the name stands before `text_at` and not after it."""
    is_earlier: bool
    """Whether it lies before the beginning of the picture, at whose edge it is gathered."""


class Layout(NamedTuple):
    """Everything that found room in its place, and the lanes of each band."""

    placed: tuple[Placed, ...]
    lanes: dict[Band, int]


def laid_out(picture: Picture) -> Layout:
    """The things of a picture, each in a lane of its band."""
    scale = Scale(picture.first_day, picture.last_day, WIDTH)
    placed: list[Placed] = []
    lanes: dict[Band, int] = {}
    for band, name in zip(BANDS, picture.shores, strict=True):
        things = [thing for thing in picture.things if band_of(thing) == band]
        found = [_alone(thing, band, scale) for thing in things]
        stretches = [stretch_of(one) for one in found]
        reserved = [(0, Stretch(0, name_width(name)))] if band == "middle" and things else []
        places = pack(stretches, MOST[band], [one.start for one in found], reserved, GAP)
        shown = [one._replace(lane=lane) for one, lane in zip(found, places, strict=True) if lane is not None]
        lanes[band] = _height(shown, name_width(name), band)
        placed += shown
    return Layout(tuple(placed), lanes)


def band_of(thing: Thing) -> Band:
    """The band in which a thing stands; what belongs to no shore stands between the two."""
    return {"isfahan": "upper", "palestine": "lower"}.get(thing.region, "middle")  # type: ignore[return-value]


def name_width(name: str) -> float:
    """How wide the name of a shore is set, at most."""
    return width_of(name) * NAME_SIZE * 1.1


def text_of(one: Placed) -> str:
    """The name as the picture writes it; what lies before its beginning says when that was."""
    return f"{one.thing.label} · {one.thing.when}" if one.is_earlier else one.thing.label


def is_bar(one: Placed) -> bool:
    """Whether a thing is drawn as a bar with its name above it, and not as a mark beside its name."""
    nature = one.thing.time.nature
    if one.is_earlier or nature == "moment":
        return False
    return nature == "life" or one.end - one.start >= _SHORT


def reach_of(one: Placed) -> Stretch:
    """How far a bar reaches with the dots at ends that are uncertain or unknown."""
    time = one.thing.time
    before, after = _beyond(time.begins), _beyond(time.ends)
    return Stretch(max(0.0, one.start - before), min(WIDTH, one.end + after))


def stretch_of(one: Placed) -> Stretch:
    """All that a thing takes up of its lane."""
    width = width_of(text_of(one)) * SIZE
    text = (
        Stretch(one.text_at - width, one.text_at)
        if one.is_before
        else Stretch(one.text_at, one.text_at + width)
    )
    own = reach_of(one) if is_bar(one) else Stretch(one.start - MARK, one.end + MARK)
    return Stretch(min(text.start, own.start), max(text.end, own.end))


def _alone(thing: Thing, band: Band, scale: Scale) -> Placed:
    """A thing as it would stand alone in its band."""
    time = thing.time
    is_earlier = time.last < scale.first_day
    start, end = (MARK, MARK) if is_earlier else (scale.place(time.first), scale.place(time.last))
    one = Placed(thing, band, 0, start, end, start, False, is_earlier)
    if not is_bar(one):
        # A mark stands in the middle of the days that it may mean, its name after the last of them.
        one = one._replace(text_at=end + MARK + 4) if not is_earlier else one._replace(text_at=end + MARK + 8)
    width = width_of(text_of(one)) * SIZE
    if one.text_at + width > WIDTH:
        at = min(WIDTH, one.end) if is_bar(one) else one.start - MARK - 4
        one = one._replace(text_at=at, is_before=True)
    return one


def _beyond(edge: Edge | None) -> float:
    if edge is None:
        return UNKNOWN
    return ABOUT if edge.about else 0.0


def _height(shown: Sequence[Placed], name: float, band: Band) -> int:
    """The lanes of a band; the name of a shore stands in the outermost two, where nothing else is at its beginning."""
    used = max((one.lane + 1 for one in shown), default=0)
    if band == "middle":
        return max(1, used)
    beside_name = max((one.lane + 1 for one in shown if stretch_of(one).start < name + GAP), default=0)
    return max(used, beside_name + 1)
