"""The form as an editor meets it: opened in a browser, a record changed, saved into a local repository, built.

The repository is a folder of the browser's own file system: the CMS writes into it through the same interface as into
a folder that an editor picks, which no program may pick for a person. What it wrote is then laid into the site.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.conftest import Serve
from tests.small_site import REPOSITORY, SITE, TODAY, small_site
from warraq.build import Folders, Options, build

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PICKED = "window.showDirectoryPicker = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('repo');"

FILL = """async (files) => {
  const repo = await (await navigator.storage.getDirectory()).getDirectoryHandle("repo", { create: true });
  await repo.getDirectoryHandle(".git", { create: true });
  for (const [path, text] of Object.entries(files)) {
    const steps = path.split("/");
    const name = steps.pop();
    let folder = repo;
    for (const step of steps) folder = await folder.getDirectoryHandle(step, { create: true });
    const writer = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await writer.write(text);
    await writer.close();
  }
}"""

READ = """async () => {
  const found = {};
  const walk = async (folder, path) => {
    for await (const [name, handle] of folder.entries())
      if (handle.kind === "directory") await walk(handle, `${path}${name}/`);
      else found[path + name] = await (await handle.getFile()).text();
  };
  await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle("repo"), "");
  return found;
}"""

ODD = {
    "content/people/builder/facts.yaml": """\
# Who built it.
name:
  fa: سازنده   # the common form
  ar: 'البنّاء'
  en: "Builder"
roles: engineer
draft: خیر
born: {value: 0980, calendar: gregorian}
died: 428 AH = 1037
aliases: [ "Maker", معمار ]

# Checked twice.
teachers: people/builder
same_as: https://example.org/builder
""",
    "content/sources/chronicle/facts.yaml": (
        "type: book\ntitle: Chronicle\nlanguage: en\nisbn: 0521234567\nvolume: 012\nedition: 1.10\nyear: 1900\n"
    ),
    "content/events/opening/facts.yaml": (
        "name: {fa: گشایش}\ntype: fair\nstarts: 1933\nvenue: places/river\n"
        "programme:\n- name: {fa: سخن}   # first\n  speakers: [people/builder]\n"
    ),
}
"""What an editor may write by hand, each in another of the ways that our reader takes."""


HARMLESS = "Cannot convert undefined or null to object"
"""What this version of the CMS says when it leaves a text to which a language was added, after all is saved."""


@pytest.fixture
def folders(tmp_path: Path, fetched_form: Path) -> Folders:
    """A built site with the form in it."""
    made = small_site(tmp_path, {"content/site.yaml": SITE.replace(", fonts: [own.woff2]", ""), **ODD})
    parts = {"templates": "templates", "assets": "assets", "catalogs": "i18n"}
    own = {name: REPOSITORY / folder for name, folder in parts.items()}
    made = replace(made, form=fetched_form, **own)
    assert build(made, Options(today=TODAY)).ok
    return made


@contextmanager
def editor(browser: Browser, serve_folder: Serve, folders: Folders) -> Iterator[Editing]:
    """A person whose browser speaks Persian, at work with the folder of the site picked."""
    address = serve_folder(folders.output)
    context = browser.new_context(locale="fa-IR", viewport={"width": 1400, "height": 1000})
    page = context.new_page()
    strangers: list[str] = []
    errors: list[str] = []
    page.add_init_script(PICKED)
    page.goto(f"{address}robots.txt")
    page.evaluate(FILL, files_of(folders))
    page.on(
        "request",
        lambda r: None if r.url.startswith((address, "blob:", "data:")) else strangers.append(r.url),
    )
    page.on("pageerror", lambda fault: errors.append(str(fault)))
    page.on("console", lambda said: errors.append(said.text) if is_fault(said) else None)
    page.goto(f"{address}admin/")
    page.get_by_role("button", name="کار با مخزن محلی").click()
    page.get_by_text("داستان‌ها", exact=True).first.wait_for()
    yield Editing(page, address, folders)
    context.close()
    assert strangers == []
    assert [error for error in errors if error != HARMLESS] == []


def is_fault(said: Any) -> bool:
    """Whether a page complains; that a bare file has no icon is the browser's own affair."""
    return said.type == "error" and not said.location["url"].endswith("/favicon.ico")


