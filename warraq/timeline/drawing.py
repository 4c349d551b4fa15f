"""A laid-out timeline as SVG for the inside of a page, whose styles colour it: no address, no colour, no script.

Time runs as the page is read: from right to left on Persian and Arabic pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

from warraq.art.svg import number
from warraq.lang.language import Direction
from warraq.timeline.picture import (
    ABOUT,
    EDGE,
    MARK,
    NAME_SIZE,
    UNKNOWN,
    WIDTH,
    Band,
    Layout,
    Mark,
    Picture,
    Placed,
    is_bar,
    laid_out,
    text_of,
)
from warraq.timeline.scale import Scale
from warraq.timeline.stitches import Threads
from warraq.timeline.times import Edge

LANE: Final = 26.0
_BASE: Final = 14.0
"""From the top of a lane to the line that its letters stand on."""
_MIDDLE: Final = 9.5
"""To the middle of its marks."""
_BAR: Final = 19.0
"""To its bars."""
_HEAD: Final = 24.0
_OTHERS: Final = 13.0
"""The height of a row of years, and of the row below it with those of other calendars."""
_SHORE: Final = 20.0
"""The height of the line of a shore with its margins."""
_ROW: Final = 9.0
"""The size of the crosses of the lower shore."""


def picture_svg(picture: Picture) -> str:
    """The picture of a timeline; empty where there is nothing to be shown."""
    layout = laid_out(picture)
    if not layout.placed:
        return ""
    return _Drawing(picture, layout).svg()


class _Drawing:
    def __init__(self, picture: Picture, layout: Layout) -> None:
        self.picture, self.layout = picture, layout
        self.is_mirrored = picture.direction == "rtl"
        self.threads = Threads()
        self.row = self.threads.stitched("palestine", WIDTH, _ROW)
        head = _HEAD + _OTHERS * max((len(mark.others) for mark in picture.marks), default=0)
        lanes = layout.lanes
        self.top = head + 4
        self.upper_shore = self.top + lanes["upper"] * LANE
        self.middle = self.upper_shore + _SHORE
        self.lower_shore = self.middle + lanes["middle"] * LANE
        self.lower = self.lower_shore + _SHORE
        self.bottom = self.lower + lanes["lower"] * LANE
        self.height = self.bottom + head

    def svg(self) -> str:
        """All of it."""
        things = "".join(map(self._thing, self._in_time()))
        calendar = self._calendar()
        width, height = number(WIDTH + 2 * EDGE), number(self.height)
        size = f'viewBox="{number(-EDGE)} 0 {width} {height}" width="{width}" height="{height}"'
        # The threads are known only once all is drawn.
        return (
            f'<svg class="times" {size} role="group" focusable="false"><defs>{_SIGNS[self.picture.direction]}{self.threads.patterns()}</defs>'
            f"{calendar}{self._shores()}{things}</svg>"
        )

    def _in_time(self) -> list[Placed]:
        """The things by time, as those who go from one to the next by keys will want them."""
        return sorted(self.layout.placed, key=lambda one: (one.start, one.end, one.thing.href))

    # ------------------------------------------------------------ where

    def x(self, place: float) -> float:
        """Where a place along the time lies on the page."""
        return WIDTH - place if self.is_mirrored else place

    def span(self, start: float, end: float) -> tuple[float, float]:
        """The nearer edge on the page of a stretch of time, and its width."""
        return (self.x(end) if self.is_mirrored else start), end - start

    def y(self, band: Band, lane: int) -> float:
        """The top of a lane: those of a shore are counted from its line."""
        if band == "upper":
            return self.upper_shore - (lane + 1) * LANE
        return (self.middle if band == "middle" else self.lower) + lane * LANE

    # ------------------------------------------------------------ what everything stands on

    def _calendar(self) -> str:
        scale = Scale(self.picture.first_day, self.picture.last_day, WIDTH)
        lines = "".join(
            f"M{number(self.x(scale.place(mark.day)))} {number(self.top)}V{number(self.bottom)}"
            for mark in self.picture.marks
        )
        labels = "".join(self._labels(mark, scale) for mark in self.picture.marks)
        end = self._at_end()
        return f'<path class="times-lines" d="{lines}"/><g class="times-years" aria-hidden="true">{labels}{end}</g>'

    def _labels(self, mark: Mark, scale: Scale) -> str:
        place = scale.place(mark.day)
        if place > WIDTH - _ROOM_OF_END:
            return ""
        x = number(self.x(place))
        anchor = ' text-anchor="middle"' if place > _ROOM_OF_END / 2 else ""
        rows = []
        for y in (_HEAD - 8, self.bottom + _HEAD - 6):
            rows.append(f'<text x="{x}" y="{number(y)}"{anchor}>{escape(mark.label)}</text>')
            rows += [
                f'<text class="times-others" x="{x}" y="{number(y + _OTHERS * row)}"{anchor}>{escape(other)}</text>'
                for row, other in enumerate(mark.others, 1)
            ]
        return "".join(rows)

    def _at_end(self) -> str:
        if not self.picture.end:
            return ""
        x, end = number(self.x(WIDTH)), escape(self.picture.end)
        return "".join(
            f'<text x="{x}" y="{number(y)}" text-anchor="end">{end}</text>'
            for y in (_HEAD - 8, self.bottom + _HEAD - 6)
        )

    def _shores(self) -> str:
        """A ruled line, a row of stitches, and the names of the three bands where the time begins."""
        upper, between, lower = self.picture.shores
        y = self.upper_shore + _SHORE / 2 - 3
        ruled = f"M0 {number(y)}h{number(WIDTH)}v3H0zM0 {number(y + 5)}h{number(WIDTH)}v1H0z"
        x = number(self.x(0))
        names = "".join(
            f'<text class="times-shore"{region} x="{x}" y="{number(y)}">{escape(name)}</text>'
            for region, name, y in (
                (' data-region="isfahan"', upper, self.top + NAME_SIZE),
                (' data-region="bridge"', between, self.middle + NAME_SIZE - 4),
                (' data-region="palestine"', lower, self.bottom - 8),
            )
            if name
        )
        row = number(self.lower_shore + (_SHORE - _ROW) / 2)
        return (
            f'<g aria-hidden="true"><path class="times-mark" data-region="isfahan" d="{ruled}"/>'
            f'<rect x="0" y="{row}" width="{number(WIDTH)}" height="{number(_ROW)}" fill="{self.row}"/>{names}</g>'
        )

    # ------------------------------------------------------------ the things

    def _thing(self, one: Placed) -> str:
        thing, top = one.thing, self.y(one.band, one.lane)
        drawn = "".join(self._bar(one, top) if is_bar(one) else self._mark(one, top))
        region = f' data-region="{thing.region}"' if thing.region else ""
        said = escape(f"{thing.label}, {thing.when}" if thing.when else thing.label)
        return (
            f'<a href="{escape(thing.href)}"{region}><title>{said}</title>{drawn}'
            f"<text{self._tongue(one)} x=\"{number(self.x(one.text_at))}\" y=\"{number(top + _BASE)}\">"
            f"{escape(text_of(one))}</text></a>"
        )

    def _tongue(self, one: Placed) -> str:
        """The language of a name where it is not the page's, and on which side of its place it stands."""
        thing, page = one.thing, self.picture
        tongue = ""
        if thing.language != page.language:
            tongue = f' lang="{escape(thing.language)}" direction="{thing.direction}"'
        # A name of the other direction that stands after its place ends there.
        ends = one.is_before != (thing.direction != page.direction)
        return tongue + (' text-anchor="end"' if ends else "")

    def _mark(self, one: Placed, top: float) -> Iterator[str]:
        y = top + _MIDDLE
        if one.is_earlier:
            yield f'<use href="#times-earlier" x="{number(self.x(MARK + 1))}" y="{number(y)}"/>'
            return
        sign = one.thing.sign if one.thing.sign != "life" else "other"
        begins = one.thing.time.begins
        is_doubtful = begins is not None and (begins.about or one.end - one.start > 2 * MARK)
        if one.end - one.start > 2 * MARK:
            yield self._dots(one.start, one.end, y)
        kind = ' class="times-doubtful"' if is_doubtful else ""
        middle = (one.start + one.end) / 2
        yield f'<use href="#times-{sign}"{kind} x="{number(self.x(middle))}" y="{number(y)}"/>'

    def _bar(self, one: Placed, top: float) -> Iterator[str]:
        """A bar as firm as what is known: dots between the days that an end may mean, and dots that fade beyond."""
        time, y = one.thing.time, top + _BAR
        scale = Scale(self.picture.first_day, self.picture.last_day, WIDTH)
        sure_start = scale.place(time.begins.last) if time.begins else one.start
        sure_end = scale.place(time.ends.first) if time.ends else one.end
        start = one.start if sure_start - one.start < 2 else sure_start
        end = one.end if one.end - sure_end < 2 else sure_end
        if end > start:
            yield self._body(one, start, end, y)
        if start > one.start:
            yield self._dots(one.start, min(start, one.end), y + 2.5)
        if end < one.end:
            yield self._dots(max(end, start), one.end, y + 2.5)
        yield from self._fading(time.begins, one.start, -1, y + 2.5)
        yield from self._fading(time.ends, one.end, 1, y + 2.5)

    def _body(self, one: Placed, start: float, end: float, y: float) -> str:
        """The firm part of a bar: ruled, stitched, half of each, or hatched for a time of work."""
        x, width = self.span(start, end)
        region, nature = one.thing.region, one.thing.time.nature
        if nature == "active":
            fill = self.threads.hatched(region)
            return f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}" height="5" fill="{fill}"/>'
        if nature == "stretch" or not region:
            return f'<path class="times-mark" d="M{number(x)} {number(y + 1.5)}h{number(width)}v2h{number(-width)}z"/>'
        ruled = width if region == "isfahan" else width / 2 if region == "bridge" else 0
        parts = []
        if ruled:
            at = number(x if not self.is_mirrored else x + width - ruled)
            across = number(ruled)
            back = number(-ruled)
            parts.append(
                f'<path class="times-mark" d="M{at} {number(y)}h{across}v3h{back}zm0 4.2h{across}v1h{back}z"/>'
            )
        if ruled < width:
            stitched = width - ruled
            at = number(x + ruled if not self.is_mirrored else x)
            fill = self.threads.stitched(region, stitched)
            parts.append(f'<rect x="{at}" y="{number(y)}" width="{number(stitched)}" height="5" fill="{fill}"/>')
        return "".join(parts)

    def _dots(self, start: float, end: float, y: float) -> str:
        """A line of dots: somewhere between these two."""
        x, width = self.span(start, end)
        return f'<path class="times-between" d="M{number(x)} {number(y)}h{number(width)}"/>'

    def _fading(self, edge: Edge | None, place: float, way: int, y: float) -> Iterator[str]:
        """Dots that go out beyond an end: it is only about there, or nobody knows where."""
        if edge is not None and not edge.about:
            return
        reach = UNKNOWN if edge is None else ABOUT
        inside = min(max(place + way * reach, 0), WIDTH)
        count = int(abs(inside - place) // 4)
        places = [place + way * (3.5 + 4 * number) for number in range(count)]
        if places:
            steps = "".join(f"M{number(self.x(at))} {number(y)}h.01" for at in places)
            yield f'<path class="times-fading" d="{steps}"/>'


_ROOM_OF_END: Final = 72.0
"""What stands this near to the end has the word for today in place of a year."""

_STAR: Final = "M0-6 1.8-4.2h2.4v2.4L6 0 4.2 1.8v2.4H1.8L0 6-1.8 4.2h-2.4V1.8L-6 0l1.8-1.8v-2.4h2.4z"
"""Of eight points: two squares, one turned."""


def _shape(name: str, direction: Direction, id: str = "") -> str:
    """A mark around the point 0, 0; a journey goes with the time, and what is earlier points back."""
    on, back = ("-", "") if direction == "rtl" else ("", "-")
    shapes = {
        "milestone": _STAR,
        "other": "M0-4.6 4.6 0 0 4.6-4.6 0z",
        "journey": f"M{back}4-5 {on}5 0 {back}4 5z",
        "earlier": f"M{on}4-5 {back}2 0 {on}4 5z",
    }
    named = f' id="{id}"' if id else ""
    return f'<path{named} d="{shapes[name]}"/>'


def _signs(direction: Direction) -> str:
    names = ("milestone", "other", "journey", "earlier")
    return "".join(_shape(name, direction, f"times-{name}") for name in names)


SIGNS: Final = ("milestone", "other", "journey", "isfahan", "palestine", "bridge", "active", "between", "about")
"""What the key of the picture explains."""


def sign_svg(name: str, direction: Direction) -> str:
    """A sign of the picture by itself, for the key that explains it; LookupError for one that it does not have."""
    width, middle = 44.0, 22.0
    way = -1 if direction == "rtl" else 1
    threads, region = Threads(), ""
    if name in ("milestone", "other", "journey"):
        body = f'<g transform="translate({number(middle)} 7)">{_shape(name, direction)}</g>'
    elif name == "isfahan":
        region, body = name, f'<path d="M0 4h{number(width)}v3H0zM0 8.2h{number(width)}v1H0z"/>'
    elif name == "palestine":
        region = name
        body = f'<rect x="0" y="4" width="{number(width)}" height="5" fill="{threads.stitched(name, width)}"/>'
    elif name == "bridge":
        region = name
        ruled, stitched = (0.0, middle) if way > 0 else (middle, 0.0)
        body = (
            f'<path d="M{number(ruled)} 4h{number(middle)}v3h{number(-middle)}zm0 4.2h{number(middle)}v1h{number(-middle)}z"/>'
            f'<rect x="{number(stitched)}" y="4" width="{number(middle)}" height="5" '
            f'fill="{threads.stitched(name, middle)}"/>'
        )
    elif name == "active":
        body = f'<rect x="0" y="4" width="{number(width)}" height="5" fill="{threads.hatched(region)}"/>'
    elif name == "between":
        body = f'<path class="times-between" d="M2 7h{number(width - 4)}"/>'
    elif name == "about":
        dots = "".join(f"M{number(middle + way * (8 + 4 * step))} 7h.01" for step in range(3))
        at = 0.0 if way > 0 else middle - 5
        body = f'<path d="M{number(at)} 6h{number(middle + 5)}v2h{number(-middle - 5)}z"/><path class="times-fading" d="{dots}"/>'
    else:
        raise LookupError(name)
    of_region = f' data-region="{region}"' if region else ""
    # A page may show the pictures of two keys: each has its own threads.
    defs = threads.patterns().replace('id="times-', 'id="times-key-')
    body = body.replace("url(#times-", "url(#times-key-")
    return (
        f'<svg class="times-sign" viewBox="0 0 {number(width)} 14" width="{number(width)}" height="14" '
        f'aria-hidden="true" focusable="false"{of_region}><defs>{defs}</defs>{body}</svg>'
    )


_SIGNS: Final[dict[Direction, str]] = {"ltr": _signs("ltr"), "rtl": _signs("rtl")}
