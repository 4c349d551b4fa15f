"""The board for editors: which records are on it, what it shows of their changes, and who is not told of it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.small_site import SITE, Page, built, draw_once, folders_in, in_real_dress, small_site, tree, write
from warraq.build import Folders, Options, Report, build
from warraq.following.segments import marks_of, segments_of
from warraq.plan import status

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext
    from playwright.sync_api import Page as Tab


@pytest.fixture(autouse=True)
def _quick_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    draw_once(monkeypatch)


def original(body: str, title: str = "The mill") -> str:
    return f"---\ntitle: {title}\nsummary: It turns.\nauthor: The editors\n---\n{body}"


def translation(body: str, of: str, head: str = "translator: مترجم\n", title: str = "The mill") -> str:
    """A Persian text that follows an English one whose body was this."""
    marks = " ".join(marks_of(segments_of(title, "It turns.", of)))
    return f"---\ntitle: آسیاب\nsummary: می‌چرخد.\n{head}translated_from: en\nfollows: en {marks}\n---\n{body}"


def mill(number: int, now: str, then: str, head: str = "translator: مترجم\n") -> dict[str, str]:
    """A story in English and its Persian translation."""
    folder = f"content/stories/mill-{number:03}"
    return {
        f"{folder}/facts.yaml": "original: en\nregion: isfahan\npublished: 2026-01-04\n",
        f"{folder}/en.md": original(now),
        f"{folder}/fa.md": translation("آسیاب می‌چرخید.\n", then, head),
    }


OLD, NEW = "The mill turned.\n", "The great mill turned.\n"
OLDER = mill(1, NEW, OLD)
CURRENT = mill(2, NEW, NEW)


def board(root: Path, files: dict[str, str], page: str = "status/index.html") -> str:
    """A page of the board of the small site with these files, as readers get it."""
    output, report = dressed(root, files)
    assert report.ok, report.diagnostics
    return (output / page).read_text("utf-8")


def dressed(root: Path, files: dict[str, str], language: str = "en") -> tuple[Path, Report]:
    """The small site with these files in its real dress, for editors of this language; without share images."""
    settings = SITE.replace(", fonts: [own.woff2]", "") + f"editors_language: {language}\n"
    return in_real_dress(root, {"content/site.yaml": settings + "pictures: {share_images: no}\n", **files})


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


# ---------------------------------------------------------------- what is on it


def test_what_waits_for_somebody_stands_apart_from_what_is_in_order(tmp_path: Path) -> None:
    html = board(tmp_path, OLDER | CURRENT)
    waiting, _, settled = html.partition('id="settled"')
    assert re.findall(r"stories/mill-\d+(?=</bdi>)", waiting) == ["stories/mill-001"]
    assert "stories/mill-002" in re.findall(r"stories/mill-\d+(?=</bdi>)", settled)
    assert "older than its original" in words(waiting)
    assert "changed 1 of 3" in words(waiting)


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("machine_translation: Apertium\n", "by machine, not read"),
        ("machine_translation: yes\nreviewer: بازبین\n", "by machine"),
    ],
)
def test_what_a_machine_has_translated_waits_for_somebody_who_reads_it(
    tmp_path: Path, head: str, said: str
) -> None:
    html = board(tmp_path, mill(1, NEW, NEW, head))
    waiting, _, settled = html.partition('id="settled"')
    assert said in words(settled if "reviewer" in head else waiting)


def test_a_language_has_a_bar_whose_parts_make_a_whole(tmp_path: Path) -> None:
    html = board(tmp_path, OLDER | CURRENT)
    bars = re.findall(r"<svg class=\"progress-bar\".*?</svg>", html, re.DOTALL)
    assert len(bars) == 3
    for bar in bars:
        assert sum(float(width) for width in re.findall(r' width="([\d.]+)"', bar)) == pytest.approx(
            100, abs=0.1
        )


def test_the_board_speaks_the_language_of_the_editors(tmp_path: Path) -> None:
    output, _ = dressed(tmp_path, OLDER, "ar")
    page = Page((output / "status/index.html").read_text("utf-8"))
    assert (page.html["lang"], page.html["dir"]) == ("ar", "rtl")


# ---------------------------------------------------------------- what has changed


def test_a_change_is_shown_word_by_word_with_what_the_translation_says_there(tmp_path: Path) -> None:
    folders = small_site(tmp_path, mill(1, OLD, OLD))
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "Saved"]):
        who = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", "-C", tmp_path, *who, *command], check=True)
    assert folders
    html = board(tmp_path, OLDER)
    change = words(re.findall(r'<li class="change">.*?</li>', html, re.DOTALL)[0].replace("ins>", "b>+"))
    assert re.findall(r"<ins>(.*?)</ins>", html) == [" great"]
    assert "<del>" not in html
    assert "آسیاب می‌چرخید." in change
    assert 'lang="en" dir="ltr">The<ins>' in html or "The <ins>" in html
    assert "python3 build.py confirm stories/mill-001 fa" in words(html)


def test_without_a_history_the_passage_is_shown_as_it_is_and_that_is_said(tmp_path: Path) -> None:
    html = board(tmp_path, OLDER)
    assert "The great mill turned." in words(html)
    assert "<ins>" not in html
    assert "not in the history of the file" in words(html)


def test_of_very_many_changes_only_some_are_shown_and_the_others_counted(tmp_path: Path) -> None:
    many = "\n\n".join(f"Sentence {n}." for n in range(30)) + "\n"
    html = board(tmp_path, mill(1, many, OLD))
    assert html.count('<li class="change">') == 8
    assert "Further changes: 22." in words(html)


# ---------------------------------------------------------------- large sites


def test_on_a_large_site_only_what_waits_is_listed_in_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(status, "WHOLE_BOARD", 5)
    monkeypatch.setattr(status, "BOARD_LENGTH", 2)
    files: dict[str, str] = {}
    for number in range(5):
        files |= mill(number, NEW, OLD)
    first = board(tmp_path, files)
    assert re.findall(r"stories/mill-\d+(?=</bdi>)", first) == ["stories/mill-000", "stories/mill-001"]
    assert 'href="page/3/"' in first
    assert "only counted" in words(first)
    last = (folders_in(tmp_path).output / "status/page/3/index.html").read_text("utf-8")
    assert re.findall(r"stories/mill-\d+(?=</bdi>)", last) == ["stories/mill-004"]


def test_pages_of_the_board_that_are_not_needed_any_more_are_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(status, "WHOLE_BOARD", 1)
    monkeypatch.setattr(status, "BOARD_LENGTH", 1)
    folders = small_site(tmp_path, OLDER | mill(2, NEW, OLD))
    built(folders)
    assert (folders.output / "status/page/2/index.html").is_file()
    write(tmp_path / "content/stories/mill-002/en.md", original(OLD))
    built(folders)
    assert not (folders.output / "status/page/2").exists()
    assert equals_clean(folders, tmp_path / "clean")


def equals_clean(folders: Folders, into: Path) -> bool:
    parts = {name: getattr(folders, name) for name in ("content", "templates", "assets", "catalogs")}
    built(Folders(**parts, output=into / "public", cache=into / "cache"))
    return tree(folders.output) == tree(into / "public")


# ---------------------------------------------------------------- edits


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("en.md", "The great mill", "The very great mill"),
        ("en.md", "The great mill turned.", "The mill turned."),
        ("en.md", "title: The mill", "title: The old mill"),
        ("fa.md", "follows: en", "follows: fa"),
        ("fa.md", "translator: مترجم\n", "translator: مترجم\ndraft: yes\n"),
        ("fa.md", "translator: مترجم\n", "machine_translation: yes\n"),
        ("fa.md", "آسیاب می‌چرخید.", "…"),
        ("fa.md", "translated_from: en", "translated_from: ar"),
        ("facts.yaml", "original: en", "original: fa"),
    ],
)
def test_after_an_edit_the_site_is_what_a_clean_build_makes(
    tmp_path: Path, name: str, old: str, new: str
) -> None:
    folders = small_site(tmp_path, OLDER | CURRENT)
    assert built(folders).ok
    path = tmp_path / "content/stories/mill-001" / name
    assert old in path.read_text("utf-8")
    write(path, path.read_text("utf-8").replace(old, new))
    assert built(folders).ok
    assert equals_clean(folders, tmp_path / "clean")


def test_an_edit_of_the_original_makes_the_page_of_its_translation_too(tmp_path: Path) -> None:
    folders = small_site(tmp_path, CURRENT)
    built(folders)
    write(tmp_path / "content/stories/mill-002/en.md", original("The small mill turned.\n"))
    report = built(folders)
    assert report.written
    assert {"fa/stories/mill-002/index.html", "status/index.html"} <= set(report.written.changed)
    write(tmp_path / "content/stories/mill-002/en.md", original("The smaller mill turned.\n"))
    report = built(folders)
    assert report.written
    assert "fa/stories/mill-002/index.html" not in report.written.changed, "it was older before"


# ---------------------------------------------------------------- who is told of it


def test_search_engines_and_readers_are_not_led_to_it(tmp_path: Path) -> None:
    output, _ = dressed(tmp_path, OLDER)
    page = Page((output / "status/index.html").read_text("utf-8"))
    assert page.all("meta", name="robots")[0]["content"] == "noindex"
    assert page.hreflang == {}
    assert "status" not in (output / "sitemap.xml").read_text("utf-8")
    assert "/status/*\n  X-Robots-Tag: noindex\n" in (output / "_headers").read_text("utf-8")
    others = [path for path in output.rglob("*.html") if path.parent.name != "status"]
    assert len(others) > 50
    assert [path for path in others if re.search(r'href="[^"]*status/', path.read_text("utf-8"))] == []


@pytest.mark.parametrize(
    ("setting", "public", "preview"),
    [("status: public\n", True, True), ("status: preview\n", False, True), ("status: no\n", False, False)],
)
def test_a_site_can_keep_it_to_the_preview_or_do_without(
    tmp_path: Path, setting: str, public: bool, preview: bool
) -> None:
    folders = small_site(tmp_path, OLDER | {"content/site.yaml": SITE + setting})
    for drafts, there in ((False, public), (True, preview), (False, public)):
        assert build(folders, Options(drafts=drafts)).ok
        assert (folders.output / "status/index.html").is_file() == there
    assert ("/status/" in (folders.output / "_headers").read_text("utf-8")) == public


def test_of_drafts_only_the_preview_knows(tmp_path: Path) -> None:
    files = OLDER | {
        "content/stories/mill-001/fa.md": OLDER["content/stories/mill-001/fa.md"].replace(
            "translated_from", "draft: yes\ntranslated_from"
        )
    }
    folders = small_site(tmp_path, files)
    assert build(folders, Options()).ok
    page = folders.output / "status/index.html"
    assert "draft=True" not in page.read_text("utf-8")
    assert "آسیاب می‌چرخید" not in page.read_text("utf-8")
    assert build(folders, Options(drafts=True)).ok
    assert "draft=True" in page.read_text("utf-8")


# ---------------------------------------------------------------- in a browser


@pytest.fixture(scope="module")
def boards(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The output of a site for editors of a language, built once for all tests in a browser."""
    files = OLDER | CURRENT | mill(3, NEW, NEW, "machine_translation: Apertium\n")
    return cache(lambda language: dressed(tmp_path_factory.mktemp(language), files, language)[0])


