"""What stands ready before any view is written: addresses of styles, fonts and icons, and fixed phrases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from warraq.lang.catalogs import Catalog
from warraq.model.site import Site
from warraq.model.text import MarkupWords
from warraq.model.words import N_


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
    scripts: Mapping[str, str]
    """By file name: no page has them all."""
    fonts: Mapping[str, tuple[str, ...]]
    """For each language, the font files that its pages load first."""
    icon: str
    touch_icon: str
    share_image: str
    share_images: str
    """A fingerprint of what all share images have in common; empty where only the one of the site is there."""
    lettering: str
    """A fingerprint of the widths of letters, by which the labels of maps find their places."""
    markup_words: Mapping[str, MarkupWords]
    citation_words: Mapping[str, CitationWords]
    """For each language of the site, and under the empty code for all others."""


class Fittings(Protocol):
    """What a theme gives for the frame of all pages: addresses from `/`, and words."""

    @property
    def styles(self) -> tuple[str, ...]: ...
    @property
    def scripts(self) -> Mapping[str, str]: ...
    @property
    def icon(self) -> str: ...
    @property
    def touch_icon(self) -> str: ...
    @property
    def share_image(self) -> str: ...
    @property
    def share_images(self) -> str: ...
    @property
    def lettering(self) -> str: ...
    def font(self, name: str) -> str: ...
    def catalog(self, code: str) -> Catalog: ...


def furniture_of(site: Site, theme: Fittings) -> Furniture:
    """The fixed parts of all pages of a site."""
    return Furniture(
        styles=theme.styles,
        scripts=theme.scripts,
        fonts={code: tuple(theme.font(name) for name in names) for code, names in site.fonts},
        icon=theme.icon,
        touch_icon=theme.touch_icon,
        share_image=theme.share_image,
        share_images=theme.share_images,
        lettering=theme.lettering,
        markup_words={code: _markup_words(theme.catalog(code)) for code in site.codes},
        citation_words={code: _citation_words(theme.catalog(code)) for code in (*site.codes, "")},
    )


_MARKUP_PHRASES = {
    "notes": N_("Notes"),
    "note": N_("Note {number}"),
    "back": N_("Back to the text, note {number}"),
    "table": N_("Table {number}"),
    "contents": N_("Contents"),
    "glosses": N_("Words in this text"),
}


def _markup_words(catalog: Catalog) -> MarkupWords:
    say: Any = catalog.translations.gettext
    return MarkupWords(**{name: say(phrase) for name, phrase in _MARKUP_PHRASES.items()})


def _citation_words(catalog: Catalog) -> CitationWords:
    say: Any = catalog.translations.gettext
    return CitationWords(comma=f"{say(N_(','))} ", translated=say(N_("translated by {names}")))
