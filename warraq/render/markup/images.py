"""Pictures as browsers want them: in several sizes and formats, with their proportions, loaded when they are near."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from warraq.lang.language import Language
from warraq.model.figure import Figure, Image
from warraq.model.picture_references import target_of
from warraq.render.markup.tree import Element

# A phone has so many pixels that no eye tells the last third of them: it is told of a smaller place than there is,
# and takes prints of half the weight.
SIZES: Final[Mapping[str, str]] = {
    "": "(min-width: 45rem) 38rem, 70vw",
    "wide": "(min-width: 45rem) 60rem, 80vw",
    "gallery": "(min-width: 45rem) 19rem, 60vw",
    "portrait": "(min-width: 45rem) 20rem, 70vw",
    "thumb": "5rem",
    "cover": "(min-width: 45rem) 20rem, 60vw",
}
"""How wide a picture is shown, by the kind of its figure."""


def fill_images(
    root: Element, pictures: Mapping[str, Figure], language: Language, *, eager: bool = False
) -> None:
    """Give every picture of a text its prints. Those that lead to more of themselves become links.

    `eager` where they stand at the head of a page and are wanted at once.
    """
    for parent in root.elements():
        for position, child in enumerate(parent.children):
            if isinstance(child, Element) and child.tag == "img":
                figure = pictures[target_of(child.attributes.get("src", ""))]
                shown = _shown(child, figure, language, eager=eager)
                alt = shown.elements()[-1].attributes["alt"]
                is_link = bool(figure.href) and parent.tag != "a" and not figure.is_adornment
                parent.children[position] = Element("a", _link(figure, alt), shown) if is_link else shown


def _link(figure: Figure, alt: str) -> dict[str, str]:
    """The attributes of the link to more of a picture; assets/js/zoom.js looks for those of one that has tiles."""
    link = {"class": "picture-link", "href": figure.href}
    if figure.zoom:
        link |= {
            "data-zoom": "",
            "data-tiles": figure.zoom.base,
            "data-width": str(figure.zoom.width),
            "data-height": str(figure.zoom.height),
            "data-tile": str(figure.zoom.tile),
            "data-factors": " ".join(map(str, figure.zoom.factors)),
            "data-alt": alt,
        }
    return link


def _shown(picture: Element, figure: Figure, language: Language, *, eager: bool) -> Element:
    """The picture that a text names: the words that the text gives it go before those that are declared."""
    own = picture.attributes.get("alt", "")
    alt = own or (figure.alt.text if figure.alt else "")
    shown = image_element(figure.image, picture.attributes.get("sizes", SIZES[""]), alt, eager=eager)
    image = shown.elements()[-1]
    if figure.alt and not own and figure.alt.language != language.code:
        image.attributes["lang"] = figure.alt.language
    if title := picture.attributes.get("title"):
        image.attributes["title"] = title
    return shown


def image_element(image: Image, sizes: str, alt: str, *, eager: bool = False) -> Element:
    """An image in all its sizes and formats."""
    sources = [
        Element("source", {"type": f"image/{format}", "srcset": choices, "sizes": sizes})
        for format, choices in (("avif", image.avif), ("webp", image.webp))
        if choices
    ]
    attributes = {"class": f"tone-{image.tone}"} if image.tone else {}
    attributes |= {
        "src": image.src,
        "alt": alt,
        "width": str(image.width),
        "height": str(image.height),
        **({"fetchpriority": "high"} if eager else {"loading": "lazy"}),
        "decoding": "async",
    }
    picture = Element("img", attributes)
    return Element("picture", {}, *sources, picture) if sources else picture
