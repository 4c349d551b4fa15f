"""Coasts, lakes and rivers of the whole earth, in three degrees of detail.

They are those of Natural Earth at 1:10 million, which is in the public domain, simplified by `warraq/dev/earth.py`; it
tells from which files. Land, lakes and rivers: that is all there is. No layer has a border of countries.

A file is compressed by gzip. It begins with two numbers, how many follow in the table of lines and in that of runs.
The table of lines has a layer and a number of runs for each line. A *run* is a piece of a line of at most `RUN` steps:
the bounds that it lies in, its first point and its number of steps, all in whole units of the detail. So far each
number has four bytes, the lowest first. After the tables come the steps themselves, each two bytes: how far to the east
and to the north. Land and lakes are closed lines, with islands, inland seas and holes as lines of their own.
"""

from __future__ import annotations

import gzip
import sys
from array import array
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Final, NamedTuple

from warraq.maps.frame import Bounds
from warraq.maps.projection import XY

FOLDER: Final = Path(__file__).parent / "shores"

LAYERS: Final = ("land", "lake", "river")

RUN: Final = 48
"""Steps of a run at most."""

LONGEST_STEP: Final = 127
"""Units that one byte can say."""


class Detail(NamedTuple):
    """A file of the earth."""

    name: str
    tolerance: float
    """Degrees by which its lines may differ from those that they are made from."""
    unit: float
    """Degrees that its numbers count."""


DETAILS: Final = (Detail("far", 0.12, 0.03), Detail("middle", 0.036, 0.009), Detail("near", 0.009, 0.0025))


def detail_for(per_degree: float) -> Detail:
    """The coarsest detail that is fine enough where a degree has so many units on the sheet."""
    fitting = (detail for detail in DETAILS if detail.tolerance * per_degree <= _VISIBLE)
    return next(fitting, DETAILS[-1])


_VISIBLE: Final = 3.0
"""Units that an eye sees: a pixel and a half."""


_SQUARE: Final = 10.0
"""Degrees of the squares by which lines are found."""


class Run(NamedTuple):
    """A piece of a line, in whole units."""

    west: int
    south: int
    east: int
    north: int
    x: int
    y: int
    at: int
    """Where its first step is."""
    steps: int


class Shores:
    """One file of the earth, open."""

    def __init__(self, detail: Detail) -> None:
        self.unit = detail.unit
        content = gzip.decompress((FOLDER / f"{detail.name}.gz").read_bytes())
        count_lines, count_runs = _whole_numbers(content[:8])
        middle = 8 + 4 * count_lines
        lines = _whole_numbers(content[8:middle])
        runs = _whole_numbers(content[middle : middle + 4 * count_runs])
        self._steps = array("b", content[middle + 4 * count_runs :])
        starts = (2 * start for start in accumulate(runs[6::7], initial=0))
        found = map(Run, *(runs[field::7] for field in range(6)), starts, runs[6::7])
        self._square = round(_SQUARE / self.unit)
        self._lines: dict[str, list[tuple[Bounds, list[Run]]]] = {name: [] for name in LAYERS}
        self._squares: dict[tuple[str, int, int], list[int]] = {}
        for layer, count in zip(lines[::2], lines[1::2], strict=True):
            own = [next(found) for _ in range(count)]
            west, south, east, north, *_ = zip(*own, strict=True)
            bounds = Bounds(min(west), min(south), max(east), max(north))
            known = self._lines[LAYERS[layer]]
            for square in self._touched(bounds):
                self._squares.setdefault((LAYERS[layer], *square), []).append(len(known))
            known.append((bounds, own))

    def closed(self, layer: str, box: Bounds) -> Iterator[list[XY]]:
        """The closed lines of a layer that come near a box of degrees; what lies beside it is drawn in by chords.

        A run that lies wholly on one side of the box becomes the straight line between its ends. That changes nothing
        within the box, and the coast of a continent need not be followed for a map of one city.
        """
        for turn, (west, south, east, north), line in self._near(layer, box):
            points: list[XY] = []
            for run in line:
                if run.east < west or run.west > east or run.north < south or run.south > north:
                    points.append(((run.x + turn) * self.unit, run.y * self.unit))
                else:
                    points += self._walk(run, turn)[:-1]
            yield points

    def open(self, layer: str, box: Bounds) -> Iterator[list[XY]]:
        """The pieces of the open lines of a layer that come near a box of degrees."""
        for turn, (west, south, east, north), line in self._near(layer, box):
            piece: list[XY] = []
            for run in line:
                if run.east < west or run.west > east or run.north < south or run.south > north:
                    if piece:
                        yield piece
                    piece = []
                else:
                    piece = piece[:-1] + self._walk(run, turn)
            if piece:
                yield piece

    def _near(self, layer: str, box: Bounds) -> Iterator[tuple[int, Bounds, list[Run]]]:
        """The lines that come near a box, with the turns of the globe that bring them there, and the box in units."""
        around = round(360 / self.unit)
        wanted = Bounds(*(value / self.unit for value in box))
        for turn in (-around, 0, around):
            own = wanted._replace(left=wanted.left - turn, right=wanted.right - turn)
            numbers = {
                number for square in self._touched(own) for number in self._squares.get((layer, *square), ())
            }
            for number in sorted(numbers):
                bounds, line = self._lines[layer][number]
                if not (
                    bounds.right < own.left
                    or bounds.left > own.right
                    or bounds.high < own.low
                    or bounds.low > own.high
                ):
                    yield turn, own, line

    def _touched(self, bounds: Bounds) -> Iterator[tuple[int, int]]:
        """The squares of the earth that a rectangle has a part in."""
        size = self._square
        for column in range(int(bounds.left // size), int(bounds.right // size) + 1):
            for row in range(int(bounds.low // size), int(bounds.high // size) + 1):
                yield column, row

    def _walk(self, run: Run, turn: int) -> list[XY]:
        """The points of a run in degrees, both ends with them."""
        unit, end = self.unit, run.at + 2 * run.steps
        columns = accumulate(self._steps[run.at : end : 2], initial=run.x + turn)
        rows = accumulate(self._steps[run.at + 1 : end : 2], initial=run.y)
        return [(x * unit, y * unit) for x, y in zip(columns, rows, strict=True)]


@cache
def shores(detail: Detail) -> Shores:
    """A file of the earth; it is read once, where a map wants it."""
    return Shores(detail)


def _whole_numbers(content: bytes) -> array[int]:
    numbers = array("i", content)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
