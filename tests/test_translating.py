"""The commands of those who translate: begin a translation, see what is old, say that it agrees again."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.small_site import built, codes, draw_once, folders_in, small_site, tree, write
from warraq.build import Options, build
from warraq.cli import main
from warraq.dev.front_matter import follows_field, with_field
from warraq.following.gaps import is_unwritten
from warraq.following.segments import marks_of, segments_of

ROAD = {
    "content/stories/road/facts.yaml": "original: en\nregion: bridge\npublished: 2026-01-03\nplaces: [river]\n",
    "content/stories/road/en.md": """\
---
title: The road
summary: Two met on it.
author: The editors
---
They met in 1905 by the [[river]].[^1]

## The halts {#halts}

There was water at every halt.

```poem
Water || and bread
```

[^1]: [[chronicle]]: so it is told.
""",
}
"""A story that is written in one language."""


@pytest.fixture(autouse=True)
def _quick_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    draw_once(monkeypatch)


class Desk:
    """A site on whose texts somebody works at a terminal."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root, self._capsys = root, capsys
        small_site(root, ROAD)

    def run(self, *words: str) -> tuple[int, str]:
        """The exit code of a command, and what it says."""
        self._capsys.readouterr()
        code = main([*words, "--root", str(self.root), "--language", "en"])
        said = self._capsys.readouterr()
        return code, said.out + said.err

    def path(self, name: str) -> Path:
        return self.root / "content/stories/road" / name

    def read(self, name: str) -> str:
        return self.path(name).read_text("utf-8")

    def edit(self, name: str, old: str, new: str) -> None:
        assert old in self.read(name)
        write(self.path(name), self.read(name).replace(old, new))

    def translated(self) -> None:
        """Begin the Persian text, and write all of it."""
        assert self.run("translate", "road", "fa")[0] == 0
        self.edit("fa.md", "title: …", "title: راه")
        self.edit("fa.md", "summary: …", "summary: دو تن به هم رسیدند.")
        self.edit("fa.md", "translator: …", "translator: مترجم")
        self.edit("fa.md", "draft: yes\n", "")
        self.edit("fa.md", "\n… [[river]] …[^1]\n", "\nکنار [[river]] به هم رسیدند.[^1]\n")
        self.edit("fa.md", "\n## … {#halts}\n", "\n## منزل‌ها {#halts}\n")
        self.edit("fa.md", "\n…\n", "\nدر هر منزل آب بود.\n")
        self.edit("fa.md", "\n… || …\n", "\nآب || و نان\n")
        self.edit("fa.md", "\n[^1]: … [[chronicle]] …\n", "\n[^1]: [[chronicle]]: چنین گفته‌اند.\n")

    def states(self) -> dict[str, str]:
        """How it stands with the texts of the story, by language."""
        said = json.loads(self.run("status", "road", "--format", "json")[1])
        return {code: text["state"] for code, text in said["records"][0]["texts"].items()}

    def commit(self) -> None:
        """What an editor's tool does at every save."""
        for words in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "Saved", "--allow-empty"]):
            who = [
                "-c",
                "user.name=Editor",
                "-c",
                "user.email=editor@example.org",
                "-c",
                "commit.gpgsign=false",
            ]
            subprocess.run(["git", "-C", self.root, *who, *words], check=True)


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path, capsys)


# ---------------------------------------------------------------- translate


def test_a_translation_begins_with_structure_and_links_and_the_words_of_the_original_beside_them(
    desk: Desk,
) -> None:
    code, said = desk.run("translate", "road", "fa")
    assert (code, "fa.md" in said) == (0, True)
    head, body = desk.read("fa.md").split("\n---\n", 1)
    fields = [line for line in head.splitlines() if not line.startswith(("#", " "))]
    marks = marks_of(
        segments_of("The road", "Two met on it.", ROAD["content/stories/road/en.md"].split("---\n")[2])
    )
    assert fields == [
        "---",
        "draft: yes",
        "title: …",
        "summary: …",
        "translated_from: en",
        "translator: …",
        f"follows: en {' '.join(marks)}",
    ]
    assert "# The road" in head
    assert (
        body
        == """\
<!--
They met in 1905 by the [[river]].[^1]
-->

… [[river]] …[^1]

<!--
## The halts {#halts}
-->

## … {#halts}

<!--
There was water at every halt.
-->

…

<!--
```poem
Water || and bread
```
-->

```poem
… || …
```

<!--
[^1]: [[chronicle]]: so it is told.
-->

[^1]: … [[chronicle]] …
"""
    )


