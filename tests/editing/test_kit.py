"""The form is fetched by a command, held against what is known of it, and then part of the site."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import re
import tarfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from tests.world import TODAY, built, codes, site, speaker
from warraq.build import Folders, Options, build
from warraq.dev import fetching
from warraq.dev.fetching import fetch_form, fingerprint
from warraq.editing import kit
from warraq.editing.kit import PACKAGES, Package

CMS = {
    "package/npm/index.js": (
        'import "./chunks/react-1.js";'
        'const face = "https://cdn.example/fontsource/fonts/source-sans-3:vf@5.3.0/latin-wght-normal.woff2";'
    ),
    "package/npm/chunks/react-1.js": "export {};",
    "package/npm/chunks/heic-1.js": "a picture format that nobody needs here",
    "package/npm/assets/source-sans-3-latin-wght-normal-Bq.woff2": "a face",
    "package/locales/fa.json": '{"save": "ذخیره"}',
    "package/locales/tr.json": '{"save": "Kaydet"}',
    "package/LICENSE.txt": "MIT",
}
YAML = {
    "package/browser/index.js": "export {};",
    "package/LICENSE": "ISC",
    "package/dist/index.js": "for Node",
}


def archive(files: Mapping[str, str]) -> bytes:
    """A package as a registry has it."""
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w:gz") as tar:
        for name, text in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(text.encode())
            tar.addfile(member, io.BytesIO(text.encode()))
    return content.getvalue()


@pytest.fixture
def archives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of archives that are those that are wanted."""
    folder = tmp_path / "archives"
    folder.mkdir()
    wanted = []
    for package, files in zip(PACKAGES, (CMS, YAML), strict=True):
        content = archive(files)
        name = package.name.lstrip("@").replace("/", "-")
        (folder / f"{name}-{package.version}.tgz").write_bytes(content)
        wanted.append(package._replace(integrity=fingerprint(content)))
    for module in (kit, fetching):
        monkeypatch.setattr(module, "PACKAGES", tuple(wanted))
    return folder


def world(root: Path, settings: str = "") -> Folders:
    """A site with a person, a story and a draft."""
    folders = site(
        root,
        {
            "content/people/hafez/facts.yaml": "name: {fa: حافظ, ar: حافظ, en: Hafez}\n",
            "content/stories/verse/facts.yaml": "original: en\nregion: bridge\npublished: 2026-01-01\n",
            "content/stories/verse/en.md": "---\ntitle: A verse\nsummary: It is read.\n---\nOne line.\n",
            "content/stories/secret/facts.yaml": "draft: yes\noriginal: en\nregion: bridge\npublished: 2026-01-01\n",
        },
    )
    if settings:
        path = folders.content / "site.yaml"
        path.write_text(path.read_text("utf-8") + settings, "utf-8")
    return replace(folders, form=root / "vendor/form")


def fetch(folders: Folders, archives: Path) -> int:
    assert folders.form is not None
    return fetch_form([str(archives)], folders.form, speaker("en", archives))


def test_a_site_that_has_not_fetched_the_form_has_none(tmp_path: Path) -> None:
    folders = world(tmp_path)
    assert built(folders).ok
    assert not (folders.output / "admin").exists()


def test_the_form_is_fetched_and_taken_away_again(tmp_path: Path, archives: Path) -> None:
    folders = world(tmp_path)
    assert built(folders).ok
    assert fetch(folders, archives) == 0
    assert built(folders).ok
    files = {
        path.relative_to(folders.output / "admin").as_posix()
        for path in (folders.output / "admin").rglob("*")
    }
    assert {"index.html", "form.js", "keeping.js", "form.fa.json", "cms/index.js", "yaml/index.js"} <= files
    assert {"locales/fa.js", "cms/LICENSE.txt", "yaml/LICENSE.txt"} <= files
    assert not {"locales/tr.js", "cms/chunks/heic-1.js", "yaml/dist/index.js"} & files

    assert folders.form is not None
    assert fetch_form(["remove"], folders.form, speaker("en", tmp_path)) == 0
    assert built(folders).ok
    assert not (folders.output / "admin").exists()


def test_the_form_asks_no_other_host_for_its_faces(tmp_path: Path, archives: Path) -> None:
    folders = world(tmp_path)
    fetch(folders, archives)
    assert folders.form is not None
    script = (folders.form / "cms/index.js").read_text("utf-8")
    assert "https:" not in script
    assert '"cms/assets/source-sans-3-latin-wght-normal-Bq.woff2"' in script


def test_words_of_the_cms_are_modules_that_every_browser_loads(tmp_path: Path, archives: Path) -> None:
    folders = world(tmp_path)
    fetch(folders, archives)
    assert folders.form is not None
    assert (folders.form / "locales/fa.js").read_text("utf-8") == 'export default {"save": "ذخیره"};\n'


def test_an_archive_that_is_not_the_one_that_is_known_is_refused(tmp_path: Path, archives: Path) -> None:
    folders = world(tmp_path)
    for path in archives.iterdir():
        path.write_bytes(archive({**CMS, "package/npm/index.js": "something else"}))
    assert fetch(folders, archives) == 1
    assert folders.form is not None
    assert not folders.form.exists()