@pytest.fixture
def tab_at(
    reader: Callable[..., BrowserContext], serve_folder: Callable[..., str], boards: Callable[[str], Path]
) -> Callable[..., Tab]:
    """Opens the board in a window of this width, without a script."""

    def new(width: int, language: str, **settings: Any) -> Tab:
        settings = {"java_script_enabled": False, **settings}
        tab = reader(width, **settings).new_page()
        tab.goto(f"{serve_folder(boards(language))}status/")
        return tab

    return new


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("code", ["fa", "en"])
def test_it_fits_its_window_and_opens_what_has_changed_without_a_script(
    tab_at: Callable[..., Tab], width: int, code: str
) -> None:
    tab = tab_at(width, code)
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert tab.evaluate(wide) <= 0
    change = tab.locator(".change").first
    assert not change.is_visible()
    tab.locator(".status-changes summary").first.click()
    assert change.is_visible()
    assert tab.evaluate(wide) <= 0
    cells = tab.locator("#waiting ~ table tbody tr:first-child td")
    boxes = [box for cell in cells.all() if (box := cell.bounding_box())]
    assert len({round(box["y"]) for box in boxes}) == 1, "the languages stand beside each other"
    assert (boxes[0]["x"] > boxes[-1]["x"]) == (code == "fa")


def test_each_language_is_named_beside_its_state_where_the_head_of_the_table_is_not_seen(
    tab_at: Callable[..., Tab],
) -> None:
    tab = tab_at(360, "en")
    assert tab.locator("tbody .status-language").first.is_visible()
    assert [
        cell.inner_text()
        for cell in tab.locator("#waiting ~ table tbody tr:first-child .status-language").all()
    ] == [
        "فارسی",
        "العربية",
        "English",
    ]


def test_states_are_told_by_words_and_by_the_shape_of_their_marks(tab_at: Callable[..., Tab]) -> None:
    tab = tab_at(1280, "en", java_script_enabled=True)
    looks = tab.evaluate("""() => Object.fromEntries([...document.querySelectorAll('.status-key dt')].map(found => {
      const mark = getComputedStyle(found, '::before');
      const shape = mark.backgroundImage.match(/50%|25%/) ?? '';
      const paint = mark.backgroundColor === 'rgba(0, 0, 0, 0)' ? 'open' : 'full';
      return [found.textContent, [mark.borderRadius, mark.height, shape, paint].join(' ')];
    }))""")
    assert len(looks) == 7
    assert len(set(looks.values())) == 6, "only the two kinds of text that follow none are of one shape"
