"""The rim of a map: the numbers of its meridians and parallels, its scale, and the outline of what is enlarged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final, NamedTuple

from warraq.maps.frame import Bounds, Frame
from warraq.maps.ground import net_of
from warraq.maps.labels import overlap
from warraq.maps.spots import Dot
from warraq.maps.style import Speech, Style


class Part(NamedTuple):
    """A piece of the rim, and the room that it takes."""

    drawn: str
    box: Bounds


def rim_of(frame: Frame, style: Style, speech: Speech, dots: Sequence[Dot]) -> Iterator[Part]:
    """The numbers of the net along the rim, and the scale."""
    size = style.small
    if not size:
        return
    scale = _scale(frame, size, speech, dots)
    yield scale
    for line in net_of(frame):
        words = speech.digits(_degrees(line.degrees))
        width = size * speech.lettering.width(words)
        x, y = line.end
        if line.is_parallel and x <= 1:
            foot, left = y - size * 0.25, size * 0.35
        elif not line.is_parallel and y >= frame.height - 1:
            foot, left = frame.height - size * 0.4, x + size * 0.3
        else:
            continue
        box = Bounds(left, foot - size, left + width, foot + size * 0.3)
        fits = box.low > 0 and box.high < frame.height and box.right < frame.width
        if fits and not overlap(box, scale.box) and not any(overlap(box, dot.box) for dot in dots):
            end = ' text-anchor="end"' if speech.direction == "rtl" else ""
            yield Part(f'<text class="map-degrees" x="{left:.0f}" y="{foot:.0f}"{end}>{words}</text>', box)


def _degrees(value: float) -> str:
    """Degrees, and the minutes that are over; beyond the 180th meridian they are counted from the other side."""
    degrees, minutes = divmod(round(abs((value + 180) % 360 - 180) * 60), 60)
    return f"{degrees}°{minutes:02}′" if minutes else f"{degrees}°"


_ROUND: Final = (1, 2, 5)


def _scale(frame: Frame, size: float, speech: Speech, dots: Sequence[Dot]) -> Part:
    """The scale: a round number of kilometres, in the corner at the foot where the sheet is empty."""
    longest = frame.width * _SCALE / frame.per_kilometre
    kilometres = next(
        step * 10**power
        for power in range(5, -2, -1)
        for step in reversed(_ROUND)
        if step * 10**power <= longest
    )
    words = speech.kilometres(kilometres)
    bar, width = kilometres * frame.per_kilometre, size * speech.lettering.width(words)
    foot, wide = frame.height - size * 1.9, max(bar, width)
    lefts = frame.width - wide - size, size * 2.4
    boxes = [Bounds(left, foot - size * 1.5, left + wide, foot + size * 0.5) for left in lefts]
    box = min(boxes, key=lambda box: sum(overlap(box.grown(size), dot.box) for dot in dots))
    left, half, tick = box.left + (wide - bar) / 2, bar / 2, size * 0.3
    steps = f"v{tick:.0f}h{half:.0f}v{-tick:.0f}v{tick:.0f}h{half:.0f}v{-tick:.0f}"
    middle, over = box.left + wide / 2, foot - size * 0.55
    return Part(
        f'<g class="map-scale"><path d="M{left:.0f} {foot - tick:.0f}{steps}"/>'
        f'<text x="{middle:.0f}" y="{over:.0f}" text-anchor="middle">{escape(words)}</text></g>',
        box,
    )


_SCALE: Final = 0.22
"""Part of the width that the scale may take."""


def marked(inner: Frame, frame: Frame) -> str:
    """The outline of the part that is enlarged."""
    corners = [(0, 0), (inner.width, 0), (inner.width, inner.height), (0, inner.height)]
    points = frame.place(inner.degrees(x, y) for x, y in corners)
    return f'<path class="map-framed" d="M{"L".join(f"{x:.0f} {y:.0f}" for x, y in points)}z"/>'
