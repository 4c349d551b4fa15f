"""What the official models say of manifests and collections; they are kept in an environment of their own."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

from tests.small_site import REPOSITORY
from warraq.setup.environment import Environment, SetUpFailed
from warraq.setup.lockfile import read_lock

LOCK = Path(__file__).with_name("requirements.lock")
PROGRAM = Path(__file__).with_name("ask_models.py")


def validate(files: Iterable[Path]) -> dict[str, list[str]]:
    """For each manifest or collection with faults its name and what the models of iiif-prezi3 find wrong with it."""
    done = subprocess.run(
        [str(models()), str(PROGRAM), *map(str, files)], capture_output=True, encoding="utf-8", check=True
    )
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found


@cache
def models() -> Path:
    """The Python that has the models. Without network the test is skipped, but not in continuous integration."""
    lock = read_lock(LOCK)
    environment = Environment(REPOSITORY / ".cache" / f"iiif-models-{lock.digest[:10]}", "en")
    try:
        environment.prepare(lock, lambda _: None)
    except SetUpFailed as failed:
        if os.environ.get("CI", "").lower() == "true":
            raise
        pytest.skip(f"the official models of IIIF could not be installed: {failed}")
    return environment.python
