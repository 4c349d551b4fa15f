"""What the end of a story says of how to cite it and pass it on."""

from __future__ import annotations

from msgspec import Struct

from warraq.model.worded import Words


class FormatView(Struct, frozen=True):
    """The same for a program."""

    name: str
    """`BibTeX` or `RIS`."""
    text: str


class CitationView(Struct, frozen=True):
    """A page as a scholar's note names it."""

    author: Words | None
    title: Words
    quotes: tuple[str, str]
    translated: str
    """By whom, or that a machine has, in a phrase of the page's language; empty where it is no translation."""
    site: str
    date: str
    address: str
    comma: str
    """What stands between the parts: «، » or `, `."""
    day: str
    """Of the text as it is, `2026/11/22`, as the programs of scholars want it."""
    formats: tuple[FormatView, ...]


class ChannelView(Struct, frozen=True):
    """A way to pass a page on: a link that asks nobody anything before it is followed."""

    name: str
    """`mail`, `telegram`, `whatsapp` or `sms`."""
    label: str
    """A phrase of the catalogue."""
    href: str
