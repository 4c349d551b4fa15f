"""Who is measured: the command of each generator, and what is changed in its site from step to step."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.corpus import make_corpus
from bench.stories import story_id

REPOSITORY = Path(__file__).resolve().parents[1]

OWN = "warraq"
"""What this project is called among those that are measured."""

NO_EDIT = ("cold", "no change")
STEPS = (*NO_EDIT, "one story", "one template", "one catalogue")


@dataclass(frozen=True, slots=True)
class Edit:
    """A change to one file, by which a mark comes to be on a page."""

    file: str
    page: str
    """Where the mark must be afterwards, below `public/`."""
    change: Callable[[str, str], str]
    """The file's new text from its text and the mark."""


@dataclass(frozen=True, slots=True)
class Contestant:
    """A generator that can be measured."""

    name: str
    command: tuple[str, ...]
    """Builds the site in the folder where it is run, into `public/`."""
    template: str
    """The template of stories."""
    catalogue: str | None
    """The file of Persian words, where the generator has one."""
    entry: str = ""
    """What stands in that file before the word for stories, as a pattern."""
    story: str = "content/stories/{id}/{code}.md"
    leftovers: tuple[str, ...] = ("public", ".cache", "resources")
    """What a cold build must not find."""

    def make_site(self, folder: Path, stories: int) -> None:
        """Write a site of so many stories into a new folder."""
        make_corpus(folder, stories, self.name)
        if self.name == OWN:  # a theme of its own, so that the project's is left alone
            for part in ("templates", "assets", "i18n"):
                shutil.copytree(REPOSITORY / part, folder / part)

    def edits(self, stories: int) -> dict[str, Edit]:
        """The change that goes before each step, by the name of the step."""
        id = story_id(max(1, stories // 2))
        page = f"{{}}/stories/{id}/index.html"
        found = {
            "one story": Edit(self.story.format(id=id, code="en"), page.format("en"), _append),
            "one template": Edit(self.template, page.format("en"), _mark_article),
        }
        if self.catalogue:
            found["one catalogue"] = Edit(self.catalogue, page.format("fa"), self._mark_word)
        return found

    def _mark_word(self, text: str, mark: str) -> str:
        return re.sub(self.entry, lambda found: f"{found[0]}{mark} ", text, count=1)


def _append(text: str, mark: str) -> str:
    return f"{text}\n\nThis is new: {mark}.\n"


def _mark_article(text: str, mark: str) -> str:
    return text.replace("<article", f'<article data-mark="{mark}"', 1)


def warraq() -> Contestant:
    """This project, run as its users run it."""
    return Contestant(
        OWN,
        (sys.executable, str(REPOSITORY / "build.py"), "build", "--root", "."),
        "templates/pages/story.html",
        "i18n/fa/LC_MESSAGES/site.po",
        r'msgid "Stories"\nmsgstr "',
    )


def hugo(program: str) -> Contestant:
    """Hugo, which makes everything anew each time."""
    return Contestant(
        "hugo",
        (program, "--noBuildLock", "--quiet"),
        "layouts/_default/single.html",
        "i18n/fa.toml",
        r'other = "',
        "content/stories/{id}.{code}.md",
    )


def pelican(program: str) -> Contestant:
    """Pelican with its cache of what it has read, run by the Python beside its program."""
    python = str(Path(program).with_name("python"))
    return Contestant(
        "pelican",
        (python, "make.py"),
        "theme/templates/article.html",
        None,
        story="content/{code}/{id}.md",
    )
