"""The decision at every start: hand over at once, or set up first.

1. A command that needs no packages (`--help`, `explain`) is handed over at once.
2. So is any command when this Python already has what the lock asks for.
3. Otherwise the private environment is made ready, and the command is run again with its Python.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from warraq.setup.garbage import look_for_garbage_seldom, look_no_more
from warraq.setup.installed import is_satisfied
from warraq.setup.lockfile import read_lock

COMMANDS_WITHOUT_PACKAGES = frozenset({"explain"})

OPTIONS_WITH_A_VALUE = frozenset(
    {
        "--root",
        "--content",
        "--output",
        "--cache",
        "--base-url",
        "--language",
        "--jobs",
        "--format",
        "--host",
        "--port",
        "--from",
    }
)


STARTED_AGAIN = "WARRAQ_STARTED_AGAIN"
"""The variable by which a command knows how often the set-up has already started it anew."""


def run(arguments: Sequence[str], project: str) -> int:
    """The exit code of the command, after whatever set-up it needs; does not return when it is run again."""
    if needs_no_packages(arguments):
        try:
            return hand_over(arguments)
        except ModuleNotFoundError as fault:
            if (fault.name or "").partition(".")[0] == "warraq":
                raise
    lock = read_lock(Path(project, lock_name(arguments)))
    if is_satisfied(lock):
        return hand_over(arguments)

    from warraq.setup.first_run import set_up_and_run_again  # loads much that a usual start does not need

    return set_up_and_run_again(lock, arguments, project)


def hand_over(arguments: Sequence[str]) -> int:
    """The exit code of the command, run in this Python."""
    os.environ.pop(
        STARTED_AGAIN, None
    )  # the set-up's own note; nothing that the command starts should see it
    look_for_garbage_seldom()
    from warraq.cli import main

    code = main(list(arguments))
    look_no_more()
    return code


def needs_no_packages(arguments: Sequence[str]) -> bool:
    """Whether Python's standard library is enough for the command."""
    own = arguments[: arguments.index("--")] if "--" in arguments else arguments
    asks_for_words = any(argument in {"-h", "--help", "--version"} for argument in own)
    return asks_for_words or command_of(arguments) in COMMANDS_WITHOUT_PACKAGES


def lock_name(arguments: Sequence[str]) -> str:
    """The name of the lock file that holds what the command needs."""
    return "requirements-test.lock" if command_of(arguments) == "test" else "requirements.lock"


def command_of(arguments: Sequence[str]) -> str:
    """The command among the arguments, which options may come before; `build` if none is named."""
    expects_value = False
    for argument in arguments:
        if expects_value:
            expects_value = False
        elif argument.startswith("-"):
            expects_value = argument in OPTIONS_WITH_A_VALUE
        else:
            return argument
    return "build"
