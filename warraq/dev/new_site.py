"""`new site`: a folder in which another city begins its own site, with everything that it needs and nothing of ours."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from warraq.model.words import N_
from warraq.report.speech import Speaker

STARTER: Final = Path(__file__).with_name("starter")
"""The content of a new site: settings, a story that explains itself, a page and a place."""

TAKEN_ALONG: Final = (
    "build.py", "warraq", "templates", "i18n", "assets", "docs", "pyproject.toml", "requirements.lock",
    ".editorconfig", ".gitattributes", ".githooks", ".github", ".gitignore", ".gitlab-ci.yml", ".vscode",
)  # fmt: skip
"""What of the repository a site is made with."""

_OURS: Final = ("__pycache__", "*.pyc", "decisions", "performance.md", "architecture.md")
"""What in these folders speaks of the making of the engine."""


def begin_site(words: Sequence[str], repository: Path, speaker: Speaker) -> int:
    """Make the folder that is named; the exit code: 0, or 2 where none is named or something is there already."""
    if len(words) != 1:
        return _refuse(speaker.say(N_("Write the folder of the new site: build.py new site ../our-city")))
    folder = Path(words[0]).expanduser()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        return _refuse(speaker.say(N_("“{folder}” is there already, and not empty.")).format(folder=folder))
    if repository.resolve() in folder.resolve().parents:
        return _refuse(
            speaker.say(N_("“{folder}” lies within this site. Choose a folder beside it.")).format(
                folder=folder
            )
        )
    for name in TAKEN_ALONG:
        _copy(repository / name, folder / name)
    for part in STARTER.iterdir():
        _copy(part, folder / part.name)
    print(folder)
    print(
        speaker.say(
            N_(
                "Now: cd {folder}, then “python3 build.py serve”. "
                "The name, the languages and the colours are in content/site.yaml."
            )
        ).format(folder=folder)
    )
    return 0


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns(*_OURS), dirs_exist_ok=True)
    elif source.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, target)


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 2
