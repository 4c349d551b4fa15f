"""A map on one sheet, as SVG: ground, ways, dots and labels.

All colours come from the style sheet of the page (`assets/css/components/map.css`), so that the same drawing serves by
day, by night and in print.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final, NamedTuple

from warraq.maps.arcs import Arc, Lanes, arc
from warraq.maps.frame import Bounds, Frame
from warraq.maps.ground import ground_of, net_of
from warraq.maps.labels import Placed, Wish, place_labels
from warraq.maps.lettering import Lettering
from warraq.maps.projection import XY
from warraq.maps.rim import marked, rim_of
from warraq.maps.spots import Dot, Spot, Way, dots_of
from warraq.maps.style import Speech, Style


class Sheet(NamedTuple):
    """A map to be drawn."""

    frame: Frame
    style: Style
    spots: Sequence[Spot]
    ways: Sequence[Way]
    id: str
    """What its parts are called by on the page: no two maps of a page have the same, and no heading has a `_`."""
    label: str
    """What it is called where it is read aloud; a map without it is hidden from who listens."""
    framed: Frame | None = None
    """The part that is enlarged beside it."""


def draw(sheet: Sheet, speech: Speech) -> str:
    """The map as an SVG."""
    frame, style = sheet.frame, sheet.style
    dots = dots_of(_with_room(sheet), frame, style.sizes)
    arcs = list(_arcs(sheet, dots))
    rim = [*rim_of(frame, style, speech, dots)]
    labels = _labels(dots, arcs, [part.box for part in rim], sheet, speech)
    named = f' role="group" aria-label="{escape(sheet.label)}"' if sheet.label else ' aria-hidden="true"'
    leaders = "".join(_leader(label) for label in labels if label and label.leader)
    seen = f'viewBox="0 0 {frame.width} {frame.height}" font-size="{style.usual:g}"'
    return "".join(
        (
            f'<svg class="map map-{style.name}" {seen}{named}>',
            *_ground(sheet),
            *(part.drawn for part in rim),
            marked(sheet.framed, frame) if sheet.framed else "",
            *(_way(way, found, has_links=style.has_links) for way, found in arcs),
            f'<path class="map-leader" d="{leaders}"/>' if leaders else "",
            *_spots(dots, labels, style, speech),
            "</svg>",
        )
    )


def _with_room(sheet: Sheet) -> list[Spot]:
    """The spots that there is room for: the heaviest of those on the sheet."""
    frame, room = sheet.frame, sheet.style.room.spots
    found = []
    order = sorted(sheet.spots, key=lambda spot: (not spot.is_own, -spot.weight, spot.key))
    for spot, place in zip(order, frame.place(spot.point for spot in order), strict=True):
        if not frame.bounds.holds(*place):
            continue
        words = (spot.href, spot.title, spot.name) if sheet.style.has_links else (spot.name,)
        room -= _TAGS + sum(len(said.encode()) for said in words)
        if room < 0:
            break
        found.append(spot)
    return found


_TAGS: Final = 120
"""Bytes of a spot and its label, their words aside."""


# ------------------------------------------------------------ ground


def _ground(sheet: Sheet) -> Iterator[str]:
    frame, ground = sheet.frame, ground_of(sheet.frame, sheet.style.room.ground)
    yield f'<rect class="map-sea" width="{frame.width}" height="{frame.height}"/>'
    if ground.land:
        yield f'<defs><path id="{sheet.id}" d="{ground.land}"/></defs>'
        # Lines of water along the shore, as in an engraving: each broad stroke is covered by one a little narrower,
        # and all by the land.
        for name in ("deep", "deep-under", "shoal", "shoal-under", "land"):
            yield f'<use href="#{sheet.id}" class="map-{name}"/>'
    if ground.rivers:
        yield f'<path class="map-river" d="{ground.rivers}"/>'
    if ground.lakes:
        yield f'<path class="map-lake" d="{ground.lakes}"/>'
    if net := "".join(line.drawn for line in net_of(frame)):
        yield f'<path class="map-net" d="{net}"/>'


# ------------------------------------------------------------ ways


def _arcs(sheet: Sheet, dots: Sequence[Dot]) -> Iterator[tuple[Way, list[Arc]]]:
    frame = sheet.frame
    rooms = {dot.spot.point: dot.radius for dot in dots}
    lanes, room = Lanes(), sheet.style.room.ways
    for way in sheet.ways:
        stops: set[XY] = set()
        found: list[Arc] = []
        for start, end, is_unsure in way.legs:
            here, there = frame.place((start, end))
            if not (frame.bounds.holds(*here) or frame.bounds.holds(*there)):
                continue
            radii = rooms.get(start, _STOP), rooms.get(end, _STOP)
            drawn = arc(here, there, lanes.bow(here, there), radii, is_dashed=is_unsure)
            if drawn:
                found.append(drawn)
                stops |= {place for point, place in ((start, here), (end, there)) if point not in rooms}
        if found and stops:
            found.append(Arc("".join(map(_stop, sorted(stops))), "", False, ()))
        room -= len(_way(way, found, has_links=True).encode()) if found else 0
        if room < 0:
            return
        if found:
            yield way, found


_STOP: Final = 4.0
"""The radius of a stop that is no spot of the sheet."""


def _stop(place: XY) -> str:
    """A small disc, as a part of a path."""
    around = f"{_STOP:g} {_STOP:g} 0 1 0"
    return f"M{place[0] - _STOP:.0f} {place[1]:.0f}a{around} {2 * _STOP:g} 0a{around}-{2 * _STOP:g} 0z"


def _way(way: Way, arcs: Sequence[Arc], *, has_links: bool) -> str:
    whole = "".join(part.body for part in arcs if not part.is_dashed) + "".join(part.head for part in arcs)
    dashed = "".join(part.body for part in arcs if part.is_dashed)
    drawn = f'<path d="{whole}"/>' + (f'<path class="map-unsure" d="{dashed}"/>' if dashed else "")
    if not (has_links and way.href):
        return f'<g class="map-way">{drawn}</g>'
    return f'<a class="map-way" href="{escape(way.href)}"><title>{escape(way.title)}</title>{drawn}</a>'


# ------------------------------------------------------------ dots and labels


def _script(style: Style, dot: Dot, number: int) -> float:
    """The size of a label: the larger one for what the map is about, or for the heaviest."""
    return (
        style.script if dot.spot.is_own or not style.small or number < style.most_labels // 4 else style.small
    )


def folded(name: str, lettering: Lettering) -> tuple[str, str] | None:
    """A long name in two lines of nearly one length; None for one that is short, or a single word."""
    words = name.split(" ")
    if len(words) < 2 or lettering.width(name) < _LONG:
        return None
    ways = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    return min(ways, key=lambda lines: max(map(lettering.width, lines)))


_LONG: Final = 5.5
"""Sizes of the script from which on a name may stand in two lines."""

_LEADING: Final = 1.3
"""From line to line, in sizes."""


def _labels(
    dots: Sequence[Dot],
    arcs: Sequence[tuple[Way, list[Arc]]],
    taken: Sequence[Bounds],
    sheet: Sheet,
    speech: Speech,
) -> list[Placed | None]:
    style, lettering = sheet.style, speech.lettering

    def room(text: str, size: float) -> float:
        # Kerning and a stand-in of the reader's system may make it a little wider than its letters.
        return size * (lettering.width(text) * 1.03 + 0.1)

    named = _to_be_named(dots, sheet)
    wishes = []
    for number, dot in named.items():
        size = _script(style, dot, number)
        lines = folded(dot.spot.words, lettering)
        wishes.append(
            Wish(
                x=dot.x,
                y=dot.y,
                radius=dot.radius,
                width=room(dot.spot.words, size),
                ascent=size * lettering.ascent,
                descent=size * lettering.descent,
                runs_left=dot.spot.direction == "rtl",
                folded=max(room(line, size) for line in lines) if lines else 0,
                leading=size * _LEADING,
            )
        )
    ways = [point for _, found in arcs for part in found for point in part.points]
    spots = [(dot.x, dot.y, dot.radius) for number, dot in enumerate(dots) if number not in named]
    placed = place_labels(wishes, sheet.frame.bounds.grown(-4), taken, spots, ways)
    found = dict(zip(named, placed, strict=True))
    return [found.get(number) for number in range(len(dots))]


def _to_be_named(dots: Sequence[Dot], sheet: Sheet) -> dict[int, Dot]:
    """The dots that get labels, by their number: of what is enlarged beside the map, the heaviest alone."""
    named: dict[int, Dot] = {}
    is_framed_named = False
    for number, dot in enumerate(dots):
        if sheet.framed and sheet.framed.bounds.holds(*sheet.framed.place([dot.spot.point])[0]):
            if is_framed_named:
                continue
            is_framed_named = True
        if len(named) < sheet.style.most_labels:
            named[number] = dot
    return named


def _leader(label: Placed) -> str:
    (x, y), (right, down) = label.leader or ((0, 0), (0, 0))
    return f"M{x:.0f} {y:.0f}L{right:.0f} {down:.0f}"


def _spots(
    dots: Sequence[Dot], labels: Sequence[Placed | None], style: Style, speech: Speech
) -> Iterator[str]:
    """The spots by region, the heaviest first: a lighter one lies on top where they meet."""
    drawn: dict[str, list[str]] = {}
    for number, (dot, label) in enumerate(zip(dots, labels, strict=True)):
        one = _spot(dot, label, _script(style, dot, number), style, speech)
        drawn.setdefault(dot.spot.region, []).append(one)
    for region, found in drawn.items():
        own = f' data-region="{escape(region)}"' if region else ""
        yield f'<g class="map-spots"{own}>{"".join(found)}</g>'


def _spot(dot: Dot, label: Placed | None, size: float, style: Style, speech: Speech) -> str:
    spot = dot.spot
    drawn = f'<circle cx="{dot.x:.0f}" cy="{dot.y:.0f}" r="{dot.radius:.0f}"/>'
    if label:
        drawn += _text(label, spot, size, style.usual, speech)
    if not (style.has_links and spot.href):
        return f'<g class="map-own">{drawn}</g>' if spot.is_own else drawn
    return f'<a href="{escape(spot.href)}"><title>{escape(spot.title or spot.name)}</title>{drawn}</a>'


def _text(label: Placed, spot: Spot, size: float, usual: float, speech: Speech) -> str:
    """A name at its place. Where text starts depends on its direction: at the right end, where it runs to the left."""
    ends = {"left": "start", "middle": "middle", "right": "end"}
    if spot.direction == "rtl":
        ends |= {"left": "end", "right": "start"}
    anchor = ends[label.side]
    said = [f'x="{label.x:.0f}" y="{label.y:.0f}"']
    if size != usual:
        said.append(f'font-size="{size:g}"')
    if anchor != "start":
        said.append(f'text-anchor="{anchor}"')
    if spot.language != speech.code:
        said.append(f'lang="{escape(spot.language)}"')
    if spot.direction != speech.direction:
        said.append(f'direction="{spot.direction}"')
    words = escape(spot.words)
    if label.lines > 1 and (lines := folded(spot.words, speech.lettering)):
        first, second = map(escape, lines)
        words = f'{first}<tspan x="{label.x:.0f}" dy="{size * _LEADING:.0f}"> {second}</tspan>'
    if spot.number:
        number = escape(spot.number)
        words = f'<tspan class="map-number">{number}</tspan>{words.removeprefix(number)}'
    return f"<text {' '.join(said)}>{words}</text>"
