"""The private environment beside the project: made, filled from a lock, and mended where it was left half done.

What the folder holds beside Python's own files, in the order in which it comes to be:

    set-up.lock            the turn of one set-up at a time; also says that the folder is ours
    python.stamp           which Python it was made with, written when it is whole
    unfinished             packages are being unpacked; if found at a start, nothing here can be trusted
    requirements*.stamp    the digest of a lock, written last: all that it asks for is here
"""

from __future__ import annotations

import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from warraq.setup import pip
from warraq.setup.lockfile import Lock
from warraq.setup.messages import message
from warraq.setup.progress import Bar
from warraq.setup.turn import turn

LOCK_NAME = "set-up.lock"


class SetUpFailed(Exception):
    """The set-up cannot go on; the text says why and what to do, in the language of the person."""


@dataclass(frozen=True, slots=True)
class Environment:
    """A private environment, there or yet to be made."""

    folder: Path
    language: str

    @property
    def python(self) -> Path:
        """The environment's own Python."""
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def is_ready(self, lock: Lock) -> bool:
        """Whether all that the lock asks for is here, for the Python that is running."""
        return self._is_whole() and _text(self._stamp(lock)) == lock.digest

    def prepare(self, lock: Lock, say: Callable[[str], None]) -> None:
        """Make the environment satisfy the lock; does nothing if it already does.

        Raises SetUpFailed. Whatever happens, the next call finds either a finished environment or one that
        it knows to be unfinished.
        """
        if self.is_ready(lock):
            return
        if self.folder.is_dir() and any(self.folder.iterdir()) and not (self.folder / LOCK_NAME).exists():
            raise SetUpFailed(message("not-ours", self.language, folder=self.folder))
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with turn(self.folder / LOCK_NAME, lambda: say(self._say("waiting"))):
                if not self.is_ready(lock):  # another set-up may have done it while this one waited
                    self._fill(lock, say)
        except OSError as fault:
            reason = fault.strerror or str(fault)
            raise SetUpFailed(
                message("not-writable", self.language, folder=self.folder, reason=reason)
            ) from fault

    def forget(self) -> None:
        """Leave word that nothing in the folder can be trusted, so that the next set-up begins anew."""
        (self.folder / "unfinished").touch()

    def _fill(self, lock: Lock, say: Callable[[str], None]) -> None:
        if not self._is_whole() and not (
            importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")
        ):
            raise SetUpFailed(self._how_to_get_venv())
        say(message("start", self.language, count=len(lock.pins), folder=self.folder))
        bar = Bar(len(lock.pins))
        unfinished = self.folder / "unfinished"
        try:
            if not self._is_whole():
                bar.show(0, "venv")
                self._make()
            unfinished.touch()
            done = pip.install(self.python, lock.path, bar.show)
        finally:
            bar.clear()
        if not done.started_to_unpack:  # nothing was changed: what was here is as good as before
            unfinished.unlink()
        if done.exit_code != 0:
            advice = message(
                done.cause, self.language, lock=lock.path.name, version=platform.python_version()
            )
            raise SetUpFailed("\n".join((advice, *("  " + line for line in done.last_lines))))
        self._stamp(lock).write_text(lock.digest, encoding="utf-8")
        unfinished.unlink(missing_ok=True)

    def _make(self) -> None:
        """Make an empty environment with pip in it, in place of whatever is in the folder."""
        (self.folder / "python.stamp").unlink(missing_ok=True)  # first: from here on nothing can be trusted
        for entry in self.folder.iterdir():
            if entry.name == LOCK_NAME:
                continue
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry)
            else:
                entry.unlink()
        import venv  # not at the top: it may be missing, and a start that needs no set-up need not load it

        try:
            venv.EnvBuilder(with_pip=True, symlinks=os.name != "nt", prompt="warraq").create(self.folder)
        except subprocess.CalledProcessError as fault:
            lines = (fault.output or b"").decode("utf-8", "replace").splitlines()[-8:]
            raise SetUpFailed(
                "\n".join((self._how_to_get_venv(), *("  " + line for line in lines)))
            ) from fault
        (self.folder / "python.stamp").write_text(kind_of_python(), encoding="utf-8")

    def _is_whole(self) -> bool:
        return (
            _text(self.folder / "python.stamp") == kind_of_python()
            and not (self.folder / "unfinished").exists()
            and self.python.exists()
        )

    def _stamp(self, lock: Lock) -> Path:
        return self.folder / f"{lock.path.stem}.stamp"

    def _say(self, key: str) -> str:
        return message(key, self.language, folder=self.folder)

    def _how_to_get_venv(self) -> str:
        missing = message("no-venv", self.language, python=sys.executable)
        return f"{missing}\n\n    {command_for_venv()}\n\n{message('then-again', self.language)}"


def kind_of_python() -> str:
    """What must be equal for compiled packages of one Python to serve another: version, system, processor."""
    return f"{sys.implementation.cache_tag} {sys.platform} {platform.machine()}"


def command_for_venv() -> str:
    """The command that installs what Python needs to make environments, for this system's package manager."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    commands = (
        ("apt-get", f"apt-get install python{version}-venv"),
        ("dnf", f"dnf install python{version} python{version}-pip"),
        ("zypper", f"zypper install python{version.replace('.', '')} python{version.replace('.', '')}-pip"),
        ("apk", "apk add python3 py3-pip"),
        ("pacman", "pacman -S python python-pip"),
        ("brew", f"brew reinstall python@{version}"),
    )
    for program, command in commands:
        if shutil.which(program):
            needs_sudo = program != "brew" and hasattr(os, "geteuid") and os.geteuid() != 0
            return f"sudo {command}" if needs_sudo else command
    return "https://www.python.org/downloads/"


def _text(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
