"""What is known of a picture before any print is made, and which files are refused, and how."""

from __future__ import annotations

import pickle
import struct
import zlib
from collections.abc import Callable

import pytest
from PIL import Image, ImageFile, WebPImagePlugin

from tests.pictures.made import (
    LIMIT,
    chunk,
    exif,
    file_of,
    gradient,
    noise,
    read,
    rgb_profile,
    segment,
    with_chunks,
)
from warraq.pictures import TAKEN, PictureFault, Plate
from warraq.pictures.darkroom import develop, examine
from warraq.pictures.tones import TONES

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "TIFF", "GIF")


def fault_of(content: bytes, largest: int = LIMIT) -> tuple[str, dict[str, str | int]]:
    with pytest.raises(PictureFault) as caught:
        examine(content, largest)
    return caught.value.code, caught.value.values


# ---------------------------------------------------------------- what is known


@pytest.mark.parametrize("format", FORMATS)
def test_a_picture_is_known_by_its_size_and_tone(format: str) -> None:
    blue = Image.new("RGB", (40, 30), (20, 60, 160))
    plate = examine(file_of(blue, format), LIMIT)
    assert (plate.width, plate.height, plate.transparent, plate.animated) == (40, 30, False, False)
    red, green, shade = TONES[plate.tone]
    assert shade > green > red


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF"])
def test_the_size_is_that_of_the_upright_picture(format: str, orientation: int) -> None:
    content = file_of(gradient(40, 20), format, exif=exif(orientation))
    plate = examine(content, LIMIT)
    assert (plate.width, plate.height) == ((20, 40) if orientation >= 5 else (40, 20))


@pytest.mark.parametrize("size", [(1, 1), (1, 3000), (3000, 1), (9, 7)])
@pytest.mark.parametrize("format", FORMATS)
def test_the_smallest_and_the_narrowest_pictures_are_taken(format: str, size: tuple[int, int]) -> None:
    plate = examine(file_of(Image.new("RGB", size, "#808080"), format), LIMIT)
    assert (plate.width, plate.height) == size


def test_an_average_is_taken_over_the_whole_picture() -> None:
    halves = Image.new("RGB", (200, 100), "white")
    halves.paste("black", (0, 0, 100, 100))
    assert (
        examine(file_of(halves, "PNG"), LIMIT).tone
        == examine(file_of(Image.new("RGB", (8, 8), "#808080"), "PNG"), LIMIT).tone
    )


def test_a_tone_is_that_of_the_colours_as_they_are_seen() -> None:
    content = file_of(Image.new("RGB", (8, 8), (90, 160, 90)), "PNG", icc_profile=rgb_profile(gamma=1.0))
    bright = examine(content, LIMIT).tone
    assert TONES[bright] > TONES[examine(file_of(read(content), "PNG", icc_profile=None), LIMIT).tone]


@pytest.mark.parametrize("alpha", [0, 254])
def test_a_picture_that_can_be_seen_through_is_said_to_be_and_has_no_tone(alpha: int) -> None:
    pane = gradient(8, 8, "RGBA")
    pane.putpixel((3, 3), (0, 0, 0, alpha))
    assert examine(file_of(pane, "PNG"), LIMIT) == Plate(8, 8, "", transparent=True, animated=False)


def test_an_alpha_channel_that_hides_nothing_is_no_transparency() -> None:
    assert not examine(file_of(gradient(8, 8, "RGBA"), "PNG"), LIMIT).transparent


@pytest.mark.parametrize("format", ["GIF", "WEBP", "PNG", "AVIF", "TIFF"])
def test_moving_pictures_and_files_of_many_pages_are_said_to_be(format: str) -> None:
    pages = [Image.new("RGB", (16, 16), colour) for colour in ("red", "green", "blue")]
    assert examine(file_of(pages[0], format, save_all=True, append_images=pages[1:]), LIMIT).animated


def test_the_second_picture_of_a_telephone_is_no_second_frame() -> None:
    content = file_of(gradient(), "MPO", save_all=True, append_images=[gradient(32, 24)])
    assert read(content).n_frames == 2
    assert examine(content, LIMIT) == examine(file_of(gradient(), "JPEG"), LIMIT)


