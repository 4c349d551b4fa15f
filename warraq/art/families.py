"""The families of ornament that a cover may have, and which of them suits what."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from .chance import choose

Region: TypeAlias = Literal["isfahan", "palestine", "bridge"]

FAMILIES: Final = ("girih-8", "girih-10", "girih-6", "tatreez", "arches", "arabesque", "meeting")
_REGIONS: Final[dict[Region, tuple[str, ...]]] = {
    "isfahan": ("girih-8", "girih-10", "girih-6", "arches", "arabesque"),
    "palestine": ("tatreez", "tatreez", "tatreez", "girih-8"),
    "bridge": ("meeting", "meeting", "arches", "girih-6", "tatreez"),
}


def families() -> tuple[str, ...]:
    """The names of the families that ``cover`` knows."""
    return FAMILIES


def family_for(seed: str, region: Region) -> str:
    """The family that suits a region, chosen by a seed such as a record's id."""
    return choose(seed, "family", _REGIONS[region])
