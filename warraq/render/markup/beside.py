"""Pictures that no text names, as templates show them beside it."""

from __future__ import annotations

from collections.abc import Iterable

from warraq.lang.language import Language
from warraq.model.figure import Figure, Image
from warraq.render.markup.figures import figure_of, gallery
from warraq.render.markup.images import SIZES, fill_images, image_element
from warraq.render.markup.isolation import isolate_foreign_runs
from warraq.render.markup.links import mark_external_links
from warraq.render.markup.tree import Element, write_html


def figure_html(figure: Figure, language: Language, kind: str = "", *, eager: bool = False) -> str:
    """A figure with the words that are declared of it; `kind` is `portrait`, `wide`, `gallery` or nothing."""
    return _printed([figure_of(figure, language, kind)], [figure], language, eager=eager)


def gallery_html(figures: Iterable[Figure], language: Language) -> str:
    """Figures beside each other."""
    shown = tuple(figures)
    return _printed([gallery(figure_of(figure, language, "gallery") for figure in shown)], shown, language)


def image_html(image: Image, kind: str, alt: str = "", *, eager: bool = False) -> str:
    """A picture without words around it."""
    return write_html(Element("", {}, image_element(image, SIZES.get(kind, kind), alt, eager=eager)))


def _printed(
    elements: list[Element], figures: Iterable[Figure], language: Language, *, eager: bool = False
) -> str:
    root = Element("", {}, *elements)
    mark_external_links(root.elements())
    isolate_foreign_runs(root, language)
    fill_images(root, {figure.anchor: figure for figure in figures}, language, eager=eager)
    return write_html(root)
