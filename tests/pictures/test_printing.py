"""Prints: small, safe, the same everywhere, and without a word about who took the photograph and where."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from tests.pictures.made import (
    IPTC,
    LIMIT,
    XMP,
    chunk,
    exif,
    file_of,
    gradient,
    mean,
    noise,
    read,
    rgb_profile,
    segment,
    with_chunks,
)
from tests.small_site import REPOSITORY
from warraq.pictures import PrintFormat, size_of_print
from warraq.pictures.darkroom import develop, print_of
from warraq.pictures.framing import LONGEST

PRINTS: tuple[PrintFormat, ...] = ("webp", "jpeg", "avif")
WHITE = "#ffffff"

# ---------------------------------------------------------------- nothing of the photographer


def talkative(format: str) -> bytes:
    """A picture in a file that says all that a file of its format can say beside it."""
    said = {"exif": exif(), "icc_profile": rgb_profile()}
    if format == "GIF":
        return file_of(gradient(), "GIF", comment=b"SECRET comment")
    if format == "TIFF":
        notes = {270: "SECRET description", 305: "SECRET program", 700: XMP, 33723: IPTC}
        return file_of(gradient(), "TIFF", tiffinfo=notes, **said)
    content = file_of(gradient(), format, **said, xmp=XMP)
    if format == "JPEG":
        thumbnail = b"Exif\0\0SECRET thumbnail" + file_of(gradient(16, 12), "JPEG")
        notes = segment(0xE1, thumbnail) + segment(0xED, IPTC) + segment(0xFE, b"SECRET comment")
        return content[:2] + notes + content[2:]
    if format == "PNG":
        return with_chunks(content, chunk(b"tEXt", b"Author\0SECRET author"), chunk(b"tIME", b"SECRET!"))
    return content


TALKERS = {"JPEG": 7, "PNG": 4, "WEBP": 4, "AVIF": 4, "TIFF": 6, "GIF": 1}
"""How often at least each of them tells a secret: a file that kept silent would prove nothing."""


@pytest.mark.parametrize("printed", PRINTS)
@pytest.mark.parametrize("format", TALKERS)
def test_a_print_says_nothing_that_its_file_said(format: str, printed: PrintFormat) -> None:
    content = talkative(format)
    assert content.count(b"SECRET") >= TALKERS[format]
    paper = print_of(develop(content, LIMIT), (32, 24), None, printed, WHITE)
    for word in (b"SECRET", b"Exif", b"EXIF", b"ICC", b"XMP", b"xmp", b"8BIM", b"http", b"PIL", b"Lavf"):
        assert word not in paper, word
    seen = read(paper)
    assert dict(seen.getexif()) == {}
    assert seen.info.keys().isdisjoint({"exif", "icc_profile", "xmp", "comment", "photoshop", "dpi"})


def test_a_jpeg_holds_no_segment_but_those_that_its_picture_needs() -> None:
    paper = print_of(develop(talkative("JPEG"), LIMIT), (32, 24), None, "jpeg", WHITE)
    at, kinds = 2, set()
    while paper[at + 1] != 0xDA:
        kinds.add(paper[at + 1])
        at += 2 + int.from_bytes(paper[at + 2 : at + 4], "big")
    assert kinds == {0xE0, 0xDB, 0xC2, 0xC4}, "JFIF, quantisation, a progressive frame, codes"


@pytest.mark.parametrize("printed", PRINTS)
def test_notes_that_somebody_has_put_on_a_developed_picture_are_left_out_too(printed: PrintFormat) -> None:
    picture = gradient()
    plain = print_of(picture, (64, 48), None, printed, WHITE)
    picture.info |= {"exif": exif().tobytes(), "icc_profile": rgb_profile(), "xmp": XMP, "comment": b"SECRET"}
    assert print_of(picture, (64, 48), None, printed, WHITE) == plain


# ---------------------------------------------------------------- sizes


@pytest.mark.parametrize("printed", PRINTS)
def test_a_print_has_the_size_and_the_format_that_were_asked_for(printed: PrintFormat) -> None:
    paper = read(print_of(gradient(200, 150), (80, 60), None, printed, WHITE))
    assert (paper.size, paper.format) == ((80, 60), printed.upper())


def test_a_crop_is_printed_and_nothing_beside_it() -> None:
    halves = Image.new("RGB", (200, 100), "red")
    halves.paste("blue", (100, 0, 200, 100))
    paper = read(print_of(halves, (50, 50), (100, 0, 200, 100), "webp", WHITE)).convert("RGB")
    for corner in ((0, 0), (0, 49), (49, 25)):
        red, _, blue = paper.getpixel(corner)
        assert red < 20
        assert blue > 230


@given(
    st.tuples(st.integers(1, 90), st.integers(1, 90)),
    st.integers(1, 200),
    st.sampled_from(["webp", "jpeg"]),
)
@settings(max_examples=60, deadline=None)
def test_a_print_is_as_large_as_the_plan_of_the_page_has_said(
    part: tuple[int, int], width: int, printed: PrintFormat
) -> None:
    size = size_of_print(part, width)
    assert read(print_of(gradient(*part), size, None, printed, WHITE)).size == size


def test_nothing_is_enlarged() -> None:
    assert read(print_of(gradient(60, 40), (600, 400), None, "webp", WHITE)).size == (60, 40)
    assert read(print_of(gradient(60, 40), (600, 400), (0, 0, 30, 20), "webp", WHITE)).size == (30, 20)


@pytest.mark.parametrize("printed", PRINTS)
@pytest.mark.parametrize("size", [(1, 1), (1, 2000), (2000, 1)])
def test_the_smallest_and_the_narrowest_pictures_can_be_printed(
    size: tuple[int, int], printed: PrintFormat
) -> None:
    assert read(print_of(Image.new("RGB", size, "#808080"), size, None, printed, WHITE)).size == size


@pytest.mark.parametrize("printed", ["webp", "jpeg"])
def test_a_scroll_is_printed_as_long_as_a_format_can_be(printed: PrintFormat) -> None:
    scroll = Image.new("RGB", (40, 20_000), "#806040")
    assert read(print_of(scroll, (40, 20_000), None, printed, WHITE)).size == (33, LONGEST)


@pytest.mark.parametrize("printed", PRINTS)
def test_the_most_restless_picture_can_be_printed(printed: PrintFormat) -> None:
    assert read(print_of(noise(200, 150), (200, 150), None, printed, WHITE)).size == (200, 150)


# ---------------------------------------------------------------- what is seen


def test_fine_stripes_become_even_grey_and_no_moire() -> None:
    """Every second line black: whoever only picks lines sees them all black or all white."""
    lines = Image.frombytes("L", (1200, 1200), (bytes(1200) + b"\xff" * 1200) * 600).convert("RGB")
    for side in (100, 137, 250, 400):
        paper = read(print_of(lines, (side, side), None, "webp", WHITE)).convert("L")
        # The first and last rows have no neighbour on one side, and may come out a little lighter or darker.
        low, high = paper.crop((0, 4, side, side - 4)).getextrema()
        assert 110 < low <= high < 145, side


def test_the_colour_of_unseen_pixels_does_not_bleed_into_those_that_are_seen() -> None:
    """Stripes of red between stripes of green that nobody can see: the print is red, half seen through."""
    stripes = Image.new("RGBA", (64, 64), (255, 0, 0, 255))
    for column in range(0, 64, 2):
        stripes.paste((0, 255, 0, 0), (column, 0, column + 1, 64))
    red, green, _, alpha = read(print_of(stripes, (16, 16), None, "webp", WHITE)).getpixel((8, 8))
    assert red > 240
    assert green < 15
    assert 110 < alpha < 145


def test_what_can_be_seen_through_stands_before_the_backdrop_in_jpeg() -> None:
    pane = Image.new("RGBA", (40, 40), (0, 0, 255, 0))
    pane.paste((255, 0, 0, 255), (0, 0, 20, 40))
    paper = read(print_of(pane, (40, 40), None, "jpeg", "#f6efe0"))
    assert max(abs(a - b) for a, b in zip(paper.getpixel((35, 20)), (0xF6, 0xEF, 0xE0), strict=True)) < 6
    assert paper.getpixel((5, 20))[0] > 240


@pytest.mark.parametrize("printed", ["webp", "avif"])
def test_what_can_be_seen_through_can_be_seen_through_in_its_print(printed: PrintFormat) -> None:
    pane = Image.new("RGBA", (40, 40), (255, 0, 0, 0))
    pane.paste((255, 0, 0, 255), (0, 0, 20, 40))
    paper = read(print_of(pane, (40, 40), None, printed, WHITE))
    assert paper.mode == "RGBA"
    assert paper.getpixel((35, 20))[3] < 10
    assert paper.getpixel((5, 20))[3] > 245


@pytest.mark.parametrize("printed", PRINTS)
def test_a_print_looks_like_its_picture(printed: PrintFormat) -> None:
    picture = gradient(160, 120)
    paper = read(print_of(picture, (160, 120), None, printed, WHITE)).convert("RGB")
    assert all(abs(a - b) <= 3 for a, b in zip(mean(paper), mean(picture), strict=True))


def test_jpeg_is_progressive_so_that_all_of_it_is_seen_early() -> None:
    assert read(print_of(gradient(), (64, 48), None, "jpeg", WHITE)).info.get("progressive")


# ---------------------------------------------------------------- the same everywhere

IN_ANOTHER_PROCESS = """
import hashlib, sys
from warraq.pictures.darkroom import develop, print_of
picture = develop(sys.stdin.buffer.read(), 1_000_000)
for printed in ("webp", "jpeg", "avif"):
    print(hashlib.sha256(print_of(picture, (160, 120), (0, 0, 200, 150), printed, "#ffffff")).hexdigest())
