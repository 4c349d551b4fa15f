"""Whatever was edited, a build that reuses what it knows equals one that knows nothing, byte for byte."""

from __future__ import annotations

import datetime
import errno
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.photographs import photograph
from tests.small_site import (
    REPOSITORY,
    SITE,
    TODAY,
    built,
    codes,
    draw_once,
    folders_in,
    small_site,
    tree,
    write,
)
from warraq.build import Folders, Options, Report, Wish, build
from warraq.following.segments import marks_of, segments_of
from warraq.pipeline import Workshop
from warraq.plan import timeline_choice
from warraq.write import parallel
from warraq.write import snapshot as snapshot_module
from warraq.write.folder import BEGUN

EDITS = int(os.environ.get("WARRAQ_RANDOM_EDITS", "60"))
"""How many random edits the long test makes; more of them find rarer faults."""


FACING = {
    "content/site.yaml": SITE.replace("facing: no", "facing: yes"),
    "content/works/song/facts.yaml": "name: {fa: ترانه, ar: أغنية, en: Song}\ntype: tale\nmakers: [builder]\n",
}
"""A small site whose stories are also read with two languages side by side, and that has a work."""


@pytest.fixture(autouse=True)
def _quick_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    draw_once(monkeypatch)


def clean(folders: Folders, into: Path, today: datetime.date = TODAY) -> tuple[Report, dict[str, bytes]]:
    """The report and the tree of a build that knows nothing of earlier ones."""
    parts = {name: getattr(folders, name) for name in ("content", "templates", "assets", "catalogs")}
    report = build(Folders(**parts, output=into / "public", cache=into / "cache"), Options(today=today))
    return report, tree(into / "public") if report.ok else {}


# ---------------------------------------------------------------- random edits


