"""The test run: a browser found or installed, then pytest on everything."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]

BROWSER_VARIABLE = "WARRAQ_BROWSER"
"""Names the browser's program, for one that is not found by itself; `none` runs without a browser."""

BROWSER_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")

BROWSER_FILES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "~/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"%ProgramFiles%\Google\Chrome\Application\chrome.exe",
    r"%ProgramFiles(x86)%\Google\Chrome\Application\chrome.exe",
    r"%LocalAppData%\Google\Chrome\Application\chrome.exe",
    r"%LocalAppData%\Chromium\Application\chrome.exe",
    r"%ProgramFiles(x86)%\Microsoft\Edge\Application\msedge.exe",
)

INSTALLERS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "apt-get": (
        ("apt-get", "update", "-qq"),
        ("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"),
    ),
    "dnf": (("dnf", "install", "-y", "-q", "--setopt=install_weak_deps=False", "chromium"),),
    "apk": (("apk", "add", "--quiet", "chromium"),),
    "pacman": (("pacman", "-Sy", "--noconfirm", "--quiet", "chromium"),),
    "brew": (("brew", "install", "--quiet", "--cask", "google-chrome"),),
}
"""What installs a browser, by the package manager's program."""

NO_BROWSER = "no Chromium, Chrome or Edge was found; install one, or name one in WARRAQ_BROWSER"


def run_tests(arguments: Sequence[str]) -> int:
    """pytest's exit code, after a browser has been installed where that is allowed and needed.

    The arguments are pytest's own. All tests together run in as many processes as there are processors, file by
    file, so that what a file's tests share is made once; `-n0` keeps them in one. With `CI=true` a browser that is
    still missing fails the tests that need it; elsewhere it skips them, and the summary says how many and why.
    """
    import pytest  # not at the top: `warraq.cli` is imported where the packages for tests are not installed

    if find_browser() is None and may_install_browser():
        install_browser()
    everything = ("-n", "auto", "--dist", "loadfile", str(PROJECT / "tests"))
    wanted = () if any(_names_tests(argument) for argument in arguments) else everything
    return int(
        pytest.main(["--rootdir", str(PROJECT), "-c", str(PROJECT / "pyproject.toml"), *wanted, *arguments])
    )


def find_browser() -> Path | None:
    """The program of a browser that the tests can drive, or None."""
    named = os.environ.get(BROWSER_VARIABLE)
    if named:
        found = shutil.which(named)
        return Path(found) if found else None
    for name in BROWSER_NAMES:
        if found := shutil.which(name):
            return Path(found)
    for place in BROWSER_FILES:
        file = Path(os.path.expandvars(place)).expanduser()
        if file.is_file():
            return file
    return None


def must_have_browser() -> bool:
    """Whether a missing browser is a failure: on a machine of continuous integration, which could install one."""
    return os.environ.get("CI", "").lower() == "true"


def is_administrator() -> bool:
    """Whether this process may install programs for the whole system without asking."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def may_install_browser() -> bool:
    """Whether the system's package manager may be used: by its administrator, or in continuous integration."""
    return os.environ.get(BROWSER_VARIABLE) is None and (is_administrator() or must_have_browser())


def install_browser() -> None:
    """Install a browser with the system's package manager, saying so; a failure is said and left at that."""
    manager = next((name for name in INSTALLERS if shutil.which(name)), None)
    if manager is None:
        return
    needs_sudo = manager != "brew" and not is_administrator() and shutil.which("sudo") is not None
    _say(f"No browser was found for the browser tests. Installing one with {manager}, this once …")
    began = time.monotonic()
    for command in INSTALLERS[manager]:
        done = subprocess.run(
            [*(("sudo", "-n") if needs_sudo else ()), *command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        if done.returncode != 0:
            _say(f"{' '.join(command)} ended with exit code {done.returncode}:")
            for line in done.stdout.splitlines()[-6:]:
                _say(f"  {line}")
    found = find_browser()
    seconds = round(time.monotonic() - began)
    _say(f"Installed {found} in {seconds} s." if found else "No browser could be installed.")


def browser_flags() -> list[str]:
    """The flags that keep a test browser still: no first-run pages, no updates, no traffic of its own."""
    flags = [
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
    ]
    # Chromium refuses to run as root inside its sandbox, and containers run everything as root.
    return [*flags, "--no-sandbox"] if is_administrator() else flags


def _names_tests(argument: str) -> bool:
    """Whether an argument of pytest names files or folders of tests."""
    place = Path(argument.partition("::")[0])
    return place.exists() and place.resolve().is_relative_to(PROJECT / "tests")


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)
