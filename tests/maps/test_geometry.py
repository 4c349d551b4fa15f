"""Where a point of the earth lies on a map, what of a line lies in a frame, and which coasts there are."""

from __future__ import annotations

from math import hypot, radians

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warraq.maps.clipping import area_within, line_within
from warraq.maps.earth import DETAILS, FOLDER, LAYERS, LONGEST_STEP, RUN, Shores, detail_for, shores
from warraq.maps.frame import Bounds, Shape, frame_around, frame_of_span
from warraq.maps.ground import ground_of, net_of, path, simplified
from warraq.maps.projection import Centre, Projection, centroid

SHEET = Bounds(0, 0, 100, 60)
TEHRAN_RAMALLAH = [(51.4, 35.7), (35.2, 31.9)]

degrees_east = st.floats(-180, 180, allow_nan=False)
degrees_north = st.floats(-85, 85, allow_nan=False)


# ------------------------------------------------------------ projection


def test_the_projection_gives_the_numbers_of_the_working_manual() -> None:
    """Snyder 1987, page 332: a sphere of radius 3, the centre 40° N 100° W, the point 20° S 100° E."""
    ((x, y),) = Projection(Centre(-100, 40)).plane([(100, -20)])
    assert (3 * x, 3 * y) == pytest.approx((-4.2339303, 4.0257775), abs=5e-8)


@pytest.mark.parametrize(
    ("point", "there"),
    [
        ((51.668, 32.654), (0.12714991219, 0.01654421341)),
        ((35.234, 31.777), (-0.11506313890, 0.00024009542)),
        ((52.58, 29.59), (0.14512544131, -0.03572358205)),
        ((-179, 10), (1.35736207737, 1.10219112556)),
    ],
)
def test_the_projection_agrees_with_proj(point, there) -> None:
    """The numbers are those of PROJ for `+proj=laea +lat_0=32 +lon_0=43 +R=1`."""
    assert Projection(Centre(43, 32)).plane([point])[0] == pytest.approx(there, abs=1e-10)


@given(degrees_east, degrees_north, degrees_east, degrees_north)
def test_the_way_back_from_the_plane_leads_to_the_same_point(longitude, latitude, east, north) -> None:
    projection = Projection(Centre(east, north))
    ((x, y),) = projection.plane([(longitude, latitude)])
    if hypot(x, y) < 1.99:  # near the antipode all points lie on one ring
        again, up = projection.degrees(x, y)
        assert up == pytest.approx(latitude, abs=1e-5)
        assert (again - longitude + 180) % 360 - 180 == pytest.approx(0, abs=1e-4)


@given(st.lists(st.tuples(degrees_east, degrees_north), min_size=1, max_size=20))
def test_a_frame_holds_every_point_that_it_is_made_for(points) -> None:
    frame = frame_around(points, Shape(800, 400, 700, 50))
    assert all(frame.bounds.grown(1).holds(x, y) for x, y in frame.place(points))


def test_a_frame_takes_no_notice_of_the_180th_meridian() -> None:
    samoa_and_fiji = [(-172.1, -13.8), (178.4, -18.1)]
    frame = frame_around(samoa_and_fiji, Shape(800, 400, 700, 50))
    (east, _), (west, _) = frame.place(samoa_and_fiji)
    assert (round(west), round(east)) == (50, 750)
    assert frame.box.right - frame.box.left < 20


def test_a_frame_of_one_point_is_no_closer_than_its_coast_is_exact() -> None:
    frame = frame_around([(35.2, 31.8)], Shape(800, 400, 700, 50, closest=300))
    assert frame.per_degree == pytest.approx(300)
    assert frame_of_span(Centre(35.2, 31.8), 2, 800, 400).per_degree == pytest.approx(400)


def test_the_middle_of_points_lies_between_them_on_the_globe() -> None:
    assert centroid([(170, 10), (-170, 10)]).longitude == pytest.approx(180)