class Editor:
    """Somebody who edits a site at random; every edit that breaks it can be taken back."""

    def __init__(self, root: Path, chance: random.Random) -> None:
        self.root = root
        self.chance = chance
        self.count = 0

    def edit(self) -> str:
        """Change something; what was done, in a word for the message of a failing test."""
        self.count += 1
        edits = [
            self.new_story, self.new_person, self.change_text, self.change_text, self.change_facts,
            self.rename, self.delete, self.undo_deletion, self.draft, self.move_address, self.slug, self.template,
            self.partial, self.style, self.font, self.words, self.settings, self.break_link, self.break_template,
            self.future, self.pictures, self.pictures, self.new_work, self.show_picture,
            self.facing, self.facing, self.value, self.value, self.value, self.new_event, self.surround,
            self.share, self.share, self.journey, self.term, self.term, self.milestone, self.milestone,
            self.follow, self.follow, self.hide_text,
        ]  # fmt: skip
        chosen = self.chance.choice(edits)
        chosen()
        return chosen.__name__

    def records(self, kind: str) -> list[Path]:
        return sorted(p for p in (self.root / "content" / kind).iterdir() if p.is_dir())

    def some(self, kind: str) -> Path:
        return self.chance.choice(self.records(kind))

    def append(self, name: str, text: str) -> None:
        path = self.root / name
        path.write_text(path.read_text("utf-8") + text, "utf-8")

    def replace(self, path: Path, old: str, new: str) -> None:
        path.write_text(re.sub(old, new, path.read_text("utf-8")), "utf-8")

    # ---- content

    def new_story(self) -> None:
        story = self.root / f"content/stories/story-{self.count}"
        day = TODAY - datetime.timedelta(days=self.chance.randrange(300))
        write(story / "facts.yaml", f"original: en\nregion: palestine\npublished: {day}\npeople: [builder]\n")
        for code in ("en", *self.chance.sample(["fa", "ar"], self.chance.randrange(3))):
            write(
                story / f"{code}.md",
                f"---\ntitle: Story {self.count} {code}\nsummary: s\n---\nOf [[river]] and [[bridge]].\n",
            )

    def new_person(self) -> None:
        name = f"name: {{fa: آدم {self.count}, ar: فلان {self.count}, en: Somebody {self.count}}}\n"
        write(
            self.root / f"content/people/person-{self.count}/facts.yaml",
            f"{name}born: {self.chance.randrange(900, 1900)}\n",
        )

    def milestone(self) -> None:
        """Record a dated fact, or find another date for one; the timeline may get a century or lose one."""
        facts = self.root / f"content/milestones/fact-{self.chance.randrange(3)}/facts.yaml"
        named = self.chance.choice(
            ["places: [river]", "people: [builder]", "places: [river]\npeople: [builder]"]
        )
        write(
            facts,
            f"name: {{fa: رخداد, ar: واقعة, en: Fact {self.count}}}\nwhen: {self.chance.randrange(900, 1900)}\n"
            f"{named}\nsources: [chronicle]\n",
        )

    def new_work(self) -> None:
        """A long picture, which can be looked at closely, and another one: so it has tiles, a manifest and pages."""
        work = self.root / f"content/works/work-{self.count}"
        write(work / "facts.yaml", f"name: {{fa: اثر, ar: عمل, en: Work {self.count}}}\ntype: book\n")
        self.give(work, (2001, 40), (200, 150))

    def pictures(self) -> None:
        """Take the pictures of a record away, or put others in their place under the same names."""
        record = self.some(self.chance.choice(["stories", "people", "places"]))
        self.replace(record / "facts.yaml", r"pictures:\n(?:  .*\n)*", "")
        for old in record.glob("*.jpg"):
            old.unlink()
        if self.chance.random() < 0.7:
            self.give(record, *[(200, 150)] * self.chance.randint(1, 2))

    def give(self, record: Path, *sizes: tuple[int, int]) -> None:
        lines = ["pictures:"]
        for number, size in enumerate(sizes):
            write(record / f"p{number}.jpg", photograph(*size, self.chance.randrange(4)))
            alt = f"{{fa: تصویر, ar: صورة, en: Picture {self.count}}}"
            lines += [f"  - file: p{number}.jpg", f"    alt: {alt}", "    rights: PDM-1.0"]
        facts = record / "facts.yaml"
        facts.write_text(facts.read_text("utf-8") + "\n".join(lines) + "\n", "utf-8")

    def show_picture(self) -> None:
        """At times one that is not there: then the site is broken."""
        text = self.chance.choice(sorted((self.root / "content").glob("*/*/*.md")))
        name = self.chance.choice(["p0.jpg", "people/builder/p0.jpg", "places/river/p0.jpg"])
        text.write_text(text.read_text("utf-8") + f"\n![]({name})\n", "utf-8")

    def change_text(self) -> None:
        text = self.chance.choice(sorted((self.root / "content").glob("*/*/*.md")))
        text.write_text(text.read_text("utf-8") + f"\nOnce more, {self.count}.\n", "utf-8")

    def change_facts(self) -> None:
        self.replace(
            self.root / "content/people/builder/facts.yaml",
            r"born: \d+",
            f"born: {self.chance.randrange(900, 1900)}",
        )
        self.replace(self.root / "content/places/river/facts.yaml", r"en: \w+", f"en: River{self.count}")

    # ---- what indexes are made of

    def value(self) -> None:
        """Put records into other parts of the lists: another role, maker, material, field, place or century."""
        person, work, story = (self.some(kind) for kind in ("people", "works", "stories"))
        roles = self.chance.sample(["poet", "engineer", "ruler"], self.chance.randrange(3))
        chosen: list[tuple[Path, str, str]] = [
            (person, "roles", f"[{', '.join(roles)}]"),
            (person, "born", str(self.chance.randrange(900, 1900))),
            (work, "makers", f"[{self.some('people').name}]"),
            (work, "materials", self.chance.choice(["[silk]", "[paper, ink]"])),
            (story, "fields", self.chance.choice(["[art]", "[craft, art]", "[travel]"])),
            (story, "when", str(self.chance.randrange(900, 1900))),
        ]
        record, field, value = self.chance.choice(chosen)
        self.replace(record / "facts.yaml", rf"(?m)^{field}: .*\n", "")
        self.replace(record / "facts.yaml", r"\A", f"{field}: {value}\n")

    def new_event(self) -> None:
        name = f"name: {{fa: رویداد {self.count}, ar: حدث {self.count}, en: Event {self.count}}}\n"
        day = TODAY + datetime.timedelta(days=self.chance.randrange(-900, 900))
        write(
            self.root / f"content/events/event-{self.count}/facts.yaml", f"{name}type: talk\nstarts: {day}\n"
        )

    def surround(self) -> None:
        """A larger place around one that stories and people name, or around that one in its turn."""
        outer = f"place-{self.count}"
        name = f"name: {{fa: شهر {self.count}, ar: مدينة {self.count}, en: City {self.count}}}\n"
        write(self.root / f"content/places/{outer}/facts.yaml", name)
        inner = self.chance.choice([place for place in self.records("places") if place.name != outer])
        self.replace(inner / "facts.yaml", r"part_of: .*\n", "")
        self.replace(inner / "facts.yaml", r"\A", f"part_of: {outer}\n")

    def term(self) -> None:
        """Say what a word means in another way, or how it is written in one language; or lead a text to it."""
        facts = self.root / "content/terms/arch/facts.yaml"
        match self.chance.randrange(3):
            case 0:
                self.replace(facts, r"en: A curve\d*", f"en: A curve{self.count}")
            case 1:
                self.replace(facts, r"ar: قوس\d*", f"ar: قوس{self.count}")
            case _:
                text = self.chance.choice(sorted((self.root / "content").glob("*/*/*.md")))
                self.replace(text, r"\Z", "\nUnder the [[arch]].\n")

    def rename(self) -> None:
        for story in self.records("stories"):
            if story.name.startswith("story-"):
                story.rename(story.with_name(f"story-{self.count}-renamed"))
                return

    def delete(self) -> None:
        story = self.some("stories")  # at times one that others name: then the site is broken
        (self.root / "deleted").mkdir(exist_ok=True)
        story.rename(self.root / "deleted" / story.name)

    def undo_deletion(self) -> None:
        for story in sorted((self.root / "deleted").glob("*")):
            if not (self.root / "content/stories" / story.name).exists():
                story.rename(self.root / "content/stories" / story.name)

    def draft(self) -> None:
        facts = self.some("stories") / "facts.yaml"
        if "draft: yes" in facts.read_text("utf-8"):
            self.replace(facts, r"draft: yes\n", "")
        else:
            self.replace(facts, r"\A", "draft: yes\n")

    def future(self) -> None:
        facts = self.some("stories") / "facts.yaml"
        self.replace(facts, r"publish: .*\n", "")
        self.replace(facts, r"\A", self.chance.choice(["publish: 2030-01-01\n", "publish: 2020-01-01\n"]))

    def move_address(self) -> None:
        facts = self.some("stories") / "facts.yaml"
        self.replace(facts, r"formerly: .*\n", "")
        self.replace(facts, r"\Z", f"formerly: [/en/stories/old-{self.count}/, /fa/old-{self.count}.html]\n")

    def slug(self) -> None:
        for text in sorted(self.some("stories").glob("fa.md")):
            self.replace(text, r"slug: .*\n", "")
            self.replace(text, r"\A---\n", f"---\nslug: داستان {self.count}\n")

    def share(self) -> None:
        """Change what a story tells of, and so what is read with it: people, places, a field, a time, a choice."""
        facts = self.some("stories") / "facts.yaml"
        field, values = self.chance.choice(
            [
                ("people", ["[builder]"]),
                ("places", ["[river]"]),
                ("fields", ["[art]", "[medicine]", "[art, medicine]"]),
                ("when", ["1047", "1052", "1601"]),
                ("related", ["[bridge]", f"[{self.some('stories').name}]"]),
            ]
        )
        self.replace(facts, rf"{field}: .*\n", "")
        if self.chance.random() < 0.8:
            self.replace(facts, r"\A", f"{field}: {self.chance.choice(values)}\n")

    def journey(self) -> None:
        """A new journey, or another time for one: other journeys come before and after it."""
        number = self.chance.randrange(4)
        begins = f"begins: {1000 + self.chance.randrange(5)}\n" if self.chance.random() < 0.8 else ""
        name = f"name: {{fa: سفر {number}, ar: رحلة {number}, en: Journey {number}}}\n"
        write(self.root / f"content/journeys/journey-{number}/facts.yaml", name + begins)

    # ---- theme

    def template(self) -> None:
        self.append(
            f"templates/pages/{self.chance.choice(['story', 'person', 'people', 'home'])}.html",
            f"{{# {self.count} #}}",
        )

    def partial(self) -> None:
        self.append("templates/partials/foot.html", f"<i>{self.count}</i>\n")

    def style(self) -> None:
        self.append("assets/css/base.css", f"i {{ margin: {self.count}px }}\n")

    def font(self) -> None:
        self.append("assets/fonts/own.woff2", f"{self.count}")

    def words(self) -> None:
        self.replace(
            self.root / "i18n/fa/LC_MESSAGES/site.po", r'msgstr "سلام.*"', f'msgstr "سلام {self.count}"'
        )

    def facing(self) -> None:
        """Change where a text parts from its others, or whether they are shown beside each other at all."""
        text = self.chance.choice(sorted(self.some("stories").glob("??.md")))
        if self.chance.randrange(4):
            added = self.chance.choice(
                ["<!-- = water -->", "## Water {#water}", "Words.", "> [[arch]]", "[^n]: Note."]
            )
            self.replace(text, r"\Z", f"\n{added}\n\nMore {self.count}.\n")
        else:
            settings = self.root / "content/site.yaml"
            on = "facing: yes" in settings.read_text("utf-8")
            self.replace(settings, "facing: (yes|no)", "facing: no" if on else "facing: yes")

    def follow(self) -> None:
        """Hold a text against the English one as it is now, or as it was; at times a machine has translated it."""
        for text in sorted(self.some("stories").glob("??.md")):
            source = text.with_name("en.md")
            if text.name != "en.md" and source.exists():
                body = source.read_text("utf-8").split("---\n", 2)[2]
                marks = marks_of(segments_of("The bridge", "It stands.", body))
                self.replace(text, r"(?:follows|machine_translation|translator): .*\n", "")
                by = self.chance.choice(["translator: m", "machine_translation: yes"])
                self.replace(text, r"\A---\n", f"---\n{by}\nfollows: en {' '.join(marks)}\n")

    def hide_text(self) -> None:
        """Make a draft of one text, or take that back; at times of the one that a story began in."""
        text = self.chance.choice(sorted((self.root / "content").glob("*/*/??.md")))
        if "draft: yes" in text.read_text("utf-8"):
            self.replace(text, r"draft: yes\n", "")
        else:
            self.replace(text, r"\A---\n", "---\ndraft: yes\n")

    def settings(self) -> None:
        self.replace(self.root / "content/site.yaml", r"ar: مدينتان\S*,", f"ar: مدينتان{self.count},")
        self.replace(
            self.root / "content/site.yaml",
            r"https://\S+",
            f"https://{self.chance.choice(['small', 'other'])}.example",
        )

    # ---- faults

    def break_link(self) -> None:
        broken = self.root / "content/people/builder/en.md"
        broken.write_text(broken.read_text("utf-8") + "\nHe met [[nobody-at-all]].\n", "utf-8")

    def break_template(self) -> None:
        self.append("templates/pages/place.html", "{% block main %}{{ page.no_such_thing }}{% endblock %}")

    def mend(self) -> None:
        """Take back what keeps the site from being built."""
        self.replace(self.root / "content/people/builder/en.md", r"\nHe met .*\n", "")
        self.replace(self.root / "templates/pages/place.html", r"\{% block main.*", "")
        self.undo_deletion()
        for text in sorted((self.root / "content").glob("*/*/*.md")):
            self.replace(text, r"\n!\[\]\(.*\)\n", "")
        for facts in (self.root / "content/stories").glob("bridge/facts.yaml"):
            self.replace(facts, r"draft: yes\n|publish: .*\n", "")


