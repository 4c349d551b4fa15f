"""Who answers for a text is said on the page of every kind of record, and what a machine has translated says so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.small_site import SITE, draw_once, in_real_dress
from warraq.following.segments import marks_of, segments_of
from warraq.lang.language import Language
from warraq.lang.names import language_name


@pytest.fixture(autouse=True)
def _quick_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    draw_once(monkeypatch)


SETTINGS = {
    "content/site.yaml": SITE.replace(", fonts: [own.woff2]", "").replace("facing: no", "facing: yes")
    + "pictures: {share_images: no}\n"
}

CREDITS = "author: الكاتبة\ntranslator: المترجمة\ntranslated_from: en\nreviewer: المراجعة\n"

RECORDS = {
    "stories": "stories/bridge",
    "people": "people/builder",
    "pages": "pages/about",
}


def page(root: Path, path: str, files: dict[str, str]) -> str:
    """The words of a page of the small site in its real dress, its head left out."""
    output, report = in_real_dress(root, {**SETTINGS, **files})
    assert report.ok, report.diagnostics
    html = (output / path / "index.html").read_text("utf-8")
    return html.partition("<main")[2].partition("</main>")[0]


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


# ---------------------------------------------------------------- credits


@pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS)
def test_author_translator_and_reviewer_are_named_with_the_language_of_the_original(
    tmp_path: Path, record: str
) -> None:
    address = f"ar/{record.removeprefix('pages/')}"
    text = f"---\ntitle: عنوان\nsummary: ملخّص.\n{CREDITS}---\nنصّ.\n"
    said = words(page(tmp_path, address, {f"content/{record}/ar.md": text}))
    for name in ("الكاتبة", "المترجمة", "المراجعة", "الإنجليزية"):
        assert name in said, name


def test_a_text_that_names_nobody_has_no_empty_line_for_it(tmp_path: Path) -> None:
    files = {"content/people/builder/en.md": "---\nsummary: Built.\n---\nA builder.\n"}
    assert "imprint" not in page(tmp_path, "en/people/builder", files)


def test_a_story_that_was_translated_from_its_first_language_does_not_say_so_twice(tmp_path: Path) -> None:
    text = f"---\ntitle: الجسر\nsummary: قائم.\n{CREDITS}---\nنصّ.\n"
    html = page(tmp_path, "ar/stories/bridge", {"content/stories/bridge/ar.md": text})
    colophon = words(html.partition('<footer class="colophon"')[2].partition("</footer>")[0])
    assert "الإنجليزية" in colophon
    assert "English" not in colophon


@pytest.mark.parametrize(
    ("code", "locale", "name"),
    [("ar", "fa_IR", "عربی"), ("fa", "ar_PS", "الفارسية"), ("tr", "en_GB", "Turkish"), ("xx", "en_GB", "xx")],
)
def test_a_language_is_called_as_the_readers_of_the_page_call_it(code: str, locale: str, name: str) -> None:
    language = Language(code=locale[:2], name="", direction="ltr", locale=locale)
    assert language_name(code, language) == name


# ---------------------------------------------------------------- machine translation


def by_machine(tool: str, more: str = "") -> dict[str, str]:
    head = f"translated_from: en\nmachine_translation: {tool}\n{more}"
    return {"content/stories/bridge/fa.md": f"---\ntitle: پل\nsummary: برجاست.\n{head}---\nپل برجاست.\n"}


@pytest.mark.parametrize(
    ("tool", "more", "said"),
    [
        ("NLLB-200", "", ["ترجمهٔ ماشینی (NLLB-200).", "هنوز کسی آن را بازبینی نکرده است."]),
        ("yes", "", ["ترجمهٔ ماشینی.", "هنوز کسی آن را بازبینی نکرده است."]),
        ("بله", "reviewer: بازبین\n", ["ترجمهٔ ماشینی.", "بازبینی: بازبین"]),
    ],
)
def test_a_text_by_a_machine_says_so_where_it_begins(
    tmp_path: Path, tool: str, more: str, said: list[str]
) -> None:
    html = page(tmp_path, "fa/stories/bridge", by_machine(tool, more))
    notice = words(re.findall(r"<aside class=\"notice\".*?</aside>", html, re.DOTALL)[0])
    assert [sentence for sentence in said if sentence not in re.sub(r" (?=[).])|(?<=\() ", "", notice)] == []
    assert html.index('class="notice"') < html.index('class="prose"')


def test_machines_are_told_of_it_in_the_words_of_schema_org(tmp_path: Path) -> None:
    html = page(tmp_path, "fa/stories/bridge", by_machine("NLLB-200"))
    assert (
        'itemprop="digitalSourceType" href="https://schema.org/TrainedAlgorithmicMediaDigitalSource"' in html
    )


def test_no_is_an_answer_too(tmp_path: Path) -> None:
    text = "---\ntitle: پل\nsummary: برجاست.\ntranslator: م\nmachine_translation: no\n---\nپل برجاست.\n"
    assert "ماشینی" not in page(tmp_path, "fa/stories/bridge", {"content/stories/bridge/fa.md": text})


def test_it_is_said_in_lists_beside_the_other_text_and_in_the_feed(tmp_path: Path) -> None:
    output, report = in_real_dress(tmp_path, {**SETTINGS, **by_machine("NLLB-200")})
    assert report.ok
    card = (output / "fa/stories/index.html").read_text("utf-8")
    assert "card-machine" in card
    assert "card-machine" not in (output / "en/stories/index.html").read_text("utf-8")
    assert "NLLB-200" in words((output / "en/stories/bridge/with/fa/index.html").read_text("utf-8"))
    feed = (output / "fa/feed.xml").read_text("utf-8")
    assert 'term="machine-translation"' in feed
    assert "ترجمهٔ ماشینی" in feed.partition("<content")[2]
    assert "machine-translation" not in (output / "en/feed.xml").read_text("utf-8")


# ---------------------------------------------------------------- the original is newer


def followed(body: str) -> dict[str, str]:
    """A Persian text of the bridge that follows an English one with this body."""
    marks = " ".join(marks_of(segments_of("The bridge", "It stands.", body)))
    head = f"translator: مترجم\nfollows: en {marks}\n"
    return {
        "content/stories/bridge/en.md": "---\ntitle: The bridge\nsummary: It stands.\n---\nIt stands.\n",
        "content/stories/bridge/fa.md": f"---\ntitle: پل\nsummary: برجاست.\n{head}---\nبرجاست.\n",
    }


def test_readers_of_a_translation_are_told_quietly_that_its_original_is_newer(tmp_path: Path) -> None:
    html = page(tmp_path, "fa/stories/bridge", followed("It stood.\n"))
    notice = re.findall(r"<aside class=\"notice\".*?</aside>", html, re.DOTALL)[0]
    assert "متن اصلی پس از این ترجمه تغییر کرده است." in notice
    assert 'href="../../../en/stories/bridge/" hreflang="en"' in notice


def test_of_a_translation_that_is_current_there_is_nothing_to_say(tmp_path: Path) -> None:
    assert 'class="notice"' not in page(tmp_path, "fa/stories/bridge", followed("It stands.\n"))


def test_who_reads_a_translation_for_want_of_a_text_of_their_own_is_told_both(tmp_path: Path) -> None:
    files = {
        "content/site.yaml": SETTINGS["content/site.yaml"].replace("fallback: [en, fa]", "fallback: [fa]"),
        # A text that says nothing is none.
        "content/stories/bridge/ar.md": "---\ntitle: الجسر\n---\n",
    }
    html = page(tmp_path, "ar/stories/bridge", followed("It stood.\n") | files)
    assert len(re.findall("<p>", re.findall(r"<aside class=\"notice\".*?</aside>", html, re.DOTALL)[0])) == 2
