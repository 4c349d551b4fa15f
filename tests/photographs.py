"""Pictures for tests, drawn when they are wanted: the same for the same arguments."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw


@cache
def photograph(width: int = 1200, height: int = 800, seed: int = 1, format: str = "JPEG") -> bytes:
    """A picture of a sky over hills, which no two seeds share."""
    sky = Image.linear_gradient("L").resize((width, height))
    picture = Image.merge(
        "RGB", (sky.point(lambda v: 255 - v * seed % 160), sky, sky.point(lambda v: 200 - v // 2))
    )
    pen = ImageDraw.Draw(picture)
    for hill in range(5):
        foot = (hill * 7 + seed * 3) % 10 * width // 10
        peak = foot + width // 8, height * (4 + (hill + seed) % 4) // 10
        colour = (40 * hill, 90 + 20 * hill, (60 * seed) % 200)
        pen.polygon([(foot, height), peak, (foot + width // 3, height)], fill=colour)
    return saved(picture, format)


def saved(picture: Image.Image, format: str, **options: object) -> bytes:
    """The bytes of a picture in a format."""
    paper = BytesIO()
    picture.save(paper, format, **options)
    return paper.getvalue()


def moving() -> bytes:
    """A picture that moves between two images."""
    first, second = (Image.new("P", (800, 600), colour) for colour in (1, 2))
    return saved(first, "GIF", save_all=True, append_images=[second])


FILES: Mapping[str, Callable[[], bytes]] = {
    "photograph": photograph,
    "small-photograph": lambda: photograph(300, 200),
    "torn-photograph": lambda: photograph()[:9000],
    "large-photograph": lambda: photograph(2000, 1500),
    "moving-picture": moving,
    "bitmap": lambda: photograph(format="BMP"),
    "words": lambda: b"These are words, whatever the file is called.",
}
"""What a file of a world in one text can hold that is not text."""