def test_the_smaller_copies_in_a_scan_for_deep_zoom_are_no_pages() -> None:
    copy = gradient(32, 24)
    copy.encoderinfo = {"tiffinfo": {254: 1}}
    content = file_of(gradient(), "TIFF", save_all=True, append_images=[copy])
    assert read(content).n_frames == 2
    assert not examine(content, LIMIT).animated


# ---------------------------------------------------------------- what is no picture of ours


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("HEIC", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(200)),
        ("HEIC", b"\0\0\0\x1cftypmif1\0\0\0\0mif1heicmiaf" + bytes(200)),
        ("SVG", b'<svg xmlns="http://www.w3.org/2000/svg"/>'),
        ("SVG", b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- drawn -->\n<svg width="1"/>'),
        ("PDF", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"),
        ("EPS", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n"),
        ("PSD", b"8BPS\0\x01" + bytes(40)),
        ("BMP", file_of(gradient(), "BMP")),
        ("ICO", file_of(gradient(), "ICO")),
        ("JPEG 2000", file_of(gradient(), "JPEG2000")),
        ("JPEG XL", b"\xff\x0a\xfa\x1f" + bytes(40)),
        ("MP4", b"\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41"),
        ("RAW", b"II*\0\x10\0\0\0CR\x02\0" + bytes(40)),
        ("RAW", file_of(gradient(), "TIFF", tiffinfo={254: 1})),
        ("RAW", file_of(gradient(), "TIFF", tiffinfo={50706: b"\x01\x04\0\0"})),
        ("TIFF, 32 bit", file_of(Image.new("F", (8, 8), 0.5), "TIFF")),
        ("Git LFS", b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"),
    ],
)
def test_another_format_is_named_beside_those_that_are_taken(name: str, content: bytes) -> None:
    assert fault_of(content) == ("strange-format", {"format": name, "taken": TAKEN})


@pytest.mark.parametrize(
    "content",
    [
        b"A letter, saved as photo.jpg.\n",
        "نامه‌ای با نام عکس\n".encode(),
        b"<!DOCTYPE html><html></html>",
        b"\0" * 500,
    ],
)
def test_what_is_no_picture_at_all_is_said_to_be_none(content: bytes) -> None:
    assert fault_of(content) == ("not-a-picture", {})


def test_a_file_is_what_its_bytes_say_whatever_it_is_called() -> None:
    """Names are not asked for: an AVIF whose container names itself after the general format is an AVIF."""
    content = file_of(gradient(), "AVIF")
    assert examine(content.replace(b"ftypavif", b"ftypmif1", 1), LIMIT) == examine(content, LIMIT)


def test_decoders_that_start_programs_are_never_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    opening = Image.open
    monkeypatch.setattr(
        Image, "open", lambda *what, **how: asked.append(how["formats"]) or opening(*what, **how)
    )
    examine(file_of(gradient(), "PNG"), LIMIT)
    assert set(asked) == {FORMATS}


# ---------------------------------------------------------------- broken files


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.97])
@pytest.mark.parametrize(
    ("format", "how"), [*((format, {}) for format in FORMATS), ("JPEG", {"progressive": True})]
)
def test_a_file_that_was_not_copied_to_its_end_is_broken(
    format: str, how: dict[str, bool], share: float
) -> None:
    content = file_of(noise(120, 90), format, **how)
    examine(content, LIMIT)
    assert fault_of(content[: int(len(content) * share)]) == ("broken", {})


def test_an_empty_file_is_broken() -> None:
    assert fault_of(b"") == ("broken", {})


def test_a_png_with_any_one_bit_turned_is_broken() -> None:
    content = file_of(gradient(9, 7), "PNG", exif=exif())
    examine(content, LIMIT)
    for at in range(8, len(content) - 12):  # the last twelve bytes say that there is no more
        for bit in range(8):
            turned = content[:at] + bytes([content[at] ^ 1 << bit]) + content[at + 1 :]
            with pytest.raises(PictureFault):
                examine(turned, LIMIT)


def test_a_text_in_a_png_that_swells_without_end_is_refused() -> None:
    bomb = chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(80_000_000)))
    assert fault_of(with_chunks(file_of(gradient(), "PNG"), bomb)) == ("broken", {})


