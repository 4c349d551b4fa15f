"""Tiles: together they are the picture, each at the address that clients ask for, and nothing else is promised."""

from __future__ import annotations

import json
from io import BytesIO
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PIL import Image

from warraq.iiif.tiles import (
    Tile,
    factors_of,
    image_information,
    level,
    print_tile,
    tiles_of,
)

SIDES = some.integers(1, 5000)


def asked_for(width: int, height: int, tile: int, factors: list[int]) -> set[str]:
    """What a client asks for that follows the notes on tiles in the specification, and canonical addresses."""
    found = set()
    for factor in factors:
        across, down = ceil(width / (tile * factor)), ceil(height / (tile * factor))
        for column in range(across):
            for row in range(down):
                x, y = column * tile * factor, row * tile * factor
                wide, high = min(tile * factor, width - x), min(tile * factor, height - y)
                region = "full" if (wide, high) == (width, height) else f"{x},{y},{wide},{high}"
                size = ceil(wide / factor), ceil(high / factor)
                is_full_size = region == "full" and size == (width, height)
                found.add(f"{region}/{'max' if is_full_size else f'{size[0]},{size[1]}'}/0/default.jpg")
    return found


@given(SIDES, SIDES, some.sampled_from([256, 512, 1024]))
def test_every_tile_that_a_client_asks_for_is_there_and_every_size_that_is_promised(
    width: int, height: int, side: int
) -> None:
    tiles = tiles_of(width, height, side)
    said = image_information("https://bridges.example/iiif/cloth", width, height, tiles, side)

    there = {tile.path for tile in tiles}
    promised = said["tiles"][0]
    assert promised["width"] == side
    wanted = asked_for(width, height, side, promised["scaleFactors"])
    sizes = {f"full/{size['width']},{size['height']}/0/default.jpg" for size in said["sizes"]}
    glimpse = {"full/90,/0/default.jpg"} if width > 90 else set()
    assert wanted | sizes | {"full/max/0/default.jpg"} | glimpse == there
    assert len(there) == len(tiles), "no file is made twice"


@given(SIDES, SIDES)
def test_the_tiles_of_a_level_cover_the_picture_and_do_not_overlap(width: int, height: int) -> None:
    for factor in factors_of(width, height):
        boxes = [t.box for t in tiles_of(width, height) if t.factor == factor and not t.is_whole]
        if boxes:
            assert sum(wide * high for _, _, wide, high in boxes) == width * height
            assert max(x + wide for x, _, wide, _ in boxes) == width
            assert max(y + high for _, y, _, high in boxes) == height


@given(SIDES, SIDES)
def test_openseadragon_may_take_the_sizes_for_those_of_the_levels(width: int, height: int) -> None:
    """It does where there are as many as levels, or one less: then they must be theirs, without the full one."""
    said = image_information("https://bridges.example/i", width, height, tiles_of(width, height))
    factors = said["tiles"][0]["scaleFactors"]
    levels = [(ceil(width / factor), ceil(height / factor)) for factor in reversed(factors)]
    sizes = [(size["width"], size["height"]) for size in said["sizes"]]
    assert sizes == levels[: len(sizes)]


def test_a_picture_as_large_as_a_camera_makes_them() -> None:
    tiles = tiles_of(8000, 6000)
    assert len(tiles) == 16 * 12 + 8 * 6 + 4 * 3 + 2 * 2 + 4
    assert tiles[0] == Tile("0,0,512,512/512,512/0/default.jpg", (0, 0, 512, 512), (512, 512), 1)
    assert [tile.path for tile in tiles if tile.is_whole] == [
        "full/max/0/default.jpg",
        "full/1000,750/0/default.jpg",
        "full/500,375/0/default.jpg",
        "full/90,/0/default.jpg",
    ]
    assert image_information("https://bridges.example/iiif/square", 8000, 6000, tiles) == {
        "@context": "http://iiif.io/api/image/3/context.json",
        "id": "https://bridges.example/iiif/square",
        "type": "ImageService3",
        "protocol": "http://iiif.io/api/image",
        "profile": "level0",
        "width": 8000,
        "height": 6000,
        "maxWidth": 1000,
        "maxHeight": 750,
        "sizes": [{"width": 500, "height": 375}, {"width": 1000, "height": 750}],
        "tiles": [{"width": 512, "height": 512, "scaleFactors": [1, 2, 4, 8, 16]}],
    }


def test_a_picture_smaller_than_a_tile_is_one_file_under_its_two_names_and_a_glimpse() -> None:
    tiles = tiles_of(200, 129)
    picture = Image.linear_gradient("L").resize((200, 129))
    files = {tile.path: print_tile(picture, tile) for tile in tiles}
    assert list(files) == ["full/max/0/default.jpg", "full/200,129/0/default.jpg", "full/90,/0/default.jpg"]
    assert files["full/max/0/default.jpg"] == files["full/200,129/0/default.jpg"]
    with Image.open(BytesIO(files["full/90,/0/default.jpg"])) as glimpse:
        assert glimpse.size == tiles[-1].size == (90, 58)
    assert "maxWidth" not in image_information("https://bridges.example/i", 200, 129, tiles)


def test_put_together_the_tiles_are_the_picture_at_every_scale() -> None:
    picture = Image.linear_gradient("L").resize((1301, 777))
    for factor in factors_of(*picture.size):
        reduced = level(picture, factor)
        again = Image.new("L", reduced.size)
        for tile in tiles_of(*picture.size):
            if tile.factor == factor and (not tile.is_whole or tile.path.startswith("full/326")):
                with Image.open(BytesIO(print_tile(reduced, tile))) as part:
                    assert part.size == tile.size
                    again.paste(part, (tile.box[0] // factor, tile.box[1] // factor))
        difference = max(abs(a - b) for a, b in zip(again.tobytes(), reduced.tobytes(), strict=True))
        assert difference < 12, "only what JPEG leaves out"


def test_a_tile_carries_nothing_of_what_the_camera_wrote_and_is_the_same_every_time() -> None:
    plain = Image.effect_mandelbrot((600, 400), (-2, -1.2, 1, 1.2), 60)
    told = BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "the photographer's door"
    plain.save(told, "JPEG", exif=exif, icc_profile=b"a profile", comment=b"a comment", quality=100)
    with Image.open(told) as photograph:
        first = print_tile(level(photograph, 1), tiles_of(600, 400)[0])
        again = print_tile(level(photograph, 1), tiles_of(600, 400)[0])
    assert first == again
    with Image.open(BytesIO(first)) as tile:
        assert not tile.getexif()
        assert tile.info.keys() <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert b"photographer" not in first


def test_pictures_that_are_not_ready_are_refused() -> None:
    with pytest.raises(ValueError, match="CMYK"):
        level(Image.new("CMYK", (10, 10)), 2)
    with pytest.raises(ValueError, match="one pixel"):
        tiles_of(0, 10)
    with pytest.raises(ValueError, match="slash"):
        image_information("https://bridges.example/i/", 10, 10, tiles_of(10, 10))


def test_the_information_is_plain_json() -> None:
    said = image_information("https://bridges.example/i", 1301, 777, tiles_of(1301, 777))
    assert json.loads(json.dumps(said)) == said
