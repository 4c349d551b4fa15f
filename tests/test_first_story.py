"""The guide to the first story, walked through as a new editor would, in each language of the editors.

A story with a photograph, a date of the Hijri calendar and a poem is begun, checked, translated, changed and
published; and what people mistype on the way is told in their language, at its line, by a rule that has a cure.
The tables of `docs/first-story.*.md` and these are one: what a guide promises is tried here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from PIL import Image

from tests.photographs import photograph, saved
from tests.small_site import REPOSITORY, TODAY, draw_once, small_site, write
from tests.world import speaker
from warraq.build import Options, build
from warraq.cli import FINE, main
from warraq.model.values import Span
from warraq.rules import RULES

CODES = ("fa", "ar", "en")

FACTS = """\
original: {code}
region: isfahan
fields: [heritage]
published: 2026-03-01
when: 1302 SH
places: [river]
sources: [chronicle]
pictures:
  - file: tower.jpg
    alt: {{fa: برجی آجری با ساعت, ar: برج فيه ساعة, en: A brick tower with a clock}}
    credit: {{fa: موزهٔ شهر, ar: متحف المدينة, en: City Museum}}
    rights: CC-BY-4.0
"""

TEXTS = {
    "fa": """\
---
title: برجی که همیشه دیر می‌کرد
summary: ساعتی، و مردمش.
author: تحریریهٔ پل‌ها
---
کنار [[river|رود]] ساعتی بود.[^1]

![](tower.jpg)

```poem
بشنو این نی چون شکایت می‌کند || از جدایی‌ها حکایت می‌کند
-- مولوی
```

[^1]: [[chronicle]]، ص ۲۱۱.
""",
    "ar": """\
---
title: برج يتأخّر دائمًا
summary: ساعة وأهلها.
author: هيئة تحرير جسور
---
كانت عند [[river|النهر]] ساعة.[^1]

![](tower.jpg)

```poem
قِفا نَبكِ مِن ذِكرى حَبيبٍ ومَنزِلِ || بِسِقطِ اللِّوى بَينَ الدَّخولِ فَحَومَلِ
-- امرؤ القيس
```

[^1]: [[chronicle]]، ص ٢١١.
""",
    "en": """\
---
title: The tower that was always late
summary: A clock and its people.
author: The Bridges editors
---
By the [[river]] there was a clock.[^1]

![](tower.jpg)

```poem lang=fa
بشنو این نی چون شکایت می‌کند || از جدایی‌ها حکایت می‌کند
-- Rumi
```

