"""Measurements as a table for readers and as values for programs."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from statistics import median
from typing import Any

from bench.contestants import STEPS
from bench.measuring import Cost
from bench.passages import LANGUAGES
from bench.rounds import Run

Latency = tuple[int, str, float]
"""How many stories, which step, how many seconds."""


def as_table(runs: Sequence[Run], latencies: Sequence[Latency]) -> str:
    """Medians as tables of Markdown, with the ratio to Hugo where Hugo was measured beside."""
    return "\n".join([*_builds(runs), *_previews(latencies)])


def as_values(runs: Sequence[Run], latencies: Sequence[Latency]) -> dict[str, Any]:
    """Every measurement, and on what it was made."""
    return {
        "machine": {
            "cores": os.cpu_count(),
            "system": platform.system(),
            "python": platform.python_version(),
        },
        "builds": [asdict(run) for run in runs],
        "previews": [{"stories": size, "step": step, "seconds": wall} for size, step, wall in latencies],
    }


def _builds(runs: Sequence[Run]) -> Iterator[str]:
    yield "| stories × 3 | generator | step | wall s | CPU s | CPU ms a story page | peak MB | wall to Hugo's |"
    yield "| --: | :-- | :-- | --: | --: | --: | --: | --: |"
    for size in _distinct(run.stories for run in runs):
        for generator in _distinct(run.generator for run in runs):
            for step in STEPS:
                cost = _median(runs, size, generator, step)
                if cost is None:
                    continue
                hugo = _median(runs, size, "hugo", step)
                ratio = f"{cost.wall / hugo.wall:.2f}" if hugo else ""
                each = 1000 * cost.cpu / (size * len(LANGUAGES))
                shown = f"{cost.wall:.2f} | {cost.cpu:.2f} | {each:.2f} | {cost.peak:.0f} | {ratio}"
                yield f"| {size} | {generator} | {step} | {shown} |"


def _previews(latencies: Sequence[Latency]) -> Iterator[str]:
    if not latencies:
        return
    yield ""
    yield "| stories × 3 | saved in the preview | s until the page is on disk | slowest |"
    yield "| --: | :-- | --: | --: |"
    for size in _distinct(size for size, _, _ in latencies):
        for step in _distinct(step for _, step, _ in latencies):
            walls = [wall for n, name, wall in latencies if (n, name) == (size, step)]
            yield f"| {size} | {step} | {median(walls):.3f} | {max(walls):.3f} |"


def _median(runs: Sequence[Run], size: int, generator: str, step: str) -> Cost | None:
    found = [r.cost for r in runs if (r.stories, r.generator, r.step) == (size, generator, step)]
    if not found:
        return None
    return Cost(*(median(getattr(cost, name) for cost in found) for name in ("wall", "cpu", "peak")))


def _distinct(values: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(values))