class Editing:
    """What a person does in the form."""

    def __init__(self, page: Page, address: str, folders: Folders) -> None:
        self.page, self.address, self.folders = page, address, folders

    def open(self, collection: str, entry: str) -> None:
        self.page.goto(f"{self.address}admin/#/collections/{collection}/{entry}")

    def field(self, path: str) -> Any:
        found = self.page.locator(f'[data-key-path="{path}"] :is(input, textarea)').first
        found.wait_for()
        return found

    def save(self) -> dict[str, list[str]]:
        """Press the button, lay what was written into the site, and return the lines that changed by file."""
        self.page.get_by_role("button", name="ذخیره").click()
        self.page.wait_for_url("**/collections/*")
        before, after = files_of(self.folders), self.page.evaluate(READ)
        for name in after.keys() | before.keys():
            if after.get(name) != before.get(name):
                path = self.folders.content.parent / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(after[name], "utf-8")
        return {
            name: changed_lines(before.get(name, ""), text)
            for name, text in after.items()
            if text != before.get(name)
        }


def files_of(folders: Folders) -> Mapping[str, str]:
    root = folders.content.parent
    return {
        path.relative_to(root).as_posix(): path.read_text("utf-8") for path in folders.content.rglob("*.*")
    }


def changed_lines(before: str, after: str) -> list[str]:
    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in lines if line[0] in "+-"]


def test_a_persian_title_is_changed_saved_and_built(
    browser: Browser, serve_folder: Serve, folders: Folders
) -> None:
    with editor(browser, serve_folder, folders) as person:
        person.open("stories-texts", "entries/bridge")
        title = person.field("title")
        assert title.input_value() == "پل"
        assert (title.get_attribute("dir"), title.get_attribute("lang")) == ("rtl", "fa")
        title.fill("پل: سی‌وسه چشمه")
        changed = person.save()
    assert changed == {"content/stories/bridge/fa.md": ["- title: پل", '+ title: "پل: سی‌وسه چشمه"']}
    assert build(folders, Options(today=TODAY)).ok
    assert "سی‌وسه چشمه" in (folders.output / "fa/stories/bridge/index.html").read_text("utf-8")


def test_languages_stand_side_by_side_each_in_its_direction(
    browser: Browser, serve_folder: Serve, folders: Folders
) -> None:
    with editor(browser, serve_folder, folders) as person:
        person.open("stories-texts", "entries/bridge")
        person.field("title")
        person.page.get_by_role("radio", name="انگلیسی").last.click()
        person.page.locator("input[lang=en]").first.wait_for()
        shown = {
            box.get_attribute("lang"): (box.get_attribute("dir"), box.input_value())
            for box in person.page.locator('[data-key-path="title"] input').all()
        }
        assert shown == {"fa": ("rtl", "پل"), "en": ("ltr", "The bridge")}


@pytest.mark.parametrize(
    ("kind", "id", "field", "value", "expected"),
    [
        (
            "people",
            "builder",
            "name.fa",
            "استاد",
            ["-   fa: سازنده   # the common form", "+   fa: استاد # the common form"],
        ),
        ("sources", "chronicle", "title", "A Chronicle", ["- title: Chronicle", "+ title: A Chronicle"]),
        ("events", "opening", "starts", "1934~", ["- starts: 1933", "+ starts: 1934~"]),
    ],
    ids=["people", "sources", "events"],
)
def test_what_nobody_changed_stays_as_it_was_written(
    browser: Browser,
    serve_folder: Serve,
    folders: Folders,
    kind: str,
    id: str,
    field: str,
    value: str,
    expected: list[str],
) -> None:
    with editor(browser, serve_folder, folders) as person:
        person.open(kind, f"entries/{id}/facts")
        person.field(field).fill(value)
        assert person.save() == {f"content/{kind}/{id}/facts.yaml": expected}
    assert build(folders, Options(today=TODAY)).ok


def test_a_record_is_begun_and_passes_the_reader(
    browser: Browser, serve_folder: Serve, folders: Folders
) -> None:
    with editor(browser, serve_folder, folders) as person:
        person.open("people", "new")
        person.field("name.fa").fill("شاعر")
        person.field("born").fill("1326~")
        person.page.get_by_role("button", name="ذخیره").click()
        person.page.locator(".sidebar input").first.fill("the-poet")
        changed = person.save()
    assert changed == {"content/people/the-poet/facts.yaml": ["+ name:", "+   fa: شاعر", "+ born: 1326~"]}
    assert build(folders, Options(today=TODAY)).ok
    assert (folders.output / "fa/people/the-poet/index.html").is_file()


def test_a_text_is_begun_in_a_language_that_had_none(
    browser: Browser, serve_folder: Serve, folders: Folders
) -> None:
    with editor(browser, serve_folder, folders) as person:
        person.open("people-texts", "entries/builder")  # which has a text in English alone
        person.page.get_by_role("radio", name="فارسی").first.click()
        person.page.get_by_role("button", name="فعال‌سازی").first.click()
        person.page.locator('[data-key-path="title"] input[lang=fa]').fill("سازنده")
        changed = person.save()
    assert changed == {"content/people/builder/fa.md": ["+ ---", "+ title: سازنده", "+ ---"]}