def test_after_any_edits_the_site_is_what_a_clean_build_makes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timeline_choice, "LISTED", 3)
    folders = small_site(tmp_path, FACING)
    editor = Editor(tmp_path, random.Random(1047))  # noqa: S311  it must be the same every time
    assert built(folders).ok
    several = {EDITS // 2}
    done, refused = [], 0
    for number in range(EDITS):
        done.append(editor.edit())
        before = tree(folders.output)
        with monkeypatch.context() as patch:
            if number in several:
                patch.setattr(parallel, "_WORTH_A_POOL", 1)
            if number % 3 == 0:  # as if the editor had paused, and stamps could be trusted
                patch.setattr(snapshot_module, "_YOUNG", 0)
            report = built(folders, jobs=2 if number in several else 1)
        fresh, expected = clean(folders, tmp_path / f"clean-{number}")
        assert report.diagnostics == fresh.diagnostics, done
        if report.ok:
            assert tree(folders.output) == expected, done
        else:
            refused += 1
            assert tree(folders.output) == before, done
            editor.mend()
    assert refused < EDITS / 2, "most edits must lead to a site, or little is tested"
    if EDITS >= 60:
        assert refused, "some edits must break the site, or their refusal is not tested"


def stamps(folders: Folders) -> dict[Path, tuple[int, int, int]]:
    """What a watcher of the folders would go by."""
    sources = (folders.content, folders.templates, folders.assets, folders.catalogs)
    paths = (path.resolve() for folder in sources for path in folder.rglob("*"))
    return {p: (s.st_mtime_ns, s.st_size, s.st_ino) for p in paths if (s := p.stat()) and p.is_file()}


def test_a_preview_that_is_told_what_was_saved_makes_what_a_clean_build_makes(tmp_path: Path) -> None:
    folders = small_site(tmp_path, FACING)
    chance = random.Random(1333)  # noqa: S311  it must be the same every time
    editor = Editor(tmp_path, chance)
    workshop = Workshop(folders, Options(today=TODAY))
    assert workshop.build(lambda *_: None).ok
    done: list[str] = []
    pending: frozenset[Path] = frozenset()
    seen = stamps(folders)
    for number in range(EDITS):
        done.append(editor.edit())
        now = stamps(folders)
        pending |= {path for path in seen.keys() | now.keys() if seen.get(path) != now.get(path)}
        seen = now
        before = tree(folders.output)
        page = chance.choice([name for name in before if name.endswith(".html")])

        def nothing_is_lacking(page: str = page) -> None:
            assert addresses_of_assets((folders.output / page).read_bytes()) <= tree(folders.output).keys()

        report = workshop.build(lambda *_: None, None, pending, Wish(page, nothing_is_lacking))
        fresh, expected = clean(folders, tmp_path / f"clean-{number}")
        assert report.diagnostics == fresh.diagnostics, done
        if report.ok:
            pending = frozenset()
            assert tree(folders.output) == expected, done
        else:
            # The page that is looked at may be ahead of a build with faults, and is then what it will be.
            assert tree(folders.output).items() >= {n: c for n, c in before.items() if n != page}.items(), (
                done
            )
            editor.mend()


def test_a_preview_sees_that_somebody_else_has_built(tmp_path: Path) -> None:
    folders = small_site(tmp_path)
    workshop = Workshop(folders, Options(today=TODAY))
    workshop.build(lambda *_: None)
    text = folders.content / "stories/bridge/en.md"
    text.write_text(text.read_text("utf-8") + "\nIt still stands.\n", "utf-8")
    assert build(folders, Options(today=TODAY, base_url="https://other.example")).ok
    assert workshop.build(lambda *_: None, None, frozenset({text.resolve()})).ok
    assert tree(folders.output) == clean(folders, tmp_path / "clean")[1]


# ---------------------------------------------------------------- work counted


def times(folder: Path) -> dict[str, int]:
    """When each file was last written, in nanoseconds."""
    return {path: (folder / path).stat().st_mtime_ns for path in tree(folder)}


def test_where_nothing_changed_nothing_is_rendered_and_nothing_is_written(tmp_path: Path) -> None:
    folders = small_site(tmp_path)
    built(folders)
    before = times(folders.output)
    report = built(folders)
    assert report.rendered == 0
    assert report.written
    assert report.written.changed == report.written.removed == ()
    assert times(folders.output) == before


def test_one_changed_sentence_makes_only_its_own_page_and_feed_again(tmp_path: Path) -> None:
    folders = small_site(tmp_path)
    built(folders)
    before = times(folders.output)
    text = folders.content / "stories/bridge/en.md"
    text.write_text(text.read_text("utf-8") + "\nIt still stands.\n", "utf-8")
    report = built(folders)
    assert report.rendered == 4  # with the page of search and the table that it draws on
    assert report.written
    made = [path for path in report.written.changed if not path.startswith("assets/search/en/")]
    assert made == ["en/search/index.html", "en/stories/bridge/index.html", "en/feed.xml"]
    after = times(folders.output)
    assert {path for path in after if after[path] != before.get(path)} == {
        *report.written.changed,
        ".warraq.json",
    }


def test_a_changed_title_is_made_again_wherever_it_is_shown(tmp_path: Path) -> None:
    folders = small_site(tmp_path)
    built(folders)
    text = folders.content / "stories/bridge/en.md"
    text.write_text(text.read_text("utf-8").replace("title: The bridge", "title: The long bridge"), "utf-8")
    report = built(folders)
    assert report.written
    pages = {path for path in report.written.changed if not path.startswith("assets/search/")}
    assert pages == {
        *(f"{code}/search/index.html" for code in ("fa", "ar", "en")),  # each finds it by its English title
        "status/index.html",  # the board of editors names it
        "en/index.html",
        "en/feed.xml",
        "en/stories/index.html",
        "en/stories/bridge/index.html",
        "en/stories/mill/index.html",
        "en/people/builder/index.html",
        "en/places/river/index.html",
        "en/sources/chronicle/index.html",
    }
    indexes = {path for path in report.written.changed if re.match("assets/search/../w", path)}
    assert report.rendered == len(report.written.changed) - len(indexes)


def test_a_changed_template_makes_its_own_pages_again_and_no_others(tmp_path: Path) -> None:
    folders = small_site(tmp_path)
    built(folders)
    write(folders.templates / "pages/story.html", '{% extends "page.html" %}{# another #}')
    report = built(folders)
    assert {path for path, _ in report.reasons} == {
        f"{c}/stories/{s}/index.html" for c in ("fa", "ar", "en") for s in ("bridge", "mill")
    }
    assert {why for _, why in report.reasons} == {("template",)}


def test_changed_interface_words_make_the_pages_of_their_language_again(tmp_path: Path) -> None:
    folders = small_site(tmp_path)
    built(folders)
    po = folders.catalogs / "fa/LC_MESSAGES/site.po"
    po.write_text(po.read_text("utf-8").replace("سلام", "درود"), "utf-8")
    report = built(folders)
    assert report.rendered == len(report.reasons) > 10
    search = {path: why for path, why in report.reasons if "search/" in path}
    assert all(path.startswith(("fa/", "assets/search/fa/")) for path, _ in report.reasons)
    assert all(why == ("words",) for path, why in report.reasons if path not in search)


def test_going_back_to_what_was_costs_no_rendering(tmp_path: Path) -> None:
    folders = small_site(tmp_path)
    built(folders)
    first = tree(folders.output)
    text = folders.content / "stories/bridge/en.md"
    old = text.read_text("utf-8")
    text.write_text(old + "\nAnd more.\n", "utf-8")
    built(folders)
    text.write_text(old, "utf-8")
    report = built(folders)
    assert report.rendered == 0
    assert tree(folders.output) == first


def test_a_lost_cache_changes_nothing_that_readers_see(tmp_path: Path) -> None:
    folders = small_site(tmp_path)
    built(folders)
    before = times(folders.output)
    shutil.rmtree(folders.cache)
    assert built(folders).written == built(folders).written
    assert times(folders.output) == before


# ---------------------------------------------------------------- killed builds


def addresses_of_assets(page: bytes) -> set[str]:
    """The assets that a page draws on, from `/`."""
    return {
        f"assets/{found}" for found in re.findall(r'(?:href|src)="(?:[./]*)assets/([^"]+)"', page.decode())
    }


def no_page_lacks_an_asset(output: Path) -> None:
    files = tree(output)
    for path, content in files.items():
        if path.endswith(".html"):
            assert addresses_of_assets(content) <= files.keys(), path


def change_everything(folders: Folders) -> None:
    """Edits that touch styles, fonts, texts and addresses at once."""
    write(folders.assets / "css/base.css", "body { color: blue }\n")
    write(folders.assets / "fonts/own.woff2", "another font")
    (folders.content / "stories/mill").rename(folders.content / "stories/windmill")
    text = folders.content / "stories/bridge/en.md"
    text.write_text(text.read_text("utf-8") + "\nIt still stands.\n", "utf-8")


@pytest.mark.parametrize("seed", range(6))
def test_after_a_build_that_broke_off_the_next_one_mends_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    folders = small_site(tmp_path)
    if seed % 2:  # the very first build may break off as well
        assert built(folders).ok
    change_everything(folders)
    allowed = random.Random(seed).randrange(3, 70)  # noqa: S311  it must be the same every time
    replace = os.replace
    done = 0

    def break_off(source: str | Path, target: str | Path) -> None:
        nonlocal done
        if folders.output in Path(target).parents:
            done += 1
            if done > allowed:
                raise KeyboardInterrupt
        replace(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", break_off)
        with pytest.raises(KeyboardInterrupt):
            built(folders)
    no_page_lacks_an_asset(folders.output)
    (folders.content / "stories/windmill").rename(folders.content / "stories/watermill")
    assert built(folders).ok
    assert tree(folders.output) == clean(folders, tmp_path / "clean")[1]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
def test_after_a_killed_process_the_next_build_mends_everything(tmp_path: Path) -> None:
    folders = small_site(tmp_path)
    assert built(folders).ok
    change_everything(folders)
    script = f"""
import os, signal, sys
from pathlib import Path
from tests.small_site import built, folders_in
replace, done = os.replace, 0
def kill(source, target):
    global done
    if "public" in Path(target).parts:
        done += 1
        if done == 12:
            os.kill(os.getpid(), signal.SIGKILL)
    replace(source, target)
os.replace = kill
built(folders_in(Path({str(tmp_path)!r})))
"""
    ended = subprocess.run([sys.executable, "-c", script], cwd=REPOSITORY, check=False)
    assert ended.returncode == -signal.SIGKILL
    no_page_lacks_an_asset(folders.output)
    assert list(folders.output.rglob(".warraq.draft*"))
    assert built(folders).ok
    assert tree(folders.output) == clean(folders, tmp_path / "clean")[1]


def test_on_a_full_disk_the_site_that_was_there_still_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = small_site(tmp_path)
    built(folders)
    before = tree(folders.output)
    change_everything(folders)

    def full(path: Path, content: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full)
        report = built(folders)
    assert "W602" in codes(report)
    assert {name: content for name, content in tree(folders.output).items() if name != BEGUN} == before
    assert built(folders).ok
    assert tree(folders.output) == clean(folders, tmp_path / "clean")[1]


# ---------------------------------------------------------------- what the output does not depend on


def test_the_output_does_not_depend_on_hashing_locale_or_time_of_day(tmp_path: Path) -> None:
    folders = small_site(tmp_path)
    built(folders)
    script = (
        "import sys, pathlib; from tests.small_site import built, folders_in; "
        "assert built(folders_in(pathlib.Path(sys.argv[1]))).ok"
    )
    for number, (seed, locale, zone) in enumerate(
        [("1", "C", "Asia/Tehran"), ("4711", "tr_TR.UTF-8", "America/Los_Angeles")]
    ):
        root = tmp_path / f"again-{number}"
        small_site(root)
        environment = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "LC_ALL": locale,
            "LANG": locale,
            "TZ": zone,
            "PYTHONUTF8": "0",
        }
        subprocess.run([sys.executable, "-c", script, str(root)], cwd=REPOSITORY, env=environment, check=True)
        assert tree(root / "public") == tree(folders.output)


def test_the_output_does_not_depend_on_the_order_in_which_files_were_made(tmp_path: Path) -> None:
    folders = small_site(tmp_path / "one")
    files = tree(tmp_path / "one")
    for name in sorted(files, reverse=True):
        write(tmp_path / "two" / name, files[name])
    other = folders_in(tmp_path / "two")
    built(folders)
    built(other)
    assert tree(other.output) == tree(folders.output)


def test_the_output_does_not_depend_on_the_order_in_which_the_disk_lists_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = small_site(tmp_path)
    _, expected = clean(folders, tmp_path / "clean")
    listed = Path.iterdir
    monkeypatch.setattr(Path, "iterdir", lambda path: iter(sorted(listed(path), reverse=True)))
    built(folders)
    assert tree(folders.output) == expected


@pytest.mark.parametrize("written", ["NFD", "CRLF", "byte order mark"])
def test_the_output_does_not_depend_on_how_an_editor_saves(tmp_path: Path, written: str) -> None:
    french = SITE.replace("en: Bridges", "en: Ponts médiévaux")
    title = "---\ntitle: El café\nsummary: À côté.\nslug: Café\n---\nÉté [[builder]].\n\nAâ.\n"
    plain = small_site(
        tmp_path / "plain", {"content/site.yaml": french, "content/stories/bridge/en.md": title}
    )
    save: dict[str, Callable[[str], bytes]] = {
        "NFD": lambda text: unicodedata.normalize("NFD", text).encode(),
        "CRLF": lambda text: text.replace("\n", "\r\n").encode(),
        "byte order mark": lambda text: text.encode("utf-8-sig"),
    }
    other = small_site(tmp_path / "other", {"content/site.yaml": save[written](french)})
    for path in sorted((tmp_path / "plain/content").rglob("*")):
        if path.is_file():
            write(
                tmp_path / "other" / path.relative_to(tmp_path / "plain"),
                save[written](path.read_text("utf-8")),
            )
    for path in sorted((tmp_path / "plain/templates").rglob("*.html")):
        write(
            tmp_path / "other" / path.relative_to(tmp_path / "plain"), save[written](path.read_text("utf-8"))
        )
    assert built(plain).ok
    assert built(other).ok
    assert tree(other.output) == tree(plain.output)


def test_assets_named_in_another_form_of_unicode_keep_their_address(tmp_path: Path) -> None:
    settings = SITE.replace("own.woff2", "café.woff2")
    sheet = '@font-face { font-family: Own; src: url("../fonts/café.woff2") }\n'
    trees = []
    for form in ("NFC", "NFD"):
        name = unicodedata.normalize(form, "assets/fonts/café.woff2")
        folders = small_site(
            tmp_path / form, {name: "a font", "content/site.yaml": settings, "assets/css/base.css": sheet}
        )
        report = built(folders)
        assert report.ok, codes(report)
        trees.append(tree(folders.output))
    assert trees[0] == trees[1]


def test_a_story_appears_on_its_day_and_not_by_the_clock(tmp_path: Path) -> None:
    folders = small_site(tmp_path)
    facts = folders.content / "stories/mill/facts.yaml"
    facts.write_text("publish: 2026-04-01\n" + facts.read_text("utf-8"), "utf-8")
    built(folders, today=datetime.date(2026, 3, 31))
    assert "fa/stories/mill/index.html" not in tree(folders.output)
    built(folders, today=datetime.date(2026, 4, 1))
    assert "fa/stories/mill/index.html" in tree(folders.output)
    assert tree(folders.output) == clean(folders, tmp_path / "clean", datetime.date(2026, 4, 1))[1]