def test_a_degree_of_latitude_is_as_long_as_the_frame_says() -> None:
    frame = frame_of_span(Centre(44, 33), 10, 1000, 600)
    (_, south), (_, north) = frame.place([(44, 32.5), (44, 33.5)])
    assert south - north == pytest.approx(frame.per_degree, rel=1e-4)
    assert frame.per_degree == pytest.approx(frame.per_kilometre * radians(1) * 6371.0088)


# ------------------------------------------------------------ clipping


def test_an_area_is_cut_along_the_rim() -> None:
    assert area_within([(-10, 10), (50, 10), (50, 20), (-10, 20)], SHEET) == [
        (0, 10),
        (50, 10),
        (50, 20),
        (0, 20),
    ]
    assert area_within([(200, 0), (300, 0), (300, 50)], SHEET) == []
    everything = [(-1, -1), (101, -1), (101, 61), (-1, 61)]
    assert set(area_within(everything, SHEET)) == {(0, 0), (100, 0), (100, 60), (0, 60)}


def test_a_line_leaves_the_rim_and_comes_back_as_another_piece() -> None:
    line = [(-10, 30), (50, 30), (50, 90), (80, 90), (80, 10)]
    assert list(line_within(line, SHEET)) == [[(0, 30), (50, 30), (50, 60)], [(80, 60), (80, 10)]]
    assert list(line_within([(-10, -10), (-20, 30)], SHEET)) == []


coordinates = st.tuples(st.floats(-300, 300), st.floats(-300, 300))


@given(st.lists(coordinates, min_size=3, max_size=12))
def test_nothing_that_was_cut_lies_beyond_the_rim(points) -> None:
    rim = SHEET.grown(1e-6)
    assert all(rim.holds(x, y) for x, y in area_within(points, SHEET))
    assert all(rim.holds(x, y) for piece in line_within(points, SHEET) for x, y in piece)


@given(st.lists(coordinates, min_size=2, max_size=40), st.floats(0.5, 20))
def test_a_simplified_line_keeps_its_ends_and_stays_near(points, tolerance) -> None:
    line = simplified(points, tolerance)
    assert (line[0], line[-1]) == (points[0], points[-1])
    assert set(line) <= set(points)
    for x, y in points:
        away = min(_distance((x, y), a, b) for a, b in zip(line, [*line[1:], line[-1]], strict=True))
        assert away <= 3 * tolerance  # thinned by one, simplified by another


def _distance(point, start, end) -> float:
    across, down = end[0] - start[0], end[1] - start[1]
    length = across**2 + down**2
    part = 0 if not length else ((point[0] - start[0]) * across + (point[1] - start[1]) * down) / length
    part = min(max(part, 0), 1)
    return hypot(point[0] - start[0] - part * across, point[1] - start[1] - part * down)


def test_a_path_is_written_as_ways_from_point_to_point() -> None:
    assert path([(10.4, 20), (13, 18), (13.2, 18.1), (12, 20)], closed=True) == "M10 20l3-2-1 2z"
    assert path([(1, 1), (1.2, 1.1)]) == ""


# ------------------------------------------------------------ the earth


def test_the_earth_has_no_layer_of_borders() -> None:
    """A file is its three layers and nothing else: not a byte is over that could be a fourth."""
    assert LAYERS == ("land", "lake", "river")
    assert sorted(file.name for file in FOLDER.iterdir()) == sorted(f"{d.name}.gz" for d in DETAILS)
    for detail in DETAILS:
        earth = Shores(detail)
        runs = [run for lines in earth._lines.values() for _, line in lines for run in line]
        assert len(earth._steps) == 2 * sum(run.steps for run in runs)


def test_the_earth_is_light() -> None:
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) < 1_000_000


