"""What stands ready before any view is written: addresses of styles, fonts, icons and covers, and fixed phrases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from warraq.model.text import MarkupWords


@dataclass(frozen=True, slots=True)
class CitationWords:
    """The phrases of a bibliography in the language of its entry."""

    comma: str
    translated: str
    """With `{names}`."""


@dataclass(frozen=True)
class Furniture:
    """The fixed parts of all pages; every address from `/`, with the fingerprint of its content in its name."""

    styles: tuple[str, ...]
    scripts: tuple[str, ...]
    fonts: Mapping[str, tuple[str, ...]]
    """For each language, the font files that its pages load first."""
    icon: str
    touch_icon: str
    share_image: str
    covers: Mapping[str, str]
    """For the key of a record, its cover."""
    markup_words: Mapping[str, MarkupWords]
    citation_words: Mapping[str, CitationWords]
    """For each language of the site, and under the empty code for all others."""
