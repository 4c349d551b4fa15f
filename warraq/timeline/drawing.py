"""A laid-out timeline as SVG for the inside of a page, whose styles colour it: no address, no colour, no script."""

from __future__ import annotations

from html import escape
from typing import Final

from warraq.art.svg import number
from warraq.timeline.pen import MARK, Pen
from warraq.timeline.picture import (
    EDGE,
    NAME_SIZE,
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

LANE: Final = 26.0
_BASE: Final = 14.0
"""From the top of a lane to the line that its letters stand on."""
_MIDDLE: Final = 9.5
"""To the middle of its marks."""
_BAR: Final = 19.0
"""To its bars."""
_YEARS: Final = 24.0
_OTHERS: Final = 13.0
"""The height of the row of years, and of each row with those of another calendar."""
_SHORE: Final = 20.0
"""The height of the line of a shore with its margins."""
_ROW: Final = 9.0
"""The size of the crosses in the line of the lower shore."""
_ROOM_OF_END: Final = 72.0
"""What stands this near to the end has the word for today in place of a year."""


def picture_svg(picture: Picture) -> str:
    """The picture of a timeline; empty where there is nothing to be shown."""
    layout = laid_out(picture)
    return _Drawing(picture, layout).svg() if layout.placed else ""


class _Drawing:
    def __init__(self, picture: Picture, layout: Layout) -> None:
        self.picture, self.layout = picture, layout
        self.pen = Pen(Scale(picture.first_day, picture.last_day, WIDTH), picture.direction)
        head = _YEARS + _OTHERS * max((len(mark.others) for mark in picture.marks), default=0)
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
        # As those who go from one to the next by keys will want them.
        in_time = sorted(self.layout.placed, key=lambda one: (one.start, one.end, one.thing.href))
        body = self._years() + self._shores() + "".join(map(self._thing, in_time))
        width, height = number(WIDTH + 2 * EDGE), number(self.height)
        size = f'viewBox="{number(-EDGE)} 0 {width} {height}" width="{width}" height="{height}"'
        return f'<svg class="times" {size} role="group" focusable="false">{self.pen.shapes()}{body}</svg>'

    def _y(self, band: Band, lane: int) -> float:
        """The top of a lane: those of a shore are counted from its line."""
        if band == "upper":
            return self.upper_shore - (lane + 1) * LANE
        return (self.middle if band == "middle" else self.lower) + lane * LANE

    # ------------------------------------------------------------ what everything stands on

    def _years(self) -> str:
        x, place = self.pen.x, self.pen.scale.place
        top, bottom = number(self.top), number(self.bottom)
        lines = "".join(f"M{number(x(place(mark.day)))} {top}V{bottom}" for mark in self.picture.marks)
        labels = "".join(map(self._labels, self.picture.marks))
        if self.picture.end:
            labels += "".join(
                f'<text x="{number(x(WIDTH))}" y="{number(y)}" text-anchor="end">{escape(self.picture.end)}</text>'
                for y in self._rows()
            )
        return (
            f'<path class="times-lines" d="{lines}"/><g class="times-years" aria-hidden="true">{labels}</g>'
        )

    def _rows(self) -> tuple[float, float]:
        """Where the years stand, above and below."""
        return _YEARS - 8, self.bottom + _YEARS - 6

    def _labels(self, mark: Mark) -> str:
        place = self.pen.scale.place(mark.day)
        if place > WIDTH - (_ROOM_OF_END if self.picture.end else 0):
            return ""
        x = number(self.pen.x(place))
        # The first ones would reach beyond the edge of the picture.
        anchor = ' text-anchor="middle"' if place > _ROOM_OF_END / 2 else ""
        rows = []
        for y in self._rows():
            rows.append(f'<text x="{x}" y="{number(y)}"{anchor}>{escape(mark.label)}</text>')
            rows += [
                f'<text class="times-others" x="{x}" y="{number(y + _OTHERS * row)}"{anchor}>{escape(other)}</text>'
                for row, other in enumerate(mark.others, 1)
            ]
        return "".join(rows)

    def _shores(self) -> str:
        """A ruled line, a row of stitches, and the names of the three bands where the time begins."""
        width = number(WIDTH)
        y = self.upper_shore + _SHORE / 2 - 3
        ruled = f"M0 {number(y)}h{width}v3H0zM0 {number(y + 5)}h{width}v1H0z"
        row, paint = (
            number(self.lower_shore + (_SHORE - _ROW) / 2),
            self.pen.threads.stitched("palestine", WIDTH, _ROW),
        )
        places = self.top + NAME_SIZE, self.middle + NAME_SIZE - 4, self.bottom - 8
        regions = "isfahan", "bridge", "palestine"
        names = "".join(
            f'<text class="times-shore" data-region="{region}" x="{number(self.pen.x(0))}" y="{number(y)}">'
            f"{escape(name)}</text>"
            for region, name, y in zip(regions, self.picture.shores, places, strict=True)
            if name
        )
        return (
            f'<g aria-hidden="true"><path class="times-mark" data-region="isfahan" d="{ruled}"/>'
            f'<rect x="0" y="{row}" width="{width}" height="{number(_ROW)}" fill="{paint}"/>{names}</g>'
        )

    # ------------------------------------------------------------ the things

    def _thing(self, one: Placed) -> str:
        thing, top = one.thing, self._y(one.band, one.lane)
        region = f' data-region="{thing.region}"' if thing.region else ""
        said = escape(f"{thing.label}, {thing.when}" if thing.when else thing.label)
        place = f'x="{number(self.pen.x(one.text_at))}" y="{number(top + _BASE)}"'
        return (
            f'<a href="{escape(thing.href)}"{region}><title>{said}</title>{self._drawn(one, top)}'
            f"<text{self._tongue(one)} {place}>{escape(text_of(one))}</text></a>"
        )

    def _drawn(self, one: Placed, top: float) -> str:
        thing, pen = one.thing, self.pen
        if one.is_earlier:
            return f'<use href="#times-earlier" x="{number(pen.x(MARK + 1))}" y="{number(top + _MIDDLE)}"/>'
        if is_bar(one):
            return "".join(pen.bar(thing.time, thing.region, one.start, one.end, top + _BAR))
        return "".join(pen.mark(thing.sign, thing.time, one.start, one.end, top + _MIDDLE))

    def _tongue(self, one: Placed) -> str:
        """The language of a name where it is not the page's, and on which side of its place it stands."""
        thing, page = one.thing, self.picture
        tongue = ""
        if thing.language != page.language:
            tongue = f' lang="{escape(thing.language)}" direction="{thing.direction}"'
        # A name of the other direction that stands after its place ends there.
        ends = one.is_before != (thing.direction != page.direction)
        return tongue + (' text-anchor="end"' if ends else "")
