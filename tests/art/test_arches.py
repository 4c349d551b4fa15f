"""The arches of the bridge covers."""

from __future__ import annotations

import pytest

from warraq.art.arch import Arch


@pytest.mark.parametrize("roundness", [0.62, 0.72, 0.85])
def test_an_arch_is_as_wide_as_it_says_on_its_legs_and_closes_in_a_point(roundness: float) -> None:
    arch = Arch(width=60, legs=40, round=roundness)

    assert arch.half_at(0) == arch.half_at(40) == 30
    assert arch.half_at(41) < 30
    assert arch.half_at(arch.height - 1e-9) == pytest.approx(0, abs=1e-4)
    assert arch.half_at(arch.height + 5) == 0


def test_a_sharper_arch_of_the_same_width_is_higher() -> None:
    assert Arch(60, 40, 0.85).height > Arch(60, 40, 0.62).height


def test_a_half_circle_is_the_bluntest_arch() -> None:
    assert Arch(60, 40, 0.5).height == pytest.approx(40 + 30)