def test_a_new_translation_passes_the_check_and_no_reader_sees_it(desk: Desk) -> None:
    built(folders_in(desk.root))
    before = tree(folders_in(desk.root).output)
    desk.run("translate", "road", "fa")
    code, said = desk.run("check")
    assert code == 0
    assert "road/fa.md" not in said
    assert built(folders_in(desk.root)).ok
    after = tree(folders_in(desk.root).output)
    assert {name for name in after if after[name] != before.get(name)} <= {".warraq.json"}


def test_in_the_preview_a_translation_that_is_a_draft_can_be_seen(desk: Desk) -> None:
    desk.translated()
    desk.edit("fa.md", "title: راه\n", "draft: yes\ntitle: راه\n")
    folders = folders_in(desk.root)
    page = folders.output / "fa/stories/road/index.html"
    for drafts, seen in ((False, False), (True, True), (False, False)):
        assert build(folders, Options(drafts=drafts)).ok
        assert ("کنار" in page.read_text("utf-8")) == seen


def test_the_words_left_beside_a_translation_are_on_no_page_and_in_no_index(desk: Desk) -> None:
    desk.edit("en.md", "There was water", "There was Zanzibarwater")
    desk.translated()
    assert built(folders_in(desk.root)).ok
    output = folders_in(desk.root).output
    pages = {code: (output / code / "stories/road/index.html").read_text("utf-8") for code in ("en", "fa")}
    shown = {code: re.findall(r"<article.*?</article>", page, re.DOTALL)[0] for code, page in pages.items()}
    assert {code for code, article in shown.items() if "Zanzibar" in article} == {"en"}
    assert "Zanzibar" not in (output / "fa/feed.xml").read_text("utf-8")
    for file in (output / "assets/search/fa").rglob("*.js"):
        assert "zanzibar" not in file.read_text("utf-8"), file


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["road"], "tatreez fa"),
        (["road", "tr"], "fa, ar, en"),
        (["raod", "fa"], "road"),
        (["road", "en"], "has no text to translate"),
        (["road", "fa", "--from", "ar"], "ar"),
        (["bridge", "fa"], "there already"),
    ],
)
def test_what_cannot_be_translated_is_refused_and_nothing_is_written(
    desk: Desk, words: list[str], said: str
) -> None:
    before = tree(desk.root / "content")
    code, told = desk.run("translate", *words)
    assert code == 2
    assert said in told
    assert tree(desk.root / "content") == before


def test_a_translation_can_be_made_from_another_text_than_the_first(desk: Desk) -> None:
    desk.translated()
    assert desk.run("translate", "road", "ar", "--from", "fa")[0] == 0
    assert "translated_from: fa\n" in desk.read("ar.md")
    assert "کنار [[river]]" in desk.read("ar.md")


def test_of_several_records_of_one_id_the_story_is_meant_unless_the_kind_is_named(desk: Desk) -> None:
    write(
        desk.root / "content/works/road/facts.yaml", "name: {fa: راه, ar: طريق, en: The road}\ntype: book\n"
    )
    write(desk.root / "content/works/road/en.md", "A book.\n")
    assert desk.run("translate", "road", "fa")[0] == 0
    assert desk.run("translate", "works/road", "fa")[0] == 0
    assert (desk.root / "content/works/road/fa.md").is_file()


# ---------------------------------------------------------------- status


def test_the_states_of_a_text_from_its_beginning_to_its_growing_old(desk: Desk) -> None:
    assert desk.states() == {"fa": "missing", "ar": "missing", "en": "original"}
    desk.run("translate", "road", "fa")
    assert desk.states()["fa"] == "partly"
    desk.path("fa.md").unlink()
    desk.translated()
    assert desk.states()["fa"] == "current"
    desk.edit("en.md", "at every halt", "at nearly every halt")
    assert desk.states()["fa"] == "older"
    desk.edit("en.md", "at nearly every halt", "at every halt")
    assert desk.states()["fa"] == "current"


def test_a_text_that_was_told_anew_grows_old_only_once_somebody_has_held_it_against_the_original(
    desk: Desk,
) -> None:
    write(desk.path("fa.md"), "---\ntitle: راه\nsummary: راهی.\nauthor: ویراستار\n---\nبه راه دیگر.\n")
    desk.edit("en.md", "at every halt", "at some halts")
    assert desk.states()["fa"] == "own"
    assert desk.run("confirm", "road", "fa")[0] == 0
    desk.edit("en.md", "at some halts", "at no halt")
    assert desk.states()["fa"] == "older"
    report = built(folders_in(desk.root))
    assert "C333" not in codes(report)
    assert "newer=LinkView" not in (folders_in(desk.root).output / "fa/stories/road/index.html").read_text(
        "utf-8"
    )


