"""The signs of the picture, each by itself, for the key that explains them."""

from __future__ import annotations

from typing import Final

from warraq.art.svg import number
from warraq.lang.language import Direction
from warraq.timeline.pen import Pen, shape
from warraq.timeline.scale import Scale
from warraq.timeline.times import Edge, Time

SIGNS: Final = (
    "milestone",
    "other",
    "journey",
    "isfahan",
    "palestine",
    "bridge",
    "active",
    "between",
    "about",
)
"""What the key explains."""

_WIDTH: Final = 44
_HEIGHT: Final = 14


def sign_svg(name: str, direction: Direction) -> str:
    """A sign of the picture; LookupError for one that it does not have."""
    if name not in SIGNS:
        raise LookupError(name)
    pen = Pen(Scale(0, _WIDTH, _WIDTH), direction)
    whole = Time("life", Edge(0, 0), Edge(_WIDTH, _WIDTH))
    region = name if name in ("isfahan", "palestine", "bridge") else ""
    if name in ("milestone", "other", "journey"):
        body = f'<g transform="translate({number(_WIDTH / 2)} 7)">{shape(name, direction)}</g>'
    elif name == "active":
        body = "".join(pen.bar(Time("active", whole.begins, whole.ends), "", 0, _WIDTH, 4))
    elif name == "between":
        body = pen.between(0, _WIDTH, 7)
    elif name == "about":
        about = Time("life", Edge(0, 0), Edge(26, 26, about=True))
        body = "".join(pen.bar(about, "", 0, 26, 4.5))
    else:
        body = "".join(pen.bar(whole, region, 0, _WIDTH, 4))
    # A page has these beside the picture itself: each has its own threads.
    drawn = f"<defs>{pen.threads.patterns()}</defs>{body}"
    for mark in ('id="times-', "url(#times-"):
        drawn = drawn.replace(mark, f"{mark}key-")
    of_region = f' data-region="{region}"' if region else ""
    return (
        f'<svg class="times-sign" viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" height="{_HEIGHT}" '
        f'aria-hidden="true" focusable="false"{of_region}>{drawn}</svg>'
    )
