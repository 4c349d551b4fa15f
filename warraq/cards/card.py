"""What a share image says and shows."""

from __future__ import annotations

from dataclasses import dataclass

from warraq.art import Palette, Voice
from warraq.lang.language import Direction
from warraq.model.worded import Words


class NoShareCard(Exception):
    """A share image cannot be drawn here, and its page does well with the one picture that all pages may share.

    The typesetter is not installed, or no face has a letter of the words: a name with a hole in it would be worse.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareCard:
    """The words of a share image, its ornament and its picture."""

    title: Words
    """In its own script, which need not be the page's; it may hold words of others."""
    language: str
    """The code of the page's language, in which all other words are."""
    direction: Direction
    """The direction of the page: its picture stands at the end of the line."""
    kicker: str = ""
    """What kind of page this is, in a word or two: «داستان», "Person"."""
    line: str = ""
    """The years of a life, or a date; values of the other direction in it are isolated."""
    site: str = ""
    """The title of the site, at the foot."""
    voice: Voice = "bridge"
    family: str = ""
    """One of `art.families()`; chosen by the voice where empty."""
    seed: str
    """The record's id, from which its ornament is drawn as on its cover."""
    palette: Palette
    picture: bytes | None = None
    """An upright picture in a format that Pillow reads, at best 368 by 558 pixels or more; None for our ornament."""