def test_every_file_of_the_site_is_written_again_letter_by_letter(
    browser: Browser, serve_folder: Serve, folders: Folders
) -> None:
    root = REPOSITORY / "content"
    texts = {
        path.relative_to(root).as_posix(): path.read_text("utf-8")
        for path in sorted(root.rglob("*"))
        if path.suffix in {".md", ".yaml"} and path.name != "site.yaml"
    }
    page = keeping(browser, serve_folder, folders)
    changed = page.evaluate(
        """async (texts) => {
          const { factsFormat, textFormat } = await import("./keeping.js");
          const form = await (await fetch("form.en.json")).json();
          const words = { ...form.words, idOf: (id) => id };
          return Object.entries(texts).filter(([path, text]) => {
            const shapes = form.shapes[path.split("/")[0]];
            const format = path.endsWith(".md") ? textFormat(form.text_shapes, words) : factsFormat(shapes, words);
            return format.toFile(format.fromFile(text.trim())).trim() !== text.trim();
          }).map(([path]) => path);
        }""",
        texts,
    )
    page.context.close()
    assert changed == []


CHANGES: list[tuple[str, str, str]] = [
    ("name: {fa: رود}\n", "v.name.en = 'River'", "name: {fa: رود, en: River}\n"),
    ("name:\n  fa: رود\n\n# why\ntype: city\n", "v.type = 'site'", "name:\n  fa: رود\n\n# why\ntype: site\n"),
    ("name: {fa: رود}\ntype: city # sure\n", "v.type = ''", "name: {fa: رود}\n"),
    ("name: {fa: رود}\n", "v.coordinates = '32.6, 51.6'", "name: {fa: رود}\ncoordinates: 32.6, 51.6\n"),
    ("name: {fa: رود}\ncoordinates: [1, 2]\n", "v.name.fa = 'نهر'", "name: {fa: نهر}\ncoordinates: [1, 2]\n"),
    ("name: {fa: رود}\n", "v.name.en = '1984'", 'name: {fa: رود, en: "1984"}\n'),
    ("name: {fa: رود}\n", "v.aliases = ['A, b', 'ج']", "name: {fa: رود}\naliases:\n  - A, b\n  - ج\n"),
    ("name: {fa: رود}\naliases: [a, b, c]\n", "v.aliases = ['c', 'a']", "name: {fa: رود}\naliases: [c, a]\n"),
    ("name: {fa: رود}\n", "v.sources = ['x', 'y']; v.draft = false", "name: {fa: رود}\nsources: [x, y]\n"),
    ("name: {fa: رود}\n", "v.draft = true", "name: {fa: رود}\ndraft: yes\n"),
    (
        "name: {fa: رود}\npictures:\n  - file: a.jpg   # old\n    alt: {fa: آب}\n  - file: b.jpg\n",
        "v.pictures[1].alt = {ar: 'ماء'}",
        (
            "name: {fa: رود}\npictures:\n  - file: a.jpg # old\n    alt: {fa: آب}\n  - file: b.jpg\n"
            "    alt:\n      ar: ماء\n"
        ),
    ),
    (
        "# first\nname: {fa: رود}\nlisted: nonsense\n",
        "v.name.fa = 'ن'",
        "# first\nname: {fa: ن}\nlisted: nonsense\n",
    ),
]


def test_a_change_is_written_where_it_belongs_and_nowhere_else(
    browser: Browser, serve_folder: Serve, folders: Folders
) -> None:
    page = keeping(browser, serve_folder, folders)
    for before, change, after in CHANGES:
        written = page.evaluate(
            """async ([text, change]) => {
              const { factsFormat } = await import("./keeping.js");
              const form = await (await fetch("form.en.json")).json();
              const format = factsFormat(form.shapes.places, { ...form.words, idOf: (id) => id });
              const changes = {
                NAMES
              };
              const values = format.fromFile(text.trim());
              changes[change](values);
              return format.toFile(values).trim() + "\\n";
            }""".replace("NAMES", ",".join(f"{c!r}: (v) => {{ {c} }}" for _, c, _ in CHANGES)),
            [before, change],
        )
        assert written == after, change
    page.context.close()


def keeping(browser: Browser, serve_folder: Callable[..., str], folders: Folders) -> Page:
    """A page from which the scripts of the form can be called one by one."""
    address = serve_folder(folders.output)
    page = browser.new_context().new_page()
    page.goto(f"{address}admin/")
    return page


def test_without_javascript_the_page_says_what_else_can_be_done(
    browser: Browser, serve_folder: Serve, folders: Folders
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{serve_folder(folders.output)}admin/")
    assert "JavaScript" in page.inner_text("body")
    context.close()
