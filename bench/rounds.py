"""Rounds of measurements: generator by generator and step by step, so that a drift of the machine hits all alike."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.contestants import NO_EDIT, OWN, STEPS, Contestant, Edit
from bench.measuring import Cost, Failed, measure
from bench.passages import LANGUAGES

FLOOR = "the bytes alone"
"""Stands among the generators for what no generator can do without: see `floor.py`."""

_FLOOR = Path(__file__).with_name("floor.py")


@dataclass(frozen=True, slots=True)
class Run:
    """One measurement."""

    generator: str
    stories: int
    step: str
    round: int
    cost: Cost


def measure_size(contestants: Sequence[Contestant], stories: int, rounds: int, folder: Path) -> Iterator[Run]:
    """All measurements for sites of one size, which are made in the folder unless they are there."""
    sites = {contestant.name: folder / f"{contestant.name}-{stories}" for contestant in contestants}
    for contestant in contestants:
        if not sites[contestant.name].exists():
            contestant.make_site(sites[contestant.name], stories)
    for number in range(1, rounds + 1):
        for contestant in contestants:
            yield from _round(contestant, stories, number, sites[contestant.name])


def _round(contestant: Contestant, stories: int, number: int, site: Path) -> Iterator[Run]:
    edits = contestant.edits(stories)
    before = {edit.file: (site / edit.file).read_bytes() for edit in edits.values()}
    _set_aside(contestant, site)
    try:
        for step in STEPS:
            edit, mark = edits.get(step), f"m{number}{step[4:8]}"
            if edit:
                make_edit(edit, site, mark)
            elif step not in NO_EDIT:
                continue
            cost = measure(contestant.command, site)
            _look(contestant.name, site, stories, edit, mark)
            yield Run(contestant.name, stories, step, number, cost)
            if contestant.name == OWN and step in NO_EDIT:
                yield Run(FLOOR, stories, step, number, measure((sys.executable, str(_FLOOR), step), site))
    finally:
        for file, content in before.items():
            (site / file).write_bytes(content)
        shutil.rmtree(site / ".aside", ignore_errors=True)


def make_edit(edit: Edit, site: Path, mark: str) -> None:
    """Change the file so that the mark comes to be on the page."""
    path = site / edit.file
    text = path.read_text("utf-8")
    changed = edit.change(text, mark)
    if changed == text:
        raise Failed(f"nothing in {path} can be marked")
    path.write_bytes(changed.encode())


def _set_aside(contestant: Contestant, site: Path) -> None:
    """Move away what earlier builds made.

    It is deleted after the measurements: where many files have just been deleted, some file systems take their
    time to make new ones, and the cold build would be charged with that.
    """
    (site / ".aside").mkdir()
    for name in contestant.leftovers:
        if (site / name).exists():
            (site / name).rename(site / ".aside" / name)


def _look(name: str, site: Path, stories: int, edit: Edit | None, mark: str) -> None:
    """Nothing where every story has its page in each language and the edit is on its page; Failed otherwise."""
    public = site / "public"
    for code in LANGUAGES:
        made = sum(1 for _ in (public / code / "stories").glob("story-*/index.html"))
        if made != stories:
            raise Failed(f"{name} made {made} pages of {stories} stories in {public / code}")
    if edit and mark not in (public / edit.page).read_text("utf-8"):
        raise Failed(f"{name}: the edit of {edit.file} is not in {edit.page}")
