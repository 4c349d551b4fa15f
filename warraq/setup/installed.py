"""What is installed in the Python that is running."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Mapping

from warraq.setup.lockfile import Lock, normalised

# name-version.dist-info, and the older name-version[-py3.11].egg-info
METADATA = re.compile(r"^(?P<name>.+?)-(?P<version>\d[^-]*)(?:-py[\d.]+)?\.(?:dist|egg)-info$")


def installed_versions(search_path: Iterable[str]) -> Mapping[str, str]:
    """Normalised name and version of every package on the search path, the first found of each.

    The folders' names tell both. `importlib.metadata` would tell the same, but importing it costs more than
    all the rest of a start, and this is done at each start.
    """
    versions: dict[str, str] = {}
    for folder in search_path:
        try:
            names = os.listdir(folder or ".")  # noqa: PTH208  (names alone, many times faster)
        except OSError:  # zip files and folders that are not there
            continue
        for name in names:
            if name.endswith("-info") and (found := METADATA.match(name)):
                versions.setdefault(normalised(found["name"]), found["version"])
    return versions


def is_satisfied(lock: Lock) -> bool:
    """Whether this Python already has what the lock asks for, so that no set-up is needed.

    Exact versions count, with one exception: where Warraq itself is installed in an environment
    (`pip install -e .`), the installer has already chosen versions that pyproject.toml allows, and every
    package need only be there.
    """
    versions = installed_versions(sys.path)
    if all(versions.get(name) == version for name, version in lock.pins):
        return True
    return "warraq" in versions and all(name in versions for name, _ in lock.pins)
