"""What the art gives to the rest of the house: small, sound, repeatable drawings."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from warraq.art import Palette, Voice, families, family_for
from warraq.art.__main__ import main
from warraq.art.drawings import (
    cover,
    cypress,
    divider,
    emblem,
    emblem_png,
    favicon,
    headpiece,
    shamsa,
    share_png,
    star,
)
from warraq.art.inks import VOICES, contrast, mix
from warraq.art.schemes import schemes
from warraq.art.svg import number, trace

PALETTE = Palette()
SEEDS = [f"record-{k}" for k in range(14)]
REPOSITORY = Path(__file__).parents[2]


def parsed(drawing: str) -> ElementTree.Element:
    """The root of a drawing; it fails when the drawing is not well-formed."""
    return ElementTree.fromstring(drawing)  # noqa: S314 - drawn here, a moment ago


def every_small_drawing() -> dict[str, str]:
    drawings = {
        "emblem": emblem(),
        "emblem bold": emblem(bold=True),
        "emblem in colours": emblem(PALETTE, size=200),
        "favicon": favicon(),
        "star": star(),
        "shamsa": shamsa(),
        "sarv": cypress("isfahan"),
        "saru": cypress("palestine"),
    }
    for family in families():
        drawings[f"divider {family}"] = divider(family)
        drawings[f"headpiece {family}"] = headpiece("a-story", family)
    return drawings


@pytest.mark.parametrize("family", families())
def test_covers_of_many_records_are_well_formed_and_under_eight_kilobytes(family: str) -> None:
    for k, seed in enumerate(SEEDS):
        drawn = cover(seed, family, PALETTE, VOICES[k % 3])
        parsed(drawn)
        assert len(drawn.encode()) < 8192, (family, seed)


@pytest.mark.parametrize("family", families())
def test_headpieces_of_many_stories_are_well_formed_and_under_five_kilobytes(family: str) -> None:
    for seed in SEEDS:
        drawn = headpiece(seed, family)
        parsed(drawn)
        assert len(drawn.encode()) < 5120, (family, seed)


def test_the_middle_of_every_headpiece_fits_a_phone_at_eighteen_hundredths_of_its_width() -> None:
    shown = 120 / 0.18

    for family in families():
        for seed in SEEDS:
            drawn = headpiece(seed, family)
            # The wings are the last stroked path: its first line leaves the middle on the left.
            wings = [p for p in parsed(drawn).iter() if p.tag.endswith("path") and p.get("stroke")][-1].get(
                "d", ""
            )
            left = float(wings.removeprefix("M").split(" ")[0])
            assert 2 * (600 - left) <= shown, (family, seed)


def test_the_emblem_is_under_three_kilobytes_and_the_shamsa_under_fourteen() -> None:
    assert len(emblem().encode()) < 3072
    assert len(emblem(PALETTE).encode()) < 3072
    assert len(shamsa().encode()) < 14_336


@pytest.mark.parametrize("family", families())
def test_the_same_seed_draws_the_same_and_other_seeds_draw_otherwise(family: str) -> None:
    drawn = {seed: cover(seed, family, PALETTE, "bridge") for seed in SEEDS}

    assert cover(SEEDS[0], family, PALETTE, "bridge") == drawn[SEEDS[0]]
    without_ids = {re.sub(r'(id="|#)[a-z][0-9a-f]{6}', "", text) for text in drawn.values()}
    assert len(without_ids) >= 8


def test_the_headpieces_of_all_stories_are_a_few_dozen_drawings() -> None:
    seeds = [f"story-{k}" for k in range(400)]
    drawn = {family: {headpiece(seed, family) for seed in seeds} for family in families()}

    # As many as fit the memory for them, or each page would draw its own again.
    assert 30 <= sum(len(several) for several in drawn.values()) <= 64
    assert all(len(several) > 1 for family, several in drawn.items() if family != "arabesque")


def test_a_drawing_made_before_changes_nothing_in_another() -> None:
    alone = cover("first", "tatreez", PALETTE, "palestine")
    for seed in SEEDS:
        cover(seed, "tatreez", Palette(madder="#123456"), "palestine", 600, 1000)

    assert cover("first", "tatreez", PALETTE, "palestine") == alone
    assert "#123456" in headpiece("a-story", "tatreez", Palette(madder="#123456"))
    assert "#123456" not in headpiece("a-story", "tatreez", PALETTE)


def test_families_differ_for_the_same_seed() -> None:
    assert len({cover("one", family, PALETTE, "isfahan") for family in families()}) == len(families())


def test_nothing_depends_on_the_order_that_python_gives_to_sets() -> None:
    script = (
        "from warraq.art import *; from warraq.art.drawings import *; import hashlib; p = Palette();"
        "print(hashlib.sha256(''.join([shamsa(), *(cover('x', f, p, 'bridge') + headpiece('x', f)"
        " for f in families())]).encode()).hexdigest())"
    )

    def digest(hash_seed: str) -> str:
        environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(REPOSITORY)}
        run = subprocess.run(
            [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True
        )
        return run.stdout

    assert digest("1") == digest("2")


def test_drawings_hold_no_text_no_script_no_style_attribute_and_nothing_from_elsewhere() -> None:
    drawings = every_small_drawing() | {f: cover("x", f, PALETTE, "bridge") for f in families()}

    for name, drawn in drawings.items():
        root = parsed(drawn)
        tags = {element.tag.split("}")[1] for element in root.iter()}
        assert tags <= {"svg", "g", "path", "rect", "circle", "use", "clipPath"}, name
        for element in root.iter():
            assert "style" not in element.attrib, name
            assert element.get("href", "#").startswith("#"), name


def test_drawings_that_stand_inside_a_page_have_no_ids_but_the_shamsa_whose_prefix_is_chosen() -> None:
    for name, drawn in every_small_drawing().items():
        if name != "shamsa":
            assert " id=" not in drawn, name
    assert set(re.findall(r' id="([^"]+)"', shamsa(prefix="gate"))) == {f"gate-{k}" for k in range(4)}


def test_in_css_inks_every_colour_is_a_custom_property_or_the_colour_of_the_text() -> None:
    for name, drawn in every_small_drawing().items():
        if name not in {"favicon", "emblem in colours"}:
            paints = set(re.findall(r'(?:fill|stroke)="([^"]+)"', drawn)) - {"none"}
            assert all(
                p == "currentColor" or re.fullmatch(r"var\(--[a-z]+,currentColor\)", p) for p in paints
            ), name


def test_a_palette_of_another_city_colours_the_whole_emblem() -> None:
    city = Palette(lapis="#112233", madder="#445566", saffron="#778899")

    assert set(re.findall(r"#[0-9a-f]{6}", emblem(city))) == {"#112233", "#445566", "#778899"}


def test_a_colour_that_is_not_one_is_refused() -> None:
    with pytest.raises(ValueError, match="madder"):
        Palette(madder="red")


def test_an_unknown_family_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match="girih-8"):
        cover("x", "paisley", PALETTE, "bridge")
    with pytest.raises(ValueError, match="paisley"):
        headpiece("x", "paisley")


def test_a_cover_that_lies_on_its_side_is_refused() -> None:
    with pytest.raises(ValueError, match="upright"):
        cover("x", "arches", PALETTE, "bridge", width=800, height=600)


def test_each_region_is_given_families_that_exist() -> None:
    chosen = {family_for(seed, region) for seed in SEEDS for region in ("isfahan", "palestine", "bridge")}

    assert chosen <= set(families())
    assert len(chosen) >= 5
    assert {family_for(seed, "palestine") for seed in SEEDS} <= {"tatreez", "girih-8"}


@pytest.mark.parametrize("voice", VOICES)
def test_the_line_of_a_cover_stands_out_from_its_ground(voice: Voice) -> None:
    for scheme in schemes(PALETTE, voice):
        assert contrast(scheme.line, scheme.ground) >= 4.5
        assert contrast(scheme.accent, scheme.ground) >= 2.0


def test_the_picture_for_sharing_has_the_size_that_networks_expect_and_is_light() -> None:
    for voice in VOICES:
        data = share_png(PALETTE, voice)
        assert Image.open(BytesIO(data)).size == (1200, 630)
        assert len(data) < 60_000


def test_the_touch_icon_is_square_and_filled_and_a_transparent_one_is_possible() -> None:
    icon = Image.open(BytesIO(emblem_png(180, PALETTE))).convert("RGBA")
    clear = Image.open(BytesIO(emblem_png(64, PALETTE, background=None))).convert("RGBA")

    assert icon.size == (180, 180)
    assert icon.getpixel((0, 0)) == (246, 239, 224, 255)
    corner = clear.getpixel((0, 0))
    assert isinstance(corner, tuple)
    assert corner[3] == 0


def test_an_icon_of_no_size_is_refused() -> None:
    with pytest.raises(ValueError, match="16 to 1024"):
        emblem_png(4)


def test_the_emblem_is_stitched_on_the_left_and_ruled_on_the_right() -> None:
    icon = Image.open(BytesIO(emblem_png(400, PALETTE, padding=0))).convert("RGB")
    lapis, madder = (29, 58, 124), (152, 40, 45)

    def count(colour: tuple[int, int, int], left: int, right: int) -> int:
        part = icon.crop((left, 0, right, 400))
        pixels = part.get_flattened_data()
        return sum(
            1
            for p in pixels
            if isinstance(p, tuple) and max(abs(a - b) for a, b in zip(p, colour, strict=True)) < 12
        )

    assert count(lapis, 0, 198) == 0
    assert count(madder, 202, 400) == 0
    assert count(lapis, 202, 400) > 4000
    assert count(madder, 0, 198) > 2000


@pytest.mark.parametrize(
    ("value", "text"), [(0.5, ".5"), (-0.5, "-.5"), (-0.01, "0"), (12.0, "12"), (10.04, "10"), (100, "100")]
)
def test_numbers_are_written_as_short_as_they_can_be(value: float, text: str) -> None:
    assert number(value) == text


def test_relative_steps_do_not_add_up_rounding_errors() -> None:
    steps = [complex(k * 0.04, 0) for k in range(101)]

    moved = sum(float(n) for n in re.findall(r"[.\d]+", trace(steps).split("h")[1]))

    assert moved == pytest.approx(4.0)


def test_half_of_black_and_white_is_grey() -> None:
    assert mix("#000000", "#ffffff", 0.5) == "#808080"


def test_the_contact_sheet_is_one_page_with_everything_on_it(tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.html"

    assert main([str(sheet)]) == 0
    page = sheet.read_text(encoding="utf-8")
    assert all(f"<h2>{family}</h2>" in page for family in families())
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_the_contact_sheet_needs_the_name_of_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "OUT.html" in capsys.readouterr().err
