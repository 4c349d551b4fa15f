"""Strapwork by polygons in contact: the lines meet, the straps alternate, nothing hangs loose."""

from __future__ import annotations

import cmath
import math
from collections import Counter

import pytest

from warraq.art.contact import Strapwork, Tile, in_contact, place, strands
from warraq.art.emblem_shape import woven
from warraq.art.plane import cross, keep_right, unit
from warraq.art.strapwork import placed_at
from warraq.art.tilings import decagons, disc, dodecagons, hexagons, octagons, rectangle, rows

OCT = 1 + math.sqrt(2)
PATCHES = {
    "octagons": (octagons(rows(3, 4, OCT)), 56.25),
    "decagons": (decagons(rectangle(5, 3.7)), 54),
    "dodecagons": (dodecagons(disc(4.8)), 67.5),
    "hexagons": (hexagons(disc(5)), 45),
}


@pytest.fixture(params=PATCHES)
def knot(request: pytest.FixtureRequest) -> Strapwork:
    tiles, angle = PATCHES[request.param]
    return in_contact(tiles, angle)


def test_a_patch_of_three_by_four_octagons_holds_the_six_squares_between_them() -> None:
    tiles, _ = PATCHES["octagons"]

    assert Counter(tile.kind for tile in tiles) == {"star": 12, "small": 6}


def test_seven_dodecagons_hold_twelve_squares_and_six_hexagons() -> None:
    tiles, _ = PATCHES["dodecagons"]

    assert Counter(tile.kind for tile in tiles) == {"star": 7, "link": 12, "small": 6}


def test_four_straps_meet_at_a_crossing_as_two_straight_strands(knot: Strapwork) -> None:
    for at, (one, two) in knot.crossings().items():
        over = cross(unit(one.bend - one.over), unit(two.bend - two.over))
        under = [unit(leg.bend - leg.under) for leg in knot.legs if place(leg.under) == at]
        assert abs(over) < 1e-6
        assert len(under) == 2
        assert abs(cross(*under)) < 1e-6
        assert unit(one.bend - one.over) == pytest.approx(-unit(two.bend - two.over), abs=1e-6)


def test_each_strand_goes_over_and_under_in_turn(knot: Strapwork) -> None:
    over = Counter(place(leg.over) for leg in knot.legs)
    under = Counter(place(leg.under) for leg in knot.legs)

    # Every leg begins over and ends under; where two tiles touch, two legs begin and two end; at the rim one and one.
    assert over == under
    assert set(over.values()) <= {1, 2}
    assert {at for at, n in over.items() if n == 2} == set(knot.crossings())


def test_each_run_of_strap_lies_over_once_and_stops_short_of_the_straps_that_cover_it(
    knot: Strapwork,
) -> None:
    runs = strands(knot, 0.08, 0.03)
    open_runs = [run for run in runs if not run.closed]

    # A crossing covers one strand, which makes two ends; each run has two ends.
    assert len(open_runs) == len(knot.crossings())
    ends = [p for run in open_runs for p in (run.points[0], run.points[-1])]
    distances = [min(abs(end - at) for at in knot.crossings()) for end in ends]
    assert min(distances) >= 0.08 + 0.03 - 1e-3


def test_every_crossing_is_laid_over_once_and_within_the_legs_that_lie_over(knot: Strapwork) -> None:
    woven = placed_at(knot, 100, 0j).woven(18, 4)

    assert woven.over.count("M") == len(knot.crossings())
    shortest = min(abs(leg.bend - leg.over) for legs in knot.crossings().values() for leg in legs)
    assert 18 < woven.length < 2 * 100 * shortest


def test_unbroken_straps_run_from_crossing_to_crossing(knot: Strapwork) -> None:
    ends = [p for run in strands(knot, 0, 0) if not run.closed for p in (run.points[0], run.points[-1])]

    assert {place(end) for end in ends} == set(knot.crossings())


@pytest.mark.parametrize(("tiles", "turns"), [(octagons(disc(OCT)), 4), (dodecagons(disc(4.8)), 6)])
def test_the_parts_of_a_knot_that_is_turned_make_the_whole(tiles: tuple[Tile, ...], turns: int) -> None:
    whole = placed_at(in_contact(tiles, 60), 50, 0j)
    part = whole.sector(turns)

    # The star in the middle is in every part, all others in one.
    assert (len(part.work.stars) - 1) * turns == len(whole.work.stars) - 1
    assert part.woven(9, 2).over.count("M") * turns == whole.woven(9, 2).over.count("M")


def test_a_single_tile_closes_into_one_ring() -> None:
    square = Tile("star", (0j, 1 + 0j, 1 + 1j, 1j))

    (ring,) = strands(in_contact([square], 60), 0.05, 0.02)

    assert ring.closed
    assert len(set(map(place, ring.points))) == 8


def test_the_direction_in_which_a_tile_is_written_does_not_change_its_star() -> None:
    square = (0j, 1 + 0j, 1 + 1j, 1j)

    (one,) = in_contact([Tile("star", square)], 60).stars
    (two,) = in_contact([Tile("star", square[::-1])], 60).stars

    assert {place(p) for p in one.outline} == {place(p) for p in two.outline}


def test_the_octagonal_star_has_eightfold_symmetry() -> None:
    (tile,) = octagons(disc(0))

    (star,) = in_contact([tile], 67.5).stars
    turned = {place(p * cmath.rect(1, math.pi / 4)) for p in star.outline}

    assert turned == {place(p) for p in star.outline}


@pytest.mark.parametrize(("sides", "skip"), [(8, 2), (8, 3), (12, 5), (16, 6)])
def test_a_woven_star_has_as_many_straps_as_crossings_and_the_symmetry_of_its_sides(
    sides: int, skip: int
) -> None:
    straps = woven(sides, skip, 100, 2, 1)

    assert len(straps) == sides * (skip - 1)
    turn = cmath.rect(1, 2 * math.pi / sides)
    shapes = {frozenset(place(p) for p in strap) for strap in straps}
    middles = sorted((round(abs(sum(s) / len(s)), 3), len(s)) for s in straps)
    assert len(shapes) == len(straps)
    turned = sorted((round(abs(sum(p * turn for p in s) / len(s)), 3), len(s)) for s in straps)
    assert middles == turned


def test_a_strap_cut_at_the_seam_keeps_only_its_right_part() -> None:
    square = (-1 - 1j, 1 - 1j, 1 + 1j, -1 + 1j)

    assert set(keep_right(square, 0.5)) == {0.5 - 1j, 1 - 1j, 1 + 1j, 0.5 + 1j}
    assert keep_right(square, 2) == ()