def test_a_translation_that_nobody_has_confirmed_says_so(desk: Desk) -> None:
    desk.translated()
    write(desk.path("fa.md"), with_field(desk.read("fa.md"), "follows", []))
    assert desk.states()["fa"] == "unmarked"
    assert "C334" in desk.run("check")[1]


def test_what_a_proofreader_mends_in_the_original_leaves_a_translation_current(desk: Desk) -> None:
    desk.translated()
    desk.edit("en.md", "There was water at every halt.", "There  was *water* at every halt .")
    assert desk.states()["fa"] == "current"


def test_the_table_can_be_narrowed_by_language_record_kind_and_state(desk: Desk) -> None:
    desk.translated()
    desk.edit("en.md", "at every halt", "at some halts")
    assert desk.run("status", "road", "fa") == (1, desk.run("status", "stories/road", "fa")[1])
    rows = [
        line.split()[0] for line in desk.run("status", "stories", "older")[1].splitlines() if "older" in line
    ]
    assert rows[0] == "stories/road"
    assert desk.run("status", "pages")[0] == 0
    assert desk.run("status", "ar")[0] == 0
    code, said = desk.run("status", "no-such-thing")
    assert (code, "no-such-thing" in said) == (2, True)


def test_the_exit_code_says_whether_something_waits(desk: Desk) -> None:
    assert desk.run("status")[0] == 0, "that a text is missing may be meant"
    desk.run("translate", "road", "fa")
    assert desk.run("status")[0] == 1
    assert desk.run("status", "bridge")[0] == 0


def test_a_record_that_cannot_be_read_is_counted(desk: Desk) -> None:
    write(desk.path("facts.yaml"), "original: [en\n")
    code, said = desk.run("status")
    assert code == 1
    assert "cannot be read: 1" in said


def test_status_writes_nothing_into_the_content_and_knows_what_a_build_has_found_out(desk: Desk) -> None:
    desk.translated()
    assert built(folders_in(desk.root)).ok
    before = tree(desk.root / "content")
    assert desk.states()["fa"] == "current"
    assert tree(desk.root / "content") == before


# ---------------------------------------------------------------- what has changed


def test_changes_are_shown_word_by_word_where_git_has_the_earlier_words(desk: Desk) -> None:
    desk.translated()
    text = re.sub(r"<!--\n.*?\n-->\n\n", "", desk.read("fa.md"), flags=re.DOTALL)
    write(desk.path("fa.md"), text)
    desk.commit()
    desk.edit("en.md", "There was water at every halt.", "There was water at hardly any halt.")
    said = desk.run("status", "road")[1]
    assert "There was water at [-every-]{+hardly any+} halt." in said
    assert re.search(r"road/en\.md:10", said)
    assert "در هر منزل آب بود." in said, "what the translation says there"


def test_the_words_that_were_left_beside_a_translation_are_as_good_as_git(desk: Desk) -> None:
    desk.translated()
    desk.edit("en.md", "at every halt", "at hardly any halt")
    assert "[-every-]{+hardly any+}" in desk.run("status", "road")[1]


def test_without_earlier_words_the_passage_is_shown_as_it_is_and_that_is_said(desk: Desk) -> None:
    desk.translated()
    write(desk.path("fa.md"), re.sub(r"<!--\n.*?\n-->\n\n", "", desk.read("fa.md"), flags=re.DOTALL))
    desk.edit("en.md", "at every halt", "at hardly any halt")
    said = desk.run("status", "road")[1]
    assert "There was water at hardly any halt." in said
    assert "not in the history" in said


def test_programs_are_told_each_change_with_both_states(desk: Desk) -> None:
    desk.translated()
    desk.edit("en.md", "There was water", "There was bread.\n\nThere was good water")
    told = json.loads(desk.run("status", "road", "fa", "--format", "json")[1])
    text = told["records"][0]["texts"]["fa"]
    assert (text["changed"], text["passages"], text["follows"]) == (2, 8, "en")
    assert [(c["change"], c["before"], c["after"]) for c in text["changes"]] == [
        ("added", None, "There was bread."),
        ("changed", "There was water at every halt.", "There was good water at every halt."),
    ]
    assert told["languages"]["fa"]["older"] == 1


