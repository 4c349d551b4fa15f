"""Damaged and hostile bytes of every format: a picture comes out, or a fault, and nothing else happens.

Warnings are errors in these tests, so one that escaped would be seen.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TypeAlias

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image

from tests.pictures.made import XMP, chunk, cmyk_profile, exif, file_of, gradient, rgb_profile, with_chunks
from warraq.pictures import PictureFault, Plate
from warraq.pictures.darkroom import develop, examine, print_of


def moving() -> dict[str, object]:
    """Two more frames; encoders leave their settings in them, so each file has its own."""
    frames = [Image.new("RGB", (9, 7), colour) for colour in ("green", "blue")]
    return {"save_all": True, "append_images": frames}


NOTES = {"exif": exif(6), "icc_profile": rgb_profile()}

FILES = {
    "jpeg": file_of(gradient(9, 7), "JPEG", xmp=XMP, **NOTES),
    "jpeg progressive": file_of(gradient(9, 7), "JPEG", progressive=True),
    "jpeg of inks": file_of(gradient(9, 7, "CMYK"), "JPEG", icc_profile=cmyk_profile({})[:700]),
    "jpeg of a telephone": file_of(gradient(9, 7), "MPO", **moving()),
    "png": with_chunks(
        file_of(gradient(9, 7), "PNG", **NOTES), chunk(b"zTXt", b"A\0\0x\x9c\x03\0\0\0\0\x01")
    ),
    "png of sixteen bits": file_of(Image.new("I;16", (9, 7), 40_000), "PNG", transparency=40_000),
    "png of a palette": file_of(gradient(9, 7).quantize(7), "PNG", transparency=b"\0\x80"),
    "png that moves": file_of(gradient(9, 7), "PNG", **moving()),
    "webp": file_of(gradient(9, 7), "WEBP", xmp=XMP, **NOTES),
    "webp without loss": file_of(gradient(9, 7, "RGBA"), "WEBP", lossless=True),
    "webp that moves": file_of(gradient(9, 7), "WEBP", **moving()),
    "avif": file_of(gradient(9, 7), "AVIF", xmp=XMP, **NOTES),
    "avif that moves": file_of(gradient(9, 7), "AVIF", **moving()),
    "tiff": file_of(gradient(9, 7), "TIFF", **NOTES),
    "tiff, lzw": file_of(gradient(9, 7, "RGBA"), "TIFF", compression="tiff_lzw"),
    "tiff, jpeg": file_of(gradient(9, 7), "TIFF", compression="jpeg"),
    "tiff, fax": file_of(gradient(9, 7, "1"), "TIFF", compression="group4"),
    "tiff of sixteen bits": file_of(Image.new("I;16B", (9, 7), 40_000), "TIFF"),
    "tiff of pages": file_of(gradient(9, 7, "LAB"), "TIFF", **moving()),
    "gif": file_of(gradient(9, 7), "GIF", comment=b"x"),
    "gif that moves": file_of(gradient(9, 7), "GIF", transparency=0, **moving()),
}

Damage: TypeAlias = tuple[float, int, bytes]
"""Where (a share of the file), how many bytes are taken out, and what is put in their place."""

VALUES = st.one_of(
    st.sampled_from([b"\0", b"\xff", b"\0\0\0\0", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\x80"]),
    st.binary(max_size=6),
)
DAMAGES = st.lists(
    st.tuples(st.floats(0, 1, exclude_max=True), st.sampled_from([0, 1, 1, 1, 2, 4, 4, 9, 10_000]), VALUES),
    min_size=1,
    max_size=4,
)


def damaged(content: bytes, damages: list[Damage]) -> bytes:
    for where, taken, put in damages:
        at = int(where * len(content))
        content = content[:at] + put + content[at + taken :]
    return content


@pytest.mark.parametrize("name", FILES)
def test_every_file_here_is_whole_before_it_is_damaged(name: str) -> None:
    plate = examine(FILES[name], 10_000)
    assert develop(FILES[name], 10_000).size == (plate.width, plate.height)


def examined(content: bytes) -> Plate | str:
    """What is known of a file, or the code of its fault."""
    try:
        return examine(content, 10_000)
    except PictureFault as fault:
        return fault.code


@pytest.mark.parametrize("name", FILES)
@given(damages=DAMAGES)
@settings(max_examples=40, deadline=None)
def test_damaged_bytes_are_a_picture_or_a_fault(name: str, damages: list[Damage]) -> None:
    content = damaged(FILES[name], damages)
    plate = examined(content)
    if isinstance(plate, str):
        return
    # What has been examined is proved: it can be developed and printed.
    picture = develop(content, 10_000)
    assert picture.size == (plate.width, plate.height)
    assert picture.mode == ("RGBA" if plate.transparent else "RGB")
    assert print_of(picture, picture.size, None, "webp", "#ffffff")


@given(st.binary(max_size=300))
def test_any_bytes_at_all_are_a_fault(content: bytes) -> None:
    assert examined(content) in {"not-a-picture", "strange-format", "broken"}


@pytest.mark.parametrize("name", FILES)
@example(end=0.008)  # within the first dozen of bytes, by which a format is told
@given(end=st.floats(0, 1, exclude_max=True))
@settings(max_examples=15, deadline=None)
def test_a_file_that_breaks_off_anywhere_is_broken_or_wanted_only_what_no_picture_needs(
    name: str, end: float
) -> None:
    plate = examined(FILES[name][: int(end * len(FILES[name]))])
    assert plate in {"not-a-picture", "broken"} or plate == replace(
        examine(FILES[name], 10_000), animated=plate.animated
    )
