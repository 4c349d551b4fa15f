"""Whatever a file's pixels mean, as eight bits of sRGB: what every screen takes colours for that carry no profile."""

from __future__ import annotations

from io import BytesIO
from typing import Final

from PIL import Image, ImageChops, ImageCms, ImageFile

_STEPS: Final = range(0, 256, 51)
_PROBE: Final = bytes(v for r in _STEPS for g in _STEPS for b in _STEPS for v in (r, g, b))

_BITS_PER_SAMPLE: Final = 258
_PHOTOMETRIC: Final = 262


def separated(image: ImageFile.ImageFile) -> tuple[Image.Image, Image.Image | None]:
    """The colours of a picture in eight bits (L, RGB, CMYK or LAB), and its alpha channel where it hides anything."""
    picture = _of_eight_bits(image) if image.mode.startswith("I;16") else image
    if not picture.has_transparency_data:
        return _plain(picture, {"1": "L"}), None
    grey = picture.mode in {"1", "L", "LA", "La"}
    picture = picture.convert("LA" if grey else "RGBA")
    alpha = picture.getchannel("A")
    return _plain(picture, {"LA": "L"}), alpha if alpha.getextrema() != (255, 255) else None


def _plain(picture: Image.Image, modes: dict[str, str]) -> Image.Image:
    if picture.mode in {"L", "RGB", "CMYK", "LAB"}:
        return picture
    return picture.convert(modes.get(picture.mode, "RGB"))


def _of_eight_bits(image: ImageFile.ImageFile) -> Image.Image:
    """Sixteen bits of grey shifted to eight: Pillow's own conversion would clip them, and leave a white page."""
    tags = getattr(image, "tag_v2", {})
    bits = tags.get(_BITS_PER_SAMPLE, (16,))[0]
    # One of its greys may stand for nothing, which no camera writes and no conversion of Pillow's understands.
    image.info.pop("transparency", None)
    grey = image.convert("I").point(lambda value: value * (1 / 2 ** (bits - 8))).convert("L")
    return ImageChops.invert(grey) if tags.get(_PHOTOMETRIC) == 0 else grey


def in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """The colours of a picture as RGB in sRGB, by its ICC profile; one that does not fit or is damaged is passed over.

    Browsers pass over such profiles too, so the picture looks as its editor has always seen it.
    """
    try:
        transform = _transform(picture.mode, profile)
        return transform.apply(picture) if transform else picture.convert("RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return picture.convert("RGB")


def _transform(mode: str, profile: bytes | None) -> ImageCms.ImageCmsTransform | None:
    """What leads from a mode under a profile to sRGB; None where nothing is to be done but to change the mode."""
    if mode == "LAB":
        return ImageCms.buildTransform(
            ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB"), "LAB", "RGB"
        )
    if not profile:
        return None
    # The white of paper becomes the white of the screen and black ink its black, as photographers have it set.
    transform = ImageCms.buildTransform(
        ImageCms.ImageCmsProfile(BytesIO(profile)),
        ImageCms.createProfile("sRGB"),
        mode,
        "RGB",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    return None if mode == "RGB" and _changes_nothing(transform) else transform


def _changes_nothing(transform: ImageCms.ImageCmsTransform) -> bool:
    """Whether it leaves a grid of colours as they are, but for rounding.

    Most profiles are sRGB, and a large photograph would spend more time on being converted than on being decoded.
    """
    probe = Image.frombytes("RGB", (len(_PROBE) // 3, 1), _PROBE)
    there = transform.apply(probe).tobytes()
    return all(abs(a - b) <= 2 for a, b in zip(_PROBE, there, strict=True))
