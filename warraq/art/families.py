"""The families of ornament that a cover may have, and which of them suits what."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from .chance import choose
from .inks import Voice

Region: TypeAlias = Literal["isfahan", "palestine", "bridge"]

FAMILIES: Final = (
    "girih-8",
    "girih-10",
    "girih-6",
    "tatreez",
    "arches",
    "arabesque",
    "meeting",
    "shamsa",
    "cypress",
    "motif",
)

_KINDS: Final[dict[str, dict[Region, tuple[str, ...]]]] = {
    # A story shows the crafts of its region.
    "stories": {
        "isfahan": ("girih-8", "girih-10", "girih-6", "arches", "arabesque"),
        "palestine": ("tatreez", "tatreez", "tatreez", "arches", "girih-8"),
        "bridge": ("meeting", "meeting", "arches", "girih-6", "tatreez"),
    },
    # A life is one figure on an open ground: a star as books carry it beside their owner's name, or a tree.
    "people": {
        "isfahan": ("shamsa", "shamsa", "cypress"),
        "palestine": ("shamsa", "cypress", "cypress"),
        "bridge": ("shamsa", "cypress"),
    },
    # A place is what is built there.
    "places": {
        "isfahan": ("arches", "arches", "girih-8"),
        "palestine": ("arches", "arches", "girih-6"),
        "bridge": ("arches", "arches", "girih-6"),
    },
    # A work is a binding, or a cloth.
    "works": {
        "isfahan": ("arabesque", "girih-10"),
        "palestine": ("tatreez",),
        "bridge": ("arabesque", "tatreez"),
    },
    # Who travels passes bridges and trees.
    "journeys": {
        "isfahan": ("arches", "cypress"),
        "palestine": ("arches", "cypress"),
        "bridge": ("arches", "cypress", "meeting"),
    },
    # An institution is a rule that repeats.
    "institutions": {
        "isfahan": ("girih-8", "girih-10"),
        "palestine": ("girih-8", "girih-6"),
        "bridge": ("girih-8", "girih-6", "girih-10"),
    },
    # What happened on a day, and what is begun together.
    "events": {
        "isfahan": ("girih-10", "shamsa"),
        "palestine": ("tatreez", "shamsa"),
        "bridge": ("meeting", "girih-10"),
    },
    "projects": {
        "isfahan": ("meeting", "girih-10"),
        "palestine": ("meeting", "tatreez"),
        "bridge": ("meeting",),
    },
    # A gift is a cloth, or what it is wrapped in.
    "gifts": {
        "isfahan": ("arabesque", "motif"),
        "palestine": ("tatreez", "motif"),
        "bridge": ("meeting", "motif"),
    },
    # A word is one small sign.
    "terms": {"isfahan": ("motif", "girih-8"), "palestine": ("motif",), "bridge": ("motif",)},
}


def families() -> tuple[str, ...]:
    """The names of the families that ``cover`` knows."""
    return FAMILIES


def kinds() -> tuple[str, ...]:
    """The kinds of records that have covers; sources and pages have none."""
    return tuple(_KINDS)


def family_for(seed: str, region: Region | None, kind: str = "stories") -> str:
    """The family that suits a kind and a region, chosen by a seed such as a record's id; a kind without covers: ``""``.

    What belongs to no region has the families of what joins the two.
    """
    suited = _KINDS.get(kind)
    return choose(seed, "family", suited[region or "bridge"]) if suited else ""


def voice_for(region: Region | None) -> Voice:
    """The voice in which a record of a region is coloured; what belongs to no region has that of the bridge."""
    return region or "bridge"
