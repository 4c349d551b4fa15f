"""Manifests and collections: what is said of a work is what clients read, by the official models."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.iiif.official import validate
from warraq.iiif.manifests import collection, json_bytes, language_map, manifest, rights_uri
from warraq.iiif.presentation import (
    Canvas,
    Collection,
    Data,
    Manifest,
    Page,
    Picture,
    Provider,
    Reference,
    Statement,
    viewing_direction,
)

HERE = "https://bridges.example/"
LABEL = {"fa": "برگی از یک دست‌نویس", "ar": "ورقة من مخطوطة", "en": "A leaf of a manuscript"}


def leaf(number: int) -> Canvas:
    """One side of a leaf, with tiles."""
    service = f"{HERE}iiif/leaf/{number}"
    return Canvas(
        address=f"{HERE}iiif/leaf/canvas/{number}",
        label={"none": f"{number}r"},
        width=6000,
        height=8000,
        picture=Picture(f"{service}/full/max/0/default.jpg", 750, 1000, service=service),
        thumbnail=Picture(f"{service}/full/375,500/0/default.jpg", 375, 500, service=service),
    )


def book(**changed: object) -> Manifest:
    """A manuscript of two leaves of which everything is said that can be said."""
    said = {
        "address": f"{HERE}iiif/leaf/manifest.json",
        "label": LABEL,
        "summary": {"fa": "متنی دربارهٔ ستارگان.", "ar": "نصّ في النجوم.", "en": "A text about the stars."},
        "metadata": (
            Statement(
                {"fa": "ماده", "ar": "المادّة", "en": "Material"}, {"fa": ("کاغذ", "مرکب"), "en": "paper"}
            ),
            Statement({"en": "Shelfmark"}, {"none": "Or. 1"}),
        ),
        "required_statement": Statement({"en": "Attribution"}, {"en": "With thanks to the library"}),
        "rights": "https://creativecommons.org/licenses/by-sa/4.0/deed.fa",
        "provider": (
            Provider(
                HERE,
                {"fa": "پل‌ها", "ar": "جسور", "en": "Bridges"},
                (Page(f"{HERE}fa/", {"fa": "پل‌ها"}, "fa"),),
                Picture(f"{HERE}assets/touch.png", 180, 180, "image/png"),
            ),
        ),
        "homepage": tuple(Page(f"{HERE}{code}/works/leaf/", {code: LABEL[code]}, code) for code in LABEL),
        "see_also": (
            Data(f"{HERE}data/works/leaf.jsonld", {"en": "Linked data"}, profile="https://schema.org"),
        ),
        "thumbnail": Picture(f"{HERE}iiif/leaf/1/full/375,500/0/default.jpg", 375, 500),
        "part_of": (Reference(f"{HERE}iiif/works.json", "Collection", {"en": "Works"}),),
        "canvases": (leaf(1), leaf(2)),
        "viewing_direction": viewing_direction("fa"),
        "behavior": "paged",
        "navigation_date": "1048-01-01T00:00:00Z",
    }
    return Manifest(**said | changed)


def test_the_official_models_understand_all_that_is_said(tmp_path: Path) -> None:
    work = tmp_path / "manifest.json"
    works = tmp_path / "collection.json"
    poor = tmp_path / "poor.json"
    work.write_bytes(json_bytes(manifest(book())))
    works.write_bytes(
        json_bytes(
            collection(
                Collection(
                    address=f"{HERE}iiif/works.json",
                    label={"fa": "آثار", "ar": "أعمال", "en": "Works"},
                    summary={"en": "Works of art and manuscripts"},
                    provider=book().provider,
                    items=(
                        Reference(
                            book().address, "Manifest", LABEL, book().thumbnail, "1048-01-01T00:00:00Z"
                        ),
                        Reference(f"{HERE}iiif/persons.json", "Collection", {"en": "People"}),
                    ),
                )
            )
        )
    )
    plain = Canvas(
        address=f"{HERE}iiif/cloth/canvas/1",
        label={"none": "1"},
        width=800,
        height=500,
        picture=Picture(f"{HERE}img/cloth.jpg", 800, 500),
    )
    poor.write_bytes(
        json_bytes(
            manifest(
                Manifest(address=f"{HERE}iiif/cloth/manifest.json", label={"ar": "ثوب"}, canvases=(plain,))
            )
        )
    )

    assert validate([work, works, poor]) == {}


def test_the_official_models_would_have_found_what_is_wrong(tmp_path: Path) -> None:
    said = manifest(book())
    for name, wrong in {
        "label": {"label": "A leaf"},
        "canvas": {"items": [{**said["items"][0], "type": "Page"}]},
        "direction": {"viewingDirection": "rtl"},
        "unknown": {"colour": "blue"},
        "picture": {"type": "Picture"},
    }.items():
        (tmp_path / f"{name}.json").write_bytes(json_bytes({**said, **wrong}))

    assert len(validate(sorted(tmp_path.iterdir()))) == 5


def test_a_manuscript_in_persian_is_turned_from_right_to_left_and_an_english_one_is_not() -> None:
    turned = {
        code: viewing_direction(code) for code in ("fa", "ar", "he", "ota-Arab", "en", "pa-Arab", "az-Latn")
    }
    assert [code for code, direction in turned.items() if direction == "left-to-right"] == ["en", "az-Latn"]
    assert manifest(book())["viewingDirection"] == "right-to-left"


def test_every_identifier_is_there_once_and_what_is_painted_is_painted_on_its_canvas() -> None:
    said = manifest(book())
    canvases = said["items"]
    pages = [page for canvas in canvases for page in canvas["items"]]
    paintings = [painting for page in pages for painting in page["items"]]
    ids = [part["id"] for part in (said, *canvases, *pages, *paintings)]
    assert len(set(ids)) == len(ids) == 7
    assert [painting["target"] for painting in paintings] == [canvas["id"] for canvas in canvases]


def test_what_is_not_known_is_not_said() -> None:
    said = manifest(Manifest(address=f"{HERE}m.json", label={"en": "A cloth"}, canvases=(leaf(1),)))
    assert list(said) == ["@context", "id", "type", "label", "items"]
    assert language_map({"fa": "", "en": "A cloth", "ar": ("", "ثوب")}) == {"en": ["A cloth"], "ar": ["ثوب"]}


@pytest.mark.parametrize("canvases", [(), (leaf(1), leaf(1))])
def test_a_manifest_without_canvases_or_with_one_twice_is_refused(canvases: tuple[Canvas, ...]) -> None:
    with pytest.raises(ValueError, match="canvas"):
        manifest(book(canvases=canvases))


@pytest.mark.parametrize(
    ("given_as", "uri"),
    [
        (
            "https://creativecommons.org/licenses/by/4.0/deed.ar",
            "http://creativecommons.org/licenses/by/4.0/",
        ),
        (
            "https://creativecommons.org/publicdomain/mark/1.0/",
            "http://creativecommons.org/publicdomain/mark/1.0/",
        ),
        (
            "https://rightsstatements.org/page/InC/1.0/?language=en",
            "http://rightsstatements.org/vocab/InC/1.0/",
        ),
        ("http://rightsstatements.org/vocab/NoC-NC/1.0/", "http://rightsstatements.org/vocab/NoC-NC/1.0/"),
    ],
)
def test_a_licence_is_named_by_its_own_address_and_not_by_a_page_about_it(given_as: str, uri: str) -> None:
    assert rights_uri(given_as) == uri


def test_rights_that_no_client_knows_are_refused() -> None:
    with pytest.raises(ValueError, match="ask us"):
        rights_uri("https://bridges.example/ask us")


@given(some.text())
def test_no_text_is_taken_for_html(text: str) -> None:
    for said in language_map({"en": text}).values():
        assert said[0].rstrip(" ") == text.rstrip(" ")
        assert not (said[0].startswith("<") and said[0].endswith(">"))


def test_a_file_is_the_same_whenever_it_is_made_and_its_letters_can_be_read() -> None:
    made = json_bytes(manifest(book()))
    assert made == json_bytes(manifest(book()))
    assert LABEL["fa"] in made.decode()
    assert json.loads(made) == manifest(book())