def test_a_folder_that_is_not_there_or_holds_no_archives_is_told(
    tmp_path: Path, archives: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folders = world(tmp_path)
    assert fetch(folders, tmp_path / "nowhere") == 2
    assert "nowhere" in capsys.readouterr().err
    for path in archives.iterdir():
        path.unlink()
    assert fetch(folders, archives) == 1
    assert "@sveltia/cms@" in capsys.readouterr().err


def test_without_npm_the_command_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")
    assert fetch_form([], tmp_path / "form", speaker("fa", tmp_path)) == 2
    said = capsys.readouterr().err
    assert "npm pack @sveltia/cms@" in said
    assert "روی این دستگاه نیست" in said


@pytest.mark.parametrize("stamp", ['{"@sveltia/cms": "0.1.0"}', "{"])
def test_a_form_of_another_version_is_told(tmp_path: Path, archives: Path, stamp: str) -> None:
    folders = world(tmp_path)
    fetch(folders, archives)
    assert folders.form is not None
    (folders.form / "kit.json").write_text(stamp, "utf-8")
    assert codes(built(folders))[0] == "T506"


def test_the_page_lets_in_its_own_scripts_and_nothing_else(tmp_path: Path, archives: Path) -> None:
    folders = world(tmp_path)
    fetch(folders, archives)
    assert built(folders).ok
    page = (folders.output / "admin/index.html").read_text("utf-8")
    imports = re.search(r'<script type="importmap">(.*?)</script>', page, re.DOTALL)
    assert imports
    known = base64.b64encode(hashlib.sha256(imports[1].encode()).digest()).decode()
    assert f"'sha256-{known}'" in page.replace("&#x27;", "'")
    assert json.loads(imports[1])["imports"] == {
        "yaml": "./yaml/index.js",
        "./locales/fa.json": "./locales/fa.js",
    }
    assert "http" not in page.replace("http-equiv", "")


def test_drafts_are_named_in_the_preview_and_on_the_public_site_only_where_it_says_so(
    tmp_path: Path, archives: Path
) -> None:
    def named(folders: Folders, *, drafts: bool = False) -> list[str]:
        fetch(folders, archives)
        assert built(folders, drafts=drafts).ok
        form = json.loads((folders.output / "admin/form.en.json").read_text("utf-8"))
        return [row[0] for row in form["records"]["stories"]]

    assert named(world(tmp_path / "public")) == ["verse"]
    assert named(world(tmp_path / "preview"), drafts=True) == ["secret", "verse"]
    assert named(world(tmp_path / "open", "admin: {drafts: yes}\n")) == ["secret", "verse"]


def test_an_edit_changes_what_the_form_is_told_as_a_clean_build_would(tmp_path: Path, archives: Path) -> None:
    folders = world(tmp_path)
    fetch(folders, archives)
    assert built(folders).ok
    edits = (
        ("people/hafez/facts.yaml", "name: {fa: حافظ شیرازی, en: Hafez}\n"),
        ("stories/verse/fa.md", "---\ntitle: یک بیت\nsummary: خوانده می‌شود.\n---\nیک سطر.\n"),
        ("stories/verse/en.md", "---\ntitle: Another verse\nsummary: It is read.\n---\nOne line.\n"),
        ("people/saadi/facts.yaml", "name: {fa: سعدی}\n"),
    )
    for name, text in edits:
        (folders.content / name).parent.mkdir(exist_ok=True)
        (folders.content / name).write_text(text, "utf-8")
        assert built(folders).ok
        clean = replace(folders, output=tmp_path / "clean", cache=tmp_path / f"cache-{len(text)}")
        assert build(clean, Options(today=TODAY)).ok
        for code in ("fa", "ar", "en"):
            mine, theirs = (place / f"admin/form.{code}.json" for place in (folders.output, clean.output))
            assert mine.read_bytes() == theirs.read_bytes(), (name, code)


def test_the_form_comes_and_goes_with_any_edit(tmp_path: Path, archives: Path) -> None:
    folders = world(tmp_path)
    assert built(folders).ok
    page, verse = folders.output / "admin/index.html", folders.content / "stories/verse/en.md"
    fetch(folders, archives)
    verse.write_text(verse.read_text("utf-8") + "Another line.\n", "utf-8")
    assert built(folders).ok
    assert page.is_file()

    assert folders.form is not None
    assert fetch_form(["remove"], folders.form, speaker("en", tmp_path)) == 0
    verse.write_text(verse.read_text("utf-8") + "And one more.\n", "utf-8")
    assert built(folders).ok
    assert not page.exists()


def test_packages_are_named_with_a_version_and_a_fingerprint() -> None:
    for package in PACKAGES:
        assert isinstance(package, Package)
        assert re.fullmatch(r"\d+\.\d+\.\d+", package.version)
        assert len(base64.b64decode(package.integrity)) == hashlib.sha512().digest_size