# ---------------------------------------------------------------- confirm and touch-up


def test_confirming_takes_over_the_original_of_today_and_changes_no_other_line(desk: Desk) -> None:
    desk.translated()
    desk.edit("en.md", "at every halt", "at some halts")
    before = desk.read("fa.md").splitlines()
    assert desk.run("confirm", "road", "fa")[0] == 0
    after = desk.read("fa.md").splitlines()
    assert desk.states()["fa"] == "current"
    assert [line for line in before if not line.startswith("follows")] == [
        line for line in after if not line.startswith("follows")
    ]
    assert "already" in desk.run("confirm", "road", "fa")[1]


def test_single_changes_can_be_confirmed_by_their_numbers(desk: Desk) -> None:
    desk.translated()
    desk.edit("en.md", "title: The road", "title: The long road")
    desk.edit("en.md", "at every halt", "at some halts")
    code, said = desk.run("confirm", "road", "fa", "1")
    assert (code, "still to be followed: 1" in said) == (0, True)
    said = desk.run("status", "road")[1]
    assert "title" not in said
    assert "1. changed · paragraph" in said
    assert desk.run("confirm", "road", "fa", "7")[0] == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["road"], "tatreez fa"),
        (["road", "ar"], "translate"),
        (["river", "fa"], "fa"),
        (["road", "en"], "--from"),
    ],
)
def test_what_cannot_be_confirmed_is_refused(desk: Desk, words: list[str], said: str) -> None:
    code, told = desk.run("confirm", *words)
    assert code == 2
    assert said in told


def test_a_touch_up_of_the_original_leaves_all_its_translations_current(desk: Desk) -> None:
    desk.translated()
    desk.run("translate", "road", "ar")
    desk.edit("en.md", "at every halt", "at evry halt")
    code, said = desk.run("touch-up", "road")
    assert code == 1, "nobody has agreed"
    assert "[-every-]{+evry+}" in said
    assert desk.states()["fa"] == "older"
    code, said = desk.run("touch-up", "road", "--yes")
    assert code == 0
    assert said.count("need not follow") == 2, "each change is asked for once, whatever follows it"
    assert desk.states()["fa"] == "current"
    assert desk.run("touch-up", "road") == (
        0,
        "Nothing has changed that a translation would have to follow.\n",
    )


def test_of_several_changes_only_those_that_are_named_are_touch_ups(desk: Desk) -> None:
    desk.translated()
    desk.edit("en.md", "by the [[river]]", "by teh [[river]]")
    desk.edit("en.md", "at every halt", "at no halt")
    assert desk.run("touch-up", "road", "1")[0] == 0
    said = desk.run("status", "road")[1]
    assert "teh" not in said
    assert "[-every-]{+no+}" in said
    assert desk.run("touch-up", "road", "ar", "1")[0] == 2, "no Arabic text follows it"


# ---------------------------------------------------------------- the field in the file


def test_the_marks_of_a_long_text_stand_in_lines_of_the_length_of_a_text() -> None:
    lines = follows_field("ar", [f"{n:06x}" for n in range(30)])
    assert lines[0] == "follows: ar"
    assert max(map(len, lines)) <= 100
    assert " ".join(line.strip() for line in lines).split()[2:] == [f"{n:06x}" for n in range(30)]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_field_is_put_in_place_of_the_old_one_and_all_else_stays_byte_for_byte(end: str, mark: str) -> None:
    text = mark + end.join(
        [
            "---",
            "# a remark",
            "title: T  # sic",
            "follows: ar",
            "  aaaaaa",
            "  bbbbbb",
            "slug: s",
            "---",
            "Body",
            "",
        ]
    )
    after = with_field(text, "follows", ["follows: en cccccc"])
    assert after == mark + end.join(
        ["---", "# a remark", "title: T  # sic", "follows: en cccccc", "slug: s", "---", "Body", ""]
    )
    assert with_field(after, "follows", []) == after.replace(f"follows: en cccccc{end}", "")


def test_a_text_without_a_head_gets_one() -> None:
    assert with_field("Body\n", "follows", ["follows: en cccccc"]) == "---\nfollows: en cccccc\n---\nBody\n"


def test_every_word_of_a_new_translation_is_a_gap(desk: Desk) -> None:
    desk.run("translate", "road", "fa")
    body = desk.read("fa.md").split("\n---\n", 1)[1]
    assert all(is_unwritten(segment.words) for segment in segments_of("…", "…", body))
