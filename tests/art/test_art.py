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
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from warraq.art import Palette, Region, Voice, families, family_for, kinds, voice_for
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
from warraq.art.specimens import Labels, Specimen, contact_sheet
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
@pytest.mark.parametrize("height", [600, 750, 900, 1200])
def test_covers_of_every_proportion_are_as_high_as_asked_and_light(family: str, height: int) -> None:
    for k, seed in enumerate(SEEDS):
        drawn = cover(seed, family, PALETTE, VOICES[k % 3], 600, height)
        assert parsed(drawn).get("viewBox") == f"0 0 600 {height}"
        assert len(drawn.encode()) < 8192, (family, seed)


@given(seed=st.text(max_size=40), family=st.sampled_from(families()), voice=st.sampled_from(VOICES))
def test_whatever_the_id_every_reference_of_a_cover_leads_to_a_part_of_it(
    seed: str, family: str, voice: Voice
) -> None:
    drawn = cover(seed, family, PALETTE, voice)
    root = parsed(drawn)

    ids = [element.get("id") for element in root.iter() if element.get("id")]
    wanted = set(re.findall(r'(?:href="#|url\(#)([^")]+)', drawn))
    assert len(ids) == len(set(ids))
    assert wanted <= set(ids)
    assert len(drawn.encode()) < 8192


def test_a_page_of_twenty_covers_of_one_family_holds_many_drawings() -> None:
    for family in families():
        drawn = {cover(f"story-{k}", family, PALETTE, VOICES[k % 3]) for k in range(20)}
        shapes = {re.sub(r"#[0-9a-f]{6}|[a-z]+[0-9]?[0-9a-f]{6}r?", "", text) for text in drawn}
        assert len(shapes) >= 10, family


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
    without_ids = {re.sub(r'(id="|#)[a-z]+[0-9]?[0-9a-f]{6}', "", text) for text in drawn.values()}
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
        assert tags <= {"svg", "g", "path", "rect", "circle", "use", "clipPath", "defs"}, name
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


REGIONS: tuple[Region | None, ...] = ("isfahan", "palestine", "bridge", None)


def test_every_kind_in_every_region_and_in_none_is_given_families_that_exist() -> None:
    for kind in kinds():
        for region in REGIONS:
            chosen = {family_for(seed, region, kind) for seed in SEEDS}
            assert chosen <= set(families()), (kind, region)


def test_stories_of_a_region_have_the_families_of_its_craft() -> None:
    assert {family_for(seed, "palestine") for seed in SEEDS} <= {"tatreez", "arches", "girih-8"}
    assert "tatreez" not in {family_for(seed, "isfahan") for seed in SEEDS}


def test_kinds_have_characters_of_their_own() -> None:
    def families_of(kind: str) -> set[str]:
        return {family_for(f"{seed} {k}", r, kind) for seed in SEEDS for k in range(4) for r in REGIONS}

    assert families_of("people") == {"shamsa", "cypress"}
    assert families_of("places").isdisjoint(families_of("people"))
    assert families_of("terms") <= {"motif", "girih-8"}


@pytest.mark.parametrize("kind", ["sources", "pages"])
def test_what_is_only_consulted_has_no_cover(kind: str) -> None:
    assert family_for("a-book", None, kind) == ""


def test_what_belongs_to_no_region_speaks_with_the_voice_of_the_bridge() -> None:
    assert voice_for(None) == "bridge"
    assert voice_for("isfahan") == "isfahan"


DUSK = Palette(turquoise="#0f7c80", madder="#9b2335", indigo="#2c2a5a", saffron="#b8741a")
"""Darker colours, such as text on paper asks for."""


@pytest.mark.parametrize("palette", [PALETTE, DUSK], ids=["bright", "dark"])
@pytest.mark.parametrize("voice", VOICES)
def test_the_line_of_a_cover_stands_out_from_its_ground(voice: Voice, palette: Palette) -> None:
    for scheme in schemes(palette, voice):
        assert contrast(scheme.line, scheme.ground) >= 4.5
        assert contrast(scheme.line, scheme.tone) >= 4.5
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


LABELS = Labels(
    "en", "ltr", "The <covers>", "Ornament", "How", "chosen", "Families", "Headpieces", "Dividers", "Others"
)


def test_the_contact_sheet_shows_the_records_by_kind_and_every_family_by_name() -> None:
    shown = [
        Specimen("hafez", "People", "shamsa", "isfahan"),
        Specimen("thob", "Works", "tatreez", "palestine", named=True),
    ]

    page = contact_sheet(PALETTE, shown, LABELS)

    assert page.index("<h2>People</h2>") < page.index("hafez") < page.index("<h2>Works</h2>")
    assert "tatreez</code> · chosen" in page
    assert "shamsa</code> · chosen" not in page
    assert all(f"<h3><code>{family}</code></h3>" in page for family in families())
    assert "The &lt;covers&gt;" in page


def test_the_contact_sheet_loads_nothing_and_its_ids_are_its_own() -> None:
    page = contact_sheet(Palette(madder="#123456"), [], LABELS)

    assert set(re.findall(r'src="([a-z]+):', page)) == {"data"}
    assert "http" not in page.replace("http://www.w3.org/2000/svg", "")
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert "--madder:#123456" in page
