"""The three steps of a photograph: examined once when it is new, developed when prints are wanted, printed in sizes."""

from __future__ import annotations

from io import BytesIO
from typing import Any, Final

from PIL import ExifTags, Image, ImageFile

from .colour import in_srgb, separated
from .framing import LONGEST, Box
from .opening import has_more_frames, opened, pillow_at_work
from .plate import Plate, PrintFormat
from .tones import tone_of

_UPRIGHT: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What sets a picture upright, by the orientation that its camera has noted in EXIF."""

_LYING: Final = {5, 6, 7, 8}

_ENCODERS: Final[dict[PrintFormat, dict[str, Any]]] = {
    # Half to two thirds of the bytes of the JPEG below, at a likeness (SSIM) of 0.97 to 0.98; the highest method
    # takes twice as long for a tenth at most.
    "webp": {"quality": 75, "method": 4},
    # For what cannot show WebP. Progressive files are smaller and are seen whole, if unsharp, from the first bytes.
    "jpeg": {"quality": 78, "progressive": True, "optimize": True},
    # A tenth to a fifth smaller than WebP for thrice the time; speed 6 would take thrice that for another tenth. With
    # more threads it would cut a picture into as many tiles as there are processors: other bytes on every machine.
    "avif": {"quality": 55, "speed": 8, "max_threads": 1},
}

_GAP: Final = 3.0
"""How many times larger than the print a picture is when the fine filter takes it over from the fast one."""


def examine(content: bytes, largest: int) -> Plate:
    """What a page must know of a picture of at most `largest` pixels, which is proved to be readable to its end.

    PictureFault where the file is no picture, in a format that we do not take, broken, or too large; no memory is
    spent on pixels before its size is known.
    """
    image = opened(content, largest)
    with pillow_at_work():
        if image.format == "PNG":
            opened(content, largest).verify()  # it has checksums, of which decoding passes some over
        animated = has_more_frames(image)
        width, height = image.size
        # A JPEG is read to its end whatever its scale, and an eighth of it is enough for a tone.
        shrunk = image.draft(None, (1, 1)) is not None
        image.load()
        if not shrunk:
            width, height = image.size  # a TIFF has turned itself upright
        if _orientation(image) in _LYING:
            width, height = height, width
        colours, alpha = separated(image)
        tone = "" if alpha else _tone(colours, image.info.get("icc_profile"))
    return Plate(width, height, tone, transparent=alpha is not None, animated=animated)


def _tone(colours: Image.Image, profile: bytes | None) -> str:
    small = colours.resize((8, 8), Image.Resampling.BOX)
    red, green, blue = in_srgb(small, profile).resize((1, 1), Image.Resampling.BOX).tobytes()
    return tone_of((red, green, blue))


def develop(content: bytes, largest: int) -> Image.Image:
    """The first frame upright in sRGB, RGB or (where anything is seen through) RGBA, and nothing else of the file.

    PictureFault as from `examine`. Colours are converted before anything is scaled: it is done once for all prints,
    and a print is then scaled and cropped in the colours that it is seen in.
    """
    image = opened(content, largest)
    with pillow_at_work():
        image.load()
        colours, alpha = separated(image)
        picture = in_srgb(colours, image.info.get("icc_profile"))
        if alpha:
            picture.putalpha(alpha)
        turn = _UPRIGHT.get(_orientation(image))
        picture = picture.transpose(turn) if turn is not None else picture
        # The notes of the file come along through every step, and encoders would pick some of them up.
        picture.info.clear()
        return picture


def _orientation(image: ImageFile.ImageFile) -> int:
    """The number that EXIF has for how the camera was held, 1 (upright) where it cannot be read."""
    try:
        return int(image.getexif().get(ExifTags.Base.Orientation, 1))
    except Exception:  # noqa: BLE001  the notes of a camera may be garbage where its picture is whole
        return 1


def print_of(
    image: Image.Image, size: tuple[int, int], crop: Box | None, format: PrintFormat, backdrop: str
) -> bytes:
    """A developed picture, or a crop of it, in a size and a format: the same bytes in every process.

    It is smaller than `size` where it would be enlarged or be longer than any format can say. `backdrop` is the
    colour (#rrggbb) behind a picture that can be seen through, in JPEG, which has no transparency.
    """
    box = crop or (0, 0, *image.size)
    share = min(1, (box[2] - box[0]) / size[0], (box[3] - box[1]) / size[1], LONGEST / max(size))
    smaller = max(1, round(size[0] * share)), max(1, round(size[1] * share))
    # Pillow scales what is transparent premultiplied, so the colour of unseen pixels does not bleed into seen ones.
    picture = image.resize(smaller, Image.Resampling.LANCZOS, box, reducing_gap=_GAP)
    if format == "jpeg" and picture.mode == "RGBA":
        ground = Image.new("RGB", smaller, backdrop)
        ground.paste(picture, mask=picture)
        picture = ground
    picture.info.clear()
    paper = BytesIO()
    picture.save(paper, format, **_ENCODERS[format])
    return paper.getvalue()