"""


def test_the_same_bytes_come_out_in_every_process() -> None:
    content = file_of(gradient(240, 180), "JPEG", icc_profile=rgb_profile())
    picture = develop(content, LIMIT)
    here = [
        hashlib.sha256(print_of(picture, (160, 120), (0, 0, 200, 150), printed, WHITE)).hexdigest()
        for printed in PRINTS
    ]
    there = subprocess.run(
        [sys.executable, "-c", IN_ANOTHER_PROCESS],
        input=content,
        capture_output=True,
        check=True,
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONHASHSEED": "12"},
    )
    assert there.stdout.decode().split() == here


@pytest.mark.parametrize("printed", PRINTS)
def test_the_same_bytes_come_out_on_a_machine_of_any_number_of_processors(
    printed: PrintFormat, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = noise(1200, 800)
    papers = set()
    for processors in (1, 16):
        monkeypatch.setattr(os, "sched_getaffinity", lambda _, n=processors: set(range(n)), raising=False)
        monkeypatch.setattr(os, "cpu_count", lambda n=processors: n)
        papers.add(print_of(picture, (1200, 800), None, printed, WHITE))
    assert len(papers) == 1


def test_a_print_leaves_the_picture_as_it_was() -> None:
    picture = gradient()
    before = picture.tobytes()
    for printed in PRINTS:
        print_of(picture, (32, 24), (0, 0, 40, 30), printed, WHITE)
    assert picture.tobytes() == before
