"""Links that leave the site."""

from __future__ import annotations

from collections.abc import Iterable

from warraq.render.markup.tree import Element


def mark_external_links(elements: Iterable[Element]) -> None:
    """Give links to other sites the class `external` and tell those sites nothing of the reader's page.

    `noreferrer` includes `noopener`; no link opens a new window, so nothing else is needed.
    """
    for element in elements:
        if element.tag != "a":
            continue
        if element.attributes.get("href", "").lower().startswith(("http://", "https://", "//")):
            element.add_class("external")
            element.attributes["rel"] = f"{element.attributes.get('rel', '')} noreferrer".strip()
