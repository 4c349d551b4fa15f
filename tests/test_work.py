"""What an edit costs, in work counted: pages rendered, texts converted, fields parsed, files written.

The clock of a machine that others use says nothing; these numbers are the same on every machine. Each holds for a
site of a few stories and for one of many, so that no edit comes to cost more as a site grows.
"""

from __future__ import annotations

import importlib
import re
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jinja2
import pytest
import yaml

from tests.small_site import SITE, built, draw_once, folders_in, small_site

FEW, MANY = 2, 12
"""Stories of the two sites; the small site has two of its own."""

CODES = ("fa", "ar", "en")

SETTINGS = 1
"""How often a build may parse YAML, site.yaml namely, where no record has changed."""


@dataclass(frozen=True)
class Work:
    """What one build did."""

    rendered: int
    """Files that were made: pages and feeds, drawings and styles."""
    templates: int
    """Templates that were filled in."""
    conversions: int
    """Texts that were converted from Markdown."""
    written: frozenset[str]
    removed: frozenset[str] = frozenset()


class Desk:
    """A site, somebody who edits it, and the work that a build after an edit takes."""

    def __init__(self, root: Path, stories: int, counts: Counter[str]) -> None:
        self.root, self.stories, self.counts = root, stories, counts
        self.folders = folders_in(root)

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.root / name
        text = path.read_text("utf-8")
        assert old in text, name
        path.write_text(text.replace(old, new, 1), "utf-8")

    @property
    def parsed(self) -> int:
        """How many pieces of YAML the last build parsed: facts, and the heads of texts."""
        return self.counts["parsed"]

    @property
    def older(self) -> list[str]:
        """The ids of the stories that the small site does not have of its own, the oldest first."""
        return [f"older-{number:02}" for number in range(1, self.stories - FEW + 1)]

    def build(self) -> Work:
        self.counts.clear()
        report = built(self.folders)
        assert report.ok
        assert report.written
        return Work(
            report.rendered,
            self.counts["templates"],
            self.counts["conversions"],
            frozenset(map(_without_fingerprint, report.written.changed)),
            frozenset(map(_without_fingerprint, report.written.removed)),
        )


def _without_fingerprint(path: str) -> str:
    """The path of a file, of those of search without what tells one state of it from another."""
    return re.sub(r"(assets/search/.*)\.[0-9a-f]{6}\.js", r"\1.js", path)


def of_search(code: str, *names: str) -> set[str]:
    """Files of search in a language."""
    return {f"assets/search/{code}/{name}.js" for name in names}


