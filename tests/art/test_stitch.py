"""Counted cross-stitch: what is sewn is exactly what was counted."""

from __future__ import annotations

import re

from warraq.art.motifs import CYPRESS, MOON, TENT, star, zigzag
from warraq.art.stitch import diagonals, flipped, height, motif, moved, whole, width


def legs(path: str) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Every single leg that a path of diagonals walks, from its upper to its lower end."""
    found = []
    x = y = 0
    for trail in path.split("m")[1:]:
        numbers = [int(n) for n in re.findall(r"-?\d+", trail)]
        x, y = x + numbers[0], y + numbers[1]
        for dx, dy in zip(numbers[2::2], numbers[3::2], strict=True):
            assert abs(dx) == abs(dy), "a leg is a diagonal of cells"
            for _ in range(abs(dx)):
                u, v = x + (1 if dx > 0 else -1), y + (1 if dy > 0 else -1)
                found.append(((x, y), (u, v)) if y < v else ((u, v), (x, y)))
                x, y = u, v
    return found


def test_every_cell_gets_both_legs_of_its_cross_once_and_nothing_else_is_sewn() -> None:
    cells = set(star(3)) | {(20, 0), (21, 0), (21, 1)}

    sewn = legs(diagonals(cells))

    wanted = [leg for x, y in cells for leg in (((x, y), (x + 1, y + 1)), ((x + 1, y), (x, y + 1)))]
    assert sorted(sewn) == sorted(wanted)


def test_a_trail_goes_straight_on_and_turns_where_it_must() -> None:
    assert diagonals([(0, 0)]) == "m0 0 1 1m0-1-1 1"
    assert diagonals([(-3, -2), (-2, -2)]) == diagonals([(-2, -2), (-3, -2)]) == "m-3-2 1 1 1-1m-2 1 1-1 1 1"


def test_a_long_row_costs_fewer_bytes_than_a_move_for_each_leg() -> None:
    row = {(x, 0) for x in range(30)}

    assert len(diagonals(row)) < 30 * 10


def test_a_motif_drawn_as_its_left_half_is_even_about_its_middle_column() -> None:
    drawn = motif("#.o", ".*#")

    assert drawn == whole("#.o.#", ".*#*.")
    assert all(drawn[(-x, y)] == thread for (x, y), thread in drawn.items())


def test_all_the_motifs_are_even_and_stand_on_odd_widths() -> None:
    for shape in (CYPRESS, MOON, TENT, star(2), star(6)):
        assert all(shape[(-x, y)] == thread for (x, y), thread in shape.items())
        assert width(shape) % 2 == 1


def test_the_star_of_eight_lozenges_looks_the_same_after_a_quarter_turn() -> None:
    cells = set(star(4))

    assert {(-y, x) for x, y in cells} == cells
    assert width(star(4)) == height(star(4)) == 17


def test_a_zigzag_ends_as_it_begins() -> None:
    band = zigzag(12)

    rows_at_the_ends = {y for (x, y) in band if abs(x) == 12}
    assert rows_at_the_ends == {2}


def test_a_cloth_turned_upside_down_keeps_its_rows_and_turned_twice_is_itself() -> None:
    tree = moved(CYPRESS, 3, 10)

    assert {y for _, y in flipped(tree)} == {y for _, y in tree}
    assert flipped(flipped(tree)) == tree