def test_a_fault_comes_whole_out_of_another_process() -> None:
    fault = pickle.loads(pickle.dumps(PictureFault("too-large", {"pixels": 9, "limit": 4})))
    assert (fault.code, fault.values) == ("too-large", {"pixels": 9, "limit": 4})


# ---------------------------------------------------------------- too large


def claiming(format: str, width: int, height: int) -> bytes:
    """A small file whose head says that its picture is of this size."""
    content = file_of(Image.new("RGB", (77, 55)), format, **({"exif": exif()} if format == "WEBP" else {}))
    if format == "PNG":
        head = struct.pack(">2I", width, height) + content[24:29]
        return content[:8] + chunk(b"IHDR", head) + content[33:]
    if format == "JPEG":
        at = content.index(b"\xff\xc0") + 5
        return content[:at] + struct.pack(">2H", height, width) + content[at + 4 :]
    if format == "GIF":
        return content.replace(struct.pack("<2H", 77, 55), struct.pack("<2H", width, height))
    if format == "WEBP":
        assert content[12:16] == b"VP8X"
        canvas = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
        return content[:24] + canvas + content[30:]
    if format == "TIFF":
        for tag, size in ((256, width), (257, height)):
            at = content.index(struct.pack("<2HI", tag, 4, 1)) + 8
            content = content[:at] + struct.pack("<I", size) + content[at + 4 :]
        return content
    at = content.index(b"ispe") + 8
    return content[:at] + struct.pack(">2I", width, height) + content[at + 8 :]


# libavif has a limit of its own and calls what is beyond it no picture.
CLAIMS = [(format, 50_000) for format in FORMATS if format != "AVIF"] + [(f, 12_000) for f in FORMATS]


@pytest.mark.parametrize(("format", "side"), CLAIMS)
def test_more_pixels_than_allowed_are_refused_before_any_is_decoded(
    format: str, side: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = claiming(format, side, side)

    def must_not(*_: object) -> None:
        pytest.fail("memory would be spent")

    monkeypatch.setattr(ImageFile.ImageFile, "load", must_not)
    monkeypatch.setattr(WebPImagePlugin._webp, "WebPAnimDecoder", must_not)
    for work in (examine, develop):
        with pytest.raises(PictureFault) as caught:
            work(content, LIMIT)
        assert caught.value.code == "too-large"
        assert caught.value.values == {"pixels": side * side, "limit": LIMIT}, "ours, and not that of Pillow"


def test_the_limit_is_the_last_size_that_is_allowed() -> None:
    content = file_of(gradient(40, 30), "PNG")
    assert examine(content, 1200).width == 40
    assert fault_of(content, 1199) == ("too-large", {"pixels": 1200, "limit": 1199})


def test_a_tile_that_is_larger_than_its_picture_counts_as_large_as_it_is() -> None:
    content = file_of(gradient(), "TIFF", compression="tiff_lzw", tiffinfo={65_000: 50_000, 65_001: 50_000})
    for private, tag in ((65_000, 322), (65_001, 323)):
        content = content.replace(struct.pack("<2HI", private, 3, 1), struct.pack("<2HI", tag, 3, 1))
    assert fault_of(content) == ("too-large", {"pixels": 2_500_000_000, "limit": LIMIT})


def test_a_picture_that_is_large_but_allowed_is_taken_without_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pillow warns of half of what it refuses; here a warning would be an error."""
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 2000)
    assert examine(file_of(gradient(), "PNG"), LIMIT).width == 64


# ---------------------------------------------------------------- damaged notes


@pytest.mark.parametrize(
    "notes", [b"Exif\0\0garbage", b"Exif\0\0II*\0\xff\xff\xff\xff", b"Exif\0\0MM\0*\0\0\0\x08\xff\xff"]
)
def test_garbage_where_a_camera_keeps_its_notes_does_not_spoil_a_picture(notes: bytes) -> None:
    content = file_of(gradient(), "JPEG")
    spoilt = content[:2] + segment(0xE1, notes) + content[2:]
    assert examine(spoilt, LIMIT) == examine(content, LIMIT)


def test_what_is_examined_can_be_developed_in_the_same_size() -> None:
    develops: Callable[[bytes, int], Image.Image] = develop
    for format in FORMATS:
        content = file_of(gradient(50, 20), format)
        plate = examine(content, LIMIT)
        assert develops(content, LIMIT).size == (plate.width, plate.height)
