"""Pictures with their captions: a paragraph that begins with a picture on a line of its own becomes a figure.

    ![What is seen](bridge.jpg)
    The bridge of [[isfahan]], about 1900
    -- Photograph: Ernst Hoeltzer

The lines below the picture are its caption, a last line that begins with `-- ` says whose the picture is. A title,
`![…](bridge.jpg "The bridge")`, is a caption, too. What the text does not say comes from what is declared of the
picture. Several pictures, a line each and nothing else, become a gallery.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from warraq.lang.language import Language
from warraq.model.figure import Figure
from warraq.model.picture_references import target_of
from warraq.model.text import TextContext
from warraq.model.worded import Words
from warraq.render.markup.images import SIZES
from warraq.render.markup.sources import take_source
from warraq.render.markup.tree import Element


def settle_figures(elements: Iterable[Element], context: TextContext) -> None:
    """Make a figure of every paragraph whose first line is a picture, a gallery of one that holds only pictures.

    A picture that is not among `context.pictures` leaves the words that were to stand for it.
    """
    pictures = dict(context.pictures)
    for parent in elements:
        parent.children[:] = [_or_its_words(child, pictures) for child in parent.children]
    for parent in elements:
        parent.children[:] = [child for child in parent.children if not _is_empty(child)]
        for position, child in enumerate(parent.children):
            if not isinstance(child, Element) or child.tag != "p":
                continue
            if len(alone := _pictures_alone(child)) > 1:
                figures = (
                    _figure(Element("p", {}, one), pictures, context.language, "gallery") for one in alone
                )
                parent.children[position] = gallery(figures)
            elif _begins_with_picture(child):
                parent.children[position] = _figure(child, pictures, context.language)


_TALL = 1.15
"""Height to width from which on a picture as wide as the text would not be seen whole."""


def figure_of(figure: Figure, language: Language, kind: str = "") -> Element:
    """A figure that no text names, with the words that are declared of it."""
    picture = Element("img", {"src": figure.anchor})
    return _framed(picture, picture, figure, [], [], language, kind)


def gallery(figures: Iterable[Element]) -> Element:
    """Figures beside each other."""
    return Element("div", {"class": "gallery"}, *figures)


def _or_its_words(child: Element | str, pictures: Mapping[str, Figure]) -> Element | str:
    if isinstance(child, Element) and child.tag == "img" and _declared(child, pictures) is None:
        return child.attributes.get("alt", "")
    return child


def _is_empty(child: Element | str) -> bool:
    """Whether it is a paragraph in which a picture stood that could not be shown, and nothing else."""
    return isinstance(child, Element) and child.tag == "p" and not any(child.children)


def _declared(picture: Element, pictures: Mapping[str, Figure]) -> Figure | None:
    return pictures.get(target_of(picture.attributes.get("src", "")))


def _pictures_alone(paragraph: Element) -> list[Element]:
    """The pictures of a paragraph that holds nothing else; none of any other."""
    found = []
    for child in paragraph.children:
        if isinstance(child, Element) and _picture(child) is not None:
            found.append(child)
        elif not (isinstance(child, str) and not child.strip()) and not (
            isinstance(child, Element) and child.tag == "br"
        ):
            return []
    return found


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


def _figure(
    paragraph: Element, pictures: Mapping[str, Figure], language: Language, kind: str = ""
) -> Element:
    first = paragraph.children.pop(0)
    assert isinstance(first, Element)
    picture = _picture(first)
    assert picture is not None
    declared = _declared(picture, pictures)
    assert declared is not None
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
    kind = f"{kind} {picture.attributes.pop('class', '')}".strip()
    return _framed(first, picture, declared, caption, credit, language, kind)


def _framed(
    outer: Element,
    picture: Element,
    declared: Figure,
    caption: list[Element | str],
    credit: list[Element | str],
    language: Language,
    kind: str,
) -> Element:
    """The figure of a picture: the words given to it here go before those that are declared."""
    kinds = kind.split()
    picture.attributes["sizes"] = SIZES[next((name for name in kinds if name in SIZES), "")]
    shapes = ["tall"] if declared.image.height > declared.image.width * _TALL else []
    own = " ".join(("picture", *(name for name in kinds if name != "gallery"), *shapes))
    figure = Element("figure", {"class": own}, outer)
    if not caption and declared.caption:
        caption = [_said(declared.caption, language)]
    if not credit and declared.credit:
        credit = [_said(declared.credit, language)]
    if declared.rights:
        address = {"class": "rights", "href": declared.rights_href, "rel": "license"}
        rights = Element("a", address, _said(declared.rights, language))
        credit = [*credit, " · ", rights] if credit else [rights]
    if credit:
        # A direction of its own keeps the credit apart from the last words of the caption.
        mark = Element("small", {"class": "credit", "dir": language.direction}, *credit)
        caption = [*caption, "\n", mark] if caption else [mark]
    if caption:
        figure.children.append(Element("figcaption", {}, *caption))
    return figure


def _said(words: Words, language: Language) -> Element | str:
    """Words in a text of this language: with a mark of their own where they are in another one."""
    if words.language == language.code:
        return words.text
    return Element("bdi", {"lang": words.language, "dir": words.direction}, words.text)