@pytest.fixture(params=[FEW, MANY], ids=["few stories", "many stories"], scope="module")
def first(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A site that was built once, of which each test has a copy."""
    root = tmp_path_factory.mktemp("site")
    with pytest.MonkeyPatch.context() as patch:
        desk = Desk(root, request.param, counters(patch))
        small_site(root, {name: text for id in desk.older for name, text in _older_story(id).items()})
        cold = desk.build()
    # Counters that count nothing would let everything pass.
    assert cold.templates > 60
    assert desk.parsed > 15
    # One for each text, though feeds show the same texts as the pages: the small site has eight.
    assert cold.conversions == 8 + len(CODES) * len(desk.older)
    # They are plain prose, for which Markdown need not be asked.
    assert desk.counts["markdown"] == 0
    return desk


def _older_story(id: str) -> dict[str, str]:
    text = f"---\ntitle: The {id}\nsummary: Old.\nauthor: The editors\n---\nOf times before, {id}.\n"
    facts = f"original: en\nregion: bridge\npublished: 2025-01-{id[-2:]}\n"
    files = {"facts.yaml": facts, **{f"{code}.md": text for code in CODES}}
    return {f"content/stories/{id}/{name}": content for name, content in files.items()}


@pytest.fixture
def desk(first: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A site in which nothing has changed since it was built."""
    shutil.copytree(first.root, tmp_path / "site")
    desk = Desk(tmp_path / "site", first.stories, counters(monkeypatch))
    desk.build()  # a folder that was moved may be looked through once more
    return desk


def counters(patch: pytest.MonkeyPatch) -> Counter[str]:
    """What is counted from now on, where Jinja2, the conversion of texts, Python-Markdown and PyYAML are entered."""
    draw_once(patch)
    counts: Counter[str] = Counter()
    markup = importlib.import_module("warraq.render.markup.convert")
    _count(patch, jinja2.Template, "render", counts, "templates")
    _count(patch, markup, "isolate_foreign_runs", counts, "conversions")
    by_markdown = importlib.import_module("warraq.render.markup.by_markdown")
    _count(patch, by_markdown, "markdown_html", counts, "markdown")
    _count(patch, yaml, "parse", counts, "parsed")
    return counts


def _count(patch: pytest.MonkeyPatch, owner: Any, name: str, counts: Counter[str], counted_as: str) -> None:
    original: Callable[..., Any] = getattr(owner, name)

    def counting(*values: Any, **named: Any) -> Any:
        counts[counted_as] += 1
        return original(*values, **named)

    patch.setattr(owner, name, counting)


def test_nothing_changed_is_no_work(desk: Desk) -> None:
    assert desk.build() == Work(0, 0, 0, frozenset())
    assert desk.parsed <= SETTINGS


def test_a_file_saved_without_a_change_is_no_work(desk: Desk) -> None:
    for path in (desk.root / "content/stories/bridge/en.md", desk.root / "templates/pages/story.html"):
        path.write_bytes(path.read_bytes())
    assert desk.build() == Work(0, 0, 0, frozenset())


def test_an_edit_of_a_text_makes_its_page_and_the_feed_that_shows_it(desk: Desk) -> None:
    desk.edit("content/stories/bridge/en.md", "\n\n[^1]:", "\n\nIt still stands.\n\n[^1]:")
    pages = {"en/stories/bridge/index.html", "en/feed.xml"}
    # It has a new word: the page of search is told of another table, and that of another index.
    index = of_search("en", "w0", "table")
    pages |= {"en/search/index.html"}
    assert desk.build() == Work(4, 3, 1, frozenset(pages | index), frozenset(index))
    assert desk.parsed <= SETTINGS  # its facts and the heads of its texts are as they were


def test_an_edit_of_a_summary_makes_what_shows_the_card_and_converts_nothing(desk: Desk) -> None:
    desk.edit("content/stories/bridge/en.md", "summary: It stands.", "summary: It stands firm.")
    shown = {
        "en/index.html",
        "en/stories/index.html",
        "en/stories/bridge/index.html",
        "en/stories/mill/index.html",  # where it is a related story
        "en/people/builder/index.html",
        "en/places/river/index.html",
        "en/sources/chronicle/index.html",
    }
    if desk.older:
        shown.add(f"en/stories/{desk.older[0]}/index.html")  # the oldest story leads on to the newest
        shown.add("en/stories/place/river/index.html")  # of all stories, few are of this place
    shown.add("en/search/index.html")
    group = (desk.stories + 4) // 20
    files = of_search("en", "w0", "table", f"c{group}")
    # The feed and the board are made too, though neither shows a summary here.
    assert desk.build() == Work(len(shown) + 4, len(shown) + 2, 0, frozenset(shown | files), frozenset(files))
    assert 0 < desk.parsed <= SETTINGS + 1  # the head of the text


def test_an_edit_of_a_name_makes_what_shows_the_name(desk: Desk) -> None:
    desk.edit("content/people/builder/facts.yaml", "en: Builder", "en: Mason")
    shown = {
        "en/index.html",
        "en/feed.xml",
        "en/people/index.html",
        "en/places/river/index.html",
        "en/stories/bridge/index.html",
        # The story before it ends with its first words, which hold the name.
        f"en/stories/{desk.older[0] if desk.older else 'mill'}/index.html",
        *(f"{code}/people/builder/index.html" for code in CODES),
        "status/index.html",
        "en/timeline/index.html",
    }
    # Search finds it by its English name in each language, and shows its card in one.
    shown |= {f"{code}/search/index.html" for code in CODES}
    files = set().union(*(of_search(code, "w0", "table") for code in CODES), of_search("en", "c0"))
    # One text names the person without words of its own.
    assert desk.build() == Work(len(shown) + 4, len(shown), 1, frozenset(shown | files), frozenset(files))
    assert 0 < desk.parsed <= SETTINGS + 2


def test_an_edit_of_a_meaning_makes_what_explains_the_word_and_converts_nothing(desk: Desk) -> None:
    desk.edit("content/stories/mill/fa.md", "آسیاب کنار", "آسیاب زیر [[arch]] کنار")
    desk.build()
    desk.edit("content/terms/arch/facts.yaml", "fa: خمیده", "fa: خمیده و سنگی")
    made = {path for path in desk.build().written if path.endswith(".html")}
    # In Arabic and English the mill has no text of its own: of the Persian one, they show the words and their meaning.
    stories = {"fa/stories/mill/index.html", "ar/stories/mill/index.html", "en/stories/mill/index.html"}
    assert stories <= made
    assert {"fa/terms/index.html", "fa/terms/arch/index.html"} <= made
    assert desk.counts["conversions"] == 0


def test_a_template_touched_makes_its_own_pages_and_writes_none_that_stays_the_same(desk: Desk) -> None:
    desk.edit("templates/pages/people.html", "%}", "%}{# a remark #}")
    assert desk.build() == Work(3, 3, 0, frozenset())
    assert desk.parsed <= SETTINGS


def test_the_template_of_stories_touched_makes_the_stories_and_converts_nothing(desk: Desk) -> None:
    desk.edit(
        "templates/pages/story.html",
        '{% extends "page.html" %}',
        '{% extends "page.html" %}{% block main %}<b>!</b>{{ super() }}{% endblock %}',
    )
    pages = {f"{code}/stories/{name}/index.html" for code in CODES for name in ("bridge", "mill")}
    pages |= {f"{code}/stories/{id}/index.html" for code in CODES for id in desk.older}
    assert desk.build() == Work(len(pages), len(pages), 0, frozenset(pages))


def test_a_catalogue_touched_makes_the_pages_of_its_language_and_converts_nothing(desk: Desk) -> None:
    desk.edit("i18n/fa/LC_MESSAGES/site.po", "سلام", "درود")
    work = desk.build()
    files = of_search("fa", "table", "filters")  # which say the words for kinds and fields
    assert work.rendered == work.templates + len(files)
    assert work.conversions == 0
    assert {path for path in work.written if path.startswith("assets/")} <= files
    assert all(path.startswith(("fa/", "assets/search/fa/")) for path in work.written)
    assert len(work.written) > 10 + desk.stories


def test_an_edit_of_a_text_makes_its_page_and_those_on_which_it_stands_beside_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = {"content/site.yaml": SITE.replace("facing: no", "facing: yes")}
    small_site(tmp_path, settings)
    desk = Desk(tmp_path, FEW, counters(monkeypatch))
    desk.build()
    # These words are in its summary, so search knows them already.
    desk.edit("content/stories/bridge/en.md", "\n\n[^1]:", "\n\nIt stands.\n\n[^1]:")
    pages = {
        "en/feed.xml",
        "en/stories/bridge/index.html",
        "en/stories/bridge/with/fa/index.html",
        "en/stories/bridge/with/ar/index.html",
        "fa/stories/bridge/with/en/index.html",
        "ar/stories/bridge/with/en/index.html",
    }
    # The text is converted for its own page, and cut once for the pages in its language and once for the others.
    assert desk.build() == Work(len(pages), len(pages), 3, frozenset(pages))


def test_an_edit_of_a_name_makes_every_page_on_which_a_text_beside_another_says_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = {"content/site.yaml": SITE.replace("facing: no", "facing: yes")}
    small_site(tmp_path, settings)
    desk = Desk(tmp_path, FEW, counters(monkeypatch))
    desk.build()
    desk.edit("content/people/builder/facts.yaml", "ar: البنّاء", "ar: المعمار")
    beside = {path for path in desk.build().written if "/with/" in path}
    assert beside == {
        "ar/stories/bridge/with/en/index.html",
        "ar/stories/bridge/with/fa/index.html",
        "en/stories/bridge/with/ar/index.html",
        "fa/stories/bridge/with/ar/index.html",
    }


@pytest.mark.parametrize("first", [MANY], indirect=True, ids=["many stories"])
def test_a_story_taken_away_removes_its_pages_and_makes_no_other_story_but_its_neighbours(desk: Desk) -> None:
    folder = desk.root / "content/stories/older-05"
    folder.rename(desk.root / "taken-away")
    work = desk.build()
    made = {path for path in work.written if "/stories/" in path and not path.endswith("stories/index.html")}
    assert made == {f"{code}/stories/{id}/index.html" for code in CODES for id in ("older-04", "older-06")}
    assert {path for path in work.removed if path.endswith(".html")} == {
        f"{code}/stories/older-05/index.html" for code in CODES
    }
    assert work.conversions == 0
