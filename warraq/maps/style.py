"""How a sheet is drawn: what has room on it, how large its script is, and how it speaks to its readers."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from warraq.maps.lettering import Lettering
from warraq.maps.spots import Sizes


class Room(NamedTuple):
    """How many bytes the parts of a map may have, so that the page stays light on a site of any size.

    Ground is simplified until it fits; ways and spots that do not fit are left to the list under the map.
    """

    ground: int
    ways: int
    spots: int


class Style(NamedTuple):
    """What is drawn on a sheet, and how large."""

    name: str
    """Its class is `map-` and this."""
    sizes: Sizes
    script: float
    """The size of labels."""
    small: float
    """The size of lesser labels and of numbers at the rim; 0 for neither."""
    most_labels: int
    room: Room
    has_links: bool = True

    @property
    def usual(self) -> float:
        """The size of most of its labels."""
        return self.small or self.script


class Speech(NamedTuple):
    """How a map speaks to the readers of one language."""

    lettering: Lettering
    code: str
    direction: str
    digits: Callable[[str], str]
    """The digits of the language in place of those of a number."""
    kilometres: Callable[[int], str]
