"""The prints of a picture: in which sizes and formats it is published, at which addresses, under which keys.

All of this is known from the size of the picture and the fingerprint of its bytes, before any print is made.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, NamedTuple

from warraq.fingerprint import digest, pictures_digest
from warraq.model.facts import Work
from warraq.model.pictures import Picture, PictureFile
from warraq.model.site import Site
from warraq.pictures import Box, PrintFormat, crop_for, size_of_print, widths_for

PAGE_WIDTHS: Final = (360, 540, 720, 960, 1280, 1920)
"""Pixels across of the prints that a page chooses among: a phone of few pixels to a wide screen of many."""

COVER_WIDTHS: Final = (240, 480, 720)
COVER_RATIO: Final = (3, 4)
"""The shape of all covers, printed or drawn."""

PLAIN_WIDTH: Final = 960
"""Of the JPEG for browsers that know no newer format."""

LARGE_SIDE: Final = 2400
"""Pixels along the longer side of the print that a picture leads to."""

WORTH_A_LARGE: Final = 1280
"""Pixels along the longer side above which there is more to be seen than a page shows."""

CLOSE_UP: Final = 2000
"""Pixels along the longer side from which on a picture of a work can be looked at closely."""


class Negative(NamedTuple):
    """A picture in the index: what its prints are made of."""

    name: str
    digest: str
    width: int
    height: int
    x: float
    """What must stay in view where it is cropped, in per cent from the left edge and from the top."""
    y: float
    transparent: bool
    """Whether it can be seen through, so that in JPEG the paper of the site stands behind it."""
    zoom: bool


class Print(NamedTuple):
    """One file that is made of a picture."""

    path: str
    """Relative to the output folder."""
    key: str
    width: int
    height: int
    format: PrintFormat
    crop: Box | None


@dataclass(frozen=True, slots=True)
class Prints:
    """All prints of one picture."""

    page: tuple[Print, ...]
    avif: tuple[Print, ...]
    plain: Print
    large: Print | None
    """Where it is so much larger than on the page that it is worth a look by itself."""
    cover: tuple[Print, ...]
    """Its upright part, for lists; empty for pictures that stand for nothing."""
    cover_plain: Print | None

    @property
    def all(self) -> tuple[Print, ...]:
        """Each print once."""
        single = (self.plain, self.large, self.cover_plain)
        return (*self.page, *self.avif, *self.cover, *(print for print in single if print))


def negative_of(picture: Picture, file: PictureFile, facts: object) -> Negative:
    """A picture for the index."""
    focus = picture.focus
    wanted = picture.zoom if picture.zoom is not None else isinstance(facts, Work)
    zoom = wanted and max(file.width, file.height) >= CLOSE_UP
    place = (focus.x, focus.y) if focus else (50.0, 50.0)
    return Negative(file.name, file.digest, file.width, file.height, *place, file.transparent, zoom)


def prints_of(owner: str, negative: Negative, site: Site, *, is_cover: bool) -> Prints:
    """The prints of a picture of the record with this key; `is_cover` where it stands for the record in lists."""
    size = negative.width, negative.height
    whole = [size_of_print(size, width) for width in widths_for(negative.width, PAGE_WIDTHS)]

    def made(size: tuple[int, int], format: PrintFormat, crop: Box | None = None) -> Print:
        ground = ground_of(negative, site) if format == "jpeg" else ""
        key = digest("print", pictures_digest(), negative.digest, repr(size), repr(crop), ground, format)
        suffix = "jpg" if format == "jpeg" else format
        name = f"{slug_of_file(negative.name)}.{key[:10]}.{size[0]}.{suffix}"
        return Print(f"assets/pictures/{owner}/{name}", key, *size, format, crop)

    cover: list[tuple[int, int]] = []
    crop = None
    if is_cover:
        crop = crop_for(size, COVER_RATIO, (negative.x, negative.y))
        part = crop[2] - crop[0], crop[3] - crop[1]
        cover = [size_of_print(part, width) for width in widths_for(part[0], COVER_WIDTHS)]
    longer = max(size)
    large = None
    if longer > WORTH_A_LARGE or negative.zoom:
        large = made(size_of_print(size, size[0] * LARGE_SIDE // longer), "jpeg")
    plain = max((each for each in whole if each[0] <= PLAIN_WIDTH), default=whole[0])
    return Prints(
        page=tuple(made(each, "webp") for each in whole),
        avif=tuple(made(each, "avif") for each in whole) if site.facts.pictures.avif else (),
        plain=made(plain, "jpeg"),
        large=large,
        cover=tuple(made(each, "webp", crop) for each in cover),
        cover_plain=made(cover[-1], "jpeg", crop) if cover else None,
    )


def ground_of(negative: Negative, site: Site) -> str:
    """The colour behind a picture that can be seen through, where its format has no transparency; else nothing.

    Other pictures know nothing of the colours of the site, and are not printed again when these change.
    """
    return site.facts.colours.paper if negative.transparent else ""


def slug_of_file(name: str) -> str:
    """The name of a file as a part of an address: small letters, digits and hyphens, without its ending."""
    return re.sub(r"[^a-z0-9]+", "-", name.rpartition(".")[0].lower()).strip("-") or "picture"
