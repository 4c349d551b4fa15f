"""Pictures: what editors declare of one, and what is known of its file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from warraq.model.declaring import Part, PartyRef, SourceRef
from warraq.model.rights import RightsCode
from warraq.model.values import Date, Day, FileName, Flag, Focus, Phrase, Phrases, WebAddress


@dataclass(frozen=True, kw_only=True)
class Consent(Part):
    """A living person's written consent, which can be withdrawn at any time."""

    given: Day
    covers: tuple[Literal["name", "portrait", "voice", "workshop", "place"], ...]
    record: Phrase
    """Where the signed paper is kept; never published."""


@dataclass(frozen=True, kw_only=True)
class Picture(Part):
    """A picture whose file lies beside the facts. What it needs in order to be shown is asked in `index/checks.py`."""

    file: FileName
    alt: Phrases | None = None
    """What is to be seen, for those who do not see it."""
    decorative: Flag = False
    """It adds nothing to the text, and is passed over by those who do not see it."""
    caption: Phrases | None = None
    credit: Phrases | None = None
    """The line that names whose it is, as it is printed."""
    rights: RightsCode | None = None
    maker: PartyRef | None = None
    date: Date | None = None
    source: SourceRef | None = None
    original: WebAddress | None = None
    """Where the holder shows it."""
    shows: tuple[PartyRef, ...] = ()
    living: Flag | None = None
    """Whether a living person can be recognised in it; on the record of a living person that is taken for granted."""
    consent: Consent | None = None
    focus: Focus | None = None
    """What must stay in view where it is cropped; its middle where it is not said."""
    zoom: Flag | None = None
    """Whether it can be looked at closely; where it is not said, a work's can if it is large enough."""


class PictureFile(NamedTuple):
    """What is known of the file of a picture once it has been looked at."""

    name: str
    digest: str
    """The fingerprint of its bytes."""
    width: int
    """In pixels, as it is seen: turned upright."""
    height: int
    tone: str
    """Its average colour, as one of the names in `warraq.pictures`."""
    transparent: bool
