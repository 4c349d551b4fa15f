"""The desk: a record's texts beside each other, how it stands with each, and what is to be mended, in this order."""

from __future__ import annotations

import re
import shutil
from html import unescape
from pathlib import Path

import pytest

from tests.previewing import get, previewed_site, save, wait_for, wait_until_gone
from tests.small_site import draw_once, small_site, tree, write
from warraq.dev.desk.problems import direction_of_line, editor_address, pieces
from warraq.following.segments import marks_of, segments_of


@pytest.fixture(autouse=True)
def _quick_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    draw_once(monkeypatch)


def words(html: str) -> str:
    """What is read on a page, the styles and scripts of which have no words of their own."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def story(title: str, body: str, head: str = "") -> str:
    return f"---\ntitle: {title}\nsummary: It stands.\nauthor: The editors\n{head}---\n{body}\n"


BRIDGE = "content/stories/bridge"
MILL = "content/stories/mill"
BROKEN_LINK = story("The bridge", "It crosses the [[rivre]].")


# ---------------------------------------------------------------- texts beside each other


def test_the_desk_has_a_frame_for_each_text_of_a_record_in_the_order_of_the_site(tmp_path: Path) -> None:
    with previewed_site(small_site(tmp_path)) as address:
        _, html = get(address + "@desk/stories/bridge/")
        framed = re.findall(r'<iframe src="([^"]+)" title="([^"]+)"', html)
        assert framed == [
            ("/@desk/page/fa/stories/bridge/", "فارسی"),
            ("/@desk/page/ar/stories/bridge/", "العربية"),
            ("/@desk/page/en/stories/bridge/", "English"),
        ]
        status, page = get(address + "@desk/page/fa/stories/bridge/")
        assert (status, "برجاست" in page) == (200, True)
        assert "warraq-bar" not in page, "in a frame the page is as readers get it"


def test_a_text_that_is_missing_is_begun_by_a_command_that_can_be_copied(tmp_path: Path) -> None:
    with previewed_site(small_site(tmp_path)) as address:
        _, html = get(address + "@desk/stories/mill/")
    assert re.findall(r"<iframe", html) == ["<iframe"], "the Persian text alone"
    for code in ("ar", "en"):
        command = f"python3 build.py translate stories/mill {code}"
        assert f'data-copy="{command}"' in html
        assert f'<code dir="ltr">{command}</code>' in html


def test_it_is_said_above_each_text_how_it_stands_with_it(tmp_path: Path) -> None:
    then = " ".join(marks_of(segments_of("The bridge", "It stands.", "It is old.\n")))
    files = {
        f"{BRIDGE}/en.md": story("The bridge", "It is very old."),
        f"{BRIDGE}/fa.md": story(
            "پل", "کهن است.", f"translator: مترجم\ntranslated_from: en\nfollows: en {then}\n"
        ),
        f"{BRIDGE}/ar.md": story("الجسر", "قديم.", "draft: yes\n"),
    }
    with previewed_site(small_site(tmp_path, files)) as address:
        _, html = get(address + "@desk/stories/bridge/")
        said = {
            code: words(about) for code, about in re.findall(r'id="about-(\w+)">(.*?)</div>', html, re.DOTALL)
        }
        assert "older than its original · changed 1 of 3" in said["fa"]
        assert "own text · draft" in said["ar"]
        assert "original" in said["en"]
        status, changes = get(address + "@desk/changes/stories/bridge/fa")
    assert (status, "It is very old." in words(changes)) == (200, True)
    assert "python3 build.py confirm stories/bridge fa" in words(changes)


@pytest.mark.parametrize("codes", [("en",), ("en", "fr"), ("en", "fr", "de", "es", "it")])
def test_a_site_has_as_many_frames_as_languages_and_a_choice_where_there_are_several(
    tmp_path: Path, codes: tuple[str, ...]
) -> None:
    phrase = "{" + ", ".join(f"{code}: Bridges" for code in codes) + "}"
    languages = "".join(f"  {code}: {{name: {code}, direction: ltr, locale: {code}}}\n" for code in codes)
    folders = small_site(tmp_path)
    shutil.rmtree(folders.content)
    write(
        folders.content / "site.yaml",
        f"title: {phrase}\ntagline: {phrase}\ndescription: {phrase}\nbase_url: https://small.example\n"
        f"languages:\n{languages}home: {{lead: bridge}}\n",
    )
    write(
        folders.content / "stories/bridge/facts.yaml", "original: en\nregion: bridge\npublished: 2026-01-02\n"
    )
    for code in codes:
        write(folders.content / f"stories/bridge/{code}.md", story("The bridge", "It is old."))
    with previewed_site(folders) as address:
        _, html = get(address + "@desk/stories/bridge/")
    assert html.count("<iframe") == len(codes)
    assert html.count("data-shows") == (len(codes) if len(codes) > 1 else 0)


def test_pages_that_are_about_no_record_are_beside_each_other_too(tmp_path: Path) -> None:
    with previewed_site(small_site(tmp_path)) as address:
        assert "This page belongs to no language." in get(address + "@desk/at/")[1]
        _, html = get(address + "@desk/at/fa/stories/")
        assert re.findall(r'<iframe src="([^"]+)"', html) == [
            f"/@desk/page/{code}/stories/" for code in ("fa", "ar", "en")
        ]
        assert "stories/bridge" in get(address + "@desk/at/ar/stories/bridge/")[1], (
            "a record's lead to its desk"
        )


# ---------------------------------------------------------------- what is to be mended


def test_the_problems_of_a_record_are_on_its_pages_with_place_line_and_cure(tmp_path: Path) -> None:
    body = story("پل", "این ، يک پل است.")
    with previewed_site(small_site(tmp_path, {f"{BRIDGE}/fa.md": body})) as address:
        for page in ("fa/stories/bridge/", "en/stories/bridge/", "@desk/stories/bridge/"):
            _, html = wait_for(address + page, f"{BRIDGE}/fa.md:6:7")
            assert "<mark>يک</mark>" in html, page
            assert 'Write “<bdi dir="rtl">یک</bdi>”' in html, page
        assert "2 warnings" in words(re.findall(r'id="about-fa">(.*?)</div>', html, re.DOTALL)[0])
        assert f"{BRIDGE}/fa.md" not in get(address + "en/stories/mill/")[1], (
            "nobody else is troubled with them"
        )


def test_while_the_site_cannot_be_built_every_page_stays_and_says_what_is_wrong_first(tmp_path: Path) -> None:
    folders = small_site(tmp_path)
    with previewed_site(folders) as address:
        save(folders.content / "stories/bridge/en.md", BROKEN_LINK)
        status, html = wait_for(address + "fa/people/builder/", "Something needs mending.")
        assert status == 200
        assert "سازنده" in html, "the page itself"
        assert f"{BRIDGE}/en.md:6:16" in html
        assert "Did you mean “river”?" in words(html)

        _, html = get(address + "@desk/people/builder/")
        assert words(html).index("What else keeps the site from being made") < words(html).index(
            "python3 build.py"
        )
        assert "rivre" in html
        _, html = get(address + "@desk/stories/bridge/")
        assert "On this page: 1 error" in words(html)

        save(folders.content / "stories/bridge/en.md", story("The bridge", "It crosses the [[river]]."))
        assert "It crosses the" in wait_until_gone(address + "en/stories/bridge/", "Something needs mending.")


def test_a_preview_that_begins_with_an_error_shows_what_was_there_before(tmp_path: Path) -> None:
    folders = small_site(tmp_path)
    with previewed_site(folders) as address:
        assert get(address + "en/stories/bridge/")[0] == 200
    save(folders.content / "stories/bridge/en.md", BROKEN_LINK)
    save(folders.content / "stories/mill/fa.md", story("آسیاب", "کنار [[rod]] است."))
    with previewed_site(folders) as address:
        status, html = get(address + "en/stories/bridge/")
        assert (status, "The bridge" in html) == (200, True)
        assert html.index(f"{BRIDGE}/en.md:6") < html.index(f"{MILL}/fa.md:6")
        assert get(address + "@desk/stories/bridge/")[1].count("<iframe") == 3


def test_a_record_that_cannot_be_read_yet_is_found_among_all_problems(tmp_path: Path) -> None:
    folders = small_site(tmp_path)
    with previewed_site(folders) as address:
        write(folders.content / "stories/tower/facts.yaml", "original: en\nregion: nowhere\n")
        _, html = wait_for(address + "@desk/stories/tower/", "content/stories/tower/facts.yaml:2")
        status, page = get(address + "en/stories/tower/")
        assert status == 500
        assert "content/stories/tower/facts.yaml:2" in page


def test_the_errors_of_the_page_that_is_looked_at_come_before_all_others(tmp_path: Path) -> None:
    folders = small_site(tmp_path)
    with previewed_site(folders) as address:
        save(folders.content / "stories/bridge/en.md", BROKEN_LINK)
        wait_for(address + "en/", "Something needs mending.")
        save(folders.content / "stories/mill/fa.md", story("آسیاب", "کنار [[rod]] است."))
        _, html = wait_for(address + "fa/stories/mill/", "rod")
        assert html.index(f"{MILL}/fa.md:6") < html.index(f"{BRIDGE}/en.md:6")
        _, html = get(address + "en/stories/bridge/")
        assert html.index(f"{BRIDGE}/en.md:6") < html.index(f"{MILL}/fa.md:6")


def test_problems_of_other_files_that_name_a_record_are_counted_on_its_desk(tmp_path: Path) -> None:
    files = {f"{BRIDGE}/en.md": story("The bridge", "By the [[mill]]."), f"{MILL}/facts.yaml": (
        "original: fa\nregion: isfahan\npublished: 2026-01-01\npublish: 2027-01-01\nplaces: [river]\n"
    )}  # fmt: skip
    folders = small_site(tmp_path, files)
    with previewed_site(folders) as address:
        save(
            folders.content / "stories/bridge/en.md",
            story("The bridge", "By the [[river|mill]] of [[places/mill]]."),
        )
        _, html = wait_for(address + "@desk/stories/mill/", "In other files that name it")
        assert "In other files that name it: 1 error" in words(html)


def test_all_problems_are_on_one_page_each_with_the_way_to_its_desk(tmp_path: Path) -> None:
    with previewed_site(small_site(tmp_path, {f"{BRIDGE}/fa.md": story("پل", "این ، پل است.")})) as address:
        _, html = wait_for(address + "@desk/problems/", f"{BRIDGE}/fa.md:6")
    assert 'href="/@desk/stories/bridge/"' in html


@pytest.mark.parametrize(
    ("language", "said", "counted", "direction"),
    [("fa", "چیزی را باید درست کرد", "۱ خطا", "rtl"), ("ar", "ثمّة ما يحتاج إلى إصلاح", "خطأ", "rtl")],
)
def test_problems_are_told_in_the_language_of_the_editors(
    tmp_path: Path, language: str, said: str, counted: str, direction: str
) -> None:
    folders = small_site(tmp_path)
    with previewed_site(folders, language) as address:
        save(folders.content / "stories/bridge/en.md", BROKEN_LINK)
        _, html = wait_for(address + "en/stories/bridge/", said)
        _, desk = get(address + "@desk/stories/bridge/")
    assert f'lang="{language}" dir="{direction}"' in html
    assert f'<html lang="{language}" dir="{direction}">' in desk
    assert counted in words(desk)


def test_nothing_that_stands_in_a_file_becomes_a_part_of_the_page(tmp_path: Path) -> None:
    hostile = '<img src=x onerror=alert(1)>"&\u202e'
    files = {
        f"{BRIDGE}/en.md": story(
            "<script>alert(1)</script>", f"See [[nobody|{hostile}]] and [[{hostile[1:8]}]]."
        )
    }
    folders = small_site(tmp_path)
    with previewed_site(folders) as address:
        save(folders.content / "stories/bridge/en.md", files[f"{BRIDGE}/en.md"])
        for page in ("@desk/stories/bridge/", "@desk/problems/", "@desk/bar/en/stories/bridge/index.html"):
            _, html = wait_for(address + page, "nobody")
            assert "<img" not in html, page
            assert "<script>" not in html, page
            assert "\u202e" not in html, page
        bar = get(address + 'en/"><script>alert(1)</script>/')[1].partition("<warraq-bar")[2]
        assert "<script>alert" not in bar


def test_a_place_opens_in_the_editors_program_where_one_is_named_and_can_be_copied_everywhere(
    tmp_path: Path,
) -> None:
    files = {f"{BRIDGE}/fa.md": story("پل", "این ، پل است.")}
    with previewed_site(small_site(tmp_path, files), editor=editor_address("vscode")) as address:
        _, html = wait_for(address + "@desk/stories/bridge/", "data-copy=")
    place = re.search(rf'<a href="vscode://file([^"]+)" dir="ltr">({BRIDGE}/fa.md:6:\d+)</a>', html)
    assert place
    assert place[1] == f"{tmp_path.resolve().as_posix()}/{place[2]}"
    assert f'data-copy="{place[2]}"' in html

    with previewed_site(small_site(tmp_path, files)) as address:
        _, html = wait_for(address + "@desk/stories/bridge/", "data-copy=")
    assert "vscode:" not in html
    assert f'data-copy="{place[2]}"' in html


@pytest.mark.parametrize("asked", ["javascript:{path}", "data:text/html,{path}", "notepad", "vscode://file/"])
def test_an_address_for_an_editor_leads_to_a_file_and_runs_nothing(asked: str) -> None:
    with pytest.raises(ValueError, match=re.escape(asked)):
        editor_address(asked)


def test_words_of_the_other_direction_are_kept_in_one_piece() -> None:
    sentence = "«python3 build.py status stories/mill \u2066ar\u2069» نشان می‌دهد در en.md: 1."
    latin = [piece.words for piece in pieces(sentence, "rtl") if piece.direction == "ltr"]
    assert latin == ["python3 build.py status stories/mill ar", "en.md"]
    assert [*pieces("Write “می‌رود یک” here.", "ltr")] == [
        ("Write “", None),
        ("می‌رود یک", "rtl"),
        ("” here.", None),
    ]


# ---------------------------------------------------------------- the site itself


def test_what_is_to_be_written_in_braces_is_one_piece() -> None:
    latin = [piece.words for piece in pieces("بنویسید «مینا»؛ چنین: {ar: …}.", "rtl") if piece.direction]
    assert latin == ["{ar: …}"]


@pytest.mark.parametrize(
    ("file", "line", "direction"),
    [
        ("fa.md", "[[works/minakari|مینا]] نقشی از خود ندارد و هر چه بکشند می‌پذیرد.", "rtl"),
        ("fa.md", "summary: مینا و قلمکار و خاتم", "ltr"),
        ("en.md", "The word {fa: مینا} is told here.", "ltr"),
        ("facts.yaml", "  fa: مینا و قلمکار", "ltr"),
    ],
)
def test_a_line_of_a_text_goes_as_most_of_its_letters_do(file: str, line: str, direction: str) -> None:
    assert direction_of_line(file, line) == direction


def test_nothing_of_the_desk_is_in_the_site(tmp_path: Path) -> None:
    folders = small_site(tmp_path)
    with previewed_site(folders) as address:
        get(address + "@desk/stories/bridge/")
        assert "warraq-bar" in get(address + "en/stories/bridge/")[1]
        files = tree(folders.output)
    assert not any("@desk" in name for name in files)
    assert not any(b"@desk" in content or b"warraq-bar" in content for content in files.values())


def test_a_record_that_nobody_knows_has_no_desk(tmp_path: Path) -> None:
    with previewed_site(small_site(tmp_path)) as address:
        for path in (
            "@desk/stories/nobody/",
            "@desk/changes/stories/nobody/fa",
            "@desk/desk.py",
            "@desk/..%2fdesk.py",
        ):
            assert get(address + path)[0] in {403, 404}, path
