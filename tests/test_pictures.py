"""From an editor's photograph to what readers get: the whole way of a picture through a build."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tests.iiif.official import validate
from tests.photographs import photograph, saved
from tests.small_site import (
    REPOSITORY,
    SITE,
    TODAY,
    Page,
    built,
    codes,
    folders_in,
    in_real_dress,
    small_site,
    tree,
)
from warraq.build import Options, Report, build
from warraq.model.kinds import KIND
from warraq.plan.desk import PAGE_IDS
from warraq.read import pictures as reading
from warraq.render.prints import Darkroom

ALT = "{fa: پلی بر رود, ar: جسر فوق نهر, en: A bridge over a river}"


def declared(file: str, more: str = "") -> str:
    """The fields of a picture in the public domain."""
    return f"  - file: {file}\n    alt: {ALT}\n    rights: PDM-1.0\n{more}"


def one_work(*files: str, more: str = "") -> str:
    """The facts of a work with these pictures."""
    pictures = "".join(declared(file, more) for file in files)
    return f"name: {{fa: خواجو, ar: خواجو, en: Khaju}}\ntype: building\npictures:\n{pictures}"


def page(output: Path, path: str) -> str:
    return (output / path / "index.html").read_text("utf-8")


def images(html: str) -> list[dict[str, str]]:
    """The pictures of a page, ornament and the emblem aside."""
    found = [attributes for tag, attributes in Page(html).elements if tag == "img"]
    return [image for image in found if "assets/pictures/" in image["src"]]


def dressed(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """The output of a site that holds these files too, in the dress of the real one; share images aside."""
    output, report = in_real_dress(root, {**files, "content/site.yaml": _PLAIN})
    assert report.ok, [(d.rule.code, d.values) for d in report.diagnostics]
    return output


_PLAIN = SITE.replace(", fonts: [own.woff2]", "") + "pictures: {share_images: no}\n"


# ---------------------------------------------------------------- on the page


def test_a_declared_picture_stands_at_the_head_of_its_record_in_every_language(tmp_path: Path) -> None:
    output = dressed(
        tmp_path,
        {
            "content/works/khaju/facts.yaml": one_work("bridge.jpg"),
            "content/works/khaju/bridge.jpg": photograph(),
        },
    )
    for code, alt, rights in (
        ("fa", "پلی بر رود", "مالکیت عمومی"),
        ("ar", "جسر فوق نهر", "ملك عام"),
        ("en", "A bridge over a river", "Public domain"),
    ):
        html = page(output, f"{code}/works/khaju")
        (image,) = images(html)
        assert image["alt"] == alt
        assert (image["width"], image["height"]) == ("960", "640")
        assert image["fetchpriority"] == "high"
        assert f">{rights}<" in html


def test_every_size_that_a_page_names_is_there_and_no_larger_than_it_says(tmp_path: Path) -> None:
    output = dressed(
        tmp_path,
        {
            "content/works/khaju/facts.yaml": one_work("bridge.jpg"),
            "content/works/khaju/bridge.jpg": photograph(),
        },
    )
    html = page(output, "en/works/khaju")
    choices = re.findall(r'type="image/webp" srcset="([^"]+)"', html)[0].split(", ")
    for choice in choices:
        address, width = choice.split(" ")
        with Image.open(output / "en/works/khaju" / address) as found:
            assert (found.format, f"{found.width}w") == ("WEBP", width)
    assert [choice.split(" ")[1] for choice in choices] == ["360w", "540w", "720w", "960w", "1200w"]


def test_a_site_can_offer_each_picture_as_avif_too(tmp_path: Path) -> None:
    files = {
        "content/site.yaml": _PLAIN.replace("share_images: no", "share_images: no, avif: yes"),
        "content/works/khaju/facts.yaml": one_work("bridge.jpg"),
        "content/works/khaju/bridge.jpg": photograph(400, 300),
    }
    output, report = in_real_dress(tmp_path, files)
    assert report.ok
    html = page(output, "en/works/khaju")
    assert html.index('type="image/avif"') < html.index('type="image/webp"'), (
        "the first that a browser knows is taken"
    )
    (address, *_), *_ = [choices.split(" ") for choices in re.findall(r'avif" srcset="([^"]+)"', html)]
    with Image.open(output / "en/works/khaju" / address) as found:
        assert found.format == "AVIF"


def test_what_must_stay_in_view_is_in_the_picture_that_lists_show(tmp_path: Path) -> None:
    half = Image.new("RGB", (1200, 600), "white")
    half.paste("black", (900, 0, 1200, 600))
    files = {
        "content/works/khaju/facts.yaml": one_work("bridge.png", more="    focus: [90, 50]\n"),
        "content/works/khaju/bridge.png": saved(half, "PNG"),
    }
    output = dressed(tmp_path, files)
    (image,) = images(page(output, "en/works"))
    with Image.open(output / "en/works" / image["src"]) as cover:
        assert cover.size[0] / cover.size[1] == pytest.approx(3 / 4, abs=0.01)
        dark = sum(value < 128 for value in cover.convert("L").get_flattened_data())
        assert dark / (cover.size[0] * cover.size[1]) > 0.6


def test_nothing_of_what_a_camera_noted_is_in_any_file_of_the_site(tmp_path: Path) -> None:
    notes = Image.Exif()
    notes[0x010F] = "SecretCamera"
    notes.get_ifd(0x8825)[1] = "N"
    with Image.open(BytesIO(photograph(2200, 300))) as picture:
        content = saved(picture, "JPEG", exif=notes, comment=b"SecretPlace")
    assert b"SecretCamera" in content
    output = dressed(
        tmp_path,
        {"content/works/khaju/facts.yaml": one_work("bridge.jpg"), "content/works/khaju/bridge.jpg": content},
    )
    published = tree(output)
    assert any(name.startswith("iiif/") and name.endswith(".jpg") for name in published)
    assert [name for name, data in published.items() if b"Secret" in data or b"Exif" in data] == []


def test_pictures_that_no_text_shows_stand_at_the_end_and_those_that_one_shows_where_it_says(
    tmp_path: Path,
) -> None:
    files = {
        "content/places/river/facts.yaml": "name: {fa: رود, ar: النهر, en: River}\ntype: landscape\npictures:\n"
        + declared("a.jpg")
        + declared("b.jpg")
        + declared("c.jpg"),
        "content/places/river/en.md": "---\nsummary: Wide.\n---\nIt is wide.\n\n![](b.jpg)\nThe ford.\n",
        **{
            f"content/places/river/{name}.jpg": photograph(700, 500, seed)
            for seed, name in enumerate("abc", 1)
        },
    }
    html = page(dressed(tmp_path, files), "en/places/river")
    order = [re.search(r"/([abc])\.", image["src"])[1] for image in images(html)]  # type: ignore[index]
    assert order == ["a", "b", "c"], "the first at the head, the second in the text, the third at the end"
    assert "The ford." in html


def test_a_text_shows_the_picture_of_another_record_which_knows_of_it(tmp_path: Path) -> None:
    files = {
        "content/works/khaju/facts.yaml": one_work("bridge.jpg"),
        "content/works/khaju/bridge.jpg": photograph(),
        "content/places/river/en.md": "---\nsummary: Wide.\n---\nIt is wide.\n\n![](works/khaju/bridge.jpg)\n",
    }
    output = dressed(tmp_path, files)
    assert len(images(page(output, "en/places/river"))) == 1
    assert "../../places/river/" in page(output, "en/works/khaju"), "it is spoken of there"


def test_the_picture_of_a_record_that_is_not_public_is_shown_nowhere(tmp_path: Path) -> None:
    files = {
        "content/works/khaju/facts.yaml": "draft: yes\n" + one_work("bridge.jpg"),
        "content/works/khaju/bridge.jpg": photograph(),
        "content/places/river/en.md": "---\nsummary: Wide.\n---\nIt is wide.\n\n![A bridge](works/khaju/bridge.jpg)\n",
    }
    output = dressed(tmp_path, files)
    assert images(page(output, "en/places/river")) == []
    assert not (output / "assets/pictures").exists()
    assert not (output / "iiif").exists()


def test_each_picture_of_a_work_with_several_has_a_page_and_all_stand_on_the_page_on_rights(
    tmp_path: Path,
) -> None:
    output = dressed(
        tmp_path,
        {
            "content/works/khaju/facts.yaml": one_work("bridge.jpg", "vault.jpg"),
            "content/works/khaju/bridge.jpg": photograph(),
            "content/works/khaju/vault.jpg": photograph(seed=2),
        },
    )
    assert 'rel="prev"' in page(output, "fa/works/khaju/vault")
    assert len(images(page(output, "en/works/khaju/vault"))) == 1
    assert len(images(page(output, "ar/pictures"))) == 2
    assert "/en/pictures/" in (output / "sitemap.xml").read_text("utf-8")
    assert "/en/works/khaju/vault/" in (output / "sitemap.xml").read_text("utf-8")
    assert "../pictures/" in page(output, "en/about"), "the foot of every page leads to it"


def test_a_site_without_pictures_has_no_page_on_them(tmp_path: Path) -> None:
    output = dressed(tmp_path, {})
    assert not (output / "en/pictures").exists()


@pytest.mark.parametrize("code", ["fa", "ar", "en"])
def test_the_example_of_the_guide_can_be_copied(tmp_path: Path, code: str) -> None:
    guide = (REPOSITORY / f"docs/pictures.{code}.md").read_text("utf-8")
    (example,) = re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL)
    facts = "name: {fa: خواجو, ar: خواجو, en: Khaju}\ntype: building\n" + example
    folders = small_site(
        tmp_path,
        {"content/works/khaju/facts.yaml": facts, "content/works/khaju/khaju-bridge.jpg": photograph()},
    )
    assert [code for code in codes(built(folders)) if code.startswith(("I", "R"))] == []


# ---------------------------------------------------------------- for machines


def test_the_manifest_of_a_work_passes_the_official_models_and_names_only_what_is_there(
    tmp_path: Path,
) -> None:
    output = dressed(
        tmp_path,
        {
            "content/works/khaju/facts.yaml": one_work("bridge.jpg", "vault.jpg").replace(
                "building", "manuscript"
            )
            + "language: fa\n",
            "content/works/khaju/bridge.jpg": photograph(2100, 900),
            "content/works/khaju/vault.jpg": photograph(seed=2),
        },
    )
    manifest, collection = output / "iiif/works/khaju/manifest.json", output / "iiif/works/collection.json"
    assert validate([manifest, collection]) == {}
    said = json.loads(manifest.read_text("utf-8"))
    assert said["viewingDirection"] == "right-to-left"
    assert set(said["label"]) == {"fa", "ar", "en"}
    addresses = re.findall(
        r'"https://small\.example/([^"]*\.(?:jpg|json|jsonld))"', manifest.read_text("utf-8")
    )
    assert addresses
    assert [address for address in addresses if not (output / address).is_file()] == []
    information = json.loads((output / "iiif/works/khaju/bridge/info.json").read_text("utf-8"))
    assert (information["width"], information["height"]) == (2100, 900)


# ---------------------------------------------------------------- again, and when something is wrong


def test_a_new_word_beside_a_picture_makes_no_print(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folders = small_site(
        tmp_path,
        {
            "content/places/river/facts.yaml": "name: {fa: رود, ar: النهر, en: River}\ntype: landscape\npictures:\n"
            + declared("a.jpg"),
            "content/places/river/en.md": "---\nsummary: Wide.\n---\nIt is wide.\n\n![](a.jpg)\n",
            "content/places/river/a.jpg": photograph(700, 500),
        },
    )
    assert built(folders).ok
    printed: list[str] = []
    monkeypatch.setattr(Darkroom, "print", lambda _self, node: printed.append(node.path) or b"")
    text = folders.content / "places/river/en.md"
    text.write_text(text.read_text("utf-8").replace("wide.", "very wide."), "utf-8")
    assert built(folders).ok
    assert printed == []


def test_a_picture_that_changes_during_a_build_keeps_the_site_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = small_site(tmp_path)
    assert built(folders).ok
    before = tree(folders.output)
    picture = folders.content / "works/khaju/bridge.jpg"
    picture.parent.mkdir(parents=True)
    picture.with_name("facts.yaml").write_text(one_work("bridge.jpg"), "utf-8")
    picture.write_bytes(photograph())
    develop = Darkroom.print

    def late(self: Darkroom, node: object) -> bytes:
        picture.write_bytes(photograph(seed=2))
        return develop(self, node)  # type: ignore[arg-type]

    monkeypatch.setattr(Darkroom, "print", late)
    assert "I621" in codes(built(folders))
    assert tree(folders.output) == before


def test_a_file_too_large_to_be_a_picture_is_not_even_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "LARGEST_FILE", 5000)
    folders = small_site(
        tmp_path,
        {
            "content/works/khaju/facts.yaml": one_work("bridge.jpg"),
            "content/works/khaju/bridge.jpg": photograph(),
        },
    )
    assert "I614" in codes(built(folders))


# ---------------------------------------------------------------- share images


def with_share_images(root: Path, files: Mapping[str, str | bytes] | None = None) -> tuple[Path, Report]:
    """The small site with the faces of the real one: its output and the report on it."""
    folders = small_site(root, files)
    faces = root / "assets/fonts/cards"
    faces.mkdir(parents=True, exist_ok=True)
    for face in (REPOSITORY / "assets/fonts/cards").glob("*.ttf"):
        (faces / face.name).write_bytes(face.read_bytes())
    (root / "assets/js").mkdir()
    for name in ("preferences", "search", "notes", "keep"):  # which the pages that are built here ask for
        (root / f"assets/js/{name}.js").touch()
    report = build(replace(folders, templates=REPOSITORY / "templates"), Options(jobs=1, today=TODAY))
    return folders.output, report


def test_a_story_has_a_share_image_in_each_language_that_its_page_names(tmp_path: Path) -> None:
    output, report = with_share_images(tmp_path)
    assert report.ok
    for code in ("fa", "ar", "en"):
        assert f"https://small.example/assets/share/stories/bridge.{code}.png" in page(
            output, f"{code}/stories/bridge"
        )
        with Image.open(output / f"assets/share/stories/bridge.{code}.png") as image:
            assert (image.format, image.size) == ("PNG", (1200, 630))
    assert (output / "assets/share/people/builder.en.png").stat().st_size < 120_000
    assert not (output / "assets/share/places").exists()


def test_a_new_title_draws_its_share_image_anew_and_no_other(tmp_path: Path) -> None:
    output, report = with_share_images(tmp_path)
    assert report.ok
    before = tree(output / "assets/share")
    text = tmp_path / "content/stories/bridge/en.md"
    text.write_text(text.read_text("utf-8").replace("The bridge", "The long bridge"), "utf-8")
    folders = replace(folders_in(tmp_path), templates=REPOSITORY / "templates")
    assert build(folders, Options(jobs=1, today=TODAY)).ok
    after = tree(output / "assets/share")
    assert [name for name in before if before[name] != after[name]] == ["stories/bridge.en.png"]


def test_where_no_typesetter_is_installed_pages_share_the_image_of_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("warraq.render.theme.can_be_drawn", lambda: False)
    output, report = with_share_images(tmp_path)
    assert report.ok
    assert not (output / "assets/share").exists()
    assert "assets/art/share-image" in page(output, "en/stories/bridge")


def test_the_settings_can_do_without_share_images(tmp_path: Path) -> None:
    output, report = with_share_images(
        tmp_path, {"content/site.yaml": SITE + "pictures: {share_images: no}\n"}
    )
    assert report.ok
    assert not (output / "assets/share").exists()


# ---------------------------------------------------------------- beside each other


def test_a_text_can_say_below_which_file_it_means(tmp_path: Path) -> None:
    telling = "---\nsummary: A bridge.\n---\n![Its arches][view]\n\n[view]: arches.jpg\n"
    output = dressed(
        tmp_path,
        {
            "content/works/khaju/facts.yaml": one_work("bridge.jpg", "arches.jpg"),
            "content/works/khaju/en.md": telling,
            "content/works/khaju/bridge.jpg": photograph(),
            "content/works/khaju/arches.jpg": photograph(seed=2),
        },
    )
    alts = [image["alt"] for image in images(page(output, "en/works/khaju"))]
    assert alts == ["A bridge over a river", "Its arches"]  # and it does not stand at the end once more


def test_a_picture_that_its_own_text_names_in_full_is_not_shown_twice(tmp_path: Path) -> None:
    output = dressed(
        tmp_path,
        {
            "content/works/khaju/facts.yaml": one_work("bridge.jpg", "arches.jpg"),
            "content/works/khaju/en.md": "---\nsummary: A bridge.\n---\n![](works/khaju/arches.jpg)\n",
            "content/works/khaju/bridge.jpg": photograph(),
            "content/works/khaju/arches.jpg": photograph(seed=2),
        },
    )
    sources = [image["src"] for image in images(page(output, "en/works/khaju"))]
    assert sum("/arches." in source for source in sources) == 1


def test_a_heading_of_a_text_takes_no_address_from_a_section_of_the_page(tmp_path: Path) -> None:
    output = dressed(
        tmp_path,
        {
            "content/works/khaju/facts.yaml": one_work("bridge.jpg", "arches.jpg"),
            "content/works/khaju/en.md": "---\nsummary: A bridge.\n---\n## Pictures\n\nThere are two.\n",
            "content/works/khaju/bridge.jpg": photograph(),
            "content/works/khaju/arches.jpg": photograph(seed=2),
        },
    )
    ids = [
        attributes["id"]
        for _, attributes in Page(page(output, "en/works/khaju")).elements
        if "id" in attributes
    ]
    assert len(ids) == len(set(ids))
    assert "pictures" in ids


def test_no_section_that_a_template_names_is_unknown_to_the_texts() -> None:
    # The page of search holds no text.
    beside_texts = (path for path in (REPOSITORY / "templates").rglob("*.html") if path.name != "search.html")
    templates = "\n".join(path.read_text("utf-8") for path in beside_texts)
    assert {*re.findall(r'\sid="([a-z-]+)"', templates), *KIND} == set(PAGE_IDS)


def test_other_colours_print_only_what_can_be_seen_through_anew(tmp_path: Path) -> None:
    clear = Image.new("RGBA", (1200, 800), (200, 60, 60, 120))
    files = {
        "content/works/khaju/facts.yaml": one_work("bridge.jpg", "seal.png"),
        "content/works/khaju/bridge.jpg": photograph(2400, 1600),
        "content/works/khaju/seal.png": saved(clear, "PNG"),
    }
    before = dressed(tmp_path / "before", files)
    site = {"content/site.yaml": f'{_PLAIN}colours: {{paper: "#ffffff"}}\n'}
    after, report = in_real_dress(tmp_path / "after", {**files, **site})
    assert report.ok, codes(report)
    other = {
        name for name in tree(after).keys() - tree(before).keys() if "khaju" in name and "html" not in name
    }
    assert other
    assert all("/seal." in name and name.endswith(".jpg") for name in other)


def test_the_viewer_says_of_a_picture_what_its_text_says(tmp_path: Path) -> None:
    telling = "---\nsummary: A bridge.\n---\n![Its arches](bridge.jpg)\n"
    output = dressed(
        tmp_path,
        {
            "content/works/khaju/facts.yaml": one_work("bridge.jpg"),
            "content/works/khaju/en.md": telling,
            "content/works/khaju/bridge.jpg": photograph(2400, 1600),
        },
    )
    links = [found for tag, found in Page(page(output, "en/works/khaju")).elements if "data-zoom" in found]
    assert {link["data-alt"] for link in links} == {"Its arches"}
