"""Manifests and collections as the dictionaries of IIIF Presentation 3.0, and these as bytes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from warraq.iiif.presentation import (
    Canvas,
    Collection,
    Data,
    Description,
    Manifest,
    Page,
    Picture,
    Provider,
    Reference,
    Statement,
    Texts,
)

Json = dict[str, Any]

_CONTEXT = "http://iiif.io/api/presentation/3/context.json"
_NAMED_BY_HTTP = re.compile(r"https?://(?:www\.)?(creativecommons\.org|rightsstatements\.org)/")
_DEED = re.compile(r"(?:deed|legalcode)(?:\.[\w-]+)?$")


def manifest(work: Manifest) -> Json:
    """The manifest of a work; ValueError where it breaks a rule of the standard that no type keeps."""
    if not work.canvases:
        raise ValueError("a manifest shows at least one canvas")
    addresses = [canvas.address for canvas in work.canvases]
    if len(set(addresses)) < len(addresses) or any("#" in address for address in addresses):
        raise ValueError("canvases have addresses of their own, without a fragment")
    return {
        "@context": _CONTEXT,
        "id": work.address,
        "type": "Manifest",
        **_description(work),
        **_given(
            navDate=work.navigation_date,
            viewingDirection=work.viewing_direction,
            behavior=[work.behavior] if work.behavior else None,
        ),
        "items": [_canvas(canvas) for canvas in work.canvases],
    }


def collection(works: Collection) -> Json:
    """The collection of works."""
    return {
        "@context": _CONTEXT,
        "id": works.address,
        "type": "Collection",
        **_description(works),
        "items": [_reference(item) for item in works.items],
    }


def json_bytes(said: Mapping[str, Any]) -> bytes:
    """The dictionary as a file: UTF-8, in the order in which it was made, the same at every build."""
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def language_map(texts: Texts) -> dict[str, list[str]]:
    """The texts as the standard has them: for each language a list; languages without text are left out."""
    listed = {
        code: [_plain(text) for text in ((said,) if isinstance(said, str) else said) if text]
        for code, said in texts.items()
    }
    return {code: said for code, said in listed.items() if said}


def rights_uri(address: str) -> str:
    """The licence or statement as the standard names it: by `http`, and itself instead of a page about it.

    ValueError for rights that are neither of Creative Commons nor of rightsstatements.org: these belong elsewhere.
    """
    named = _NAMED_BY_HTTP.match(address)
    if named is None:
        raise ValueError(f"not a licence that clients of IIIF know: {address}")
    path = address[named.end() :].partition("?")[0]
    if named[1] == "rightsstatements.org":
        path = path.replace("page/", "vocab/", 1)
    return f"http://{named[1]}/{_DEED.sub('', path)}"


def _plain(text: str) -> str:
    """The text, which clients would take for HTML when it stands between angle brackets."""
    return f"{text} " if text.startswith("<") and text.endswith(">") else text


def _description(said: Description) -> Json:
    return {
        "label": language_map(said.label),
        **_given(
            summary=language_map(said.summary) if said.summary else None,
            metadata=_statements(said.metadata),
            requiredStatement=_statement(said.required_statement) if said.required_statement else None,
            rights=rights_uri(said.rights) if said.rights else None,
            provider=[_provider(one) for one in said.provider],
            homepage=_pages(said.homepage),
            seeAlso=[_data(one) for one in said.see_also],
            thumbnail=_thumbnail(said.thumbnail),
            partOf=[_reference(one) for one in said.part_of],
        ),
    }


def _canvas(canvas: Canvas) -> Json:
    return {
        "id": canvas.address,
        "type": "Canvas",
        "label": language_map(canvas.label),
        "width": canvas.width,
        "height": canvas.height,
        **_given(metadata=_statements(canvas.metadata), thumbnail=_thumbnail(canvas.thumbnail)),
        "items": [
            {
                "id": f"{canvas.address}/page",
                "type": "AnnotationPage",
                "items": [
                    {
                        "id": f"{canvas.address}/painting",
                        "type": "Annotation",
                        "motivation": "painting",
                        "body": _picture(canvas.picture),
                        "target": canvas.address,
                    }
                ],
            }
        ],
    }


def _picture(picture: Picture) -> Json:
    service = {"id": picture.service, "type": "ImageService3", "profile": "level0"}
    return {
        "id": picture.address,
        "type": "Image",
        "format": picture.format,
        "width": picture.width,
        "height": picture.height,
        **_given(service=[service] if picture.service else None),
    }


def _thumbnail(picture: Picture | None) -> list[Json]:
    return [_picture(picture)] if picture else []


def _provider(provider: Provider) -> Json:
    return {
        "id": provider.address,
        "type": "Agent",
        "label": language_map(provider.label),
        **_given(homepage=_pages(provider.homepage), logo=_thumbnail(provider.logo)),
    }


def _pages(pages: Iterable[Page]) -> list[Json]:
    return [
        {
            "id": page.address,
            "type": "Text",
            "label": language_map(page.label),
            "format": "text/html",
            "language": [page.language],
        }
        for page in pages
    ]


def _data(data: Data) -> Json:
    return {
        "id": data.address,
        "type": "Dataset",
        "label": language_map(data.label),
        "format": data.format,
        **_given(profile=data.profile),
    }


def _reference(item: Reference) -> Json:
    return {
        "id": item.address,
        "type": item.type,
        "label": language_map(item.label),
        **_given(thumbnail=_thumbnail(item.thumbnail), navDate=item.navigation_date),
    }


def _statements(statements: Iterable[Statement]) -> list[Json]:
    return [_statement(one) for one in statements]


def _statement(one: Statement) -> Json:
    return {"label": language_map(one.label), "value": language_map(one.value)}


def _given(**properties: Any) -> Json:
    """The properties that there are: the standard has no empty ones."""
    return {name: value for name, value in properties.items() if value}
