"""Developing: upright, in sRGB, eight bits, one frame; whatever the file was."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image, ImageCms, ImageDraw

from tests.pictures.made import (
    DISPLAY_P3,
    LIMIT,
    SRGB,
    SRGB_CURVE,
    chunk,
    cmyk_profile,
    exif,
    file_of,
    gradient,
    grey_profile,
    mean,
    read,
    rgb_profile,
)
from warraq.pictures.darkroom import develop

# ---------------------------------------------------------------- upright

WHERE = {
    1: ("top", "left"),
    2: ("top", "right"),
    3: ("bottom", "right"),
    4: ("bottom", "left"),
    5: ("left", "top"),
    6: ("right", "top"),
    7: ("right", "bottom"),
    8: ("left", "bottom"),
}
"""As EXIF says it: the side of the scene that is in the first row of the file, and the side in its first column."""

FIELDS = {(0, 0): "red", (1, 0): "lime", (2, 0): "blue", (0, 1): "black", (1, 1): "white", (2, 1): "yellow"}
"""A scene of three by two fields."""


def stored(orientation: int) -> Image.Image:
    """The scene as a camera stores it that was held so."""
    row, column = WHERE[orientation]
    lying = row in {"left", "right"}
    picture = Image.new("RGB", (32, 48) if lying else (48, 32))
    draw = ImageDraw.Draw(picture)
    for (x, y), colour in FIELDS.items():
        across = 2 - x if {row, column} & {"right"} else x
        down = 1 - y if {row, column} & {"bottom"} else y
        left, upper = (down, across) if lying else (across, down)
        draw.rectangle((left * 16, upper * 16, left * 16 + 15, upper * 16 + 15), fill=colour)
    return picture


@pytest.mark.parametrize("orientation", WHERE)
@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF"])
def test_a_picture_stands_upright_however_its_camera_was_held(format: str, orientation: int) -> None:
    how = {"quality": 95} if format != "TIFF" else {"compression": "tiff_lzw"}
    upright = develop(file_of(stored(orientation), format, exif=exif(orientation), **how), LIMIT)
    assert upright.size == (48, 32)
    for (x, y), colour in FIELDS.items():
        seen = upright.getpixel((x * 16 + 8, y * 16 + 8))
        meant = Image.new("RGB", (1, 1), colour).getpixel((0, 0))
        assert max(abs(a - b) for a, b in zip(seen, meant, strict=True)) < 40, (x, y)


def test_a_tiff_without_compression_stands_upright_too() -> None:
    assert develop(file_of(stored(6), "TIFF", exif=exif(6)), LIMIT).size == (48, 32)


# ---------------------------------------------------------------- colour


def colour_of(content: bytes) -> tuple[int, ...]:
    picture = develop(content, LIMIT)
    assert picture.mode == "RGB"
    return mean(picture)


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF"])
def test_colours_of_a_telephone_become_those_of_the_web(format: str) -> None:
    """The same numbers mean a stronger green in Display P3, so sRGB needs others: less red, more green."""
    green = Image.new("RGB", (16, 16), (100, 180, 100))
    how = {"quality": 95} if format != "TIFF" else {}
    red, grass, blue = colour_of(file_of(green, format, icc_profile=rgb_profile(DISPLAY_P3), **how))
    assert red < 75
    assert 180 <= grass <= 190
    assert blue < 95


def test_a_colour_that_no_screen_of_the_web_can_show_comes_as_near_as_it_can() -> None:
    content = file_of(Image.new("RGB", (4, 4), (255, 0, 0)), "PNG", icc_profile=rgb_profile(DISPLAY_P3))
    assert colour_of(content) == (255, 0, 0)


def test_white_and_black_stay_what_they_are_under_any_profile() -> None:
    for colour in ("black", "white"):
        content = file_of(Image.new("RGB", (4, 4), colour), "PNG", icc_profile=rgb_profile(DISPLAY_P3, 1.8))
        assert colour_of(content) == mean(Image.new("RGB", (1, 1), colour))


def test_a_picture_that_is_in_srgb_already_keeps_its_very_numbers() -> None:
    """Profiles of sRGB differ by rounding, and to go through one would shift a number here and there by one."""
    profile = rgb_profile(SRGB, SRGB_CURVE)
    picture = gradient(256, 256)
    converted = ImageCms.profileToProfile(
        picture, BytesIO(profile), ImageCms.createProfile("sRGB"), outputMode="RGB"
    )
    assert converted.tobytes() != picture.tobytes()
    assert develop(file_of(picture, "PNG", icc_profile=profile), LIMIT).tobytes() == picture.tobytes()


def test_a_gamma_that_is_nearly_that_of_srgb_is_converted_all_the_same() -> None:
    content = file_of(gradient(), "PNG", icc_profile=rgb_profile(SRGB, 2.2))
    assert develop(content, LIMIT).tobytes() != gradient().tobytes()


@pytest.mark.parametrize("profile", [b"garbage", grey_profile(2.2), rgb_profile()[:200]])
def test_a_profile_that_is_damaged_or_of_other_colours_is_passed_over(profile: bytes) -> None:
    assert develop(file_of(gradient(), "PNG", icc_profile=profile), LIMIT).tobytes() == gradient().tobytes()


INKS = {0: (255, 128, 128), 8: (140, 100, 80), 4: (130, 200, 120), 2: (230, 120, 220)}
"""White paper, and cyan, magenta and yellow as a press prints them: duller than the inks of a screen."""


@pytest.mark.parametrize("format", ["JPEG", "TIFF"])
def test_inks_are_seen_as_the_press_prints_them(format: str) -> None:
    cyan = Image.new("CMYK", (16, 16), (255, 0, 0, 0))
    how = {"quality": 95} if format == "JPEG" else {}
    red, green, blue = colour_of(file_of(cyan, format, icc_profile=cmyk_profile(INKS), **how))
    assert red < 40
    assert 120 < green < 180
    assert 170 < blue < 240


@pytest.mark.parametrize(("ink", "screen"), [((0, 0, 0, 0), 255), ((0, 0, 0, 255), 0)])
def test_paper_is_white_and_black_ink_is_black_with_a_profile_and_without(
    ink: tuple[int, ...], screen: int
) -> None:
    page = Image.new("CMYK", (16, 16), ink)
    for profile in (None, cmyk_profile(INKS)):
        seen = colour_of(file_of(page, "JPEG", icc_profile=profile, quality=95))
        assert max(abs(value - screen) for value in seen) <= 3


def test_inks_without_a_profile_become_the_colours_that_they_are_called() -> None:
    red, green, blue = colour_of(file_of(Image.new("CMYK", (16, 16), (255, 0, 0, 0)), "JPEG", quality=95))
    assert red < 10
    assert min(green, blue) > 240


def test_lab_is_converted() -> None:
    assert max(colour_of(file_of(Image.new("LAB", (4, 4), (0, 128, 128)), "TIFF"))) <= 1
    assert min(colour_of(file_of(Image.new("LAB", (4, 4), (255, 128, 128)), "TIFF"))) >= 254


def test_grey_under_a_profile_becomes_as_light_as_it_was_meant() -> None:
    plain = file_of(Image.new("L", (4, 4), 128), "PNG")
    assert colour_of(plain) == (128, 128, 128)
    linear = file_of(Image.new("L", (4, 4), 128), "PNG", icc_profile=grey_profile(1.0))
    assert all(abs(value - 188) <= 2 for value in colour_of(linear))


def test_a_palette_under_a_profile_is_converted_by_its_colours() -> None:
    green = Image.new("RGB", (16, 16), (100, 180, 100)).quantize(4)
    content = file_of(green, "PNG", icc_profile=rgb_profile(DISPLAY_P3))
    assert read(content).mode == "P"
    assert colour_of(content)[0] < 75


# ---------------------------------------------------------------- bits and modes


@pytest.mark.parametrize("format", ["PNG", "TIFF"])
def test_sixteen_bits_of_grey_are_shifted_and_not_clipped(format: str) -> None:
    ramp = Image.frombytes("I;16", (256, 2), b"".join(bytes([7, high]) for high in range(256)) * 2)
    picture = develop(file_of(ramp, format), LIMIT)
    assert picture.getchannel("G").tobytes() == bytes(range(256)) * 2


def test_sixteen_bits_in_the_order_of_other_machines_are_the_same() -> None:
    ramp = Image.frombytes("I;16B", (256, 1), b"".join(bytes([high, 7]) for high in range(256)))
    assert develop(file_of(ramp, "TIFF"), LIMIT).getchannel("R").tobytes() == bytes(range(256))


def test_a_negative_of_sixteen_bits_is_turned_round() -> None:
    ramp = Image.frombytes("I;16", (256, 1), b"".join(bytes([7, high]) for high in range(256)))
    content = file_of(ramp, "TIFF")
    at = content.index(b"\x06\x01\x03\0\x01\0\0\0") + 8
    negative = content[:at] + b"\0\0" + content[at + 2 :]
    assert develop(negative, LIMIT).getchannel("R").tobytes() == bytes(reversed(range(256)))


def test_twelve_bits_of_grey_are_shifted_by_four() -> None:
    content = file_of(Image.frombytes("I;16", (2, 1), b"ABCD"), "TIFF")
    content = content.replace(struct.pack("<2HIH", 258, 3, 1, 16), struct.pack("<2HIH", 258, 3, 1, 12))
    content = content.replace(b"ABCD", b"\xff\xf8\x00\0")
    assert develop(content, LIMIT).getchannel("R").tobytes() == b"\xff\x80"


def test_black_and_white_is_black_and_white() -> None:
    page = Image.new("1", (16, 16), 1)
    page.paste(0, (0, 0, 8, 16))
    for format in ("PNG", "TIFF", "GIF"):
        picture = develop(file_of(page, format), LIMIT)
        assert (picture.getpixel((2, 2)), picture.getpixel((12, 2))) == ((0, 0, 0), (255, 255, 255))


def transparent_palette() -> bytes:
    drawing = Image.new("P", (8, 8), 1)
    drawing.putpalette([0, 0, 0, 200, 30, 30])
    drawing.paste(0, (0, 0, 4, 8))
    return file_of(drawing, "PNG", transparency=0)


def grey_with_alpha() -> bytes:
    drawing = Image.new("LA", (8, 8), (90, 255))
    drawing.paste((90, 0), (0, 0, 4, 8))
    return file_of(drawing, "PNG")


def colour_with_alpha(format: str) -> bytes:
    drawing = Image.new("RGBA", (8, 8), (200, 30, 30, 255))
    drawing.paste((200, 30, 30, 0), (0, 0, 4, 8))
    return file_of(drawing, format, **({"lossless": True} if format == "WEBP" else {}))


def one_colour_as_none() -> bytes:
    drawing = Image.new("RGB", (8, 8), (200, 30, 30))
    drawing.paste((1, 2, 3), (0, 0, 4, 8))
    return file_of(drawing, "PNG", transparency=(1, 2, 3))


@pytest.mark.parametrize(
    "content",
    [
        transparent_palette(),
        grey_with_alpha(),
        one_colour_as_none(),
        *map(colour_with_alpha, ("PNG", "WEBP", "AVIF", "TIFF", "GIF")),
    ],
)
def test_what_can_be_seen_through_stays_so(content: bytes) -> None:
    picture = develop(content, LIMIT)
    assert picture.mode == "RGBA"
    assert (picture.getpixel((1, 4))[3], picture.getpixel((6, 4))[3]) == (0, 255)


def test_colours_under_glass_are_converted_and_the_glass_is_not() -> None:
    pane = Image.new("RGBA", (8, 8), (100, 180, 100, 77))
    red, _, _, alpha = develop(file_of(pane, "PNG", icc_profile=rgb_profile(DISPLAY_P3)), LIMIT).getpixel(
        (0, 0)
    )
    assert red < 75
    assert alpha == 77


def test_an_alpha_channel_that_hides_nothing_is_left_out() -> None:
    assert develop(file_of(gradient(8, 8, "RGBA"), "PNG"), LIMIT).mode == "RGB"


@pytest.mark.parametrize("format", ["GIF", "WEBP", "PNG", "AVIF", "TIFF"])
def test_of_a_moving_picture_the_first_frame_is_taken(format: str) -> None:
    frames = [Image.new("RGB", (16, 16), colour) for colour in ("#c00000", "#00c000", "#0000c0")]
    red, green, blue = colour_of(file_of(frames[0], format, save_all=True, append_images=frames[1:]))
    assert red > 180
    assert max(green, blue) < 20


def test_a_progressive_jpeg_gives_the_same_picture_as_a_plain_one() -> None:
    plain, progressive = (file_of(gradient(), "JPEG", progressive=p) for p in (False, True))
    assert develop(plain, LIMIT).tobytes() == develop(progressive, LIMIT).tobytes()


def test_an_interlaced_png_gives_the_same_picture_as_a_plain_one() -> None:
    # Adam7 on three by three: the places that each pass adds; before each row stands the byte of its filter.
    grey = bytes([10, 20, 30, 40, 50, 60, 70, 80, 90])
    passes = [[0], [2], [6, 8], [1], [7], [3, 4, 5]]
    rows = b"".join(b"\0" + bytes(grey[at] for at in places) for places in passes)
    head = struct.pack(">2I5B", 3, 3, 8, 0, 0, 0, 1)
    content = (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )
    assert develop(content, LIMIT).getchannel("R").tobytes() == grey


def test_nothing_of_the_file_comes_along() -> None:
    content = file_of(gradient(), "PNG", exif=exif(), icc_profile=rgb_profile(), dpi=(300, 300))
    assert Image.open(BytesIO(content)).info
    picture = develop(content, LIMIT)
    assert picture.info == {}
    assert not picture.getexif()
