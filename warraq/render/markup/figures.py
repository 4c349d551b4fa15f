"""Pictures with their captions: a paragraph that begins with a picture on a line of its own becomes a figure.

    ![What is seen](bridge.jpg)
    The bridge of [[isfahan]], about 1900
    -- Photograph: Ernst Hoeltzer

The lines below the picture are its caption, a last line that begins with `-- ` says whose the picture is. A title,
`![…](bridge.jpg "The bridge")`, is a caption, too.
"""

from __future__ import annotations

from collections.abc import Iterable

from warraq.lang.language import Language
from warraq.render.markup.sources import take_source
from warraq.render.markup.tree import Element


def settle_figures(elements: Iterable[Element], language: Language) -> None:
    """Make a figure of every paragraph whose first line is a picture and nothing else, and which holds no other."""
    for parent in elements:
        for position, child in enumerate(parent.children):
            if isinstance(child, Element) and child.tag == "p" and _begins_with_picture(child):
                parent.children[position] = _figure(child, language)


def _begins_with_picture(paragraph: Element) -> bool:
    first, *rest = paragraph.children or [""]
    if not isinstance(first, Element) or _picture(first) is None:
        return False
    if sum(element.tag == "img" for element in paragraph.elements()) > 1:
        return False
    return not rest or (isinstance(rest[0], str) and rest[0].startswith("\n"))


def _picture(element: Element) -> Element | None:
    """Return the picture that an element is, or that is all a link holds."""
    if element.tag == "a" and len(element.children) == 1 and isinstance(element.children[0], Element):
        element = element.children[0]
    return element if element.tag == "img" else None


def _figure(paragraph: Element, language: Language) -> Element:
    first = paragraph.children.pop(0)
    assert isinstance(first, Element)
    picture = _picture(first)
    assert picture is not None
    title = picture.attributes.pop("title", "")
    credit = take_source(paragraph)
    caption = paragraph.children
    if caption and isinstance(caption[0], str):
        caption[0] = caption[0].lstrip()
    if not paragraph.text().strip():
        caption = [title] if title else []
    elif title:
        # Below a picture with words of its own, a title is what browsers make of it: a note under the pointer.
        picture.attributes["title"] = title
    figure = Element("figure", {"class": f"picture {picture.attributes.pop('class', '')}".strip()}, first)
    if credit:
        # A direction of its own keeps the credit apart from the last words of the caption.
        mark = Element("small", {"class": "credit", "dir": language.direction}, *credit)
        caption = [*caption, "\n", mark] if caption else [mark]
    if caption:
        figure.children.append(Element("figcaption", {}, *caption))
    return figure