[^1]: [[chronicle]], p. 211.
""",
}


def write_story(folder: Path, code: str, draft: str = "") -> None:
    """The files of the story, begun in a language."""
    write(folder / "facts.yaml", draft + FACTS.format(code=code))
    write(folder / f"{code}.md", TEXTS[code])
    write(folder / "tower.jpg", photograph())


class Editor:
    """Somebody who writes a first story, and what the commands say to them."""

    def __init__(self, code: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.code, self.root, self._capsys = code, root, capsys
        small_site(root)
        self.folder = root / "content/stories/clock"

    def run(self, *words: str) -> tuple[int, str]:
        """The exit code of a command and what it says."""
        self._capsys.readouterr()
        done = main([*words, "--root", str(self.root), "--language", self.code])
        said = self._capsys.readouterr()
        return done, said.out + said.err

    def writes(self) -> None:
        """The story as the guide has it, a draft still."""
        write_story(self.folder, self.code, "draft: yes\n")

    def state(self, code: str) -> str:
        """How it stands with the text in a language."""
        return str(
            json.loads(self.run("status", "clock", "--format", "json")[1])["records"][0]["texts"][code][
                "state"
            ]
        )

    def edits(self, name: str, old: str, new: str) -> None:
        path = self.folder / name
        assert old in path.read_text("utf-8")
        write(path, path.read_text("utf-8").replace(old, new, 1))


@pytest.fixture(params=CODES)
def editor(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Editor:
    draw_once(monkeypatch)
    return Editor(request.param, tmp_path, capsys)


def test_a_first_story_is_begun_checked_translated_changed_and_published(editor: Editor) -> None:
    own = editor.code
    other = "en" if own == "fa" else "fa"

    assert editor.run("new", "story", "clock")[0] == FINE
    assert f"original: {own}\n" in (editor.folder / "facts.yaml").read_text("utf-8"), (
        "who begins, begins in their own"
    )

    editor.writes()
    assert editor.run("check")[0] == FINE
    editor.edits("facts.yaml", "draft: yes\n", "")
    done, said = editor.run("check")
    assert (done, "clock" in said) == (FINE, False), (
        "the texts that nobody has begun yet are drafts and say nothing"
    )

    assert editor.run("build")[0] == FINE
    page = (editor.root / f"public/{own}/stories/clock/index.html").read_text("utf-8")
    assert 'class="poem"' in page
    assert "tower" in page
    assert not (editor.root / f"public/{other}/stories/clock/with/{own}/index.html").exists()

    assert editor.run("translate", "clock", other)[0] == FINE, "the file that `new` wrote is not in the way"
    path = editor.folder / f"{other}.md"
    write(path, path.read_text("utf-8").replace("…", "Words").replace("draft: yes\n", ""))
    assert editor.state(other) == "current"

    editor.edits(f"{own}.md", "[^1]\n", " 1302.[^1]\n")
    assert editor.state(other) == "older"
    assert editor.run("confirm", "clock", other)[0] == FINE
    assert editor.state(other) == "current"
    assert editor.run("build")[0] == FINE
    assert (editor.root / f"public/{other}/stories/clock/index.html").is_file()


@pytest.mark.parametrize("code", ["fa", "ar"])
def test_messages_are_in_the_language_of_the_computer_where_nobody_asks_for_another(
    code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    small_site(tmp_path)
    monkeypatch.setenv("LC_ALL", f"{code}_XX.UTF-8")
    write(tmp_path / "content/site.yaml", "title: {en: Bridges\n")
    for command in ("check", "status"):
        main([command, "--root", str(tmp_path)])
        said = capsys.readouterr()
        assert re.search(r"R1\d\d", said.out + said.err)
        assert not re.search("error|hint", said.out + said.err), command


# ---------------------------------------------------------------- what people mistype


Making = Callable[[Path, str], None]
"""What somebody does to the folder of the story, whose text is in a language."""


class Slip(NamedTuple):
    """A mistake, and what is said of it: the rule, and the place, with `own.md` for the text."""

    make: Making
    said: str


def instead(file: str, old: str, new: str) -> Making:
    """Puts something in place of what stands in a file."""

    def make(folder: Path, code: str) -> None:
        path = folder / file.replace("own", code)
        text = path.read_text("utf-8")
        assert old in text
        write(path, text.replace(old, new, 1))

    return make


def added(words: str | Mapping[str, str]) -> Making:
    """Adds a paragraph to the text, which is the same in all languages or another in each."""

    def make(folder: Path, code: str) -> None:
        path = folder / f"{code}.md"
        write(
            path, path.read_text("utf-8") + "\n" + (words if isinstance(words, str) else words[code]) + "\n"
        )

    return make


def saved_as(encoding: str) -> Making:
    """Saves the text in an encoding."""
    return lambda folder, code: write(folder / f"{code}.md", TEXTS[code].encode(encoding, "replace"))


def named(old: str, new: str) -> Making:
    """Gives a file another name."""

    def make(folder: Path, code: str) -> None:
        (folder / old.replace("own", code)).rename(folder / new.replace("own", code))

    return make


def a_name_that_two_have(folder: Path, code: str) -> None:
    for kind in ("people", "places"):
        write(folder.parents[1] / kind / "twin/facts.yaml", "name: {fa: همزاد, ar: توأم, en: Twin}\n")
    added("[[twin]]")(folder, code)


def a_huge_photograph(folder: Path, code: str) -> None:
    write(folder / "tower.jpg", huge())


@cache
def huge() -> bytes:
    return saved(Image.new("L", (15_000, 12_000)), "JPEG")


SLIPS = {
    # the ten of the guide
    "a typo in an id": Slip(instead("facts.yaml", "[river]", "[rivr]"), "L201 facts.yaml:6"),
    "a tab": Slip(instead("facts.yaml", "  - file", "\t- file"), "R102 facts.yaml:9"),
    "an unclosed quotation mark": Slip(instead("own.md", "title: ", 'title: "'), "R107 own.md:2"),
    "a picture without alt": Slip(instead("facts.yaml", "    alt", "    #alt"), "I604 facts.yaml:9"),
    "a thirteenth month": Slip(instead("facts.yaml", "1302 SH", "1303-13-01 SH"), "R132 facts.yaml:5"),
    "letters of the other keyboard": Slip(
        added({"fa": "اين", "ar": "{fa: كتاب}", "en": "{fa: كتاب}"}), "S711 own.md:17"
    ),
    "a mark of direction": Slip(added("\u202bx"), "S701 own.md:17"),
    "a broken link": Slip(added("[[rivr]]"), "L201 own.md:17"),
    "two records of one id": Slip(a_name_that_two_have, "L203 own.md:17"),
    "a huge photograph": Slip(a_huge_photograph, "I613 facts.yaml:9"),
    # days and dates
    "a day without a calendar": Slip(instead("facts.yaml", "2026-03-01", "1404-12-10"), "R153 facts.yaml:4"),
    "a date without a calendar": Slip(instead("facts.yaml", "1302 SH", "۱۳۰۲/۳/۵"), "R153 facts.yaml:5"),
    "a day that is not": Slip(instead("facts.yaml", "1302 SH", "۳۱ مهر ۱۳۰۲"), "R131 facts.yaml:5"),
    # signs of the keyboard and of word processors in fields
    "a colon in a title": Slip(instead("own.md", "title: ", "title: x: "), "R108 own.md:2"),
    "guillemets around it": Slip(instead("own.md", "title: ", "title: «x: y» "), "R108 own.md:2"),
    "a comma of Arabic script": Slip(instead("facts.yaml", "[river]", "[river، river]"), "R154 facts.yaml:6"),
    "a semicolon for the colon": Slip(instead("facts.yaml", "region:", "region؛"), "R154 facts.yaml:2"),
    "a dash for the hyphen": Slip(instead("facts.yaml", "  - file", "  – file"), "R154 facts.yaml:9"),
    "a space of the web": Slip(instead("facts.yaml", "region: ", "region:\u00a0"), "R155 facts.yaml:2"),
    "no space after the colon": Slip(instead("facts.yaml", "region: ", "region:"), "R147 facts.yaml:2"),
    "a name in place of an id": Slip(instead("facts.yaml", "[river]", "[رود]"), "R117 facts.yaml:6"),
    # the head of a text
    "an empty line above the head": Slip(instead("own.md", "---\n", "\n---\n"), "R152 own.md:2"),
    "a head without its first line": Slip(instead("own.md", "---\n", ""), "R152 own.md:1"),
    "dashes of a telephone": Slip(instead("own.md", "---\n", "———\n"), "R154 own.md:1"),
    # text
    "a name in a link": Slip(added("[[رود]]"), "L209 own.md:17"),
    "a link to a file": Slip(added("[x](notes.md)"), "L210 own.md:17"),
    "a poem without an end": Slip(instead("own.md", "\n```\n", "\n"), "C314 own.md:10"),
    "a poem by another word": Slip(instead("own.md", "```poem", "```شعر"), "C315 own.md:10"),
    "a poem in the quotation marks of the keyboard": Slip(
        instead("own.md", "```poem", "'''poem"), "C315 own.md:10"
    ),
    "a slash between the halves": Slip(instead("own.md", " || ", " / "), "C316 own.md:11"),
    "verses without a poem": Slip(added("x || y"), "C317 own.md:17"),
    "a joiner at the edge of a word": Slip(added("\u200cکتاب"), "S707 own.md:17"),
    "a note that is not there": Slip(added("x[^2]"), "L207 own.md:17"),
    # files
    "a byte order mark": Slip(saved_as("utf-8-sig"), "S702 own.md:1"),
    "UTF-16": Slip(saved_as("utf-16"), "R101 own.md:1"),
    "an ending that Windows hides": Slip(named("facts.yaml", "facts.yaml.txt"), "R141 :1"),
    "another one": Slip(named("own.md", "own.md.txt"), "R142 own.md.txt:1"),
    "a photograph of a telephone": Slip(named("tower.jpg", "tower.heic"), "I612 tower.heic:1"),
    "a picture with a name of its own": Slip(added("![](برج ساعت.jpg)"), "I601 own.md:17"),
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """What is said of a site in which every slip has been made in every language, by the folder of the story."""
    root = tmp_path_factory.mktemp("slips")
    folders = small_site(root)
    for number, slip in enumerate(SLIPS.values()):
        for code in CODES:
            folder = root / f"content/stories/clock-{number}-{code}"
            write_story(folder, code)
            slip.make(folder, code)
    report = build(folders, Options(today=TODAY, check_only=True, proofread=True))
    said: dict[str, set[str]] = {}
    for found in report.diagnostics:
        place = found.span or Span("")
        story, _, file = place.file.removeprefix("content/stories/").partition("/")
        said.setdefault(story, set()).add(f"{found.rule.code} {file}:{place.line}")
    return said


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_told_at_its_line(name: str, code: str, told: dict[str, set[str]]) -> None:
    number = list(SLIPS).index(name)
    assert SLIPS[name].said.replace("own", code) in told.get(f"clock-{number}-{code}", set())


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("rule", sorted({slip.said.partition(" ")[0] for slip in SLIPS.values()}))
def test_what_is_told_of_a_slip_has_a_cure_in_the_language_of_the_editor(rule: str, code: str) -> None:
    say = speaker(code, Path()).say
    for sentence in (RULES[rule].message, RULES[rule].hint):
        assert code == "en" or (say(sentence) != sentence and re.search("[ء-ی]", say(sentence)))


@pytest.mark.parametrize("code", CODES)
def test_the_guide_has_a_row_for_each_of_the_ten(code: str) -> None:
    guide = (REPOSITORY / f"docs/first-story.{code}.md").read_text("utf-8")
    rows = [line for line in guide.splitlines() if line.startswith("|")][2:]
    assert len(rows) == 10
