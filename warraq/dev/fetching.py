"""`form`: fetch what the form in the browser is made of, or take it away again."""

from __future__ import annotations

import base64
import contextlib
import hashlib
import io
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from warraq.editing.kit import PACKAGES, STAMP, Package, files_of, versions
from warraq.report.speech import Speaker

FINE, FAILED, USAGE = 0, 1, 2

_PATIENCE = 300
"""Seconds for one package on a slow line."""


def fetch_form(words: list[str], folder: Path, speaker: Speaker) -> int:
    """Fetch the form into the folder, from the npm registry or from a folder of archives; the exit code.

    With the word `remove` it is taken away.
    """
    if words == ["remove"]:
        shutil.rmtree(folder, ignore_errors=True)
        print(speaker.say("The form in the browser is taken away; the next build leaves it out."))
        return FINE
    source = Path(words[0]) if words else None
    if source is not None and not source.is_dir():
        return _refuse(speaker.say("There is no folder {folder}.").format(folder=source))
    if source is None and shutil.which("npm") is None:
        needed = " ".join(f"{package.name}@{package.version}" for package in PACKAGES)
        sentence = speaker.say(
            "The form is fetched by npm, which is part of Node.js and is not on this machine. Or have “npm pack "
            "{packages}” done elsewhere, and name the folder: build.py form FOLDER"
        )
        return _refuse(sentence.format(packages=needed))
    files: dict[str, bytes] = {}
    with tempfile.TemporaryDirectory() as place:
        for package in PACKAGES:
            archive = _archive(package, source or Path(place), by_npm=source is None)
            if archive is None:
                sentence = speaker.say("{package} could not be fetched. Check the connection, and try again.")
                return _refuse(sentence.format(package=f"{package.name}@{package.version}"), FAILED)
            content = archive.read_bytes()
            if fingerprint(content) != package.integrity:
                sentence = speaker.say(
                    "{file} is not the {package} that Warraq knows, so nothing of it is used."
                )
                named = f"{package.name}@{package.version}"
                return _refuse(sentence.format(file=archive.name, package=named), FAILED)
            files |= files_of(package, unpacked(content))
    _write(files, folder)
    print(
        speaker.say("The form is ready. The next “python3 build.py serve” or build has it at /admin/."),
        f"({', '.join(f'{name} {version}' for name, version in versions().items())})",
    )
    return FINE


def fingerprint(content: bytes) -> str:
    """The SHA-512 of an archive as lock files write it."""
    return base64.b64encode(hashlib.sha512(content).digest()).decode()


def unpacked(content: bytes) -> dict[str, bytes]:
    """The files of a package's archive by their names in the package; nothing is written to the disk."""
    found: dict[str, bytes] = {}
    with tarfile.open(fileobj=io.BytesIO(content), mode="r:gz") as archive:
        for member in archive:
            file = archive.extractfile(member) if member.isfile() else None
            if file is not None:
                found[member.name.partition("/")[2]] = file.read()
    return found


def _archive(package: Package, folder: Path, *, by_npm: bool) -> Path | None:
    """The archive of a package in a folder, once npm has put it there; None where it has not."""
    name = f"{package.name.lstrip('@').replace('/', '-')}-{package.version}.tgz"
    if by_npm:
        npm = shutil.which("npm") or "npm"
        wanted = f"{package.name}@{package.version}"
        # The registry is the one that npm is set up for, so that mirrors and proxies work as they do elsewhere.
        command = [npm, "pack", wanted, "--silent", "--ignore-scripts", "--pack-destination", str(folder)]
        with contextlib.suppress(OSError, subprocess.TimeoutExpired):
            nobody = subprocess.DEVNULL
            subprocess.run(command, cwd=folder, check=False, timeout=_PATIENCE, stdin=nobody, stdout=nobody)
    archive = folder / name
    return archive if archive.is_file() else None


def _write(files: dict[str, bytes], folder: Path) -> None:
    """Put the files into the folder in place of those before; the stamp comes last, so that no half is taken."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    (folder / STAMP).write_text(json.dumps(versions()) + "\n", "utf-8")


def _refuse(sentence: str, code: int = USAGE) -> int:
    print(sentence, file=sys.stderr)
    return code
