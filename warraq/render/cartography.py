"""The maps of pages, drawn in the language of their readers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

from markupsafe import Markup

from warraq.fingerprint import digest
from warraq.lang.numbers import format_number, localise_digits
from warraq.maps.lettering import read_lettering
from warraq.maps.plates import Atlas, atlas, glimpse, journey_map, place_map
from warraq.maps.spots import Spot, Way
from warraq.maps.style import Speech
from warraq.model.words import N_
from warraq.plan.small_map_views import SmallMapView
from warraq.render.theme import Theme

Keep = Callable[[str, Callable[[], Any]], Any]
"""The value under a key, made where nobody has kept it."""


class Cartographer:
    """Draws maps for the readers of one language.

    The maps of all places are kept between builds: the home page has one, and is made anew with every new story. Small
    maps are not: they are nearly as quickly drawn as fetched.
    """

    def __init__(self, theme: Theme, code: str, keep: Keep) -> None:
        self._language, self._catalog = theme.site.language(code), theme.catalog(code)
        self._widths, self._fonts = theme.widths, dict(theme.site.fonts).get(code, ())
        self._keep = keep
        self._mark = digest(
            "map", theme.engine, repr(self._language), self._catalog.digest, self._widths, *self._fonts
        )

    def atlas(self, spots: Sequence[Spot], ways: Sequence[Way]) -> Atlas:
        """The map of all places, in several sheets."""
        label, enlarged = self._say(N_("Map")), self._say(N_("A part of the map, enlarged"))
        key = digest(self._mark, "atlas", repr((spots, ways)))
        sheets = self._keep(key, lambda: tuple(atlas(spots, ways, label, enlarged, self._speech)))
        return Atlas(*(Markup(sheet) for sheet in sheets))

    def glimpse(self, spots: Sequence[Spot], ways: Sequence[Way]) -> Markup:
        """The map of all places for the home page."""
        key = digest(self._mark, "glimpse", repr((spots, ways)))
        return Markup(self._keep(key, lambda: glimpse(spots, ways, self._speech)))

    def small_map(self, view: SmallMapView) -> Markup:
        """The map of a place or of a journey."""
        if view.way:
            return Markup(journey_map(view.spots, view.way, view.label, self._speech))
        return Markup(place_map(view.spots, view.label, self._speech))

    @cached_property
    def _speech(self) -> Speech:
        language = self._language
        return Speech(
            read_lettering(self._widths, self._fonts),
            language.code,
            language.direction,
            lambda text: localise_digits(text, language.digits),
            self._kilometres,
        )

    def _kilometres(self, number: int) -> str:
        return self._say(N_("{number} km")).replace("{number}", format_number(number, self._language))

    def _say(self, phrase: str) -> str:
        return self._catalog.translations.gettext(phrase)