@pytest.mark.parametrize("detail", DETAILS, ids=[detail.name for detail in DETAILS])
def test_runs_say_rightly_where_they_lie(detail) -> None:
    earth = shores(detail)
    for lines in earth._lines.values():
        for bounds, line in lines:
            assert all(0 < run.steps <= RUN for run in line)
            for run in line[:: max(1, len(line) // 3)]:
                columns, rows = zip(*earth._walk(run, 0), strict=True)
                unit = detail.unit
                assert (round(min(columns) / unit), round(max(columns) / unit)) == (run.west, run.east)
                assert (round(min(rows) / unit), round(max(rows) / unit)) == (run.south, run.north)
                assert bounds.left <= run.west
                assert run.east <= bounds.right
    assert max(map(abs, earth._steps)) <= LONGEST_STEP


ON_LAND = {
    "Isfahan": (51.668, 32.654),
    "Jerusalem": (35.234, 31.777),
    "Balkh": (66.9, 36.76),
    "Quito": (-78.5, -0.2),
}
AT_SEA = {
    "Mediterranean": (33.0, 33.5),
    "Caspian": (50.5, 41.0),
    "Gulf": (51.0, 27.5),
    "Pacific": (179.9, 0.1),
}


@pytest.mark.parametrize("detail", DETAILS, ids=[detail.name for detail in DETAILS])
def test_towns_lie_on_land_and_seas_do_not(detail) -> None:
    def is_land(longitude: float, latitude: float) -> bool:
        box = Bounds(longitude - 2, latitude - 2, longitude + 2, latitude + 2)
        crossings = 0
        for ring in shores(detail).closed("land", box):
            for (x, y), (east, north) in zip(ring, [*ring[1:], ring[0]], strict=True):
                if (y > latitude) != (north > latitude):
                    crossings += x + (latitude - y) / (north - y) * (east - x) > longitude
        return crossings % 2 == 1

    assert {name for name, point in ON_LAND.items() if not is_land(*point)} == set()
    assert {name for name, point in AT_SEA.items() if is_land(*point)} == set()


def test_chords_in_place_of_far_coasts_change_nothing_near() -> None:
    """The coast in a frame is the same whether it is cut from the whole continent or from what lies around."""
    near = shores(DETAILS[1])
    everything = Bounds(-360, -90, 360, 90)
    box = Bounds(34, 31, 37, 34)
    whole = {tuple(area_within(ring, box)) for ring in near.closed("land", everything)} - {()}
    chords = {tuple(area_within(ring, box)) for ring in near.closed("land", box)} - {()}

    def inner(areas) -> set[tuple[float, float]]:
        return {
            (round(x, 6), round(y, 6))
            for area in areas
            for x, y in area
            if box.left < x < box.right and box.low < y < box.high
        }

    assert inner(whole) == inner(chords) != set()


def test_a_frame_beyond_the_180th_meridian_has_its_islands() -> None:
    assert ground_of(frame_of_span(Centre(181, -17), 10, 800, 600)).land
    assert ground_of(frame_of_span(Centre(-179, -17), 10, 800, 600)).shore == pytest.approx(
        ground_of(frame_of_span(Centre(181, -17), 10, 800, 600)).shore
    )


def test_ground_keeps_to_its_bytes() -> None:
    norway = frame_of_span(Centre(10, 64), 16, 1800, 1400)
    full, spare = ground_of(norway), ground_of(norway, 3000)
    assert sum(map(len, full[:3])) > 12_000
    assert 1000 < sum(map(len, spare[:3])) <= 3000


def test_finer_coasts_are_taken_for_closer_frames() -> None:
    assert [detail_for(units).name for units in (10, 60, 400)] == ["far", "middle", "near"]


@given(degrees_east, st.floats(-70, 70), st.sampled_from((2, 6, 12, 24, 48)))
def test_the_net_of_degrees_has_a_few_lines_in_every_frame(longitude, latitude, span) -> None:
    frame = frame_of_span(Centre(longitude, latitude), span, 800, 600)
    assert 2 <= len(net_of(frame)) <= 24


def test_a_town_in_the_middle_of_a_continent_has_rivers_and_lakes_around_it() -> None:
    ground = ground_of(frame_around(TEHRAN_RAMALLAH, Shape(1800, 1080, 1400, 210)))
    assert ground.rivers
    assert ground.lakes
    assert ground.land
